"""Addresses have one spelling, and a site knows which are its own."""

import string

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from crawler.sites import Site
from crawler.urls import MAX_LENGTH, host_of, in_scope, normalise_url, registrable_domain, split_host

SPELLINGS = [
    ("http://example.org", "http://example.org/"),
    ("  https://example.org/a \n", "https://example.org/a"),
    ("HTTPS://Example.ORG:443/A", "https://example.org/A"),
    ("http://example.org:80/", "http://example.org/"),
    ("http://example.org:/", "http://example.org/"),
    ("http://example.org:443/", "http://example.org:443/"),
    ("http://example.org:8080/", "http://example.org:8080/"),
    ("http://example.org./a", "http://example.org/a"),
    ("http://exa%6Dple.org/", "http://example.org/"),
    ("http://a_b.example.org/", "http://a_b.example.org/"),
    ("http://example.org/a#top", "http://example.org/a"),
    ("http://example.org/a/", "http://example.org/a/"),
    ("http://example.org//a", "http://example.org//a"),
    ("http://example.org/a/./b/../c", "http://example.org/a/c"),
    ("http://example.org/a/%2e%2E/b", "http://example.org/b"),
    ("http://example.org/../..", "http://example.org/"),
    ("http://example.org/a%2fb%7ec", "http://example.org/a%2Fb~c"),
    ("http://example.org/100%", "http://example.org/100%25"),
    ("http://example.org/%zz", "http://example.org/%25zz"),
    ("http://example.org/a b", "http://example.org/a%20b"),
    ("http://example.org/a[1]?b[]=<2>", "http://example.org/a%5B1%5D?b%5B%5D=%3C2%3E"),
    ("http:\\\\example.org\\a?b\\c", "http://example.org/a?b%5Cc"),
    # An Arabic slug: raw, in lower-case and in upper-case escapes; one in windows-1256 stays what it is.
    ("http://example.org/خبر", "http://example.org/%D8%AE%D8%A8%D8%B1"),
    ("http://example.org/%d8%ae%d8%a8%d8%b1", "http://example.org/%D8%AE%D8%A8%D8%B1"),
    ("http://example.org/%D8%AE%D8%A8%D8%B1", "http://example.org/%D8%AE%D8%A8%D8%B1"),
    ("http://example.org/?s=خبر", "http://example.org/?s=%D8%AE%D8%A8%D8%B1"),
    ("http://example.org/%ce%c8%d1", "http://example.org/%CE%C8%D1"),
    ("http://مثال.إختبار/", "http://xn--mgbh0fb.xn--kgbechtv/"),
    ("http://MÜNCHEN.example/", "http://xn--mnchen-3ya.example/"),
    # The query keeps its order; what only says who led a reader here goes.
    ("http://example.org/?b=2&a=1", "http://example.org/?b=2&a=1"),
    ("http://example.org/?", "http://example.org/"),
    ("http://example.org/?utm_source=x&UTM_Medium=y", "http://example.org/"),
    ("http://example.org/?id=7&fbclid=x&page=2", "http://example.org/?id=7&page=2"),
    ("http://example.org/?g%63lid=x&p=1", "http://example.org/?p=1"),
    ("http://example.org/?q=utm_source", "http://example.org/?q=utm_source"),
    ("http://example.org/?a=1&&b", "http://example.org/?a=1&&b"),
    ("http://example.org/?u=a+b%20c%26d", "http://example.org/?u=a+b%20c%26d"),
    ("http://127.0.0.1:8000/a", "http://127.0.0.1:8000/a"),
    ("http://127。0。0。1/", "http://127.0.0.1/"),
    ("http://[0:0::1]:8000/", "http://[::1]:8000/"),
]

