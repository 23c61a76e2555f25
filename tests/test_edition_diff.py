"""What changed in an edition, segment by segment."""

import pytest
from archived import edition

from crawler.models import Edition, Role, Segment
from crawler.models.edition_diff import MOST_WORDS, SegmentChange, diff_editions
from crawler.models.word_diff import Part

BRIDGE = "The old bridge is closed for repairs until the first week of May."
TEAM = "A second team came up from the coast on Sunday morning."
REASON = "He gave no reason for it, and left by the back door."
SILENCE = "The ministry did not answer when it was asked about the road."
NOBODY = "Nobody was hurt."
ARABIC = "نُقلت ١٥٠ عائلة إلى المدرسة في البلدة العليا."


def told(change: SegmentChange) -> str:
    """A change in one line: "changed p1 > p2: ..."."""
    before, after = ("+".join(f"{ref.role[0]}{ref.position}" for ref in refs) for refs in (change.before, change.after))
    signs = {Part.KEPT: ("", ""), Part.REMOVED: ("[-", "-]"), Part.ADDED: ("{+", "+}")}
    text = "".join(signs[piece.part][0] + piece.text + signs[piece.part][1] for piece in change.pieces)
    return f"{change.fate} {before}>{after}: {text}"


@pytest.mark.parametrize(
    ("before", "after", "changes"),
    [
        ([BRIDGE, TEAM], [BRIDGE, TEAM], []),
        ([ARABIC], ["نُقلت ١٥٠ عائـــلة\u200f إلى المدرسة في البلدة العليا."], []),
        (
            [BRIDGE, ARABIC],
            [BRIDGE, ARABIC.replace("١٥٠", "١٥١")],
            ["changed p1>p1: نُقلت [-١٥٠ -]{+١٥١ +}عائلة إلى المدرسة في البلدة العليا."],
        ),
        # A new paragraph is no change of those that stand one lower for it.
        ([BRIDGE, TEAM], [BRIDGE, NOBODY, TEAM], [f"added >p1: {{+{NOBODY}+}}"]),
        ([BRIDGE, NOBODY, TEAM], [BRIDGE, TEAM], [f"removed p1>: [-{NOBODY}-]"]),
        (
            [BRIDGE, TEAM],
            [NOBODY, BRIDGE, TEAM.replace("Sunday", "Monday")],
            [
                f"added >p0: {{+{NOBODY}+}}",
                "changed p1>p2: A second team came up from the coast on [-Sunday -]{+Monday +}morning.",
            ],
        ),
        ([BRIDGE, TEAM, NOBODY], [NOBODY, BRIDGE, TEAM], [f"moved p2>p0: {NOBODY}"]),
        (
            [BRIDGE, TEAM, REASON],
            [REASON.replace("back", "front"), BRIDGE, TEAM],
            ["moved p2>p0: He gave no reason for it, and left by the [-back -]{+front +}door."],
        ),
        ([NOBODY, BRIDGE, NOBODY], [NOBODY, BRIDGE], [f"removed p2>: [-{NOBODY}-]"]),
        # Cut in two, joined.
        (
            [BRIDGE, f"{REASON} {SILENCE}"],
            [BRIDGE, REASON, SILENCE],
            [f"changed p1>p1+p2: {REASON} {{+¶ +}}{SILENCE}"],
        ),
        ([REASON, SILENCE, TEAM], [f"{REASON} {SILENCE}", TEAM], [f"changed p0+p1>p0: {REASON} [-¶ -]{SILENCE}"]),
        ([NOBODY], [TEAM], [f"removed p0>: [-{NOBODY}-]", f"added >p0: {{+{TEAM}+}}"]),
    ],
)
def test_paragraphs_are_found_again_wherever_they_stand(
    before: list[str], after: list[str], changes: list[str]
) -> None:
    found = diff_editions(edition("en", "Head", *before), edition("en", "Head", *after))
    assert [told(change) for change in found] == changes


def test_a_headline_is_the_headline_whatever_it_says() -> None:
    found = diff_editions(edition("en", "River falls", BRIDGE), edition("en", "Nobody hurt at port", BRIDGE))
    assert [told(change) for change in found] == ["changed h0>h0: [-River falls-]{+Nobody hurt at port+}"]


def test_a_text_in_another_role_has_moved() -> None:
    before = Edition("en", (Segment(Role.STANDFIRST, 0, BRIDGE), Segment(Role.PARAGRAPH, 0, TEAM)))
    after = Edition("en", (Segment(Role.PARAGRAPH, 0, BRIDGE), Segment(Role.PARAGRAPH, 1, TEAM)))
    assert [told(change) for change in diff_editions(before, after)] == [f"moved s0>p0: {BRIDGE}"]


def test_a_side_that_comes_or_goes_is_added_or_removed_whole() -> None:
    side = edition("ar", "عنوان", ARABIC)
    assert [told(change) for change in diff_editions(None, side)] == [
        "added >h0: {+عنوان+}",
        f"added >p0: {{+{ARABIC}+}}",
    ]
    assert [told(change) for change in diff_editions(side, None)] == [
        "removed h0>: [-عنوان-]",
        f"removed p0>: [-{ARABIC}-]",
    ]


def test_of_too_many_paragraphs_those_that_changed_are_not_looked_for() -> None:
    count = int(MOST_WORDS**0.5)
    before = edition("en", "Head", *(f"{number} east" for number in range(count)))
    after = edition("en", "Head", *(f"{number} west" for number in range(count)))
    fates = [change.fate for change in diff_editions(before, after)]
    assert (fates.count("added"), fates.count("removed"), len(fates)) == (count, count, 2 * count)
