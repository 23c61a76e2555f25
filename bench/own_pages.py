"""How the pages fare that were written for the tests of this project: bilingual ones, walls, odd articles, dates."""

import csv
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
_PAGES = ROOT / "tests" / "pages"
if str(ROOT) not in sys.path:
    sys.path.append(str(ROOT))

from crawler.extract import extract_page  # noqa: E402
from tests.bilingual_pages import bilingual_pages, figures, judge  # noqa: E402
from tests.test_date_spellings import SPELLINGS, expected_of, value_of_spelling  # noqa: E402


def own_figures() -> dict[str, str]:
    """One line for each of the project's own sets."""
    bilingual = figures([judge(page) for page in bilingual_pages()])
    walls, odd = list(_problems("walls")), list(_problems("odd_articles"))
    wrong = sum(value_of_spelling(one) != (expected_of(one), one.time, one.zone) for one in SPELLINGS)
    return {
        "bilingual pages": f"{bilingual.right:.1%} of {len(bilingual_pages())} right, {bilingual.lost_sides} sides "
        f"lost, residue {bilingual.median_residue:.2%} of the text on median",
        "walls, errors, lists": f"{walls.count(False)} of {len(walls)} taken for articles",
        "short and odd articles": f"{odd.count(True)} of {len(odd)} refused",
        "spellings of dates": f"{wrong} of {len(SPELLINGS)} wrong",
    }


def _problems(folder: str) -> Iterator[bool]:
    """For each page of a set, whether it is said to hold no article."""
    with (_PAGES / folder / "pages.tsv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            text = (_PAGES / folder / row["file"]).read_text(encoding="utf-8")
            yield extract_page(text, row["url"]).problem is not None
