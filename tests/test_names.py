import pytest

from crawler.page.foreign_datelines import is_foreign_dateline
from crawler.page.names import is_name


@pytest.mark.parametrize(
    "text",
    [
        "Mona Abdel Sattar",
        "Huda Saif and Tariq Anam",
        "Zainab al-Maliki",
        "Ludwig van der Berg",
        "Yacine Aït Ouali",
        "J. K. O'Neill",
        "منى عبد الستار",
        "هدى سيف وطارق أنعم",
        "پروانه دریایی",
    ],
)
def test_a_line_of_one_or_two_names_is_known(text):
    assert is_name(text)


@pytest.mark.parametrize(
    "text",
    [
        "Salma",
        "Middle East",
        "Land & water",
        "The bridge is open",
        "Old bridge reopens",
        "2 November",
        "Who pays for the water and who does not pay for it",
        "شؤون عربية",
        "الضخ سيستهلك عُشر كهرباء البلاد",
        "ماذا حدث؟",
        "٢ كانون الأول ٢٠٢٥",
        "",
    ],
)
def test_a_line_that_says_anything_else_is_no_name(text):
    assert not is_name(text)


@pytest.mark.parametrize(
    ("text", "is_date"),
    [
        ("۱۲ بهمن ۱۴۰۴", True),
        ("تهران، ۱۲ بهمن ۱۴۰۴", True),
        ("۲ مئی ۲۰۲۶", True),
        ("١٥ی ئایاری ٢٠٢٦", True),
        ("١٥ی تشرینی یەکەمی ٢٠٢٦", True),
        ("Tunis, 21 novembre 2025", True),
        ("1er mai 2026", True),
        ("3 de mayo de 2026", True),
        ("3. März 2026", True),
        ("21 novembre 2025, le ministre a parlé", False),
        ("۱۲ بهمن روز بزرگی بود", False),
        ("novembre", False),
        ("12 apples", False),
    ],
)
def test_a_date_line_in_another_language_is_known_as_one(text, is_date):
    assert is_foreign_dateline(text) == is_date
