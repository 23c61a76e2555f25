"""A record as a person reads it."""

from dataclasses import replace

from archived import URL, bilingual

from crawler.comparison.unrelated import unrelated_finding
from crawler.models.record import article_record
from jobs.cli.record_text import record_lines


def test_two_texts_that_are_no_translations_are_said_to_be_none():
    english, arabic = bilingual().editions
    record = article_record(replace(bilingual(), discrepancies=(unrelated_finding(english, arabic),)))
    lines = [line for line in record_lines(record) if line.startswith("missing")]
    assert lines == ["missing: translation: the two texts are no translations of each other"]


def test_a_record_is_printed_side_by_side_with_all_that_stands_beside_the_text():
    article = bilingual()
    assert list(record_lines(article_record(article))) == [
        URL,
        f"canonical address {URL}/",
        "published 2024-01-26 (agreed: json-ld datePublished, dateline ar)",
        "",
        "== English ==",
        "headline: Crossing closed",
        "",
        "The minister closed it.",
        "",
        "He gave no reason.",
        "",
        "== Arabic ==",
        "headline: إغلاق المعبر",
        "",
        "أغلق الوزير المعبر.",
        "",
        "ولم يوضح السبب.",
        "",
        "conflict: number 12 / ١٣",
        "hint: name nothing / x",
        f"picture: {URL}/a.jpg  The crossing at dawn  (credit: A. Photographer)",
        f"picture: {URL}/b.jpg",
        "tags: Crossings · معابر",
        "not shown: headline (meta og:title): Minister shuts crossing",
        f"not shown: body (json-ld articleBody): {'a' * 64} (90 characters; 50% of its words stand in the paragraphs)",
        "charset: windows-1256, decided by header",
        "note: the page cannot be read as windows-1256 in 1 place, shown as U+FFFD",
        f"content hash: {article.content_hash}",
    ]
