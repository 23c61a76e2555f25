"""Only public addresses are connected to, and private ones where a site says it is private."""

from ipaddress import IPv4Address, IPv6Address, ip_address

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.wire.addresses import may_connect

PUBLIC = ["1.1.1.1", "9.9.9.9", "172.15.255.255", "172.32.0.1", "11.0.0.1", "100.128.0.1", "223.255.255.255"]
PUBLIC_6 = ["2606:4700::1111", "2001:200::1", "2a00:1450:4001:81b::200e", "2003::1"]
PRIVATE = ["127.0.0.1", "127.255.255.255", "10.0.0.1", "172.16.0.1", "172.31.255.255", "192.168.1.1"]
PRIVATE_6 = ["::1", "fd12:3456::1", "fc00::1"]
NEVER = [
    "0.0.0.0",
    "0.1.2.3",
    "100.64.0.1",
    "100.100.100.200",
    "168.63.129.16",
    "169.254.169.254",
    "192.0.0.192",
    "192.0.2.1",
    "192.88.99.1",
    "198.18.0.1",
    "198.51.100.1",
    "203.0.113.1",
    "224.0.0.1",
    "239.255.255.255",
    "240.0.0.1",
    "255.255.255.255",
    "::",
    "::ffff:127.0.0.1",
    "::ffff:1.1.1.1",
    "::127.0.0.1",
    "64:ff9b::7f00:1",
    "64:ff9b::101:101",
    "64:ff9b:1::1",
    "100::1",
    "2001::1",
    "2001:db8::1",
    "2002:7f00:1::",
    "2002:101:101::",
    "3fff::1",
    "4000::1",
    "fe80::1",
    "fe80::1%eth0",
    "2606:4700::1111%eth0",
    "fec0::1",
    "fd00:ec2::254",
    "ff02::1",
    "",
    "localhost",
    "2130706433",
    "127.1",
    "0x7f.0.0.1",
    "127.0.0.1:80",
    "[::1]",
]


@pytest.mark.parametrize("address", PUBLIC + PUBLIC_6)
def test_a_public_address_may_be_connected_to(address):
    assert may_connect(address) is True
    assert may_connect(address, private=True) is True


@pytest.mark.parametrize("address", PRIVATE + PRIVATE_6)
def test_a_private_address_only_where_that_is_said(address):
    assert may_connect(address) is False
    assert may_connect(address, private=True) is True


@pytest.mark.parametrize("address", NEVER)
def test_other_addresses_never(address):
    assert may_connect(address) is False
    assert may_connect(address, private=True) is False


@given(st.integers(0, 2**32 - 1).map(IPv4Address) | st.integers(0, 2**128 - 1).map(IPv6Address))
def test_nothing_passes_that_the_standard_library_holds_for_special(address):
    if may_connect(str(address)):
        assert ip_address(address).is_global
        assert not address.is_multicast
        assert not address.is_reserved
