"""What pages that are no articles say of themselves: tables of wordings, in folded form (see `fold`).

A title says a kind where it holds one of the kind's cores and no word beyond the kind's own and the common ones: so
"Page not found" does, and "Not found: the lost ship" does not. A sentence says it where it addresses the reader.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from crawler.kinds.page_kinds import PageKind, Table
from crawler.kinds.wordings_of_adverts import ADVERTS
from crawler.kinds.wordings_of_failures import FAILURES
from crawler.kinds.wordings_of_gates import GATES
from crawler.kinds.wordings_of_walls import WALLS
from crawler.models.forms import match_form

_ARABIC = re.compile("[\u0600-\u06ff]")
_WORD = re.compile(r"\w+")
# A name of a page is short; a longer title tells something.
_NAME_LENGTH = 160
_ESCAPE = re.compile(r"\\.")
# What an article is called by a page that does not show it.
_PLACEHOLDERS = {
    "<thing>": "(?:page|article|story|content|contents|post|document|link|url|address|resource|file|item|news|video|"
    "product|topic|entry|material|feature|report)s?",
    "<شيء>": "(?:صفحة|مقالة?|خبر|مادة|محتوى|رابط|موضوع|عنوان|منشور|ملف|تقرير|قصة|مورد|فيديو|وثيقة)",
}
# A term or an address in quotation marks is no sentence.
_SENTENCE_WORDS_LEAST = 3
_QUOTED = re.compile(r"«[^«»\n]*»|“[^“”\n]*”|\"[^\"\n]*\"")
_APOSTROPHES = dict.fromkeys(map(ord, "'’‘`´ʼ"))


@dataclass(frozen=True, slots=True)
class Wording:
    """How pages of one kind speak."""

    core: re.Pattern[str]
    """What a title of the kind holds."""
    words: frozenset[str]
    """Words that may stand beside the core in such a title, besides the common ones."""
    openings: re.Pattern[str] | None
    """How a title of the kind begins whatever follows; None where there is no such way."""
    sentences: tuple[re.Pattern[str], ...]
    """What the kind's pages say to their reader in the text, in Arabic last."""
    latin: int
    """How many of the sentences are in Latin script: the others are not looked for in a text without Arabic."""

    def is_name(self, folded: str, own: frozenset[str]) -> bool:
        """True for a folded title that names the kind; `own` are its words other than the common ones."""
        if self.openings is not None and self.openings.match(folded):
            return True
        return own <= self.words and self.core.search(folded) is not None

    def count_said(self, folded: str) -> int:
        """How many of the sentences stand in a folded text."""
        patterns = self.sentences if _ARABIC.search(folded) else self.sentences[: self.latin]
        return sum(pattern.search(folded) is not None for pattern in patterns)

    def is_said(self, folded: str) -> bool:
        """True where one of the sentences stands in a folded text."""
        patterns = self.sentences if _ARABIC.search(folded) else self.sentences[: self.latin]
        return any(pattern.search(folded) for pattern in patterns)


def fold(text: str) -> str:
    """The match form without apostrophes, as all tables here are written.

    >>> fold("We can’t find the page!"), fold("عذراً، الصفحة غير موجودة")
    ('we cant find the page!', 'عذرا، الصفحه غير موجوده')
    """
    if text.isascii():  # four times as fast, and English prose mostly is
        return " ".join(text.lower().split()).translate(_APOSTROPHES)
    return match_form(text).translate(_APOSTROPHES)


def unquoted(text: str) -> str:
    """A text without the sentences that it quotes: what an article quotes, it does not say to its reader.

    >>> unquoted("Readers saw «This page does not exist» for a day; the «page» is back")
    'Readers saw  for a day; the «page» is back'
    """
    return _QUOTED.sub(lambda quoted: "" if len(quoted[0].split()) >= _SENTENCE_WORDS_LEAST else quoted[0], text)


def _words(text: str) -> frozenset[str]:
    return frozenset(fold(text).split())


def _any(patterns: Iterable[str]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{_fold_pattern(pattern)})" for pattern in patterns), re.MULTILINE | re.DOTALL)


def _fold_pattern(pattern: str) -> str:
    """Arabic letters of a pattern folded as the text is; a space also stands for the break an inline element makes."""
    for placeholder, names in _PLACEHOLDERS.items():
        pattern = pattern.replace(placeholder, names)
    return re.sub("[\u0600-\u06ff]+", lambda run: fold(run[0]), pattern).replace(" ", r"\s")


