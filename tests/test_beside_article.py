"""Short articles on pages whose rails, rows and footers hold more prose than they do, and that name none of them."""

import pytest

from crawler.extract import extract_page
from crawler.models import Role
from tests.ferry_story import HEADLINES, OTHERS, TEXTS, URL

ABOUT = {
    "en": "The Harbour Post is an independent newspaper founded in 1998 and owned by its readers.",
    "ar": "بريد المرفأ صحيفة مستقلة تأسست عام 1998 ويملكها قراؤها الذين يسكنون مدن الساحل.",
}
CARDS = {
    "a linked headline": "<h3><a href='/n'>{headline}</a></h3><p>{said}</p>",
    "a link to read on": "<h3>{headline}</h3><p>{said}</p><a href='/n'>More</a>",
    "a link and a date": "<a href='/n'>{headline}</a><div>20 November 2026</div><p>{said}</p>",
}


def rail(language, card):
    own = "".join(
        f"<div class='r2'>{CARDS[card].format(headline=headline, said=said)}</div>"
        for headline, said in OTHERS[language]
    )
    return f"<div class='r1'>{own}</div>"


def page_of(language, texts, before="", behind=""):
    text = "".join(f"<p class='q1'>{one}</p>" for one in texts)
    article = f"<div class='x4'><h1>{HEADLINES[language]}</h1><div class='x7'>{text}</div></div>"
    footer = f"<div class='f1'><p>{ABOUT[language]}</p><div>© 2026 The Harbour Post</div></div>"
    return (
        f"<html lang='{language}'><body><div class='x0'>{before}<div class='x3'>{article}</div>{behind}{footer}</div>"
        "</body></html>"
    )


@pytest.mark.parametrize("count", [1, 2])
@pytest.mark.parametrize("where", ["before", "behind", "both"])
@pytest.mark.parametrize("card", CARDS)
@pytest.mark.parametrize("language", TEXTS)
def test_a_short_article_is_read_where_it_stands_near_its_headline(language, card, where, count):
    own, texts = rail(language, card), TEXTS[language][:count]
    html = page_of(language, texts, own if where != "behind" else "", own if where != "before" else "")
    page = extract_page(html, URL)
    (edition,) = page.editions
    assert (edition.text(Role.HEADLINE), edition.texts(Role.PARAGRAPH)) == (HEADLINES[language], tuple(texts))
    assert page.problem is None


def test_a_shorter_text_above_the_headline_is_none_of_the_article():
    box = "<div class='r1'><h3>Quote of the day</h3><p>We held on to whatever we could find, said a teacher.</p></div>"
    (edition,) = extract_page(page_of("en", TEXTS["en"], box), URL).editions
    assert (edition.text(Role.STANDFIRST), edition.texts(Role.PARAGRAPH)) == (None, tuple(TEXTS["en"]))


def test_the_other_language_above_the_headline_is_kept():
    arabic = f"<div class='a1'><h2>{HEADLINES['ar']}</h2>{''.join(f'<p>{one}</p>' for one in TEXTS['ar'])}</div>"
    editions = extract_page(page_of("en", TEXTS["en"], arabic), URL).editions
    texts = {edition.language: edition.texts(Role.PARAGRAPH) for edition in editions}
    assert texts == {language: tuple(text) for language, text in TEXTS.items()}


def test_entries_of_a_list_that_the_article_itself_is_are_kept():
    entries = "".join(
        f"<div class='e1'><h2><a href='/lamps/{place}'>Lamp number {place}</a></h2>"
        f"<p>It burned for {place} hours in our cellar before the wick had to be trimmed, which is not bad at all.</p></div>"
        for place in range(3, 9)
    )
    intro = "<p>We lit six lamps in a cellar and waited for them to go out, which took most of the week we had.</p>"
    html = f"<html lang='en'><body><div class='x0'><div class='x4'><h1>Six lamps</h1>{intro}{entries}</div></div></body></html>"
    (edition,) = extract_page(html, URL).editions
    assert sum(one.startswith("It burned") for one in edition.texts(Role.PARAGRAPH)) == 6


NEXT = {
    "an article of the same make": "<div class='x4'><h1>{headline}</h1><div class='x7'><p>{text}</p></div></div>",
    "a headline that is a link, and a date": "<div class='x9'><h2><a href='/n'>{headline}</a></h2><div>19 November 2026</div><p>{text}</p></div>",
    "a label": "<div class='x9'><div>Next article</div><h2>{headline}</h2><p>{text}</p><a href='/n'>Continue reading</a></div>",
}


