"""Short lines that say several things at once, taken apart: "By Rana Haddad | 4 November 2026 | 1,204 views"."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from crawler.calendar.clock import time_after
from crawler.calendar.date_phrases import find_phrases
from crawler.calendar.dateline_places import is_city
from crawler.dates import is_dateline
from crawler.folded_text import FoldedText
from crawler.languages import block_language, has_arabic
from crawler.models import ARABIC, Role
from crawler.page.blocks import Block
from crawler.page.furniture import BYLINE_LABEL, CAPTION_LABEL, is_byline_text, is_counter, is_furniture_text
from crawler.page.names import is_name, says_who_wrote
from crawler.page.origins import is_place_and_agency
from crawler.page.prose import ENDS_SENTENCE
from crawler.page.sentences_in_turn import sentences_in_turn
from crawler.page.signed_dates import split_signed_date

_LINE_LENGTH = 160  # characters
_CAPTION_LENGTH = 400
_PIECE_LENGTH = 60
_SEPARATOR = re.compile(r"(\s*[|·•⋅∙‧]\s*|\s+[-–—/]\s+)")
_BAR = re.compile(r"(\s*[|·•⋅∙‧]\s*)")
# One of these stands in any separator.
_MARK = re.compile("[|·•⋅∙‧/–—-]")
_HIJRI = "هـ"
# A city, a name, a date, and what stands between them.
_CITY_PARTS_LEAST = 4
# What parts the two languages of one line: a bar, a slash, a dash; in a caption often a slash without spaces.
_BETWEEN_SCRIPTS = re.compile(r"(\s*[|·•⋅∙‧]\s*|\s+[-–—]\s+|\s*/\s*)")
# A heading or caption that is first in one script and then in the other, with nothing between them.
_RUN_OF_EACH = re.compile(
    r"(?P<one>[^\u0620-\u06ff]+)\s(?P<other>[«“\"]?[\u0620-\u06ff][^A-Za-z]+)"
    r"|(?P<first>[^A-Za-z]+)\s(?P<second>[‘'“\"]?[A-Za-z][^\u0620-\u06ff]+)"
)
# The same, where the Arabic names who took the picture in Latin letters: "... (EPA)".
_RUN_WITH_NAMES = re.compile(
    r"(?P<one>[^\u0620-\u06ff]+)\s(?P<other>[«“\"]?[\u0620-\u06ff].*)"
    r"|(?P<first>[«“\"]?[\u0620-\u06ff].*[\u0620-\u06ff»”\".](?:\s?[(\[][^()\[\]]*[)\]])?)\s(?P<second>[‘'“\"]?[A-Za-z][^\u0620-\u06ff]+)",
    re.DOTALL,
)
# Each is at least a third of the whole, and more words than most names.
_HALF_LEAST = 3
_HALF_WORDS_LEAST = 3
_OPENING = re.compile(r"^(?:(?:posted|published|added|submitted)\s+(?:on\s+)?|written\s+on\s+)(?=\S)", re.IGNORECASE)
_WEEKDAY = r"ال(?:سبت|أحد|احد|[إا]ثنين|ثلاثاء|[أا]ربعاء|خميس|جمعة)،?"
# Before a date in figures the day of the week is not always read as of it: "by Rana on Thu, 10/03/2024".
_JOINING = re.compile(
    r"(?P<word>\s+(?:on|at|في|يوم|بتاريخ))"
    rf"(?:\s+(?:(?:mon|tue|wed|thu|fri|sat|sun)\w*,?|{_WEEKDAY}))?\s*$"
    rf"|(?P<weekday>\s+{_WEEKDAY})\s*$"
    # It stays with its date: what was updated then may have been published before.
    r"|\s+(?:آخر\s(?:تحديث|تعديل)|تاريخ\sالنشر|التاريخ|(?:last\s)?updated|published)\s*:?\s*$",
    re.IGNORECASE,
)
# The place of a date line; it stands after two words of a name at least, beside the word that says "by".
_PLACE = re.compile(r"\s(?=[^\s,،]+[,،]\s*$)")
_NAME_WORDS_LEAST = 2
# With these begin the names of places in two words.
_PLACE_WORDS = frozenset(
    "دير تل عين خان بيت كفر جبل وادي رأس بور شرم جسر معرة قطاع شمال شمالي جنوب جنوبي شرق غرب ريف مدينة محافظة إقليم حي "
    "مخيم بلدة قرية ناحية قضاء قاعدة معبر ميناء سد برج باب نهر جزيرة خليج جرف سهل سري رام أم بئر بنت سيدي نيو سان لوس "
    "كوالا هونغ أديس بوينس جوهانس كيب تشابهار".split()
)
# "This entry was posted on Wednesday, May 19th, 2010 at 11:03 pm and is filed under News."
_POSTED = re.compile(
    r"^(?P<label>(?:this\s(?:entry|post|article|item)\swas\s(?:posted|published|written)(?:\sby\s.{2,40}?)?\son\b"
    r"|(?:der|dieser|die)\s(?:artikel|beitrag|eintrag)\swurde\s(?:.{0,40}?\s)?am\b"
    r"|(?:نُ?شرت?\sهذ[اه]\s\w+|هذ[اه]\s\w+\sنُ?شرت?)\s(?:بتاريخ|في|يوم)"
    r"|(?:cette\sentrée|cet\sarticle)\sa\sété\spublié[e]?\sle\b|esta\sentrada\sfue\spublicada\sel\b))\s"
    r"(?P<date>.{6,50}?)(?P<rest>\s(?:and\s(?:is\s)?|in\s|under\s|gepostet|veröffentlicht|geschrieben|verfasst|dans\s|en\s|و?مصنفة?\s|وه[يو]\s|تحت\s|ضمن\s).*|\.?)$",
    re.IGNORECASE,
)
_MARKS = " [(|·•–—-"
# How many have read it and answered, beside the signs of an eye and a balloon.
_COUNT = re.compile(r"(?:\s+[\d٠-٩][\d٠-٩.,٬]*[kK]?){1,2}\s*")
# "by Rana Haddad in News": the section that it is filed in.
_FILED = re.compile(r"\s+(?:in|under|في)\s+\S+(?:\s+\S+){0,2}\s*$", re.IGNORECASE)


@dataclass(slots=True)
class Piece:
    """One thing that a line says. Never changed, and not frozen for the reason `Block` is not."""

    block: Block
    role: Role | None = None
    """What the line around it shows it to be; None where that is still to be seen."""


def split_line(block: Block, prose: str = "") -> tuple[Piece, ...]:
    """The pieces of a line of date, byline and counters, separators included; any other block as it is.

    A heading or a caption is divided only where it says the same in two scripts. `prose` is the article's text: a name
    before a date that stands in it is a place, another is the writer's.
    """
    if posted := _POSTED.match(block.text) if len(block.text) <= _CAPTION_LENGTH else None:
        return _of_posting(block, posted)
    if block.furniture or len(block.text) > (_CAPTION_LENGTH if block.caption else _LINE_LENGTH):
        return _in_turn(block)
    if block.level or block.caption:
        return _in_two_scripts(block)
    signed_date = split_signed_date(block.text)
    if signed_date:
        return _of_signed_date(block, signed_date)
    parts = _divided(block.text)
    several = _says_several_things(block.text, parts, prose)
    texts = [text for part in (parts if several else [block.text]) for text in _by_and_date(part, prose)]
    if len(texts) < 2:
        return (Piece(block),)
    has_date = any(is_dateline(text) for text in texts)
    signed = {block_language(text, "other") for text in texts if is_byline_text(text)}
    pieces = [
        Piece(
            replace(block, text=text.strip().rstrip(",،"), piece=True, machine_date=None, link_share=0.0),
            Role.BYLINE if _signs(text, has_date=has_date, signed=signed, is_bare=not several) else None,
        )
        for text in texts
    ]
    first = replace(pieces[0].block, machine_date=block.machine_date)
    return (Piece(first, pieces[0].role), *pieces[1:])


def _of_signed_date(block: Block, said: Sequence[tuple[str, bool]]) -> tuple[Piece, ...]:
    """A byline and a date as pieces of their line."""
    pieces = [replace(block, text=text, piece=True, machine_date=None, link_share=0.0) for text, _ in said]
    pieces[0] = replace(pieces[0], machine_date=block.machine_date)
    return tuple(Piece(piece, Role.BYLINE if signs else None) for piece, (_, signs) in zip(pieces, said, strict=True))


def split_headline(block: Block, headline: str) -> tuple[Piece, ...]:
    """The headline of each language where a line that is no heading holds both, one of them or all of it as known;
    none where it does not."""
    pieces = _in_two_scripts(block)
    if len(pieces) < 2 or headline not in (block.text, *(piece.block.text for piece in pieces)):
        return ()
    return tuple(piece if piece.block.furniture else Piece(piece.block, Role.HEADLINE) for piece in pieces)


def _divided(text: str) -> list[str]:
    """A line at all that may part it; at its bars alone where a date in it is written with slashes or dashes.

    A city at its beginning stays with the name behind it.
    """
    if not _MARK.search(text):
        return []
    parts, at_bars = ([part for part in mark.split(text) if part] for mark in (_SEPARATOR, _BAR))
    if len(parts) > len(at_bars) > 1 and sum(map(is_dateline, at_bars)) > sum(map(is_dateline, parts)):
        return at_bars
    parts = _in_two_calendars(parts) if _HIJRI in text else parts
    is_from_city = len(parts) > _CITY_PARTS_LEAST and is_city(parts[0]) and is_name(parts[2])
    return ["".join(parts[:3]), *parts[3:]] if is_from_city else parts


def _in_two_calendars(parts: Sequence[str]) -> list[str]:
    """The parts of a line, a day of the Hijri calendar and the same in the other one part."""
    joined: list[str] = []
    for part in parts:
        is_pair = len(joined) > 1 and (_HIJRI in part) != (_HIJRI in joined[-2])
        if is_pair and is_dateline(part) and is_dateline(joined[-2]):
            joined[-2:] = ["".join((*joined[-2:], part))]
        else:
            joined.append(part)
    return joined


def _signs(text: str, *, has_date: bool, signed: Collection[str | None], is_bare: bool) -> bool:
    """True for a name beside a date, or in the other script than a byline beside it: "By Rana Haddad / رنا حداد"; and
    for a place and an agency where no mark stands between them and the date."""
    if is_name(text) and not is_furniture_text(text):
        return has_date or (bool(signed) and block_language(text, "other") not in signed)
    origin = text.strip(_MARKS)
    return has_date and is_place_and_agency(origin) and (is_bare or is_city(_SEPARATOR.split(origin)[0]))


def _of_posting(block: Block, posted: re.Match[str]) -> tuple[Piece, ...]:
    """The pieces of the sentence that blogs end an article with, where it has a date."""
    if not is_dateline(posted["date"]):
        return (Piece(block),)
    around = replace(block, furniture=True)
    parts = [(around, posted["label"]), (replace(block, piece=True), posted["date"]), (around, posted["rest"])]
    return tuple(Piece(replace(one, text=text.strip())) for one, text in parts if text.strip(" .,"))


def _in_turn(block: Block) -> tuple[Piece, ...]:
    """A paragraph whose sentences are in one language and the other in turn, by its runs; any other block as it is."""
    if block.furniture or block.text.isascii() or not has_arabic(block.text):
        return (Piece(block),)
    return tuple(Piece(replace(block, text=run)) for run in sentences_in_turn(block.text))


def _in_two_scripts(block: Block) -> tuple[Piece, ...]:
    parts = [part for part in _BETWEEN_SCRIPTS.split(block.text) if part] if _MARK.search(block.text) else []
    if len(parts) < 3 and (run := _RUN_OF_EACH.fullmatch(block.text) or _RUN_WITH_NAMES.fullmatch(block.text)):
        return _halves(block, run["one"] or run["first"], run["other"] or run["second"])
    if len(parts) != 3 or {block_language(parts[0], "other"), block_language(parts[2], "other")} != {"ar", "other"}:
        return (Piece(block),)
    role = None if block.level or CAPTION_LABEL.match(block.text) else Role.CAPTION
    separator = Piece(replace(block, text=parts[1].strip(), caption=False, furniture=True))
    return (Piece(replace(block, text=parts[0]), role), separator, Piece(replace(block, text=parts[2]), role))


def _halves(block: Block, one: str, other: str) -> tuple[Piece, ...]:
    """The two halves of a heading or caption, where each is a line's worth: a name in the other script is shorter."""
    is_even = min(len(one), len(other)) * _HALF_LEAST >= len(block.text)
    is_worth = is_even and min(len(one.split()), len(other.split())) >= _HALF_WORDS_LEAST
    if not is_worth or {block_language(one, "other"), block_language(other, "other")} != {"ar", "other"}:
        return (Piece(block),)
    return (Piece(replace(block, text=one)), Piece(replace(block, text=other)))


