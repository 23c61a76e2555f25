"""Errors of the crawl, one class for each thing a caller would do differently."""


class SijillError(Exception):
    """What, where, and what to do, in one line for a person."""

    exit_code = 1


class ConfigurationError(SijillError):
    """A usage or configuration mistake: nothing was done."""

    exit_code = 2


class UnreadableList(SijillError):
    """A feed or sitemap that cannot be read: malformed, too large, or with a DTD."""


class UndecodableBody(SijillError):
    """A body whose content-coding is broken, cut short, nested or larger than the cap once decoded."""

    def __init__(self, reason: str, message: str) -> None:
        super().__init__(message)
        self.reason = reason


class UnreadableLexicon(SijillError):
    """Bytes that are no lexicon, or one of another version."""
