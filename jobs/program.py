"""This program's name, as it is recorded with what it did."""

from importlib.metadata import version


def program() -> str:
    """Name and version of this program, as the ledger states it."""
    return f"sijill {version('sijill')}"
