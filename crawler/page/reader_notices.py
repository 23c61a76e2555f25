"""What a site says to its readers of itself, between paragraphs or below them: newsletters, channels, its app."""

import re

_LENGTH_MOST = 320  # characters
# What somebody says in an article may invite to anything.
_QUOTED = re.compile(r"[“”„«»「」]|\"|(?:^|\s)['‘]")
# In a text without one of these none of the notices is found that may stand anywhere in it.
_HINTS = (
    *("newsletter", "alerts", "inbox", "nieuwsbrief", "whatsapp", "telegram", "youtube", "our news", "picture desk"),
    *("support our", "this reporting", "our journalis", "our work", "our reporter", "reader-supported", "becoming a"),
    *("our app", " app ", "bookmark", "comment", "privacy", "datenschutz", "sie uns", "inscrivez", "abonnez"),
    *("nuestr", "guenos en", "seguici", "necessarily", "commission", "unbedingt", "notwendigerweise", "engage"),
    *("نشرة", "نشرت", "تابعو", "تابعنا", "قنات", "مجموعتنا", "تعليقات", "تطبيق"),
    *("لا تعب", "لا يعب", "لا تمثل", "لا تعكس"),
)
_CHANNELS = "twitter|x|facebook|instagram|whatsapp|telegram|tiktok|google|social|linkedin|youtube|threads"
_APPS = r"google\snews|(?:جوجل|غوغل)\sنيوز|واتس|تل[يغج]\w*رام|تيلي\w+رام|telegram|whatsapp|نبض"
# What a notice to readers begins with, and what a site says of its articles to be safe: whose views they are, who pays
# for links, what they are no advice for. Asked of a text in small letters: without regard to case it takes longer.
_OPENING = re.compile(
    rf"""
      (?:a\s)?version\sof\sthis\s(?:article|story)\s(?:appears|appeared|first\sappeared)\sin\sprint\son\b
    | this\s(?:article|story|post|page)\sis\s(?:more\sthan|over)\s\S+\s(?:year|month|week)s?\sold\b
    | (?:لقد\s)?مضى\sعلى\sنشر\sهذ[اه]\s(?:ال)?(?:مقالة?|خبر|تقرير|مادة)\s(?:أكثر\sمن|ما\sيزيد)
    | we(?:['’]d|\swould)\slove\s(?:to\s(?:get|hear|have)\s)?your\s(?:feedback|thoughts)\b
    | your\sfeedback\sis\simportant\sto\sus\b|tell\sus\swhat\syou\sthink\W+e-?mail\sus\b
    | (?:this|the|our)\s(?:web)?site\sis\sbest\sviewed\s(?:with|in|on|using|at)\b
    | follow\s\S+['’]s\s(?:\S+\s){{0,2}}coverage\sof\b
    | for\smore\s(?:stories|news|articles)\slike\sthis\b
    | if\syou\s(?:enjoyed|liked?|loved?)\sthis\b.{{0,80}}\b(?:follow|subscribe|clap|share)\b
    | follow\s(?:us|our|\S+(?:\s\S+){{0,4}})\son\s(?:\S+\s){{0,2}}?(?:{_CHANNELS})\b
    | v[ií]deos?\s?:\s(?:tudo\ssobre|veja|assista)\b|(?:veja|leia)\smais\snot[ií]cias\b
    | suivez[-\s](?:nous|notre)\b
    | (?:للانضمام|للاشتراك)\s(?:إلى\s|في\s|ب)(?:قناتنا|مجموعتنا)
    | (?:تابع(?:وا|ي)?|ل?متابعة)\s(?:\S+\s){{0,2}}(?:ال)?[أا]خبار(?:نا)?\s(?:[^.]{{1,60}}\s)?(?:على|عبر|من\sخلال)\s
      [^.]{{0,30}}(?:{_APPS})[^.]{{0,20}}(?:https?:\S+)?$
    | (?:ل[^\W\d]{{4,}}\s[^.]{{1,80}}|للمزيد)\s(?:اضغط|انقر)(?:وا|ي)?\s(?:من\s)?(?:هنا|على\sالرابط.{{0,40}})\W*$
    | (?:did\syou\s)?(?:enjoy|lik|lov)(?:ed?|ing)?\s(?:this|our)\s\S+\?\s*(?:share|send|tell|pass)\b
    | (?:the\s)?(?:comments|opinions|views)\s(?:expressed\s|posted\s)?below\s(?:are|do)\b
    | (?:هل\s)?أعجبك\s(?:هذا\s|هذه\s)?\S+\s?؟\s*(?:شارك|أرسل)
    | to\sview\sthis\svideo\b.{{0,20}}\b(?:enable|javascript)
    | \W*(?:sorry,?\s)?your\s(?:web\s)?browser\s(?:does\snot|doesn['’]t|cannot)\s(?:support|play)\s
      (?:\S+\s){{0,3}}(?:html5|video|audio)\b
    | (?:متصفحك|هذا\sالمتصفح)\sلا\sيدعم\s(?:\S+\s){{0,2}}(?:ال)?(?:فيديو|صوت)
    | (?:if|did|have|do)\syou\s(?:\S+\s){{0,3}}(?:see|seen|spot(?:ted)?|noticed?|find|found|believe|think)\b
      (?=.*\b(?:errors?|mistakes?|typos?|inaccura\w+|incorrect)\b).*\b(?:this|our)\s(?:article|story|report|page)\b
    | [إا](?:ذا|ن)\s(?:كنت\s(?:تعتقد|ترى|لاحظت|وجدت)|وجدت|لاحظت|رأيت|اكتشفت|كان\sلديك)\S*\s
      (?=.*(?:خطأ|أخطاء|خاطئة|غير\sدقيقة|ينتهك|تنتهك)).*(?:المقالة?|الخبر|التقرير|المادة)\b
    | (?:شاهد|[اإ]قر[أا]|طالع|تابع)(?:وا|ي)?\s(?:المحتوى|المقالة?|الخبر|الموضوع|التقرير)\s
      (?:كاملا?ً?ا?|بالكامل|الكاملة?)\s(?:على|في|عبر|من)\s
    | الآراء\sالواردة\s(?:أدناه|في\sالتعليقات)\b
    | (?:\S+\s)?pric(?:es?|ing)\sand\savailability\s(?:\S+\s)?subject\sto\schange\b
    | this\s(?:article|post|page|story|guide)\s(?:may\s)?contains?\saffiliate\slinks
    | (?:disclaimer\W+)?this\s(?:article|post|blog|page|content)\sis\s(?:\S+\s){{0,3}}for\s(?:\S+\s){{0,4}}
      \S+al\spurposes
    | was\sthis\s(?:newsletter|e-?mail)\sforwarded\sto\syou\b
    | by\s(?:signing\sup|subscribing|registering|clicking|submitting|continuing|providing|entering)\b
      .{{0,160}}\b(?:agree|consent|accept|acknowledge)
    | (?:get|receive|have)\b.{{0,120}}\b(?:(?:in|to)\syour\s(?:e-?mail\s)?inbox|newsletter)\b
    | (?:sign\sup|subscribe)\sand\swe(?:['’]ll|\swill)\b
    | (?:please\s)?support\s(?:us|our|the)\b.{{0,100}}\b(?:donat|contribut|subscri|member)
    | (?:want|get)\smore\b.{{0,40}}\bsign\sup\sfor\b|become\sa\s(?:\S+\s)?subscriber\sto\b
    | (?:no\spart\sof\s)?(?:this|the|our)\s(?:\S+\s)?(?:material|content|article|story|stories|report|text)\s
      may\s(?:not\s)?be\s(?:published|reproduced|copied|broadcast|republished|reprinted|used)\b
      .{{0,80}}\b(?:permission|consent|redistributed)
    | (?:يُ?منع|لا\s(?:يجوز|يُ?سمح\sب))\s?(?:نسخ|إعادة\sنشر|نقل|استخدام|اقتباس)\s.{{0,100}}\b(?:إذن|موافقة)
    | (?:جميع\s|كل\s)?(?:ال)?(?:آراء|مقالات?|تعليقات)\s(?:\S+\s){{0,4}}تعبر\sعن\s(?:رأي|آراء|وجهات?\sنظر)\s
      (?:صاحبها|أصحابها|كاتبها|كت[ّ]?ابها)
    """,
    re.VERBOSE,
)
# The same, where it may stand anywhere in a paragraph.
_WITHIN = re.compile(
    r"""
      \b(?:sign(?:ing)?\sup|subscrib(?:e|ing)|register)\s(?:to|for|here\sfor)\s(?:our|the|your|\S+['’]s)\b
      .{0,60}\b(?:newsletters?|alerts|inbox)
    | \bour\s(?:\S+\s){0,3}(?:newsletters?|whatsapp|telegram|youtube\schannel|news\spage|news\steam|picture\sdesk)\b
    | \b(?:delivered|sent|straight|right)\s(?:\S+\s)?to\syour\s(?:e-?mail\s)?inbox\b|\bcheck\syour\s(?:\S+\s)?inbox\b
    | \bif\syou\s(?:would\slike\sto\s|want\sto\s|wish\sto\s|can\s)?
      (?:support\sour\s(?:work|journalism)|value\s(?:this\sreporting|our\s\S+))
    | \b(?:download|get|install)\sour\s(?:\S+\s){0,2}app\b
    | \bbookmark\s(?:our|this)\b
    | \b(?:talk|write|speak|reach\sout|get\sin\stouch|send\s\S+)\s(?:to|with)\s(?:one\sof\s)?
      our\s(?:reporters?|journalists?|newsroom)\b(?=.*(?:@|\bconfiden|\bsecure|\bsignal\b))
    | ^(?=.{1,160}$).*\b(?:tell\sus|let\sus\sknow|have\syour\ssay|share\s(?:your|it\swith)|join\s(?:in\s)?the)\b
      .{0,60}\b(?:in|using|via|with)\s(?:the|our)\scomments?\b
    | \b(?:read|see|in|by|with|to)\sour\sprivacy\s(?:policy|notice)\b
    | \bunser(?:e[mnrs]?)?\s(?:\S+\s){0,2}(?:newsletter|whatsapp|telegram|datenschutz)
    | \bnewsletter\b.{0,60}\b(?:anmelden|abonnieren|hier\sentlang)
    | \bunterstützen\ssie\suns\b|\bfolgen\ssie\suns\b
    | \b(?:inscrivez-vous|abonnez-vous)\sà\s(?:notre|nos|la)\b
    | \b(?:suscr[ií]bete|ap[úu]ntate)\sa\snuestr[ao]s?\b|\bs[íi]guenos\sen\b
    | \b(?:iscriviti|abbonati)\s(?:\S+\s){0,2}alla\s(?:nostra\s)?newsletter\b|\bseguici\ssu\b|\bonze\snieuwsbrief\b
    | (?:اشترك(?:وا|ي)?|سج[ّ]?ل(?:وا)?)\s(?:\S+\s){0,2}(?:في\s|ب)(?:ال)?نشر(?:ة|تنا)
    | تابع(?:ونا|نا)\s(?:\S+\s){0,4}(?:على|عبر)\s
    | (?:انضم|اشترك)(?:وا|ي)?\s(?:\S+\s){0,2}(?:إلى\s|في\s|ب)(?:قناتنا|مجموعتنا)
    | \bcomments\s(?:are|will\sbe)\s(?:moderated|reviewed|checked)\s(?:before|prior)
    | (?:مراجعة|تدقيق|فحص)\sالتعليقات\sقبل\sنشرها
    | \breader-supported\spublication\b|\bconsider\sbecoming\sa\s(?:\S+\sor\s)?(?:paid\s)?subscriber\b
    | (?:حم[ّ]?ل|نز[ّ]?ل)(?:وا|ي)?\s(?:الآن\s)?تطبيقنا
    | \b(?:views|opinions)\s(?:and\s\S+\s)?(?:expressed|published|presented|contained)\b.{0,90}\bnot\snecessarily\b
    | \bwe\s(?:may\s|might\s|will\s)?(?:also\s)?(?:earn|receive|get)\s(?:an?\s)?(?:\S+\s){0,2}commissions?\b
    | \b(?:links?|affiliate|through\sus)\b.{0,60}\bearn\s(?:us\s)?an?\s(?:\S+\s){0,2}commission
    | \bearn\s(?:us\s)?an?\s(?:\S+\s){0,2}commission\b.{0,60}\b(?:links?|affiliate)\b
    | \bmeinung(?:en)?\b.{0,80}\bnicht\s(?:unbedingt|notwendigerweise)\b
    | \bn['’]engage(?:nt)?\sque\s(?:son|leurs?|ses)\sauteurs?\b
    | (?:آراء|مقالات?|مواد|وجهات|تعليقات)\s(?:\S+\s){0,8}لا\s(?:تعب[ّ]?ر|يعب[ّ]?ر|تمثل|تعكس)\s
      (?:بالضرورة|(?:\S+\s){0,2}عن\s(?:رأي|موقف|سياسة|وجهة))
    """,
    re.VERBOSE,
)

