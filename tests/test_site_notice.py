"""Notices that speak to the reader of the site, in words of their own."""

import pytest

from crawler.extract import extract_page

URL = "https://gazette.example/2026/03/story"
SAID = [
    "Our pages are taking a nap while we paint the walls of this site. We think it will be over by noon.",
    "ننقل خوادمنا هذا المساء من بيت إلى بيت، ونعتذر من زوارنا عن ساعتين بلا أخبار ولا صور ولا طقس.",
]


def kind(headline, *lines, head=""):
    text = "".join(f"<p>{line}</p>" for line in lines)
    page = (
        f"<html><head><title>{headline} | The Gazette</title>{head}</head><body><h1>{headline}</h1>{text}</body></html>"
    )
    problem = extract_page(page, URL).problem
    return problem.reason.split(":")[0] if problem else None


@pytest.mark.parametrize("said", SAID)
def test_sentences_to_the_reader_of_nothing_but_the_site_are_a_notice(said):
    assert kind("Fresh paint", said) == "site notice"


@pytest.mark.parametrize("said", SAID)
def test_what_is_dated_or_declared_is_an_article(said):
    assert kind("Fresh paint", said, head="<meta property='article:published_time' content='2026-03-01'>") is None


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("Our engineers know of it and are looking into it. Please try once more in a few minutes.", "server error"),
        ("يعلم مهندسونا بالأمر ويعملون على إصلاحه. حاول مرة أخرى بعد دقائق من فضلك.", "server error"),
        ("Your address has been taken off the list. If this was a slip, you can come back.", "site notice"),
        ("We are making sure that your connection is secure, and you will then be sent on to the site.", "challenge"),
        ("This report cannot be shown in the country that you are reading from.", "geo block"),
    ],
)
def test_notices_in_words_that_many_sites_use(said, expected):
    assert kind("So far, so good", said) == expected


def test_an_undated_text_that_tells_of_a_site_is_an_article():
    told = "The county's website was down for two days, and its clerk said that the link to the tax office is still broken."
    assert kind("A site sleeps", told) is None
    assert kind("Walking", "We walked for two hours, and you would not have believed our luck with the rain.") is None
