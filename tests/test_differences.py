"""Two archives, article by article."""

from pathlib import Path

from archived import bilingual, edition, entry, of_editions

from archive.differences import ArticleDifference, FieldDifference, list_differences
from archive.store import open_archive
from crawler.models import Article

A, B, C, D = (f"https://news.example/{name}" for name in "abcd")


def archive_of(path: Path, *articles: Article) -> Path:
    with open_archive(path) as archive:
        for number, article in enumerate(articles, 1):
            archive.apply(entry(number, article.url), article)
    return path


def test_each_article_that_differs_is_told_with_its_fields(tmp_path: Path) -> None:
    same = bilingual(C, english=("The harbour froze.",))
    standing = archive_of(tmp_path / "one.db", bilingual(A), of_editions(edition("en", "Old", "Text."), url=B), same)
    other = archive_of(
        tmp_path / "two.db",
        bilingual(A, english=("The minister closed it.", "He gave two reasons.")),
        same,
        of_editions(edition("en", None, "New text."), url=D),
    )
    assert list(list_differences(standing, other)) == [
        ArticleDifference(
            A,
            "changed",
            (
                FieldDifference(
                    "en paragraph",
                    "The minister closed it.\nHe gave no reason.",
                    "The minister closed it.\nHe gave two reasons.",
                ),
            ),
        ),
        ArticleDifference(
            B, "missing", (FieldDifference("en headline", "Old", ""), FieldDifference("en paragraph", "Text.", ""))
        ),
        ArticleDifference(D, "new", (FieldDifference("en paragraph", "", "New text."),)),
    ]
    assert list(list_differences(standing, standing)) == []
