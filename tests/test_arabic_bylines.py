"""Bylines as Arabic newspapers and agencies print them: a verb, a place or an agency before names, and no label."""

import pytest

from crawler.extract import extract_page
from crawler.models import Role

URL = "https://news.example/2026/11/market/"
HEADLINE = "سوق السمك القديم يفتح أبوابه"
DATE = "<div>الأحد 8 نوفمبر 2026</div>"
TEXT = [
    "فتح سوق السمك القديم في المدينة أبوابه صباح الأحد بعد ترميم دام عامين وكلّف البلدية أربعة ملايين.",
    "وقال رئيس الصيادين إن تسعين بسطة من مئة وعشر عادت إلى أصحابها، وإن الباقي ينتظر قرعة الشهر المقبل.",
    "وتعود البسطات الباقية إلى ورثة لم يتفقوا بعد، كما جاء في بيان البلدية الذي صدر مساء السبت.",
]


def edition_of(before, between=""):
    text = "<br><br>".join([*([between] if between else []), *TEXT])
    html = f"<main><h1>{HEADLINE}</h1>{before}<div class='text'>{text}</div></main>"
    page = f"<html lang='ar'><head><title>{HEADLINE}</title></head><body>{html}</body></html>"
    (edition,) = extract_page(page, URL).editions
    assert edition.texts(Role.PARAGRAPH) == tuple(TEXT)
    return edition


@pytest.mark.parametrize(
    "line",
    [
        *("كتب سامي الحلبي - هدى عوض", "كتبت منى سالم", "غزة - وكالة الساحل", "الساحل / رام الله"),
        *("الساحل نيوز - المكلا - خاص", "صوت الساحل نيوز - المكلا"),
    ],
)
def test_a_line_above_the_date_that_says_who_writes_is_the_byline(line):
    edition = edition_of(f"<div>{line}</div>{DATE}")
    assert (edition.text(Role.BYLINE), edition.text(Role.STANDFIRST)) == (line, None)


@pytest.mark.parametrize("line", ["المرفأ - ( سامي الحلبي ) -", "الميناء - سامي الحلبي:", "بكين ـ من سامي الحلبي:"])
def test_a_place_and_a_name_that_lead_to_the_text_are_the_byline(line):
    assert edition_of(DATE, line).text(Role.BYLINE) == line


@pytest.mark.parametrize("line", ["المكلا - الساحل - منى سالم", "المكلا: وكالات", "المكلا - خاص"])
def test_a_line_of_its_own_that_says_where_the_text_comes_from_is_the_byline(line):
    assert edition_of("", line).text(Role.BYLINE) == line


def test_an_agency_in_one_line_with_the_date_is_the_byline():
    line = "<div class='article-date'><span>الساحل نيوز - المكلا</span><span>|</span><span class='date'>8 نوفمبر 2026</span></div>"
    edition = edition_of(line)
    assert (edition.text(Role.BYLINE), edition.text(Role.DATELINE)) == ("الساحل نيوز - المكلا", "8 نوفمبر 2026")


def test_a_place_with_a_colon_is_of_the_name_in_a_heading_after_it():
    box = "<div class='author'><div class='author-city'>المكلا:</div><h4><a href='/w'>منى سالم</a></h4></div>"
    assert edition_of(box + DATE).text(Role.BYLINE) == "المكلا: منى سالم"


@pytest.mark.parametrize(("name", "byline"), [("<b>منى سالم</b>", "منى سالم"), ("<b>رئيس الصيادين</b>", None)])
def test_a_name_in_bold_letters_below_a_text_that_does_not_tell_of_it_is_the_byline(name, byline):
    text = "".join(f"<p>{line}</p>" for line in TEXT)
    html = f"<html lang='ar'><body><main><h1>{HEADLINE}</h1>{DATE}{text}<p>{name}</p></main></body></html>"
    (edition,) = extract_page(html, URL).editions
    assert edition.text(Role.BYLINE) == byline


def test_the_buttons_of_a_player_are_no_byline():
    player = "<div class='bar'><button>تشغيل</button><span class='time'>0:48</span><button>كتم الصوت</button></div>"
    assert edition_of(DATE + player).text(Role.BYLINE) is None


