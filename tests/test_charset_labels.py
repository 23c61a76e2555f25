"""Every charset under every label: the text comes out exact, or the table says why it cannot."""

import pytest

from crawler import read_page
from crawler.charset_guess import speaks_against
from crawler.decode import decode_text

ARABIC = (
    "<p>قررت بلدية البصرة يوم الأحد إغلاق الجسر القديم أمام الشاحنات، ابتداءً من الساعة 6 صباحاً.</p>"
    "<p>وقالت المهندسة سلمى حداد إن «البراغي» القديمة استُبدلت؛ فهل يعود المرور غداً؟</p>"
)
# ISO 8859-6 has no quotation marks beside ASCII's.
ARABIC_6 = ARABIC.replace("«", '"').replace("»", '"')
FRENCH = (
    "<p>L'École a rouvert dimanche : « Nous étions prêts », a déclaré à midi la maire, Noëlle Œuvrard – "
    "élue l'été dernier. À côté, où l'on répare le pont, 42 ouvriers ont été engagés.</p>"
)
ENGLISH = "<p>“We were ready,” the mayor said – after eleven months’ work, for £4m, at the café.</p>"
KINDS = {
    "utf-8": (ARABIC, "utf-8"),
    "utf-8 with bom": (ARABIC, "utf-8-sig"),
    "windows-1256": (ARABIC, "cp1256"),
    "iso-8859-6": (ARABIC_6, "iso8859_6"),
    "utf-16le": (ARABIC, "utf-16-le"),
    "utf-16be": (ARABIC, "utf-16-be"),
    "utf-16le with bom": (ARABIC, "utf-16-le"),
    "utf-16be with bom": (ARABIC, "utf-16-be"),
    "windows-1252 French": (FRENCH, "cp1252"),
    "windows-1252 English": (ENGLISH, "cp1252"),
}
MARKS = {"utf-16le with bom": b"\xff\xfe", "utf-16be with bom": b"\xfe\xff"}
# Of windows-1252's neighbours those in which these texts are the same (windows-1254, which iso-8859-9 is too) and none
# that would show other Latin letters: see the test of a Latin page under another Latin label.
WRONG = (
    *("utf-8", "iso-8859-1", "windows-1252", "windows-1256", "iso-8859-6", "utf-16", "utf-16be"),
    *(
        "us-ascii",
        "windows-1251",
        "windows-1254",
        "iso-8859-9",
        "gbk",
        "big5",
        "shift_jis",
        "x-user-defined",
        "no-such",
    ),
)


def page_of(kind, label=None):
    """The page with these bytes, which declares the label in a meta element where one is given."""
    text, codec = KINDS[kind]
    head = f'<meta charset="{label}">' if label else ""
    html = f"<html><head>{head}<title>x</title></head><body>{text}</body></html>"
    return html, MARKS.get(kind, b"") + html.encode(codec)


def right_label(kind):
    return kind.split(" ", maxsplit=1)[0]


def header(label):
    return f"text/html; charset={label}"


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_labelled_rightly_once_twice_or_not_at_all_is_exact(kind):
    label = right_label(kind)
    for in_header, in_meta in ((label, None), (None, label), (label, label), (None, None)):
        html, body = page_of(kind, in_meta)
        decoded = decode_text(body, header(in_header) if in_header else "text/html")
        assert (decoded.text, decoded.charset, decoded.replaced) == (html, label, 0)


@pytest.mark.parametrize("wrong", WRONG)
@pytest.mark.parametrize("kind", KINDS)
def test_a_page_labelled_wrongly_in_header_meta_or_both_is_exact(kind, wrong):
    for in_header, in_meta in ((wrong, None), (None, wrong), (wrong, right_label(kind)), (wrong, wrong)):
        html, body = page_of(kind, in_meta)
        decoded = decode_text(body, header(in_header) if in_header else "text/html")
        assert (decoded.text, decoded.replaced) == (html, 0)


