"""What is worth another attempt, and how long a host is left alone."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.models import Capture
from crawler.wire.retries import MAX_PAUSE_S, host_pause_s, retry_delay_s

NOW = datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)
URL = "http://a.example/"


def capture_of(status=None, failure=None, retry_after=None):
    headers = () if retry_after is None else (("retry-after", retry_after),)
    return Capture(URL, URL, NOW, NOW, status, headers=headers, failure=failure)


@pytest.mark.parametrize(
    ("status", "failure", "worth_it"),
    [
        (None, "connection", True),
        (None, "deadline", True),
        (200, "deadline", True),
        (200, "incomplete", True),
        (500, None, True),
        (502, None, True),
        (504, None, True),
        (500, "empty", True),
        (200, None, False),
        (304, None, False),
        (301, None, False),
        (401, None, False),
        (403, None, False),
        (404, None, False),
        (410, None, False),
        (451, None, False),
        (501, None, False),
        (429, None, False),
        (503, None, False),
        (503, "incomplete", False),
        (200, "empty", False),
        (200, "too-large", False),
        (206, "partial", False),
        (302, "redirect-loop", False),
        (302, "refused-address", False),
        (None, "refused-scheme", False),
        (None, "out-of-scope", False),
        (None, "dns", False),
        (None, "tls", False),
        (None, "protocol", False),
    ],
)
def test_only_what_may_pass_is_tried_again(status, failure, worth_it):
    assert (retry_delay_s(capture_of(status, failure), 1) is not None) is worth_it


def test_the_wait_doubles_and_the_third_attempt_is_the_last():
    capture = capture_of(failure="connection")
    assert [retry_delay_s(capture, attempt) for attempt in (1, 2, 3, 4)] == [2.0, 4.0, None, None]
    assert [retry_delay_s(capture, attempt, jitter=1.0) for attempt in (1, 2, 3)] == [3.0, 6.0, None]
    assert retry_delay_s(capture, 1, jitter=0.5) == 2.5


@pytest.mark.parametrize("status", [429, 503])
@pytest.mark.parametrize(
    ("retry_after", "pause_s"),
    [
        (None, 60.0),
        ("", 60.0),
        ("0", 0.0),
        ("120", 120.0),
        (" 120 ", 120.0),
        ("900", 900.0),
        ("901", 900.0),
        ("9" * 5000, 900.0),
        ("-5", 60.0),
        ("1.5", 60.0),
        ("soon", 60.0),
        ("١٢", 60.0),
        ("Fri, 02 Jan 2026 03:06:05 GMT", 120.0),
        ("Friday, 02-Jan-26 03:06:05 GMT", 120.0),
        ("Fri Jan  2 03:06:05 2026", 120.0),
        ("Fri, 02 Jan 2026 06:06:05 +0300", 120.0),
        ("Fri, 02 Jan 2026 03:06:05 -0000", 120.0),
        ("Sat, 03 Jan 2026 03:04:05 GMT", 900.0),
        ("Thu, 01 Jan 2026 03:04:05 GMT", 60.0),
        ("Fri, 32 Jan 2026 03:04:05 GMT", 60.0),
        ("Fri, 02 Jan 99999999 03:04:05 GMT", 60.0),
    ],
)
def test_a_host_is_left_alone_as_long_as_it_asks_within_reason(status, retry_after, pause_s):
    assert host_pause_s(capture_of(status, retry_after=retry_after), NOW) == pause_s


@pytest.mark.parametrize("status", [None, 200, 404, 500, 502, 504])
def test_other_answers_pause_no_host(status):
    assert host_pause_s(capture_of(status, retry_after="120"), NOW) is None


@given(st.text(max_size=40))
def test_no_header_makes_it_raise_or_wait_for_hours(retry_after):
    pause_s = host_pause_s(capture_of(503, retry_after=retry_after), NOW)
    assert pause_s is not None
    assert 0 <= pause_s <= MAX_PAUSE_S
