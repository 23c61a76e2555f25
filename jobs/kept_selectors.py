"""What of a standing template a newly learned one keeps: selectors that still match and that nothing new replaces."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from selectolax.lexbor import LexborHTMLParser

from crawler.page.selectors import select
from crawler.page.template_marks import matched
from crawler.sites import RoleSelectors, Template
from crawler.templating.template_selectors import needed


@dataclass(frozen=True, slots=True)
class _Kept:
    side: str
    role: str
    selector: str


def keep_standing(
    learned: Template, standing: Template | None, texts: Sequence[str]
) -> tuple[Template, tuple[str, ...]]:
    """(the learned template with what the standing one says beside it, what that is as lines).

    A person may have written it: what learning does not find on a few pages is no sign that it is wrong. Kept is a
    role's selector that matches on most of the pages and whose role was not learned, and furniture that is on any.
    """
    if standing is None:
        return learned, ()
    trees = [LexborHTMLParser(text) for text in texts]
    kept = tuple(_roles_kept(learned, standing, trees))
    drops = tuple(one for one in standing.drop if one not in learned.drop and any(select(tree, one) for tree in trees))
    labels = tuple(one for one in standing.furniture if one not in learned.furniture)
    merged = replace(
        learned,
        roles=_with(learned.roles, "", kept),
        sides=tuple(_sides_with(learned, kept)),
        drop=(*learned.drop, *drops),
        furniture=(*learned.furniture, *labels),
    )
    said = [f"{one.side} {one.role}".strip() + f": {one.selector}" for one in kept]
    return merged, (*said, *(f"drop: {one}" for one in drops), *(f"furniture: {one}" for one in labels))


def _roles_kept(learned: Template, standing: Template, trees: Sequence[LexborHTMLParser]) -> Iterator[_Kept]:
    known = {(side, role) for side, role, _ in learned.selectors()}
    for side, role, selector in standing.selectors():
        if {(side, role), ("", role)} & known or (not side and any(role == other for _, other in known)):
            continue
        pages = sum(bool(matched(tree, side, role, selector)) for tree in trees)
        if pages >= needed(len(trees)):
            yield _Kept(side, role, selector)


def _sides_with(learned: Template, kept: Sequence[_Kept]) -> Iterator[tuple[str, RoleSelectors]]:
    sides = dict(learned.sides)
    for side in sorted({*sides, *(one.side for one in kept if one.side)}):
        yield side, _with(sides.get(side, RoleSelectors()), side, kept)


def _with(roles: RoleSelectors, side: str, kept: Sequence[_Kept]) -> RoleSelectors:
    return replace(roles, **{one.role: one.selector for one in kept if one.side == side})
