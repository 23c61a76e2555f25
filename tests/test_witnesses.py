"""What a page says for machines against what it shows."""

import hashlib
import json

import pytest

from crawler import read_page
from crawler.extract import extract_page
from crawler.head.witnesses import plain_text
from crawler.models.forms import comparison_form

URL = "https://news.example/2026/bridge/"
TITLE, AR_TITLE = "Old bridge reopens after eleven months", "إعادة افتتاح الجسر القديم بعد أحد عشر شهراً"
STANDFIRST = "The crossing had been closed since a barge struck its northern pier last April."
EN = [
    "The old bridge over the river reopened on Sunday after repairs that took eleven months.",
    "Engineer Salma Haddad said that 42 workers had replaced the wooden deck and every bolt.",
    "“We wanted people to cross before the schools open,” she told reporters at the northern gate.",
]
AR = [
    "أعيد يوم الأحد افتتاح الجسر القديم فوق النهر بعد أعمال ترميم استمرت أحد عشر شهراً.",
    "وقالت المهندسة سلمى حداد إن 42 عاملاً استبدلوا الأرضية الخشبية وجميع البراغي.",
    "وأضافت للصحافيين عند البوابة الشمالية: «أردنا أن يعبر الناس قبل أن تفتح المدارس أبوابها».",
]


def page_with(head="", *, arabic=False, lang="en", standfirst=True, byline=True, body=""):
    """A page with a headline, standfirst, byline and three paragraphs, and an Arabic half where it is asked for."""
    lines = [
        f"<h1>{TITLE}</h1>",
        f'<p class="standfirst">{STANDFIRST}</p>' if standfirst else "",
        '<p class="byline">By Rana Aziz</p>' if byline else "",
        *(f"<p>{text}</p>" for text in EN),
        body,
    ]
    if arabic:
        lines += [f'<h2 dir="rtl">{AR_TITLE}</h2>', *(f'<p dir="rtl">{text}</p>' for text in AR)]
    html = f'<html lang="{lang}"><head>{head}</head><body><article>{"".join(lines)}</article></body></html>'
    return html.encode()


def json_ld(**members):
    article = {"@context": "https://schema.org", "@type": "NewsArticle", **members}
    return f'<script type="application/ld+json">{json.dumps(article, ensure_ascii=False)}</script>'


def meta(name, content):
    return f'<meta property="{name}" content="{content}">'


SITE = meta("og:site_name", "Two Rivers Register")


def witnesses_of(page, **rest):
    record = read_page(page, URL, **rest)
    return [(one["field"], one["source"], one["text"]) for one in record["witnesses"]]


