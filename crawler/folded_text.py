"""A text beside its match form, letter by letter: what is found in the one can be shown in the other."""

from bisect import bisect_left, bisect_right
from functools import cached_property, lru_cache
from itertools import accumulate

from crawler.models.forms import match_form


class _Folding(dict[int, str]):
    """Character -> its match form, filled as characters come; white space stays, so that words stay apart."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        folded = " " if character.isspace() else match_form(character)
        if folded.isdecimal() and not folded.isascii():  # Bengali, Thai, Devanagari ...
            folded = str(int(folded))
        self[code] = folded
        return folded


_FOLDING = _Folding()


def fold(text: str) -> str:
    """The match form letter by letter: white space is neither joined nor stripped, digits of all scripts are ASCII."""
    return text.lower() if text.isascii() and text.isprintable() else _fold(text)


# Several rules ask it of one line.
@lru_cache(maxsize=4096)
def _fold(text: str) -> str:
    return text.translate(_FOLDING)


class FoldedText:
    """A text and its folded form; spans of the folded form lead back to the text."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.folded = fold(text)

    def span_in_text(self, start: int, end: int) -> tuple[int, int]:
        """Where a span of the folded form stands in the text; marks after its last letter belong to it.

        >>> FoldedText("في ٢٦ يَناير ٢٠٢٤").span_in_text(3, 11)
        (3, 12)
        """
        first = bisect_right(self._ends, start)
        last = bisect_left(self._ends, end)
        last_mark = bisect_right(self._ends, end, lo=last)
        return first, max(last_mark, last + 1) if end > start else first

    def folded_position(self, position: int) -> int:
        """Where a position of the text stands in the folded form.

        >>> FoldedText("في ٢٦ يَناير").folded_position(8)
        7
        """
        return self._ends[position - 1] if position else 0

    @cached_property
    def _ends(self) -> list[int]:
        """For each character of the text, where its folded form ends."""
        return list(accumulate(map(len, map(_FOLDING.__getitem__, map(ord, self.text)))))
