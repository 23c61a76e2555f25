"""Which blocks of a page are paragraphs of its article."""

import pytest

from crawler.extract import extract_page
from crawler.models import Role
from crawler.page.reader_notices import is_reader_notice

URL = "https://news.example/2026/ferry/"
TITLE = "A ferry pilot who counts his crossings"
TEXT = [
    "Every morning before five, Karim Mansour writes one line into a small green book and then starts the engine.",
    "The book holds the date, the height of the water and how many people crossed, and it goes back to 1987.",
    "Last winter he typed all of it into a computer, and a cousin who studies in the capital wrote a short program.",
    "It turned out that the river is lowest two weeks earlier than it was when he began, and that Mondays are busiest.",
    "The harbour office has asked for a copy, he says, and he is thinking about what to ask for in return.",
]


def edition_of(article):
    html = f"""<!doctype html><html lang="en"><head><title>{TITLE} - The Quay</title></head><body>
    <header><nav><a href="/">Home</a> <a href="/news">News</a></nav></header>
    <main><article><h1>{TITLE}</h1>{article}</article></main>
    <footer><p>The Quay is printed every day of the week but Friday, and delivered along the river.</p></footer></body></html>"""
    (edition,) = extract_page(html, URL).editions
    return edition


def paragraphs_of(article):
    return list(edition_of(article).texts(Role.PARAGRAPH))


def tags(lines):
    return "".join(f"<p>{line}</p>" for line in lines)


def test_a_text_is_kept_without_the_longer_listing_that_it_tells_of():
    listing = "\n".join(f"levels[{day}] = read(book, line={day}, column='height')" for day in range(40))
    opened = f"<div class='code-box expandable'><div><pre><code>{listing}</code></pre></div></div>"
    assert paragraphs_of(tags(TEXT[:3]) + opened + tags(TEXT[3:])) == TEXT


def test_steps_that_a_reader_unfolds_are_read_where_they_are_most_of_the_text():
    parts = "engine deck rail horn anchor rope cabin wheel".split()
    steps = [
        f"The {part} of the old ferry is looked at twice a year, and the pilot says that he would not leave it to the office. "
        "He does it himself, on the two Fridays before the river rises, with a lamp and a hammer and his cousin's dog."
        for part in parts
    ]
    folded = "".join(
        f"<h3>Part {number}</h3><div class='article-text' aria-hidden='true'>{tags(steps[2 * number : 2 * number + 2])}</div>"
        for number in range(4)
    )
    read = paragraphs_of(f"<div class='article-text'>{tags(TEXT[:4])}{folded}</div>")
    assert [line for line in read if not line.startswith("Part")] == TEXT[:4] + steps


def test_answers_that_a_reader_unfolds_are_read_and_a_hidden_notice_is_not():
    panels = "".join(
        f"<h3>Question {number}</h3><div style='display:none'>{tags(answers)}</div>"
        for number, answers in enumerate((TEXT[:2], TEXT[2:4]))
    )
    notice = "<div class='modal' style='display:none'><p>You have one free article left this week.</p></div>"
    shown = [f"{line} He says so every day." for line in TEXT * 2]
    read = paragraphs_of(f"<div class='entry-content'>{tags(shown[:5])}{panels}{tags(shown[5:])}{notice}</div>")
    assert read == [*shown[:5], "Question 0", *TEXT[:2], "Question 1", *TEXT[2:4], *shown[5:]]


def test_a_text_that_stands_twice_for_two_widths_of_screen_is_read_once():
    twice = f"<div class='wide'>{tags(TEXT)}</div><div class='narrow'>{tags(TEXT)}</div>"
    assert paragraphs_of(twice) == TEXT


def test_a_verse_that_returns_is_kept_each_time():
    verse = "And the ferry went over, and the ferry came back, and the river went on to the sea."
    song = [TEXT[0], verse, TEXT[1], TEXT[2], verse, TEXT[3], TEXT[4]]
    assert paragraphs_of(tags(song)) == song


