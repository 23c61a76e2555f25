"""How readers' comments are signed and answered: what tells them from an article whatever they are called."""

import re
from collections.abc import Iterable

_SIGNED_LENGTH = 80  # characters
_COMMENT_PARAGRAPHS = 4  # of one comment, on average, at most
# How a comment is signed or answered: "Rana K. 2 hours ago", "oldsailor says:", "Reply".
_SIGNED = re.compile(
    r"\b\d+\s?(?:[smhdw]|min\w*|hours?|days?|weeks?|months?|years?|hrs?|yrs?|mo)\.?\s(?:ago|geleden|önce|назад)\b"
    r"|\b(?:yesterday|just\snow|an?\s(?:hour|day|week|month|year)\sago)\W*$"
    r"|\b(?:vor|hace|há|il\sy\sa)\s\d|\bfa\W*$|前\W*$|전\W*$|منذ\s|(?:^|\s)قبل\s"
    r"|\b(?:says|said|wrote|sagt|schreibt|dice|dit)\s?:?$|(?:يقول|تقول|كتب|قال)\s?:?$|\b\d\d?[:.]\d\d\b|\b(?:19|20)\d\d\b"
    r"|^\W*(?:reply|report|permalink|antworten|melden|répondre|responder|rispondi|beantwoorden|yanıtla|ответить"
    r"|الرد|رد|إبلاغ|بلّغ)\W*$",
    re.IGNORECASE,
)


def are_signed(texts: Iterable[str], paragraphs: int) -> bool:
    """True where so many of the texts are signatures of comments that all of the paragraphs among them may be some."""
    signed = sum(len(text) <= _SIGNED_LENGTH and _SIGNED.search(text) is not None for text in texts)
    return signed * _COMMENT_PARAGRAPHS >= paragraphs
