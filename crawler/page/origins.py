"""Lines in Arabic that say where an article comes from: a place, an agency, a writer, with dashes between them."""

import re
from collections.abc import Sequence

from crawler.calendar.dateline_places import is_city
from crawler.page.names import is_arabic_name_of, is_name

_LENGTH_MOST = 50  # characters
# With a blank on one side at least, or a slash without any: a hyphen within a word parts nothing.
_BETWEEN = re.compile(r"\s[-–—ـ/|]\s?|[-–—ـ/|]\s|(?<=\S)/(?=\S)")
_PARTS_MOST = 3
_QUOTED_PARTS = 2
_WORDS_MOST = 3
_WORDS_OF_TWO_MOST = 5
"""One part has so many words, two parts together so many, three have two each at most."""
_ORIGIN = r"(?:خاصة?|حصري|وكالات|متابعات)"
_WIRE = r"(?:رويترز|أ\s?\.?ف\s?\.?ب\.?|د\s?\.?ب\s?\.?أ\.?|أ\s?\.?ش\s?\.?أ\.?|فرانس\sبرس|أسوشيتد\s?برس|الأناضول|شينخوا)"
# What says instead of a name whose the article is: "عدن - خاص", "دمشق: وكالات", "خاص - الساحل".
_WITH_ORIGIN = re.compile(rf"(?P<places>.+?)\s?[-–—ـ/:|]\s?{_ORIGIN}\s?:?|{_ORIGIN}\s?[-–—ـ/:|]\s?(?P<agency>.+?)\s?:?")
_WITH_WIRE = re.compile(rf"(?P<places>.+?)\s?[-–—ـ/:|]\s?{_WIRE}\s?:?")
# The same without a mark between them, or a desk's initials, where it stands beside a date: "خاص الساحل", "ق.و".
_ORIGIN_BESIDE = re.compile(
    rf"(?P<places>.+?)\s{_ORIGIN}\s?:?|{_ORIGIN}\s(?P<agency>.+?)\s?:?|(?:وكالات|متابعات)\s?:?"
    r"|(?:[\u0621-\u064a]\.\s?){1,3}[\u0621-\u064a]\.?"
)
# "بيروت - «الساحل»", "لندن: «الساحل العربي»", "«الساحل» (الرياض)", "القاهرة (محمد علي)".
_QUOTED_PART = re.compile(r"[«\"“]([^«»\"“”]+)[»\"”]")
_BRACKETED_PART = re.compile(r"(?P<one>[^()]+?)\s?\((?P<other>[^()]+)\)")
_COLON = re.compile(r"\s?:\s")
_OF_MEDIA = frozenset(
    "وكالة نت أونلاين بوست تايمز نيوز تلفزيون صحيفة جريدة موقع شبكة برس ميديا فضائية إذاعة الإذاعة التلفزيون".split()
)
_MARKS = " |·•–—-"


def is_place_and_agency(text: str) -> bool:
    """True for two or three short names with a mark between them, none with a word of sections and phrases.

    It tells nothing but beside a date: "بغداد - الساحل - منى سالم", "القاهرة (محمد علي)", "خاص الساحل".

    >>> [is_place_and_agency(text) for text in ("غزة - وكالة الساحل", "أخبار - محليات", "لندن: «الساحل العربي»")]
    [True, False, True]
    """
    if len(text) > _LENGTH_MOST:
        return False
    if found := _ORIGIN_BESIDE.fullmatch(text):
        places = found["places"] or found["agency"]
        return places is None or bool(_parts(places))
    bare = _QUOTED_PART.sub(r"\1", text)
    if found := _BRACKETED_PART.fullmatch(bare):
        return all(map(_is_short_name, (found["one"].split(), found["other"].split())))
    if len(both := _COLON.split(bare)) > 1 and (bare != text or is_city(both[0])):
        return all(_is_short_name(part.split()) for part in both)
    return len(_parts(bare)) > 1


def says_origin(text: str) -> bool:
    """True for places before a word that says whose the article is, or beside the name of an agency or a paper; and
    for a city beside a name in brackets or quotation marks.

    >>> [says_origin(text) for text in ("عدن - خاص", "الساحل نيوز - عدن", "عدن - المكلا", "عدن: «الساحل»")]
    [True, True, False, True]
    """
    if len(text) > _LENGTH_MOST:
        return False
    if found := _WITH_ORIGIN.fullmatch(text):
        return bool(_parts(found["places"] or found["agency"]))
    if len(_parts(text)) > 1 and not _OF_MEDIA.isdisjoint(text.split()):
        return True
    return _is_city_with_marked(text.strip(_MARKS))


def _is_city_with_marked(text: str) -> bool:
    """True for a city beside a name in brackets, or beside any in quotation marks: "لندن: «الشرق الأوسط»"."""
    if found := _BRACKETED_PART.fullmatch(text):
        both = (found["one"], found["other"])
        return any(map(is_city, both)) and all(_is_short_name(part.split()) for part in both)
    bare = _QUOTED_PART.sub(r"\1", text)
    parts = tuple((_COLON if ":" in bare else _BETWEEN).split(bare)) if bare != text else ()
    is_short = len(parts) == _QUOTED_PARTS and all(len(part.split()) <= _WORDS_MOST for part in parts)
    return is_short and any(map(is_city, parts))


def names_wire(text: str) -> bool:
    """True for places before the name of a news agency: "لندن - رويترز". Below a text that is how agencies end it."""
    found = _WITH_WIRE.fullmatch(text) if len(text) <= _LENGTH_MOST else None
    return found is not None and bool(_parts(found["places"]))


def named_with_agency(text: str) -> str | None:
    """The writer in a line of a place, an agency and a name, the last of its parts that may be one; else None."""
    parts = _parts(text)
    names = [" ".join(part) for part in parts[1:] if is_name(" ".join(part))] if len(parts) == _PARTS_MOST else []
    return names[-1] if names else None


def _parts(text: str) -> Sequence[Sequence[str]]:
    """The words of each part; none where a part is no name, or all are too long for a line of names."""
    parts = [part.split() for part in _BETWEEN.split(text.strip(_MARKS))] if len(text) <= _LENGTH_MOST else []
    words_most = _WORDS_OF_TWO_MOST if len(parts) < _PARTS_MOST else 2 * _PARTS_MOST
    is_short = len(parts) <= _PARTS_MOST and sum(map(len, parts)) <= words_most
    return parts if is_short and all(map(_is_short_name, parts)) else ()


def _is_short_name(words: Sequence[str]) -> bool:
    return 0 < len(words) <= _WORDS_MOST and is_arabic_name_of(words)
