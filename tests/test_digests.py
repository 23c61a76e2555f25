"""Hashes, canonical JSON and times: what the evidence is made comparable by."""

import hashlib
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archive.digests import canonical, content_hash, entry_hash, file_digest, payload_digest
from archive.times import read_utc, utc_now, utc_text
from crawler.models import Edition, Role, Segment

JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53) + 1, 2**53 - 1) | st.text(st.characters(codec="utf-8")),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(st.characters(codec="utf-8")), inner),
    max_leaves=10,
)


def test_a_payload_s_digest_is_its_sha_256() -> None:
    assert payload_digest(b"abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"


def test_the_digest_of_a_file_is_that_of_its_bytes(tmp_path: Path) -> None:
    path = tmp_path / "large"
    path.write_bytes(b"0123456789" * 300_000)
    assert file_digest(path) == hashlib.sha256(b"0123456789" * 300_000).hexdigest()


def test_canonical_json_is_that_of_rfc_8785() -> None:
    content = {"\u20ac": "Euro", "\r": "Return", "1": [1, None, True, '\x0f\n"\\é'], "\U0001f600": "smile", "a": {}}
    assert canonical(content) == (
        '{"\\r":"Return","1":[1,null,true,"\\u000f\\n\\"\\\\é"],"a":{},"€":"Euro","\U0001f600":"smile"}'.encode()
    )


@settings(max_examples=50, deadline=None)
@given(st.dictionaries(st.text(st.characters(codec="utf-8")), JSON))
def test_the_order_of_keys_does_not_change_an_entry_s_hash(content: dict[str, object]) -> None:
    turned = dict(reversed(content.items()))
    assert entry_hash(turned) == entry_hash(content) == payload_digest(canonical(content))


def test_the_content_hash_is_the_one_that_articles_carry() -> None:
    edition = Edition("ar", (Segment(Role.HEADLINE, 0, "بغـــداد"),))
    same = Edition("ar", (Segment(Role.HEADLINE, 0, "بغداد\u200f"),))
    assert content_hash([edition]) == content_hash([same]) != content_hash([])


@given(st.datetimes(datetime(1, 1, 2), datetime(9999, 12, 30)), st.integers(-720, 720))  # noqa: DTZ001
def test_a_time_comes_back_as_the_same_instant_in_utc(naive: datetime, zone_min: int) -> None:
    moment = naive.replace(tzinfo=timezone(timedelta(minutes=zone_min)))
    read = read_utc(utc_text(moment))
    assert (read, read.tzinfo) == (moment, UTC)


@pytest.mark.parametrize(
    ("moment", "text"),
    [
        (datetime(2026, 1, 26, 3, 4, 5, tzinfo=UTC), "2026-01-26T03:04:05Z"),
        (datetime(2026, 1, 26, 3, 4, 5, 7, tzinfo=UTC), "2026-01-26T03:04:05.000007Z"),
        (datetime(45, 1, 26, tzinfo=UTC), "0045-01-26T00:00:00Z"),
    ],
)
def test_a_time_is_written_with_a_fraction_only_where_it_has_one(moment: datetime, text: str) -> None:
    assert utc_text(moment) == text


def test_a_naive_time_is_refused() -> None:
    with pytest.raises(ValueError, match="without a zone"):
        utc_text(datetime(2026, 1, 26))  # noqa: DTZ001


def test_now_is_aware_and_in_utc() -> None:
    assert utc_now().tzinfo is UTC
