"""Lines below a text that tell how to reach its writer: "Contact Rana Haddad at rana@quay.example"."""

import re
from collections.abc import Collection

_LENGTH_MOST = 300  # characters
_ADDRESS = re.compile(r"\S@\S|(?:^|\s)@\w|https?://|\b(?:twitter|facebook|instagram)\b|تويتر|فيسبوك|إكس", re.IGNORECASE)
# Of an article's writers and editors whoever they are.
_OF_WRITERS = re.compile(
    r"\W*(?:to\s)?(?:contact|reach|e-?mail|write\sto|follow)\sth(?:e|is)\s(?:reporter|writer|author|editor|journalist)s?\b"
    r"|\W*(?:ل?لتواصل|ل?مراسلة|تواصلوا?)\s(?:مع\s)?(?:ال)?(?:كاتبة?|محررة?|صحاف\w+|صحفية?|مراسلة?)(?!\w)"
    r"|\W*(?:ال)?بريد(?:\sال\w+)?\s(?:ال|لل)(?:كاتبة?|محررة?)(?!\w)",
    re.IGNORECASE,
)
# Of the writer that the line names.
_OF_NAMED = re.compile(
    r"\W*(?:to\s)?(?:contact|reach|e-?mail|write(?:\sto)?|follow|you\scan\s(?:contact|reach|follow|e-?mail))\s(?P<who>.{3,60})"
    r"|(?P<name>.{3,40}?)\s(?:can|may)\sbe\s(?:reached|contacted|followed)\b.*"
    r"|\W*(?:لل?تواصل|لمراسلة|تواصلوا?|تابعوا?)\s(?:مع\s)?(?P<whom>.{3,60})",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_]{2,}")
_NAME_WORDS_LEAST = 2


def tells_how_to_reach(text: str, bylines: Collection[str]) -> bool:
    """True for a line with an address or account of a writer or an editor, or of one whom a byline names.

    >>> [tells_how_to_reach(f"{who} at r@quay.example.", ["By Rana Haddad"]) for who in ("Contact Rana Haddad", "Book")]
    [True, False]
    """
    if len(text) > _LENGTH_MOST or not _ADDRESS.search(text):
        return False
    if _OF_WRITERS.match(text):
        return True
    named = _OF_NAMED.match(text)
    if named is None:
        return False
    words = set(_WORD.findall((named["who"] or named["name"] or named["whom"]).casefold()))
    return any(len(words.intersection(_WORD.findall(byline.casefold()))) >= _NAME_WORDS_LEAST for byline in bylines)
