"""What stands on a page beside its article, below it or over it: sidebars, comments, dialogs, consent notices."""

from crawler.page.places import Place, is_within

_DIALOG_ROLES = frozenset({"dialog", "alertdialog"})
_DIALOG_WORDS = frozenset("dialog modal popup lightbox cookie cookies cookiebar consent gdpr dsgvo rgpd lgpd".split())
# By its whole name alone: "has-sidebar", "sidebar-and-content", "sidebar__main" and "no-comments" hold articles.
_WHOLE_NAMES = frozenset(
    "sidebar sidebar-primary sidebar-right sidebar-left widget-area comments comment-list commentlist comments-area "
    "comments-section comments-wrapper comment-section disqus_thread".split()
)


def is_set_apart(place: Place, other: Place) -> bool:
    """True where `place` stands in a sidebar, a dialog or the like that does not hold `other` too."""
    return any(_is_apart(one) and not is_within(other, one) for one in place.chain() if one.parent is not None)


def is_dialog(place: Place) -> bool:
    """True for an element that is a dialog by its tag or says that it is one; its class does not count."""
    attributes = place.attributes
    return place.tag == "dialog" or attributes.get("role") in _DIALOG_ROLES or attributes.get("aria-modal") == "true"


def _is_apart(place: Place) -> bool:
    return (
        is_dialog(place)
        or not _DIALOG_WORDS.isdisjoint(place.words)
        or not _WHOLE_NAMES.isdisjoint(place.called.lower().split())
    )
