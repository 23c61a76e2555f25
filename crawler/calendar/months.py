"""Names of months and weekdays in English and in the Arabic of every region, as tables in match form.

Sources: CLDR's Arabic locales (through Babel) for the current names, the Arabic press for the variants. Every
name is folded by `match_form`, so that أيلول and ايلول, إبريل and ابريل, جويلية and جويليه are one row.
"""

from collections.abc import Iterable, Mapping

from crawler.models.forms import match_form

ENGLISH = (
    ("January", "Jan"),
    ("February", "Feb"),
    ("March", "Mar"),
    ("April", "Apr"),
    ("May",),
    ("June", "Jun"),
    ("July", "Jul"),
    ("August", "Aug"),
    ("September", "Sept", "Sep"),
    ("October", "Oct"),
    ("November", "Nov"),
    ("December", "Dec"),
)
# Syria, Lebanon, Iraq, Jordan, Palestine. نوار without the article is May there; النوار is February in Libya.
LEVANTINE = (
    ("كانون الثاني", "كانون ثاني", "كانون ثان", "ك2"),
    ("شباط",),
    ("آذار",),
    ("نيسان",),
    ("أيار", "نوار", "مايس"),
    ("حزيران",),
    ("تموز",),
    ("آب",),
    ("أيلول",),
    ("تشرين الأول", "تشرين أول", "ت1"),
    ("تشرين الثاني", "تشرين ثاني", "تشرين ثان", "ت2"),
    ("كانون الأول", "كانون أول", "ك1"),
)
# Egypt, Sudan, the Gulf, Yemen, Libya since 2011.
EGYPTIAN = (
    ("يناير",),
    ("فبراير",),
    ("مارس",),
    ("أبريل", "إبريل"),
    ("مايو",),
    ("يونيو", "يونية", "يونيه"),
    ("يوليو", "يولية", "يوليه"),
    ("أغسطس", "أوغسطس"),
    ("سبتمبر",),
    ("أكتوبر", "أوكتوبر"),
    ("نوفمبر",),
    ("ديسمبر", "دسمبر"),
)
# Algeria and Tunisia, from the French.
ALGERIAN = (
    ("جانفي",),
    ("فيفري",),
    ("مارس",),
    ("أفريل",),
    ("ماي",),
    ("جوان",),
    ("جويلية",),
    ("أوت",),
    ("سبتمبر",),
    ("أكتوبر",),
    ("نوفمبر",),
    ("ديسمبر",),
)
# Morocco; the second of a pair is Mauritania.
MOROCCAN = (
    ("يناير",),
    ("فبراير",),
    ("مارس",),
    ("أبريل", "إبريل"),
    ("ماي", "مايو"),
    ("يونيو",),
    ("يوليوز", "يوليو"),
    ("غشت", "أغشت"),
    ("شتنبر", "شتمبر"),
    ("أكتوبر",),
    ("نونبر", "نوفمبر"),
    ("دجنبر", "دجمبر"),
)
# Libya from 1969 to 2011. Most are everyday words (spring, birds, water): only a whole date makes them so.
LIBYAN = (
    ("أي النار", "آي النار"),
    ("النوار",),
    ("الربيع",),
    ("الطير",),
    ("الماء",),
    ("الصيف",),
    ("ناصر",),
    ("هانيبال",),
    ("الفاتح",),
    ("التمور",),
    ("الحرث",),
    ("الكانون",),
)
HIJRI = (
    ("محرم", "المحرم", "محرم الحرام"),
    ("صفر", "صفر الخير"),
    ("ربيع الأول", "ربيع أول"),
    ("ربيع الآخر", "ربيع الثاني", "ربيع ثاني"),
    ("جمادى الأولى", "جمادى الأول"),
    ("جمادى الآخرة", "جمادى الثانية", "جمادى الآخر", "جمادى الثاني"),
    ("رجب",),
    ("شعبان",),
    ("رمضان", "رمضان المبارك"),
    ("شوال",),
    ("ذو القعدة", "ذي القعدة", "ذو قعدة", "ذي قعدة"),
    ("ذو الحجة", "ذي الحجة", "ذو حجة", "ذي حجة"),
)
WEEKDAYS = (
    ("Monday", "Mon", "الاثنين", "الإثنين", "الأثنين", "الاتنين"),
    ("Tuesday", "Tues", "Tue", "الثلاثاء", "الثلاثا", "الثلثاء"),
    ("Wednesday", "Weds", "Wed", "الأربعاء", "الأربعا", "الاربع"),
    ("Thursday", "Thurs", "Thur", "Thu", "الخميس"),
    ("Friday", "Fri", "الجمعة"),
    ("Saturday", "Sat", "السبت"),
    ("Sunday", "Sun", "الأحد"),
)
DIALECTS = {
    "English": ENGLISH,
    "Levantine": LEVANTINE,
    "Egyptian": EGYPTIAN,
    "Algerian": ALGERIAN,
    "Moroccan": MOROCCAN,
}


def number_names(rows: Iterable[Iterable[str]], first: int) -> dict[str, int]:
    """Each name in match form -> the position of its row, counted from `first`.

    >>> number_names([["آب"], ["أيلول", "ايلول"]], first=8)
    {'اب': 8, 'ايلول': 9}
    """
    return {match_form(name): number for number, names in enumerate(rows, first) for name in names}


_Letters = dict[str, "_Letters"]


def names_pattern(names: Iterable[str]) -> str:
    """A regular expression for any of the names, the longest first, with any white space inside.

    It branches letter by letter: most texts are done with at the first, where a row of names would try each.

    >>> names_pattern(["mar", "march", "may"])
    '(?:ma(?:r(?:ch)?|y))'
    """
    tree: _Letters = {}
    for name in names:
        branch = tree
        for letter in name:
            branch = branch.setdefault(letter, {})
        branch[""] = {}
    return f"(?:{_branches(tree)})"


def _branches(tree: _Letters) -> str:
    """What may follow; the empty letter stands for a name's end."""
    following = [(r"\s+" if letter == " " else letter) + _branches(below) for letter, below in tree.items() if letter]
    if len(following) < 2 and "" not in tree:
        return "".join(following)
    return f"(?:{'|'.join(following)})" + "?" * ("" in tree) if following else ""


MONTH_NUMBERS: Mapping[str, int] = {
    name: number for table in DIALECTS.values() for name, number in number_names(table, 1).items()
}
ENGLISH_NUMBERS: Mapping[str, int] = number_names(ENGLISH, 1)
ARABIC_NUMBERS: Mapping[str, int] = {
    name: number for name, number in MONTH_NUMBERS.items() if name not in ENGLISH_NUMBERS
}
LIBYAN_NUMBERS: Mapping[str, int] = number_names(LIBYAN, 1)
HIJRI_NUMBERS: Mapping[str, int] = number_names(HIJRI, 1)
WEEKDAY_NUMBERS: Mapping[str, int] = number_names(WEEKDAYS, 0)
"""0 is Monday, as in `datetime.date.weekday`."""
ENGLISH_WEEKDAYS = tuple(names[0] for names in WEEKDAYS)