def _says_several_things(text: str, parts: Sequence[str], prose: str) -> bool:
    """True where one part is a counter, a byline or a writer's name, or two are dates in two scripts, or one is a date
    and the whole is no date line by itself."""
    said = parts[::2]
    if len(said) < 2 or any(len(part) > _PIECE_LENGTH or ENDS_SENTENCE.search(part) for part in said):
        return False
    if says_who_wrote(text):
        return False
    signed = [is_byline_text(part) for part in said]
    if all(signed) and len({block_language(part, "other") for part in said}) == 1:
        return False  # one byline: who wrote and who translated
    if any(signed) or any(map(is_furniture_text, said)):
        return True
    dates = [part for part in said if is_dateline(part)]
    if not dates:
        return False
    if len({block_language(date, "other") for date in dates} - {None}) > 1:
        return True
    return not is_dateline(text) or any(
        is_name(part) and not _is_told_of(part, prose) and not is_city(part) for part in said
    )


def _is_told_of(name: str, prose: str) -> bool:
    """True where the article speaks of what is so named: it is a place, or one that it is about.

    Of the first word of two: others may have the writer's family name.
    """
    words = name.split()
    telling = words[:1] if len(words) == _NAME_WORDS_LEAST else words
    return any(word in prose for word in telling if len(word) > 2)