# What heads or opens a link to another article, alone or before a colon; English and Arabic: `crawler.page.furniture`.
_READ_ALSO = re.compile(
    r"""^\W*(?:
        auch\sinteressant|das\skönnte\ssie\s(?:auch\s)?interessieren|mehr\s(?:zum\sthema|dazu|zu\sdiesem\sthema)
      | lesen\ssie\s(?:auch|hier|dazu|mehr)|lesetipp
      | lire\s(?:aussi|la\ssuite)|à\slire(?:\saussi)?|voir\saussi|sur\sle\smême\ssujet
      | le[ae]\stambién|leer\smás|(?:también\s)?te\spuede\sinteresar|ver\stambién
      | leggi\sanche|potrebbe\sinteressarti(?:\sanche)?|leia\s(?:também|mais)|veja\s(?:também|mais)|saiba\smais
      | lees\s(?:ook|meer|verder)|bekijk\sook|les\s(?:også|mer)|læs\s(?:også|mere)|läs\s(?:också|även|mer)|lue\smyös
      | czytaj\s(?:także|też|również|więcej)|zobacz\s(?:także|też|również)|čtěte\s(?:také|též)|přečtěte\ssi(?:\staké)?
      | cite[sș]te\s[sș]i|vezi\s[sș]i|olvassa\sel|ez\sis\sérdekelheti|baca\sjuga|ayrıca\sokuyun
      | читайте\s(?:также|ещё|також)|смотрите\sтакже|διαβάστε\s(?:επίσης|ακόμα)|(?:بیشتر|همچنین)\sبخوانید
    )\W*(?:$|[:：])""",
    re.IGNORECASE | re.VERBOSE,
)
_READ_ALSO_LENGTH = 160


def is_reader_notice(text: str) -> bool:
    """True for a whole paragraph that speaks to the site's readers and not of the news.

    >>> is_reader_notice("For the latest from the harbour, sign up for our weekly newsletter here.")
    True
    >>> is_reader_notice("Fishermen can now sign up for the auction by telephone, the harbour office said.")
    False
    """
    if len(text) > _LENGTH_MOST:
        return False
    if len(text) <= _READ_ALSO_LENGTH and _READ_ALSO.match(text):
        return True
    lowered = text.lower()
    is_one = _OPENING.match(lowered) or (any(map(lowered.__contains__, _HINTS)) and _WITHIN.search(lowered))
    return bool(is_one) and not _QUOTED.search(text)
