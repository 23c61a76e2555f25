"""Who signs below a text once more, and how agencies mark the end of a story: residue."""

import re
from collections.abc import Sequence
from dataclasses import replace

from crawler.editions.contacts import tells_how_to_reach
from crawler.editions.credits import AGENCY
from crawler.editions.roled_block import RoledBlock
from crawler.models import Role

AUTHOR_LINES = 5
"""A box below the text that tells who wrote it has a label, a name, what the writer does, where to find more."""
_LENGTH_MOST = 40  # characters
_LETTER = r"[\u0621-\u064a]"
_INITIALS = rf"{_LETTER}(?:[\s.]+{_LETTER}){{0,2}}"
# "-مل-", "- RH -", "-30-", "ENDS", "م.ح / س.ع", "ز.أ.ب/ع.ج (د ب أ)", "م.ب", "انتهى /ر ح", "(النهاية)".
_SIGN_OFF = re.compile(
    r"[-–—]\s?\w{1,4}(?:[./]\w{1,4})?\s?[-–—]|#{3}|(?i:ends?)\s?[/#*|]+"
    rf"|(?:{_INITIALS}|{_LETTER}{{2,6}})(?:\s?/\s?{_INITIALS}){{1,2}}(?:\s*\([^()]{{2,30}}\))?"
    rf"|[\W_ـ]*{_LETTER}\s?\.\s?{_LETTER}[\W_ـ]*"
    r"|\W*(?:يتبع|التفاصيل\s(?:بعد\sقليل|لاحقا?ً?ا?)|(?i:more\sto\sfollow))\W*"
    r"|\*+\s?(?:كاتبة?|صحف\w+|باحثة?|أكاديمي\w*|أستاذة?|محللة?|خبيرة?|ناشطة?|شاعرة?|روائي\w*)(?:\s[^.]*)?"
    r"|[\W_]*(?:ENDS?|(?i:\(ends?\))|انتهى|انتهت|\(النهاية\))[\W_]*(?:\w{1,3}[\W_]*){0,3}"
    # The hour in Mecca: "19:02 ت م".
    r"|\d{1,2}:\d{2}\s?ت\s?\.?\s?مـ?\.?"
    r"|انتهای\s?(?:پیام|خبر)[\W_]*(?:\w{1,6}[\W_]*){0,3}"
)
_AGENCY = re.compile(AGENCY)
_BETWEEN_AGENCIES = re.compile(r"\s*[/،,+]\s*")
_AGENCY_WORDS_MOST = 3
# An agency's editor signs with a first name below a text that opens with its name: "المرفأ 8 نوفمبر (و س) - ...".
_FIRST_NAME = re.compile(rf"{_LETTER}{{2,6}}")
_OF_AGENCY = re.compile(r"[^.!?؟]{2,60}?(?:\([^()]{2,40}\)|/[^/]{2,20}/)\s*(?:--|[-–—]|\S)")
_IN_MARKS = re.compile(r"[/(\[][^/()\[\]]+[/)\]]")


def without_signature(own: list[RoledBlock]) -> list[RoledBlock]:
    """Who signs below the text once more is residue: the writer, an editor's initials, the agency of the opening.

    How the writer is reached, too.
    """
    names = {one.text for one in own if one.role is Role.BYLINE}
    opening = opening_of(own)
    start = len(own) - AUTHOR_LINES
    last = [place for place, one in enumerate(own) if one.role is Role.PARAGRAPH][-AUTHOR_LINES:]
    return [
        replace(one, role=None)
        if (place in last and tells_how_to_reach(one.text, names))
        or (place >= start and one.role is Role.PARAGRAPH and (one.text in names or signs_off(one.text, opening)))
        else one
        for place, one in enumerate(own)
    ]


def opening_of(own: Sequence[RoledBlock]) -> str:
    """The first paragraph of an edition; empty without one."""
    return next((one.text for one in own if one.role is Role.PARAGRAPH and not one.block.level), "")


def signs_off(text: str, opening: str) -> bool:
    """True for the end of a story, for agencies alone, and for what stands in marks where it opens: "(AFP)"."""
    if len(text) > _LENGTH_MOST:
        return False
    if _FIRST_NAME.fullmatch(text) and _OF_AGENCY.match(opening):
        return True
    in_opening = f"({text})" in opening or (
        text != opening and text in opening and _IN_MARKS.fullmatch(text) is not None
    )
    return in_opening or _SIGN_OFF.fullmatch(text) is not None or _names_agencies(text)


def _names_agencies(text: str) -> bool:
    """True for an agency in brackets, and for two names or more with a slash between them of which one is an agency."""
    parts = _BETWEEN_AGENCIES.split(text.strip("()[] "))
    if len(parts) < 2 and not text.startswith(("(", "[")):
        return False
    is_short = all(part and len(part.split()) <= _AGENCY_WORDS_MOST for part in parts)
    return is_short and any(map(_AGENCY.fullmatch, parts))
