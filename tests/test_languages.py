import pytest

from crawler import read_page
from crawler.languages import (
    Letters,
    block_language,
    count_letters,
    language_among,
    languages_of,
    other_language,
    with_declared,
)

ARABIC_LINE = "أعيد يوم الأحد افتتاح الجسر القديم فوق النهر بعد أعمال ترميم استمرت أحد عشر شهراً."
ENGLISH_LINE = "The old bridge over the river reopened on Sunday after repairs that took eleven months."


@pytest.mark.parametrize(
    ("text", "letters"),
    [
        ("جسر bridge 12 ١٢", Letters(3, 6)),
        ("الســـجـــل", Letters(11, 0)),
        ("مُحَمَّد", Letters(4, 0)),
        ("1,204 — 56 %", Letters(0, 0)),
        ("https://news.example/2026/bridge", Letters(0, 0)),
        ("", Letters(0, 0)),
    ],
)
def test_letters_are_counted_by_script(text, letters):
    assert count_letters(text) == letters


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (ARABIC_LINE, "ar"),
        (ENGLISH_LINE, "en"),
        ("قالت شركة Two Rivers Shipping Company إنها أوقفت الرحلات", "ar"),
        ("He called it سجل, the register of the city", "en"),
        ("2026-03-01", None),
    ],
)
def test_a_block_is_in_the_language_of_most_of_its_letters(text, language):
    assert block_language(text) == language


@pytest.mark.parametrize(
    ("texts", "languages"),
    [
        ([ENGLISH_LINE, "***", ARABIC_LINE], ["en", "en", "ar"]),
        (["2026", ARABIC_LINE, ENGLISH_LINE], ["ar", "ar", "en"]),
        ([ARABIC_LINE, "No comment.", ARABIC_LINE], ["ar", "ar", "ar"]),
        (["1", "2"], ["en", "en"]),
        ([], []),
    ],
)
def test_each_block_of_a_page_gets_a_language(texts, languages):
    assert languages_of(texts, "en") == languages


QUOTATION = "We crossed it on the first morning."


@pytest.mark.parametrize(
    ("texts", "sides", "languages"),
    [
        # Without marks the quotation is English, as there is an English side, and the line without letters too.
        ([ENGLISH_LINE, ARABIC_LINE, QUOTATION, "1974"], [None] * 4, ["en", "ar", "en", "en"]),
        ([ENGLISH_LINE, ARABIC_LINE, QUOTATION, "1974"], ["en", "ar", "ar", "ar"], ["en", "ar", "ar", "ar"]),
        ([ENGLISH_LINE, "1974", ARABIC_LINE], [None, "ar", "ar"], ["en", "ar", "ar"]),
        # A side that holds the other language as well is none.
        ([ENGLISH_LINE, ARABIC_LINE], ["ar", "ar"], ["en", "ar"]),
        # A page that has no text in a side's language has no such side.
        ([ENGLISH_LINE, "1974"], ["en", "ar"], ["en", "en"]),
        ([ENGLISH_LINE, ARABIC_LINE], ["fr", None], ["en", "ar"]),
    ],
)
def test_a_templates_side_decides_unless_a_language_would_be_lost(texts, sides, languages):
    assert languages_of(texts, "en", sides) == languages


PERSIAN_LINE = "پل قدیمی روی رودخانه پس از یازده ماه تعمیر روز یکشنبه بازگشایی شد و مردم از آن گذشتند."
URDU_LINE = "گیارہ ماہ کی مرمت کے بعد دریا پر پرانا پل اتوار کو دوبارہ کھول دیا گیا ہے۔"
KURDISH_LINE = "پردە کۆنەکەی سەر ڕووبارەکە دوای یازدە مانگ نۆژەنکردنەوە ڕۆژی یەکشەممە کرایەوە."
PASHTO_LINE = "د سیند پر سر زوړ پله د یوولسو میاشتو له ترمیم وروسته د یکشنبې په ورځ پرانیستل شو."
FRENCH_LINE = "Le vieux pont sur le fleuve a rouvert dimanche après onze mois de travaux, selon la ville."


