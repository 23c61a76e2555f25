"""On a page of two languages the byline of one side tells the other's."""

import pytest

from crawler import read_page

ENGLISH = [
    "Four fishing boats came back to the old harbour on Sunday after nine days at sea without a working radio.",
    "The harbour master said that all of the crews were well and that the boats would be searched on Monday.",
]
ARABIC = [
    "عادت أربعة مراكب صيد إلى الميناء القديم يوم الأحد بعد تسعة أيام في البحر من دون جهاز لاسلكي يعمل.",
    "وقال مدير الميناء إن جميع البحارة بخير وإن المراكب ستخضع للتفتيش يوم الاثنين.",
]
EN_TITLE, AR_TITLE = "Four boats return to harbour", "عودة أربعة مراكب إلى الميناء"


def editions_of(english_line, arabic_line):
    def side(title, line, texts):
        return f"<div><h2>{title}</h2><div>{line}</div>{''.join(f'<p>{text}</p>' for text in texts)}</div>"

    body = side(AR_TITLE, arabic_line, ARABIC) + side(EN_TITLE, english_line, ENGLISH)
    return read_page(f"<body><main>{body}</main></body>".encode(), "https://news.example/boats")["editions"]


@pytest.mark.parametrize(
    ("english_line", "arabic_line"),
    [
        ("Nadia Sabbagh - Marsa", "بقلم: نادية صباغ"),
        ("NADIA SABBAGH, MARSA", "كتبت نادية صباغ"),
        ("By Tariq Mansour", "طارق منصور ومراسلون في المرفأ"),
    ],
)
def test_a_line_that_says_the_name_of_the_other_side_s_byline_is_the_byline(english_line, arabic_line):
    editions = editions_of(english_line, arabic_line)
    assert (editions["en"]["byline"], editions["ar"]["byline"]) == (english_line, arabic_line)
    assert (editions["en"]["paragraphs"], editions["ar"]["paragraphs"]) == (ENGLISH, ARABIC)


def test_a_line_that_shares_one_name_alone_with_the_other_side_s_byline_is_none():
    editions = editions_of("Boats from Marsa come home", "بقلم: نادية صباغ - مرسى")
    assert editions["en"]["byline"] is None