def test_a_date_hidden_from_listeners_beside_one_that_only_they_hear_is_the_date_line():
    date = (
        "<span class='screen-reader-text'>Published On 8 Nov 2026</span><span aria-hidden='true'>8 نوفمبر 2026</span>"
    )
    assert edition_of(f"<div>{date}</div>").text(Role.DATELINE) == "8 نوفمبر 2026"


@pytest.mark.parametrize("buttons", ["حجم الخط عع+", "أ أ", "A+ A-"])
def test_buttons_for_the_size_of_letters_are_neither_byline_nor_standfirst(buttons):
    edition = edition_of(f"{DATE}<div>{buttons}</div>")
    assert (edition.text(Role.BYLINE), edition.text(Role.STANDFIRST)) == (None, None)


def test_sections_with_a_dash_between_them_are_no_byline():
    assert edition_of(f"<div>أخبار - محليات</div>{DATE}").text(Role.BYLINE) is None


def test_a_rule_of_tatweel_beside_the_text_is_no_paragraph():
    edition_of(DATE, "ــــــــ")


@pytest.mark.parametrize("line", ["المكلا / سامي علي الحلبي / الساحل", "المكلا - الساحل - منى سالم"])
def test_the_writer_between_a_place_and_an_agency_makes_the_line_a_byline(line):
    assert edition_of(DATE + "<div>حجم الخط عع+</div>", f"<b>{line}</b>").text(Role.BYLINE) == line


def test_names_below_the_sign_of_the_agency_are_the_byline():
    opening = f"المكلا في 8 نوفمبر /الساحلية/ {TEXT[0]}"
    lines = [opening, *TEXT[1:], "/الساحلية/", "سامي الحلبي/ هدى عوض"]
    html = f"<main><h1>{HEADLINE}</h1>{DATE}<div>{''.join(f'<p>{line}</p>' for line in lines)}</div></main>"
    (edition,) = extract_page(f"<html lang='ar'><body>{html}</body></html>", URL).editions
    assert edition.text(Role.BYLINE) == "سامي الحلبي/ هدى عوض"
    assert edition.texts(Role.PARAGRAPH) == (opening, *TEXT[1:])


@pytest.mark.parametrize("label", ["المؤلف، ", "بقلم ", "Author, "])
def test_a_name_behind_a_label_that_only_listeners_hear_is_the_byline(label):
    name = f"<li><span><span class='visually-hidden'>{label}</span><span>منى سالم</span></span></li>"
    role = "<li><span class='visually-hidden'>Role, </span><span>الساحل نيوز عربي، المكلا</span></li>"
    assert edition_of(f"<ul>{name}{role}</ul>{DATE}").text(Role.BYLINE) == "منى سالم"


def test_a_line_beside_a_picture_that_says_where_the_text_comes_from_is_no_caption():
    edition = edition_of(f"{DATE}<div><img src='/a.jpg'><p>الساحل نيوز/ خاص</p></div>")
    assert (edition.text(Role.BYLINE), edition.texts(Role.CAPTION)) == ("الساحل نيوز/ خاص", ())


def test_a_date_with_slashes_in_a_line_of_bars_is_the_date_line():
    edition = edition_of("<div>الأحد / 8 / نوفمبر / 2026 | 3 دقائق | منى سالم</div>")
    assert (edition.text(Role.DATELINE), edition.text(Role.BYLINE)) == ("الأحد / 8 / نوفمبر / 2026", "منى سالم")


def test_a_kicker_above_a_headline_that_only_the_title_tells_is_no_standfirst():
    text = "<br><br>".join(TEXT)
    head = f"<font color='red'>بعد إغلاق عامين</font><br><font size='6'><b>{HEADLINE}</b></font><br>8 نوفمبر 2026<br>"
    body = f"<body><table><tr><td>{head}{text}</td></tr></table></body>"
    html = f"<html lang='ar'><head><title>الساحل :: {HEADLINE}</title></head>{body}</html>"
    (edition,) = extract_page(html, URL).editions
    assert (edition.text(Role.HEADLINE), edition.text(Role.STANDFIRST)) == (HEADLINE, None)


@pytest.mark.parametrize("line", ["تابعي المزيد: ترميم السوق في صور", "شاهدي أيضاً: السوق قبل قرن"])
def test_links_to_more_that_speak_to_women_readers_are_no_text(line):
    assert edition_of(DATE, line).text(Role.STANDFIRST) is None