@pytest.mark.parametrize(
    ("text", "codec", "label"),
    [
        (
            "<p>Президент заявил в среду, что переговоры будут продолжены на следующей неделе.</p>",
            "cp1251",
            "windows-1251",
        ),
        ("<p>Президент заявил в среду, что переговоры будут продолжены на следующей неделе.</p>", "koi8_r", "koi8-r"),
        ("<p>ראש הממשלה אמר היום כי הממשלה תאשר את התקציב בשבוע הבא</p>", "cp1255", "windows-1255"),
        ("<p>Ο πρωθυπουργός δήλωσε σήμερα ότι η κυβέρνηση θα εγκρίνει τον προϋπολογισμό</p>", "cp1253", "windows-1253"),
        ("<p>Cumhurbaşkanı bugün yaptığı açıklamada görüşmelerin süreceğini söyledi</p>", "cp1254", "windows-1254"),
        ("<p>นายกรัฐมนตรีกล่าวว่ารัฐบาลจะอนุมัติงบประมาณในสัปดาห์หน้า</p>", "cp874", "windows-874"),
        ("<p>市长星期三表示，旧桥将于下周重新开放，工人更换了木板。</p>", "gbk", "gbk"),
        ("<p>市長は水曜日、古い橋が来週再開すると述べた。作業員が板を取り替えた。</p>", "shift_jis", "shift_jis"),
        ("<p>市長は水曜日、古い橋が来週再開すると述べた。作業員が板を取り替えた。</p>", "euc_jp", "euc-jp"),
        ("<p>Prezydent powiedział w środę, że rozmowy będą kontynuowane w Łodzi.</p>", "iso8859_2", "iso-8859-2"),
        ("<p>رئيس جمهور روز چهارشنبه گفت كه گفتگوها ادامه خواهد يافت و پل باز شد</p>", "cp1256", "windows-1256"),
    ],
)
def test_a_true_label_of_any_other_charset_is_believed(text, codec, label):
    decoded = decode_text(text.encode(codec), header(label))
    assert (decoded.text, decoded.charset, decoded.decided_by) == (text, label, "header")


def test_a_persian_page_without_a_label_is_windows_1256():
    text = "<p>رئيس جمهور روز چهارشنبه گفت كه گفتگوها ادامه خواهد يافت و پل باز شد</p>"
    assert decode_text(text.encode("cp1256"), None).text == text


def test_a_latin_page_under_another_latin_label_is_read_as_labelled():
    # Nothing in the bytes tells 0xE0 as à (windows-1252) from ŕ (windows-1250): the label is all there is.
    decoded = decode_text("<p>à midi</p>".encode("cp1252"), header("windows-1250"))
    assert (decoded.text, decoded.decided_by) == ("<p>ŕ midi</p>", "header")
    assert not speaks_against(b"\xe0 midi", "windows-1250", "ŕ midi")


def test_mac_arabic_cannot_be_read_since_the_web_has_no_name_for_it():
    # The Encoding Standard knows no x-mac-arabic, so no browser shows such a page either. Its letters lie as those of
    # ISO 8859-6 do, its white space and digits do not: nothing is lost silently only where they are absent.
    text = "<p>قررت بلدية البصرة إغلاق الجسر القديم أمام الشاحنات</p>"
    decoded = decode_text(text.encode("mac_arabic"), header("x-mac-arabic"))
    assert decoded.decided_by == "guess"
    assert decoded.charset == "iso-8859-6"


@pytest.mark.parametrize("broken", [b"\xff", b"\xc3", b"\xd9 ", b"\xe9\xe9"])
@pytest.mark.parametrize("label", [None, "utf-8", "windows-1256", "iso-8859-1", "iso-8859-6"])
def test_a_few_broken_bytes_make_no_other_charset_of_utf8(label, broken):
    html, body = page_of("utf-8")
    cut = body.index("وقالت".encode())
    damaged = body[:cut] + broken + body[cut:]
    decoded = decode_text(damaged, header(label) if label else None)
    assert (decoded.charset, decoded.replaced) == ("utf-8", damaged.decode("utf-8", "replace").count("\ufffd"))
    assert decoded.text == damaged.decode("utf-8", "replace")
    assert decoded.text.replace("\ufffd", "").replace(" ", "") == html.replace(" ", "")


URL = "https://news.example/bridge/"
WORDS = "قررت بلدية البصرة يوم الأحد إغلاق الجسر القديم أمام الشاحنات حتى نهاية الشهر المقبل بحسب بيان"


@pytest.mark.parametrize(
    ("text", "note"),
    [
        (WORDS, None),
        (FRENCH, None),
        ("ÅØ is a name. Ø, Ù and Û are letters, as in OÙ.", None),
        ("قطع ظهر طغى عظيم", None),
        (WORDS.encode().decode("cp1252", "replace"), "windows-1252"),
        (WORDS.encode().decode("latin-1"), "windows-1252"),
        (WORDS.encode().decode("cp1256"), "windows-1256"),
        ("“It’s the mayor’s,” she said – at the café".encode().decode("cp1252", "replace"), "windows-1252"),
    ],
)
def test_mojibake_that_was_published_is_kept_and_noted(text, note):
    body = f"<html><body><h1>x</h1><p>{text}</p></body></html>".encode()
    record = read_page(body, URL)
    said = [line for line in record["notes"] if "mojibake" in line]
    assert [f"UTF-8 read as {note}" in line for line in said] == ([True] if note else [])
    assert record["charset"] == "utf-8"


def test_the_record_says_how_the_bytes_were_read_and_what_was_lost():
    body = f"<html><body><h1>x</h1><p>{WORDS}</p></body></html>".encode("cp1256")
    record = read_page(body, URL)
    assert (record["charset"], record["charset_decided_by"], record["notes"]) == ("windows-1256", "guess", [])
    broken = f"<html><body><p>{WORDS}\udcff{WORDS}</p></body></html>".encode("utf-8", "surrogateescape")
    record = read_page(broken, URL)
    assert record["notes"] == ["the page cannot be read as utf-8 in 1 place, shown as U+FFFD"]


