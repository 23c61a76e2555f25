"""A post as WordPress's REST interface gives it, read as its page."""

import json
from datetime import UTC, datetime
from typing import Any

import pytest
import requests

from crawler import read_page
from crawler.derive import derive
from crawler.models import Article, Capture, NotAnArticle, OutcomeKind
from jobs.demo.articles import STATES
from jobs.demo.postings import pages_in
from jobs.demo.responses import answer
from jobs.demo.rest import rest_addresses
from jobs.demo.site import serve_sample_site

ORIGIN = "https://news.example"
URL = f"{ORIGIN}/wp-json/wp/v2/posts/12"
NOW = datetime(2026, 3, 1, tzinfo=UTC)
POST: dict[str, Any] = {
    "id": 12,
    "date": "2026-02-08T00:30:00",
    "date_gmt": "2026-02-07T21:30:00",
    "modified": "2026-02-09T10:00:00",
    "modified_gmt": "2026-02-09T07:00:00",
    "link": f"{ORIGIN}/2026/02/bridge/",
    "title": {"rendered": "Bridge &amp; road reopen &#8220;at last&#8221;"},
    "content": {
        "rendered": "<p>The old bridge over the river reopened on Sunday after repairs.</p>\n"
        '<figure><img src="/b.jpg"><figcaption>Cars on the bridge</figcaption></figure>\n'
        "<p>Engineer Salma Haddad said that 42 workers had replaced every bolt.</p>\n",
        "protected": False,
    },
    "excerpt": {"rendered": "<p>The old bridge over the river reopened on Sunday [&hellip;]</p>\n", "protected": False},
    "_embedded": {
        "author": [{"id": 3, "name": "Rana &amp; Omar"}],
        "wp:featuredmedia": [
            {"source_url": f"{ORIGIN}/deck.jpg", "caption": {"rendered": "<p>The <em>new</em> deck</p>\n"}}
        ],
        "wp:term": [
            [{"taxonomy": "category", "name": "City"}],
            [{"taxonomy": "post_tag", "name": "Bridges &amp; roads"}, {"taxonomy": "post_tag", "name": "Bolts"}],
        ],
    },
}


def record_of(post: object, url: str = URL) -> dict[str, Any]:
    return read_page(json.dumps(post).encode(), url, captured_at=NOW)


def test_a_post_becomes_the_record_of_its_page() -> None:
    record = record_of(POST)
    assert {key: record[key] for key in ("url", "canonical_url", "published_on", "editions", "pictures", "tags")} == {
        "url": URL,
        "canonical_url": f"{ORIGIN}/2026/02/bridge/",
        "published_on": "2026-02-08",
        "editions": {
            "en": {
                "headline": "Bridge & road reopen “at last”",
                "standfirst": None,
                "dateline": None,
                "byline": None,
                "paragraphs": [
                    "The old bridge over the river reopened on Sunday after repairs.",
                    "Engineer Salma Haddad said that 42 workers had replaced every bolt.",
                ],
                "captions": ["Cars on the bridge"],
            }
        },
        "pictures": [
            {"url": f"{ORIGIN}/deck.jpg", "caption": "The new deck", "credit": None},
            {"url": f"{ORIGIN}/b.jpg", "caption": "Cars on the bridge", "credit": None},
        ],
        "tags": ["Bridges & roads", "Bolts"],
    }
    assert [(one["source"], one["text"], one["date"]) for one in record["dates"]] == [
        ("wordpress date", "2026-02-08T00:30:00+03:00", "2026-02-08"),
        ("wordpress modified", "2026-02-09T10:00:00+03:00", "2026-02-09"),
    ]


def test_what_a_theme_may_not_show_is_a_witness_and_no_text() -> None:
    other = {**POST, "excerpt": {"rendered": "<p>Nine months of waiting\nare over.</p>"}}
    assert [(one["field"], one["source"], one["text"]) for one in record_of(other)["witnesses"]] == [
        ("standfirst", "wordpress excerpt", "Nine months of waiting are over."),
        ("byline", "wordpress author", "Rana & Omar"),
        ("section", "wordpress category", "City"),
    ]
    assert [one["field"] for one in record_of(POST)["witnesses"]] == ["byline", "section"]


def test_what_a_plugin_states_for_the_head_speaks_as_on_the_page() -> None:
    head = '<meta property="og:title" content="Bridge back" /><meta property="article:tag" content="Rivers" />'
    record = record_of({**POST, "yoast_head": head, "lang": "en"})
    assert ("headline", "meta og:title", "Bridge back") in [
        (one["field"], one["source"], one["text"]) for one in record["witnesses"]
    ]
    assert record["tags"] == ["Bridges & roads", "Bolts", "Rivers"]


