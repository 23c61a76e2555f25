"""Tags that a parser passes over, bared of their attributes: with them its memory grows with the square of a page.

`a</i x=1>` a hundred thousand times is one text node that lexbor copies at each piece, because the attributes of the
tag it ignores lie between the node and free memory: a page of 1 MB took 0.7 GB. Without attributes it takes 20 MB.
"""

import re
from itertools import islice

_ATTRIBUTES = r"""[\s/](?:[^>"']|"[^"]*+(?:"|\Z)|'[^']*+(?:'|\Z))*+(?:>|\Z)"""
# End tags; start tags that mean nothing in the wrong place: a second body, a cell outside a table, a form in a form.
_STARTS = "html|head|body|frameset|frame|form|caption|colgroup|col|t(?:body|head|foot|r|d|h)"
# Without regard to case in this one place: a pattern for both cases takes half as long again over a page.
_IDLE_TAG = re.compile(rf"<(/[a-zA-Z][^\s/>]*+|(?=[hbfctHBFCT])(?i:{_STARTS})){_ATTRIBUTES}")
# Whatever a shorter page does, its copies stay below 200 MB (characters).
_HARMLESS_LENGTH = 100_000
# So many copies of so long a page are 64 MB; a page of 100 kB may have 640 cells with attributes.
_COPIES_MOST = 64 * 2**20


def bare_idle_tags(text: str) -> str:
    """The page's text, with these tags bare where there are so many that they could make a parser run out of memory.

    Most pages come back as they are. Of a page of 1 MB with more than 64 of them the cells lose their classes.
    """
    if len(text) < _HARMLESS_LENGTH:
        return text
    most = _COPIES_MOST // max(len(text), 1)
    is_risky = next(islice(_IDLE_TAG.finditer(text), most, None), None) is not None
    return _IDLE_TAG.sub(lambda tag: f"<{tag[1]}>", text) if is_risky else text
