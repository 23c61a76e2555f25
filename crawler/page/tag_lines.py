"""Lines that say what a page is filed under: "Tags: Basra, Ports", "#Basra #Ports", the label alone."""

import re

# What heads a row of tags, and nothing else.
_SURE_LABELS = (
    r"tags?|tagged(?:\s(?:with|as|under|in))?|related\s(?:topics?|tags)|key\s?words|hashtags?"
    r"|schlag(?:w[oö]rter|worte)|stichw[oö]rter|mots?[\s-]cl[eé]s|étiquettes?|etiquetas?|parole\schiave|etiketler"
    r"|теги|метки|(?:ال)?وسوم|(?:ال)?وسم|(?:ال)?كلمات\s(?:ال)?(?:مفتاحي[ةه]|دلالي[ةه]|دليلي[ةه]|دال[ةه])"
    r"|(?:ال)?هاشتا[غج](?:ات)?|(?:ال)?تا[غج](?:ات)?|برچسب.?ها|کلیدواژه.?ها"
)
_LABELS = rf"(?:{_SURE_LABELS}|topics?|labels?|themen|temas?|مواضيع(?:\sذات\sصلة)?|(?:ال)?علامات)"
# In every label, in small letters.
_MAY_LABEL = re.compile(
    r"tag|topic|label|key|schlag|stich|mot|étiq|etiq|etik|parole|tem|them|тег|метк|وس|كلمات|هاش|تا[غج]|مواض|علام|برچسب|کلید"
)
TAG_LABEL = re.compile(rf"\W*(?:{_SURE_LABELS}|{_LABELS}\s*[:：])\W*", re.IGNORECASE)
LABELLED_TAGS = re.compile(rf"\W*{_LABELS}\s*[:：]\s*(?P<tags>\S.*)", re.IGNORECASE | re.DOTALL)
# Links set the label apart.
LABELLED_TAG_LINKS = re.compile(
    rf"\W*(?:(?:{_SURE_LABELS})\s|{_LABELS}\s*[:：])\s*(?P<tags>\S.*)", re.IGNORECASE | re.DOTALL
)
_LABEL_AT_END = re.compile(rf"(?:^|\W)(?:{_SURE_LABELS}|{_LABELS}\s*[:：])\W*$", re.IGNORECASE)
_LABEL_WITHIN = re.compile(rf"(?<!\w){_LABELS}\s*[:：]", re.IGNORECASE)
# With a letter: "#1" counts.
_HASHTAG = r"[#＃](?=[^\s#＃]*[^\W\d_])[^\s#＃,،|]+"
_HASHTAGS = re.compile(rf"(?:{_HASHTAG}[\s,،|]*)+")


def is_tag_line(text: str) -> bool:
    """True for a whole line of tags, with a label or as several hashtags, and for a label that heads nothing else.

    >>> [is_tag_line(text) for text in ("Tags: Basra, Ports", "#الميناء_القديم #البصرة", "الوسوم", "Topics", "#عاجل")]
    [True, True, True, False, False]
    """
    if text.startswith(("#", "＃")):
        return " " in text and _HASHTAGS.fullmatch(text) is not None
    if not _MAY_LABEL.search(text[:30].lower()):
        return False
    return LABELLED_TAGS.fullmatch(text) is not None or TAG_LABEL.fullmatch(text) is not None


def hashtags_of(line: str) -> list[str]:
    """The hashtags of a line that is nothing else; [] for others."""
    return re.findall(_HASHTAG, line) if _HASHTAGS.fullmatch(line) else []


def names_tags(text: str) -> bool:
    """True where a label with a colon stands in a line, behind a date perhaps: "3 May · Tags: Basra"."""
    return (":" in text or "：" in text) and _LABEL_WITHIN.search(text) is not None


def ends_in_tag_label(text: str) -> bool:
    """True for a line whose end says that tags follow: "Tags", "3 May · Tags:"."""
    return TAG_LABEL.fullmatch(text) is not None or (text.endswith((":", "：")) and bool(_LABEL_AT_END.search(text)))
