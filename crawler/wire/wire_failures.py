"""A word for why no answer came, found at the bottom of what the HTTP libraries raise."""

import ssl
from collections.abc import Iterator

from crawler.wire.header_lines import HeadersTooLarge

# A status line that is none may be 64 kB of anything.
_SHOWN_CHARACTERS = 200
# The narrowest first. Errors of another kind are those of an answer that is no HTTP.
_FAILURES: tuple[tuple[type[Exception], str], ...] = (
    (HeadersTooLarge, "too-large"),
    (ssl.SSLError, "tls"),
    (OSError, "connection"),
)


def name_failure(error: BaseException, besides: type[Exception]) -> tuple[str, str]:
    """The machine word, and what the innermost error says; errors of the kind `besides` do not count.

    >>> name_failure(ConnectionResetError("by the peer"), besides=KeyError)
    ('connection', 'by the peer')
    """
    causes = [cause for cause in _causes(error) if not isinstance(cause, besides)]
    innermost = causes[-1] if causes else error
    reason = str(innermost)[:_SHOWN_CHARACTERS] or type(innermost).__name__
    for kind, failure in _FAILURES:
        if any(isinstance(cause, kind) for cause in causes):
            return failure, reason
    return "protocol", reason


def _causes(error: BaseException) -> Iterator[BaseException]:
    """An error and those it wraps, the innermost last: as reason, as argument or as cause."""
    wrapped: BaseException | None = error
    while wrapped is not None:
        yield wrapped
        inner = [getattr(wrapped, "reason", None), *reversed(wrapped.args), wrapped.__cause__]
        wrapped = next((cause for cause in inner if isinstance(cause, BaseException)), None)
