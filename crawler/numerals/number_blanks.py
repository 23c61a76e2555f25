"""What only looks like a number in a folded text is blanked, and unusual marks between digits become usual ones."""

import re
from functools import lru_cache

from crawler.numerals.number_tokens import DESIGNATION

_HALVES = r"[ap]\.?m(?!\w)|o.?clock|صباحا|مساء|ظهرا|عصرا|فجرا"
_ZONES = r"gmt|utc|local|hrs|hours|ب(?:ال)?توقيت"
# Blanked before numbers are looked for; each row after what a text that holds it cannot be without.
_NO_NUMBERS = tuple(
    (re.compile(mark), pattern)
    for mark, pattern in (
        (r"https?:|www\.|@|\#", r"(?<!\S)\S*(?:https?:|www\.|@|\#)\S*"),  # addresses and handles
        ("covid|كوفيد", r"(?:covid|كوفيد)\W{0,2}19"),
        ("[a-z\u0621-\u064a][-–]?[0-9]", DESIGNATION.pattern),
        ("[0-9][:h][0-9]", r"(?<![0-9.,])[0-9]{1,2}[:h][0-9]{2}(?![0-9])(?::[0-9]{2})?"),
        (
            rf"[0-9]\s?(?:{_HALVES}|{_ZONES})",  # 5.30 pm, 0600 GMT
            rf"(?<![0-9.,])[0-9]{{1,2}}(?:[.:][0-9]{{2}})?\s?(?:{_HALVES})"
            rf"|(?<![0-9.,:])(?:[01][0-9]|2[0-3])[0-5][0-9](?=\s?(?:{_ZONES}))",
        ),
        ("ساعه", r"(?<!\w)(?:ال)?ساعه\s+(?:[0-9][0-9.:]*|ال\w+(?:\s+(?:عشره|و\w+))?)"),
        (r"[0-9][\s-]f", r"(?<![0-9])[0-9]{1,2}[\s-]f(?:oo|ee)?t[\s-][0-9]+"),  # 6-foot-6
        (
            "[0-9][/\u2044][0-9]",  # fractions, one half as one sign, numeric dates; 2010/11 is two years
            r"(?<![0-9.,])(?!(?:19|20)[0-9]{2}/[0-9]{2}(?![0-9/]))[0-9]{1,4}(?:/[0-9]{1,4})+(?![0-9.,]*[0-9])"
            "|[0-9]+\u2044[0-9]+",
        ),
        (
            r"[0-9][ ()-]+[0-9]|(?:\+|00)[0-9]{7}",  # telephones
            r"\+[0-9]{1,3}(?:[ ()-]+[0-9]+){2,}|(?<![0-9])[0-9]{2,}(?:[ ()-]+[0-9]{2,}){2,}"
            r"|(?:\+|(?<![0-9])00)[0-9]{7,}|(?<![0-9])00[0-9]{2,}(?:[ ()-]+[0-9]{2,})+",
        ),
    )
)
# The Arabic comma between digits: 30،000; and 12،5%, where it can be no list.
_ARABIC_COMMA = re.compile(r"(?<=[0-9])،(?=[0-9]{3}(?![0-9])|[0-9]{1,2}\s?(?:%|في الم|بالم|مليون|مليار|الف\b))")
_ZEROS_APART = re.compile(r"(?<![0-9.,])([0-9]{1,3})\s(?=000(?![0-9]))")
_COMMA_IN_WORDS = re.compile(r"([0-9]+)\s+فاصله?\s+([0-9]+)(?![0-9])")


def blank_no_numbers(folded: str) -> str:
    """The text with spaces for what only looks like a number."""
    patterns = tuple(pattern for mark, pattern in _NO_NUMBERS if mark.search(folded))
    return _any_of(patterns).sub(_blank, folded) if patterns else folded


@lru_cache(maxsize=512)
def _any_of(patterns: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(patterns))


def with_plain_marks(folded: str) -> str:
    """The text, as long as it was, with the marks that digits usually have: 30،000, 12 000, 3 فاصل 4."""
    if "،" in folded:
        folded = _ARABIC_COMMA.sub(",", folded)
    if "فاصل" in folded:
        folded = _COMMA_IN_WORDS.sub(lambda match: f"{match[1]}.{match[2]}".ljust(len(match[0])), folded)
    return _ZEROS_APART.sub(r"\1,", folded) if " 000" in folded else folded


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0])
