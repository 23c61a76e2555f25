"""What is odd about a source and was left as it is: said in the record's notes, never repaired in silence."""

import re
from collections.abc import Sequence

from crawler.decode import DecodedText
from crawler.models import Edition

# Bytes that follow a first byte in UTF-8, as each charset reads them.
_FOLLOWING = {
    charset: re.escape(bytes(range(0x80, 0xC0)).decode(charset, "ignore")) for charset in ("cp1252", "cp1256")
}
# UTF-8 that was read as another charset and saved so: Arabic's first bytes D8-DB in a row, each with what follows it
# (C1 controls are gone from a display form), or Latin's, whose words hold one each.
_MOJIBAKE = (
    ("windows-1252", "ØÙÚÛ", re.compile(f"(?:[ØÙÚÛ][{_FOLLOWING['cp1252']}]?){{4,}}"), 1),
    ("windows-1256", "طظعغ", re.compile(f"(?:[طظعغ][{_FOLLOWING['cp1256']}]){{4,}}"), 1),
    ("windows-1252", "ÃÂâ", re.compile(f"[ÃÂ][{_FOLLOWING['cp1252']}]|â€[{_FOLLOWING['cp1252']}]"), 3),
)
_EXAMPLE_LENGTH = 12
_OVERRIDES = re.compile("[\u202d\u202e]")


def decoding_notes(decoded: DecodedText) -> tuple[str, ...]:
    """What was lost when bytes became text; empty where nothing was."""
    if not decoded.replaced:
        return ()
    places = "1 place" if decoded.replaced == 1 else f"{decoded.replaced} places"
    return (f"the page cannot be read as {decoded.charset} in {places}, shown as U+FFFD",)


def text_notes(editions: Sequence[Edition]) -> tuple[str, ...]:
    """What is odd in the text itself: mojibake that was published, marks that turn letters around."""
    texts = (segment.text for edition in editions for segment in edition.segments)
    joined = "\n".join(text for text in texts if not text.isascii())
    return (*_mojibake_notes(joined), *_override_notes(joined))


def _mojibake_notes(joined: str) -> list[str]:
    for charset, starts, pattern, least in _MOJIBAKE:
        if not any(start in joined for start in starts):
            continue
        found = [match[0] for match in pattern.finditer(joined)]
        if len(found) >= least:
            example = found[0][:_EXAMPLE_LENGTH]
            return [f"the text was published as mojibake (UTF-8 read as {charset}: {example}) and is kept so"]
    return []


def _override_notes(joined: str) -> list[str]:
    count = len(_OVERRIDES.findall(joined))
    return [f"the text holds marks that force letters to run the other way ({count} of U+202D, U+202E)"] * bool(count)
