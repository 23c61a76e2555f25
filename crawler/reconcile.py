"""What a page says for machines against what it shows: what differs is kept beside the record, what agrees is not.

The visible text is the article. A statement for machines is written by another hand (a plugin, an SEO desk), may be
older or longer than what readers see, and is never put in its place.
"""

import hashlib
import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from functools import cached_property

from crawler.extract import Page
from crawler.head.metadata import cut_site_name, title_pieces
from crawler.models import Edition, Role, Witness
from crawler.models.forms import comparison_form, match_form
from crawler.text_words import words_of
from crawler.urls import normalise_url

# Arabic, its presentation forms, and marks that stand on letters of any script.
_FOLDED_SCRIPT = re.compile("[\u0300-\u036f\u0600-\u06ff\ufb50-\ufdff\ufe70-\ufeff]")
# A statement with this share of its words in the text in question says the same: markup that was glued together, a
# caption or a cross-head more or less make the rest.
_SAME_SHARE = 0.95
# Fewer words are in any text by chance.
_SHARE_WORDS_LEAST = 8
# A shorter line stands in many a text by chance.
_LINE_WORDS_LEAST = 4
# Headline, standfirst and the first paragraphs: what a description is made from.
_OPENING_WORDS = 200
_PIECES_MOST = 8
# The longest first.
_CUT_MARKS = ("[...]", "[…]", "...]", "[...", "…]", "[…", "...", "…", "&hellip;")
# Three letters where two are usual, and the written forms of Norwegian.
_SAME_LANGUAGE = {"eng": "en", "ara": "ar", "fra": "fr", "deu": "de", "spa": "es", "nb": "no", "nn": "no"}

Words = tuple[str, ...]


def differing_witnesses(page: Page) -> tuple[Witness, ...]:
    """The statements of a page that say something else than it shows, or something it does not show; each text once."""
    shown = _Shown(page)
    differing = [witness for witness in page.metadata.witnesses if not _AGREES[witness.field](witness.text, shown)]
    once: list[Witness] = []
    for witness in differing:
        if not any(_says_the_same(witness, other) for other in once):
            once.append(witness)
    return (*once, *_differing_bodies(page.metadata.article_bodies, shown))


def _says_the_same(witness: Witness, other: Witness) -> bool:
    """The same statement from a less trusted source: a title with the site's name, a picture in another size."""
    if witness.field != other.field:
        return False
    if witness.field == "headline":
        return _words(other.text) in _title_runs(witness.text)
    return witness.field == "picture" or _words(witness.text) == _words(other.text)


def canonical_url(page: Page) -> str | None:
    """The address a page calls its own: its canonical link, else its og:url or JSON-LD; None where it names none."""
    if page.links.canonical is not None:
        return page.links.canonical
    stated = (witness.text for witness in page.metadata.witnesses if witness.field == "canonical_url")
    return next(filter(None, (normalise_url(address, page.url) for address in stated)), None)


class _Opening:
    """The first words of an edition, in order and counted: several statements are compared with them."""

    def __init__(self, words: Words) -> None:
        self._spoken = _spoken(words)
        self._words = words

    def holds(self, words: Words) -> bool:
        """True where the words stand in it one after the other."""
        return bool(words) and _spoken(words) in self._spoken

    @cached_property
    def counted(self) -> Counter[str]:
        """How often each word stands in it."""
        return Counter(self._words)


class _Shown:
    """What the page shows, as words to compare with; the whole text only where a body is compared with it."""

    def __init__(self, page: Page) -> None:
        self.editions = page.editions
        self.languages = {edition.language for edition in page.editions}
        self.site_name = page.metadata.site_name
        self.pictured = bool(page.pictures)
        self.url = page.url
        self.canonical = canonical_url(page)
        self.headlines = [_words(text) for text in _texts(page.editions, Role.HEADLINE)]
        self.bylines = [_words(text) for text in _texts(page.editions, Role.BYLINE)]
        self.openings = [_Opening(_opening(edition)) for edition in page.editions]

    def body_words(self) -> Counter[str]:
        """How often each word stands in the paragraphs of all editions."""
        return Counter(_plain_words("\n".join(_texts(self.editions, Role.PARAGRAPH))))


def _texts(editions: Iterable[Edition], role: Role) -> list[str]:
    return [text for edition in editions for text in edition.texts(role)]


def _opening(edition: Edition) -> Words:
    """The words of headline, standfirst and the first paragraphs."""
    words: list[str] = []
    for segment in edition.segments:
        words += _words(segment.text)
        if len(words) >= _OPENING_WORDS:
            break
    return tuple(words)


