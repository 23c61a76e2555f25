"""What stands on a page beside its article, or over it until a reader closes it: sidebars, dialogs, consent notices."""

from crawler.page.places import Place, is_within

_DIALOG_ROLES = frozenset({"dialog", "alertdialog"})
_DIALOG_WORDS = frozenset("dialog modal popup lightbox cookie cookies cookiebar consent gdpr dsgvo rgpd lgpd".split())
# By its whole name alone: "has-sidebar", "sidebar-and-content" and "sidebar__main" hold articles.
_SIDEBAR_NAMES = frozenset({"sidebar", "sidebar-primary", "sidebar-right", "sidebar-left", "widget-area"})


def is_set_apart(place: Place, other: Place) -> bool:
    """True where an element around `place`, itself included, is a sidebar or dialog and does not hold `other` too."""
    return any(_is_apart(one) and not is_within(other, one) for one in place.chain() if one.parent is not None)


def is_dialog(place: Place) -> bool:
    """True for an element that is a dialog by its tag or says that it is one; its class does not count."""
    attributes = place.attributes
    return place.tag == "dialog" or attributes.get("role") in _DIALOG_ROLES or attributes.get("aria-modal") == "true"


def _is_apart(place: Place) -> bool:
    return (
        is_dialog(place)
        or not _DIALOG_WORDS.isdisjoint(place.words)
        or not _SIDEBAR_NAMES.isdisjoint(place.called.lower().split())
    )
