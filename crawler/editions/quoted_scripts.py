"""A script that an article only quotes or lists: its blocks stand in quotations set apart, or under "References"."""

import re
from collections.abc import Sequence

from crawler.editions.roled_block import RoledBlock
from crawler.languages import block_language
from crawler.page.prose import is_quoted

# Originals quoted one by one under a translation are a third of it at least.
_QUOTED_SHARE_MOST = 0.25
_LISTED_SHARE_MOST = 0.5
_SOURCES = re.compile(
    r"\W*(?:(?:list\sof\s)?(?:references|sources|works\scited|bibliography|notes|footnotes|further\sreading)"
    r"|(?:قائمة\s)?(?:ال)?(?:مراجع|مصادر|هوامش|حواشي)(?:\sو\S+)?)\W*",
    re.IGNORECASE,
)


def quoted_only(texts: Sequence[RoledBlock]) -> frozenset[int]:
    """The places of the texts in a script that stands in quotations or a list of sources alone, few beside the rest."""
    scripts = [block_language(one.text, "other") for one in texts]
    for script in ("ar", "other") if len({*scripts} - {None}) == 2 else ():
        own = [place for place, one in enumerate(scripts) if one == script]
        rest = [place for place, one in enumerate(scripts) if one not in (script, None)]
        length = sum(len(texts[place].text) for place in own)
        told = sum(len(texts[place].text) for place in rest if not is_quoted(texts[place].block))
        if all(is_quoted(texts[place].block) for place in own) and length < _QUOTED_SHARE_MOST * told:
            return frozenset(own)
        above = [texts[place] for place in rest if place < own[0]]
        if above and _SOURCES.fullmatch(above[-1].text) and length < _LISTED_SHARE_MOST * told:
            return frozenset(own)
    return frozenset()
