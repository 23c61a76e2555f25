import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.models.forms import comparison_form, display_form, match_form

ARABIC_TEXT = st.text(
    alphabet=st.sampled_from("ابتثجحخدذرزسشصضطظعغفقكلمنهويةىأإآؤئءپچڤگ ًٌٍَُِّْـ٠١٢۳،؟\u200f\u200e\u200c\u00a0xY9é"),
    max_size=60,
)


@pytest.mark.parametrize(
    ("published", "shown"),
    [
        ("  Baghdad\u00a0\n says\t", "Baghdad says"),
        ("e\u0301", "é"),
        ("بغـــداد", "بغـــداد"),
        ("\u200fبغداد\u200e", "\u200fبغداد\u200e"),
        ("a\x00b\x1bc", "abc"),
        ("broken \ud800 half", "broken \ufffd half"),
        (" \u00a0\n", ""),
    ],
)
def test_the_display_form_settles_white_space_and_keeps_what_was_published(published, shown):
    assert display_form(published) == shown


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("بغـــداد", "بغداد"),
        ("\u202bبغداد\u202c تخطر", "بغداد  تخطر"),
        ("Bagh\u00addad", "Baghdad"),
        ("\ufeffبغداد", "بغداد"),
        ("two  spaces\n", "two spaces"),
        ("\u2067العراق\u2069", "العراق"),
    ],
)
def test_texts_that_look_the_same_have_one_comparison_form(one, other):
    assert comparison_form(one) == comparison_form(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("151 استهدافاً", "152 استهدافاً"),
        ("عِلم", "علم"),
        ("الأميركية", "الامريكية"),
        ("١٢", "12"),
        ("he said", "He said"),
        ("نمی\u200cخواهم", "نمیخواهم"),
    ],
)
def test_texts_that_a_reader_tells_apart_have_different_comparison_forms(one, other):
    assert comparison_form(one) != comparison_form(other)


@pytest.mark.parametrize(
    ("variants", "folded"),
    [
        (["الأَقْصَى", "الاقصى", "الأقصي", "ٱلأقصى", "الأقـصى"], "الاقصي"),
        (["مسؤول", "مسوول"], "مسوول"),
        (["رئيس", "رييس"], "رييس"),
        (["مدرسة", "مدرسه", "مدرسۀ"], "مدرسه"),
        (["١٢٬٥٠٠٫٥٪", "۱۲٬۵۰۰٫۵٪", "12,500.5%"], "12,500.5%"),
        (["al-Aqṣā", "AL-AQSA", "al\u200b-Aqsa"], "al-aqsa"),
        (["Ğarf an-Naṣr", "Garf an-Nasr"], "garf an-nasr"),
        (["ﻻ", "لا"], "لا"),
        (["کردستان", "كردستان"], "كردستان"),
    ],
)
def test_spelling_variants_of_one_word_have_one_match_form(variants, folded):
    assert {match_form(variant) for variant in variants} == {folded}


@given(ARABIC_TEXT)
def test_each_form_of_a_form_is_itself(text):
    assert display_form(display_form(text)) == display_form(text)
    assert comparison_form(comparison_form(text)) == comparison_form(text)
    assert match_form(match_form(text)) == match_form(text)


@given(st.text(max_size=80))
def test_any_text_has_forms_that_can_be_stored(text):
    for form in (display_form, comparison_form, match_form):
        form(text).encode("utf-8")
