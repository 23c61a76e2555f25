"""Where the link in a line leads."""

from collections.abc import Mapping

from selectolax.lexbor import LexborNode

_PICTURE_ENDINGS = (".jpg", ".jpeg", ".png", ".webp", ".gif", ".avif")


def address_of_link(node: LexborNode) -> str:
    """The address of the first link in an element, or of the one right around it; "" without one."""
    inside = node.css_first("a")
    around = node.parent
    link = inside if inside is not None else around if around is not None and around.tag == "a" else None
    return (link.attributes.get("href") or "") if link is not None else ""


def leads_within_page(node: LexborNode) -> bool:
    """True where that is a place on a page: an entry's own address, the top."""
    return "#" in address_of_link(node)


def leads_to_picture(attributes: Mapping[str, str | None]) -> bool:
    """True for a link to a larger size of a picture, whose caption may stand within the link.

    >>> leads_to_picture({"href": "/2024/ferry.JPG?w=1200"}), leads_to_picture({"href": "/2024/ferry"})
    (True, False)
    """
    return (attributes.get("href") or "").partition("?")[0].lower().endswith(_PICTURE_ENDINGS)
