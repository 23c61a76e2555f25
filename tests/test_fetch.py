"""Whatever a site does, there is one capture that says what came and why no more."""

import gzip
import hashlib
import resource
import subprocess
import sys
import threading
import time
from datetime import UTC, datetime
from urllib.parse import quote

import pytest
from fault_certificates import make_authority
from fault_routes import ETAG, LAST_MODIFIED, PAGE
from fault_site import fault_site, silent_port
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from crawler.decode import decode_content
from crawler.fetch import Fetcher, Limits, Validators, default_user_agent, utc_now
from crawler.models import Capture
from crawler.sites import Site

# Small, so that what is endless ends soon.
LIMITS = Limits(deadline_s=0.5, connect_s=0.5, wire_bytes=100_000)
QUICK = Limits(deadline_s=5, wire_bytes=100_000)


@pytest.fixture(scope="module")
def served():
    with fault_site() as site:
        yield site


def own_site(served, **options):
    return Site("fault", served.url + "/", **{"private_addresses": True, **options})


def fetch(served, path, limits=QUICK, **options):
    with Fetcher(limits=limits) as fetcher:
        return fetcher.fetch(served.url + path, site=own_site(served), delay_s=0, **options)


def ending(capture):
    """What an ordinary caller looks at."""
    return capture.status, capture.failure, capture.wire


def test_a_page_comes_with_everything_that_was_said(served):
    before = utc_now()
    capture = fetch(served, "/page?a=1#top")
    host = served.url.removeprefix("http://")
    assert before <= capture.started_at <= capture.finished_at <= utc_now()
    assert capture == Capture(
        url=f"{served.url}/page?a=1",
        final_url=f"{served.url}/page?a=1",
        started_at=capture.started_at,
        finished_at=capture.finished_at,
        status=200,
        request_headers=(
            ("Host", host),
            ("User-Agent", default_user_agent()),
            ("Accept", "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"),
            ("Accept-Encoding", "gzip"),
            ("Connection", "close"),
        ),
        headers=(
            ("Content-Type", "text/html"),
            ("Set-Cookie", "visitor=1"),
            ("Content-Length", str(len(PAGE))),
        ),
        wire=PAGE,
        peer=host,
    )
    assert served.requests[-1].headers == capture.request_headers
    assert capture.succeeded


@pytest.mark.parametrize(
    ("path", "ended"),
    [
        ("/status/404", (404, None, b"an answer")),
        ("/status/410", (410, None, b"an answer")),
        ("/status/451", (451, None, b"an answer")),
        ("/status/500", (500, None, b"an answer")),
        ("/status/503?retry-after=120", (503, None, b"an answer")),
        ("/nowhere", (404, None, b"nothing here")),
        ("/chunked", (200, None, PAGE)),
        ("/longer-than-announced", (200, None, PAGE)),
        ("/after-interim-answers", (200, None, PAGE)),
        ("/cookie-flood", (200, None, PAGE)),
        ("/cookie-that-a-jar-stumbles-over", (200, None, PAGE)),
        ("/redirect-without-target", (302, None, b"over where?")),
        # Rows 4, 5, 7, 9, 49: not whole, not asked for, or nothing.
        ("/short", (200, "incomplete", PAGE)),
        ("/reset", (200, "incomplete", PAGE)),
        ("/chunked-cut", (200, "incomplete", b"hellobut no")),
        ("/chunked-without-end", (200, "incomplete", b"hello")),
        ("/chunked-badly", (200, "incomplete", b"hello")),
        ("/empty", (200, "empty", b"")),
        ("/status/204", (204, "empty", b"")),
        ("/partial", (206, "partial", PAGE[:10])),
        ("/unasked", (304, "unasked-304", b"")),
        # Rows 10 and 11: no HTTP, or too much of it.
        ("/garbage", (None, "protocol", b"")),
        ("/early-hints", (103, "protocol", b"")),
        ("/two-lengths", (None, "protocol", b"")),
        ("/other-transfer-encoding", (200, "protocol", b"")),
        ("/hang-up", (None, "connection", b"")),
        ("/headers-cut", (None, "connection", b"")),
        ("/large-header", (None, "too-large", b"")),
        ("/large-headers", (None, "too-large", b"")),
        ("/many-headers", (None, "too-large", b"")),
        ("/endless-interim", (None, "too-large", b"")),
        # Row 18.
        ("/endless", (200, "too-large", b"x" * 100_000)),
        ("/huge-length", (200, "too-large", b"")),
    ],
)
def test_each_fault_has_its_word(served, path, ended):
    capture = fetch(served, path)
    assert ending(capture) == ended
    assert (capture.detail is None) is (capture.failure is None)


