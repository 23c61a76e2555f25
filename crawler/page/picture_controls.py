"""What a page says of a picture or film to those who may look at it: no caption, though it stands where one would."""

import re

_LENGTH_MOST = 100  # characters
_CONTROL = re.compile(
    r"""^\W*(?:
        image|(?:press\s.{1,20}\sto\s|click\sto\s|tap\sto\s)?(?:view|open|see|expand|enlarge)\s(?:this\s)?(?:full\s)?
        (?:image|photo|picture)s?(?:\s(?:in|at)\s(?:full\s?screen|full\s?size|gallery|a\snew\s\w+))?
      | enlarge|view\sfull[\s-]size(?:\s(?:image|photo|picture))?
      | view\s\d{1,3}\s(?:image|photo)s|(?:toggle|show|hide|open)\scaption|share\son\spinterest
      | (?:purchase|buy|license|order)\s(?:licensing\srights|(?:this\s|a\s)?(?:photo|image|picture|print|reprint)s?)
      | opens?\s(?:in\s)?(?:a\s)?new\s(?:tab|window)
      | (?:sorry,?\s)?this\s(?:video|media|content|audio)\s(?:can\s?not|can['’]t|could\snot)\sbe\s(?:played|loaded).*
      | (?:video|media)\s(?:is\s)?(?:un|not\s)available|(?:now\s)?playing\s(?:now|video)
      | (?:please|to)\s(?:\S+\s){0,6}(?:enable|turn\son|activate)\sjava\s?script(?:\s.{1,40})?
      | java\s?script\s(?:is\srequired|must\sbe\senabled)\s.{1,60}
      | your\sbrowser\sdoes\s?n[o’']t\s(?:currently\s)?(?:support|recognize|allow)\s.{1,60}
      | (?:bild|foto)\svergrößern|detailansicht\söffnen|agrandir\sl['’]image
      | ampliar\s(?:la\s)?(?:foto|imagen)|ingrandisci
      | (?:[\d./]{6,10}\s*\|\s*)?\d{1,3}:\d{2}(?::\d{2})?\s*(?:min(?:ute[sn]?)?|std|uhr|h)?\.?
      | تكبير\sالصورة|عرض\sالصورة|صورة
    )\W*$""",
    re.IGNORECASE | re.VERBOSE,
)


def is_picture_control(text: str) -> bool:
    """True for a whole line that only says what may be done with a picture, or why a film does not play.

    >>> [is_picture_control(text) for text in ("View image in fullscreen", "[+] Enlarge", "View of the harbour")]
    [True, True, False]
    """
    return len(text) <= _LENGTH_MOST and _CONTROL.match(text) is not None
