"""Whether a page holds an article at all: soft 404s, walls, challenges, lists and empty templates hold none.

Structure, text and metadata decide together. What a page says of itself is looked up in the tables of
`pagekind_words`; prose of its own under a headline that its head states too, with a date or a declaration as an
article, outweighs any phrase.
"""

from collections.abc import Sequence

from crawler.discovery.article_paths import is_file, is_home_path, is_list_path, is_site_page
from crawler.head.metadata import Metadata
from crawler.kinds.gates import GATE_LENGTH, TEASER_PROSE, find_gate, may_be_gate
from crawler.kinds.page_case import FLASH_LENGTH_LEAST, FLASH_PROSE, NAME_WORDS, PageCase
from crawler.kinds.page_kinds import REASONS, PageKind
from crawler.kinds.page_prose import read_prose
from crawler.kinds.pagekind_words import WORDINGS
from crawler.kinds.site_notice import is_site_notice
from crawler.models import Edition, NotAnArticle, OutcomeKind
from crawler.page.blocks import Block

_BLOCKED = (PageKind.CHALLENGE, PageKind.BLOCKED, PageKind.RATE_LIMIT, PageKind.GEO_BLOCK)
# Kinds whose pages address the reader in sentences that an article has no use for; of two equally likely the first.
_SPOKEN = (
    *_BLOCKED,
    PageKind.REMOVED,
    PageKind.REDIRECT,
    PageKind.MISSING,
    PageKind.MAINTENANCE,
    PageKind.ERROR,
    PageKind.AGE,
    PageKind.LOGIN,
    PageKind.TEMPLATE,
    PageKind.PARKED,
)
# Pages under these names speak to their reader, too: of what he asked for, of other sites.
_SITES_OWN = frozenset({PageKind.ABOUT, PageKind.CONTACT})
# Kinds whose pages may stand under the headline and date of the article they keep back.
_UNDER_HEADLINES = (PageKind.GEO_BLOCK, PageKind.REMOVED, PageKind.AGE, PageKind.LOGIN, PageKind.TEMPLATE)
# A page with so much prose of its own is looked at more closely only where its name or its cards ask for it.
_PLAINLY_PROSE = 1500
# The shortest news items seen are one sentence of some 80 characters under a headline. What a page itself calls an
# article may be shorter: a headline over a link to the report it records.
_ARTICLE_LENGTH_LEAST = 80
# An article whose headline is a wall's very words has at least this much to say beside it.
_OUTSPOKEN_PROSE = 400
# A notice that an article was taken down may say why, under the article's own headline and date.
_NOTICE_PROSE = 150
_LISTED = 4
# A list whose entries are no links has under each the same link or the same kind of date, and little text of each.
_ENTRIES = 5
_ENTRY_LENGTH_MOST = 600
_ENTRIES_MANY, _LONG_ENTRY_LENGTH_MOST = 15, 1500
# Of a page of the site's own, a service it offers or a course, a reader learns in less; an essay may be set as one.
_STATIC_PROSE = 2000
# What a front says of its site besides; a site of one page says more.
_FRONT_PROSE = 800
_CELLS = 20
# One such saying stands in news of a vacancy or a concert, too.
_ADVERT_SAYINGS = 2


def judge_page(
    text: str, metadata: Metadata, url: str, editions: Sequence[Edition], blocks: Sequence[Block]
) -> NotAnArticle | None:
    """Why the page with this text holds no article, or None where it does."""
    case = PageCase(text, metadata, url, read_prose(editions, blocks), blocks)
    kind = None if _is_plainly_an_article(case) else _find_kind(case)
    return no_article(kind) if kind is not None else None


def no_article(kind: PageKind) -> NotAnArticle:
    """The problem of a page of this kind; its reason begins with the kind's name and a colon."""
    outcome = OutcomeKind.BLOCKED if kind in _BLOCKED else OutcomeKind.NOT_AN_ARTICLE
    return NotAnArticle(outcome, f"{kind}: {REASONS[kind]}")


def _is_plainly_an_article(case: PageCase) -> bool:
    """True where nothing asks for a closer look; a cheap test that most articles pass."""
    prose, metadata = case.prose, case.metadata
    if metadata.is_listing or metadata.is_profile or metadata.is_advert:
        return False
    if case.named_at_once or prose.teasers_length > prose.length:
        return False
    if (is_home_path(case.url) and not metadata.is_article) or _is_list_of_entries(case) or _is_sites_own(case):
        return False
    if prose.length >= _PLAINLY_PROSE:
        return prose.cards < _LISTED or not is_list_path(case.url)
    if not case.is_news or not case.is_dated or is_list_path(case.url):
        return False
    return case.is_free is None and not any(map(may_be_gate, case.blocks))