@pytest.mark.parametrize(
    ("path", "status", "came"),
    [
        ("/slow-body", 200, True),
        ("/slow-body-without-length", 200, True),
        ("/slow-headers", None, False),
        ("/silent", None, False),
    ],
)
def test_the_deadline_ends_what_no_timeout_of_a_read_would(served, path, status, came):
    started = time.monotonic()
    capture = fetch(served, path, LIMITS)
    assert time.monotonic() - started < 5
    assert (capture.status, capture.failure) == (status, "deadline")
    assert bool(capture.wire) is came
    assert set(capture.wire) <= {ord("x")}


def test_the_deadline_ends_a_handshake_that_never_comes():
    with silent_port() as port:
        site = Site("silent", f"https://127.0.0.1:{port}/", private_addresses=True)
        capture = Fetcher(limits=LIMITS).fetch(site.url, site=site)
    assert ending(capture) == (None, "deadline", b"")


def test_all_hops_share_one_deadline(served):
    with Fetcher(limits=LIMITS) as fetcher:
        capture = fetcher.fetch(f"{served.url}/to?/slow-body", site=own_site(served), delay_s=0)
    assert (capture.final_url, capture.failure) == (f"{served.url}/slow-body", "deadline")


def test_a_port_that_nobody_listens_on_is_a_lost_connection():
    with silent_port() as port:
        pass
    site = Site("closed", f"http://127.0.0.1:{port}/", private_addresses=True)
    capture = Fetcher(limits=LIMITS).fetch(site.url, site=site)
    assert ending(capture) == (None, "connection", b"")
    assert capture.peer is None


def test_a_body_that_ends_with_the_connection_is_flagged(served):
    capture = fetch(served, "/close-delimited")
    assert ending(capture) == (200, None, PAGE)
    assert capture.flags == ("close-delimited",)
    assert fetch(served, "/page").flags == fetch(served, "/chunked").flags == ()


def test_wire_bytes_are_kept_as_they_came(served):
    capture = fetch(served, "/gzipped")
    assert capture.wire == gzip.compress(PAGE, mtime=0)
    assert decode_content(capture) == PAGE


def test_a_raw_arabic_slug_in_a_header_hides_none_of_the_others(served):
    capture = fetch(served, "/raw-headers")
    assert ending(capture) == (200, None, b"news")
    assert capture.headers == (
        ("X-First", "1"),
        ("X-Slug", "/مصر"),
        ("X-Latin", "café"),
        ("X-Folded", "one two"),
        ("Set-Cookie", "a=1"),
        ("X-Between", ""),
        ("set-cookie", "b=2"),
        ("Transfer-Encoding", "chunked"),
    )


def test_interim_answers_leave_no_headers(served):
    names = [name for name, _ in fetch(served, "/after-interim-answers").headers]
    assert names == ["Content-Type", "Content-Length"]


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.sampled_from([b"", b"HTTP/1.1 200 OK\r\n", b"HTTP/1.1 302 Found\r\nLocation: ", b"HTTP/1.1 200 OK\r\n\r\n"]),
    st.binary(max_size=60)
    | st.lists(st.sampled_from([b"\r\n", b":", b" ", b"Content-Length", b"-1", b"\xd9\x85"])).map(b"".join),
)
def test_no_answer_makes_it_raise(served, start, rest):
    capture = fetch(served, "/raw?" + quote(start + rest, safe=""))
    assert capture.failure is None or capture.detail


def test_what_a_server_says_enters_no_log_as_it_is(served):
    capture = fetch(served, "/raw?" + quote("not HTTP \x1b[31m\x85\u202e" + "x" * 500))
    assert capture.failure == "protocol"
    assert capture.detail.isprintable()
    assert len(capture.detail) - len(capture.final_url) < 300