def test_marks_that_turn_letters_around_are_kept_and_noted():
    body = f"<html><body><h1>x</h1><p>\u202eabc\u202c {WORDS}</p></body></html>".encode()
    record = read_page(body, URL)
    assert record["notes"] == ["the text holds marks that force letters to run the other way (1 of U+202D, U+202E)"]
    assert record["editions"]["ar"]["paragraphs"] == [f"\u202eabc\u202c {WORDS}"]


RUSSIAN = (
    "Мэр заявил в среду, что старый мост откроют на следующей неделе: рабочие заменили доски. "
    "По его словам, пешеходам приходилось идти в обход."
)
HEBREW = "ראש העיר אמר היום כי הגשר הישן ייפתח בשבוע הבא. לדבריו הפועלים החליפו את הקרשים, והולכי הרגל נאלצו לעקוף."
GREEK = "Ο δήμαρχος δήλωσε την Τετάρτη ότι η παλιά γέφυρα θα ανοίξει ξανά την επόμενη εβδομάδα. Οι σανίδες άλλαξαν."
THAI = "นายกเทศมนตรีกล่าวเมื่อวันพุธว่าสะพานเก่าจะเปิดอีกครั้งในสัปดาห์หน้า คนงานได้เปลี่ยนแผ่นไม้กระดานแล้ว"
JAPANESE = (
    "市長は水曜日、古い橋が来週から再び通れるようになると述べた。作業員が傷んだ板をすべて取り替えたという。"
    "歩いて渡る人たちは、これまで遠回りをしなければならず、商店の売り上げも落ちていた。"
)
OTHER_SCRIPTS = [
    (RUSSIAN, "windows-1251", "cp1251"),
    (RUSSIAN, "koi8-r", "koi8_r"),
    (RUSSIAN, "iso-8859-5", "iso8859_5"),
    (HEBREW, "windows-1255", "cp1255"),
    (GREEK, "windows-1253", "cp1253"),
    (THAI, "windows-874", "cp874"),
    ("市长星期三表示，旧桥将于下周重新开放，工人更换了木板。他说，行人过去只能绕道而行。", "gb18030", "gb18030"),
    ("市長星期三表示，舊橋將於下週重新開放，工人更換了木板。他說，行人過去只能繞道而行。", "big5", "big5"),
    (JAPANESE, "shift_jis", "shift_jis"),
    (JAPANESE, "euc-jp", "euc_jp"),
    ("시장은 수요일 오래된 다리가 다음 주 다시 열린다고 밝혔다. 그는 판자를 교체했다고 말했다.", "euc-kr", "euc_kr"),
]


@pytest.mark.parametrize("label", [None, "utf-8", "iso-8859-1", "windows-1256"])
@pytest.mark.parametrize(("text", "charset", "codec"), OTHER_SCRIPTS)
def test_another_script_is_read_exactly_without_a_label_or_with_that_of_latin_or_arabic(text, charset, codec, label):
    body = f"<html><body><h1>Port 21</h1>{f'<p>{text}</p>' * 3}</body></html>"
    decoded = decode_text(body.encode(codec), header(label) if label else None)
    assert (decoded.text, decoded.charset, decoded.decided_by) == (body, charset, "guess")


@pytest.mark.parametrize(
    ("language", "text", "codec", "charset"),
    [
        ("pl", "Prezydent powiedział w środę, że rozmowy będą kontynuowane w Łodzi.", "iso8859_2", "iso-8859-2"),
        ("pl-PL", "Prezydent powiedział w środę, że rozmowy będą kontynuowane w Łodzi.", "cp1250", "windows-1250"),
        ("cs", "Starosta řekl, že most bude příští týden znovu otevřen.", "iso8859_2", "iso-8859-2"),
        ("tr", "Belediye başkanı köprünün gelecek hafta açılacağını söyledi.", "cp1254", "windows-1254"),
        ("lt", "Meras pranešė, kad tiltas bus atidarytas kitą savaitę.", "cp1257", "windows-1257"),
        ("fr", "Le pont a rouvert dimanche à midi, a déclaré la maire.", "cp1252", "windows-1252"),
    ],
)
def test_a_latin_page_without_a_label_is_read_by_its_language(language, text, codec, charset):
    body = f'<html dir="ltr" lang="{language}"><body><p>{text}</p></body></html>'
    decoded = decode_text(body.encode(codec), None)
    assert (decoded.text, decoded.charset, decoded.decided_by) == (body, charset, "guess")


def test_marks_in_a_row_are_no_word_of_another_script():
    body = "<p>“–––” and “———” … ‘’“”•••".encode("cp1252")
    assert decode_text(body, None).charset == "windows-1252"
    assert decode_text(body, header("iso-8859-1")).decided_by == "header"