@pytest.mark.parametrize("line", ["بقلم: د. سلمى عثمان", "كتب سامي الحلبي"])
def test_who_is_said_to_have_written_goes_before_the_account_that_published(line):
    account = "<div class='post-meta'><span class='meta-author'><a href='/author/news'>الساحل بوست</a></span></div>"
    edition = edition_of(f"{account}{DATE}<p><strong>{line}</strong></p>")
    assert edition.text(Role.BYLINE) == line


def test_an_initial_before_a_name_is_of_a_byline():
    assert edition_of(f"{DATE}<div>ب. سليم</div>").text(Role.BYLINE) == "ب. سليم"


def test_the_word_before_a_date_is_none_of_the_date_line():
    meta = "<div><span class='by'>بواسطة منى سالم</span> <span class='posted-on'>في <time>8 نوفمبر 2026</time></span></div>"
    assert edition_of(meta).text(Role.DATELINE) == "8 نوفمبر 2026"


@pytest.mark.parametrize(
    ("line", "byline", "dateline"),
    [
        ("هدى نصار، 12 حزيران 2023", "هدى نصار", "12 حزيران 2023"),
        ("كفر نبل، 12 حزيران 2023", None, "كفر نبل، 12 حزيران 2023"),
        ("دير الزور، 12 حزيران 2023", None, "دير الزور، 12 حزيران 2023"),
    ],
)
def test_a_name_before_the_date_is_the_writers_where_no_place_begins_so(line, byline, dateline):
    edition = edition_of(f"<p>{line}</p>")
    assert (edition.text(Role.BYLINE), edition.text(Role.DATELINE)) == (byline, dateline)


BESIDE_DATE = [
    *(
        "القاهرة (سامي الحلبي)",
        "سامي الحلبي (القاهرة)",
        "بيروت - «الساحل»",
        "لندن: «الساحل العربي»",
        "«الساحل» (الرياض)",
    ),
    *("أبوظبي (وسح)", "عمان- الساحل- سامي الحلبي", "الرباط - و.س.ح", "بغداد/ الساحل", "خاص - الساحل", "خاص الساحل"),
    *("الساحل خاص:", "وكالات", "الساحل ـ وكالات:", "رام الله - الساحل دوت كوم", "حاورها في باريس: سامي الحلبي"),
    *("استطلاع/ سامي الحلبي", "عدن/ سامي الحلبي", "سامي الحلبي *", "ق.و"),
]
SECTIONS = [
    *("رياضة - كرة قدم", "ثقافة / فنون", "محليات/ مجتمع", "اقتصاد وأعمال", "عربي ودولي", "غير مصنف", "ملف خاص"),
    *("خاص بالصور", "لقاء خاص", "محليات (البلدية)", "سوق (السمك)", "تحليل (2)", "قصة قصيرة", "النشرة البريدية"),
]


@pytest.mark.parametrize("line", BESIDE_DATE)
def test_who_and_where_it_is_from_is_the_byline_beside_a_date_however_it_is_set(line):
    for edition in (edition_of(DATE, line), edition_of(f"<div>{line}</div>{DATE}")):
        assert (edition.text(Role.BYLINE), edition.text(Role.STANDFIRST)) == (line, None)


@pytest.mark.parametrize("line", SECTIONS)
def test_a_section_beside_a_date_is_no_byline(line):
    assert edition_of(f"<div>{line}</div>{DATE}").text(Role.BYLINE) is None


