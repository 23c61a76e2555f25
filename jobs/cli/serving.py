"""The commands that show: the reading room, and the demonstration on a bundled sample site."""

import errno
import socket
import sys
from pathlib import Path
from typing import Any

import click

from archive.errors import UnusableArchive, UsageError
from archive.reading_room.serving import serve_archive
from archive.snapshot_files import ARCHIVE
from jobs.cli.options import data_option, example, folder_before_command, json_option, print_json, remark

# Not the default data folder: a demonstration must never touch a real archive.
DEMO_FOLDER = Path("sijill-demo")
_DEMO_HOST = "127.0.0.1"
_PLACES = {"articles": "articles", "side by side": "articles/1", "as json": "articles.json?_shape=array"}


@click.command(epilog=example("sijill serve --port 8001"))
@click.option("--host", envvar="SIJILL_HOST", default="127.0.0.1", show_default=True, help="Address to listen on.")
@click.option("--port", default=8001, show_default=True, type=click.IntRange(0, 65535), help="0 takes a free one.")
@data_option
@json_option
def serve(host: str, port: int, folder: Path, as_json: bool) -> None:
    """Serve the archive with Datasette, read-only, until interrupted."""
    serve_folder(folder, host, port, as_json=as_json)


@click.command(epilog=example("sijill demo --no-serve --data /tmp/sijill-demo"))
@click.option("--serve/--no-serve", "serving", default=True, help="Serve the archive afterwards.")
@click.option("--port", default=8001, show_default=True, type=click.IntRange(0, 65535), help="0 takes a free one.")
@click.option(
    "--data",
    "folder",
    type=click.Path(path_type=Path, file_okay=False),
    callback=lambda context, _, value: folder_before_command(context) or value or DEMO_FOLDER,
    show_default=str(DEMO_FOLDER),
    help="Where the demonstration keeps its data; emptied first where an earlier demonstration made it.",
)
@json_option
def demo(serving: bool, port: int, folder: Path, as_json: bool) -> None:
    """Run the whole path on a bundled sample site over real HTTP on loopback: crawl, crawl again, snapshot, serve."""
    from jobs.demo.run import run_demo

    if serving:
        _take_port(_DEMO_HOST, port)  # told at once, not after the demonstration
    report = run_demo(folder, tell=lambda line: click.echo(line, err=as_json))
    if as_json:
        print_json(report.as_json())
    if not report.is_well:
        sys.exit(1)
    if serving:
        serve_folder(folder, _DEMO_HOST, port)


def serve_folder(folder: Path, host: str, port: int, *, as_json: bool = False) -> None:
    """Become the Datasette process of a data folder, its addresses told first."""
    if not (folder / ARCHIVE).is_file():
        raise UnusableArchive(f"there is no archive in {folder}: sijill crawl makes one")
    port = _take_port(host, port)
    shown_host = f"[{host}]" if ":" in host else host
    addresses = {name: f"http://{shown_host}:{port}/archive/{path}" for name, path in _PLACES.items()}
    if as_json:
        print_json({name.replace(" ", "_"): address for name, address in addresses.items()})
    else:
        for name, address in addresses.items():
            remark(f"{name:<12} {address}")
    serve_archive(folder, host, port)


def _take_port(host: str, port: int) -> int:
    """The port, or a free one for 0: bound once and let go, since Datasette's own failure would be a trace.

    Raises UsageError where it cannot be listened on at any address of the host: "localhost" may have one of IPv6
    on a machine without.
    """
    try:
        places = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        taken = [number for number in (_bind_once(place[0], place[4]) for place in places) if number is not None]
    except OSError as error:
        raise UsageError(_why_not_taken(error, host, port)) from error
    if not taken:
        raise UsageError(f"{host} is no address of this machine: give one with --host")
    return port or taken[0]


def _bind_once(family: int, address: tuple[Any, ...]) -> int | None:
    """The port that was bound, as Datasette's server binds it; None where this machine has no such address."""
    try:
        with socket.socket(family, socket.SOCK_STREAM) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            if family == socket.AF_INET6:
                probe.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 1)
            probe.bind(address)
            return int(probe.getsockname()[1])
    except OSError as error:
        if error.errno in (errno.EADDRNOTAVAIL, errno.EAFNOSUPPORT):
            return None
        raise


def _why_not_taken(error: OSError, host: str, port: int) -> str:
    if error.errno == errno.EADDRINUSE:
        return f"port {port} is in use: give another with --port"
    if error.errno in (errno.EACCES, errno.EPERM):
        return f"port {port} is not for this user to take ({error.strerror}): give one above 1023 with --port"
    return f"{host} cannot be listened on ({error.strerror}): give an address of this machine with --host"