def test_sentences_of_the_text_are_no_captions_where_each_stands_beside_a_picture():
    boxed = "".join(f"<div><img src='/{number}.jpg'><p>{line}</p></div>" for number, line in enumerate(TEXT))
    assert paragraphs_of(boxed) == TEXT


STANDFIRST = "A pilot on the lower river has written down the height of the water every day for thirty-nine years."
ABOVE_TEXT = {
    "bold, before a paragraph and a section head": f"<p><b>{STANDFIRST}</b></p>{tags(TEXT[:1])}<h2>The book</h2>{tags(TEXT[1:])}",
    "named, below a line of a player": f"<div class='player'>00:00</div><p class='text-lead'>{STANDFIRST}</p>{tags(TEXT)}",
    "called an introduction": f"<p class='intro'>{STANDFIRST}</p>{tags(TEXT)}",
    "in a part of its own above the one of the text": (
        f"<div class='top'><p>{STANDFIRST}</p></div><div class='share'><a href='/s'>Share</a></div>"
        f"<div class='rich-text'>{tags(TEXT)}</div>"
    ),
}


@pytest.mark.parametrize("article", ABOVE_TEXT.values(), ids=ABOVE_TEXT)
def test_a_standfirst_is_told_from_the_paragraphs_below_it(article):
    assert edition_of(article).text(Role.STANDFIRST) == STANDFIRST


def test_a_section_head_that_repeats_words_of_its_section_is_kept():
    head = "The harbour office has asked for a copy"
    article = f"{tags(TEXT[:2])}<h2>{head}</h2>{tags(TEXT[2:])}"
    assert paragraphs_of(article) == [*TEXT[:2], head, *TEXT[2:]]


LEVELS = [("Upper quay", "3.41", "1,204"), ("Salt market", "2.97", "880"), ("Old mill", "4.05", "96")]


def test_a_table_of_the_text_is_read_whole_with_its_figures_and_links():
    rows = "".join(
        f"<tr><td><a href='/places/{place}'>{place}</a></td><td>{height}</td><td>{crossings}</td></tr>"
        for place, height, crossings in LEVELS
    )
    head = "<tr><th>Place</th><th>Height in metres</th><th>Crossings in a week</th></tr>"
    table = f"<table>{head}{rows}</table>"
    cells = ["Place", "Height in metres", "Crossings in a week", *(cell for row in LEVELS for cell in row)]
    assert paragraphs_of(tags(TEXT[:3]) + table + tags(TEXT[3:])) == [*TEXT[:3], *cells, *TEXT[3:]]


def test_a_cell_that_repeats_words_of_the_text_is_no_pull_quote():
    row = "<tr><td>how many people crossed</td><td>1,204</td></tr>"
    table = (
        f"<table>{row}<tr><td>how many goats crossed</td><td>17</td></tr><tr><td>Mondays</td><td>300</td></tr></table>"
    )
    assert "how many people crossed" in paragraphs_of(tags(TEXT[:4]) + table + tags(TEXT[4:]))


def test_a_sentence_that_the_deck_says_too_is_text():
    deck = f"<h2>{TEXT[1]} {TEXT[2]}</h2>"
    head = "<h2>How they cross</h2>"
    assert TEXT[1] in paragraphs_of(deck + tags(TEXT[:2]) + head + tags(TEXT[2:]))


@pytest.mark.parametrize("marks", [("ferry,", "ferry ,"), ("ferry,", "“ferry”,")])
def test_a_pull_quote_is_known_whatever_marks_stand_between_its_words(marks):
    said = "When they closed the ferry, nobody asked the people who crossed every day"
    quote = f"<div class='k1'><p class='k2'>{said.replace(*marks)}</p></div>"
    text = [*TEXT[:2], f"{said}, the pilot told the council last week.", *TEXT[2:]]
    assert paragraphs_of(tags(text[:4]) + quote + tags(text[4:])) == text