@pytest.mark.parametrize(
    ("line", "byline", "dateline"),
    [
        ("دمشق - الساحل 8 نوفمبر 2026", "دمشق - الساحل", "8 نوفمبر 2026"),
        ("بغداد - سامي الحلبي 8 نوفمبر 2026", "بغداد - سامي الحلبي", "8 نوفمبر 2026"),
        ("المكلا/ الساحل [8/نوفمبر/2026]", "المكلا/ الساحل", "[8/نوفمبر/2026]"),
        ("نشر بواسطة: منى سالم في 8 نوفمبر 2026", "نشر بواسطة: منى سالم", "8 نوفمبر 2026"),
        ("أرسلت بواسطة: منى سالم يوم الأحد 8 نوفمبر 2026", "أرسلت بواسطة: منى سالم", "الأحد 8 نوفمبر 2026"),
        ("نشر بواسطة منى سالم بتاريخ 8 نوفمبر 2026 في محليات", "نشر بواسطة منى سالم", "8 نوفمبر 2026"),
        ("المحرر: منى سالم | 8 نوفمبر 2026", "المحرر: منى سالم", "8 نوفمبر 2026"),
        ("تحرير: منى سالم 8 نوفمبر 2026 عدد المشاهدات: 320", "تحرير: منى سالم", "8 نوفمبر 2026"),
        ("2026-11-08 ,14:22 310 مشاهدة", None, "2026-11-08 ,14:22"),
        ("التاريخ : 2026-11-08 الساعة : 13:55 مشاهدات : 921", None, "2026-11-08 الساعة : 13:55"),
        ("8 نوفمبر 2026 - تعليق واحد", None, "8 نوفمبر 2026"),
        ("العدد: 5521 الأحد 8 تشرين الثاني 2026", None, "العدد: 5521 الأحد 8 تشرين الثاني 2026"),
        ("بواسطة: منى سالم آخر تحديث نوفمبر 8, 2026", "بواسطة: منى سالم", None),
    ],
)
def test_who_when_and_how_often_read_are_told_apart_in_one_line(line, byline, dateline):
    edition = edition_of(f"<div>{line}</div>")
    assert (edition.text(Role.BYLINE), edition.text(Role.DATELINE)) == (byline, dateline)
    assert edition.text(Role.STANDFIRST) is None


@pytest.mark.parametrize(
    "line",
    [
        *(
            "دمشق - «الساحل الجديد»",
            "«الساحل الجديد» - دمشق",
            "لندن: «الشرق الأوسط»",
            "واشنطن (أ ف ب)",
            "لندن - رويترز",
        ),
        *("دمشق/ سامي الحلبي", "سامي الحلبي (باريس)", "الكاتب، سامي الحلبي"),
    ],
)
def test_a_city_beside_a_paper_an_agency_or_a_writer_is_the_byline_without_a_date(line):
    for edition in (edition_of(f"<div>{line}</div>"), edition_of("", line)):
        assert (edition.text(Role.BYLINE), edition.text(Role.STANDFIRST)) == (line, None)


def test_who_is_said_to_have_written_goes_before_the_source():
    edition = edition_of(f"{DATE}<span>المصدر : الساحل</span>", "كتب سامي الحلبي:")
    assert edition.text(Role.BYLINE) == "كتب سامي الحلبي:"


@pytest.mark.parametrize(
    ("end", "byline"), [("رنا سليمان", "رنا سليمان"), ("للحديث بقية", None), ("والله المستعان", None)]
)
def test_a_known_first_name_alone_below_the_text_is_its_writers(end, byline):
    page = f"<article><h1>{HEADLINE}</h1>{''.join(f'<p>{one}</p>' for one in [*TEXT, end])}</article>"
    (edition,) = extract_page(f"<html lang='ar'><head><title>{HEADLINE}</title></head>{page}</html>", URL).editions
    assert edition.text(Role.BYLINE) == byline
    assert edition.texts(Role.PARAGRAPH) == (*TEXT, *([] if byline else [end]))


@pytest.mark.parametrize("line", ["قراءة 2 دقائق", "قراءة دقيقتين", "اسم العضو كلمة المرور"])
def test_a_pages_own_lines_beside_the_headline_are_neither_byline_nor_standfirst(line):
    edition = edition_of(f"{DATE}<div>{line}</div>")
    assert edition.text(Role.BYLINE) is None
    assert line == "اسم العضو كلمة المرور" or edition.text(Role.STANDFIRST) is None


def test_the_words_that_open_a_statement_are_text():
    opening = "بسم الله الرحمن الرحيم"
    page = f"<article><h1>{HEADLINE}</h1>{''.join(f'<p>{one}</p>' for one in [opening, *TEXT])}</article>"
    (edition,) = extract_page(f"<html lang='ar'><head><title>{HEADLINE}</title></head>{page}</html>", URL).editions
    assert (edition.text(Role.BYLINE), edition.texts(Role.PARAGRAPH)) == (None, (opening, *TEXT))


def test_the_sentence_that_a_blog_ends_an_article_with_has_its_date():
    posted = "نشرت هذه المقالة بتاريخ السبت, نوفمبر 7th, 2026 الساعة 4:30 م ومصنفة تحت أخبار محلية."
    page = f"<div><h2>{HEADLINE}</h2>{''.join(f'<p>{one}</p>' for one in TEXT)}<p><small>{posted}</small></p></div>"
    page = extract_page(f"<html lang='ar'><head><title>{HEADLINE}</title></head>{page}</html>", URL)
    (edition,) = page.editions
    assert edition.text(Role.DATELINE) == "السبت, نوفمبر 7th, 2026 الساعة 4:30 م"
    assert edition.texts(Role.PARAGRAPH) == tuple(TEXT)


