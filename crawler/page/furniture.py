"""What is on a page but is not the article: tables of the names and phrases by which it is known."""

import re
from collections.abc import Mapping
from functools import lru_cache

from crawler.page.embedded_posts import is_post_signature
from crawler.page.names import is_name, says_who_wrote
from crawler.page.origins import says_origin
from crawler.page.side_labels import OTHER_SIDE, RELEASE
from crawler.page.tag_lines import is_tag_line
from crawler.page.text_size import is_text_size_tool
from crawler.page.world_bylines import is_world_byline
from crawler.page.world_labels import is_world_label

# Elements that never hold an article's text.
FURNITURE_TAGS = frozenset("nav footer aside form button select dialog menu menuitem marquee".split())
# Elements whose text no reader sees.
UNSEEN_TAGS = frozenset(
    "script style noscript template head iframe object embed svg math canvas audio map datalist "
    "input textarea option progress meter link meta title base".split()
)

# A class or id is split into words at anything that is not a letter or digit; one of these words marks furniture.
_FURNITURE_WORDS = frozenset(
    "ad ads advert advertisement adsense aside banner breadcrumb breadcrumbs crumb crumbs comment comments "
    "commentlist cookie cookies consent cta disqus donate donation dropdown follow footer gdpr login lightbox mailing "
    "masthead menu modal nav navbar navigation newsletter offcanvas paging pagination pager popup popular print "
    "printer promo promoted promotion rating ratings recommend recommended recommendations recirc related "
    "reply respond responses share sharebar sharedaddy sharing shares sidebar signup skip social socials sponsor "
    "sponsored subscribe subscription subscriptions survey tagcloud taboola outbrain teaser toolbar tooltip "
    "trending views viewcount watermark widget widgets tags taglist taxonomy topics counter hits readmore "
    "jp relatedposts addtoany sharethis a2a utility".split()
)
# Words that are furniture only together: "author-bio", "read-next", "cat-links" ...
_FURNITURE_PHRASES = re.compile(
    r"author[-_]?(?:bio|box|info|card|description)|writer[-_]?(?:bio|box|info|card|description)|about[-_]?(?:the[-_]?)?author|read[-_]?(?:more|next|also)"
    r"|also[-_]?read|more[-_]?(?:news|stories|articles|from|on)|most[-_]?(?:read|viewed|popular)|post[-_]?views?"
    r"|cat[-_]?links|tag[-_]?links|post[-_]?(?:tags|nav|navigation|categories)|(?:next|prev(?:ious)?)[-_]?(?:post|prev|next)s?|entry[-_]?footer|sign[-_]?up"
    r"|latest[-_]?(?:news|posts|articles)|you[-_]?may|up[-_]?next|lang(?:uage)?[-_]?(?:switch\w*|select\w*|chooser)"
    r"|wpml|polylang|edit[-_]?(?:link|section)|site[-_]?(?:name|sub\b|title|description|tagline|branding|info|footer)|article[-_]?tools|back[-_]?to[-_]?top|call[-_]?to[-_]?action|inline[-_]?promo"
)
# Page builders call every part of a page a widget, the article's text among them; what is to be printed is the article.
_PAGE_BUILDERS = re.compile(
    r"\belementor-widget(?:-(?:tablet|mobile|laptop|widescreen)\w*)?__[\w-]+"
    r"|\b(?:elementor|fusion|vc|et_pb|fl|so|sow|wpb|siteorigin)[-_](?:widget|module|panel)(?:[-_](?:container|wrap|inner|content))?"
    r"(?:[-_](?:heading|text|text-editor|image|theme-post-\w+|post-info|sow-editor))?\b|\bpanel-widget-style\b"
    r"|\bprint[-_]?(?:this|able|area|content|section)\b|\brelated[-_]?(?:image|photo|picture)(?!s)",
    re.IGNORECASE,
)
_BUILDERS_HINTS = ("widget", "module", "panel", "print", "related")
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
# Bytes that are no letter or digit of ASCII become spaces: half the time of a pattern.
_WORD_BYTES = bytes(code if code < 128 and chr(code).isalnum() else 32 for code in range(256))