def test_section_heads_that_link_to_what_their_sections_tell_of_are_kept():
    one, other = "The green book goes back to 1987", "What the office asks for"
    heads = [f"<h2><a href='/{number}/'>{head}</a></h2>" for number, head in enumerate((one, other))]
    text = f"<div class='entry-content'>{tags(TEXT[:2])}{heads[0]}{tags(TEXT[2:4])}{heads[1]}{tags(TEXT[4:])}</div>"
    assert paragraphs_of(text) == [*TEXT[:2], one, *TEXT[2:4], other, *TEXT[4:]]


@pytest.mark.parametrize("read_on", ["Read more", "Continue reading"])
def test_a_text_under_a_linked_headline_that_ends_in_a_link_to_read_on_is_no_paragraph(read_on):
    card = "<h3><a href='/2026/lift/'>Hospital lift that worked on Tuesdays is mended</a></h3>"
    teaser = f"<p>Porters carried patients up four floors since August. <a href='/2026/lift/'>{read_on}</a></p>"
    assert paragraphs_of(tags(TEXT) + card + teaser) == TEXT
    own = f"<p>He wrote of it last spring. <a href='/2025/spring/'>{read_on}</a></p>"
    assert paragraphs_of(tags(TEXT[:4]) + own + tags(TEXT[4:]))[4] == f"He wrote of it last spring. {read_on}"


def test_the_lines_of_a_lower_heading_are_one_headline():
    heading = "<h2><div class='kicker'>The lower river</div>A ferry pilot who counts his crossings</h2>"
    html = f"<html><head><title>The lower river A ferry pilot who counts his crossings - The Quay</title></head><body><article>{heading}{tags(TEXT)}</article></body></html>"
    (edition,) = extract_page(html, URL).editions
    assert edition.text(Role.HEADLINE) == "The lower river A ferry pilot who counts his crossings"


def test_a_headline_that_ends_with_a_piece_of_the_title_is_kept_whole():
    headline = "“I pilot the old river ferry every day - and on Mondays it is full before sunrise”"
    stated = "“I pilot a river ferry every day - and on Mondays it is full before sunrise”"
    html = f"""<html><head><title>{headline} - The Quay</title><meta property="og:title" content="{stated}"></head>
    <body><article><h1>{headline}</h1>{tags(TEXT)}</article></body></html>"""
    (edition,) = extract_page(html, URL).editions
    assert edition.text(Role.HEADLINE) == headline


def test_the_sites_name_is_no_headline_where_a_heading_is_worded_unlike_the_title():
    html = f"""<html><head><title>How to board a ferry: the whole guide for beginners - Quay</title></head>
    <body><header><div>Quay</div></header><article><h1>How to board a ferry (and sit well)</h1>{tags(TEXT)}</article></body></html>"""
    (edition,) = extract_page(html, URL).editions
    assert edition.text(Role.HEADLINE) == "How to board a ferry (and sit well)"


def test_a_last_line_that_leads_to_what_is_left_out_is_no_paragraph():
    links = "<ul><li><a href='/1/'>The lift that works on Tuesdays</a></li><li><a href='/2/'>Salt market opens</a></li></ul>"
    assert paragraphs_of(tags(TEXT) + "<p>More from the river:</p>" + links) == TEXT


def test_a_long_paragraph_that_opens_a_text_whose_rest_stands_behind_a_gate_is_kept():
    opening = f"{TEXT[0]} {TEXT[1].rstrip('.')}:"
    tools = "<ul><li>Share</li><li>Print</li></ul>"
    rest = f"<div class='article-body'><div class='content'>{tags(TEXT[2:] * 6)}</div></div>"
    assert paragraphs_of(f"<div class='info'>{tools}<p>{opening}</p></div>{rest}")[0] == opening


