"""Adverts: a job, a ticket, a thing for sale; and offers to subscribe that are pages of their own."""

import pytest

from crawler.extract import extract_page

URL = "https://gazette.example/board/4412"
ADVERTS = {
    "Reporter, courts": "We are looking for a reporter to cover the courts from our office in the old customs house."
    "|Send your CV and three stories to the editor.|Closing date: 10 December 2026",
    "Winter concert": "When: Friday, 19:30|Where: Guildhall|The orchestra plays Haydn and Farrenc; doors open at 19:00."
    "|Buy tickets",
    "Blue mug": "It holds a third of a litre and is made from pressed steel with two coats of blue enamel.|Add to basket"
    "|In stock",
    "محرر لشؤون المحاكم": "تبحث الجريدة عن محرر يغطي أخبار المحاكم من مكتبها في مبنى الجمارك القديم قرب الميناء."
    "|ترسل السيرة الذاتية إلى المحرر.|آخر موعد للتقديم: 10 ديسمبر",
    "Two-room flat, Mill Lane": "Rent: 640 a month. Deposit: 1,280. Available from 1 January 2027. It has a lift."
    "|It has gas heating and looks over the canal; viewing by appointment.",
    "شقة من غرفتين": "شقة واسعة للإيجار في شارع الطاحونة تطل على القناة القديمة وفيها تدفئة ومصعد.|الإيجار: 640 شهريا",
    "كوب أزرق": "يسع الكوب ثلث لتر وهو مصنوع من الفولاذ المضغوط بطبقتين من المينا الزرقاء اللامعة.|أضف إلى السلة|متوفر",
}


def kind(headline, text, head=""):
    lines = "".join(f"<p>{line}</p>" for line in text.split("|"))
    page = (
        f"<html><head><title>{headline} | The Gazette</title>{head}</head><body><a href='/'>The Gazette</a>"
        f"<div><h1>{headline}</h1>{lines}</div></body></html>"
    )
    problem = extract_page(page, URL).problem
    return problem.reason.split(":")[0] if problem else None


@pytest.mark.parametrize("headline", ADVERTS)
def test_an_undated_page_that_says_several_things_adverts_say_is_one(headline):
    assert kind(headline, ADVERTS[headline]) == "advert"


@pytest.mark.parametrize("headline", ADVERTS)
def test_the_same_words_under_a_date_are_news(headline):
    head = "<meta property='article:published_time' content='2026-03-01'>"
    assert kind(headline, ADVERTS[headline], head) is None


def test_what_its_head_calls_a_job_is_one_at_any_length():
    posting = '<script type="application/ld+json">{"@type": "JobPosting", "datePosted": "2026-03-01"}</script>'
    told = "The baker of our cooperative mixes, shapes and bakes, and leaves the shop ready for the morning."
    assert kind("Baker, four nights a week", "|".join([told] * 20), posting) == "advert"


def test_dated_news_of_vacancies_may_say_two_such_things():
    text = (
        "<i>24 نوفمبر 2026</i>|أعلن مصنع الأعشاب البحرية حاجته إلى مئتي عامل وحدد 10 ديسمبر آخر موعد للتقديم."
        "|وترسل السيرة الذاتية إلى مكتب التوظيف في البلدية.|ويشترط ألا يقل العمر عن ثمانية عشر عاما."
    )
    assert kind("وظائف شاغرة في المصنع.. آخر موعد للتقديم", text) is None


def test_undated_news_of_vacancies_says_one_such_thing():
    text = (
        "The seaweed works at the bay will take on 200 people when its second line opens in the spring, its owner said."
        "|Those who want to work there have to send a CV by Christmas; the closing date may be moved."
    )
    assert kind("Works to hire 200 as second line opens", text.replace("; the closing date may be moved", "")) is None


@pytest.mark.parametrize(
    ("headline", "text"),
    [
        (
            "Choose your plan",
            "Reader: all our reports on the web and on paper.|Patron: an evening with the newsroom too.",
        ),
        (
            "اختر باقتك",
            "باقة القارئ: كل تقاريرنا على الموقع وعلى الورق.|باقة الداعم: أمسية مع غرفة الأخبار أيضا كل عام.",
        ),
    ],
)
def test_a_choice_of_plans_is_a_page_of_the_site(headline, text):
    assert kind(headline, text) == "about page"
