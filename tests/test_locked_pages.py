"""Pages that a password opens, and pages that lead away from the site."""

import pytest

from crawler.extract import extract_page

URL = "https://gazette.example/2026/05/minutes-of-the-board"
LOCK = (
    "<form><p>{}</p><p><input type='hidden' name='page' value='7'><input type='password'><button>Go</button></p></form>"
)
LOGIN = "<form><input type='text' name='user'><input type='password'><button>Go</button></form>"
NEWS = "The board of the water works met on Monday and chose a new chair, the engineer Salma Haddad, for two years."


def kind(headline, *lines, dated=True):
    head = "<meta property='article:published_time' content='2026-05-02'>" if dated else ""
    text = "".join(line if line.startswith("<") else f"<p>{line}</p>" for line in lines)
    page = (
        f"<html><head><title>{headline} | The Gazette</title>{head}</head><body><a href='/'>The Gazette</a>"
        f"<div><h1>{headline}</h1>{text}</div></body></html>"
    )
    problem = extract_page(page, URL).problem
    return problem.reason.split(":")[0] if problem else None


@pytest.mark.parametrize("dated", [True, False])
@pytest.mark.parametrize(
    ("headline", "said"),
    [
        (
            "Protected: Minutes of the board",
            "This content is protected. To see it, give the word you were sent by post.",
        ),
        ("محمي: محضر مجلس الإدارة", "هذا المحتوى محمي، ولعرضه يكتب القارئ هنا الكلمة التي وصلته بالبريد من أمين السر."),
    ],
)
def test_a_form_for_nothing_but_a_password_locks_the_page(headline, said, dated):
    assert kind(headline, LOCK.format(said), dated=dated) == "login wall"
    assert kind(headline, said[:50], LOCK.format(""), dated=dated) == "login wall"


def test_a_form_to_log_in_locks_no_article_and_a_lock_none_that_is_told():
    assert kind("A new chair for the water works", NEWS, LOGIN) is None
    assert kind("A new chair for the water works", NEWS, LOCK.format("For members of the board")) is None


@pytest.mark.parametrize(
    ("headline", "said"),
    [
        ("You are leaving The Gazette", "You will be taken to another website: letters.example. Please look twice."),
        ("تغادر الآن موقع الجريدة", "سيتم نقلك إلى موقع آخر عنوانه letters.example فتأكد من العنوان قبل أن تمضي."),
    ],
)
def test_a_notice_on_the_way_to_another_site_is_a_redirect(headline, said):
    assert (
        kind(headline, said, "<p><a href='https://letters.example/'>letters.example</a></p>", dated=False) == "redirect"
    )


def test_news_that_quotes_such_a_notice_is_news():
    said = "A sign that reads “You are leaving the northern zone” has been sold for 90,000 to the owner of a café."
    assert kind("“You are leaving”: a sign fetches a record price", said, "It hangs over his kitchen door now.") is None