NOTICES = [
    "For more stories like this, check our news page.",
    "Want more of the river? Sign up for our weekly newsletter, The Landing, and read it on the ferry.",
    "Follow The Quay on Facebook and Instagram for the latest from the harbour.",
    "Les også: Fergen som aldri ble ferdig",
    "Auch interessant",
    "Lire aussi :",
    "Members may receive offers from us and our partners. You can leave at any time. Read our Privacy Policy.",
    "Sie mögen den Fluss? Unser kostenloser Newsletter kommt jeden Montag um sechs Uhr in Ihr Postfach.",
    "تابعونا على تلغرام لتصلكم أخبار النهر",
    "اشتركوا في نشرتنا الأسبوعية لتصلكم أخبار المرفأ كل صباح",
    "Enjoyed this story? Share it with somebody who crosses the river.",
    "We welcome debate about the ferries. Comments are moderated before they appear, so please be patient.",
    "The views expressed below are those of our readers and not of The Quay.",
    "هل أعجبك هذا الخبر؟ شاركه على واتساب",
    "ترحب جريدة المرفأ بالنقاش، وكي لا نضطر إلى مراجعة التعليقات قبل نشرها ننصح بقراءة الإرشادات.",
    "الآراء الواردة أدناه لا تعبر عن رأي الجريدة.",
    "The views expressed by our columnists are their own and do not necessarily reflect those of The Quay.",
    "Buying through our links may earn us a small commission, which pays for the ink.",
    "Disclaimer: This article is intended for informational purposes only and replaces no pilot's licence.",
    "Was this newsletter forwarded to you? Ask the harbour office for your own.",
    "If you have spotted a mistake in this article, write to the harbour office and we will mend it.",
    "إذا كنت تعتقد/تعتقدين أن المقال يحوي معلومات خاطئة أرسل/أرسلي تصحيحًا",
    "To view this video please enable JavaScript, and consider upgrading to a web browser that supports HTML5 video",
    "Your browser does not support the video element.",
    "متصفحك لا يدعم تشغيل الفيديو",
    "شاهد المحتوى كاملا على المرفأ أونلاين",
    "المقالات المنشورة على الموقع لا تعبر بالضرورة عن رأي الجريدة.",
]


@pytest.mark.parametrize("notice", NOTICES)
def test_what_the_site_says_to_its_readers_of_itself_is_no_paragraph(notice):
    assert paragraphs_of(tags([*TEXT[:3], notice, *TEXT[3:], notice])) == TEXT


@pytest.mark.parametrize(
    "line",
    [
        "Passengers can sign up for text alerts at the ticket office from Sunday on, the harbour company said.",
        "“Follow us on Facebook,” the pilot tells every tourist, and then laughs because he has no telephone.",
        "The board’s comments below are disputed by the pilots, who say that the new landing was never tested.",
        "هل أعجبك الجسر؟ سألنا العابرين صباح الأحد، فقال أغلبهم إنه أضيق مما وعدت به البلدية.",
        "The brokers earn a commission of three percent on each ticket, the board's report says.",
        "Higher fares do not necessarily mean fewer passengers, and the views of both pilots were heard.",
        "If you find a mistake in the tide tables, the board says, tell the pilot before you cross the river.",
        "إذا وجدت الهيئة خطأ في جداول المد فستعيد طبعها قبل نهاية الشهر كما قال رئيسها مساء السبت.",
        "وتابعوا النهر على مدى تسعة أيام قبل أن يقرروا فتح المرسى القديم للعبّارات من جديد.",
    ],
)
def test_a_line_of_the_news_is_no_notice(line):
    assert not is_reader_notice(line)


def test_the_fields_of_a_form_are_no_paragraphs_however_short_the_text_above_it_is():
    fields = "".join(
        f"<div class='field'><label for='{name}'>{label}</label><input id='{name}'></div>"
        for name, label in [
            ("first", "First name*"),
            ("last", "Last name*"),
            ("paper", "Which paper do you read"),
            ("trap", "This field is for validation purposes and should be left unchanged."),
            ("crossing", "Number of crossings a week*"),
            ("district", "District of the town where you live*"),
            ("status", "Status of the request, filled in by the office"),
        ]
    )
    assert paragraphs_of(tags(TEXT[:1]) + f"<form action='/ask'><p>Ask the pilot</p>{fields}</form>") == TEXT[:1]


