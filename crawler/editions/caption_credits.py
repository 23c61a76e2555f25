"""Who took a picture, as the end of its caption says: "... at dawn. Photo: Rana Haddad", "... at dawn (AFP)"."""

import re

from crawler.editions.credits import AGENCY, SAID_AT_END

# "... on Sunday (AP Photo/Name)", "... | Photo: Agency", "... (تصوير: اسم)".
_SET_APART = re.compile(
    r"(?P<caption>.*?\S)\s*[\[(|–—-]\s*"
    r"(?P<credit>(?:[\w/ ]*\b(?:photos?|image|picture|credit|foto|bild)\b|©|تصوير|المصدر|(?:ال)?صورة\s?[:：])"
    r"[^()\[\]|]{2,60}?)[\])]?\s*",
    re.IGNORECASE | re.DOTALL,
)
# "... at dawn. Photo: Name", "... at dawn Photo Credit: Name": with a colon and a capital, or behind a sentence's end,
# and no sentence after it.
_LABEL = (
    r"(?:(?:Photo|Foto|Image|Picture)s?\s?(?:[Cc]redits?|[Cc]ourtesy|[Ss]ource)|Photos?|Fotos?|Fotograf(?:ie|i|ía|o)?"
    r"|Photograph(?:er|s|y)?|Bild(?:er|quelle|rechte|nachweis)?|Crédits?(?:\s[Pp]hotos?)?|Credits?|Фото|צילום"
    r"|(?:مصدر\s|حقوق\s)?الصورة|تصوير|عدسة)"
)
_LABEL_OF_SENTENCE = r"(?i:images?|pictures?|source|quelle|fuente|fonte|المصدر)"
_WHO = r"(?!.*[.!?؟]\s\S+\s\S+\s\S)\S.{1,80}"
_LABELLED = re.compile(
    rf"(?P<caption>.*?[.!?؟…،,]|\S+\s.*?\S)(?:\s+(?P<credit>{_LABEL}\s?[:：]\s?{_WHO})"
    rf"|(?<=[.!?؟…\"”»])\s*(?P<said>(?:{_LABEL_OF_SENTENCE}|{_LABEL})\s?[:：]\s?{_WHO})"
    rf"|\s+(?P<signed>(?:©|\([cC]\))\s?{_WHO}))"
)
# "... at dawn (AFP)", "... at dawn - Reuters", "... at dawn. Rana Haddad/AFP", "... at dawn. REUTERS/Rana Haddad".
_AGENCY_AT_END = re.compile(
    rf"""(?P<caption>.*?\S)\s*(?:
        [\[(]\s*(?P<bracketed>(?:[^()\[\]]{{1,40}}[/،,–—-]\s?)?{AGENCY}(?:\s?[/،,:–—-][^()\[\]]{{1,40}})?
        |(?:حساب|صفحة|المكتب\sالإعلامي)\b[^()\[\]]{{0,40}}
        |(?:منصة\s)?(?:[إا]كس|تويتر|فيس\s?بوك|[إا]نستغرام|تلغرام|يوتيوب))\s*[\])]
      | (?:\s[|–—-]\s|(?<=[.!?؟])\s)(?P<bare>
            (?:[^.!?؟|]{{1,40}}\s?/\s?)?{AGENCY}(?:\s?/[^.!?؟|]{{1,40}})? | [^.!?؟|()]{{2,40}}\s\({AGENCY}\)
          | (?:[^.!?؟|]{{1,50}}\s)?via\s{AGENCY})
      | \s(?P<photo>(?:AP|AFP|EPA)\s(?i:photos?)\s?/[^.!?؟|]{{3,40}})
    )\.?\s*""",
    re.DOTALL | re.VERBOSE,
)
# "... at dawn. (Rana El Haddad/CBC)": a name of two words and more, and a house.
_NAME_AND_HOUSE = re.compile(
    r"(?P<caption>.*?\S)\s*\((?P<credit>[A-Z][\w.'’-]*(?:\s[\w.'’-]+){1,3}\s?/\s?(?:The\s)?[A-Z][\w.& -]{1,30})\)\.?",
    re.DOTALL,
)
_MARKS = " |–—-"
_CAPTION_LENGTH = 1_000  # characters


def split_credit(caption: str) -> tuple[str, str | None]:
    """A caption and the credit at its end; the whole caption and None where it has none.

    >>> split_credit("The ferry at dawn. REUTERS/Rana Haddad")
    ('The ferry at dawn.', 'REUTERS/Rana Haddad')
    >>> split_credit("العبّارة فجراً - رويترز")
    ('العبّارة فجراً', 'رويترز')
    """
    if len(caption) > _CAPTION_LENGTH:
        return caption, None
    for shape in (_SET_APART, _LABELLED, _AGENCY_AT_END, _NAME_AND_HOUSE):
        if parts := shape.fullmatch(caption):
            named = parts.groupdict()
            return named.pop("caption").rstrip(_MARKS), next(filter(None, named.values()))
    said = SAID_AT_END.search(caption)
    if said and said.start("credit"):
        return caption[: said.start("credit")].rstrip(_MARKS), said["credit"]
    return caption, None