# The last one is what Joomla calls it.
BYLINE_WORDS = frozenset("byline author authors writer reporter contributor contributors createdby".split())
DATE_WORDS = frozenset("date datetime time timestamp published posted pubdate updated timeago".split())
STANDFIRST_WORDS = frozenset(
    "standfirst subtitle subheadline subheading subhead deck dek excerpt chapo lead lede summary sub teaser".split()
)
# What introduces is a standfirst where it is one element's own name: in the name of a part it may be the whole text's.
INTRODUCTION_WORDS = frozenset(
    "intro introduction preface perex ingress manchet chapeau entradilla bajada copete sommario occhiello vorspann "
    "einleitung".split()
)
CAPTION_WORDS = frozenset({"caption", "figcaption", "legend", "captions"})
CATEGORY_WORDS = frozenset({"categories", "category", "cat"})
# Inline elements with one of these words are pieces of a line of their own (date, byline, comments ...).
PIECE_WORDS = BYLINE_WORDS | DATE_WORDS | CATEGORY_WORDS | frozenset({"credit", "comments", "views", "edit"})

# "Also" as it is spelled with and without its hamza, its tanwin before or behind the alif.
_ALSO = r"[أا]يض(?:اً?|ًا)"
_NUMBER = r"[\d٠-٩۰-۹][\d٠-٩۰-۹.,٬٫ ]*"
# Looked for in small letters, which takes half the time of a pattern for both.
# A whole block that counts something of the page rather than telling news.
_COUNTERS = re.compile(
    rf"""^\W*(?:
        (?:read|viewed|seen|shared|views?|reads?|hits?|visits?|visitors?|shares?|comments?|likes?|downloads?)
        \W*(?:by\s)?\W*{_NUMBER}\W*(?:times?|views?|people)?
      | {_NUMBER}[km]?\W*(?:views?|reads?|hits?|visits?|shares?|comments?|likes?|times(?:\sread)?
        |(?:subscrib|follow)ers?|members|mins?|min(?:ute)?s?\s+read|minutes?)
      | (?:(?:estimated|average)\s)?(?:reading\stime|time\sto\sread)\W*{_NUMBER}.*
      | (?:lesezeit|lesedauer|temps\sde\slecture|lecture|tiempo\sde\slectura|lectura|tempo\sd[ie]\sl\w+
        |leestijd|время\sчтения)\W*(?:ca\.?\s)?{_NUMBER}\W*min\w*
      | {_NUMBER}\W*min\w*\W*(?:lesezeit|de\slect?ur[ae]|de\sleitura|leestijd|di\slettura)
      | (?:page\s|الصفحة\s)?\d{{1,3}}\s?(?:of|/|من)\s?\d{{1,3}}|no\scomments(?:\syet)?|(?:leave|post|add)\sa\scomment
      | (?:listen|play|watch|audio|video|duration)\W*\d{{1,2}}(?::\d\d){{1,2}}
      | قُ?رئت?\s(?:هذا|هذه)\s\w+\s{_NUMBER}\W*(?:مرة|مرات)?
      | (?:عدد\s)?مرات\s(?:ال)?(?:قراءة|مشاهدة|زيارة)\W*{_NUMBER}
      | (?:قُ?رئت?|شوهدت?|قرأ(?:ه|ها)?|تمت?\s(?:ال)?(?:قراءة|مشاهدة)(?:ه|ها)?
        |(?:عدد\s)?(?:ال)?(?:مشاهدات|مشاهدة|قراءات|قراء|زيارات|زوار|تعليقات|مشاركات))
        \W*{_NUMBER}\W*(?:مرة|مرات|مشاهدة|قراءة|قارئ|زيارة)?
      | {_NUMBER}\W*(?:مشاهد(?:ة|ات)|قراء(?:ة|ات)|قارئ|زيار(?:ة|ات)|تعليق(?:ات)?|مشارك(?:ة|ات)|مرة\sقراءة
        |(?:مشترك|متابع)(?:اً|ين|ون)?|(?:من\s)?(?:ال)?(?:دقائق|دقيقة)(?:\s(?:لل?)?قراءة)?)
      | تعليق(?:\sواحد|ان|ين)|(?:مشاهدة|قراءة|زيارة|مشاركة)\sواحدة
      | (?:دقيقة\sواحدة|دقيقتان|دقيقتا)(?:\s(?:لل?)?قراءة)?|دقيقة\sقراءة(?:\sواحدة)?
      | (?:ت?يُ?قرأ|تُ?قرأ)\s(?:خلال|في)\s(?:دقيقة|دقيقتين|{_NUMBER}\W*\w+)(?:\sواحدة)?
      | (?:ال)?قراءة\s(?:في\s)?(?:دقيقة(?:\sواحدة)?|دقيقت(?:ين|ان)|{_NUMBER}\W*(?:دقائق|دقيقة))
      | (?:ال)?(?:مدة|وقت|زمن)\s(?:\w+\s)?(?:ال|لل)قراءة(?:\s\w+)?\W*(?:{_NUMBER}.*|دقيقة(?:\sواحدة)?|دقيقتان)
      | (?:لا\s(?:[تي]وجد\s)?(?:أي\s)?(?:تعليقات|مشاركات)(?:\s(?:بعد|حتى\sالآن))?|كن\sأول\sمن\sيعلق(?:\sعلى\s.*)?
        |(?:اترك|[أا]ضف)\sتعليق(?:اً?|ًا|ك)?(?:\sو[اأ]?قر[أا]\s.*)?)
    )\W*$""",
    re.VERBOSE,
)
# In whatever counts stands one of these; the pattern above takes ten times as long to find that it does not match.
_MAY_COUNT = re.compile(r"\d|comment|دقيق|تعليق|يعلق|واحدة")
# A whole short block that invites, labels or leads away.
_INVITATIONS = re.compile(
    rf"""^\W*(?:
        share(?:\s(?:this|on|via|with|the)\b.*)?|tweet|print|e-?mail(?:\sthis.*)?|copy\slink|save
      | like\sthis|like\s+loading.*|loading|like\sus\s(?:on|at)\s\S+
      | (?:related|recommended|similar)
        (?:\s(?:articles?|posts?|stories|news|topics|content|links|reading))?(?:\s*:.*)?
      | more\s?:.*|(?:story|article)\scontinues\s(?:below|after)\b.*|scroll\s(?:down\s)?(?:to|for)\s(?:cont|more).*
      | (?:read|see|watch)\s(?:also|more|next)\b.*|also\sread\b.*|more\s(?:news|stories)\b.*
      | click\shere\b.*|continue\sreading.*|press\senter\sor\sclick\sto\sview\b.*|view\sthis\spost\son\s\w+
      | (?:filed\sunder|categories|category|posted\sin)\s*:.*
      | follow\s(?:us|@).*|subscribe(?:\s(?:to|now|here)\b.*)?|sign\sup(?:\s(?:to|for|now|here)\b.*)?
      | advertisement|sponsored(?:\scontent)?|(?:log|sign)\s?in(?:\sto\b.*)?|skip\s(?:to|past|over)\b.*|back\sto\stop
      | listen(?:\s(?:now|to\s(?:this|the)\s(?:article|story|audio)))?\b\W*(?:{_NUMBER}\smin\w*)?
      | استمع(?:وا)?(?:\s(?:إلى\s|ل)(?:هذا\s|هذه\s)?(?:ال|ل)?(?:مقالة?|خبر|تقرير|نص))?
      | {RELEASE}|home|(?:previous|prev|next)(?:\s(?:post|article|story)\b.*)?
      | (?:last\s)?updated\s*:?|updated?\s(?:on|at)|(?:posted|published|written)(?:\s(?:on|at|in))?
      | (?:publication|publishing|release)\sdate|date\spublished|تاريخ\s(?:ال)?(?:نشر|إضافة|اضافة|تحرير|مقال)
      | download\s(?:the\s)?(?:\S+\s){{0,3}}\[?\(?pdf|(?:ل?تحميل|تنزيل|لتنزيل)\s(?:\S+\s){{0,4}}[\[(]?pdf
      | (?:read\sin\s|in\s)?(?:english|arabic)(?:\s(?:version|text|translation|original|edition|summary|abstract))?
      | en|eng|ar|ara|(?:summary|abstract|translation)\sin\s(?:english|arabic)
      | (?:ال)?عربي(?:ة)?|بالعربية|(?:ال)?[إا]نجليزية|بال[إا]نجليزية
      | (?:النص|النسخة|الترجمة|الأصل|الملخص|الموجز)\s(?:ب?ال)(?:عربي(?:ة)?|[إا]نجليزي(?:ة)?|[إا]نكليزي(?:ة)?)
      | (?:ال)?(?:ملخص|موجز|ترجمة)\s(?:باللغة\s)?(?:ب?ال)(?:عربية|[إا]نجليزية|[إا]نكليزية)
      | {OTHER_SIDE}|رابط\s(?:دائم|مختصر)|الرابط\s(?:الدائم|المختصر)
      | (?:e-?mail|more\s(?:by|from))\s(?:to\s)?(?:the\s|this\s)?(?:author|writer|editor)
      | (?:شارك(?:ها|ه|نا)?|مشاركة|غرد|طباعة|اطبع|نسخ\sالرابط|انسخ\sالرابط|حفظ|أرسل(?:\s(?:إلى\s|ل)صديق)?)
        (?:\s(?:هذا|هذه|على|عبر|الخبر|المقال|المقالة|الموضوع)\b.*)?
      | (?:[اإأ]قر[أا](?:وا|/ي)?|اقرؤوا|اقرئي|(?:طالع|شاهد|انظر)(?:/?ي)?|تابع(?:وا|ي)?)\s(?:{_ALSO}|المزيد|كذلك)(?!\w).*
      | و?(?:قد|ربما)\s(?:يهم|تهم)(?:ك|كم)(?:\s{_ALSO})?(?:\s?[:.].*)?|لا\sيفوتك
      | (?:شاهد(?:وا)?|بالصور|بالفيديو)(?:\s(?:بالصور|بالفيديو|الفيديو|الصور))?\s?(?::|\.\.|…|\|).*
      | (?:مواضيع|مقالات|أخبار|موضوعات|روابط)\s(?:ذات\sصلة|مشابهة|متعلقة|مقترحة|قد\sتهمك).*
      | (?:نسخة|صفحة)\sللطباعة|ال(?:مواضيع|موضوعات|مقالات|أخبار)\sال(?:متعلقة|مشابهة|مقترحة)
      | ذات\sصلة|المزيد|قد\sيعجبك.*|الأكثر\s(?:قراءة|مشاهدة)
      | (?:(?:ال)?تصنيفات|التصنيف|القسم|أقسام)(?:\s*:.*)?
      | تابعو?نا(?:\s(?:على|عبر)\b.*)?|اشترك(?:\s(?:في|الآن)\b.*)?
      | إعلان|(?:الصفحة\s)?الرئيسية|التالي|السابق|تسجيل\sالدخول
    )\W*$""",
    re.VERBOSE,
)
# A label that heads a box of its own: what stands under it in the same element goes with it.
BOX_LABEL = re.compile(
    rf"""^\W*(?:
        advertisement|sponsored(?:\scontent)?|(?:related|recommended|similar)
        (?:\s(?:articles?|posts?|stories|news|topics|content|links|reading))?
      | (?:read|see|watch)\s(?:also|more|next)|also\sread|more\s(?:news|stories|like\sthis)
      | most\s(?:read|viewed|popular)
      | republish\s(?:this|our)\s(?:article|stor(?:y|ies)|articles)
      | trending(?:\snow)?|up\snext(?:\sfor\syou)?|table\sof\scontents|contents|in\sthis\sarticle
      | about\s(?:the\s(?:author|writer|project)|this\s(?:project|series|publication))|comments|newsletter|latest\snews
      | contact(?:\sus)?|اتصل(?:وا)?\sبنا|تواصل(?:وا)?\sمعنا
      | (?:share\s(?:your|us\syour)|tell\sus\syour|your)\s(?:thoughts|views?|opinions?|comments?)|what\sdo\syou\sthink
      | (?:was|is|did\syou\sfind)\sthis\s(?:page|article|content|information)\s(?:was\s)?(?:helpful|useful|interesting)
      | شارك(?:نا|ونا|وا)?\s(?:ب)?(?:رأيك|رأيكم|آراءكم|آرائكم|برأيك|تعليقك|تعليقكم)|ما\s(?:هو\s)?رأيكم?
      | تعليقات\sالقراء|(?:[أا]ضف|اترك)\sتعليق(?:اً?|ًا|ك)?
      | (?:did\syou\s)?(?:enjoy|lik|lov)(?:ed?|ing)?\s(?:this|our)\s(?:article|story|post|guide)
      | (?:هل\s)?أعجبك\s(?:هذا\s|هذه\s)?(?:ال)?(?:مقالة?|خبر|دليل|تقرير|قصة|محتوى)
      | هل\s(?:كانت?|وجدت)\sهذ(?:ه|ا)\s(?:الصفحة|المقالة?|الخبر|المحتوى|المعلومات)\sمفيد(?:ة|اً)?(?:\sلك)?
      | إعلان|[اإأ]قر[أا]\s(?:{_ALSO}|المزيد)|(?:قد|ربما)\s(?:يهم|تهم)كم?(?:\s{_ALSO})?|ذات\sصلة
      | (?:مواضيع|موضوعات|مقالات|أخبار|روابط)\s(?:ذات\sصلة|مشابهة|متعلقة|مقترحة|أخرى)|آخر\sالأخبار
      | الأكثر\s(?:قراءة|مشاهدة)|(?:فهرس\s|جدول\s)?المحتويات|(?:نبذة\s)?عن\sال(?:كاتبة?|مشروع|منصة)|التعليقات
    )\W*$""",
    re.IGNORECASE | re.VERBOSE,
)
# Of these, those that also head a few lines of the text's own element, at its end.
SECTION_LABEL = re.compile(
    r"^\W*(?:about\s(?:(?:the\s)?(?:author|writer)|this\sproject)|newsletter|(?:did\syou\s)?(?:enjoy|lik|lov)(?:ed?|ing)?\s(?:this|our)\s"
    r"|(?:عن|نبذة\sعن)\sالكاتبة?|(?:هل\s)?أعجبك\s|النشرة\s(?:ال)?(?:بريدية|إخبارية))",
    re.IGNORECASE,
)
_INVITATION_LENGTH = 140  # characters; a longer block is prose that begins alike
COPYRIGHT = re.compile(
    r"^\W*(?:©|\(c\)|copyright|all rights reserved|(?:جميع|كل) الحقوق محفوظة"
    r"|حقوق (?:ال)?(?:نشر|طبع)\W*(?:©|\d|محفوظ|ل[^\W\d_]))",
)
# The way to a page from the site's front: "Home / Terms", "الرئيسية » الأخبار » محليات".
_TRAIL = re.compile(r"^\W*(?:home|(?:الصفحة\s)?الرئيسية)\s*[/\\»›>←→|]\s*\S", re.IGNORECASE)