def test_a_row_of_promotions_above_the_headline_is_not_the_article_though_it_is_longer():
    offers = "".join(
        f"<div class='slide'><p>Crossings are free for readers who live beyond kilometre {distance} of the road. "
        f"To learn how to get the card, visit the page on free crossings.</p></div>"
        for distance in range(10, 28)
    )
    notices = tags(
        f"Sheet {sheet} of the river's timetable comes by post to all who subscribe." for sheet in range(1, 28)
    )
    html = f"""<!doctype html><html lang="en"><head><title>{TITLE} - The Quay</title></head><body>
    <div class="newsletter-popup">{notices}</div><div class="promo-bar"><div class="slides">{offers}</div></div><header><a href="/">The Quay</a></header>
    <section class="page"><h1>{TITLE}</h1><div class="rich">{tags(TEXT)}</div></section></body></html>"""
    (edition,) = extract_page(html, URL).editions
    assert list(edition.texts(Role.PARAGRAPH)) == TEXT


APART = {
    "a dialog on cookies": "<div class='overlay gdpr-popup'><div>{lines}</div></div>",
    "a dialog by its role": "<div role='dialog'><div>{lines}</div></div>",
    "readers' comments": "<div class='page__foot' id='comments'><ol class='comment-list'>{lines}</ol></div>",
    "a sidebar": "<div id='sidebar'><div class='inner'>{lines}</div></div>",
}


@pytest.mark.parametrize("apart", APART.values(), ids=APART)
def test_what_is_set_apart_from_the_headline_is_not_the_article_though_it_is_longer(apart):
    lines = tags(
        f"Service number {number} counts how many readers of the paper come back from the river within a week."
        for number in range(1, 28)
    )
    html = f"""<!doctype html><html lang="en"><head><title>{TITLE} - The Quay</title></head><body>
    <section class="page"><h1>{TITLE}</h1><div class="rich">{tags(TEXT)}</div></section>
    {apart.format(lines=lines)}</body></html>"""
    (edition,) = extract_page(html, URL).editions
    assert list(edition.texts(Role.PARAGRAPH)) == TEXT


def test_an_article_in_an_element_named_after_the_sidebar_beside_it_is_read():
    html = f"""<!doctype html><html lang="en"><head><title>{TITLE} - The Quay</title></head><body>
    <div class="head"><h1>{TITLE}</h1><p>The Quay, the paper of the lower river and of all who cross it by ferry.</p></div>
    <div class="layout layout--has-sidebar"><div class="rich">{tags(TEXT)}</div></div></body></html>"""
    (edition,) = extract_page(html, URL).editions
    assert list(edition.texts(Role.PARAGRAPH)) == TEXT


FOR_LISTENERS = {
    "by its class": "<span class='visually-hidden'> (opens in a new tab)</span>",
    "by a class that a tool made": "<span class='ssr-1f39n02-VisuallyHidden e16en2lz0'>, external</span>",
    "by its style": "<span style='border:0;clip:rect(0 0 0 0);height:1px;position:absolute'>, opens new tab</span>",
    "by its attribute": "<span hidden>external link</span>",
    "hidden from them, too": "<span aria-hidden='true'>&#8599;</span>",
}


@pytest.mark.parametrize("hidden", FOR_LISTENERS.values(), ids=FOR_LISTENERS)
def test_a_paragraph_goes_on_behind_what_readers_do_not_see_in_it(hidden):
    report = f"<p>The <a href='https://river.example/r'>report{hidden}</a>, which nobody has signed, says the same.</p>"
    said = "The report, which nobody has signed, says the same."
    assert paragraphs_of(tags(TEXT[:2]) + report + tags(TEXT[2:])) == [*TEXT[:2], said, *TEXT[2:]]