def _words(text: str) -> Words:
    """The words of a text, folded where its script has spellings to fold: Latin letters only have two cases."""
    return tuple(words_of(match_form(text) if _FOLDED_SCRIPT.search(text) else text.casefold()))


def _plain_words(text: str) -> Words:
    """Cheaper, for whole texts: both come from the same editorial system, and spell alike."""
    return tuple(words_of(text.casefold()))


def _uncut(text: str) -> str:
    """The text without the mark at its end that says that it was cut off."""
    bare = text.rstrip()
    ending = next((mark for mark in _CUT_MARKS if bare.endswith(mark)), None)
    return bare.removesuffix(ending).rstrip() if ending else text


def _title_runs(title: str) -> set[Words]:
    """The words of a title, and of what is left of it without the names that its separators divide off."""
    pieces = [_words(piece) for piece in title_pieces(title)[:_PIECES_MOST]]
    runs = (pieces[start:end] for start in range(len(pieces)) for end in range(start + 1, len(pieces) + 1))
    return {_words(title)} | {tuple(word for piece in run for word in piece) for run in runs}


def _agrees_headline(text: str, shown: _Shown) -> bool:
    """A visible headline, with the names of site and section or without its kicker, or another line of the page."""
    title = cut_site_name(text, shown.site_name)
    words = _words(title)
    if words in shown.headlines or (shown.site_name and words == _words(shown.site_name)):
        return True
    runs = _title_runs(title)
    if any(headline in runs for headline in shown.headlines):
        return True
    uncut = _uncut(title)
    words = _words(uncut)
    if uncut != title and any(headline[: len(words)] == words for headline in shown.headlines):
        return True
    return len(words) >= _LINE_WORDS_LEAST and any(known.holds(words) for known in shown.openings)


def _agrees_standfirst(text: str, shown: _Shown) -> bool:
    """Part of what is shown: the standfirst, the first lines, which a description often repeats and cuts off."""
    uncut = _uncut(text)
    words = _words(uncut)
    words = words[:-1] if uncut != text and len(words) > 1 else words  # the last word may be cut too
    if any(known.holds(words) for known in shown.openings):
        return True
    return len(words) >= _SHARE_WORDS_LEAST and any(
        _share(words, opening.counted) >= _SAME_SHARE for opening in shown.openings
    )


def _agrees_byline(text: str, shown: _Shown) -> bool:
    words = _words(text)
    return any(_holds(byline, words) or _holds(words, byline) for byline in shown.bylines)


def _agrees_language(text: str, shown: _Shown) -> bool:
    primary = (re.split("[-_]", one.strip().lower())[0] for one in text.split(","))
    return not shown.languages or {_SAME_LANGUAGE.get(one, one) for one in primary} <= shown.languages


def _agrees_address(text: str, shown: _Shown) -> bool:
    return text == shown.canonical or normalise_url(text, shown.url) == shown.canonical


# Where the article shows pictures, the one for previews is one of them in another size; a section is shown nowhere.
_AGREES: dict[str, Callable[[str, _Shown], bool]] = {
    "headline": _agrees_headline,
    "standfirst": _agrees_standfirst,
    "byline": _agrees_byline,
    "language": _agrees_language,
    "canonical_url": _agrees_address,
    "picture": lambda _, shown: shown.pictured,
    "section": lambda _, __: False,
}


def _differing_bodies(bodies: Sequence[str], shown: _Shown) -> list[Witness]:
    """A body that holds words the paragraphs do not, as its digest: the copy would be a second, unaligned article."""
    known = shown.body_words() if bodies else Counter[str]()
    found = []
    for body in bodies:
        words = _plain_words(body)
        share = _share(words, known)
        if words and share < _SAME_SHARE:
            digest = hashlib.sha256(comparison_form(body).encode("utf-8")).hexdigest()
            note = f"{len(body)} characters; {share:.0%} of its words stand in the paragraphs"
            found.append(Witness("body", "json-ld articleBody", digest, note))
    return found


def _share(words: Words, known: Counter[str]) -> float:
    """The share of the words that are among the known ones, each as often as it stands there."""
    counted = Counter(words)
    return (counted & known).total() / len(words) if words else 1.0


def _holds(known: Words, words: Words) -> bool:
    """True where the words stand in the known ones one after the other."""
    return bool(words) and _spoken(words) in _spoken(known)


def _spoken(words: Words) -> str:
    return f" {' '.join(words)} "
