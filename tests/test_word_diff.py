"""What changed in a text, word by word, in both languages."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.models.forms import comparison_form
from crawler.models.word_diff import MOST_PAIRS, Part, Piece, diff_words, match_sequences


def written(pieces: tuple[Piece, ...]) -> str:
    """The pieces as wdiff writes them."""
    signs = {Part.KEPT: ("", ""), Part.REMOVED: ("[-", "-]"), Part.ADDED: ("{+", "+}")}
    return "".join(signs[piece.part][0] + piece.text + signs[piece.part][1] for piece in pieces)


@pytest.mark.parametrize(
    ("before", "after", "marked"),
    [
        ("", "", ""),
        ("", "Rain.", "{+Rain.+}"),
        ("Rain.", "", "[-Rain.-]"),
        ("150 families left.", "151 families left.", "[-150 -]{+151 +}families left."),
        ("They left in May.", "They left in June.", "They left in [-May-]{+June+}."),
        ("He said no.", "He said nothing.", "He said [-no-]{+nothing+}."),
        ("The red bridge", "The bridge", "The [-red -]bridge"),
        # Clitics and marks belong to the word.
        ("وقال الوزير", "قال الوزير", "[-وقال -]{+قال +}الوزير"),
        ("نُقلت ١٥٠ عائلة", "نُقلت ١٥١ عائلة", "نُقلت [-١٥٠ -]{+١٥١ +}عائلة"),
        ("علم الوزير", "علَم الوزير", "[-علم -]{+علَم +}الوزير"),
        ("قال: «نعم»، ثم خرج", "قال: «لا»، ثم خرج", "قال: «[-نعم-]{+لا+}»، ثم خرج"),
        ("هل غادر؟", "هل غادر", "هل غادر[-؟-]"),
        ("They left today.", "They left.", "They left[- today-]."),
        ("They left.", "They left today.", "They left{+ today+}."),
        ("They left", "They left today", "They left{+ today+}"),
        # A number is one word with its separators and its percent sign.
        ("12% of 1,200", "15% of 1,250", "[-12% -]{+15% +}of [-1,200-]{+1,250+}"),
        ("بلغت ١٢٫٥٪ فقط", "بلغت ١٢٫٦٪ فقط", "بلغت [-١٢٫٥٪ -]{+١٢٫٦٪ +}فقط"),
        ("16في البلدة", "17في البلدة", "[-16في -]{+17في +}البلدة"),
        # Names are one word.
        ("Karim al-Sayegh said", "Karim al-Sayigh said", "Karim [-al-Sayegh -]{+al-Sayigh +}said"),
        ("the city’s port", "the town’s port", "the [-city’s -]{+town’s +}port"),
        # What cannot be seen is no change, alone or beside one.
        ("بغـــداد تخطر", "بغداد\u200f تخطر", "بغداد\u200f تخطر"),
        ("بغـــداد ١٢", "بغداد\u200f ١٣", "بغداد\u200f [-١٢-]{+١٣+}"),
        ("\u200fنعم", "نعم", "نعم"),
        # White space is one only where words run together or marks come apart.
        ("a  b", "a b", "a b"),
        ("a , b", "a, b", "[-a -]{+a+}, b"),
        ("a \u0640, b", "a, b", "[-a \u0640-]{+a+}, b"),
        # A sentence written anew is not shown word by word for the sake of its "of the".
        (
            "Guards opened the harbour again",
            "Farmers left the upper town",
            "[-Guards opened the harbour again-]{+Farmers left the upper town+}",
        ),
    ],
)
def test_words_that_changed_are_marked(before: str, after: str, marked: str) -> None:
    assert written(diff_words(before, after)) == marked


WORDS = st.lists(
    st.sampled_from(["the", "port", "1,200", "،", "في", "مُحمد", "\u200f", "-", " ", "\u0640", "a’b", "«", "12%"]),
    max_size=25,
)


def spaces_aside(text: str) -> str:
    return comparison_form(text).replace(" ", "")


@given(WORDS, WORDS, st.sampled_from(["", " "]))
def test_the_pieces_make_both_texts(before: list[str], after: list[str], space: str) -> None:
    old, new = space.join(before), space.join(after)
    pieces = diff_words(old, new)
    assert "".join(piece.text for piece in pieces if piece.part is not Part.REMOVED) == (
        new if comparison_form(new) or not comparison_form(old) else ""
    )
    left = "".join(piece.text for piece in pieces if piece.part is not Part.ADDED)
    assert spaces_aside(left) == spaces_aside(old)
    assert (comparison_form(old) == comparison_form(new)) == all(piece.part is Part.KEPT for piece in pieces)


def test_a_text_too_long_for_difflib_is_divided_by_words_that_stand_once() -> None:
    filler = ["and", "then"] * 75
    assert len(filler) ** 2 > MOST_PAIRS > len(filler) ** 2 / 2
    old = ["at", *filler, "harbour", *filler, "bridge", "old"]
    new = ["in", *filler, "harbour", *filler, "bridge", "new"]
    assert match_sequences(old, new) == [(1, 1, 302)]


def test_what_nothing_divides_is_removed_and_added_whole() -> None:
    old, new = ["a", "b"] * 400, ["b", "a"] * 400
    assert match_sequences(["start", *old, "end"], ["start", *new, "end"]) == [(0, 0, 1), (801, 801, 1)]
