"""Dates that readers see beside the headline, in the article's subtree or not: "Published 3 January 2020"."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from operator import attrgetter

from selectolax.lexbor import LexborNode

from crawler.calendar.date_readings import read_dates
from crawler.calendar.datelines import is_dateline, is_relative_date, is_updated_label
from crawler.models.forms import display_form

# How far from the headline a date line may stand: lines of header, picture and share buttons come between.
_LINES_AFTER = 25
_LINES_BEFORE = 3
_CHARACTERS = 1_500
_NODES = 300
# A standfirst may come before the date; with a second line of this length the body has begun. Two sentences that are
# shorter count as one such line.
_PROSE_LENGTH = 120
_SENTENCE_LENGTH = 60
_PROSE_MOST = 2
# Below the first paragraphs a heading is that of comments or of other articles; a menu ends the lines above.
_BEGINS_ANOTHER = frozenset("h1 h2 h3 h4 h5 h6 aside".split())
_LONGEST_LINE = 160
# Beside a date a line names its author, place, section and reading time; with more it is a sentence.
_LONGEST_REST = 60
# A quotation has its own date: that of a letter, of a post.
_UNREAD = frozenset("script style noscript template svg select form nav iframe button blockquote -comment".split())
_INLINE = frozenset(
    "-text a abbr b bdi bdo cite data dfn em font i ins kbd label mark q s samp small span strong sub sup time tt u var"
    " wbr img".split()
)
# Stands for a date that was taken out: a full stop after it ends a sentence.
# "Originally published 3 May 2024. Updated 18 November 2026."
_PARTS = re.compile(r"(?<=\w{2}[.])\s+(?=[^\W\d])")
_LABELLED = re.compile(
    r"\W*(?:(?:originally|first|last)\s+)?(?:published|posted|updated|modified|revised)\b.{4,40}\d\W*$", re.IGNORECASE
)
_DAY_MARK = "000"
_SENTENCE = re.compile(r"\w{3}[.!?؟…][\s\"”»]+\w")
# What a sentence tells of has a day of its own.
_ENDS_SENTENCE = re.compile(r"\w{3}[.!?؟…][\"”»]?$")
_ENDS_LINE = re.compile(r"\w{2}[.!?؟…][\"”»]?$")
# "By A. Writer, staff, published 3 January 2020." may end in a full stop; a sentence that has more words tells a day.
_WORDS_BESIDE = 6
_WORD = re.compile(r"[^\W\d_]{2,}")
_HAS_DATE = re.compile(r"\d")
_ARABIC = re.compile("[\u0621-\u064a]")

Pairs = tuple[tuple[str, str], ...]
Step = Callable[[LexborNode], LexborNode | None]


@dataclass(frozen=True, slots=True)
class NearbyLine:
    """A line of text beside the headline."""

    text: str
    machine_date: str | None = None
    """The datetime of the <time> in it; None where there is none."""


@dataclass(slots=True)
class _Line:
    """A line being collected."""

    pieces: list[str] = field(default_factory=list)
    machine_date: str | None = None

    def closed(self, *, is_backwards: bool) -> NearbyLine:
        """The line as collected; forwards, or from its end."""
        text = display_form(" ".join(reversed(self.pieces) if is_backwards else self.pieces))
        return NearbyLine(text, self.machine_date)


def visible_dates(headline: LexborNode, language: str | None) -> tuple[tuple[str, str], ...]:
    """(source, text) of the date nearest to the headline: ("visible en", "3 January 2020"), ("time", "2020-01-03").

    What stands after the headline comes first, and what says published before what says updated. A line right beside
    it that counts from now ("2 hours ago") is told with it. `language` is the page's tag, for what is not in Arabic
    letters. Empty where no line beside the headline has a date.
    """
    for lines in (lines_after(headline), lines_before(headline)):
        place, pairs = _published_first(lines, language)
        if pairs:
            beside = [lines[near] for near in (place - 1, place + 1) if 0 <= near < len(lines)]
            relative = (pair for line in beside if is_relative_date(line.text) for pair in _dated(line, language)[:1])
            return (*pairs, *relative)
    return ()


def _published_first(lines: Sequence[NearbyLine], language: str | None) -> tuple[int, Pairs]:
    """The place and dates of the first line that has any and says not that they are of an update; else of the first."""
    first: tuple[int, Pairs] = (0, ())
    for place, line in enumerate(lines):
        pairs = _dated(line, language)
        if pairs and not is_updated_label(pairs[0][1]):
            return place, pairs
        if pairs and not first[1]:
            first = (place, pairs)
    return first


def _dated(line: NearbyLine, language: str | None) -> Pairs:
    if _ARABIC.search(line.text):
        tag = "ar"
    else:
        tag = "en" if language is None or language.lower().startswith("ar") else language
    is_stated = states_its_date(line.text, language and tag)
    shown = ((f"visible {tag.split('-')[0].lower()}", line.text),) if is_stated else ()
    is_sentence = not is_stated and _ENDS_SENTENCE.search(line.text) and " " in line.text
    return (*shown, ("time", line.machine_date)) if line.machine_date and not is_sentence else shown


def states_its_date(text: str, language: str | None = None) -> bool:
    """True for a line that is a date, or a date beside a few words; not for a sentence that names a day.

    >>> states_its_date("Staff writer · 3 January 2020"), states_its_date("He said on 3 January 2020. Then he left.")
    (True, False)
    """
    if not 0 < len(text) <= _LONGEST_LINE:
        return False
    if is_dateline(text) or is_relative_date(text):
        return True
    if not _HAS_DATE.search(text):
        return False
    days = [one for one in read_dates(text, language or "und") if one.day is not None or one.ambiguous]
    rest = text
    for one in reversed(days):
        rest = f"{rest[: one.start]} {_DAY_MARK}{rest[one.end :]}"
    if _SENTENCE.search(rest) and all(map(_LABELLED.match, _PARTS.split(text.strip()))):
        return True
    if _ENDS_SENTENCE.search(text) and len(_WORD.findall(rest)) > _WORDS_BESIDE:
        return False
    return any(one.year for one in days) and len(rest) <= _LONGEST_REST and not _SENTENCE.search(rest)


def lines_after(headline: LexborNode) -> list[NearbyLine]:
    """The lines of text that follow the headline in the document, as far as a date line may stand."""
    return _collect(_walk(headline, attrgetter("next"), attrgetter("child")), _LINES_AFTER)


def lines_before(headline: LexborNode) -> list[NearbyLine]:
    """The lines of text before the headline, the nearest first."""
    backwards = _walk(headline, attrgetter("prev"), attrgetter("last_child"))
    return _collect(backwards, _LINES_BEFORE, is_backwards=True)


def _collect(nodes: Iterator[LexborNode], most: int, *, is_backwards: bool = False) -> list[NearbyLine]:
    lines: list[NearbyLine] = []
    line, characters, prose = _Line(), 0, 0.0
    for node in nodes:
        tag = node.tag
        if tag == "nav" if is_backwards else (prose > 1 and tag in _BEGINS_ANOTHER):
            break
        if tag == "-text":
            text = (node.text(deep=True) or "").strip()
            if text:
                line.pieces.append(text)
                characters += len(text)
        elif tag == "time":
            line.machine_date = line.machine_date or node.attributes.get("datetime") or None
        elif tag not in _INLINE and (line.pieces or line.machine_date):
            closed = line.closed(is_backwards=is_backwards)
            # A second copy, for small screens, is the same standfirst.
            prose += _prose_of(closed.text) if closed not in lines else 0
            lines.append(closed)
            line = _Line()
        if len(lines) >= most or characters > _CHARACTERS or prose >= _PROSE_MOST:
            return lines
    return [*lines, line.closed(is_backwards=is_backwards)] if line.pieces or line.machine_date else lines


def _prose_of(text: str) -> float:
    if len(text) >= _PROSE_LENGTH:
        return 1
    return 0.5 if len(text) >= _SENTENCE_LENGTH and _ENDS_LINE.search(text) else 0


def _walk(start: LexborNode, beside: Step, within: Step) -> Iterator[LexborNode]:
    """The nodes beyond `start` in one direction of the document; a block's element comes before and after its nodes."""
    node = start
    for _ in range(_NODES):
        following = None if node is start or node.tag in _UNREAD else within(node)
        while following is None:
            following = beside(node)
            if following is None:
                parent = node.parent
                if parent is None or parent.tag in ("html", "body"):
                    return
                node = parent
                yield node
        node = following
        yield node
