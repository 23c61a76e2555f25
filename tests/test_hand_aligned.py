"""The beads written by hand that alignment is measured against: whole, and without a word of the texts."""

import json
import re
from pathlib import Path

GOLD = Path(__file__).parents[1] / "bench" / "hand_aligned.jsonl"
ROLES = {"headline", "standfirst", "byline", "dateline", "paragraph", "caption", "sentence"}


def test_each_segment_of_a_hand_aligned_article_stands_in_one_bead() -> None:
    rows = [json.loads(line) for line in GOLD.read_text(encoding="ascii").splitlines()]
    for row in rows:
        for number, side in enumerate(("en", "ar")):
            placed = sorted(place for bead in row["beads"] for place in bead[number])
            assert placed == list(range(len(row["segments"][side])))
    assert len([row for row in rows if row["kind"] == "pages"]) >= 20


def test_hand_aligned_articles_are_known_by_digests_alone() -> None:
    for row in map(json.loads, GOLD.read_text(encoding="ascii").splitlines()):
        assert row.keys() == {"kind", "pages", "segments", "beads"}
        assert all(re.fullmatch("[0-9a-f]{64}", page["sha256"]) for page in row["pages"])
        segments = [segment for side in row["segments"].values() for segment in side]
        assert all(role in ROLES and re.fullmatch("[0-9a-f]{12}", digest) for role, digest in segments)
