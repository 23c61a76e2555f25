"""Boxes that a site sets among an article's paragraphs or beside them, where no name says what they are."""

import pytest

from crawler.extract import extract_page
from crawler.models import Role
from tests.ferry_story import HEADLINES, OTHERS, TEXTS, URL


def row_of_cards(language, heading):
    own = "".join(
        f"<div class='c1'><h3><a href='/n/{place}'>{headline}</a></h3><p class='c3'>{said}</p></div>"
        for place, (headline, said) in enumerate(OTHERS[language][:2])
    )
    return f"<div class='b1'><h2>{heading}</h2>{own}</div>"


def box(heading, *lines, buttons=()):
    text = "".join(f"<p class='b3'>{line}</p>" for line in lines)
    return f"<div class='b1'><h3>{heading}</h3>{text}{''.join(f'<button>{one}</button>' for one in buttons)}</div>"


BOXES = {
    "cards": ("en", row_of_cards("en", "More from World")),
    "cards with a heading that says nothing": ("en", row_of_cards("en", "In other news")),
    "بطاقات": ("ar", row_of_cards("ar", "أخبار أخرى")),
    "consent": (
        "en",
        box(
            "We value your privacy",
            "We and our 843 partners store and access information on a device, such as cookies, to show you content.",
            "You can change your choices at any time in our privacy centre.",
            buttons=("Accept all", "Reject"),
        ),
    ),
    "قبول": (
        "ar",
        box(
            "خصوصيتك تهمّنا",
            "نستخدم نحن وشركاؤنا ملفات تعريف الارتباط لتحسين تجربتك وقياس أداء الموقع.",
            "يمكنك تغيير خياراتك في أي وقت من مركز الخصوصية.",
            buttons=("قبول الكل", "رفض"),
        ),
    ),
    "a notice on cookies": (
        "en",
        "<div><p>This site uses cookies to give you the best experience on it.</p><button>OK</button></div>",
    ),
    "an appeal": (
        "en",
        box(
            "Independent reporting needs you",
            "We have no owner and no shareholders. Everything we publish is paid for by readers like you.",
            buttons=("Give now",),
        ),
    ),
    "نداء": (
        "ar",
        box(
            "الصحافة المستقلة تحتاج إليك",
            "ليس لنا مالك ولا مساهمون. كل ما ننشره يدفع ثمنه قراء مثلك.",
            buttons=("ادعمنا",),
        ),
    ),
    "offers": (
        "en",
        box("Read more stories like this one", "Subscribers get the crossword, too.", buttons=("See our offers",)),
    ),
    "a newsletter": (
        "en",
        box("The Morning Tide", "The stories that matter on the coast, in your inbox.", buttons=("Sign up",)),
    ),
    "نشرة": ("ar", box("نشرة الصباح", "أهم ما يجري على الساحل في بريدك كل صباح.", buttons=("اشترك الآن",))),
    "a field for an address": (
        "en",
        "<div><h4>One letter, every Friday</h4><p>The best of the week from the coast, with a poem at the end.</p>"
        "<input type='email'><button>Send it to me</button></div>",
    ),
    "حقل للبريد": (
        "ar",
        "<div><h4>رسالة كل جمعة</h4><p>أجمل ما نُشر في الأسبوع عن مدن الساحل، وفي آخرها قصيدة.</p>"
        "<input type='email'><button>أرسلوها إليّ</button></div>",
    ),
    "a call for tips": (
        "en",
        box(
            "Do you know more?", "Write to our reporters in confidence at tips@harbour.example or ring them after six."
        ),
    ),
    "about the writer": ("en", box("About the author", "Rana Haddad has covered shipping on the coast since 2011.")),
    "عن الكاتبة": ("ar", box("عن الكاتبة", "صحافية تغطي شؤون الملاحة على الساحل منذ 2011.")),
    "rights": (
        "en",
        "<div><p>No part of this material may be reproduced without permission of The Harbour Post.</p></div>",
    ),
    "حقوق": ("ar", "<div><p>لا يجوز نسخ أي جزء من هذه المادة من دون إذن خطي من بريد المرفأ.</p></div>"),
}