_BYLINE = re.compile(
    r"^\W*(?:by|(?:written|posted|published|submitted|reporting|story|words|text|translated|edited) by|author)\b"
    r"\s*:?\s*\S"
    r"|^\W*source:\s*\S"
    r"|^\W*(?:بقلم|كتبت?|كتبها|كتابة|كتب\s+بواسطة|إعداد|اعداد|ترجمة|تحرير|المصدر|الكاتبة?|المحررة?|تقرير|گزارش|نویسنده|مترجم|رپورٹ|تحریر)\s*[:：\-–/]\s*\S|^\W*(?:بقلم|(?:(?:[أا]?رسلت?|مرسلة?|نُ?شرت?|[أا]ضيفت?)\s+)?بواسطة)\s*:?\s+\S|^\W*(?:الكاتبة?|المؤلفة?)\s?،\s\S",
    re.IGNORECASE,
)
BYLINE_LABEL = re.compile(
    r"^(?:(?:(?:written|posted|reported|story|words|text) )?by|authors?(?: of (?:the|this) (?:article|story|post))?"
    r"|(?:the )?writer|source|von|por|par|di|door|av|af|autor|автор|авторы|текст|מאת"
    r"|بقلم|كتب|كتبت|بواسطة|إعداد|(?:ال)?كاتبة?|(?:ال)?مؤلفة?|المصدر)\s*:?$",
    re.IGNORECASE,
)
SOURCE_LABEL = re.compile(r"^(?:source|المصدر)\s*:?$", re.IGNORECASE)
_BYLINE_WORDS_MOST = 12
_BYLINE_MARK = re.compile(r"[:：/–-]")
# What may open a headline as well, and is a byline only before a name: "حوار: سلمى حداد".
_BYLINE_BEFORE_NAME = re.compile(
    r"^\W*(?:interview(?:ed)?(?:\sby)?|text\sand\sphotos|حوار|استطلاع|حاور(?:ه|ها|هم|ته)?(?:\sفي\s\w+)?|أجر(?:ى|ت)\s(?:ال)?(?:حوار|مقابلة)"
    r"|مقابلة|متابعة|تحقيق|رصد|مراسلن?ا?)\s*[:：\-–/]\s*(?P<name>\S.*)$",
    re.IGNORECASE,
)