# Conditional requests.


@pytest.mark.parametrize(
    ("validators", "sent"),
    [
        (Validators(ETAG, LAST_MODIFIED), {"If-None-Match": ETAG, "If-Modified-Since": LAST_MODIFIED}),
        (Validators(ETAG), {"If-None-Match": ETAG}),
        (Validators(last_modified=LAST_MODIFIED), {"If-Modified-Since": LAST_MODIFIED}),
    ],
)
def test_what_is_known_is_not_sent_again(served, validators, sent):
    capture = fetch(served, "/known", validators=validators)
    assert ending(capture) == (304, None, b"")
    assert {name: value for name, value in capture.request_headers if name.startswith("If-")} == sent
    assert not capture.succeeded


@pytest.mark.parametrize("validators", [None, Validators('"v0"'), Validators(), Validators("v\r\nX: 1", "\u0661")])
def test_what_is_not_known_is(served, validators):
    assert ending(fetch(served, "/known", validators=validators)) == (200, None, PAGE)
    assert served.requests[-1].header("X") is None


# Redirects.


def test_redirects_are_followed_and_recorded(served):
    capture = fetch(served, "/hops/4")
    assert ending(capture) == (200, None, PAGE)
    assert (capture.url, capture.final_url) == (f"{served.url}/hops/4", f"{served.url}/page")
    assert capture.redirects == tuple((f"{served.url}/hops/{left}", 301) for left in (4, 3, 2, 1, 0))


def test_the_sixth_redirect_is_one_too_many(served):
    capture = fetch(served, "/hops/5")
    assert ending(capture) == (301, "too-many-redirects", b"")
    assert (len(capture.redirects), capture.final_url) == (5, f"{served.url}/hops/0")


@pytest.mark.parametrize(
    ("path", "failure"),
    [
        ("/ping", "redirect-loop"),
        ("/growing", "refused-url"),
        ("/to?file:///etc/passwd", "refused-scheme"),
        ("/to?data:text/html,x", "refused-scheme"),
        ("/to?ftp://127.0.0.1/", "refused-scheme"),
        ("/to?javascript:alert(1)", "refused-scheme"),
        ("/to?http://user:secret@127.0.0.1/", "refused-url"),
        ("/to?/a%0bb", "refused-url"),
        ("/to?http://2130706433/", "refused-url"),
        ("/to?http://169.254.169.254/", "out-of-scope"),
        ("/to?http://10.0.0.1/", "out-of-scope"),
        ("/to?http://localhost/", "out-of-scope"),
        ("/to?http://example.org/", "out-of-scope"),
        ("/to?//127.0.0.1:1/", "out-of-scope"),
        ("/to?https://127.0.0.1/", "out-of-scope"),
    ],
)
def test_a_redirect_that_may_not_be_followed_is_not(served, path, failure):
    capture = fetch(served, path)
    assert (capture.failure, capture.wire) == (failure, b"")
    assert capture.status in (302, 307, 308)
    # The address that refused to be followed is in the evidence; the capture ends where the last answer came from.
    assert capture.header("Location") is not None
    assert capture.final_url.startswith(served.url)


@pytest.mark.parametrize(
    ("location", "target"),
    [
        ("/page?q=مصر".encode(), "/page?q=%D9%85%D8%B5%D8%B1"),
        (b"/page?q=%d9%85", "/page?q=%D9%85"),
        (b"/page?q=caf\xe9", "/page?q=caf%C3%A9"),
        (b"/page?q=a%0d%0ab", "/page?q=a%0D%0Ab"),
        (b"page?utm_source=x", "/page"),
        (b" /page#top ", "/page"),
    ],
)
def test_a_location_is_read_as_browsers_do(served, location, target):
    capture = fetch(served, "/to?" + quote(location, safe=""))
    assert ending(capture) == (200, None, PAGE)
    assert served.targets[-1] == target