def _wording(table: Table) -> Wording:
    cores = _lines(table.core)
    said = sorted(_lines(table.sentences), key=lambda line: bool(_ARABIC.search(line)))
    return Wording(
        core=_any([*cores, *said]),
        words=_words(table.words) | {word for line in cores for word in _WORD.findall(fold(_ESCAPE.sub(" ", line)))},
        openings=_any(_lines(table.openings)) if table.openings else None,
        sentences=tuple(_any([line]) for line in said),
        latin=sum(not _ARABIC.search(line) for line in said),
    )


def _lines(table: str) -> list[str]:
    return [line.strip() for line in table.split("\n") if line.strip()]


# Words that say nothing of a page's kind, by themselves, and may stand in any such title.
COMMON_WORDS = _words("""
    a an the this that these those it its is are was were be been being has have had do does did not no or and but of
    to in on at for from with by as if so you your youre youve we our us were weve i im my can cannot cant could
    couldnt may might must need will would should there here anything something what why how please sorry oops ooops
    whoops uh oh ouch hmm hey hi hello ah well dear reader visitor page pages site website web portal article articles
    story stories post posts content contents document link links url address resource file item news video error code
    status http https home go back again continue now just all any only more
    في من الى على عن ان أن إن قد لا لم لن ليس ليست هذا هذه ذلك التي الذي هو هي كان كانت او أو و ما لك لكم لكل هل كل
    أوبس أووبس أوه يا مرحبا أهلا عفوا عذرا نعتذر نأسف للأسف المعذرة
    آسف آسفون معذرة عزيزي القارئ الزائر صفحة الصفحة صفحات الموقع موقع موقعنا المقال
    المقالة مقال الخبر خبر المادة المحتوى الرابط رابط العنوان خطأ رمز الرئيسية العودة يرجى الرجاء من فضلك فضلكم الآن
    بعد تم يتم به بها إليه إليها عليه عليها لديك
    la le les page pagina die der das seite el den din sayfa
""")

WORDINGS = {
    kind: _wording(table) for kind, table in (*WALLS.items(), *GATES.items(), *FAILURES.items(), *ADVERTS.items())
}

# How an offer speaks beside the gate itself: prices, terms, what a subscriber gets.
OFFER = _any(
    [
        r"\d ?[€$£]? ?(?:per|a|each|/) ?(?:week|month|year)\b",
        r"\bcancel (?:any ?time|when)",
        r"unlimited (?:digital )?access|\bfree trial\b|registration is free|see all offers",
        r"support (?:our|independent) ",
        r"already (?:a |have a )?(?:subscri|registered|member)|\bsubscri(?:be|ption)s?\b",
        r"(?:دينار|ريال|درهم|جنيه|دولار|لير|يورو)\S* .{0,12}(?:شهريا|سنويا|في (?:الأسبوع|الشهر|السنة))",
        r"(?:in|to) your inbox\b|\bunsubscribe\b",
        r"قراءة بلا حدود|(?:الإلغاء|إلغاء) (?:الاشتراك |في أي |متى )",
        r"اشترك|الاشتراك|التسجيل مجاني|لديك (?:حساب|اشتراك)",
    ]
)
# Words of a <body>'s class by which common publishing systems mark a list, a search, an error page, or one article.
LIST_BODIES = frozenset(
    "archive category tag author date search search-results search-no-results blog home tax-post_tag term "
    "path-taxonomy page-taxonomy page-frontpage path-frontpage front paged".split()
)
ERROR_BODIES = frozenset("error404 error-404 page-404 not-found http404".split())


@lru_cache(maxsize=512)
def says(title: str) -> frozenset[PageKind]:
    """The kinds of which a title is nothing but a name.

    >>> says("Oops! Page not found"), says("Not found: the lost ship of Ain Dara")
    (frozenset({<PageKind.MISSING: 'soft 404'>}), frozenset())
    """
    if len(title) > _NAME_LENGTH:
        return frozenset()
    folded = fold(title)
    own = frozenset(_WORD.findall(folded)) - COMMON_WORDS
    return frozenset(kind for kind, wording in WORDINGS.items() if wording.is_name(folded, own))