@pytest.mark.parametrize(
    ("texts", "languages"),
    [
        ([ARABIC_LINE, PERSIAN_LINE], ["ar", "fa"]),
        ([URDU_LINE, ARABIC_LINE, "پرانا پل کھل گیا", "الجسر القديم"], ["ur", "ar", "ur", "ar"]),
        ([KURDISH_LINE, ARABIC_LINE], ["ckb", "ar"]),
        ([PASHTO_LINE, ARABIC_LINE, ENGLISH_LINE], ["ps", "ar", "en"]),
        ([ENGLISH_LINE, FRENCH_LINE, ARABIC_LINE], ["en", "fr", "ar"]),
        ([PERSIAN_LINE, PERSIAN_LINE], ["fa", "fa"]),
        ([FRENCH_LINE], ["fr"]),
        ([ARABIC_LINE.replace("ي", "ی").replace("ك", "ک"), ENGLISH_LINE], ["ar", "en"]),
        ([ARABIC_LINE, ARABIC_LINE, ARABIC_LINE, "به گزارش روزنامه"], ["ar", "ar", "ar", "ar"]),
        ([ENGLISH_LINE] * 4 + ["La ville est en fête pour le pont."], ["en"] * 5),
    ],
)
def test_languages_of_one_script_are_told_apart_where_each_has_an_editions_worth(texts, languages):
    assert languages_of(texts, "en") == languages


@pytest.mark.parametrize(
    ("text", "languages", "language"),
    [
        ("پل قدیمی بازگشایی شد", ("ar", "fa"), "fa"),
        ("إعادة افتتاح الجسر القديم", ("ar", "fa"), "ar"),
        ("Le vieux pont rouvre", ("en", "fr", "ar"), "fr"),
        ("Old bridge reopens", ("ar",), None),
        ("Vanha silta avattiin", ("fi", "ar"), "fi"),
        ("1204", ("en",), None),
        ("Was ist Strom?", ("de", "en"), "de"),
        ("Was ist Strom?", ("en", "de"), "en"),
    ],
)
def test_a_line_is_in_one_of_an_articles_languages_or_in_none(text, languages, language):
    assert language_among(text, languages, "en") == language


@pytest.mark.parametrize(
    ("texts", "declared", "language"),
    [
        ([ENGLISH_LINE], "ar", "en"),
        ([ENGLISH_LINE], None, "en"),
        ([ENGLISH_LINE, "It was said that the works had been paid for by the city."], "fr", "en"),
        (["Le vieux pont a rouvert dimanche après onze mois de travaux de réfection."], "fr", "fr"),
        ([], "de", "de"),
        (["Каждое утро он пишет одну строчку в маленькую тетрадь, и это его дневник."], "en", "ru"),
        (["Щоранку він пише один рядок у маленький зелений зошит і заводить мотор."], None, "uk"),
        (["Щоранку він пише один рядок у маленький зелений зошит і заводить мотор."], "ru", "ru"),
        (["בכל בוקר לפני חמש כותב כרים מנסור שורה אחת במחברת ירוקה קטנה.", ARABIC_LINE], "ar", "he"),
        (["每天早上五点之前，卡里姆都会在一本绿色的小本子上写下一行字。"], "en", "zh"),
        (["毎朝五時前に、カリムは小さな緑色の手帳に一行を書き込み、それから渡し船のエンジンをかける。"], None, "ja"),
        ([ENGLISH_LINE, "Москва"], "en", "en"),
        (["જૂનો પુલ અગિયાર મહિનાના કામ પછી રવિવારે ફરી ખુલ્યો."], "en", "gu"),
    ],
)
def test_a_declared_language_is_believed_only_where_the_text_bears_it_out(texts, declared, language):
    assert other_language(texts, declared) == language


MALTESE_LINE = "Il-pont il-qadim fuq ix-xmara jerġa' jinfetaħ nhar il-Ħadd wara ħdax-il xahar ta' xogħol."