CAPTION_LABEL = re.compile(
    r"^\W*(?P<label>(?:(?:pic|picture|photo|image)(?: caption)?|pics|photos|caption|photograph|file photo"
    r"|in the (?:photo|picture)"
    r"|الصورة|صورة|صور|تعليق الصورة|في الصورة|الصوره|صوره)\s*[:：])\s*(?P<text>\S.*)$",
    re.IGNORECASE | re.DOTALL,
)
DATE_LABEL = re.compile(
    r"^\W*(?P<label>(?:published|posted|date|publication date|released|issued|created|first published)"
    r"(?:\s(?:on|at|in))?\s*[:：]?"
    r"|(?:نُ?شرت?(?:\s(?:في|بتاريخ|يوم))?|في|بتاريخ|تاريخ\s(?:النشر|الإضافة|التحرير|المقال)|التاريخ|حُ?رر(?:\sفي)?|كُ?تب(?:\sفي)?)(?!\w)\s*[:：]?)"
    r"\s*(?P<text>\S.*)$",
    re.IGNORECASE | re.DOTALL,
)


def _without_variants(names: str) -> str:
    """Without utility classes for a state or a medium ("print:mt-2"): they say how it looks, not what it is."""
    return " ".join(name for name in names.split() if ":" not in name) if ":" in names else names


