"""What the classes and ids of an element say of it."""

import pytest

from crawler.page.furniture import is_byline_text, is_furniture_name, is_furniture_text, name_words
from crawler.page.reader_notices import is_reader_notice


@pytest.mark.parametrize(
    ("classes", "is_furniture"),
    [
        ("related-posts", True),
        ("sidebar widget", True),
        ("entry-content", False),
        ("richtext print:mt-2 dark:text-white", False),
        ("hover:share-lg story", False),
        ("print-only", True),
        ("td-crumb-container", True),
        ("next-prev-post clearfix", True),
        ("elementor-widget elementor-widget-text-editor", False),
        ("elementor-widget-container", False),
        ("", False),
    ],
)
def test_a_class_names_furniture_by_its_words_not_by_its_look(classes, is_furniture):
    assert is_furniture_name(classes, None) is is_furniture


def test_a_name_is_its_words_without_the_look_for_a_medium():
    assert name_words("entryTitle print:block post_date") == {"entry", "title", "post", "date"}


@pytest.mark.parametrize(
    "line",
    [
        "اقرأ أيضًا: الميناء يفتح رصيفه الثالث",
        "أقرأ ايضا",
        "اقرأ/ي أيضًا:",
        "قد يهمكم أيضا: جدول الرحلات",
        "لا يفوتك",
        "حجم الخط 0",
        "تكبير الخط",
        "موضوعات مقترحة",
        "الرابط المختصر:",
        "كل الحقوق محفوظة",
        "اترك تعليقًا",
        "الموضوعات المتعلقة",
        "روابط ذات صلة",
        "نسخة للطباعة",
    ],
)
def test_labels_of_arabic_sites_are_known_however_they_are_spelled(line):
    assert is_furniture_text(line)


@pytest.mark.parametrize("line", ["حجم الخط الساخن للشكاوى ارتفع", "قد يهمكم الأمر", "اقرأ أيضاح القانون"])
def test_a_sentence_that_begins_as_a_label_of_an_arabic_site_is_none(line):
    assert not is_furniture_text(line)


@pytest.mark.parametrize(
    ("line", "is_notice"),
    [
        ("تابعوا آخر أخبار المرفأ عبر Google News", True),
        ("للانضمام إلى مجموعتنا على الواتساب اضغط هنا", True),
        ("متابعة أخبار الوكالة على التلغرام https://example.org/x", True),
        ("لمشاهدة الفيديو اضغط هنا", True),
        ("التعليقات المنشورة تعبر عن رأي صاحبها ولا تتحمل إدارة الموقع مسؤولية عنها", True),
        ("مضى على نشر هذا المقال أكثر من سنة", True),
        ("This article is more than 3 months old", True),
        ("We'd love to get your feedback at radio@news.example", True),
        ("This site is best viewed with Internet Explorer 6.0 or higher", True),
        ("Feedback from the harbour is best viewed with care, he said.", False),
        ("This article of faith is more than 300 years old", False),
        ("وقال الوزير إن المقالات تعبر عن رأي أصحابها ولن يحاسب عليها أحد.", False),
        ("تابع آلاف السكان أخبار السيول عبر تطبيق تلغرام طوال الليل.", False),
        ("انضم إلى مجموعة على واتساب قبل عامين، وبدأ ينشر أخبار القرية.", False),
    ],
)
def test_an_arabic_line_that_leads_readers_to_a_channel_is_a_notice(line, is_notice):
    assert is_reader_notice(line) is is_notice


@pytest.mark.parametrize(
    ("line", "is_byline"),
    [
        ("كتب سامي الحلبي - هدى عوض", True),
        ("كتبت منى سالم:", True),
        ("كتب التاريخ المدرسية", False),
        ("كتب سامي الحلبي على صفحته أن الرصيف أغلق منذ الصباح", False),
    ],
)
def test_wrote_before_nothing_but_names_is_a_byline(line, is_byline):
    assert is_byline_text(line) is is_byline


@pytest.mark.parametrize(
    "line",
    [
        "Original Arabic text below",
        "(English below)",
        "English follows Arabic",
        "For the Arabic version, please scroll down",
        "النص الأصلي",
        "(الإنكليزية أدناه)",
        "لقراءة النص بالعربية اضغط هنا",
        "اقرأ المقال بالعربية",
        "للنشر الفوري",
        "بيان صحفي",
        "41.2K subscribers",
    ],
)
def test_a_line_that_says_where_the_other_language_stands_or_what_is_issued_is_a_label(line):
    assert is_furniture_text(line)


@pytest.mark.parametrize(
    "line",
    [
        "English teachers above all",
        "Arabic follows its own path",
        "للغة العربية أسرارها",
        "النص الأصلي للرسالة كان بالإنجليزية",
    ],
)
def test_a_headline_on_a_language_is_no_label(line):
    assert not is_furniture_text(line)


@pytest.mark.parametrize(
    "line",
    [
        "Compartir en WhatsApp",
        "Auf Facebook teilen",
        "PUBLICIDADE",
        "विज्ञापन",
        "© RIPRODUZIONE RISERVATA",
        "Tous droits réservés.",
        "Artículos relacionados",
        "Vídeos relacionados:",
        "Meistgelesen",
        "مطالب مرتبط",
        "Leggi tutto »",
    ],
)
def test_labels_of_tools_and_boxes_are_known_in_other_languages(line):
    assert is_furniture_text(line)


@pytest.mark.parametrize("line", ["Werbung für den Hafen", "Teilen ist schwer", "Publicidad y verdad en el puerto"])
def test_a_line_that_only_begins_as_such_a_label_is_none(line):
    assert not is_furniture_text(line)
