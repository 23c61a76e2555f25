"""The commands that show: the reading room, and the demonstration on a bundled sample site."""

import socket
import sys
from pathlib import Path

import click

from archive.errors import UnusableArchive
from archive.reading_room.serving import serve_archive
from jobs.cli.options import data_option, example, folder_before_command, json_option, print_json, remark
from jobs.pipeline import ARCHIVE

# Not the default data folder: a demonstration must never touch a real archive.
DEMO_FOLDER = Path("sijill-demo")
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

    report = run_demo(folder, tell=lambda line: click.echo(line, err=as_json))
    if as_json:
        print_json(report.as_json())
    if not report.is_well:
        sys.exit(1)
    if serving:
        serve_folder(folder, "127.0.0.1", port)


def serve_folder(folder: Path, host: str, port: int, *, as_json: bool = False) -> None:
    """Become the Datasette process of a data folder, its addresses told first."""
    if not (folder / ARCHIVE).is_file():
        raise UnusableArchive(f"there is no archive in {folder}: sijill crawl makes one")
    port = port or _free_port(host)
    shown_host = f"[{host}]" if ":" in host else host
    addresses = {name: f"http://{shown_host}:{port}/archive/{path}" for name, path in _PLACES.items()}
    if as_json:
        print_json({name.replace(" ", "_"): address for name, address in addresses.items()})
    else:
        for name, address in addresses.items():
            remark(f"{name:<12} {address}")
    serve_archive(folder, host, port)


def _free_port(host: str) -> int:
    """A port that is free now: Datasette would take one itself, but could not be asked which."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family) as probe:
        probe.bind((host, 0))
        return int(probe.getsockname()[1])