def test_a_colon_for_listeners_keeps_a_kicker_and_its_headline_apart():
    html = f"""<!doctype html><html lang="en"><head><title>On the river: {TITLE} - The Quay</title>
    <meta property="og:title" content="On the river: {TITLE}"></head><body>
    <article><h1><span>On the river<span class='sr-only'>:</span></span><span>{TITLE}</span></h1>
    {tags(TEXT)}</article></body></html>"""
    (edition,) = extract_page(html, URL).editions
    assert edition.text(Role.HEADLINE) == f"On the river: {TITLE}"


BETWEEN_PARAGRAPHS = {
    "a label before a link": "<p><b>MORE:</b> <a href='/x'>Goats of the lower river are many</a></p>",
    "what leads on below an advertisement": "<p>Story continues below advertisement</p>",
    "what leads on below a banner": "<p>SCROLL TO CONTINUE WITH CONTENT</p>",
    "a box to sign up in": (
        "<div class='box'><h3>Morning Letter</h3><p>Get the day’s top stories in your inbox every morning.</p>"
        "<button>Subscribe</button><p>By signing up you agree to our Terms of Service and Privacy Policy.</p></div>"
    ),
}


@pytest.mark.parametrize("between", BETWEEN_PARAGRAPHS.values(), ids=BETWEEN_PARAGRAPHS)
def test_what_a_site_sets_between_paragraphs_for_its_own_ends_is_no_text(between):
    assert paragraphs_of(tags(TEXT[:2]) + between + tags(TEXT[2:])) == TEXT


def test_what_a_transcript_says_that_it_leaves_out_is_of_the_text():
    assert paragraphs_of(tags([*TEXT[:3], "[...]", *TEXT[3:], "***"])) == [*TEXT[:3], "[...]", *TEXT[3:]]


def test_a_short_article_beside_a_menu_of_more_text_is_read_where_it_stands():
    menu = "<nav><div>Sections " + " ".join(f"Harbour news and tides of quay {n}" for n in range(200)) + "</div></nav>"
    boxes = "<section><h2>Latest of the day</h2><article><a href='/2'>Ferry late</a></article></section><form><label>Short link</label></form>"
    boxes += "<footer><div>The Quay is entered in the register of the press of the harbour court, no. 212/1948.</div></footer>"
    page = f"<body>{menu}<div><article><h1>{TITLE}</h1><p>{TEXT[0]}</p></article>{boxes}</div></body>"
    (edition,) = extract_page(f"<html><head><title>{TITLE}</title></head>{page}</html>", URL).editions
    assert edition.texts(Role.PARAGRAPH) == (TEXT[0],)


def test_short_lines_below_the_headline_are_the_text_where_all_sentences_stand_under_other_headlines():
    titles = ("Council backs the tram", "Bakers warn of dear bread", "Museum opens its doors")
    cards = "".join(
        f"<div class='k'><h3><a href='/n/{title[:3]}'>{title}</a></h3><p>{title}, a report says, after a long debate on Monday.</p></div>"
        for title in titles
    )
    lines = ("“We sign nothing we have not read”", "The envoy after the third round", "“I sold bread and was hungry”")
    dated = "<meta property='article:published_time' content='2026-03-01'>"
    page = f"""<html><head><title>Said this week</title>{dated}</head><body><div><div class=a><h1>Said this week</h1>
        {"".join(f"<p>{line}</p>" for line in lines)}</div><div class=b><div>From the paper</div>{cards}</div></div></body></html>"""
    read = extract_page(page, "https://gazette.example/2026/03/said-this-week")
    assert (read.problem, read.editions[0].texts(Role.PARAGRAPH)) == (None, lines)


@pytest.mark.parametrize(
    ("line", "is_notice"),
    [
        ("للاطلاع على العدد الجديد من الجريدة اضغط هنا", True),
        ("لتحميل التقرير كاملاً انقر على الرابط أدناه", True),
        ("للمزيد اضغط هنا", True),
        ("لم يكتب على الباب غير كلمتين: اضغط هنا.", False),
        ("قال إن لكل زر في الجهاز عملاً، وإن أحدها كتب عليه اضغط هنا", False),
    ],
)
def test_whoever_is_told_in_arabic_where_to_press_is_the_sites_reader(line, is_notice):
    assert is_reader_notice(line) is is_notice


