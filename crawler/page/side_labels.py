"""Labels of statements and of pages in two languages, in small letters: tables of phrases, no more."""

import re

_LENGTH_MOST = 60  # characters
_TEXT = "language|text|version|translation|original|statement|article"
_SIDE = rf"(?:english|arabic|french|kurdish|turkish)(?:\s(?:{_TEXT}))*"
_SIDE_ARABIC = r"(?:ب?اللغة\s)?ب?ال(?:عربي|[إا]نجليزي|[إا]نكليزي|فرنسي|كردي|تركي)ة?"
OTHER_SIDE = rf"""(?:
        (?:scroll\sdown\s)?(?:for\s)?(?:the\s)?(?:original\s|full\s)?{_SIDE}\W{{0,2}}\s?
        (?:(?:(?:(?:is|appears|can\sbe\sfound)\s)?(?:below|above|underneath)|follows)(?:\s(?:the\s)?{_SIDE})?
        |(?:please\s)?scroll\sdown)
      | scroll\sdown\sfor\s(?:the\s)?(?:original\s)?{_SIDE}
      | (?:the\s)?original\s{_SIDE}|(?:the\s)?original\s(?:text|version)(?:\sin\s{_SIDE})?
      | (?:النص|المقال|البيان|الأصل|النسخة|الترجمة)\s(?:الأصلية?\s)?{_SIDE_ARABIC}\s
        (?:أدناه|أعلاه|أسفل(?:ه|\sالصفحة)?)
      | (?:[اإ]قر[أا](?:وا|ئي)?|ل?قراءة)\s(?:(?:هذا\s)?(?:ال)?(?:مقالة?|نص|بيان|خبر|تقرير)\s)?{_SIDE_ARABIC}
      | {_SIDE_ARABIC}\s(?:أدناه|أعلاه)|النص\sالأصلي(?:\s{_SIDE_ARABIC})?|ال(?:نسخة|لغة)\sالأصلية
      | لل?(?:اطلاع\sعلى|قراءة|نص|نسخة|ترجمة)\s(?:\w+\s)?{_SIDE_ARABIC}(?:\s\w+){{0,3}}
    )"""
"""A verbose pattern of what a page says of where its other language stands: "Original Arabic text below"."""
_NUMBER = r"\W*(?:no|number|nr|n°|ref)?\W*[\w/.-]*\d[\w/.-]*"
RELEASE = rf"""(?:
        for\simmediate\srelease|(?:press|media|news)\srelease(?:{_NUMBER})?
      | (?:press\s|media\s)?(?:statement|communiqu[eé])\W*(?:no|number|nr|n°)\b{_NUMBER}
      | للنشر(?:\sالفوري)?|(?:بيان|بلاغ|خبر|تصريح)\s(?:صحفي|[إا]علامي)(?:\s*رقم\W*[\d/.-]+)?|بيان\sرقم\W*[\d/.-]+
    )"""
"""A verbose pattern of the line that says that something is issued, with its number: "PRESS RELEASE No. 44/2018"."""
_IS_RELEASE = re.compile(rf"\W*{RELEASE}\W*", re.VERBOSE)


def is_release_label(text: str) -> bool:
    """True for a whole line that says that what follows is issued.

    >>> is_release_label("PRESS RELEASE No. 44/2018"), is_release_label("The release was delayed")
    (True, False)
    """
    return len(text) <= _LENGTH_MOST and _IS_RELEASE.fullmatch(text.lower()) is not None