REFUSED = [
    "",
    "javascript:alert(1)",
    "data:text/html,x",
    "file:///etc/passwd",
    "ftp://example.org/",
    "mailto:desk@example.org",
    "/relative/without/base",
    "//example.org/",
    "http:///path",
    "http://",
    "http://user@example.org/",
    "http://user:secret@example.org/",
    "http://@example.org/",
    "http://exa mple.org/",
    "http://exam%2Fple.org/",
    "http://exam%00ple.org/",
    "http://a..example.org/",
    "http://-a.example.org/",
    "http://" + "a" * 64 + ".example.org/",
    "http://example.org:0/",
    "http://example.org:65536/",
    "http://example.org:8o/",
    "http://example.org/a\nb",
    "http://example.org/a\tb",
    "http://example.org/\x00",
    "http://example.org/\x85",
    "http://example.org/\ud800",
    "http://[::1/",
    "http://[fe80::1%25eth0]/",
    "http://[::1.2.3]/",
    # Numbers that resolvers, but not people, read as addresses.
    "http://2130706433/",
    "http://0/",
    "http://0x7f000001/",
    "http://127.1/",
    "http://0177.0.0.1/",
    "http://127.0.0.0x1/",
    "http://1.2.3.4.5/",
    "http://example.org/" + "a" * MAX_LENGTH,
    "http://example.org/" + "خ" * (MAX_LENGTH // 6),
]


@pytest.mark.parametrize(("url", "normal"), SPELLINGS)
def test_an_address_has_one_spelling(url, normal):
    assert normalise_url(url) == normal
    assert normalise_url(normal) == normal


@pytest.mark.parametrize("url", REFUSED)
def test_what_may_not_be_fetched_is_no_address(url):
    assert normalise_url(url) is None
    assert host_of(url) == ""


@pytest.mark.parametrize(
    ("link", "normal"),
    [
        ("", "https://example.org/ar/story?id=1"),
        ("other", "https://example.org/ar/other"),
        ("../en/", "https://example.org/en/"),
        ("/x", "https://example.org/x"),
        ("?page=2", "https://example.org/ar/story?page=2"),
        ("#comments", "https://example.org/ar/story?id=1"),
        ("//cdn.example.org/x", "https://cdn.example.org/x"),
        ("http://other.example/", "http://other.example/"),
        ("\\\\evil.example\\x", "https://evil.example/x"),
        ("javascript:void(0)", None),
        ("data:,x", None),
    ],
)
def test_a_relative_address_is_read_from_where_it_stands(link, normal):
    assert normalise_url(link, "https://example.org/ar/story?id=1#top") == normal


def test_an_address_of_two_kilobytes_is_the_longest():
    longest = "http://example.org/".ljust(MAX_LENGTH, "a")
    assert normalise_url(longest) == longest
    assert normalise_url(longest + "a") is None


hosts = st.sampled_from(["example.org", "EXAMPLE.org.", "مثال.example", "10.0.0.1", "[::1]", "a_b.example"])
parts = st.text(alphabet=string.printable + "خبرé%2F.?&=#\\", max_size=40)


@given(st.builds("{}://{}{}/{}".format, st.sampled_from(["http", "HTTPS"]), hosts, st.just(""), parts))
@example("http://example.org/%25%32%65")
@example("http://example.org/%2%65/..%2e")
def test_normalising_twice_is_normalising_once(url):
    normal = normalise_url(url)
    if normal is not None:
        assert normalise_url(normal) == normal
        assert normal.isascii()
        assert "#" not in normal


@given(st.text(max_size=60), st.none() | st.text(max_size=30))
def test_no_text_makes_it_raise(url, base):
    normal = normalise_url(url, base)
    assert normal is None or normal.startswith(("http://", "https://"))


@pytest.mark.parametrize(
    ("url", "host"),
    [
        ("https://Example.org/a", "example.org"),
        ("https://example.org:443/", "example.org"),
        ("https://example.org:8443/", "example.org:8443"),
        ("http://[0::1]:8000/", "[::1]:8000"),
    ],
)
def test_the_host_has_a_port_only_where_it_is_not_the_usual_one(url, host):
    assert host_of(url) == host


def test_a_host_splits_into_name_and_port():
    hosts = ["example.org", "example.org:8000", "[::1]", "[::1]:8000", "127.0.0.1:1"]
    assert [split_host(host) for host in hosts] == [
        ("example.org", None),
        ("example.org", 8000),
        ("::1", None),
        ("::1", 8000),
        ("127.0.0.1", 1),
    ]


@pytest.mark.parametrize(
    ("name", "domain"),
    [
        ("www.example.org", "example.org"),
        ("a.b.example.co.uk", "example.co.uk"),
        ("news.gov.iq", "news.gov.iq"),
        ("co.uk", None),
        ("one.blogspot.com", "one.blogspot.com"),
        ("a.news.test", "news.test"),
        ("localhost", None),
        ("127.0.0.1", None),
        ("::1", None),
    ],
)
def test_the_registrable_domain_is_what_someone_registered(name, domain):
    assert registrable_domain(name) == domain


SITE = Site("news", "https://www.example.co.uk/", hosts=("cdn.example.net", "OTHER.example:8080"))
PORTED = Site("ported", "http://news.example.org:8000/")
LOCAL = Site("local", "http://127.0.0.1:8000/")
SINGLE = Site("single", "http://intranet/")
BLOG = Site("blog", "https://one.blogspot.com/")


@pytest.mark.parametrize(
    ("url", "site", "expected"),
    [
        ("https://www.example.co.uk/a", SITE, True),
        ("http://ar.example.co.uk/a", SITE, True),
        ("https://example.co.uk/", SITE, True),
        ("https://other.co.uk/", SITE, False),
        ("https://www.example.co.uk.evil.example/", SITE, False),
        ("https://notexample.co.uk/", SITE, False),
        ("https://www.example.co.uk:8443/", SITE, False),
        ("https://cdn.example.net/x", SITE, True),
        ("https://www.example.net/x", SITE, False),
        ("http://other.example:8080/", SITE, True),
        ("http://other.example/", SITE, False),
        ("javascript:alert(1)", SITE, False),
        ("http://ar.example.org:8000/", PORTED, True),
        ("http://news.example.org/", PORTED, False),
        ("http://127.0.0.1:8000/x", LOCAL, True),
        ("http://127.0.0.1:8001/x", LOCAL, False),
        ("http://127.0.0.2:8000/x", LOCAL, False),
        ("http://localhost:8000/x", LOCAL, False),
        ("http://intranet/x", SINGLE, True),
        ("http://other/x", SINGLE, False),
        ("https://two.blogspot.com/", BLOG, False),
    ],
)
def test_an_address_belongs_to_its_site_only(url, site, expected):
    assert in_scope(url, site) is expected
