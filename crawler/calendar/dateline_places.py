"""Cities that date lines name without a mark between them and the date: "دمشق 12 كانون الأول 2022"."""

import re
from collections.abc import Sequence

from crawler.folded_text import fold

# The capitals of the Arab countries, of their neighbours and of diplomacy, and the cities that news of Syria, Iraq,
# Lebanon, Jordan and Palestine is dated from. Of two words or more only here: else a line could begin with a name.
_CITIES: Sequence[str] = (
    *("Damascus", "Aleppo", "Homs", "Hama", "Latakia", "Tartus", "Idlib", "Daraa", "Sweida", "Raqqa", "Hasakah"),
    *("Qamishli", "Kobani", "Manbij", "Afrin", "Palmyra", "Deir ez-Zor", "Deir al-Zor", "Deir Ezzor"),
    *("Beirut", "Tripoli", "Sidon", "Amman", "Irbid", "Baghdad", "Mosul", "Basra", "Kirkuk", "Najaf", "Erbil"),
    *("Sulaymaniyah", "Duhok", "Jerusalem", "Gaza", "Ramallah", "Nablus", "Hebron", "Cairo", "Alexandria"),
    *("Riyadh", "Jeddah", "Mecca", "Doha", "Dubai", "Abu Dhabi", "Kuwait", "Kuwait City", "Manama", "Muscat"),
    *("Sanaa", "Aden", "Khartoum", "Tunis", "Algiers", "Rabat", "Nouakchott", "Mogadishu", "Djibouti"),
    *("Ankara", "Istanbul", "Gaziantep", "Tehran", "Nicosia", "Geneva", "New York", "Brussels", "Vienna", "Paris"),
    *("London", "Berlin", "Washington", "Moscow", "Astana", "The Hague", "Rome", "Nairobi"),
    *("دمشق", "حلب", "حمص", "حماة", "حماه", "اللاذقية", "طرطوس", "إدلب", "درعا", "السويداء", "الرقة", "الحسكة"),
    *("القامشلي", "كوباني", "عين العرب", "منبج", "عفرين", "تدمر", "دير الزور", "القنيطرة", "ريف دمشق"),
    *("بيروت", "طرابلس", "صيدا", "صور", "عمان", "عمّان", "إربد", "بغداد", "الموصل", "البصرة", "كركوك", "النجف"),
    *("أربيل", "السليمانية", "دهوك", "القدس", "القدس المحتلة", "غزة", "رام الله", "نابلس", "الخليل", "القاهرة"),
    *("الإسكندرية", "الرياض", "جدة", "مكة", "مكة المكرمة", "الدوحة", "دبي", "أبوظبي", "أبو ظبي", "الكويت"),
    *("المنامة", "مسقط", "صنعاء", "عدن", "الخرطوم", "تونس", "الجزائر", "الرباط", "نواكشوط", "مقديشو", "جيبوتي"),
    *("أنقرة", "إسطنبول", "غازي عنتاب", "طهران", "نيقوسيا", "جنيف", "نيويورك", "بروكسل", "فيينا", "باريس"),
    *("لندن", "برلين", "واشنطن", "موسكو", "أستانا", "لاهاي", "روما", "نيروبي"),
)
_COUNTRIES: Sequence[str] = (
    *("Syria", "Iraq", "Lebanon", "Jordan", "Palestine", "Israel", "Egypt", "Turkey", "Türkiye", "Iran", "Yemen"),
    *("Sudan", "Libya", "Tunisia", "Algeria", "Morocco", "Saudi Arabia", "Kuwait", "Qatar", "UAE", "Oman", "Bahrain"),
    *("Germany", "France", "UK", "Switzerland", "USA", "U.S.", "Cyprus", "Greece", "Sweden", "Netherlands"),
    *("سوريا", "سورية", "العراق", "لبنان", "الأردن", "فلسطين", "إسرائيل", "مصر", "تركيا", "إيران", "اليمن"),
    *("السودان", "ليبيا", "تونس", "الجزائر", "المغرب", "السعودية", "الكويت", "قطر", "الإمارات", "عمان", "البحرين"),
    *("ألمانيا", "فرنسا", "بريطانيا", "سويسرا", "قبرص", "اليونان", "السويد", "هولندا", "إقليم كردستان"),
)


def _one_of(names: Sequence[str]) -> str:
    return "|".join(sorted(map(re.escape, {fold(name) for name in names}), key=len, reverse=True))


_CITY = _one_of(_CITIES)
# "Terbol, Lebanon": with its country any place is one.
_WITH_COUNTRY = rf"[^\W\d_]+(?:[\s-][^\W\d_]+){{0,2}}\s?[,،]\s?(?:{_one_of(_COUNTRIES)})"
# What stood between them and is taken out is a zero byte: a weekday, "on".
_BEFORE = re.compile(rf"[\W_]*(?:{_WITH_COUNTRY}|(?:{_CITY})(?:\s?[/,،–—-]\s?(?:{_CITY}))*)[\s\x00:,،(–—-]+")
_BEHIND = re.compile(rf"\s*[-–—,،(|/·•]?\s*(?:{_CITY})[\W_]*")


def is_city_before(head: str) -> bool:
    """True where a city, or several, is all that stands before a date, in match form.

    >>> is_city_before("دمشق "), is_city_before("deadline ")
    (True, False)
    """
    return _BEFORE.fullmatch(head) is not None


def is_city(text: str) -> bool:
    """True for the name of a city as shown, or of a place with its country.

    >>> is_city("Deir ez-Zor"), is_city("Terbol, Lebanon"), is_city("Rana Haddad")
    (True, True, False)
    """
    return is_city_before(f"{fold(text)} ")


def is_city_behind(rest: str) -> bool:
    """True where a city is all that stands behind a date, in match form: "3 May 2020, Geneva"."""
    return _BEHIND.fullmatch(rest) is not None