@pytest.mark.parametrize("own", NEXT.values(), ids=NEXT)
def test_the_next_article_on_the_page_is_not_this_one(own):
    text = (
        "Bakers in the capital say that flour now costs twice what it cost in spring, and that they cannot absorb it."
    )
    html = page_of("en", TEXTS["en"], behind=own.format(headline=OTHERS["en"][0][0], text=text))
    (edition,) = extract_page(html, URL).editions
    assert edition.texts(Role.PARAGRAPH) == tuple(TEXTS["en"])


def test_the_next_article_is_told_by_its_make_where_the_headline_stands_apart_from_the_text():
    text = "".join(f"<p class='q1'>{one}</p>" for one in TEXTS["en"])
    others = "".join(f"<p class='q1'>{said} Nobody had asked them before.</p>" for _, said in OTHERS["en"])
    parts = f"<div class='x4'>{text}</div><div class='x4'><h1>{OTHERS['en'][0][0]}</h1>{others}</div>"
    body = f"<div class='x3'><div class='h0'><h1>{HEADLINES['en']}</h1></div><div class='g1'>{parts}</div></div>"
    (edition,) = extract_page(f"<html lang='en'><body>{body}</body></html>", URL).editions
    assert edition.texts(Role.PARAGRAPH) == tuple(TEXTS["en"])


def test_two_languages_in_elements_of_one_make_are_two_sides():
    parts = "".join(
        f"<div class='s1'><h1>{HEADLINES[language]}</h1>{''.join(f'<p>{one}</p>' for one in text)}</div>"
        for language, text in TEXTS.items()
    )
    editions = extract_page(f"<html lang='en'><body><div class='x0'>{parts}</div></body></html>", URL).editions
    assert {one.language: one.texts(Role.PARAGRAPH) for one in editions} == {
        language: tuple(text) for language, text in TEXTS.items()
    }


def test_sections_with_linked_heads_beyond_the_first_are_text():
    section = "<div class='s{place}'><h2><a href='/t/{place}'>What the year brought, part {place}</a></h2>{text}</div>"
    text = "".join(f"<p>{one}</p>" for one in TEXTS["en"])
    sections = "".join(section.format(place=place, text=text.replace("112", f"{place}12")) for place in range(1, 4))
    head = "<div class='h0'><h1>The year at sea</h1><p>It began with a storm and ended with one, as years do here.</p></div>"
    (edition,) = extract_page(f"<html lang='en'><body><main>{head}{sections}</main></body></html>", URL).editions
    assert sum(one.startswith("The coast guard") for one in edition.texts(Role.PARAGRAPH)) == 3


ENTRIES = {
    "a button to share": "<div class='e1'><div>1{place}:05</div><p>{text}</p><a href='#'>Share</a></div>",
    "its own address": "<div class='e1'><h3><a href='#e{place}'>News number {place} from the harbour</a></h3><p>{text}</p></div>",
    "who wrote it": "<div class='e1'><a href='/author/rana'>Rana Haddad</a><p>{text}</p></div>",
    "its source": "<div class='e1'><p>{text}</p><a href='https://agency.example/{place}'>Source</a></div>",
}


@pytest.mark.parametrize("is_apart", [False, True])
@pytest.mark.parametrize("entry", ENTRIES.values(), ids=ENTRIES)
def test_the_entries_of_a_live_report_are_its_text_whatever_links_stand_in_them(entry, is_apart):
    texts = [f"{said} Our reporter was there at {place}." for place, (_, said) in enumerate(OTHERS["en"] * 2)]
    entries = "".join(entry.format(place=place, text=text) for place, text in enumerate(texts))
    head = f"<h1>{HEADLINES['en']}: live</h1><div>20 November 2026</div><p>{TEXTS['en'][0]}</p>"
    body = (
        f"<div class='x4'>{head}</div><div class='x5'>{entries}</div>"
        if is_apart
        else f"<div class='x4'>{head}{entries}</div>"
    )
    html = f"<html lang='en'><head><title>{HEADLINES['en']}: live</title></head><body><div>{body}</div></body></html>"
    page = extract_page(html, URL)
    assert [one for text in texts for one in page.editions[0].texts(Role.PARAGRAPH) if one == text] == texts
    assert page.problem is None
