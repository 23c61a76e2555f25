"""Days of the month in words: السادس والعشرين من يناير, the first of May."""

from collections.abc import Mapping

from crawler.folded_text import fold

_ARABIC = "الأول الثاني الثالث الرابع الخامس السادس السابع الثامن التاسع العاشر".split()
_ENGLISH = """
first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth
sixteenth seventeenth eighteenth nineteenth twentieth twenty-first twenty-second twenty-third twenty-fourth
twenty-fifth twenty-sixth twenty-seventh twenty-eighth twenty-ninth thirtieth thirty-first
""".split()


def _arabic_days() -> dict[str, int]:
    days = {name: day for day, name in enumerate(_ARABIC, 1)}
    units = {**{name: unit for name, unit in days.items() if 1 < unit < 10}, "الحادي": 1, "الواحد": 1}
    days |= {f"{name} عشر": 10 + unit for name, unit in units.items()}
    for tens, endings in ((20, ("العشرين", "العشرون")), (30, ("الثلاثين", "الثلاثون"))):
        days |= dict.fromkeys(endings, tens)
        days |= {
            f"{name}{link}{ending}": tens + unit
            for name, unit in units.items()
            for ending in endings
            for link in (" و", " و ")
            if tens + unit <= 31
        }
    return days


ORDINAL_DAYS: Mapping[str, int] = {
    **{fold(name): day for name, day in _arabic_days().items()},
    **{name: day for day, name in enumerate(_ENGLISH, 1)},
    **{name.replace("-", " "): day for day, name in enumerate(_ENGLISH, 1)},
}
"""Each name in match form -> the day, 1 to 31."""
