"""A site on loopback that fails in every way a site can: see fault_routes.py for what it serves.

`with fault_site() as site:` serves until the block ends; `site.url` is its address, without a slash at the end,
`site.requests` what was asked of it. `over_tls` takes the server's context of fault_certificates.make_authority.
"""

import contextlib
import socket
import ssl
import threading
from collections.abc import Iterator
from http.server import ThreadingHTTPServer

import fault_routes  # noqa: F401  its routes enter the table by being imported
from fault_exchange import Exchange, FaultSite


class _Server(ThreadingHTTPServer):
    daemon_threads = False
    block_on_close = True

    def handle_error(self, *_: object) -> None:
        """Clients here hang up whenever they please."""


@contextlib.contextmanager
def fault_site(over_tls: ssl.SSLContext | None = None, host: str = "127.0.0.1") -> Iterator[FaultSite]:
    """Serve the faults on a free port of loopback."""
    site = FaultSite("")
    handler = type("SiteExchange", (Exchange,), {"site": site})
    server = _Server((host, 0), handler)
    if over_tls is not None:
        # Handshakes happen in the threads that answer: a client that gives up must not end the server.
        server.socket = over_tls.wrap_socket(server.socket, server_side=True, do_handshake_on_connect=False)
    site.url = f"{'https' if over_tls else 'http'}://{host}:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield site
    finally:
        site.closing.set()
        server.shutdown()
        thread.join()
        server.server_close()


@contextlib.contextmanager
def silent_port() -> Iterator[int]:
    """A port of loopback that takes connections and says nothing, not even a TLS greeting."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        yield listener.getsockname()[1]
