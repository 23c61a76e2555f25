"""Paragraphs of an edition that do not look like a part of the article's body."""

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import replace
from itertools import groupby, pairwise, takewhile

from crawler.editions.roled_block import PROSE_LENGTH, RoledBlock
from crawler.models import Role
from crawler.page.blocks import Block
from crawler.page.places import Place, common_place
from crawler.page.prose import ENDS_SENTENCE, is_sentence

# Where so much of an edition does not look like a body, it may be the page that is unlike others.
_UNLIKELY_SHARE_MOST = 0.4
# It is not, where so many characters of sentences do look like one, and no more do not.
_SENTENCES_LEAST = 400
_LINKS_BETWEEN_MOST = 0.5
_LEAD_LENGTH = 80  # characters
# A sentence with the class of so many likely paragraphs is one of them, wherever it stands before the last.
_CLASS_LEAST = 5
# Headings and the texts below them that look alike so often are of the body each time.
_PAIRS_LEAST = 2
_ENTRY_TAGS = frozenset({"li", "dt", "dd"})
# A quotation in a part of its own is one line, and a second one says who is quoted.
_QUOTATION_LINES_MOST = 2
_QUOTATION_SHARE_MOST = 1.5
_QUESTION_MARKS = ("?", "؟", "？")
# Of a list so many entries, and such a share of them, look like a part of the body where all of it is one.
_ENTRIES_LEAST, _ENTRIES_SHARE = 3, 0.75


def without_unlikely(settled: list[RoledBlock]) -> list[RoledBlock]:
    """Paragraphs that do not look like a part of the body are residue, unless they are much of the edition's text.

    Then it is the page that is unlike others, and nothing is dropped: except where most sentences do look like a part
    of the body, and what does not is lines of code, cells, labels. A whole sentence that looks like its neighbours
    stays; a heading or a line with a colon that heads nothing goes.
    """
    paragraphs = [one for one in settled if one.role is Role.PARAGRAPH]
    looks = Counter(_look_of(one) for one in paragraphs if not one.block.unlikely)
    likely = (one.block.place.signature for one in paragraphs if not one.block.unlikely)
    classes = Counter(signature for signature in likely if signature[1])
    lists = _kept_lists(paragraphs) | _lists_between(paragraphs)
    quoted = _quotations_between(paragraphs)
    around = zip([None, *paragraphs], paragraphs, [*paragraphs[1:], None], strict=False)
    dropped = {
        id(one)
        for before, one, after in around
        if one.block.unlikely
        and not (is_sentence(one.block) and (looks[_look_of(one)] > 1 or _goes_on(before, one)))
        and not _opens(one, after)
        and not (after is not None and is_sentence(one.block) and classes[one.block.place.signature] >= _CLASS_LEAST)
        and not _is_between(before, one, after)
        and not (one.block.place.parent in lists and _is_entry(one))
        and not _leads_to_list(one, after)
        and id(one) not in quoted
    }
    dropped -= _heads_of_kept(paragraphs, dropped)
    if _is_page_unlike_others(paragraphs, dropped):
        return settled
    kept = [one for one in paragraphs if id(one) not in dropped]
    while len(kept) > 1 and _heads_nothing(kept[-1]):
        dropped.add(id(kept.pop()))
    lead = _lead(settled, dropped)
    return [
        replace(one, role=Role.STANDFIRST if one is lead else None) if id(one) in dropped else one for one in settled
    ]


def _lead(settled: Sequence[RoledBlock], dropped: Collection[int]) -> RoledBlock | None:
    """The first text after the headline, where it is sentences of their own above those of the body; None without."""
    roles = [one.role for one in settled]
    if Role.STANDFIRST in roles or Role.HEADLINE not in roles:
        return None
    below = [one for one in settled[roles.index(Role.HEADLINE) :] if one.role is Role.PARAGRAPH]
    if not below or id(below[0]) not in dropped or len(below[0].text) < _LEAD_LENGTH or not is_sentence(below[0].block):
        return None
    has_body = any(is_sentence(one.block) for one in below if id(one) not in dropped)
    return below[0] if has_body else None


def _heads_nothing(last: RoledBlock) -> bool:
    """True for a last line that is a heading or leads to what was left out ("More from this paper:")."""
    if last.block.level:
        return not ENDS_SENTENCE.search(last.text)
    return last.text.endswith((":", "：")) and len(last.text) < PROSE_LENGTH


