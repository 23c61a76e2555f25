"""Lines in one language that stand within the text of another."""

from crawler import read_page

ENGLISH = [
    "The old bridge over the river reopened on Sunday after repairs that took eleven months and cost two lives.",
    "Engineer Salma Haddad said that 42 workers had replaced the wooden deck and every bolt of the eastern half.",
    "Cars may cross from Monday on; carts, as the town has been told since 1931, may not.",
    "The mayor said that the next bridge would be built of stone, if the money for it could be found by spring.",
]
ARABIC = [
    "أعيد يوم الأحد افتتاح الجسر القديم فوق النهر بعد أعمال ترميم استمرت أحد عشر شهراً وأودت بحياة عاملين اثنين.",
    "وقالت المهندسة سلمى حداد إن 42 عاملاً استبدلوا السطح الخشبي وكل برغي في النصف الشرقي من الجسر القديم.",
    "ويمكن للسيارات العبور ابتداء من يوم الاثنين، أما العربات فلا يحق لها ذلك كما أُبلغت البلدة منذ عام 1931.",
    "وقال رئيس البلدية إن الجسر المقبل سيبنى من الحجر إن أمكن العثور على المال اللازم له قبل حلول الربيع.",
]
BOOKS = ["Bridges of the Upper River", "The Stone and the Arch"]


def lines(texts):
    return "".join(f"<p>{text}</p>" for text in texts)


def read(english, arabic):
    sides = (
        f"<article><h1>The bridge reopens</h1>{english}</article><article><h1>الجسر يفتح من جديد</h1>{arabic}</article>"
    )
    page = f"<html lang='en'><title>The bridge reopens</title><body><main>{sides}</main></body></html>"
    return read_page(page.encode(), "https://news.example/2026/11/bridge")["editions"]


def test_titles_of_books_in_the_text_of_the_other_language_are_of_that_text():
    listed = "<ul>" + "".join(f"<li>{book}</li>" for book in BOOKS) + "</ul>"
    for place in (2, 3):
        arabic = lines(ARABIC[:place]) + listed + lines(ARABIC[place:])
        editions = read(lines(ENGLISH), arabic)
        assert editions["en"]["paragraphs"] == ENGLISH
        assert editions["ar"]["paragraphs"] == [*ARABIC[:place], *BOOKS, *ARABIC[place:]]


def test_a_date_in_the_other_s_letters_is_of_the_article_that_it_stands_in():
    dated = "<div class='post-meta'>July 22, 2021</div>"
    editions = read(lines(ENGLISH), dated + lines(ARABIC))
    assert (editions["en"]["dateline"], editions["ar"]["dateline"]) == (None, "July 22, 2021")


def test_a_short_cell_beside_a_long_one_is_its_own_side():
    rows = "".join(
        f"<tr><td dir='rtl'>{lines(texts)}</td><td>{lines([english])}</td></tr>"
        for texts, english in (([*ARABIC, *ARABIC], "Bridge open."), (ARABIC, " ".join(ENGLISH)), (ARABIC, ENGLISH[0]))
    )
    page = f"<html><title>Bridge</title><body><h1>Bridge</h1><table>{rows}</table></body></html>"
    editions = read_page(page.encode(), "https://news.example/2026/11/bridge")["editions"]
    assert editions["en"]["paragraphs"][0] == "Bridge open."


def test_a_name_before_an_arabic_line_leaves_it_arabic():
    named = "Visual Studio Code: برنامج لتحرير الشفرة المصدرية، طورته شركة كبيرة، وهو اختيار شعبي جداً بين المطورين."
    editions = read(lines(ENGLISH), lines([*ARABIC[:2], named, *ARABIC[2:]]))
    assert named in editions["ar"]["paragraphs"]


def test_the_only_h1_of_a_side_is_its_headline_whatever_stands_above_it():
    above = "<div class='meta'><div>Bridges</div><div>By Omar Aziz</div><time>19 November 2026</time></div>"
    english = f"<article>{above}<h1>The bridge reopens</h1>{lines(ENGLISH)}</article>"
    arabic = f"<article><h1>الجسر يفتح من جديد</h1>{lines(ARABIC)}</article>"
    page = f"<html lang='ar'><title>الجسر يفتح من جديد</title><body><main>{arabic}{english}</main></body></html>"
    editions = read_page(page.encode(), "https://news.example/2026/11/bridge")["editions"]
    assert editions["en"]["headline"] == "The bridge reopens"


def test_a_label_before_a_linked_name_is_no_byline_without_it():
    signed = "<div class='published-by'><div>Author of the article:</div><span><a href='/o'>Omar Aziz</a></span></div>"
    editions = read(signed + lines(ENGLISH), lines(ARABIC))
    assert editions["en"]["byline"] in (None, "Author of the article: Omar Aziz", "Omar Aziz")


def test_what_is_unseen_in_a_line_of_a_folded_panel_is_none_of_its_text():
    link = "<a href='/r'>report<span style='clip:rect(0 0 0 0)'>, opens new tab</span></a>"
    english = f"<p>The {link} by the engineers runs to 70 pages and names nobody.</p>" + lines(ENGLISH)
    page = f"<body><div style='display:none' lang='en'>{english}</div><div lang='ar'>{lines(ARABIC)}</div></body>"
    editions = read_page(f"<html><title>الجسر</title>{page}</html>".encode(), "https://news.example/b/7")["editions"]
    assert editions["en"]["paragraphs"][0] == "The report by the engineers runs to 70 pages and names nobody."


def test_a_question_in_bold_type_or_on_what_opens_a_side_is_its_headline():
    asked = "Who built the bridge?"
    bold = f"<div>{'<br><br>'.join(ARABIC)}<br><br><b>{asked}</b><br><br>{'<br><br>'.join(ENGLISH)}</div>"
    folded = f"{lines(ARABIC)}<details><summary>{asked}</summary>{lines(ENGLISH)}</details>"
    for body in (bold, folded):
        page = f"<html lang='ar'><title>من بنى الجسر؟</title><body><h1>من بنى الجسر؟</h1>{body}</body></html>"
        editions = read_page(page.encode(), "https://news.example/2026/11/bridge")["editions"]
        assert (editions["en"]["headline"], editions["en"]["paragraphs"]) == (asked, ENGLISH)
