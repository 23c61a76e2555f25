"""The pictures of the sample site: a sky, a sun, water, and one simple shape for each name."""

from functools import cache
from html import escape

_BANK = "M0 330 Q200 300 400 325 T800 310 V450 H0 Z"
# Name -> (colour of the sky, colour of the ground, path of the shape in a box of 800 by 450).
_SCENES = {
    "river": ("#cfe3ea", "#8fa86b", "M300 450 Q420 380 360 325 L410 322 Q520 380 470 450 Z"),
    "bridge": ("#f0dcc0", "#7d8c6f", "M80 300 Q240 140 400 300 Q560 140 720 300 V320 H80 Z"),
    "lighthouse": ("#24384d", "#3d4f45", "M380 330 L390 130 H430 L440 330 Z M384 110 H436 V130 H384 Z"),
    "stadium": ("#bcd6c2", "#4c7a4a", "M120 330 L180 190 H620 L680 330 Z"),
    "harbour": (
        "#d5dfe4",
        "#6d7f88",
        "M200 330 L240 380 H560 L620 330 Z M360 330 V180 H376 V330 Z M376 180 L520 240 Z",
    ),
    "palms": (
        "#f4e3b5",
        "#a98c4d",
        "M395 340 Q405 250 398 170 H408 Q418 250 412 340 Z M400 172 Q330 120 290 190 Q400 130 510 190 Z",
    ),
    "field": ("#f3e9c9", "#d1a845", "M0 360 H800 V372 H0 Z M0 392 H800 V404 H0 Z M0 424 H800 V436 H0 Z"),
    "school": ("#dfe7ee", "#b9a98a", "M250 330 V220 H550 V330 Z M240 220 L400 150 L560 220 Z"),
    "pottery": ("#ead7c3", "#9b6a45", "M340 340 Q300 270 370 220 V190 H430 V220 Q500 270 460 340 Z"),
    "train": ("#dbe4ea", "#8c8874", "M140 330 V240 Q140 220 170 220 H640 Q680 220 690 330 Z"),
    "book": (
        "#efe6d8",
        "#7a5b43",
        "M250 340 V200 Q330 180 400 210 Q470 180 550 200 V340 Q470 320 400 345 Q330 320 250 340 Z",
    ),
    "envoy": ("#d9dde2", "#5d6770", "M400 140 a55 55 0 1 1 -1 0 Z M290 350 Q300 262 400 262 Q500 262 510 350 Z"),
    "market": ("#f1dfd0", "#a3693f", "M160 330 V240 H640 V330 Z M140 240 L200 180 H600 L660 240 Z"),
}


@cache
def draw_picture(name: str) -> str | None:
    """The picture of a name as SVG; None where there is none."""
    scene = _SCENES.get(name)
    if scene is None:
        return None
    sky, ground, shape = scene
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 800 450" width="800" height="450" role="img">'
        f"<title>{escape(name)}</title>"
        f'<rect width="800" height="450" fill="{sky}"/><circle cx="640" cy="95" r="38" fill="#fff" opacity=".75"/>'
        f'<path d="{_BANK}" fill="{ground}"/><path d="{shape}" fill="#1d5c72" opacity=".85"/></svg>\n'
    )
