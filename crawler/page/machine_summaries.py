"""What a site says of a summary that a machine made: nobody wrote it, so it is no part of the article."""

import re

_LENGTH_MOST = 160  # characters
_HINTS = ("ai", "ذكاء", "artificial", "ki-", "künstliche")
_MADE_BY_MACHINE = re.compile(
    r"""(?:ملخ[ّ]?ص|تلخيص|موجز|خلاصة)\S*\s(?:\S+\s){0,4}(?:ب|بواسطة\s|باستخدام\s|عبر\s|من\s)?(?:ال)?ذكاء\sالا?صطناعي
    | \bai[-\s](?:generated\s|powered\s)?(?:summary|overview|key\spoints|takeaways)\b
    | \b(?:summar(?:y|ies|i[sz]ed)|key\s(?:points|takeaways))\s(?:\S+\s){0,4}(?:by|with|using|of)\s(?:\S+\s){0,2}
      (?:ai\b|artificial\sintelligence)
    | \bki[-\s](?:generierte\s)?zusammenfassung\b
    | \bzusammenfassung\s(?:\S+\s){0,5}(?:ki\b|künstliche[rn]?\sintelligenz)
    """,
    re.VERBOSE,
)


def is_machine_summary_note(text: str) -> bool:
    """True for a line that says that the summary beside it was made by a machine.

    >>> is_machine_summary_note("AI-generated summary"), is_machine_summary_note("ملخص بالذكاء الاصطناعي")
    (True, True)
    """
    if len(text) > _LENGTH_MOST:
        return False
    lowered = text.lower()
    return any(map(lowered.__contains__, _HINTS)) and _MADE_BY_MACHINE.search(lowered) is not None
