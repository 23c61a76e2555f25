"""How near an extractor's answer comes to the gold of a page. Everything is the mean over the pages that have the gold.

Body F1 is that of the article-extraction-benchmark (Scrapinghub, MIT): shingles of four words, each page weighing the
same, mean precision and mean recall over the pages. A body is exact where it has the same words in the same order.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from statistics import mean
from typing import Any

_WORDS = re.compile(r"\w+")
_SHINGLE = 4
_INVISIBLE = re.compile("[\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff\u00ad]")


@dataclass(frozen=True)
class Answer:
    """What an extractor made of a page."""

    title: str | None
    date: str | None
    """As it gave it, a datetime in ISO form; None where it gave none."""
    body: str
    """Paragraphs as lines; empty where it found none."""


@dataclass(frozen=True)
class Scores:
    """Shares between 0 and 1; None where no page has the gold for it."""

    body_f1: float | None = None
    precision: float | None = None
    recall: float | None = None
    exact: float | None = None
    paragraph_f1: float | None = None
    headline: float | None = None
    day: float | None = None


def score(pages: Sequence[Mapping[str, Any]], answers: Sequence[Answer]) -> Scores:
    """The scores of the answers to the pages, rows of a pages.jsonl."""
    pairs = list(zip(pages, answers, strict=True))
    bodies = [pair for pair in pairs if pair[0].get("body")]
    titles = [_settled(page["title"]) == _settled(answer.title) for page, answer in pairs if page.get("title")]
    days = [is_same_day(page["date"], answer.date) for page, answer in pairs if page.get("date")]
    f1 = precision = recall = exact = paragraphs = None
    if bodies:
        f1, precision, recall = body_f1([("\n".join(gold_lines(page)), answer.body) for page, answer in bodies])
        exact = mean(words("\n".join(gold_lines(page))) == words(answer.body) for page, answer in bodies)
        paragraphs = mean(paragraph_f1(page, answer.body) for page, answer in bodies)
    return Scores(
        f1, precision, recall, exact, paragraphs, mean(titles) if titles else None, mean(days) if days else None
    )


def words(text: str) -> list[str]:
    return _WORDS.findall(text)


def gold_lines(page: Mapping[str, Any]) -> list[str]:
    """The paragraphs of a page's gold, which is a list of them or one text."""
    body = page["body"]
    return body if isinstance(body, list) else [line for line in re.split(r"\n+", body) if line.strip()]


def body_f1(pairs: Sequence[tuple[str, str]]) -> tuple[float, float, float]:
    """F1, precision and recall over pairs of gold and answer.

    >>> body_f1([("one two three four five", "one two three four")])
    (0.6666666666666666, 1.0, 0.5)
    """
    precisions, recalls = [], []
    for gold, answer in pairs:
        wanted, given = _shingles(gold), _shingles(answer)
        shared = (wanted & given).total()
        if given:
            precisions.append(shared / given.total())
        if wanted:
            recalls.append(shared / wanted.total())
    precision, recall = mean(precisions or [0.0]), mean(recalls or [0.0])
    return _harmonic(precision, recall), precision, recall


def _shingles(text: str) -> Counter[tuple[str, ...]]:
    found = words(text)
    starts = range(max(1, len(found) - _SHINGLE + 1))
    return Counter(shingle for start in starts if (shingle := tuple(found[start : start + _SHINGLE])))


def paragraph_f1(page: Mapping[str, Any], answer: str) -> float:
    """Of one page, white space ignored.

    Recall is the share of gold paragraphs that stand whole in the answer, precision the share of the answer's lines
    that stand whole in the gold. Optional lines (standfirst, headings) count neither way.
    """
    gold = _squeezed(gold_lines(page))
    optional = set(_squeezed(page.get("optional", ()))) - set(gold)
    lines = [line for line in _squeezed(answer.split("\n")) if line not in optional]
    whole_gold, whole_answer = "".join(gold), "".join(_squeezed([answer]))
    recall = mean(line in whole_answer for line in gold) if gold else 1.0
    precision = mean(line in whole_gold for line in lines) if lines else 0.0
    return _harmonic(precision, recall)


def _harmonic(one: float, other: float) -> float:
    return 2 * one * other / (one + other) if one + other else 0.0


def _squeezed(texts: Sequence[str]) -> list[str]:
    """The texts without white space and invisible marks; empty ones left out."""
    squeezed = ("".join(unicodedata.normalize("NFC", _INVISIBLE.sub("", text)).split()) for text in texts)
    return [text for text in squeezed if text]


def _settled(text: str | None) -> str:
    """A headline with its white space settled, without invisible marks."""
    return " ".join(unicodedata.normalize("NFC", _INVISIBLE.sub("", text or "")).split())


def is_same_day(gold: str, answer: str | None) -> bool:
    """True for the same day as written, and for the same instant where both state their zone."""
    wanted, given = _moment(gold), _moment(answer)
    if wanted is None or given is None:
        return False
    return wanted.date() == given.date() or bool(wanted.tzinfo and given.tzinfo and wanted == given)


def _moment(text: str | None) -> datetime | None:
    """The datetime that a text begins with; naive where it states no zone, as its author left it."""
    if not text:
        return None
    try:
        return datetime.fromisoformat(text.strip())
    except ValueError:
        day = re.match(r"\d{4}-\d\d-\d\d", text)
        return datetime.fromisoformat(day[0]) if day else None
