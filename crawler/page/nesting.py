"""How deep a page nests its elements: a parser's time grows with the square of it."""

import re

# The parser looks through all open elements at every tag: 100,000 links within 100,000 <div> take a minute.
# Of 157 real pages all but one stay below 130, and that one, which does not close its elements, below 400.
MOST_DEEP = 2_000
# However deep so few tags nest, the parser is done in a fifth of a second; most pages need no closer look.
_FEW_TAGS = 10_000
# Elements whose end is left out as a matter of course, or that have none: they do not nest.
_NOT_NESTING = "area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr|p|li|dt|dd|option|tr|td|th|a|html|body"
_TAG = re.compile(rf"<(/?)(?!(?:{_NOT_NESTING})[\s/>])[a-z][a-z0-9-]*(?=[\s/>])", re.IGNORECASE)


def is_nested_too_deep(text: str) -> bool:
    """True where elements that need an end tag nest more than `MOST_DEEP` deep, or miss as many end tags.

    A page of a few thousand tags is never too deep.
    """
    if text.count("<") <= _FEW_TAGS:
        return False
    depth = 0
    for tag in _TAG.finditer(text):
        depth = max(depth - 1, 0) if tag.group(1) else depth + 1
        if depth > MOST_DEEP:
            return True
    return False
