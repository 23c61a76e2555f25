"""How exactly a number is meant: "more than 30", "at most 30"; and dozens, hundreds, thousands without one."""

import re
from collections.abc import Hashable, Iterator, Mapping

from crawler.comparison.statements import LanguageText, Statement, Weight
from crawler.models import ARABIC
from crawler.models.forms import match_form
from crawler.numerals.numbers import find_numbers

MORE, LESS = "more", "less"
# Right before a number. "No less than" holds "less than".
_ENGLISH_BEFORE = {
    MORE: "more than|over|at least|exceed(?:ing|ed|s)?|in excess of|upwards of|(?:no|not) (?:fewer|less) than",
    LESS: "(?<!no )(?<!not )(?:fewer|less) than|under|below|at most|(?:no|not) more than",
}
_ARABIC_BEFORE = {
    MORE: "(?<!ليس )(?:أكثر|أزيد) من|(?<!لا )[يت]زيد(?:ون)? (?:على|عن)|لا [يت]قل(?:ون)? عن|ليس أقل من",
    LESS: "(?<!ليس )أقل من|لا [يت]زيد(?:ون)? (?:على|عن)|لا [يت]تجاوز|ليس أكثر من",
}
# Right after a number, or after the noun it counts: "30 people at most".
_ENGLISH_AFTER = {
    MORE: "at (?:the )?(?:very )?least|or (?:more|older|over|above)|and (?:over|above|older)",
    LESS: "at (?:the )?(?:very )?most|or (?:fewer|less|younger|under)",
}
_ARABIC_AFTER = {
    MORE: "على (?:الأقل|أقل تقدير)|أو (?:أكثر|يزيد|تزيد)|فأكثر|فما فوق|(?:كحد|بحد) أدنى",
    LESS: "على (?:الأكثر|أكثر تقدير)|أو أقل|فأقل|فما دون|(?:كحد|بحد) أقصى",
}
_Patterns = dict[str, tuple[re.Pattern[str], re.Pattern[str]]]


def _compile(before: Mapping[str, str], after: Mapping[str, str]) -> _Patterns:
    return {
        bound: (
            re.compile(rf"(?<!\w)[وبفل]?(?:{match_form(before[bound])})\s+$"),
            re.compile(rf"(?:\s+[^\W\d_]+)?\s+(?:{match_form(after[bound])})(?!\w)"),
        )
        for bound in (MORE, LESS)
    }


# Anywhere in a text these may say the same of a plain number: "30 at least", "30 years and older".
_ANY_ENGLISH_BOUND = """at least|at most|minimum|maximum|beyond|above|over|under|below|more|less|fewer|exceed\\w*|excess
    |upwards?|plus|older|younger|up to|within|short of|topp\\w+|surpass\\w*|pass\\w*"""
_ANY_ARABIC_BOUND = """الأقل|الأكثر|أقصى|أدنى|يتجاوز|تتجاوز|تجاوز|يقل|تقل|يزيد|تزيد|زاد|فوق|دون|أكثر|أقل|أزيد|فما|تخطى
    |يفوق|تفوق|فاق|حتى|ناهز"""
_ANY_BOUND = re.compile(
    r"\+|\b(?:"
    + re.sub(r"\n\s*", "", _ANY_ENGLISH_BOUND)
    + r")\b|"
    + match_form(re.sub(r"\n\s*", "", _ANY_ARABIC_BOUND))
)


def has_bound(text: LanguageText) -> bool:
    """True where any word of a text may bound a number."""
    return _ANY_BOUND.search(text.folded) is not None


_ENGLISH, _ARABIC = _compile(_ENGLISH_BEFORE, _ENGLISH_AFTER), _compile(_ARABIC_BEFORE, _ARABIC_AFTER)
_LONGEST = 25


def find_bound(text: LanguageText, start: int, end: int) -> tuple[str, int, int] | None:
    """What the words beside a number, given by its place in the text, say of it; and where number and words stand.

    >>> find_bound(LanguageText("at least 30", "en"), 9, 11), find_bound(LanguageText("30 people at most", "en"), 0, 2)
    (('more', 0, 11), ('less', 0, 17))
    >>> find_bound(LanguageText("about 30", "en"), 6, 8)
    """
    first, last = text.folded_position(start), text.folded_position(end)
    # "$" and the like stand between.
    first -= text.folded[max(0, first - 1) : first] in tuple("$€£")
    for bound, (before, after) in (_ARABIC if text.language == ARABIC else _ENGLISH).items():
        if match := before.search(text.folded, max(0, first - _LONGEST), first):
            return bound, text.span_in_text(match.start(), match.start() + 1)[0], end
        if match := after.match(text.folded, last):
            return bound, start, text.span_in_text(match.end() - 1, match.end())[1]
    return None


_ENGLISH_MAGNITUDES = {"dozens": 1, "scores": 1, "tens": 1, "hundreds": 2, "thousands": 3, "millions": 6, "billions": 9}
_ARABIC_MAGNITUDES = {
    match_form(word): power
    for word, power in {"عشرات": 1, "مئات": 2, "مءات": 2, "آلاف": 3, "ألوف": 3, "ملايين": 6, "مليارات": 9}.items()
}
_SCALES = {3, 6, 9}


def _pattern(words: Mapping[str, int], between: str) -> re.Pattern[str]:
    scales = "|".join(word for word, power in words.items() if power in _SCALES)
    return re.compile(rf"(?<!\w)(?:[وبفل]?(?:ال)?)?(?P<word>{'|'.join(words)})(?:{between}(?P<scale>{scales}))?(?!\w)")


_ENGLISH_MAGNITUDE = _pattern(_ENGLISH_MAGNITUDES, r"\s+of\s+")
_ARABIC_MAGNITUDE = _pattern(_ARABIC_MAGNITUDES, r"\s+(?:من\s+)?(?:ال)?")


def find_magnitude_statements(text: LanguageText) -> list[Statement]:
    """The dozens, hundreds, thousands of a text in order, by the power of ten; those of "three thousands" are none."""
    is_arabic = text.language == ARABIC
    words, pattern = (_ARABIC_MAGNITUDES, _ARABIC_MAGNITUDE) if is_arabic else (_ENGLISH_MAGNITUDES, _ENGLISH_MAGNITUDE)
    within = {end for start, end in _numbers(text) if end - start > len("millions")}
    return [
        text.statement("approximate", _power(match, words), (match.start("word"), match.end()), Weight.LOOSE)
        for match in pattern.finditer(text.folded)
        if match.end("word") not in within
    ]


def _numbers(text: LanguageText) -> Iterator[tuple[int, int]]:
    for number in find_numbers(text.text, text.language):
        yield text.folded_position(number.start), text.folded_position(number.end)


def _power(match: re.Match[str], words: Mapping[str, int]) -> frozenset[Hashable]:
    return frozenset({("power of ten", words[match["word"]] + (words[match["scale"]] if match["scale"] else 0))})
