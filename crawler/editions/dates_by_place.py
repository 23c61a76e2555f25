"""The language of a date line: on a page of two languages a site may write the dates of both in one of them."""

from collections.abc import Sequence

from crawler.editions.roled_block import RoledBlock
from crawler.models import Role

_SHORT_LINES = frozenset({Role.DATELINE, Role.BYLINE})
# So many of the texts right after it are of the side that a date line stands in.
_FOLLOWING = 2


def with_dates_by_place(texts: Sequence[RoledBlock], languages: Sequence[str]) -> list[str]:
    """The languages of the texts, a date line within one side that has none given to it, whatever its letters are.

    It stands within where the text before it and those after it are that side's, and all of the other's are beyond. Of
    two that stand together, "12/05/2026 – ١٢ مايو ٢٠٢٦", the one without letters is of the side that has none.
    """
    told = [place for place, one in enumerate(texts) if one.role not in _SHORT_LINES]
    dated = {its for one, its in zip(texts, languages, strict=True) if one.role is Role.DATELINE}
    moved = list(languages)
    for place, one in enumerate(texts):
        if one.role is not Role.DATELINE:
            continue
        side = _side_around(place, told, languages) or _other_side(place, texts, languages)
        if side is not None and side not in dated:
            moved[place] = side
    return moved


def _side_around(place: int, told: Sequence[int], languages: Sequence[str]) -> str | None:
    before = [number for number in told if number < place]
    after = [number for number in told if number > place]
    if not before or len(after) < _FOLLOWING:
        return None
    side, own = languages[before[-1]], languages[place]
    if side == own or any(languages[number] != side for number in after[:_FOLLOWING]):
        return None
    is_before, is_after = (any(languages[number] == own for number in numbers) for numbers in (before, after))
    return None if is_before and is_after else side


def _other_side(place: int, texts: Sequence[RoledBlock], languages: Sequence[str]) -> str | None:
    """The one other side, where this date has no letters and another beside it, of the same side, has some."""
    others = set(languages) - {languages[place]}
    if len(others) != 1 or _has_letters(texts[place]):
        return None
    beside = [near for near in (place - 1, place + 1) if 0 <= near < len(texts)]
    is_told = any(
        texts[near].role is Role.DATELINE and languages[near] == languages[place] and _has_letters(texts[near])
        for near in beside
    )
    return others.pop() if is_told else None


def _has_letters(one: RoledBlock) -> bool:
    return any(map(str.isalpha, one.text))