# A page names the same few dozen classes on thousands of elements.
@lru_cache(maxsize=8192)
def name_words(*names: str | None) -> frozenset[str]:
    """The words of class names and ids, in lower case: "entry-Title postDate" gives entry, title, post, date."""
    joined = _without_variants(" ".join(filter(None, names)))
    if not joined.islower():
        joined = _CAMEL.sub(" ", joined).lower()
    return frozenset(joined.encode("utf-8", "replace").translate(_WORD_BYTES).decode("ascii").split())


@lru_cache(maxsize=8192)
def is_furniture_name(classes: str | None, identifier: str | None) -> bool:
    """True where an element's class or id says that it is not part of the article."""
    joined = _without_variants(" ".join(filter(None, (classes, identifier))))
    lowered = joined.lower()
    words = name_words(classes, identifier)
    if any(hint in lowered for hint in _BUILDERS_HINTS):
        joined = _PAGE_BUILDERS.sub(" ", joined)
        words, lowered = name_words(joined), joined.lower()
    return not _FURNITURE_WORDS.isdisjoint(words) or _FURNITURE_PHRASES.search(lowered) is not None


def is_language_part(attributes: Mapping[str, object]) -> bool:
    """True for an element that states its language or direction: a tab or column of one language.

    It is the article's also where it is an <aside>, or hidden until a reader chooses it.
    """
    return "lang" in attributes or "dir" in attributes


