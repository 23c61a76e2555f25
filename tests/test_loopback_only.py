import socket
import subprocess
import sys

import pytest

# TEST-NET-1 (RFC 5737): never routed, so that a failing guard reaches nobody.
OUTSIDE = ("192.0.2.1", 80)
ATTEMPT = f"import socket; socket.create_connection({OUTSIDE!r}, timeout=1)"


def test_a_connection_beyond_loopback_is_refused_before_it_is_made():
    with pytest.raises(OSError, match="loopback only"):
        socket.create_connection(OUTSIDE, timeout=1)


def test_a_child_process_is_guarded_too():
    child = subprocess.run([sys.executable, "-c", ATTEMPT], check=False, capture_output=True, text=True, timeout=30)
    assert child.returncode == 1
    assert "tests talk to loopback only" in child.stderr


def test_a_name_is_not_resolved():
    with pytest.raises(OSError, match="resolve no names"):
        socket.getaddrinfo("example.org", 80)


def test_loopback_stays_open():
    with socket.create_server(("127.0.0.1", 0)) as server:
        socket.create_connection(server.getsockname(), timeout=5).close()
