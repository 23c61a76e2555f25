"""Names become addresses in time, or an OSError says why not."""

import threading

import pytest

from crawler.wire.resolution import resolve_name


@pytest.mark.parametrize("address", ["127.0.0.1", "::1", "169.254.169.254"])
def test_an_address_gives_itself(address):
    assert resolve_name(address, timeout_s=1) == (address,)


def test_a_name_gives_each_of_its_addresses_once():
    found = resolve_name("localhost", timeout_s=10)
    assert set(found) <= {"127.0.0.1", "::1"}
    assert len(found) == len(set(found)) > 0


@pytest.mark.parametrize(
    ("name", "message"),
    [
        # Under test no name is resolved at all: the guard's refusal is an OSError like a resolver's.
        ("name.invalid", "tests resolve no names"),
        ("a" * 70 + ".invalid", "a label that cannot be asked for"),
    ],
)
def test_a_name_that_does_not_resolve_is_an_os_error(name, message):
    with pytest.raises(OSError, match=message):
        resolve_name(name, timeout_s=10)


def test_a_resolver_that_keeps_silent_is_not_waited_for():
    released = threading.Event()

    def silent(name):
        released.wait(20)
        return ("127.0.0.1",)

    with pytest.raises(TimeoutError, match="no answer about slow"):
        resolve_name("slow.test", 0.01, silent)
    released.set()