def _find_kind(case: PageCase) -> PageKind | None:
    kind = None if case.is_news else _find_spoken(case) or _find_consent(case)
    kind = kind or find_gate(case) or (PageKind.LOGIN if _is_locked(case) else None)
    if kind is not None:
        return kind
    for kind in (PageKind.SEARCH, PageKind.FEEDS):
        if kind in case.named and not (case.is_stated and case.length >= FLASH_PROSE):
            return kind
    kind = _find_site_page(case)
    if kind is not None:
        return kind
    if is_home_path(case.url) and _is_front(case):
        return PageKind.HOME
    if _is_listing(case):
        return PageKind.HOME if is_home_path(case.url) else PageKind.LISTING
    if _is_sites_own(case):
        return PageKind.ABOUT
    if _needs_scripts(case):
        return PageKind.SCRIPT
    return _find_lack(case)


def _find_lack(case: PageCase) -> PageKind | None:
    """What a page is that has too little text for an article, or speaks of nothing but the site."""
    if _is_empty(case):
        return PageKind.LOGIN if case.signs.has_password else PageKind.EMPTY
    return PageKind.NOTICE if is_site_notice(case) else None


def _find_site_page(case: PageCase) -> PageKind | None:
    """What every site has beside its articles, mostly known by its name; none bears a date beside its headline."""
    is_own = is_site_page(case.url) or case.metadata.is_static or not (case.is_declared or case.prose.is_dated)
    if PageKind.CONTACT in case.named and (is_own or case.length < _OUTSPOKEN_PROSE):
        return PageKind.CONTACT
    if PageKind.ABOUT in case.named and is_own:
        return PageKind.ABOUT
    if case.metadata.is_profile and not case.prose.is_dated:
        return PageKind.LISTING
    if _is_table(case):
        return PageKind.TABLE
    if _is_advert(case):
        return PageKind.ADVERT
    is_service = PageKind.SERVICE in case.named and not case.is_stated and case.length < _OUTSPOKEN_PROSE
    return PageKind.SERVICE if is_service else None


def _is_advert(case: PageCase) -> bool:
    """True where the head calls it one, or says nothing of it and the page says, with little else, what they say."""
    metadata = case.metadata
    if metadata.is_advert:
        return True
    if metadata.is_article or metadata.dates or case.is_declared or case.length >= _OUTSPOKEN_PROSE:
        return False
    said = case.count_said(PageKind.ADVERT)
    if case.prose.is_dated:  # the date may be the concert's
        return said > _ADVERT_SAYINGS
    return said + (PageKind.ADVERT in case.named) >= _ADVERT_SAYINGS


def _find_spoken(case: PageCase) -> PageKind | None:
    """The kind that the page itself names, where it does not prove to be an article all the same."""
    if case.prose.length >= _PLAINLY_PROSE and case.agrees_at_once and not case.named_at_once:
        return None
    if case.signs.is_error and not case.is_proved(_OUTSPOKEN_PROSE):
        return PageKind.MISSING
    votes = {kind: (kind in case.named) + case.count_said(kind) for kind in _SPOKEN}
    if case.signs.has_challenge and not case.is_proved(FLASH_PROSE):
        return max((PageKind.CHALLENGE, PageKind.BLOCKED), key=lambda one: votes[one])
    kind = max(votes, key=lambda one: votes[one])
    if not votes[kind] or (kind not in case.named and case.named & _SITES_OWN):
        return None
    if kind in case.named:
        is_only_named = votes[kind] == 1 and case.prose.is_dated and case.is_proved(FLASH_PROSE)
        return None if is_only_named or (len(case.own) > 1 and case.is_proved(_OUTSPOKEN_PROSE)) else kind
    if kind not in _UNDER_HEADLINES and case.is_stated and case.prose.length >= FLASH_PROSE:
        return None
    least = _NOTICE_PROSE if kind is PageKind.REMOVED else FLASH_PROSE
    return None if case.is_proved(least) or (case.is_agreed and case.length >= _PLAINLY_PROSE) else kind


def _find_consent(case: PageCase) -> PageKind | None:
    """A page that asks for consent at length and has no headline of its own."""
    if case.is_proved(_OUTSPOKEN_PROSE):
        return None
    if PageKind.CONSENT in case.named:
        return PageKind.CONSENT
    if case.is_stated or not case.count_said(PageKind.CONSENT):
        return None
    said = case.length_said(PageKind.CONSENT)
    return PageKind.CONSENT if said > case.length + case.prose.teasers_length else None