# Asked of one line by several rules.
@lru_cache(maxsize=4096)
def is_furniture_text(text: str) -> bool:
    """True for a whole block that is a counter, an invitation to share or read on, a tag line, a copyright line.

    >>> is_furniture_text("Read 1,204 times"), is_furniture_text("قُرئ ١٢٠٤ مرة"), is_furniture_text("The bridge")
    (True, True, False)
    """
    if len(text) > _INVITATION_LENGTH:
        return False
    lowered = text.lower()
    if is_counter(lowered) or _INVITATIONS.match(lowered) or COPYRIGHT.match(lowered):
        return True
    is_known = is_tag_line(text) or is_world_label(text) or is_text_size_tool(text)
    return is_known or is_trail(text) or is_post_signature(text)


def is_invitation(text: str) -> bool:
    """True for a whole block that invites to share, print, listen or read on, or is another label of a page's tools."""
    return len(text) <= _INVITATION_LENGTH and _INVITATIONS.match(text.lower()) is not None


def is_counter(lowered: str) -> bool:
    """True for a whole block, in small letters, that counts something of the page: readers, minutes, slides."""
    return _MAY_COUNT.search(lowered) is not None and _COUNTERS.match(lowered) is not None


def is_trail(text: str) -> bool:
    """True for the way to a page from the site's front: "Home / Terms"."""
    return _TRAIL.match(text) is not None


@lru_cache(maxsize=4096)
def is_byline_text(text: str) -> bool:
    """True for a short block that says who wrote, translated or prepared the article."""
    if text.endswith((".", "؟")) or len(text.split()) > _BYLINE_WORDS_MOST:
        return False
    if _BYLINE.match(text):
        return BYLINE_LABEL.match(text) is None
    before_name = _BYLINE_BEFORE_NAME.match(text) if _BYLINE_MARK.search(text) else None
    is_named = before_name is not None and is_name(before_name["name"])
    return is_named or says_who_wrote(text) or says_origin(text) or is_world_byline(text)
