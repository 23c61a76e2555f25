"""Where the link in a line leads."""

from selectolax.lexbor import LexborNode


def address_of_link(node: LexborNode) -> str:
    """The address of the first link in an element, or of the one right around it; "" without one."""
    inside = node.css_first("a")
    around = node.parent
    link = inside if inside is not None else around if around is not None and around.tag == "a" else None
    return (link.attributes.get("href") or "") if link is not None else ""


def leads_within_page(node: LexborNode) -> bool:
    """True where that is a place on a page: an entry's own address, the top."""
    return "#" in address_of_link(node)
