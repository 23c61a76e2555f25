"""Boxes in which a site asks something of its readers: to subscribe, to give, to accept cookies, to take its app.

They are told by the button or link in them and by what they speak of, whatever their elements are called.
"""

import re
from collections.abc import Sequence

from crawler.editions.box_blocks import blocks_within, is_prose
from crawler.page.blocks import Block
from crawler.page.prose import ENDS_SENTENCE

_ASK_LENGTH = 80  # characters of a button, or of two and three side by side
_BOX_MOST = 14  # lines
_BOX_LENGTH = 1600
_HEAD_LENGTH = 110
# A box that speaks of what is asked may be longer than a short article, by so much.
_SPOKEN_SHARE_MOST = 3
_WEAK_SHARE_LEAST = 2
# What buttons say, with a word of haste behind it.
_ASK = re.compile(
    r"""^\W*(?:(?:
        subscribe|sign\sup|register|log\sin|sign\sin|create\s(?:an?\s)?(?:free\s)?account|donate|give|contribute|pledge
      | (?:make\sa\s)?donation|support\s(?:us|our\s(?:work|journalism))
      | become\sa\s(?:member|supporter|patron|subscriber)|join(?:\sus)?|(?:start|get)\s(?:your\s|a\s)?(?:free\s)?trial
      | try\s(?:it\s)?(?:for\s)?free|(?:view|see)\s(?:all\s|our\s)?(?:plans|offers?)
      | (?:get|download)\s(?:the\s|our\s)?app|app\sstore|google\splay
      | (?:i\s)?(?:accept|agree|consent)(?:\s(?:all|and\s(?:close|continue)|cookies))*|allow\sall(?:\scookies)?
      | reject(?:\sall)?|decline|got\sit|ok(?:ay)?|(?:manage|cookie|privacy)\s(?:preferences|options|choices|settings)
      | اشترك(?:وا)?(?:\sمعنا)?|سج[ّ]?ل(?:وا)?|التسجيل|(?:إنشاء|انشئ|أنشئ)\sحساب(?:اً|ًا)?|تسجيل\sالدخول
      | تبر[ّ]?ع(?:وا)?|ادعم(?:نا|ونا)|ساهم|انضم(?:\sإلينا)?|حم[ّ]?ل\sالتطبيق|قبول|موافق|أوافق|أقبل|رفض|إعدادات\sملفات\s.*
      | (?:jetzt\s)?(?:abonnieren|bestellen|spenden|testen|anmelden|registrieren|unterstützen)|zustimmen|ablehnen
      | (?:alle(?:s)?\s)?akzeptieren|(?:je\s)?m['’]abonner?|je\sm['’]abonne|s['’]abonner|s['’]inscrire|faire\sun\sdon
      | (?:tout\s)?(?:accepter|refuser)|soutenez-nous|suscr[íi]be(?:te|ase)|suscribirse|reg[íi]strate|aceptar
      | rechazar|dona|assine|assinar|aceitar|rejeitar|doe|abbonati|accetta|rifiuta|iscriviti|abonneren|accepteren|doneer
      | abone\sol|kabul\set|подписаться|принять|поддержать
    )(?:\s(?:now|today|here|free|all|الآن|اليوم|مجان(?:اً|ًا)|الكل|الجميع|todo|tudo|tutto|maintenant|ahora))*(?:\W+|$))+$""",
    re.IGNORECASE | re.VERBOSE,
)
# What buttons say in articles, too, of what these tell of: not where the box speaks of the site's own.
_WEAK_ASK = re.compile(
    r"^\W*(?:book\s(?:a\s|your\s)?(?:tickets?|seats?|places?)|(?:get|buy)\s(?:your\s)?tickets?|download"
    r"|(?:find\sout|learn)\smore|listen(?:\snow)?|احجز(?:وا)?(?:\s(?:مقعدك|تذكرتك|الآن))?|(?:اعرف|لمعرفة)\sالمزيد)\W*$",
    re.IGNORECASE,
)
_OWN = re.compile(
    r"\bjoin\sus\b|\bour\s(?:editors?|reporters?|journalists?|newsroom|readers|podcasts?|next\sevent|app)\b|\bapp\sfor\syour\b"
    r"|محررينا|محررونا|صحافيينا|صحفيينا|قرائنا|بودكاستنا|فعاليتنا|تطبيقنا",
    re.IGNORECASE,
)
# What such a box speaks of.
_SPOKEN = re.compile(
    r"\b(?:subscri(?:be|ber|ption)|newsletter|inbox|cookies?|consent|personal\sdata|privacy|donat|readers\slike\syou"
    r"|pa(?:id|y)\s(?:for\s)?by\s(?:our\s)?readers|who\sreads\sus|account|membership"
    r"|(?:un)?limited\s(?:digital\s|online\s)?access|our\s(?:work|journalism|reporters|app|partners)|abonn|spende|datenschutz|suscri|assin|iscri)"
    r"|بريدك|نشر(?:ة|تنا)\s|ملفات\sتعريف|خصوصي|تبرع|ادعم|دعمكم|قراء\s?مثلك|يدفع\sثمنه|يقرأنا"
    r"|حساب(?:اً|ًا|ك)?\s|اشتراك|تطبيق",
    re.IGNORECASE,
)
# A sentence that only a notice on cookies says; it needs no heading.
_COOKIES = re.compile(
    r"\b(?:this|our)\s(?:web)?site\suses\s(?:\S+\s){0,2}cookies\b|\bwe\s(?:and\sour\s(?:\S+\s)?partners\s)?(?:use|store)\s"
    r"(?:\S+\s){0,4}cookies\b|\b(?:use|usage)\sof\scookies\b|(?:يستخدم|نستخدم)\s(?:\S+\s){0,4}ملفات\s(?:تعريف|الارتباط|كوكيز)"
    r"|\bverwende[nt]\s(?:\S+\s){0,3}cookies\b|\butilis(?:e|ons)\s(?:\S+\s){0,2}cookies\b"
    r"|\butiliza(?:mos)?\s(?:\S+\s){0,3}cookies\b",
    re.IGNORECASE,
)


