"""A line that says who wrote and when, without a mark that parts them surely: "Von Lena Vogt am 3. Mai 2024"."""

import re

from crawler.calendar.clock import time_after
from crawler.calendar.date_labels import LABEL_WORDS
from crawler.calendar.date_phrases import find_phrases
from crawler.calendar.dateline_places import is_city
from crawler.dates import is_dateline
from crawler.folded_text import FoldedText, fold
from crawler.page.names import is_arabic_name_of, is_name

_LENGTH_MOST = 160  # characters
_LABEL = re.compile(
    r"(?:(?:(?:written|posted|published|submitted|reported|story|words|text|report|reporting)\s)?by|author|von|par|por|di"
    r"|door|av|af|publié\spar|escrito\spor|publicado\spor|text|texte|texto|autor(?:in)?|auteur|autora?|redaktion"
    r"|بقلم|كتبت?|كتبها|كتابة|بواسطة|نشر\sبواسطة|(?:ال)?كاتبة?|إعداد)\s*[:：]?\s+(?P<names>\S.*)",
    re.IGNORECASE,
)
_BETWEEN_NAMES = re.compile(r"\s*[,،]\s*|\s+(?:and|und|et|y|e|og|och|en|i|&)\s+|\s+(?:و\s|و(?=\w))")
_TITLE = re.compile(r"^(?:(?:dr|prof|mr|mrs|ms|rev|sir)\.?\s+|[دأم]\.\s*)+", re.IGNORECASE)
# What stands behind a name and a comma: a degree, an office.
_BESIDE_NAME = re.compile(
    r"ph\.?\s?d|m\.?d|m\.?a|b\.?a|mba|rn|jd|esq|jr|sr"
    r"|(?:\w+\s){0,2}(?:writer|reporter|editor|correspondent|columnist|producer|journalist|contributor|photographer)",
    re.IGNORECASE,
)
# Words in front of a date that are said of it, in two languages; those of others are single words.
_SAID_OF_DATE = re.compile(
    r"(?:(?:last\s+)?(?:updated|modified|published|posted)(?:\s+on)?|on|at"
    r"|(?:آخر\s+)?(?:تحديث|تعديل)|نُ?شرت?(?:\s+في)?|تاريخ\s+النشر|في|يوم|بتاريخ)\s*:?\s*$",
    re.IGNORECASE,
)
_JOIN = re.compile(r"(?:on|at|am|le|el|il|op|den|في|بتاريخ)\s+", re.IGNORECASE)
_LAST_WORD = re.compile(r"(?:^|(?<=[\s,،]))[^\s,،]+$")
_MARKS = " \u00a0|·•⋅∙‧/–—-,،:()\u200f\u200e"
_NAMES_MOST = 5


def split_signed_date(text: str) -> list[tuple[str, bool]]:
    """The pieces of the line in their order, True for the byline; [] for a line that is anything else.

    A single name before a date and without a label may be a place: it is none that this tells.

    >>> split_signed_date("Von Dr. Lena Vogt und Jan Reuter am 3. Mai 2024")
    [('Von Dr. Lena Vogt und Jan Reuter', True), ('am', False), ('3. Mai 2024', False)]
    """
    if len(text) > _LENGTH_MOST or not any(map(str.isdigit, text)):
        return []
    source = FoldedText(text)
    phrases = list(find_phrases(source, "und"))
    if len(phrases) != 1:
        return []
    clock = time_after(source.folded, phrases[0].end)
    start, end = source.span_in_text(phrases[0].start, clock.end if clock else phrases[0].end)
    start, end = _start_of_date(text, start), end + _length_of_rest(text[end:])
    before, after = text[:start].strip(_MARKS), text[end:].strip(_MARKS)
    if (before and after) or not is_dateline(text[start:end]):
        return []
    signed = before or after
    if not _is_signed(signed, is_first=bool(before)):
        return []
    date = text[start:end].strip(" ,،|·•/–—-")
    join = _JOIN.match(date)
    dated = [(date[: join.end()].strip(), False), (date[join.end() :], False)] if join else [(date, False)]
    gap = text[text.index(before) + len(before) : start] if before else text[end : text.rindex(after)]
    mark = [(gap.strip(" ,،"), False)] if gap.strip(" ,،") else []
    return [(signed, True), *mark, *dated] if before else [*dated, *mark, (signed, True)]


def _start_of_date(text: str, start: int) -> int:
    """Where begins what is said of a date: "am", "zuletzt geändert am", "Freitag,"."""
    while True:
        head = text[:start].rstrip(_MARKS)
        said = _SAID_OF_DATE.search(head)
        if said and (said.start() == 0 or not head[said.start() - 1].isalnum()):
            start = said.start()
            continue
        word = _LAST_WORD.search(head)
        if word is None or fold(word[0].strip("().:")) not in LABEL_WORDS:
            return start
        start = word.start()


def _length_of_rest(after: str) -> int:
    """How much behind a date is still of it: "Uhr", "EDT", "ص"."""
    word = re.match(r"\s*(?:Uhr|[aApP]\.?\s?[mM]\.?|[A-Z]{2,4}T|GMT|UTC|[صم])(?!\w)", after)
    return word.end() if word else 0


def _is_signed(text: str, *, is_first: bool) -> bool:
    labelled = _LABEL.fullmatch(text)
    parts = [part for part in _BETWEEN_NAMES.split(labelled["names"] if labelled else text) if part]
    if not 1 <= len(parts) <= _NAMES_MOST:
        return False
    names = [part for part in parts if not _BESIDE_NAME.fullmatch(part.rstrip("."))]
    if not names or not all(map(_is_person, names)) or parts[0] != names[0]:
        return False
    is_told = labelled is not None or len(parts) > 1 or _TITLE.match(text) is not None
    return is_told or (not is_first and not is_city(text))


def _is_person(name: str) -> bool:
    bare = _TITLE.sub("", name)
    words = bare.split()
    # Behind the name the place of the date line may stand: "By Rana Haddad Beirut, 4 November".
    if len(words) < 2 or (len(words) > 2 and is_city(words[-1])):
        return False
    return is_name(bare) and (words[0][0].isupper() or is_arabic_name_of(words))