@pytest.mark.parametrize(
    ("head", "witnesses"),
    [
        ("", []),
        # What agrees is not listed: as it is, with the site's name, with a section, cut off, escaped twice.
        (json_ld(headline=TITLE), []),
        (SITE + meta("og:title", f"{TITLE} - Two Rivers Register"), []),
        (f"<title>{TITLE} | Rivers | Register</title>" + meta("og:title", f"{TITLE} | Register"), []),
        (meta("og:title", "Old bridge reopens after …"), []),
        (json_ld(headline=TITLE.replace(" ", "&amp;amp;nbsp;")), []),
        (meta("og:title", EN[0]), []),
        (meta("og:title", "OLD BRIDGE reopens, after eleven months"), []),
        (json_ld(description=STANDFIRST), []),
        (json_ld(description=f"<p>{STANDFIRST.replace('northern', '&amp;nbsp;northern')}</p>"), []),
        (meta("og:description", f"{EN[0]} Engineer Salma Had…"), []),
        (meta("description", f"{EN[0]} {EN[1][:30]} [...]"), []),
        (json_ld(author={"@type": "Person", "name": "Rana Aziz"}), []),
        (meta("article:author", "https://www.social.example/rana") + meta("author", "rana aziz"), []),
        (meta("og:locale", "en_GB") + json_ld(inLanguage="en-US"), []),
        (f'<link rel="canonical" href="{URL}">' + meta("og:url", "/2026/bridge/#top"), []),
        (json_ld(articleBody=" ".join(EN)), []),
        (json_ld(articleBody="".join(f"&lt;p&gt;{text}&lt;/p&gt;" for text in EN[:2])), []),
        # What differs is listed once, by its most trusted source.
        (
            json_ld(headline="Bridge is back") + meta("og:title", "Bridge is back - Register"),
            [("headline", "json-ld headline", "Bridge is back")],
        ),
        (
            json_ld(headline=TITLE, alternativeHeadline="Cars cross again") + meta("twitter:title", "Cars cross again"),
            [("headline", "json-ld alternativeHeadline", "Cars cross again")],
        ),
        (
            meta("og:description", "A summary that was written for search engines &amp; nobody else.")
            + meta("description", "A summary that was written for search engines &amp;amp; nobody else."),
            [("standfirst", "meta og:description", "A summary that was written for search engines & nobody else.")],
        ),
        (
            json_ld(author=[{"name": "Rana Aziz"}, {"name": ["Omar Said"]}, "Lina Fares", {"name": "//a.example"}]),
            [("byline", "json-ld author", "Omar Said"), ("byline", "json-ld author", "Lina Fares")],
        ),
        (meta("og:locale", "fr_FR"), [("language", "meta og:locale", "fr_FR")]),
        (
            f'<link rel="canonical" href="{URL}">' + meta("og:url", "https://m.news.example/b"),
            [("canonical_url", "meta og:url", "https://m.news.example/b")],
        ),
        # Without pictures on the page, the one for previews is all there is; a section is shown nowhere.
        (
            json_ld(image={"@type": "ImageObject", "url": "https://news.example/b.jpg"}, articleSection=["City"])
            + meta("og:image", "https://news.example/b-1200.jpg"),
            [
                ("picture", "json-ld image", "https://news.example/b.jpg"),
                ("section", "json-ld articleSection", "City"),
            ],
        ),
    ],
)
def test_what_the_head_says_is_kept_where_the_page_does_not_show_it(head, witnesses):
    assert witnesses_of(page_with(head)) == witnesses


def test_what_is_shown_is_the_record_whatever_the_head_says():
    loud = json_ld(headline="Another", description="Another.", author="Another", articleBody="Another body " * 9)
    plain, contradicted = (read_page(page_with(head), URL) for head in ("", loud))
    assert contradicted["editions"] == plain["editions"]
    assert contradicted["content_hash"] == plain["content_hash"]
    assert len(contradicted["witnesses"]) == 4


def test_what_is_not_shown_is_not_put_into_the_text():
    head = json_ld(description="A summary for machines only, of some length.", author="Omar Said")
    record = read_page(page_with(head, standfirst=False, byline=False), URL)
    assert (record["editions"]["en"]["standfirst"], record["editions"]["en"]["byline"]) == (None, None)
    assert [(one["field"], one["text"]) for one in record["witnesses"]] == [
        ("standfirst", "A summary for machines only, of some length."),
        ("byline", "Omar Said"),
    ]


def test_a_title_in_either_language_of_a_bilingual_page_agrees():
    head = json_ld(headline=AR_TITLE, inLanguage="ar") + meta("og:title", TITLE)
    assert witnesses_of(page_with(head, arabic=True)) == []
    assert witnesses_of(page_with(head)) == [
        ("headline", "json-ld headline", AR_TITLE),
        ("language", "json-ld inLanguage", "ar"),
    ]


def test_a_body_that_differs_is_kept_as_its_digest_with_what_the_page_shows_of_it():
    hidden = "Behind the wall stands a paragraph that no reader of this page is shown, about tolls and their price."
    body = f"{EN[0]}\n{hidden}"
    (witness,) = read_page(page_with(json_ld(articleBody=body)), URL)["witnesses"]
    assert witness == {
        "field": "body",
        "source": "json-ld articleBody",
        "text": hashlib.sha256(comparison_form(body).encode()).hexdigest(),
        "note": "189 characters; 53% of its words stand in the paragraphs",
    }