def page_of(language, own, where):
    first, second = (f"<p class='q1'>{one}</p>" for one in TEXTS[language])
    text = {"between": first + own + second, "behind": first + second + own}.get(where, first + second)
    article = f"<div class='x4'><h1>{HEADLINES[language]}</h1><div class='x7'>{text}</div></div>"
    beside = {"above": own + article, "below": article + own}.get(where, article)
    return f"<html lang='{language}'><body><div class='x3'>{beside}</div></body></html>"


# Nobody is introduced above the headline.
CASES = [
    (name, where)
    for name in BOXES
    for where in ("above", "between", "behind", "below")
    if where != "above" or name not in ("about the writer", "عن الكاتبة")
]


@pytest.mark.parametrize(("name", "where"), CASES)
def test_a_box_is_known_by_what_it_asks_and_where_it_leads(name, where):
    language, own = BOXES[name]
    (edition,) = extract_page(page_of(language, own, where), URL).editions
    assert edition.texts(Role.PARAGRAPH) == tuple(TEXTS[language])
    assert (edition.text(Role.HEADLINE), edition.text(Role.STANDFIRST)) == (HEADLINES[language], None)


@pytest.mark.parametrize(
    ("own", "is_box"),
    [
        (
            box(
                "An evening at the harbour", "Our editors will answer questions on Friday.", buttons=("Book a ticket",)
            ),
            True,
        ),
        ("<div><p>Get the news first: download the app for your phone.</p><a href='/app'>Download</a></div>", True),
        (
            "<div><p>The band plays sea songs on Friday, and singers drink for nothing.</p><a href='/t'>Book a ticket</a></div>",
            False,
        ),
        ("<div><p>The form is four pages long and in Danish.</p><a href='/form.pdf'>Download</a></div>", False),
    ],
)
def test_a_button_that_articles_have_too_makes_a_box_that_speaks_of_the_sites_own(own, is_box):
    first, second = TEXTS["en"]
    text = f"<p>{first}</p><p>{second}</p>{own}<p>{first}</p><p>{second}</p>"
    page = extract_page(f"<html lang='en'><body><h1>{HEADLINES['en']}</h1><div>{text}</div></body></html>", URL)
    (edition,) = page.editions
    assert (edition.texts(Role.PARAGRAPH) == (first, second, first, second)) == is_box


def test_two_buttons_side_by_side_are_two_words():
    page = extract_page(page_of("en", BOXES["consent"][1], "below"), URL)
    assert not any("allReject" in one for one in page.residue)


def test_sections_with_linked_heads_in_elements_of_their_own_are_text_where_they_say_most():
    sections = "".join(
        f"<div class='s1'><h2><a href='https://maker.example/{place}'>Lamp number {place}</a></h2>"
        f"<p>It burned for {place} hours in our cellar before the wick had to be trimmed, which is not bad.</p></div>"
        for place in range(3, 9)
    )
    intro = "<p>We lit six lamps in a cellar and waited for them to go out, which took most of the week.</p>"
    body = f"<article><h1>Six lamps</h1><div>{intro}<div>{sections}</div></div></article>"
    (edition,) = extract_page(f"<html lang='en'><body>{body}</body></html>", URL).editions
    assert len([one for one in edition.texts(Role.PARAGRAPH) if one.startswith("It burned")]) == 6


def test_an_article_that_ends_in_a_button_is_no_box():
    text = "".join(f"<p>{one}</p>" for one in TEXTS["en"])
    body = f"<div class='x4'><h1>Ferry</h1><div class='x7'><h2>What we know</h2>{text}<a href='/s'>Subscribe</a></div></div>"
    (edition,) = extract_page(f"<html lang='en'><body>{body}</body></html>", URL).editions
    assert edition.texts(Role.PARAGRAPH)[-2:] == tuple(TEXTS["en"])
