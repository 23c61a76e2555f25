"""What a page says of a picture to those who may look at it: no caption, though it stands where one would."""

import re

_LENGTH_MOST = 60  # characters
_CONTROL = re.compile(
    r"""^\W*(?:
        image|(?:press\s.{1,20}\sto\s|click\sto\s|tap\sto\s)?(?:view|open|see|expand|enlarge)\s(?:this\s)?(?:full\s)?
        (?:image|photo|picture)s?(?:\s(?:in|at)\s(?:full\s?screen|full\s?size|gallery|a\snew\s\w+))?
      | view\s\d{1,3}\s(?:image|photo)s|(?:toggle|show|hide|open)\scaption|share\son\spinterest
      | (?:bild|foto)\svergrößern|detailansicht\söffnen|agrandir\sl['’]image
      | ampliar\s(?:la\s)?(?:foto|imagen)|ingrandisci
      | تكبير\sالصورة|عرض\sالصورة|صورة
    )\W*$""",
    re.IGNORECASE | re.VERBOSE,
)


def is_picture_control(text: str) -> bool:
    """True for a whole line that only says what may be done with a picture.

    >>> is_picture_control("View image in fullscreen"), is_picture_control("View of the harbour")
    (True, False)
    """
    return len(text) <= _LENGTH_MOST and _CONTROL.match(text) is not None