@pytest.mark.parametrize(
    ("text", "tag", "language"),
    [
        (MALTESE_LINE, "mt", "mt"),
        (MALTESE_LINE, None, "en"),
        (ENGLISH_LINE, "mt", "en"),
        ("Il-pont il-qadim", "mt", "en"),  # too little to be an edition
        (MALTESE_LINE, "de", "en"),  # a language whose words are known is told by them
        (MALTESE_LINE, "fa", "en"),  # written in another script
    ],
)
def test_a_part_declared_in_a_language_of_unknown_words_is_in_it_where_its_text_bears_that_out(text, tag, language):
    assert with_declared([ENGLISH_LINE, text], ["en", "en"], [None, tag], "en") == ["en", language]


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("ku", "Şaredariya benderê pira kevn roja yekşemê ji bo du mehan girt da ku textên wê biguherîne."),
        ("so", "Duqa magaalada ayaa sheegay in buundada hore la furi doono ka dib kow iyo toban bilood oo shaqo ah."),
        ("pl", "Burmistrz powiedział w środę, że most na rzece będzie otwarty w niedzielę, po jedenastu miesiącach."),
        (
            "ro",
            "Primarul a spus că podul nu este gata și că lucrările au fost scumpe, dar banii sunt ai statului.",
        ),
        (
            "sv",
            "Borgmästaren sade att bron över ån öppnar igen på söndag efter elva månaders arbete och att den är ny.",
        ),
        (
            "da",
            "Borgmesteren sagde, at broen over åen blev åbnet igen på søndag efter elleve måneders arbejde ved den.",
        ),
        ("sq", "Kryetari i bashkisë tha se ura mbi lumë do të hapet të dielën pas njëmbëdhjetë muajsh punimesh në të."),
        (
            "id",
            "Wali kota mengatakan bahwa jembatan itu akan dibuka kembali pada hari Minggu dan tidak ada biaya lebih.",
        ),
    ],
)
def test_a_text_in_latin_letters_is_told_by_its_words_whatever_stands_beside_it(language, line):
    assert languages_of([line, line], "en") == [language] * 2
    assert languages_of([line, ENGLISH_LINE, ARABIC_LINE], "en") == [language, "en", "ar"]
    assert languages_of([line, ENGLISH_LINE], language) == [language, "en"]


def test_a_language_near_another_keeps_its_name_beside_english():
    norwegian = "Ordføreren sa at broen over elven ble åpnet igjen på søndag etter elleve måneders arbeid med den."
    assert languages_of([norwegian, ENGLISH_LINE], "nb") == ["nb", "en"]


def test_names_of_sites_tell_no_language():
    assert languages_of(["via heise.de https://www.heise.de/", "via orf.at https://orf.at/"] * 4, "en") == ["en"] * 8


def test_a_declared_line_is_in_the_language_that_other_blocks_are_told_to_be_in():
    texts = [ENGLISH_LINE, "Pira kevn", "Dîsa vebû"]
    assert with_declared(texts, ["en", "en", "ku"], [None, "ku", "ku"], "en") == ["en", "ku", "ku"]
    assert with_declared([ENGLISH_LINE, *texts], ["en"] * 3 + ["ku"], ["ku", None, None, "ku"], "en")[0] == "en"


def test_without_a_text_no_language_is_declared():
    assert with_declared([], [], [], "en") == []


def test_a_line_that_tells_no_language_is_in_the_nearest_of_its_own_script():
    french = "Le vieux pont sur la rivière a rouvert dimanche après des travaux qui ont duré onze mois."
    texts = [ENGLISH_LINE, ARABIC_LINE, "Geneva, 29 April", ENGLISH_LINE, french, ARABIC_LINE]
    assert languages_of(texts, "en") == ["en", "ar", "en", "en", "fr", "ar"]


