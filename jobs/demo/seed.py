"""The seed article: `seed.txt` line by line, as the two editions that its lines are."""

from importlib.resources import files
from typing import Any

# Line numbers of seed.txt, from 0. Standfirst and date line open the English; the Arabic has a headline before them.
_ENGLISH_PARAGRAPHS = slice(2, 14)
_CAPTION = 14
_ARABIC_HEADLINE = 15
_ARABIC_PARAGRAPHS = slice(18, None)
_CAPTION_LABEL = "Pic:"


def seed_lines() -> list[str]:
    """The lines of the seed article, to the character."""
    return files("jobs.demo").joinpath("seed.txt").read_text(encoding="utf-8").splitlines()


def seed_bodies() -> dict[str, dict[str, Any]]:
    """The fields of its two editions, in the form of the other articles' JSON."""
    lines = seed_lines()
    caption = lines[_CAPTION].removeprefix(_CAPTION_LABEL).strip()
    return {
        "en": {
            "standfirst": lines[0],
            "dateline": lines[1],
            "body": [*lines[_ENGLISH_PARAGRAPHS], {"photo": caption, "label": _CAPTION_LABEL}],
        },
        "ar": {
            "headline": lines[_ARABIC_HEADLINE],
            "standfirst": lines[_ARABIC_HEADLINE + 1],
            "dateline": lines[_ARABIC_HEADLINE + 2],
            "body": lines[_ARABIC_PARAGRAPHS],
        },
    }
