"""How deep a page nests its elements: parsers take time that grows with the square of it."""

import re

# lexbor took 1 s for 20,000 nested <div> and 61 s for 100,000; browsers themselves stop at 512.
DEPTH_MOST = 3000
# A page with fewer tags cannot nest deeper, and need not be scanned.
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9-]*)[^>]*?(/?)>")
# Elements that are void or that pages leave open: they do not nest.
_NOT_NESTED = frozenset(
    "area base br col embed hr img input link meta param source track wbr p li dt dd td th tr option thead tbody "
    "tfoot colgroup html head body".split()
)


def is_nested_too_deep(text: str) -> bool:
    """True where the markup opens more elements within each other than any page that people read."""
    if text.count("<") <= DEPTH_MOST:
        return False
    depth = 0
    for match in _TAG.finditer(text):
        closing, name, self_closing = match.groups()
        if name.lower() in _NOT_NESTED or self_closing:
            continue
        depth = max(0, depth - 1) if closing else depth + 1
        if depth > DEPTH_MOST:
            return True
    return False
