"""Date lines in the languages that stand beside English and Arabic: known as such, their day not read."""

import re

# Months as the press of each language writes them. Where two calendars are in use both are here.
_MONTHS = (
    # Persian: Solar Hijri and Gregorian
    "فروردین اردیبهشت خرداد تیر مرداد شهریور مهر آبان آذر دی بهمن اسفند "
    "ژانویه فوریه مارس آوریل مه ژوئن ژوئیه اوت سپتامبر اکتبر نوامبر دسامبر "
    # Urdu
    "جنوری فروری مارچ اپریل مئی جون جولائی اگست ستمبر اکتوبر نومبر دسمبر "
    # Sorani; the names of two words by their first
    "کانوونی شوبات ئازار ئادار نیسان ئایار حوزەیران تەمموز تەممووز ئاب ئەیلوول ئەیلول تشرینی "
    # French
    "janvier février mars avril mai juin juillet août septembre octobre novembre décembre "
    # German, Spanish, Turkish
    "januar februar märz april juni juli august oktober dezember "
    "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre "
    "ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık"
).split()
_DIGIT = re.compile("[0-9٠-٩۰-۹]")
_DAY = r"[0-9٠-٩۰-۹]{1,2}(?:\s?(?:er|\.|ی|ی‌))?"
_YEAR = r"[0-9٠-٩۰-۹]{4}"
# "- 14:20", "ساعت ۱۴:۲۰", "12:09:08 ب.ظ"
_CLOCK = r"(?:\s*[-–—|،,]?\s*(?:ساعت\s|um\s|à\s|a\slas\s)?\d{1,2}[:.h]\d{2}(?::\d{2})?(?:\s?(?:[قب]\.?\s?ظ\.?|uhr))?)?"
_NAME = rf"(?:{'|'.join(sorted(_MONTHS, key=len, reverse=True))})ی?(?:\s(?:یەکەم|دووەم)ی?)?"
# Persian is also typed with the Arabic letters for its own.
_PERSIAN_LETTERS = str.maketrans({"ي": "ی", "ك": "ک"})
_DATELINE = re.compile(
    rf"^(?:[^\W\d_]+[،,]?\s+){{0,2}}{_DAY}\s*(?:de\s+|ماه\s+)?{_NAME}(?:\s*[,،]?\s*(?:de\s+)?(?:ماه\s+|ساڵی\s+)?{_YEAR})?{_CLOCK}$",
    re.IGNORECASE,
)


def is_foreign_dateline(text: str) -> bool:
    """True where a whole line is a day and a month, with or without a year and one or two words before it.

    >>> is_foreign_dateline("۱۲ بهمن ۱۴۰۴"), is_foreign_dateline("Tunis, 21 novembre 2025")
    (True, True)
    """
    if not _DIGIT.search(text):
        return False
    return _DATELINE.match(text if text.isascii() else text.translate(_PERSIAN_LETTERS)) is not None
