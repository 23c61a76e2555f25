"""Who took a picture, as a line under it says: a label, an agency, a name in brackets."""

import re

from crawler.page.blocks import Block
from crawler.page.furniture import CAPTION_LABEL
from crawler.page.names import is_name
from crawler.page.prose import ENDS_SENTENCE

_CREDIT_NAMES = frozenset({"credit", "credits", "copyright", "photographer", "source"})
_CREDIT = re.compile(
    r"^\W*(?:photos?|images?|pictures?|credits?|photograph(?:y|er)?|source|quelle|crédits?|fotos?|bild|фото|צילו(?:ם|מים)|©|\(c\)|copyright"
    r"|courtesy(?:\sof)?|تصوير|المصور|صورة\sمن|(?:ال)?مصدر(?:\sالصور[ةه]?)?|عدسة|حقوق\s\w+)\s*(?:by\b|[:：/©])?\s*(?P<who>\S.*)$",
    re.IGNORECASE,
)
# Agencies and archives as captions name them, in the letters they write themselves with.
AGENCY = (
    r"(?:AFP|AP(?:\sPhoto)?|REUTERS|Reuters|EPA(?:-EFE)?|EFE|dpa|DPA|UPI|TASS|ANSA|Getty(?:\s?Images)?|GETTY\sIMAGES|Xinhua|Sputnik|Anadolu"
    r"|IMAGO|imago|Alamy|Shutterstock|Handout|HANDOUT|رويترز|أ\s?\.?ف\s?\.?ب\.?|(?:وكالة\s)?فرانس\sبرس|أ\s?\.?ب\.?"
    r"|(?:وكالة\s)?أسوشي[يت]*د\s?برس|(?:وكالة\s)?الأناضول|د\s?\.?ب\s?\.?[أا]\.?|شينخوا|غيتي(?:\sإيم[يا]?ج[يز]*)?|الأوروبية"
    r"|وكالات|من\sالمصدر|(?:من\s)?(?:ال)?[إا]نترنت|سانا|وفا|سبوتنيك|(?:مواقع|وسائل|منصات|شبكات)\s(?:ال)?تواصل(?:\s(?:ال)?اجتماعي)?"
    r"|واس|وام|كونا|بترا|[إا]\s?\.\s?ب\s?\.\s?[أا]\.?|شا?ترستوك|ويكيبيديا|(?:(?:صورة\s)?من\sال|صورة\s)?أرشيف(?:ية)?|(?:صورة\s)?متداولة)"
)
_AGENCY_ALONE = re.compile(rf"\W*(?:[^.!?؟|]{{1,40}}\s?/\s?)?{AGENCY}(?:(?:\s?[/,]\s?|\svia\s)[^.!?؟|]{{1,40}})?\W*")
# What a sentence of its own says in the end: "Photo by Rana Haddad."
SAID_AT_END = re.compile(
    r"(?:^|[.!?؟…]\s*|[|–—-]\s)(?P<credit>(?:(?:photos?|photographs?|pictures?|images?)\s(?:by|courtesy\s(?:of\s)?)"
    r"|(?:تصوير|عدسة)\s*[:：]?)\s*[^.!?؟:]{2,50})\.?$",
    re.IGNORECASE,
)
_ALL_CREDIT = re.compile(
    r"(?i:(?:photo(?:graph)?|picture|image|illustration)s?\s(?:by|via|courtesy(?:\sof)?)\s\S+(?:\s\S+){0,5})(?<![.!?])"
    r"|(?:تصوير|عدسة)\s*[:：]?\s*(?P<name>\S+(?:\s\S+){1,2})"
)
# What can be nothing else, so that the line is a caption wherever it stands.
_CREDIT_IN_BRACKETS = re.compile(
    r"[\[(]\s*(?:[^()\[\]]{0,40}\b(?:photos?|images?|pictures?|foto|bild|credits?)\s*(?:by\b|[:：/])"
    r"|(?:ap|afp|epa|reuters|file|handout)\s+photo\b|©|(?:تصوير|الصورة|صورة)\s*[:：])[^()\[\]]{0,80}[\])]$",
    re.IGNORECASE,
)
_SIGN_AND_AGENCY = re.compile(rf"\S\s©\s?{AGENCY}$")
_CREDIT_LENGTH = 80  # characters


# A house's name in capitals, by which papers sign the pictures that they took themselves.
_HOUSE = re.compile(r"[A-Z]{2,6}")


def is_agency(text: str) -> bool:
    """True for the name of an agency or archive alone, or one in a few capitals.

    >>> is_agency("Getty Images"), is_agency("EPA"), is_agency("The harbour")
    (True, True, False)
    """
    return _AGENCY_ALONE.fullmatch(text) is not None or _HOUSE.fullmatch(text) is not None


def ends_in_credit(text: str) -> bool:
    """True for a line that says at its end, in brackets or behind the sign of copyright, who took the picture.

    >>> ends_in_credit("The old harbour on Sunday. (AP Photo/Salma Haddad)"), ends_in_credit("(see the picture below)")
    (True, False)
    """
    if text.endswith((")", "]")):
        return _CREDIT_IN_BRACKETS.search(text) is not None
    return "©" in text and _SIGN_AND_AGENCY.search(text) is not None


def says_who_took(text: str) -> bool:
    """True for a caption whose last sentence names who took the picture, also without brackets.

    >>> says_who_took("The ferry at dawn. Photo by Rana Haddad."), says_who_took("She took a photo by the river.")
    (True, False)
    """
    return ends_in_credit(text) or SAID_AT_END.search(text) is not None


def names_who_took(text: str) -> bool:
    """True for a line that is all credit, wherever it stands: a name or a source behind "Photo by", "Photo via".

    >>> [names_who_took(text) for text in ("Photo via Pexels", "تصوير سامر الحلبي", "تصوير فيلم عن المرفأ القديم")]
    [True, True, False]
    """
    found = _ALL_CREDIT.fullmatch(text)
    return found is not None and (found["name"] is None or is_name(found["name"]))


def is_credit(block: Block, *, is_below: bool = False) -> bool:
    """True for a line that says who took a picture; `is_below` where a caption of the picture stands above it.

    "Photo: The new deck" is a caption with its label, unless it follows one.
    """
    if len(block.text) > _CREDIT_LENGTH:
        return False
    if block.names & _CREDIT_NAMES:
        return True
    if is_below and (_AGENCY_ALONE.fullmatch(block.text) or _CREDIT_IN_BRACKETS.fullmatch(block.text)):
        return True
    is_named = _CREDIT.match(block.text) is not None or (is_below and CAPTION_LABEL.match(block.text) is not None)
    return is_named and (not CAPTION_LABEL.match(block.text) or (is_below and not ENDS_SENTENCE.search(block.text)))
