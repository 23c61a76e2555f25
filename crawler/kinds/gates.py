"""Gates: what stands where the rest of an article would, and asks the reader to pay, to register or to give.

A gate is known by what it says, or by its name and what a reader can do there; no more than a teaser stands before it.
"""

import re
from collections.abc import Sequence

from crawler.kinds.page_case import PageCase, is_said_by
from crawler.kinds.page_kinds import PageKind
from crawler.kinds.pagekind_words import OFFER, fold
from crawler.page.blocks import Block

# A paywall's teaser: one or two short paragraphs, at most three. What stands after the gate is offers.
TEASER_PROSE = 700
_TEASER_PARAGRAPHS = 3
_AFTER_GATE = 250
# A gate is short; a longer paragraph that holds such words tells of one.
GATE_LENGTH = 250
_GATE_HINTS = re.compile(
    r"subscri|regist|account|reading|\be-?mail\b|\bfree\b|premium|unlock|\b(?:log|sign|members?)\b|abonn|suscrip|weiterlesen"
    r"|\bread on\b|\brest of (?:this|the|our)\b|% of (?:this|the)\b|\bpreview\b|\bremainder\b"
    r"|بريدك|انضم|تبقى|بقي|اشتر|مشترك|القراءة|لقراءة|تسجيل|سج[ّ]?ل|حساب|مجاني|أعضاء",
    re.IGNORECASE,
)


def find_gate(case: PageCase) -> PageKind | None:
    """Login wall or paywall, where no more than a teaser stands before a gate and next to nothing after it."""
    if case.length > TEASER_PROSE + _AFTER_GATE:
        return None
    gates = ((place, _gate_kind(block)) for place, block in enumerate(case.blocks) if block.text not in case.headlines)
    place, kind = next(((place, kind) for place, kind in gates if kind is not None), (0, None))
    if kind is not None:
        before = [text for text in case.own if any(text in block.text for block in case.blocks[:place])]
        after = case.length - sum(map(len, before))
        return kind if _is_teaser(before) and after < _AFTER_GATE else None
    if _is_teaser_before_named_gate(case):
        return PageKind.PAYWALL
    if PageKind.PAYWALL in case.named and not case.is_stated and _is_teaser(case.own):
        return PageKind.PAYWALL
    if case.is_free is False and _is_teaser(case.own):
        offers = any(OFFER.search(fold(text)) for text in case.prose.paragraphs)
        if offers or case.count_said(PageKind.PAYWALL):
            return PageKind.PAYWALL
    return None


def _is_teaser_before_named_gate(case: PageCase) -> bool:
    """True where the page has an element named as a gate, and outside it no more than a teaser."""
    if not case.signs.gates:
        return False
    outside = [text for text in case.own if not any(text in gate for gate in case.signs.gates)]
    return _is_teaser(outside)


def may_be_gate(block: Block) -> bool:
    return len(block.text) < GATE_LENGTH and _GATE_HINTS.search(block.text) is not None


def _gate_kind(block: Block) -> PageKind | None:
    if not may_be_gate(block):
        return None
    return next((kind for kind in (PageKind.PAYWALL, PageKind.LOGIN) if is_said_by(kind, block.text)), None)


def _is_teaser(paragraphs: Sequence[str]) -> bool:
    return len(paragraphs) <= _TEASER_PARAGRAPHS and sum(map(len, paragraphs)) <= TEASER_PROSE
