"""What sites in Arabic set between and below paragraphs for their own ends: links to more, channels, buttons."""

import re

_LENGTH_MOST = 140  # characters
_CHANNEL = (
    r"(?:فيس\s?بوك|تويتر|[إا]كس|[إا]نست\S+|تل[يغج]\S+|تيلي\S+|واتس\s?[آأا]?ب|يوتيوب|تيك\s?توك|ثريدز|نبض"
    r"|(?:غوغل|جوجل|قوقل)\s(?:نيوز|الإخبارية))"
)
_MORE = r"\s*[:：.].*"
_NOTICE = re.compile(
    rf"""\W*(?:
        (?:لقراءة\sالمزيد|(?:ل?لمزيد)(?:\sمن\s\S+(?:\s\S+){{0,2}})?)\s*[:：].*
      | (?:(?:مواضيع|موضوعات|مقالات|[أا]خبار|تغطية|خبر|موضوع|مقال)\s)?ذ(?:ات|و|ي)\s(?:ال)?(?:صلة|علاقة)(?:\s*[:：].*)?
      | (?:و?يمكنكم?|بإمكانكم?)\s[أا]يض\S*\s(?:قراءة|مشاهدة|متابعة)\s*[:：].*
      | نرشح\sلكم?(?:{_MORE})?|(?:المقالة?|الخبر|الموضوع)\s(?:التالية?|السابقة?)\s*[:：].*
      | تابع(?:وا|ي)?\s(?:\S+\s){{1,4}}(?:على|عبر)\s{_CHANNEL}
      | للاشتراك\sفي\s.{{2,60}}\s(?:اضغط|انقر|سج[ّ]?ل)\S*(?:\sهنا)?
      | (?:ل\S+\s(?:\S+\s){{0,5}})?(?:حم[ّ]?ل|نز[ّ]?ل)(?:وا|ي)?\s(?:الآن\s)?تطبيق\s[^.]{{2,60}}
      | إعلان(?:ات)?|يتبع\sإعلان|(?:تابع|واصل)\sالقراءة\sبعد\sالإعلان
      | (?:المقالة?|القصة|الخبر)\s(?:يتابع|تتابع|مستمرة?|يستمر|تستمر)\sبعد\sالإعلان
      | (?:ال)?رابط\s(?:ال)?(?:مختصر|دائم)\s*[:：]?\s*\S*
      | (?:هذا\s|هذه\s)?المقالة?\s(?:لا\s)?[يت]عب[ّ]?ر\s(?:فقط\s)?عن\s(?:رأي|آراء|وجهة\sنظر)\s(?:كاتب|صاحب)\S*(?:\sفقط)?
      | (?:ال)?(?:تصنيف(?:ات)?|قسم)\s*[:：].*|إرسال\s(?:إلى\s|ل)صديق
      | (?:عرض|إظهار|تحميل)\sالمزيد|الصفحة\s(?:التالية|السابقة)|السابقة?\s\W?\s?التالية?
      | (?:نسخ\sالرابط\s)?تم\s(?:ال)?نسخ(?:\sالرابط)?(?:\sبنجاح)?|قي[ّ]?م\s(?:هذا\s|هذه\s)?(?:ال)?(?:مقالة?|خبر|موضوع)
      | سج[ّ]?ل\sالدخول\s(?:للتعليق|لإضافة)\b.*|لن\sيتم\sنشر\sعنوان\sبريدك\b.*
    )\W*""",
    re.VERBOSE,
)
_HASHED = re.compile(r"#[\w-]+(?:[\s,،|]+#[\w-]+)+\s*")


def is_arabic_notice(text: str) -> bool:
    """True for a whole line in Arabic that leads away, invites or is a button's.

    >>> [is_arabic_notice(text) for text in ("نرشح لك: سوق السمك", "نرشح لكم السوق، قال الصيادون.")]
    [True, False]
    """
    return len(text) <= _LENGTH_MOST and not text.isascii() and _NOTICE.fullmatch(text) is not None


def is_line_of_hashes(text: str) -> bool:
    """True for a line of two words or more with hashes and nothing else: tags, where it stands in no post."""
    return text.startswith("#") and _HASHED.fullmatch(text) is not None
