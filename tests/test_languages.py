import pytest

from crawler.languages import Letters, block_language, count_letters, languages_of, other_language

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


@pytest.mark.parametrize(
    ("texts", "declared", "language"),
    [
        ([ENGLISH_LINE], "ar", "en"),
        ([ENGLISH_LINE], None, "en"),
        ([ENGLISH_LINE, "It was said that the works had been paid for by the city."], "fr", "en"),
        (["Le vieux pont a rouvert dimanche après onze mois de travaux de réfection."], "fr", "fr"),
        ([], "de", "de"),
    ],
)
def test_a_declared_language_is_believed_only_where_the_text_is_not_english(texts, declared, language):
    assert other_language(texts, declared) == language