SITES_OWN_LINES = [
    *("انضم إلى قناة «الساحل» على واتساب ليصلك كل جديد", "للاشتراك بخدمة الأخبار العاجلة أرسل 1 إلى 9090"),
    *("يمكنكم متابعة آخر الأخبار عبر تطبيق الساحل", "تابعوا «الساحل» على Google News", 'تابعوا «الساحل» عبر "نبض"'),
    *("وقد يهمك: سوق السمك يفتح أبوابه", "بالفيديو.. سوق السمك يفتح أبوابه", "تابع أيضاً: سوق السمك يفتح أبوابه"),
    *("لقراءة المزيد من الأخبار", "الإعلانات", "مساحة إعلانية", "إشهار", "الاستماع إلى هذا المقال 3 دقائق"),
    *("3 د قراءة", "كلمات دليلية", "الأقسام: محليات، اقتصاد", "التعليقات مغلقة", "كن أول من يعلق على الخبر"),
    *("التعليقات لا تعبر عن رأي الموقع", "ملاحظة: المقال يعبر عن رأي كاتبه", "الخبر السابق", "من نفس القسم"),
    *("ما هو شعورك تجاه هذا المقال؟", "تكبير الخط تصغير الخط", "خط أصغر خط أكبر", "أبلغ عن خطأ في الخبر"),
    *("وجدت خطأ؟ أخبرنا", "جارٍ التحميل...", "اضغط هنا لمشاهدة الصور", "رابط الخبر: https://quay.example/1"),
    *("المصدر الأصلي للخبر", "تحميل التطبيق", "سجل بريدك الإلكتروني", "تبرع الآن", "عودة إلى الصفحة الرئيسية"),
    *("عودة للأعلى", "الصفحة الرئيسية", "يستخدم هذا الموقع ملفات الكوكيز", "النسخة الصوتية مولّدة بالذكاء الاصطناعي"),
]
OF_THE_TEXT = [
    *("ماذا بعد؟", "خلفية الأزمة", "تعليق الدراسة", "إعلان دمشق", "المزيد من الضحايا", "شاهد على العصر", "وعد جديد"),
    *("القراءة الثانية للقانون", "انضم إلى الحملة مئتا متطوع.", "تابع الصيادون عملهم حتى المساء.", "قال: لا أعرف."),
]


@pytest.mark.parametrize(
    ("line", "is_text"), [*((one, False) for one in SITES_OWN_LINES), *((one, True) for one in OF_THE_TEXT)]
)
def test_what_arabic_sites_set_between_paragraphs_is_told_from_lines_of_the_text(line, is_text):
    before = "وقال رئيس الصيادين إن تسعين بسطة عادت إلى أصحابها، وإن الباقي ينتظر قرعة الشهر المقبل في المدينة."
    after = "وتعود البسطات الباقية إلى ورثة لم يتفقوا بعد، كما جاء في بيان البلدية الذي صدر مساء السبت الماضي."
    text = "".join(f"<p>{one}</p>" for one in (before, line, after))
    page = f"<html lang='ar'><head><title>سوق السمك</title></head><body><article><h1>سوق السمك</h1>{text}</article></body></html>"
    (edition,) = extract_page(page, "https://quay.example/1").editions
    assert edition.texts(Role.PARAGRAPH) == (before, *([line] if is_text else []), after)


def test_a_publication_that_asks_for_subscribers_in_the_text_speaks_to_its_readers():
    line = (
        "The Quay Letter is a reader-supported publication. To receive new posts, consider becoming a paid subscriber."
    )
    assert is_reader_notice(line)
    assert not is_reader_notice(
        "She ran a reader-supported publication, she said, “and consider becoming a subscriber” was its motto."
    )
