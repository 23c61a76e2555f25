"""What a page says of where its other language stands, on either side: "Original Arabic text below", "النص الأصلي"."""

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
      | {_SIDE_ARABIC}\s(?:أدناه|أعلاه)|النص\sالأصلي(?:\s{_SIDE_ARABIC})?|ال(?:نسخة|لغة)\sالأصلية
      | لل?(?:اطلاع\sعلى|قراءة|نص|نسخة|ترجمة)\s(?:\w+\s)?{_SIDE_ARABIC}(?:\s\w+){{0,3}}
    )"""
"""A pattern of such a line in small letters, for a verbose pattern around it; a table of phrases, no more."""
