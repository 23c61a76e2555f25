"""The language of blocks that tell none, by what stands around them."""

from collections.abc import Sequence

from crawler.language_marks import ARABIC_SCRIPT_LANGUAGES


def fill_languages(
    texts: Sequence[str], judged: Sequence[str | None], scripts: Sequence[bool | None], default: str
) -> list[str]:
    """The languages with those that are not told: as the nearest block before, else after, in the same script; where
    there is none, as the nearest in any. `scripts` says of each block whether it is in Arabic letters.

    A line between two languages is in the later one where only that one writes its letters.
    """
    before, after = _nearest(judged, scripts), _nearest(judged[::-1], scripts[::-1])[::-1]
    filled: list[str] = []
    around = zip(judged, before, after, _following(judged), strict=True)
    for place, (language, same_before, same_after, following) in enumerate(around):
        near = same_before or same_after
        if language is None and same_before and same_after and same_before != same_after:
            near = _by_letters(texts[place], same_before, same_after, texts, judged)
        last = filled[-1] if filled else None
        filled.append(language or near or last or following or default)
    return filled


def _by_letters(line: str, one: str, other: str, texts: Sequence[str], judged: Sequence[str | None]) -> str:
    """The one, or the other where a letter of the line beyond ASCII stands in its texts and in none of the one's."""
    letters = {letter for letter in line.lower() if letter.isalpha() and not letter.isascii()}
    for language in (one, other) if letters else ():
        written = set("".join(text for text, its in zip(texts, judged, strict=True) if its == language).lower())
        if language == one:
            letters -= written
        elif letters & written:
            return other
    return one


def _nearest(judged: Sequence[str | None], scripts: Sequence[bool | None]) -> list[str | None]:
    """For each block the language of the last one before it that is told and in its script; None without one."""
    last: dict[bool, str] = {}
    nearest: list[str | None] = []
    for language, is_arabic in zip(judged, scripts, strict=True):
        nearest.append(None if is_arabic is None else last.get(is_arabic))
        if language is not None:
            last[language in ARABIC_SCRIPT_LANGUAGES] = language
    return nearest


def _following(judged: Sequence[str | None]) -> list[str | None]:
    """For each block the language of the next one that is told."""
    following: str | None = None
    result: list[str | None] = []
    for language in reversed(judged):
        result.append(following)
        following = language or following
    return result[::-1]