def test_microdata_speaks_for_the_one_article_it_marks():
    body = (
        '<meta itemprop="description" content="For machines, and some words more."><span itemprop="author" itemscope>'
        '<meta itemprop="name" content="Omar Said"><meta itemprop="description" content="Reporter"></span>'
    )
    marked = page_with(body=body).replace(
        b"<article>", b'<article itemscope itemtype="https://schema.org/NewsArticle">'
    )
    expected = [
        ("standfirst", "microdata description", "For machines, and some words more."),
        ("byline", "microdata author", "Omar Said"),
    ]
    assert witnesses_of(marked) == expected
    other = b'<div itemscope itemtype="https://schema.org/Article"></div></body>'
    assert witnesses_of(marked.replace(b"</body>", other)) == []


def test_metadata_offers_bodies_description_and_authors_to_who_looks_for_the_text():
    person = {"@type": "Person", "@id": "#rana", "name": "Rana Aziz"}
    head = json_ld(
        articleBody=f"<p>{EN[0]}</p><p>A &amp; B</p>", description="One.", author=[{"@id": "#rana"}, {"name": "Omar"}]
    )
    head += f'<script type="application/ld+json">{json.dumps(person)}</script>' + meta("author", "Desk")
    metadata = extract_page(page_with(head).decode(), URL).metadata
    assert metadata.article_bodies == (f"{EN[0]}\nA & B",)
    assert (metadata.description, metadata.authors) == ("One.", ("Rana Aziz", "Omar", "Desk"))


def test_structured_data_that_cannot_be_read_is_noted():
    record = read_page(page_with('<script type="application/ld+json">{"headline": </script>'), URL)
    assert record["notes"] == ["a JSON-LD script (12 characters) cannot be read: it is broken at character 12"]
    assert record["editions"]["en"]["headline"] == TITLE


@pytest.mark.parametrize(
    ("head", "canonical"),
    [
        ("", None),
        (meta("og:url", "/2026/bridge/?a=1"), "https://news.example/2026/bridge/?a=1"),
        (json_ld(mainEntityOfPage={"@id": URL}), URL),
        ('<link rel="canonical" href="/b/">' + meta("og:url", URL), "https://news.example/b/"),
        (meta("og:url", "javascript:alert(1)"), None),
    ],
)
def test_the_canonical_address_is_the_links_else_what_the_metadata_name(head, canonical):
    assert read_page(page_with(head), URL)["canonical_url"] == canonical


def test_tags_come_from_the_head_and_from_visible_lines():
    head = meta("article:tag", "Basra")
    record = read_page(page_with(head, body="<p>Tags: Bridges, basra</p>"), URL)
    assert record["tags"] == ["Basra", "Bridges"]
    assert "Tags: Bridges, basra" in record["residue"]


def deep(inner):
    return "[" * 900 + inner + "]" * 900


@pytest.mark.parametrize(
    "members",
    [
        f'"@type": {deep("1")}',
        f'"keywords": {deep("1")}',
        f'"author": {{"@id": {deep("1")}}}',
        f'"headline": {deep("1")}, "description": {{"name": {deep("1")}}}',
        '"author": [' + ", ".join(f'{{"name": "Name {number}"}}' for number in range(20_000)) + "]",
        '"author": [' + ", ".join(f'{{"@id": "#{number}"}}' for number in range(5_000)) + "]",
        '"keywords": "' + "a," * 200_000 + '"',
        '"headline": "' + "| " * 200_000 + '"',
        '"description": "' + "<p " * 100_000 + '"',
        '"articleBody": "' + "<!--" * 100_000 + '"',
        '"articleBody": [' + ", ".join(f'"Body {number}."' for number in range(10_000)) + "]",
        r'"headline": "half \ud800", "author": "half \udc00", "articleBody": "half \ud800", "keywords": "half \ud800"',
    ],
)
def test_structured_data_made_to_hurt_is_read_within_bounds(members):
    head = f'{SITE}<script type="application/ld+json">{{"@type": "NewsArticle", {members}}}</script>'
    record = read_page(page_with(head), URL)
    assert record["editions"]["en"]["headline"] == TITLE
    assert len(record["witnesses"]) <= 103
    json.dumps(record, ensure_ascii=False).encode("utf-8")


def test_half_of_a_pair_of_surrogates_in_markup_is_shown_as_unreadable() -> None:
    assert plain_text("<p>The bridge \ud83d reopens</p>") == "The bridge \ufffd reopens"
