"""The words that alignment knows before an archive has taught it any."""

import random
import re
from importlib.resources import files

import pytest

from crawler.align import align
from crawler.alignment.news_words import with_news_words
from crawler.alignment.stems import arabic_stem, english_stem
from crawler.lexicon import Lexicon

ROWS = [
    line.split("\t")
    for line in files("crawler.alignment").joinpath("news_words.tsv").read_text("utf-8").splitlines()
    if not line.startswith("#")
]


def test_a_row_is_english_words_and_arabic_words_and_stands_once() -> None:
    row = re.compile(r"[a-z]+(?:-[a-z]+)*(?: [a-z]+(?:-[a-z]+)*)*\t[\u0621-\u064a/]+(?: [\u0621-\u064a/]+)*")
    assert [cells for cells in ROWS if not row.fullmatch("\t".join(cells))] == []
    assert sorted(map(tuple, ROWS)) == sorted({tuple(cells) for cells in ROWS})


@pytest.mark.parametrize(
    ("english", "arabic"),
    [
        ("ministers", "الوزراء"),
        ("companies", "شركاتها"),
        ("said", "وقالت"),
        ("saying", "يقولون"),
        ("refused", "ترفض"),
        ("making", "صنع"),
        ("Egyptian", "المصريون"),
    ],
)
def test_words_are_known_in_their_commonest_forms(english: str, arabic: str) -> None:
    assert (english_stem(english.casefold()), arabic_stem(arabic)) in with_news_words(None).entries


def test_of_what_is_learned_and_what_is_known_the_surer_counts() -> None:
    known = with_news_words(None).entries
    pair, other = ("minister", "وزير"), ("zarqa", "زرقاء")
    learned = with_news_words(Lexicon({pair: 0.9, other: 0.2}, documents=3, pairs=7))
    assert learned == Lexicon({**known, pair: 0.9, other: 0.2}, documents=3, pairs=7)
    assert with_news_words(Lexicon({pair: 0.1})).entries[pair] == known[pair] > 0.1


def test_a_first_article_is_aligned_by_its_words() -> None:
    texts = [
        ("The farmers lost their harvest.", "خسر المزارعون محصولهم."),
        ("The teachers were on strike.", "كان المعلمون في إضراب."),
        ("The hospital has no medicine.", "لا دواء في المستشفى."),
        ("The court released the journalist.", "أفرجت المحكمة عن الصحافي."),
    ]
    random.Random(3).shuffle(texts)
    beads = align([english for english, _ in texts], [arabic for _, arabic in (*texts[:1], *texts[2:])])
    expected = [((0,), (0,)), ((1,), ()), ((2,), (1,)), ((3,), (2,))]
    assert [(bead.english, bead.arabic) for bead in beads] == expected
