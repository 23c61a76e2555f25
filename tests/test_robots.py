"""What robots.txt allows, and what is assumed where it cannot be had."""

import gzip
from datetime import UTC, datetime

import pytest

from crawler.models import Capture
from crawler.wire.robots import CAP_BYTES, read_robots

NOW = datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)
URL = "https://a.example/robots.txt"
STORY = "https://a.example/private/story"


def capture_of(body=b"", status=200, failure=None, headers=(), final_url=URL):
    return Capture(URL, final_url, NOW, NOW, status, headers=headers, wire=body, failure=failure)


RULES = b"""\
User-agent: *
Disallow: /private/
Allow: /private/open
Crawl-delay: 5
Sitemap: https://a.example/sitemap.xml
Sitemap: /news.xml
Sitemap: https://A.example:443/sitemap.xml
Sitemap: javascript:alert(1)

User-agent: rival
Disallow: /
"""


def test_the_rules_say_what_may_be_fetched_how_fast_and_where_the_sitemaps_are():
    robots = read_robots(capture_of(RULES))
    assert {path: robots.allows(f"https://a.example{path}") for path in ("/", "/private/x", "/private/open/x")} == {
        "/": True,
        "/private/x": False,
        "/private/open/x": True,
    }
    assert robots.delay_s == 5.0
    assert robots.sitemaps == ("https://a.example/sitemap.xml", "https://a.example/news.xml")
    assert (robots.reason, robots.reachable) == ("robots.txt read", True)


def test_rules_for_this_crawler_go_before_those_for_all():
    robots = read_robots(capture_of(b"User-agent: *\nDisallow: /\n\nUser-agent: Sijill\nDisallow: /ar/\n"))
    assert [robots.allows(f"https://a.example{path}") for path in ("/en/x", "/ar/x")] == [True, False]
    assert read_robots(capture_of(RULES), "rival").allows("https://a.example/") is False


@pytest.mark.parametrize(
    ("rule", "path", "allowed"),
    [
        ("Disallow:", "/x", True),
        ("Disallow: /*.pdf$", "/a.pdf", False),
        ("Disallow: /*.pdf$", "/a.pdf?x", True),
        ("Disallow: /*?s=", "/ar/?s=x", False),
        ("Disallow: /خبر", "/%D8%AE%D8%A8%D8%B1/1", False),
        ("Disallow: /%d8%ae%d8%a8%d8%b1", "/%D8%AE%D8%A8%D8%B1/1", False),
        ("Dissalow: /x", "/x", False),
        ("Disallow: /" + "*a" * 50 + "b", "/" + "a" * 500, True),
    ],
)
def test_patterns_match_as_the_standard_says(rule, path, allowed):
    robots = read_robots(capture_of(f"User-agent: *\n{rule}\n".encode()))
    assert robots.allows(f"https://a.example{path}") is allowed


@pytest.mark.parametrize(
    ("capture", "reason"),
    [
        (capture_of(status=404), "no robots.txt (404)"),
        (capture_of(status=403), "no robots.txt (403)"),
        (capture_of(status=401), "no robots.txt (401)"),
        (capture_of(status=410, body=b"User-agent: *\nDisallow: /"), "no robots.txt (410)"),
        (capture_of(status=302, failure="too-many-redirects"), "no robots.txt (too-many-redirects)"),
        (capture_of(status=302, failure="redirect-loop"), "no robots.txt (redirect-loop)"),
        (
            capture_of(b"\n<!DOCTYPE html><p>User-agent: *\nDisallow: /"),
            "no robots.txt (a web page in its place)",
        ),
        (capture_of(b"\xef\xbb\xbf<html>Disallow: /"), "no robots.txt (a web page in its place)"),
        (capture_of(failure="empty"), "robots.txt read"),
    ],
)
def test_without_rules_everything_is_allowed(capture, reason):
    robots = read_robots(capture)
    assert (robots.allows(STORY), robots.reachable, robots.reason) == (True, True, reason)
    assert (robots.delay_s, robots.sitemaps) == (None, ())


@pytest.mark.parametrize(
    ("capture", "why"),
    [
        (capture_of(status=500), "500"),
        (capture_of(status=503), "503"),
        (capture_of(status=429), "429"),
        (capture_of(status=304), "304"),
        (capture_of(status=302), "302"),
        (capture_of(status=None, failure="deadline"), "deadline"),
        (capture_of(status=None, failure="dns"), "dns"),
        (capture_of(status=302, failure="out-of-scope"), "out-of-scope"),
        (capture_of(b"User-agent: *\nDis", failure="incomplete"), "incomplete"),
        (capture_of(gzip.compress(RULES)[:-9], headers=(("Content-Encoding", "gzip"),)), "gzip-truncated"),
    ],
)
def test_where_it_cannot_be_had_everything_is_refused_for_now(capture, why):
    robots = read_robots(capture)
    assert (robots.allows(STORY), robots.allows("https://a.example/"), robots.reachable) == (
        False,
        False,
        False,
    )
    assert robots.reason == f"robots.txt could not be had ({why}): nothing is fetched for now"


@pytest.mark.parametrize("body", [gzip.compress(RULES), RULES])
def test_a_gzip_header_is_true_or_false(body):
    robots = read_robots(capture_of(body, headers=(("Content-Encoding", "gzip"),)))
    assert (robots.allows(STORY), robots.delay_s) == (False, 5.0)


def test_a_byte_order_mark_hides_no_rule():
    assert read_robots(capture_of(b"\xef\xbb\xbf" + RULES)).allows(STORY) is False


@pytest.mark.parametrize(
    ("asked", "delay_s"),
    [("0.5", 0.5), ("59", 59.0), ("3600", 60.0), ("0", None), ("-1", None), ("nan", None), ("soon", None)],
)
def test_a_crawl_delay_is_obeyed_within_reason(asked, delay_s):
    assert read_robots(capture_of(f"User-agent: *\nCrawl-delay: {asked}\n".encode())).delay_s == delay_s


def test_a_long_file_is_read_to_the_last_whole_line_within_two_mebibytes():
    head = b"User-agent: *\n"
    filler = b"# filler, to the last whole line of what is read\n"
    padding = filler * ((CAP_BYTES - len(head) - 200) // len(filler))
    last = b"Disallow: /last/\n"
    cut = b"Disallow: /cut" + b"x" * 300 + b"\n"
    robots = read_robots(capture_of(head + padding + last + cut, failure="too-large"))
    assert [robots.allows(f"https://a.example{path}") for path in ("/last/x", "/cut" + "x" * 300)] == [
        False,
        True,
    ]


def test_sitemaps_are_read_relative_to_where_the_redirects_led():
    robots = read_robots(capture_of(b"Sitemap: /s.xml\n", final_url="https://www.a.example/robots.txt"))
    assert robots.sitemaps == ("https://www.a.example/s.xml",)
