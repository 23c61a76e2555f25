"""The lines of text beside a headline, in the article's subtree or not."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from operator import attrgetter

from selectolax.lexbor import LexborNode

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
_BEGINS_ANOTHER = frozenset("h1 h2 h3 h4 h5 h6 aside footer".split())
# A quotation has its own date: that of a letter, of a post.
_UNREAD = frozenset("script style noscript template svg select form nav iframe button blockquote -comment".split())
INLINE_TAGS = frozenset(
    "-text a abbr b bdi bdo cite data dfn em font i ins kbd label mark q s samp small span strong sub sup time tt u var"
    " wbr img".split()
)
_DIGIT = re.compile(r"\d")
_ENDS_LINE = re.compile(r"\w{2}[.!?؟…][\"”»]?$")

Step = Callable[[LexborNode], LexborNode | None]


@dataclass(frozen=True, slots=True)
class NearbyLine:
    """A line of text beside the headline."""

    text: str
    machine_date: str | None = None
    """The datetime of the <time> in it; None where there is none."""
    node: LexborNode | None = field(default=None, compare=False, repr=False)
    """Where its date stands: its <time>, else the first of its text that was met with a digit in it; None without."""


@dataclass(slots=True)
class _Line:
    """A line being collected."""

    pieces: list[str] = field(default_factory=list)
    machine_date: str | None = None
    node: LexborNode | None = None

    def closed(self, *, is_backwards: bool) -> NearbyLine:
        """The line as collected; forwards, or from its end."""
        text = display_form(" ".join(reversed(self.pieces) if is_backwards else self.pieces))
        return NearbyLine(text, self.machine_date, self.node)


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
                line.node = line.node or (node if _DIGIT.search(text) else None)
                characters += len(text)
        elif tag == "time":
            line.machine_date = line.machine_date or node.attributes.get("datetime") or None
            line.node = line.node or node
        elif tag not in INLINE_TAGS and (line.pieces or line.machine_date):
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
