"""A script that an article only quotes: its blocks stand in quotations set apart, and are few beside the text."""

from collections.abc import Sequence

from crawler.editions.roled_block import RoledBlock
from crawler.languages import block_language
from crawler.page.prose import is_quoted

# Originals quoted one by one under a translation are a third of it at least.
_SHARE_MOST = 0.25


def quoted_only(texts: Sequence[RoledBlock]) -> frozenset[int]:
    """The places of the texts in a script that stands in quotations alone, where most of the other's is not quoted."""
    scripts = [block_language(one.text, "other") for one in texts]
    if len({*scripts} - {None}) < 2:
        return frozenset()
    quoted = [is_quoted(one.block) for one in texts]
    for script, main in (("ar", "other"), ("other", "ar")):
        own = [place for place, one in enumerate(scripts) if one == script]
        length = sum(len(texts[place].text) for place in own)
        told = sum(
            len(one.text)
            for one, its, is_in in zip(texts, scripts, quoted, strict=True)
            if (its, is_in) == (main, False)
        )
        if all(quoted[place] for place in own) and length < _SHARE_MOST * told:
            return frozenset(own)
    return frozenset()
