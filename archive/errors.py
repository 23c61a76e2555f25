"""Errors of the archive, one class for each thing a caller would do differently."""


class ArchiveError(Exception):
    """What, where, and what to do, in one line for a person."""

    exit_code = 1


class UnusableArchive(ArchiveError):
    """An archive.db that is absent, incomplete or made by a newer program: nothing was read or written."""

    exit_code = 2


class OutOfOrder(ArchiveError):
    """A ledger entry that was derived already: applying it again would double what it holds."""


class DamagedArchive(ArchiveError):
    """Stored evidence, or a snapshot of it, is not what was recorded: it must not be built on."""


class UsageError(ArchiveError):
    """Something asked for that would overwrite what stands, or that is not there: nothing was done."""

    exit_code = 2


class NoRoom(ArchiveError):
    """The disk is full or cannot be written to; nothing half-written was left behind."""

    exit_code = 74


class LockHeld(ArchiveError):
    """Another run holds the data folder's lock; the message says which, since when."""

    exit_code = 75
