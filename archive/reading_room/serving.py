"""The command that serves an archive with Datasette, and the limits of the process that runs it."""

import contextlib
import os
import sys
from pathlib import Path
from typing import NoReturn

# Measured on 100,000 articles: with Datasette's defaults the list page took 907 ms, with these 86 ms. Custom
# SQL and downloads are off: a reader needs neither, and one query can take gigabytes within its time limit.
SETTINGS = {
    "allow_download": "off",
    "default_allow_sql": "off",
    "sql_time_limit_ms": "2500",
    "facet_time_limit_ms": "300",
    "suggest_facets": "off",
    "default_page_size": "25",
    "max_returned_rows": "500",
    "truncate_cells_html": "200",
    "cache_size_kb": "65536",
}
# Threads beyond the cores only wait for each other; more than 8 would each hold a page cache of 64 MiB.
MOST_SQL_THREADS = 8
# Of address space, which counts what is reserved and not only what is used: a serving process with two
# threads reserves 0.42 GiB at rest and uses 0.06; each thread's page cache may add 64 MiB. A query that asks
# for more than is left fails, and the others go on.
MEMORY_LIMIT_BYTES = 2 * 1024**3


def datasette_command(folder: Path, host: str, port: int) -> list[str]:
    """The command that serves the `archive.db` of a data folder read-only, with our settings.

    The plugin and its metadata come by entry point, so that `datasette archive.db` by hand looks the same.
    """
    command = [sys.executable, "-m", "datasette", "serve", str(folder / "archive.db")]
    command += ["--host", host, "--port", str(port)]
    for name, value in datasette_settings().items():
        command += ["--setting", name, value]
    return command


def datasette_settings() -> dict[str, str]:
    """Datasette's settings by name, as its command line takes them."""
    threads = min(max(os.cpu_count() or 1, 2), MOST_SQL_THREADS)
    return {**SETTINGS, "num_sql_threads": str(threads)}


def limit_memory(limit_bytes: int = MEMORY_LIMIT_BYTES) -> bool:
    """Limit this process's address space; False where the platform has no such limit or refuses it.

    The limit passes to the program that this process becomes or starts.
    """
    try:
        import resource
    except ImportError:  # Windows
        return False
    with contextlib.suppress(ValueError, OSError):
        _, hard = resource.getrlimit(resource.RLIMIT_AS)
        allowed = limit_bytes if hard == resource.RLIM_INFINITY else min(limit_bytes, hard)
        resource.setrlimit(resource.RLIMIT_AS, (allowed, hard))
        return True
    return False


def serve_archive(folder: Path, host: str, port: int) -> NoReturn:
    """Become Datasette: signals, exit code and output are its own from here on, within the memory limit."""
    command = datasette_command(folder, host, port)
    limit_memory()
    sys.stdout.flush()
    sys.stderr.flush()
    os.execv(command[0], command)