def _is_page_unlike_others(paragraphs: Sequence[RoledBlock], dropped: Collection[int]) -> bool:
    gone = [one for one in paragraphs if id(one) in dropped]
    if _length(gone) <= _UNLIKELY_SHARE_MOST * _length(paragraphs):
        return False
    kept = [one for one in paragraphs if id(one) not in dropped]
    sentences_kept, sentences_gone = (_length([one for one in part if is_sentence(one.block)]) for part in (kept, gone))
    return sentences_kept < max(_SENTENCES_LEAST, sentences_gone)


def _length(paragraphs: Sequence[RoledBlock]) -> int:
    return sum(len(one.text) for one in paragraphs)


def _look_of(one: RoledBlock) -> object:
    place = one.block.place
    return place.signature, place.parent.signature if place.parent else None


def _goes_on(before: RoledBlock | None, one: RoledBlock) -> bool:
    """True for a paragraph right beside a likely one of its look: a brother of it, or the next row of one table."""
    if before is None or before.block.unlikely or before.block.place.signature != one.block.place.signature:
        return False
    parents = (before.block.place.parent, one.block.place.parent)
    return parents[0] is parents[1] or all(parent is not None and parent.tag == "tr" for parent in parents)


def _opens(one: RoledBlock, after: RoledBlock | None) -> bool:
    """True for a long <p> right before a likely one of its look: the rest of a text may stand behind a gate."""
    if after is None or after.block.unlikely or one.block.place.tag != "p" or len(one.text) < PROSE_LENGTH:
        return False
    if one.block.link_share >= _LINKS_BETWEEN_MOST:
        return False
    return one.block.place.signature == after.block.place.signature


def _is_between(before: RoledBlock | None, one: RoledBlock, after: RoledBlock | None) -> bool:
    """True for a line between two likely ones in one element: a <p> of their look, a sentence in a bare element."""
    if before is None or after is None or one.block.link_share >= _LINKS_BETWEEN_MOST:
        return False
    if one.block.place.tag == "p" and _goes_on(before, one) and _goes_on(after, one):
        return True
    is_bare = not one.block.place.attributes and is_sentence(one.block)
    return is_bare and all(
        not beside.block.unlikely and beside.block.place.parent is one.block.place.parent for beside in (before, after)
    )


def _kept_lists(paragraphs: Sequence[RoledBlock]) -> frozenset[Place | None]:
    """The elements of the lists of which all entries but a few look like a part of the body."""
    entries = [one.block for one in paragraphs if one.block.place.tag == "li"]
    all_of = Counter(block.place.parent for block in entries)
    likely = Counter(block.place.parent for block in entries if not block.unlikely)
    return frozenset(
        place for place, count in all_of.items() if likely[place] >= max(_ENTRIES_LEAST, _ENTRIES_SHARE * count)
    )


def _lists_between(paragraphs: Sequence[RoledBlock]) -> frozenset[Place | None]:
    """The elements of the lists without links that stand between two likely lines of one element with them."""
    lines = [one for one in paragraphs if not (one.block.level and one.block.unlikely)]
    runs = [(place, list(run)) for place, run in groupby(lines, key=_list_of)]
    return frozenset(
        entries
        for (_, before), (entries, run), (_, after) in zip(runs, runs[1:], runs[2:], strict=False)
        if entries is not None
        and not any(one.block.link_share for one in run)
        and all(not one.block.unlikely for one in (before[-1], after[0]))
        and _is_list_of(entries, before[-1].block.place, after[0].block.place)
    )


def _is_list_of(entries: Place, before: Place, after: Place) -> bool:
    """True for a list right in the element that holds two lines, and in a box of it that holds little else."""
    if before.parent is after.parent is entries.parent:
        return True
    text = common_place(before, after)
    box = entries.parent
    return (
        box is not None
        and text is before.parent is box.parent
        and not box.is_called_furniture
        and box.length <= _QUOTATION_SHARE_MOST * entries.length
    )