def appeals(blocks: Sequence[Block], shown: str | None) -> frozenset[int]:
    """The numbers of the blocks of such boxes; `shown` is the page's headline, which none of them holds.

    A box is the smallest element around a button that holds more than buttons. It opens with a heading or a short line,
    or has a notice on cookies, and the page has more text outside it; a third as much where it speaks of what it asks.
    Where its button may be an article's, it speaks of the site's own, and the page has twice as much text outside it.
    """
    found: set[int] = set()
    total = sum(len(block.text) for block in blocks if is_prose(block))
    for number, block in enumerate(blocks):
        if number in found or len(block.text) > _ASK_LENGTH:
            continue
        is_weak = _WEAK_ASK.match(block.text) is not None
        if is_weak or _ASK.match(block.text):
            numbers = _box_around(number, blocks)
            box = [blocks[one] for one in numbers]
            if box and not _is_of_page(box, shown) and (_is_of_site if is_weak else _is_appeal)(box, total):
                found.update(numbers)
    return frozenset(found)


def _box_around(number: int, blocks: Sequence[Block]) -> range:
    """The blocks of the smallest element around one that holds more than buttons; empty where it holds too many."""
    for place in blocks[number].place.chain():
        box = blocks_within(place, number, blocks)
        if len(box) > _BOX_MOST:
            break
        if any(one != number and not _ASK.match(blocks[one].text) for one in box):
            return box
    return range(0)


def _is_of_page(box: Sequence[Block], shown: str | None) -> bool:
    """True where a box holds the page's headline, or too much."""
    is_headline = any(block.level == 1 or block.text == shown for block in box)
    return is_headline or sum(len(block.text) for block in box) > _BOX_LENGTH


def _is_appeal(box: Sequence[Block], total: int) -> bool:
    first = box[0].text
    is_headed = len(first) <= _HEAD_LENGTH and (box[0].level > 0 or box[0].bold or not ENDS_SENTENCE.search(first))
    if not is_headed and not any(_COOKIES.search(block.text) for block in box):
        return False
    inside, outside = _lengths(box, total)
    is_spoken = any(_SPOKEN.search(block.text) for block in box if not _ASK.match(block.text))
    return inside < outside or (is_spoken and inside < _SPOKEN_SHARE_MOST * outside)


def _is_of_site(box: Sequence[Block], total: int) -> bool:
    inside, outside = _lengths(box, total)
    return _WEAK_SHARE_LEAST * inside < outside and any(_OWN.search(block.text) for block in box)


def _lengths(box: Sequence[Block], total: int) -> tuple[int, int]:
    """Characters of prose in a box and outside it."""
    inside = sum(len(block.text) for block in box if is_prose(block))
    return inside, total - inside
