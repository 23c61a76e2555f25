"""A small real archive for the reading room's tests: our own articles, stored by open_archive and apply."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from archive.alignments import StoredLexicon
from archive.outcomes import ArticleEntry, Gone
from archive.store import open_archive
from crawler.comparison.unrelated import take_apart, unrelated_finding
from crawler.models import (
    Article,
    DateCandidate,
    Discrepancy,
    Edition,
    Picture,
    Role,
    Segment,
    SegmentRef,
    Span,
    TranslationUnit,
    Witness,
)
from crawler.models.hashing import content_hash

FIRST_CAPTURE = datetime(2026, 3, 14, 6, 0, tzinfo=UTC)
LEXICON = StoredLexicon(
    sequence=1,
    learned_at=FIRST_CAPTURE,
    digest="ab" * 32,
    length_bytes=285_860,
    documents=63,
    pairs=1_015,
    words=13_545,
)

FORMULA = "=1+1 tide tables for the spring"
HOSTILE = "<img src=x onerror=alert(1)> \"'><script>alert(2)</script>"
HOSTILE_ARABIC = "خبر عاجل <svg onload=alert(3)>"

LONG_ENGLISH: tuple[tuple[Role, str], ...] = (
    (Role.HEADLINE, "River authority opens the northern sluices after a week of rain"),
    (
        Role.STANDFIRST,
        "Engineers say the levees held overnight; farmers downstream were told to move their herds to the "
        "higher bank before Thursday.",
    ),
    (Role.DATELINE, "14 March"),
    (Role.BYLINE, "By Salma Haddad"),
    (
        Role.PARAGRAPH,
        "The river authority opened three of the nine northern sluices on Saturday morning, releasing water "
        "that had risen 41 centimetres above the spring mark, its spokesman Karim al-Sayegh told reporters.",
    ),
    (
        Role.PARAGRAPH,
        "“We would rather flood an empty field tonight than a street tomorrow,” he said, adding that 151 "
        "families had already been taken to the school in the upper town.",
    ),
    (Role.PARAGRAPH, "A second team is inspecting the old weir, which was last repaired in 1998."),
    (
        Role.PARAGRAPH,
        "The ministry has asked the upstream reservoir to hold back its release until Wednesday. A decision "
        "is expected after the meeting of the basin committee, which includes the three provinces.",
    ),
    (Role.PARAGRAPH, "The road to the port stays closed."),
    (Role.CAPTION, "The northern sluices on Saturday morning. Photograph: River Authority"),
)
LONG_ARABIC: tuple[tuple[Role, str], ...] = (
    (Role.HEADLINE, "هيئة النهر تفتح البوابات الشمالية بعد أسبوع من الأمطار"),
    (
        Role.STANDFIRST,
        "مهندسون يقولون إن السدود الترابية صمدت ليلاً، والمزارعون في المصبّ مدعوّون إلى نقل مواشيهم إلى الضفة "
        "المرتفعة قبل الخميس.",
    ),
    (Role.DATELINE, "14 آذار/مارس"),
    (Role.BYLINE, "سلمى حداد"),
    (
        Role.PARAGRAPH,
        "فتحت هيئة النهر صباح السبت ثلاثاً من البوابات الشمالية التسع لتصريف مياه ارتفعت 41 سنتيمتراً فوق "
        "علامة الربيع، بحسب ما قال المتحدث باسمها كريم الصايغ للصحافيين.",
    ),
    (
        Role.PARAGRAPH,
        "وقال: «نفضّل أن نُغرق حقلاً خالياً الليلة على أن يغرق شارع غداً»، مضيفاً أن ١٥٠ عائلة نُقلت إلى المدرسة في "
        "البلدة العليا.",
    ),
    (Role.PARAGRAPH, "وطلبت الوزارة من خزّان المنبع تأجيل تصريف مياهه حتى الأربعاء."),
    (Role.PARAGRAPH, "ويُتوقع صدور قرار بعد اجتماع لجنة الحوض التي تضم المحافظات الثلاث."),
    (
        Role.PARAGRAPH,
        "وكانت وكالة BBC قد بثّت في 12 آذار/مارس صوراً من طائرة مسيّرة DJI Mavic 3 تُظهر المياه عند الجسر القديم.",
    ),
    (Role.PARAGRAPH, "ولا تزال الطريق إلى المرفأ مقفلة."),
    (Role.CAPTION, "البوابات الشمالية صباح السبت. تصوير: هيئة النهر"),
)
LONG_UNITS = (
    ("headline", 0, "headline", 0, 0.98),
    ("standfirst", 0, "standfirst", 0, 0.97),
    ("dateline", 0, "dateline", 0, 0.99),
    ("byline", 0, "byline", 0, 0.95),
    ("paragraph", 0, "paragraph", 0, 0.97),
    ("paragraph", 1, "paragraph", 1, 0.96),
    ("paragraph", 2, None, 0, 0.9),
    ("paragraph", 3, "paragraph", (2, 3), 0.92),
    (None, 0, "paragraph", 4, 0.9),
    ("paragraph", 4, "paragraph", 5, 0.41),
    ("caption", 0, "caption", 0, 0.96),
)


def make_edition(language: str, lines: Sequence[tuple[Role, str]]) -> Edition:
    """An edition whose positions count within each role."""
    counts: dict[Role, int] = {}
    segments = []
    for role, text in lines:
        counts[role] = counts.get(role, -1) + 1
        segments.append(Segment(role, counts[role], text))
    return Edition(language, tuple(segments))


def make_article(url: str, editions: Sequence[Edition], **fields: object) -> Article:
    """An article with plain defaults; units pair equal roles and positions."""
    languages = "+".join(edition.language for edition in editions)
    article = Article(
        url=url,
        published_on=date(2026, 3, 14),
        published_on_basis="agreed: dateline en, dateline ar",
        dates=(),
        editions=tuple(editions),
        pictures=(),
        units=_same_places(editions),
        discrepancies=(),
        residue=(),
        content_hash=content_hash(editions),
        pages={url: languages},
    )
    return replace(article, **fields)  # type: ignore[arg-type]


def _same_places(editions: Sequence[Edition]) -> tuple[TranslationUnit, ...]:
    by_language = {edition.language: edition for edition in editions}
    if "en" not in by_language or "ar" not in by_language:
        return ()
    english = [segment.ref for segment in by_language["en"].segments]
    arabic = [segment.ref for segment in by_language["ar"].segments]
    units = [TranslationUnit((ref,), (ref,) if ref in arabic else (), 0.95) for ref in english]
    return (*units, *(TranslationUnit((), (ref,), 0.9) for ref in arabic if ref not in english))


def long_article() -> Article:
    """Every role, a paragraph alone on either side, one against two, an unsure pair, a discrepancy."""
    english, arabic = make_edition("en", LONG_ENGLISH), make_edition("ar", LONG_ARABIC)
    return make_article(
        "https://river.example/2026/03/sluices",
        (english, arabic),
        units=tuple(
            TranslationUnit(_refs(left, left_at), _refs(right, right_at), score)
            for left, left_at, right, right_at, score in LONG_UNITS
        ),
        discrepancies=(Discrepancy("number", "conflict", "151", "١٥٠", 5),),
        dates=(
            DateCandidate("dateline en", "14 March", date(2026, 3, 14), "day-month", "nearest to the capture"),
            DateCandidate("dateline ar", "14 آذار/مارس", date(2026, 3, 14), "day-month", "nearest to the capture"),
        ),
        pictures=(
            Picture("https://river.example/files/sluices.jpg", "The sluices in spring", "N. Haddad"),
            Picture("javascript:alert(4)"),
        ),
        canonical_url="https://river.example/sluices",
        tags=("Sluices", "سدود"),
        charset="utf-8",
        charset_decided_by="bom",
        witnesses=(Witness("headline", "meta og:title", "Sluices to open a week early", None),),
        notes=("the page cannot be read as utf-8 in 1 place, shown as U+FFFD",),
        residue=("Share this article", "قُرئ 1,204 مرة", "Read also: The weir of 1998"),
    )


def _refs(role: str | None, at: int | tuple[int, ...]) -> tuple[SegmentRef, ...]:
    positions = at if isinstance(at, tuple) else (at,)
    return tuple(SegmentRef(Role(role), position) for position in positions) if role else ()


def corrected_article() -> Article:
    """The long article after its Arabic side was corrected: the discrepancy is gone."""
    lines = [(role, text.replace("١٥٠", "١٥١")) for role, text in LONG_ARABIC]
    editions = (make_edition("en", LONG_ENGLISH), make_edition("ar", lines))
    return replace(
        long_article(),
        editions=editions,
        content_hash=content_hash(editions),
        discrepancies=(),
        lexicon=LEXICON.digest,
    )


def hostile_article() -> Article:
    """Whatever may stand in a page: markup in every role, an address that is a script."""
    english = [(role, f"{HOSTILE} {role.value}") for role in Role]
    arabic = [(role, f"{HOSTILE_ARABIC} {role.value}") for role in Role]
    return make_article(
        "javascript:alert(5)//hostile.example",
        (make_edition("en", english), make_edition("ar", arabic)),
        published_on=None,
        published_on_basis=f"unknown: {HOSTILE}",
        dates=(DateCandidate(HOSTILE, HOSTILE, None, "unknown", HOSTILE),),
        discrepancies=(Discrepancy(HOSTILE, "conflict", HOSTILE, HOSTILE_ARABIC, 0),),
        pictures=(Picture("data:text/html,<script>alert(6)</script>", HOSTILE, HOSTILE),),
        canonical_url="javascript:alert(7)",
        tags=(HOSTILE,),
        charset=HOSTILE,
        charset_decided_by=HOSTILE,
        witnesses=(Witness(HOSTILE, HOSTILE, HOSTILE, HOSTILE),),
        notes=(HOSTILE,),
        residue=(HOSTILE,),
        pages={"javascript:alert(5)//hostile.example": "en+ar"},
    )


def short_article(url: str, english: str | None, arabic: str | None, day: int) -> Article:
    """A headline and a paragraph in each language that is given."""
    editions = []
    if english:
        body = "The council met for two hours and adjourned without a vote."
        editions.append(make_edition("en", [(Role.HEADLINE, english), (Role.PARAGRAPH, body)]))
    if arabic:
        body = "اجتمع المجلس ساعتين ثم رُفعت الجلسة من دون تصويت."
        editions.append(make_edition("ar", [(Role.HEADLINE, arabic), (Role.PARAGRAPH, body)]))
    return make_article(url, editions, published_on=date(2026, 3, day))


def three_languages() -> Article:
    """English and Arabic beside each other, French after them."""
    article = short_article(
        "https://hill.example/olive",
        "Olive harvest begins early in the hills",
        "بدء قطاف الزيتون باكراً في الجبل",
        9,
    )
    french = make_edition("fr", [(Role.HEADLINE, "La récolte des olives commence tôt")])
    editions = (*article.editions, french)
    return replace(article, editions=editions, content_hash=content_hash(editions))


def write_archive(path: Path) -> dict[str, int]:
    """Write the archive; the id of each article by a short name."""
    river = ("river", "https://river.example/", "The River Paper")
    hill = ("hill", "https://hill.example/", "Hill Gazette <b>")
    council = short_article(
        "https://river.example/council",
        "Council postpones the vote on the harbour",
        "المجلس يؤجّل التصويت على المرفأ",
        12,
    )
    steps = (
        ("long", river, long_article()),
        ("hostile", hill, hostile_article()),
        (
            "arabic",
            hill,
            short_article("https://hill.example/ar/1", None, "وزير الزراعة يزور القرى المتضررة", 11),
        ),
        ("english", river, short_article("https://river.example/tide", FORMULA, None, 10)),
        ("three", hill, three_languages()),
        ("gone", river, council),
        ("gone", river, Gone("HTTP 410")),
        ("long", river, corrected_article()),
        ("alias", river, replace(corrected_article(), url="https://river.example/again", pages={})),
    )
    return _apply(path, steps)


def _apply(path: Path, steps: Sequence[tuple[str, tuple[str, str, str], Article | Gone]]) -> dict[str, int]:
    keys: dict[str, str] = {}
    with open_archive(path) as archive:
        archive.add_lexicons([LEXICON])
        for sequence, (name, source, derived) in enumerate(steps, start=1):
            key = derived.url if isinstance(derived, Article) else keys[name]
            keys.setdefault(name, key)
            captured_at = FIRST_CAPTURE + timedelta(hours=7 * sequence)
            archive.apply(ArticleEntry(sequence, key, *source, captured_at), derived)
        stored = {name: archive.read_article(key) for name, key in keys.items()}
    return {name: article.id for name, article in stored.items() if article is not None}


def spans(lines: Sequence[tuple[Role, str]], position: int, *texts: str) -> tuple[Span, ...]:
    """Where the texts stand in a paragraph."""
    paragraph = [text for role, text in lines if role is Role.PARAGRAPH][position]
    starts = [(paragraph.index(text), text) for text in texts]
    return tuple(Span(Role.PARAGRAPH, position, start, start + len(text)) for start, text in starts)


def unrelated_article(url: str = "https://river.example/2026/03/unrelated") -> Article:
    """The long article as it would be archived if its two texts were no translations of each other."""
    article = long_article()
    english, arabic = article.editions[:2]
    found = (unrelated_finding(english, arabic),)
    return replace(
        article,
        url=url,
        units=take_apart(article.units),
        discrepancies=found,
        pages={url: "en+ar"},
        content_hash="e" * 64,
    )


def differing_article(url: str = "https://river.example/2026/03/differing") -> Article:
    """The long article with a finding of every severity: two about one paragraph, one about a whole one."""
    alone = [text for role, text in LONG_ARABIC if role is Role.PARAGRAPH][4]
    said, said_arabic = "We would rather flood an empty field tonight", "نفضّل أن نُغرق حقلاً خالياً الليلة"
    found = (
        Discrepancy("name", "missing", "Karim al-Sayegh", None, 4, spans(LONG_ENGLISH, 0, "Karim al-Sayegh")),
        Discrepancy("number", "conflict", "151", "١٥٠", 5, spans(LONG_ENGLISH, 1, "151"), spans(LONG_ARABIC, 1, "١٥٠")),
        Discrepancy(
            "quotation", "hint", said, said_arabic, 5, spans(LONG_ENGLISH, 1, said), spans(LONG_ARABIC, 1, said_arabic)
        ),
        Discrepancy("paragraph", "missing", None, alone, 8, (), spans(LONG_ARABIC, 4, alone)),
    )
    return replace(long_article(), url=url, discrepancies=found, pages={url: "en+ar"}, content_hash="d" * 64)