def test_kurmanji_beside_the_two_languages_is_told_by_its_words_where_nothing_declares_it():
    kurmanji = [
        "Pira kevn a li ser çem roja Yekşemê piştî xebatên ku yanzdeh meh dom kirin ji nû ve hat vekirin.",
        "Salma Haddad got ku 42 karkeran rûyê pirê û hemû bizmarên nîvê rojhilat guhertin û kar bi dawî bû.",
    ]
    texts = [ENGLISH_LINE, ENGLISH_LINE, *kurmanji, ARABIC_LINE, ARABIC_LINE]
    assert languages_of(texts, "en") == ["en", "en", "ku", "ku", "ar", "ar"]
    assert languages_of([*kurmanji, ARABIC_LINE], "en") == ["ku", "ku", "ar"]


def test_a_line_between_two_languages_is_in_the_one_that_writes_its_letters():
    turkish = [
        "Nehrin üzerindeki eski köprü, on bir ay süren çalışmaların ardından pazar günü ve bir törenle yeniden açıldı.",
        "Mühendis Selma Haddad, kırk iki işçinin ahşap güverteyi ve her cıvatayı değiştirdiğini söyledi, bu ise zor oldu.",
    ]
    texts = [ENGLISH_LINE, ENGLISH_LINE, "Köprü yeniden açıldı", *turkish, ARABIC_LINE]
    assert languages_of(texts, "en") == ["en", "en", "tr", "tr", "tr", "ar"]
    assert languages_of([*texts[:2], "28 April", *texts[3:]], "en")[2] == "en"


HEBREW = [
    "המעבורת אל האי שבה לפעול",
    "המעבורת בין הנמל הישן לאי הפליגה שוב ביום שישי, יומיים לאחר שסערה סגרה את הנתיב לכל התנועה.",
    "מנהל הנמל אמר כי צוללנים בדקו את הרציפים ומצאו עמוד פגום אחד שיוחלף בשבוע הבא.",
]
FERRY = [
    "The ferry to the island sails again",
    "The ferry between the old harbour and the island sailed again on Friday, two days after a storm.",
    "The harbour master said that divers had checked the piers and found one damaged pile.",
]
RUSSIAN = [
    "Паром на остров снова ходит",
    "Паром между старой гаванью и островом снова вышел в море в пятницу, через два дня после шторма.",
    "Начальник порта сообщил, что водолазы осмотрели причалы и нашли одну повреждённую сваю.",
]


@pytest.mark.parametrize(
    ("texts", "other", "languages"),
    [
        (FERRY + HEBREW, "en", ["en"] * 3 + ["he"] * 3),
        (HEBREW + FERRY, "he", ["he"] * 3 + ["en"] * 3),
        ([line for pair in zip(FERRY, RUSSIAN, strict=True) for line in pair], "en", ["en", "ru"] * 3),
        # A word or a line of another script is of the text it stands in.
        ([*FERRY, "Москва"], "en", ["en"] * 4),
        ([*HEBREW, "Photo: The Quay / EPA"], "he", ["he"] * 4),
        (
            [
                "東京都",
                "震度4 宮崎県、高鍋町、新富町、宮崎市の各地で観測されました。",
                "気象庁によると、津波の心配はないということです。",
            ],
            "ja",
            ["ja"] * 3,
        ),
    ],
)
def test_scripts_of_their_own_are_told_from_latin_letters_where_each_has_a_translations_worth(texts, other, languages):
    assert languages_of(texts, other) == languages


def test_a_hebrew_half_below_an_english_one_is_no_other_article():
    halves = "".join(
        f"<div><h{level}>{head}</h{level}>{''.join(f'<p>{text}</p>' for text in texts)}</div>"
        for level, (head, *texts) in ((1, FERRY), (2, HEBREW))
    )
    record = read_page(
        f"<html><body><main><article>{halves}</article></main></body></html>".encode(), "https://quay.example/a"
    )
    assert {language: [one["headline"], *one["paragraphs"]] for language, one in record["editions"].items()} == {
        "en": FERRY,
        "he": HEBREW,
    }