def test_an_agencys_line_in_two_calendars_is_no_text():
    line = "المكلا 28 جمادى الأولى 1448 هـ الموافق 8 نوفمبر 2026 م وسح"
    page = f"<article><h1>{HEADLINE}</h1>{''.join(f'<p>{one}</p>' for one in [line, *TEXT, '19:02 ت مـ'])}</article>"
    (edition,) = extract_page(f"<html lang='ar'><head><title>{HEADLINE}</title></head>{page}</html>", URL).editions
    assert (edition.text(Role.DATELINE), edition.texts(Role.PARAGRAPH)) == (line, tuple(TEXT))


def test_paragraphs_numbered_by_their_classes_have_no_standfirst_among_them():
    text = "".join(f"<div class='t h3 y{number}'>{one}</div>" for number, one in enumerate(TEXT))
    page = f"<div><div class='t h1 y9'><b>{HEADLINE}</b></div>{text}</div>"
    (edition,) = extract_page(f"<html lang='ar'><head><title>{HEADLINE}</title></head>{page}</html>", URL).editions
    assert (edition.text(Role.STANDFIRST), edition.texts(Role.PARAGRAPH)) == (None, tuple(TEXT))


def test_a_place_and_its_correspondent_above_the_text_are_the_byline():
    line = "المكلا – من مراسلتنا هاجر بن سعيد"
    edition = edition_of(DATE, f"<em>{line}</em>")
    assert edition.text(Role.BYLINE) == line


def test_a_day_in_two_calendars_between_bars_is_one_date_line():
    edition = edition_of("<p>الساحل | المكلا | 28 جمادى الأولى 1448هـ | 8 نوفمبر 2026م</p>")
    assert edition.text(Role.DATELINE) == "28 جمادى الأولى 1448هـ | 8 نوفمبر 2026م"


def test_counts_of_readers_and_answers_behind_the_date_are_no_byline():
    line = "<div class='byline-area'><i></i>القاهرة: الساحل الجديد <i></i>6 يونيو، 2026 <i></i>12 <i></i>3٬870</div>"
    edition = edition_of(line)
    assert (edition.text(Role.BYLINE), edition.text(Role.DATELINE)) == ("القاهرة: الساحل الجديد", "6 يونيو، 2026")


def test_a_name_under_a_portrait_beside_the_date_is_the_writers_where_the_text_does_not_tell_of_it():
    box = "<div><div class='u'><img src='/u/1.png'><p>{}</p></div><p class='d'>8 نوفمبر 2026</p></div>"
    assert edition_of(box.format("أمل الحميدي")).text(Role.BYLINE) == "أمل الحميدي"
    assert edition_of(box.format("رئيس الصيادين")).text(Role.BYLINE) is None


def test_editors_who_sign_with_a_name_and_initials_are_no_text():
    text = [*TEXT, "سالم/ ن. ع"]
    page = f"<article><h1>{HEADLINE}</h1>{''.join(f'<p>{one}</p>' for one in text)}</article>"
    (edition,) = extract_page(f"<html lang='ar'><head><title>{HEADLINE}</title></head>{page}</html>", URL).editions
    assert edition.texts(Role.PARAGRAPH) == tuple(TEXT)


def test_a_caption_below_the_picture_above_the_headline_is_the_pictures():
    menu = "<div><a href='/'>الرئيسية</a><a href='/n'>أخبار</a></div>"
    above = "<div class='i'><img src='/k.jpg'></div><div class='c'>بسطات السوق قبل الترميم - تعبيرية</div>"
    text = "".join(f"<p>{one}</p>" for one in TEXT)
    page = f"<body>{menu}<div class='w'>{above}<h1>{HEADLINE}</h1>{DATE}<div class='b'>{text}</div></div></body>"
    (edition,) = extract_page(f"<html lang='ar'><head><title>{HEADLINE}</title></head>{page}</html>", URL).editions
    assert edition.texts(Role.CAPTION) == ("بسطات السوق قبل الترميم - تعبيرية",)
    assert edition.texts(Role.PARAGRAPH) == tuple(TEXT)