def _quotations_between(paragraphs: Sequence[RoledBlock]) -> frozenset[int]:
    """The lines, by identity, of quotations without links between two likely lines, alone in their part of the text."""
    runs = [(place, list(run)) for place, run in groupby(paragraphs, key=_quotation_of)]
    return frozenset(
        id(one)
        for (_, before), (quotation, run), (_, after) in zip(runs, runs[1:], runs[2:], strict=False)
        if quotation is not None
        and not any(one.block.link_share for one in run)
        and not before[-1].block.unlikely
        and not after[0].block.unlikely
        and _is_alone(quotation, len(run), before[-1].block.place, after[0].block.place)
        for one in run
    )


def _is_alone(quotation: Place, lines: int, before: Place, after: Place) -> bool:
    """True between two lines of one element, or in a part of it that holds little else and is not called a pull."""
    if before.parent is after.parent is quotation.parent:
        return True
    text = common_place(before, after)
    around = list(takewhile(lambda place: place is not text, quotation.chain()))
    if not around or lines > _QUOTATION_LINES_MOST or any("pull" in place.called.lower() for place in around):
        return False
    return around[-1].length <= _QUOTATION_SHARE_MOST * quotation.length


def _quotation_of(one: RoledBlock) -> Place | None:
    around = [place for place in one.block.place.chain() if place.tag in ("blockquote", "figure")]
    is_quoted = bool(around) and (around[-1].tag == "blockquote" or around[-1].node.css_first("blockquote") is not None)
    return around[-1] if is_quoted else None


def _list_of(one: RoledBlock) -> Place | None:
    return one.block.place.parent if one.block.place.tag in _ENTRY_TAGS else None


def _leads_to_list(one: RoledBlock, after: RoledBlock | None) -> bool:
    """True for a sentence right before the entries of a list that are surely of the body, in one element with it."""
    if after is None or not after.block.sure or after.block.place.tag != "li" or not is_sentence(one.block):
        return False
    entries = after.block.place.parent
    return entries is not None and entries.parent is one.block.place.parent


def _heads_of_kept(paragraphs: Sequence[RoledBlock], dropped: Collection[int]) -> set[int]:
    """Headings, like others of the body, right above a text of the body: in one element, or as other headings are.

    Questions, each above its answer, are told by one another.
    """
    above = [
        (one, after)
        for one, after in pairwise(paragraphs)
        if not after.block.level and id(after) not in dropped and one.block.link_share < _LINKS_BETWEEN_MOST
    ]
    heads = [pair for pair in above if pair[0].block.level]
    asked = [(one, after) for one, after in above if not one.block.level and one.text.endswith(_QUESTION_MARKS)]
    answered = Counter(_looks_of_pair(*pair) for pair in asked)
    kept = {one.block.place.signature for one in paragraphs if one.block.level and id(one) not in dropped}
    parting = (
        one
        for before, one, after in zip(paragraphs, paragraphs[1:], paragraphs[2:], strict=False)
        if id(before) not in dropped and id(after) not in dropped and _parts_text(before.block, one.block, after.block)
    )
    pairs = Counter(_looks_of_pair(*pair) for pair in heads if id(pair[0]) not in dropped)
    return (
        {
            id(one)
            for one, after in heads
            if (one.block.place.signature in kept and one.block.place.container is after.block.place.container)
            or pairs[_looks_of_pair(one, after)] >= _PAIRS_LEAST
            or _heads_list_of_box(one, after)
        }
        | set(map(id, parting))
        | {id(one) for one, after in asked if answered[_looks_of_pair(one, after)] >= _PAIRS_LEAST}
    )


def _parts_text(before: Block, one: Block, after: Block) -> bool:
    """True for a heading without links between two sentences that look alike, each in a part of one element."""
    if not one.level or one.link_share or not (is_sentence(before) and is_sentence(after)):
        return False
    text = common_place(before.place, after.place)
    branch = one.place.parent
    is_part = branch is not None and branch.parent is text and branch.settled_length == len(one.text)
    return is_part and before.place.path == after.place.path


def _heads_list_of_box(one: RoledBlock, after: RoledBlock) -> bool:
    """True for the heading of a box right above its list, which leads nowhere."""
    entries = _list_of(after)
    box = one.block.place.parent
    return not after.block.link_share and entries is not None and entries.parent is box


def _looks_of_pair(one: RoledBlock, after: RoledBlock) -> object:
    return one.block.place.signature, after.block.place.path


def _is_entry(one: RoledBlock) -> bool:
    return one.block.place.tag in _ENTRY_TAGS and one.block.link_share < _LINKS_BETWEEN_MOST
