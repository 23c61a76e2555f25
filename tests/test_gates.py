"""Gates known by their name and by what a reader can do there, whatever they say."""

import pytest

from crawler.extract import extract_page

URL = "https://gazette.example/2026/03/old-bridge-reopens"
HEADLINE = "The old bridge reopens"
PROSE = [
    "The old bridge over the river reopened on Sunday after repairs that took eleven months and cost two lives.",
    "Engineer Salma Haddad said that 42 workers had replaced the wooden deck and every bolt of the eastern half.",
    "Cars may cross from Monday; carts, as the town has been told since 1931, may not.",
]
SAID = "<h2>So far, so good</h2><p>Eleven people wrote, drew and printed this. They would like to go on doing so.</p>"


def page(*lines, gate=""):
    dated = "<meta property='og:type' content='article'><meta property='article:published_time' content='2026-03-01'>"
    text = "".join(f"<p>{line}</p>" for line in lines)
    return (
        f"<html><head><title>{HEADLINE} | The Gazette</title>{dated}</head><body><div><a href='/'>The Gazette</a></div>"
        f"<article><h1>{HEADLINE}</h1><div>{text}</div>{gate}</article><div>The Gazette, since 1974.</div></body></html>"
    )


def kind(text):
    problem = extract_page(text, URL).problem
    return problem.reason.split(":")[0] if problem else None


@pytest.mark.parametrize(
    "name", ["paywall", "article-regWall", "pmpro_content_message", "donation-wall", "gh-upgrade-cta"]
)
@pytest.mark.parametrize("action", ["<button>Yes</button>", "<a href='/en/subscribe?from=1'>Here</a>", "<form></form>"])
def test_a_teaser_before_an_element_named_as_a_gate_is_a_paywall(name, action):
    assert kind(page(PROSE[0], gate=f"<div class='{name}'>{SAID}{action}</div>")) == "paywall"


@pytest.mark.parametrize(
    "gate",
    [
        "<div class='paywall'></div>",
        f"<div class='paywall' style='display: none'>{SAID}<button>Yes</button></div>",
        f"<div hidden><div class='paywall'>{SAID}<button>Yes</button></div></div>",
        f"<div class='paywall'>{SAID}<a href='/2026/02/bridge'>More</a></div>",
        f"<div class='letters'>{SAID}<button>Yes</button></div>",
    ],
)
def test_a_gate_that_is_empty_or_unseen_or_leads_nowhere_is_none(gate):
    assert kind(page(PROSE[0], gate=gate)) is None


def test_a_whole_article_above_a_gate_is_an_article():
    gate = f"<div class='paywall'>{SAID}<button>Yes</button></div>"
    assert kind(page(*PROSE, "He expects more of them next year, he said.", gate=gate)) is None


def test_a_short_article_within_an_element_named_after_the_gate_is_an_article():
    text = f"<div class='paywall'><p>{PROSE[1]}</p><p>{PROSE[2]}</p></div>"
    assert kind(page(PROSE[0], gate=text)) is None


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("Readers who pay keep our presses turning; from 2 euro a week you can read on.", "paywall"),
        ("القراء الذين يدفعون يبقون مطابعنا دائرة، ويمكنك أن تواصل القراءة بدينارين.", "paywall"),
        ("ابدأ تجربتك المجانية لقراءة البقية.", "paywall"),
        ("Leave us your e-mail address and the story opens at once.", "login wall"),
        ("اترك لنا بريدك الإلكتروني فتفتح المادة في الحال.", "login wall"),
    ],
)
def test_a_gate_may_say_it_in_other_words(said, expected):
    assert kind(page(PROSE[0], gate=f"<div><p>{said}</p></div>")) == expected
    assert kind(page(*PROSE, *PROSE, gate=f"<div><p>{said}</p></div>")) is None
