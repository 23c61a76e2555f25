"""Words marked within a text, for a terminal and for a file: colours there, [-removed-] {+added+} [=noted=] here."""

import os
import sys
from collections.abc import Iterator, Sequence

import click

from archive.passages import Stretch, mark_stretches
from crawler.alignment.sentences import split_sentences
from crawler.models.word_diff import Part, Piece
from jobs.printable import printable

# Words kept before and after a change; what lies further from one is left out.
_CONTEXT = 10
_SIGNS = {Part.REMOVED: ("[-", "-]"), Part.ADDED: ("{+", "+}")}
_COLOURS = {Part.REMOVED: "red", Part.ADDED: "green"}


def is_coloured() -> bool:
    """True where standard output is a terminal that shows colours and nobody asked it not to (no-color.org)."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def marked_text(pieces: Sequence[Piece], *, coloured: bool) -> str:
    """The pieces as one line that is safe to print as it is; long stretches that did not change are cut.

    >>> marked_text([Piece(Part.REMOVED, "150 "), Piece(Part.ADDED, "151 "), Piece(Part.KEPT, "left")], coloured=False)
    '[-150-] {+151+} left'
    """
    return "".join(_marked(piece, coloured=coloured) for piece in _cut(pieces))


def _cut(pieces: Sequence[Piece]) -> Iterator[Piece]:
    last = len(pieces) - 1
    for index, piece in enumerate(pieces):
        words = piece.text.split(" ")
        head, tail = _CONTEXT * (index > 0), _CONTEXT * (index < last)
        if piece.part is Part.KEPT and last and len(words) > head + tail + 2:
            yield Piece(piece.part, " ".join([*words[:head], "…", *words[len(words) - tail :]]))
        else:
            yield piece


def _marked(piece: Piece, *, coloured: bool) -> str:
    """One piece with its signs or colours around what is not white space."""
    text = piece.text.strip(" ")
    lead, _, trail = piece.text.partition(text) if text else (piece.text, "", "")
    if piece.part is Part.KEPT or not text:
        return printable(piece.text)
    if not coloured:
        before, after = _SIGNS[piece.part]
        return f"{lead}{before}{printable(text)}{after}{trail}"
    is_added = piece.part is Part.ADDED
    # Not by colour alone: struck out and underlined too.
    styled = click.style(
        printable(text), fg=_COLOURS[piece.part], underline=is_added or None, strikethrough=not is_added or None
    )
    return f"{lead}{styled}{trail}"


def marked_sentences(text: str, marks: Sequence[tuple[int, int]], language: str, *, coloured: bool) -> str:
    """The sentences of a text in which words are marked, as one line that is safe to print; all without marks.

    >>> marked_sentences("It rained. In all 151 left. Some stayed.", [(18, 21)], "en", coloured=False)
    '… In all [=151=] left. …'
    """
    sentences = split_sentences(text, language) or ((0, len(text)),)
    wanted = [one for one in sentences if any(start < one[1] and one[0] < end for start, end in marks)]
    first, last = (wanted or sentences)[0][0], (wanted or sentences)[-1][1]
    inside = [(max(start, first) - first, min(end, last) - first, 0) for start, end in marks]
    stretches = mark_stretches(text[first:last], inside)
    line = "".join(_noted(stretch, coloured=coloured) for stretch in stretches)
    return f"{'… ' * (first > sentences[0][0])}{line}{' …' * (last < sentences[-1][1])}"


def _noted(stretch: Stretch, *, coloured: bool) -> str:
    text = printable(stretch.text)
    if not stretch.findings:
        return text
    return click.style(text, fg="yellow", bold=True, underline=True) if coloured else f"[={text}=]"
