"""Refuse every connection and datagram that does not go to loopback, before it is made.

Python imports a module of this name at start, so a child process with this folder on PYTHONPATH is guarded too.
An audit hook cannot be removed again, nor passed by: every socket of the standard library raises these events.
"""

import ipaddress
import sys

_EVENTS = {"socket.connect", "socket.sendto", "socket.sendmsg"}
_NAME_EVENTS = {"socket.getaddrinfo", "socket.gethostbyname"}
_installed = False


class ForbiddenAddress(OSError):
    """A test tried to reach an address that is not loopback."""


def _is_loopback(host: object) -> bool:
    if isinstance(host, bytes):
        host = host.decode("ascii", "replace")
    if host is None or host == "localhost":
        return True
    try:
        return ipaddress.ip_address(str(host).split("%")[0]).is_loopback
    except ValueError:
        return False


def _refuse_other_addresses(event: str, arguments: tuple) -> None:
    if event in _EVENTS:
        address = arguments[1]
        # A string or bytes is the path of a Unix socket; None stands where the socket is connected already.
        if isinstance(address, tuple) and not _is_loopback(address[0]):
            raise ForbiddenAddress(f"tests talk to loopback only, not to {address!r}")
    elif event in _NAME_EVENTS and not _is_loopback(arguments[0]) and not _is_literal(arguments[0]):
        raise ForbiddenAddress(f"tests resolve no names, not even {arguments[0]!r}")


def _is_literal(host: object) -> bool:
    try:
        ipaddress.ip_address(str(host).split("%")[0])
    except ValueError:
        return False
    return True


def install() -> None:
    """Install the guard once in this process."""
    global _installed  # noqa: PLW0603
    if not _installed:
        sys.addaudithook(_refuse_other_addresses)
        _installed = True


if __name__ in ("sitecustomize", "loopback_only"):
    install()
