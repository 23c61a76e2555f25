"""The tool that sets an article's text larger or smaller, as sites print it above the text."""

import re

_LENGTH_MOST = 60  # characters
_LABEL = (
    r"(?:text|font|type)\s?size|schriftgröße|taille\s(?:du\s)?(?:texte|de\spolice)|tamaño\s(?:del?\s)?(?:texto|letra)"
    r"|dimensione\s(?:del\s)?(?:testo|carattere)|tamanho\s(?:do\stexto|da\s(?:letra|fonte))|yazı\sboyutu|字号|字體?体?大?小"
    r"|글자\s?크기|(?:حجم|تكبير|تصغير)\s(?:ال)?خط|خط\s(?:[أا]صغر|[أا]كبر|صغير|كبير)"
)
_SIZE = r"small(?:er)?|medium|normal|default|large(?:r)?|increase|decrease|reset|[大中小]|打印|[^\W\d_]|\d{1,2}"
_TOOL = re.compile(
    rf"\W*(?:{_LABEL})(?:\W+(?:{_LABEL}|{_SIZE})(?!\w))*\W*"
    r"|\W*(?P<size>[atأاع가大])\W{0,3}(?:(?P=size)\W{0,3}){1,3}|\W*[atعأ]\s?(?:\+\s?[-–]|[-–]\s?\+)\s?",
    re.IGNORECASE,
)


def is_text_size_tool(text: str) -> bool:
    """True for a whole line that only sets the size of the text: "Text size: A | A | A".

    >>> [is_text_size_tool(text) for text in ("T + -", "字号: [大] [中] [小]", "Text size matters")]
    [True, True, False]
    """
    return len(text) <= _LENGTH_MOST and _TOOL.fullmatch(text) is not None
