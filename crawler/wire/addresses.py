"""Which IP addresses may be connected to: public ones and, for a site that says so, a private network's.

The ranges are written out from IANA's registries of special-purpose addresses: `ipaddress` changes its mind
about them from one Python to the next, and takes the former site-local range for public.
"""

from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network

# Every IPv4 address is public but these.
_NOT_PUBLIC_4 = tuple(
    ip_network(network)
    for network in (
        "0.0.0.0/8",  # this network; Linux connects to the machine itself
        "10.0.0.0/8",  # private
        "100.64.0.0/10",  # between carrier and customer; one cloud's metadata server is here
        "127.0.0.0/8",  # loopback
        "168.63.129.16/32",  # public by number, but another cloud's server of the machine's own secrets
        "169.254.0.0/16",  # link-local, with the metadata server of most clouds
        "172.16.0.0/12",  # private
        "192.0.0.0/24",  # protocol assignments
        "192.0.2.0/24",  # documentation
        "192.88.99.0/24",  # 6to4 relays
        "192.168.0.0/16",  # private
        "198.18.0.0/15",  # benchmarks
        "198.51.100.0/24",  # documentation
        "203.0.113.0/24",  # documentation
        "224.0.0.0/4",  # multicast
        "240.0.0.0/4",  # reserved, broadcast
    )
)
# No IPv6 address is public but these: what is outside is loopback, mapped IPv4, NAT64, unique local,
# link-local, site-local, multicast or unassigned.
_GLOBAL_UNICAST_6 = ip_network("2000::/3")
_NOT_PUBLIC_6 = tuple(
    ip_network(network)
    for network in (
        "2001::/23",  # protocol assignments, with Teredo, which wraps an IPv4 address
        "2001:db8::/32",  # documentation
        "2002::/16",  # 6to4, which wraps an IPv4 address
        "3fff::/20",  # documentation
    )
)
# What an intranet or a test site lives in. Link-local is not in it, for the sake of the metadata servers.
_PRIVATE = tuple(
    ip_network(network)
    for network in ("10.0.0.0/8", "127.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "::1/128", "fc00::/7")
)
# Inside a private range, yet a cloud's metadata server.
_NEVER = ip_address("fd00:ec2::254")


def may_connect(address: str, *, private: bool = False) -> bool:
    """Whether an IP address may be connected to; `private` allows loopback and private networks too.

    What is no address, or has a zone ("fe80::1%eth0"), may not.

    >>> may_connect("9.9.9.9"), may_connect("169.254.169.254", private=True), may_connect("10.1.2.3")
    (True, False, False)
    """
    try:
        parsed = ip_address(address)
    except ValueError:
        return False
    if "%" in address:
        return False
    return _is_public(parsed) or (private and _is_private(parsed))


def _is_public(address: IPv4Address | IPv6Address) -> bool:
    if isinstance(address, IPv4Address):
        return not any(address in network for network in _NOT_PUBLIC_4)
    return address in _GLOBAL_UNICAST_6 and not any(address in network for network in _NOT_PUBLIC_6)


def _is_private(address: IPv4Address | IPv6Address) -> bool:
    return address != _NEVER and any(address in network for network in _PRIVATE)
