"""What a page hides from readers by an element's class or style."""

import re

_UNSEEN_CLASSES = frozenset("assistive-text hidden d-none element-invisible u-hidden is-hidden show-for-sr".split())
# For those who listen to a page; names that tools make have a part before or behind it.
_FOR_LISTENERS = re.compile(
    r"visually[-_]?hidden|hidden[-_]visually|screen[-_]?reader|sr[-_]only|a11y[-_](?:hidden|only)"
)
# Out of sight by its style, as those are who are there for screen readers.
_UNSEEN_STYLE = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|clip\s*:\s*rect\(\s*[01](?:px)?\b|clip-path\s*:\s*inset\(\s*(?:50|100)%",
    re.IGNORECASE,
)


def is_unseen(classes: str | None, style: str | None) -> bool:
    """True where an element's class or style hides it from a reader."""
    if classes:
        lowered = classes.lower()
        if not _UNSEEN_CLASSES.isdisjoint(lowered.split()) or _FOR_LISTENERS.search(lowered):
            return True
    return bool(style and _UNSEEN_STYLE.search(style))