def _is_locked(case: PageCase) -> bool:
    """True where a form asks for nothing but a password, and next to nothing stands outside it."""
    lock = case.signs.lock
    if lock is None:
        return False
    outside = 0 if case.prose.is_all_teasers else sum(len(text) for text in case.own if text not in lock)
    return outside < (FLASH_PROSE if case.is_proved(0) else _ARTICLE_LENGTH_LEAST)


def _is_sites_own(case: PageCase) -> bool:
    """True for a short page that the publishing system files with no articles, and that shows no date and no byline.

    Such a page has a name ("Our services"); one that calls itself an article under a headline of more words is one.
    """
    prose, metadata = case.prose, case.metadata
    if not metadata.is_static or prose.is_dated or prose.is_signed or prose.length >= _STATIC_PROSE:
        return False
    return not metadata.is_article or all(len(headline.split()) <= NAME_WORDS for headline in prose.headlines)


def _is_table(case: PageCase) -> bool:
    cells = case.prose.cells
    if cells < _CELLS or cells < 3 * case.prose.cards:
        return False
    return case.length < _OUTSPOKEN_PROSE and not case.is_stated and not case.metadata.is_article


def _is_front(case: PageCase) -> bool:
    """True for the page at a site's own address with little text or with entries, or with nothing of an article.

    It may be the site's one article: under a headline that its head states, or dated.
    """
    prose = case.prose
    if case.metadata.is_article or case.is_news:
        return False
    if prose.length < _FRONT_PROSE or max(prose.openers, prose.cards, case.dates) >= _ENTRIES:
        return True
    return not (case.is_agreed or case.is_dated or case.dates)


def _is_list_of_entries(case: PageCase) -> bool:
    """True where entry follows entry, and nothing in the head says that the page is an article."""
    prose, metadata = case.prose, case.metadata
    if metadata.is_article or metadata.dates or any(source.startswith("json-ld") for source, _ in metadata.titles):
        return False
    headings = prose.linked_headings if prose.linked_headings >= _LISTED else 0
    entries = max(prose.openers, case.dates)
    most = _ENTRY_LENGTH_MOST if entries < _ENTRIES_MANY else _LONG_ENTRY_LENGTH_MOST
    return prose.length <= max(headings * _ENTRY_LENGTH_MOST, entries * most if entries >= _ENTRIES else 0) > 0


def _is_listing(case: PageCase) -> bool:
    prose = case.prose
    if _is_list_of_entries(case):
        return True
    if PageKind.LISTING in case.named and is_list_path(case.url) and case.length < _OUTSPOKEN_PROSE:
        return True
    if case.is_surely_article or case.reports:
        return False
    is_article_length = case.length >= _PLAINLY_PROSE and case.is_agreed
    if prose.cards >= _LISTED and prose.teasers_length > case.length and not is_article_length:
        return True
    if _is_short_at_list_path(case):
        return True
    if case.is_listed and (prose.cards or is_home_path(case.url) or not is_list_path(case.url)):
        return case.length < max(_OUTSPOKEN_PROSE, prose.cards_length + prose.teasers_length)
    return prose.cards >= 2 * _LISTED and not case.metadata.is_article and case.length < _OUTSPOKEN_PROSE


def _is_short_at_list_path(case: PageCase) -> bool:
    """True for a few lines without a date at a list's address: a writer's introduction, a section's. A file is none."""
    if case.is_dated or case.metadata.is_article or case.length >= _OUTSPOKEN_PROSE:
        return False
    return is_list_path(case.url) and not is_file(case.url)


def _needs_scripts(case: PageCase) -> bool:
    """True where the page begins by asking for scripts and has little else to say."""
    opening = case.signs.message[:GATE_LENGTH]
    if case.is_stated or case.length >= TEASER_PROSE:
        return False
    return PageKind.SCRIPT in case.named or WORDINGS[PageKind.SCRIPT].is_said(opening)


def _is_empty(case: PageCase) -> bool:
    prose = case.prose
    # Short lines are a poem or a list of points where something declares an article; without, they are a form's.
    own = prose.length if case.is_dated or case.metadata.is_article or prose.length >= _OUTSPOKEN_PROSE else case.length
    length = prose.captions_length + (0 if prose.is_all_teasers else own + prose.teasers_length)
    if length >= _ARTICLE_LENGTH_LEAST or case.is_proved(FLASH_PROSE):
        return False
    if case.is_dated and case.is_proved(FLASH_LENGTH_LEAST):
        return False
    return not (length and case.metadata.is_article and prose.headlines)