def test_no_cookie_is_ever_sent_back(served):
    with Fetcher(limits=QUICK) as fetcher:
        for path in ("/page", "/to?/page", "/cookie-flood", "/page"):
            assert fetcher.fetch(served.url + path, site=own_site(served), delay_s=0).succeeded
    assert [asked.header("Cookie") for asked in served.requests[-5:]] == [None] * 5


# Which hosts are asked, and where they are.


class Resolver:
    """A name server of the test's own, which remembers what it was asked."""

    def __init__(self, **addresses):
        self.addresses = {name.replace("_", "."): found for name, found in addresses.items()}
        self.asked = []

    def __call__(self, name, timeout_s):
        self.asked.append(name)
        return self.addresses[name]


@pytest.mark.parametrize(
    ("url", "failure"),
    [
        ("ftp://example.org/", "refused-scheme"),
        ("javascript:alert(1)", "refused-scheme"),
        ("", "refused-url"),
        ("http://", "refused-url"),
        ("http://user@example.org/", "refused-url"),
        ("http://0x7f000001/", "refused-url"),
        ("http://example.org:8080/", "refused-port"),
        ("http://127.0.0.1/", "refused-address"),
        ("http://[::1]/", "refused-address"),
        ("http://[::ffff:127.0.0.1]/", "refused-address"),
        ("http://[64:ff9b::7f00:1]/", "refused-address"),
        ("http://[2002:7f00:1::]/", "refused-address"),
        ("http://[fec0::1]/", "refused-address"),
        ("http://169.254.169.254/latest/", "refused-address"),
        ("https://10.0.0.1/", "refused-address"),
        ("http://localhost/", "refused-address"),
        ("http://0.0.0.0/", "refused-address"),
    ],
)
def test_without_a_site_only_public_addresses_are_asked(url, failure):
    capture = Fetcher(limits=LIMITS).fetch(url, delay_s=0)
    assert ending(capture) == (None, failure, b"")
    assert (capture.peer, capture.request_headers) == (None, ())


@pytest.mark.parametrize(
    "found",
    [
        ["127.0.0.1"],
        ["8.8.8.8", "10.0.0.1"],
        ["2606:4700::1111", "8.8.8.8", "::ffff:127.0.0.1"],
        ["169.254.169.254"],
        ["fe80::1%eth0"],
    ],
)
def test_one_private_address_among_many_refuses_the_host(found):
    resolver = Resolver(news_test=found)
    site = Site("news", "http://news.test/")
    capture = Fetcher(limits=LIMITS, resolve=resolver).fetch("http://news.test/", site=site)
    assert ending(capture) == (None, "refused-address", b"")
    assert found[-1] in capture.detail


@pytest.mark.parametrize("found", [["169.254.169.254"], ["127.0.0.1", "0.0.0.0"], ["127.0.0.1", "fd00:ec2::254"]])
def test_a_private_site_is_no_way_to_a_metadata_server(found):
    site = Site("news", "http://news.test/", private_addresses=True)
    capture = Fetcher(limits=LIMITS, resolve=Resolver(news_test=found)).fetch("http://news.test/", site=site)
    assert capture.failure == "refused-address"


def test_the_name_is_resolved_once_and_the_connection_goes_there(served):
    port = served.url.rpartition(":")[2]
    resolver = Resolver(news_test=["127.0.0.1"])
    site = Site("news", f"http://news.test:{port}/", private_addresses=True)
    capture = Fetcher(limits=QUICK, resolve=resolver).fetch(f"{site.url}page", site=site, delay_s=0)
    assert ending(capture) == (200, None, PAGE)
    assert resolver.asked == ["news.test"]
    assert capture.peer == f"127.0.0.1:{port}"
    assert served.requests[-1].header("Host") == f"news.test:{port}"


def test_the_second_address_is_tried_where_the_first_takes_no_connection(served):
    port = served.url.rpartition(":")[2]
    resolver = Resolver(news_test=["127.0.0.9", "127.0.0.1"])
    site = Site("news", f"http://news.test:{port}/", private_addresses=True)
    capture = Fetcher(limits=QUICK, resolve=resolver).fetch(f"{site.url}page", site=site)
    assert (capture.succeeded, capture.peer) == (True, f"127.0.0.1:{port}")


