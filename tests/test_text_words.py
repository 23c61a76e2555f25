import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.text_words import letters_of, spelt_words_of, words_of

# Letters of several scripts, digits and all marks that words are told by, often enough to stand side by side.
TEXTS = st.text(
    st.one_of(st.sampled_from("ab1_' ’‘“”–…é²ªß\xa0\u200cخبر"), st.characters(max_codepoint=0x2FF), st.characters())
)


@given(TEXTS)
def test_words_are_those_that_a_pattern_finds(text: str) -> None:
    assert words_of(text) == re.findall(r"\w+", text)


@given(TEXTS)
def test_runs_of_letters_are_those_that_a_pattern_finds(text: str) -> None:
    assert letters_of(text) == re.findall(r"[^\W\d_]+", text)


@given(TEXTS)
def test_words_with_apostrophes_are_those_that_a_pattern_finds(text: str) -> None:
    plain = text.replace("’", "'")
    assert spelt_words_of(text) == re.findall(r"[^\W\d_]+(?:['\u200c][^\W\d_]+)*", plain)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Don’t say 'rock''n'roll' in '99", ["Don't", "say", "rock", "n'roll", "in"]),
        ("'", []),
        ("“L’été” – l’hiver", ["L'été", "l'hiver"]),
        ("رويترز’s خبر", ["رويترز's", "خبر"]),
    ],
)
def test_an_apostrophe_joins_letters_alone(text: str, words: list[str]) -> None:
    assert spelt_words_of(text) == words
