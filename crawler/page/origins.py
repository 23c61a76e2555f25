"""Lines in Arabic that say where an article comes from: a place, an agency, a writer, with dashes between them."""

import re
from collections.abc import Sequence

from crawler.page.names import is_arabic_name_of, is_name

_LENGTH_MOST = 50  # characters
_BETWEEN = re.compile(r"\s[-–—/]\s")
_PARTS_MOST = 3
_WORDS_MOST = 3
"""Of one part; all parts together have two each at most."""
# What says instead of a name whose the article is: "عدن - خاص", "دمشق: وكالات".
_BEFORE_ORIGIN = re.compile(r"(?P<places>.+?)\s?[-–—/:|]\s?(?:خاصة?|حصري|وكالات|متابعات)")
_OF_MEDIA = frozenset("وكالة نيوز تلفزيون صحيفة جريدة موقع شبكة برس ميديا فضائية إذاعة الإذاعة التلفزيون".split())
_MARKS = " |·•–—-"


def is_place_and_agency(text: str) -> bool:
    """True for two or three short names with a dash between them, none with a word of sections and phrases.

    >>> [is_place_and_agency(text) for text in ("غزة - وكالة الساحل", "أخبار - محليات", "بغداد - الساحل - منى سالم")]
    [True, False, True]
    """
    return len(_parts(text)) > 1


def says_origin(text: str) -> bool:
    """True for places before a word that says whose the article is, or beside the name of an agency or a paper.

    >>> [says_origin(text) for text in ("عدن - خاص", "الساحل نيوز - عدن", "عدن - المكلا")]
    [True, True, False]
    """
    if len(text) > _LENGTH_MOST:
        return False
    if found := _BEFORE_ORIGIN.fullmatch(text):
        return bool(_parts(found["places"]))
    return is_place_and_agency(text) and not _OF_MEDIA.isdisjoint(text.split())


def named_with_agency(text: str) -> str | None:
    """The writer in a line of a place, an agency and a name, the last of its parts that may be one; else None."""
    parts = _parts(text)
    names = [" ".join(part) for part in parts[1:] if is_name(" ".join(part))] if len(parts) == _PARTS_MOST else []
    return names[-1] if names else None


def _parts(text: str) -> Sequence[Sequence[str]]:
    """The words of each part; none where a part is no name, or all are too long for a line of names."""
    parts = [part.split() for part in _BETWEEN.split(text.strip(_MARKS))] if len(text) <= _LENGTH_MOST else []
    is_short = len(parts) <= _PARTS_MOST and sum(map(len, parts)) <= 2 * max(len(parts), 2)
    return parts if is_short and all(map(_is_short_name, parts)) else ()


def _is_short_name(words: Sequence[str]) -> bool:
    return 0 < len(words) <= _WORDS_MOST and is_arabic_name_of(words)