def test_a_name_without_addresses_does_not_resolve():
    def unknown(name, timeout_s):
        raise OSError("no such name")

    site = Site("news", "http://news.test/")
    for resolve in (unknown, Resolver(news_test=[])):
        capture = Fetcher(limits=LIMITS, resolve=resolve).fetch("http://news.test/", site=site)
        assert ending(capture) == (None, "dns", b"")


def test_an_address_outside_the_site_is_not_asked_for():
    resolver = Resolver()
    site = Site("news", "http://news.test/", private_addresses=True)
    capture = Fetcher(limits=LIMITS, resolve=resolver).fetch("http://other.example/", site=site)
    assert ending(capture) == (None, "out-of-scope", b"")
    assert resolver.asked == []


def test_ipv6_loopback_is_asked_by_its_address():
    try:
        with fault_site(host="::1") as served:
            capture = fetch(served, "/page")
    except OSError:
        pytest.skip("no IPv6 on this machine")
    assert (capture.succeeded, capture.peer) == (True, served.url.removeprefix("http://"))


def test_the_environment_has_no_say(served, monkeypatch, tmp_path):
    netrc = tmp_path / "netrc"
    netrc.write_text("machine 127.0.0.1 login reader password secret\n")
    monkeypatch.setenv("NETRC", str(netrc))
    for name in ("http_proxy", "https_proxy", "all_proxy", "HTTP_PROXY", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:1")
    monkeypatch.delenv("no_proxy", raising=False)
    assert fetch(served, "/page").succeeded
    assert served.requests[-1].header("Authorization") is None


# TLS.


@pytest.fixture(scope="module")
def authority(tmp_path_factory):
    return make_authority(tmp_path_factory.mktemp("authority"), "news.test", "127.0.0.1")


@pytest.fixture(scope="module")
def secure(authority):
    with fault_site(over_tls=authority.server) as site:
        yield site


def test_a_certificate_is_verified_by_name_and_recorded(secure, authority):
    port = secure.url.rpartition(":")[2]
    site = Site("news", f"https://news.test:{port}/", private_addresses=True)
    fetcher = Fetcher(limits=QUICK, resolve=Resolver(news_test=["127.0.0.1"]), ca_file=authority.ca_file)
    capture = fetcher.fetch(f"{site.url}to?/page", site=site, delay_s=0)
    assert ending(capture) == (200, None, PAGE)
    assert capture.tls_sha256 == hashlib.sha256(authority.leaf_der).hexdigest()
    assert capture.peer == f"127.0.0.1:{port}"


def test_a_certificate_for_another_name_is_refused(secure, authority):
    port = secure.url.rpartition(":")[2]
    site = Site("other", f"https://other.test:{port}/", private_addresses=True)
    fetcher = Fetcher(limits=QUICK, resolve=Resolver(other_test=["127.0.0.1"]), ca_file=authority.ca_file)
    capture = fetcher.fetch(site.url, site=site)
    assert ending(capture) == (None, "tls", b"")
    assert "other.test" in capture.detail


def test_a_certificate_of_an_unknown_authority_is_refused(secure, monkeypatch, authority):
    monkeypatch.setenv("REQUESTS_CA_BUNDLE", str(authority.ca_file))
    monkeypatch.setenv("SSL_CERT_FILE", str(authority.ca_file))
    assert ending(fetch(secure, "/page")) == (None, "tls", b"")


def test_a_server_that_speaks_no_tls_is_a_tls_failure(served):
    site = Site("plain", served.url.replace("http", "https") + "/", private_addresses=True)
    assert ending(Fetcher(limits=QUICK).fetch(site.url, site=site)) == (None, "tls", b"")


def test_the_deadline_and_a_cut_body_hold_over_tls(secure, authority):
    site = own_site(secure)
    fetcher = Fetcher(limits=LIMITS, ca_file=authority.ca_file)
    failures = [fetcher.fetch(secure.url + path, site=site, delay_s=0).failure for path in ("/slow-body", "/short")]
    assert failures == ["deadline", "incomplete"]


# Politeness.


class Clock:
    """Time that passes only in sleep."""

    def __init__(self):
        self.now_s = 1000.0
        self.slept = []

    def monotonic(self):
        return self.now_s

    def sleep(self, seconds):
        self.slept.append(round(seconds, 6))
        self.now_s += seconds


def test_requests_to_one_host_are_spaced_by_site_argument_or_default(served):
    clock = Clock()
    fetcher = Fetcher(limits=QUICK, sleep=clock.sleep, monotonic=clock.monotonic)
    slow, usual = own_site(served, delay_s=7.0), own_site(served)
    fetcher.fetch(f"{served.url}/page", site=slow)
    fetcher.fetch(f"{served.url}/page", site=slow)
    fetcher.fetch(f"{served.url}/page", site=usual)
    fetcher.fetch(f"{served.url}/page", site=usual, delay_s=2.5)
    clock.now_s += 2
    fetcher.fetch(f"{served.url}/page", site=usual, delay_s=2.5)
    fetcher.fetch(f"{served.url}/page", site=usual, delay_s=0)
    assert clock.slept == [7.0, 1.0, 2.5, 0.5]


def test_a_redirect_is_a_request_and_another_host_waits_for_nothing(served):
    clock = Clock()
    fetcher = Fetcher(limits=QUICK, sleep=clock.sleep, monotonic=clock.monotonic)
    with fault_site() as other:
        fetcher.fetch(f"{served.url}/hops/1", site=own_site(served), delay_s=3)
        fetcher.fetch(f"{other.url}/page", site=own_site(other), delay_s=3)
    assert clock.slept == [3.0, 3.0]


def test_a_refused_address_waits_for_nothing():
    clock = Clock()
    fetcher = Fetcher(sleep=clock.sleep, monotonic=clock.monotonic)
    for _ in range(2):
        assert fetcher.fetch("http://10.0.0.1/", delay_s=9).failure == "refused-address"
    assert clock.slept == []


def test_threads_share_a_fetcher_and_its_politeness(served):
    clock = Clock()
    fetcher = Fetcher(limits=QUICK, sleep=clock.sleep, monotonic=lambda: 0.0)
    captures = []

    def run():
        captures.append(fetcher.fetch(f"{served.url}/page", site=own_site(served), delay_s=2))

    threads = [threading.Thread(target=run) for _ in range(5)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [capture.succeeded for capture in captures] == [True] * 5
    assert sorted(clock.slept) == [2.0, 4.0, 6.0, 8.0]


def test_the_clock_and_the_name_are_the_callers(served):
    moment = datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)
    fetcher = Fetcher(limits=QUICK, clock=lambda: moment, user_agent="reader/1")
    capture = fetcher.fetch(f"{served.url}/page", site=own_site(served), delay_s=0)
    assert (capture.started_at, capture.finished_at) == (moment, moment)
    assert served.requests[-1].header("User-Agent") == "reader/1"


# Bombs, in a child process with a limit on its memory.

CHILD = """
import re, sys
from crawler.errors import UndecodableBody
from crawler.decode import decode_content
from crawler.fetch import Fetcher
from crawler.sites import Site

url, path = sys.argv[1:]
capture = Fetcher().fetch(url + path, site=Site("fault", url, private_addresses=True), delay_s=0)
try:
    body = decode_content(capture)
    print(capture.status, capture.failure, len(body))
except UndecodableBody as error:
    print(capture.status, capture.failure, error.reason)
# Not ru_maxrss: a child inherits its parent's.
print(re.search("VmHWM:[^0-9]+([0-9]+)", open("/proc/self/status").read()).group(1)[:-3])
"""


@pytest.mark.parametrize(
    ("path", "said"),
    [("/bomb", "200 None decoded-too-large"), ("/bomb-on-redirect", f"200 None {len(PAGE)}")],
)
def test_a_bomb_of_a_gibibyte_goes_off_nowhere(served, path, said):
    child = subprocess.run(
        [sys.executable, "-c", CHILD, served.url, path],
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_AS, (2**30, 2**30)),
    )
    assert child.stderr == ""
    ended, peak_mebibytes = child.stdout.splitlines()
    assert ended == said
    assert int(peak_mebibytes) < 200