def _by_and_date(text: str, prose: str) -> list[str]:
    """A byline and a date without a mark between them, with the words that join them; the whole text otherwise."""
    opening = _OPENING.match(text)
    start = opening.end() if opening else 0
    source = FoldedText(text)
    phrase = next(find_phrases(source), None)
    if phrase is None:
        return [text]
    clock = time_after(source.folded, phrase.end)
    date_start, date_end = source.span_in_text(phrase.start, clock.end if clock else phrase.end)
    before, after = text[start:date_start], text[date_end:]
    is_filed = _COUNT.fullmatch(after) or _FILED.fullmatch(after) or is_counter(after.lower())
    joining = _JOINING.search(before)
    words = before.split()
    has_place = len(words) - (words != [] and BYLINE_LABEL.match(words[0]) is not None) > _NAME_WORDS_LEAST
    place = _PLACE.search(before) if has_place else None
    name = before[: joining.start() if joining else place.start() if place else None]
    if is_byline_text(name.strip()) or (is_name(name) and (opening or not _is_told_of(name, prose))):
        by_end = start + len(name)
        cuts = [0, start, by_end, start + joining.end("word") if joining and joining["word"] else by_end]
    elif is_byline_text(after.strip()):
        filed = _FILED.search(after)
        is_signed = filed is not None and is_byline_text(after[: filed.start()].strip())
        cuts = [0, start, date_end, date_end + filed.start() if filed and is_signed else date_end]
    elif is_place_and_agency(before.strip(_MARKS)) and not is_dateline(text):
        cuts = [0, len(text[:date_start].rstrip(_MARKS))]
    elif is_filed and is_dateline(text[:date_end]):
        cuts = [0]
    else:
        return [text]
    ends = sorted({*cuts, *([date_end] if is_filed else []), len(text)})
    texts = [text[one:other] for one, other in pairwise(ends)]
    is_signed = not is_dateline(text) or _is_arabic_writer(name)
    return texts if any(map(is_dateline, texts)) and is_signed else [text]


def _is_arabic_writer(name: str) -> bool:
    """True for two or three words in Arabic that begin as no place's name does: "هدى نصار، 12 حزيران"."""
    words = name.split()
    if len(words) < _NAME_WORDS_LEAST or block_language(name, "other") != ARABIC or not is_name(name):
        return False
    return not (words[0] in _PLACE_WORDS or words[0].startswith("ال") or is_city(name.strip(" ،,")))