@pytest.mark.parametrize(
    "url", [URL, f"{ORIGIN}/?rest_route=/wp/v2/posts/12", f"{ORIGIN}/wp-json/wp/v2/posts?slug=bridge"]
)
def test_a_list_of_one_post_under_any_address_is_the_post(url: str) -> None:
    assert {**record_of([POST], url), "url": URL} == record_of(POST)


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        ([POST, POST], "its body is JSON that lists 2 posts and is none itself"),
        ([], "its body is JSON that lists 0 posts and is none itself"),
        ({}, "its body is JSON without a post"),
        ({"items": [{"content": 1}]}, "its body is JSON without a post"),
        (
            {"code": "rest_post_invalid_id", "message": "Invalid post ID.", "data": {"status": 404}},
            "its body is JSON without a post: Invalid post ID.",
        ),
        ({**POST, "content": {"rendered": "", "protected": True}}, "the post is protected by a password"),
        ({**POST, "content": {"rendered": "<div>" * 11_000}}, "its markup is nested more than"),
        ({**POST, "content": {"rendered": ""}}, "empty page: no article text was found"),
        (json.dumps(POST)[:-9], "its body is JSON that cannot be read"),
        ('{"a":' * 100_000, "its body is JSON that cannot be read"),
    ],
)
def test_other_json_is_no_article_and_says_why(body: object, reason: str) -> None:
    wire = (body if isinstance(body, str) else json.dumps(body)).encode()
    derived = derive([Capture(URL, URL, NOW, NOW, 200, wire=wire)])
    assert isinstance(derived, NotAnArticle)
    assert derived.kind is OutcomeKind.NOT_AN_ARTICLE
    assert derived.reason.startswith(reason)


ODD = [None, 7, "x", [], [7], {}, {"rendered": 7}, [[7]], [{"name": 7, "source_url": 7, "taxonomy": "post_tag"}]]


@pytest.mark.parametrize("odd", ODD)
def test_a_post_with_odd_fields_is_still_read(odd: object) -> None:
    for key in ("date", "date_gmt", "link", "title", "excerpt", "lang", "yoast_head", "_embedded"):
        assert (
            record_of({**POST, key: odd})["editions"]["en"]["paragraphs"]
            == record_of(POST)["editions"]["en"]["paragraphs"]
        )
    embedded = {"author": odd, "wp:featuredmedia": odd, "wp:term": odd}
    assert record_of({**POST, "_embedded": embedded})["content_hash"] == record_of(POST)["content_hash"]


@pytest.mark.parametrize(
    ("local", "utc", "stated"),
    [
        ("2026-02-08T00:30:00", "2026-02-07T21:30:00", "2026-02-08T00:30:00+03:00"),
        ("2026-02-08T00:30:00", "2026-02-08T04:00:00", "2026-02-08T00:30:00-03:30"),
        ("2026-02-08T00:30:00", "2026-02-08T00:30:00", "2026-02-08T00:30:00+00:00"),
        # A clock that was set by hand says nothing of a zone, nor does a draft's missing time.
        ("2026-02-08T00:30:00", "2026-02-01T00:00:00", "2026-02-08T00:30:00"),
        ("2026-02-08T00:30:00", "2026-02-08T00:23:00", "2026-02-08T00:30:00"),
        ("2026-02-08T00:30:00", "", "2026-02-08T00:30:00"),
        ("2026-02-08T00:30:00", "2026-02-07T21:30:00Z", "2026-02-08T00:30:00"),
    ],
)
def test_the_sites_zone_is_what_its_two_clocks_differ_by(local: str, utc: str, stated: str) -> None:
    record = record_of({**POST, "date": local, "date_gmt": utc})
    assert record["dates"][0]["text"] == stated
    assert record["published_on"] == "2026-02-08"


# What only the page has (furniture, the theme's markup) or only the answer (author, dates, category).
OF_THE_WAY = {
    "url",
    "canonical_url",
    "dates",
    "published_on_basis",
    "residue",
    "witnesses",
    "charset",
    "charset_decided_by",
    "notes",
}


@pytest.mark.parametrize("state", STATES)
def test_every_wordpress_post_of_the_sample_site_is_the_same_record_by_page_and_by_rest(state: str) -> None:
    addresses = list(rest_addresses(state))
    assert len(addresses) >= 5
    for rest, path in addresses:
        records = [read_page(answer(one, state, ORIGIN).body, ORIGIN + one, captured_at=NOW) for one in (path, rest)]
        page, post = ({key: value for key, value in record.items() if key not in OF_THE_WAY} for record in records)
        assert post == page
        assert page["editions"] == pages_in(state)[path][0].article.expected_record()["editions"]
        assert page["tags"]


def test_a_post_that_was_fetched_by_rest_derives_to_the_article_of_its_page() -> None:
    with serve_sample_site() as site:
        rest, path = next(iter(rest_addresses(site.state)))
        route = rest.removeprefix("/wp-json")
        hashes = set()
        for address in (path, rest, f"/?rest_route={route}"):
            response = requests.get(site.url.rstrip("/") + address, timeout=10)
            headers = (("Content-Type", response.headers["Content-Type"]),)
            derived = derive([Capture(response.url, response.url, NOW, NOW, 200, (), headers, wire=response.content)])
            assert isinstance(derived, Article)
            hashes.add(derived.content_hash)
        assert len(hashes) == 1
        missing = requests.get(f"{site.url}wp-json/wp/v2/posts/9", timeout=10)
    assert (missing.status_code, missing.json()["code"]) == (404, "rest_post_invalid_id")
