"""What a page says twice: lines set large beside the text that repeat words of it, and a text printed again."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import chain

from crawler.editions.roled_block import RoledBlock
from crawler.models import Role
from crawler.page.blocks import Block
from crawler.page.prose import ENDS_SENTENCE
from crawler.text_words import words_of

# Words of a pull quote at least: shorter ones repeat by chance.
_PULL_QUOTE_WORDS = 4
_PULL_QUOTES_MOST = 40
# So many words are a quotation whatever marks stand between them.
_SURE_WORDS = 8
# What is called a pull quote, a few elements further out at most, repeats so many of its words.
_PULL_LEVELS, _PULL_SHARE_LEAST = 4, 0.9
_LONG_LENGTH = 60  # characters
_REPEATED_LEAST = 3
_REPEATED_SHARE_LEAST = 0.3


def without_pull_quotes(own: list[RoledBlock]) -> list[RoledBlock]:
    """Without the lines set large beside the text that repeat words of it, and the name under them: residue."""
    texts = [one for one in own if one.role is Role.PARAGRAPH]
    quotes = [one for one in _opening_twice(texts) if _is_repeated(one, texts)]
    if not quotes:
        return list(own)
    boxes = {place for one in quotes for place in one.block.place.chain() if place.tag in ("blockquote", "figure")}
    ids = {id(one) for one in quotes}
    return [
        replace(one, role=None)
        if id(one) in ids or (one.role is not None and any(place in boxes for place in one.block.place.chain()))
        else one
        for one in own
    ]


def without_second_printing(own: list[RoledBlock]) -> list[RoledBlock]:
    """A text that stands twice on its page, for screens of two widths perhaps, is said once; what repeats is residue.

    An article may repeat a sentence, and a poem a verse: most of the paragraphs must stand twice, in another element.
    """
    texts = [one for one in own if one.role is Role.PARAGRAPH]
    first: dict[str, RoledBlock] = {}
    for one in texts:
        first.setdefault(one.text, one)
    again = {id(one) for one in texts if first[one.text].block.place.container is not one.block.place.container}
    long = [one for one in texts if len(one.text) >= _LONG_LENGTH]
    repeated = sum(id(one) in again for one in long)
    if repeated < max(_REPEATED_LEAST, _REPEATED_SHARE_LEAST * len(long)):
        return own
    return [replace(one, role=None) if id(one) in again else one for one in own]


def _opening_twice(texts: Sequence[RoledBlock]) -> list[RoledBlock]:
    """The texts whose first words stand more than once: few do, and only those are looked for in all the others."""
    words_of_texts = [words_of(one.text.lower()) for one in texts]
    openings = [words[:_PULL_QUOTE_WORDS] if len(words) >= _PULL_QUOTE_WORDS else [] for words in words_of_texts]
    firsts = {opening[0] for opening in openings if opening}
    words = list(chain.from_iterable(words_of_texts))
    starts = [start for start, word in enumerate(words) if word in firsts]
    times = Counter(" ".join(words[start : start + _PULL_QUOTE_WORDS]) for start in starts)
    return [one for one, its in zip(texts, openings, strict=True) if times[" ".join(its)] > 1][:_PULL_QUOTES_MOST]


def _bare(text: str) -> str:
    return text.strip(" .!؟?…,،«»“”\"'‘’„")


# Each of a page's lines that open alike is looked for in all the others.
@lru_cache(maxsize=1024)
def _spaced(text: str) -> str:
    """Its words with one blank around each, so that marks and white space between them do not count."""
    return f" {' '.join(words_of(text))} "


def _is_repeated(quote: RoledBlock, texts: Sequence[RoledBlock]) -> bool:
    """True for words of another block, in an element of another kind; what is called a pull quote may leave some out.

    A section head names what its section says, and so does a cell.
    """
    if quote.block.level and not ENDS_SENTENCE.search(quote.text) and not _is_quoted(quote.block):
        return False
    if any(place.tag == "table" for place in quote.block.place.chain()):
        return False
    length = len(quote.text)
    form = _spaced if len(quote.text.split()) >= _SURE_WORDS else _bare
    words = form(quote.text)
    # What the deck above the text says, in a heading, and the text again, is text.
    is_above = True
    others = []
    for other in texts:
        is_above = is_above and other is not quote
        if len(other.text) > length and not (is_above and other.block.level) and words in form(other.text):
            others.append(other.block.place.signature)
    if not others and _is_called_pull(quote.block):
        return any(other is not quote and _says_most_of(other.text, quote.text) for other in texts)
    own = quote.block.place.signature
    return any(other != own for other in others) or (bool(others) and _is_quoted(quote.block))


def _is_called_pull(block: Block) -> bool:
    return any("pull" in place.called.lower() for place in block.place.chain()[:_PULL_LEVELS])


def _says_most_of(text: str, quote: str) -> bool:
    """True where nearly all words of a quote stand in a longer text."""
    words = words_of(quote.lower())
    said = set(words_of(text.lower()))
    return len(text) > len(quote) and sum(word in said for word in words) >= _PULL_SHARE_LEAST * len(words)


def _is_quoted(block: Block) -> bool:
    return any(place.tag in ("blockquote", "figure", "aside") for place in block.place.chain())
