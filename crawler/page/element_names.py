"""What the class and id of an element say of it: their words, whether they hide it, whether they name no article."""

from functools import cached_property, lru_cache

from crawler.page.furniture import CAPTION_WORDS, PIECE_WORDS, is_furniture_name, is_unseen, name_words

HIDDEN, CAPTION, PIECE, LANGUAGE = (1 << bit for bit in range(4))
_LANGUAGE_NAMES = frozenset({"en", "ar", "english", "arabic", "rtl", "ltr"})
_FLAGS = ((CAPTION_WORDS, CAPTION), (PIECE_WORDS, PIECE), (_LANGUAGE_NAMES, LANGUAGE))


class ElementName:
    """A class and an id, as all elements share it that have both alike."""

    def __init__(self, classes: str | None, identifier: str | None) -> None:
        self.classes, self.identifier = classes, identifier
        self.words = name_words(classes, identifier)
        self.flags = HIDDEN if is_unseen(classes, None) or is_unseen(identifier, None) else 0
        """HIDDEN, CAPTION, PIECE and LANGUAGE, as far as words of it say so."""
        for words, flag in _FLAGS:
            if not words.isdisjoint(self.words):
                self.flags |= flag

    @cached_property
    def is_furniture(self) -> bool:
        """True where it says that the element is not part of the article."""
        return is_furniture_name(self.classes, self.identifier)


# A page names the same two hundred pairs of class and id on three times as many elements; a source, on all its pages.
@lru_cache(maxsize=16384)
def element_name(classes: str | None, identifier: str | None) -> ElementName:
    """What a class and an id say; the names of any two other attributes can be told apart alike."""
    return ElementName(classes, identifier)