def test_a_line_with_an_agencys_copyright_below_a_film_is_no_standfirst():
    film = f"<div class='v'><video></video><div class='c'>لحظة عودة القوارب © AFP</div></div>{DATE}"
    assert edition_of(film).text(Role.STANDFIRST) is None


def test_a_source_with_its_label_between_standfirst_and_date_hides_neither():
    lead = "البسطات الباقية تنتظر قرعة الشهر المقبل"
    head = f"<div class='f'><p>{lead}</p></div><div class='g'><div>المصدر:</div><div><a href='/'>الساحل</a></div></div>"
    assert edition_of(head + DATE).text(Role.STANDFIRST) == lead


@pytest.mark.parametrize("line", ["حجم الخط + -", "الاستماع إلى هذا المقال 3 دقائق"])
def test_a_tool_below_a_picture_is_no_caption(line):
    edition = edition_of(f"{DATE}<img src='/m.jpg'><div class='z'>{line}</div>")
    assert edition.texts(Role.CAPTION) == ()


def test_a_date_line_in_the_papers_foot_does_not_go_before_the_one_at_the_headline():
    date = "العدد 12345 - الأربعاء 20 مايو 2015م الموافق 02 شعبان 1436هـ"
    text = "".join(f"<p>{one}</p>" for one in TEXT)
    rows = [
        f"<td class='news-date'>{date}</td>",
        "<td>المنامة - الساحل</td>",
        f"<td>{text}</td>",
        f"<td>الساحل - {date}</td>",
    ]
    table = "".join(f"<tr>{row}</tr>" for row in [f"<td class='news-title'>{HEADLINE}</td>", *rows])
    page = f"<html lang='ar'><head><title>{HEADLINE}</title></head><body><table>{table}</table></body></html>"
    (edition,) = extract_page(page, URL).editions
    assert (edition.text(Role.DATELINE), edition.text(Role.BYLINE)) == (date, "المنامة - الساحل")
    assert edition.texts(Role.PARAGRAPH) == tuple(TEXT)


def test_a_city_stays_with_the_paper_behind_it_in_a_line_with_the_date():
    edition = edition_of("<div>نابلس - الساحل دوت نت - الأربعاء 11 مارس 2026 3:20 مساءً</div>")
    assert edition.text(Role.BYLINE) == "نابلس - الساحل دوت نت"
    assert edition.text(Role.DATELINE) == "الأربعاء 11 مارس 2026 3:20 مساءً"


@pytest.mark.parametrize(("line", "byline"), [("هشام الحلبي", "هشام الحلبي"), ("سوق بلا سقف", None)])
def test_a_known_first_name_in_a_heading_below_the_headline_is_its_writers(line, byline):
    assert edition_of(f"<h3>{line}</h3>{DATE}").text(Role.BYLINE) == byline


def test_a_first_paragraph_in_bold_that_opens_with_a_city_is_text():
    opening = f"الجزائر - {TEXT[0]}"
    text = f"<p><strong>{opening}</strong></p>{''.join(f'<p>{one}</p>' for one in TEXT[1:])}"
    page = f"<html lang='ar'><head><title>{HEADLINE}</title></head><body><h1>{HEADLINE}</h1>{DATE}<div>{text}</div></body></html>"
    (edition,) = extract_page(page, URL).editions
    assert (edition.text(Role.STANDFIRST), edition.texts(Role.PARAGRAPH)) == (None, (opening, *TEXT[1:]))


def test_a_name_beside_the_date_above_the_headline_is_the_byline():
    meta = "<ul><li><span>حيدر الحلبي</span></li><li><span>13 ديسمبر 2025</span></li><li>1 دقيقة قراءة</li></ul>"
    text = "".join(f"<p>{one}</p>" for one in TEXT)
    menu = "<header><a href='/'>بيت</a><a href='/blog'>مدونة</a></header>"
    page = f"<body>{menu}<main><div>{meta}<h1>{HEADLINE}</h1><div>{text}</div></div></main></body>"
    (edition,) = extract_page(f"<html lang='ar'><head><title>{HEADLINE}</title></head>{page}</html>", URL).editions
    assert (edition.text(Role.BYLINE), edition.text(Role.DATELINE)) == ("حيدر الحلبي", "13 ديسمبر 2025")
    assert edition.texts(Role.PARAGRAPH) == tuple(TEXT)
