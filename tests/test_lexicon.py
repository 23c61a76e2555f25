"""The lexicon: what is learned from texts alone, and how it is written down."""

import hashlib
import random
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.errors import UnreadableLexicon
from crawler.lexicon import Lexicon
from crawler.lexicon_training import learn_lexicon

SUBJECTS = [("farmers", "المزارعون"), ("teachers", "المعلمون"), ("doctors", "الأطباء"), ("drivers", "السائقون")]
VERBS = [("praised", "امتدح"), ("criticised", "انتقد"), ("ignored", "تجاهل"), ("studied", "درس")]
OBJECTS = [("the minister", "الوزير"), ("the budget", "الموازنة"), ("the bridge", "الجسر"), ("the harvest", "الحصاد")]
DOCUMENTS = [
    (
        [f"The {subject[0]} {verb[0]} {thing[0]}." for verb in VERBS],
        [f"{verb[1]} {subject[1]} {thing[1]}." for verb in VERBS],
    )
    for subject in SUBJECTS
    for thing in OBJECTS
]


def test_words_that_always_meet_render_each_other() -> None:
    lexicon = learn_lexicon(DOCUMENTS)
    best = {english: max(arabic, key=lambda word: arabic[word]) for english, arabic in lexicon.renderings.items()}
    expected = {"bridge": "جسر", "harvest": "حصاد", "teacher": "معلم", "minister": "وزير"}
    assert {word: best[word] for word in expected} == expected
    assert (lexicon.documents, lexicon.pairs) == (16, 64)
    assert all(0 < sureness <= 1 for sureness in lexicon.entries.values())


def test_no_document_teaches_nothing() -> None:
    assert learn_lexicon([]) == Lexicon() == learn_lexicon([(["Prices rose."], []), ([], ["ارتفعت الأسعار."])])


def test_the_order_of_documents_and_a_document_given_twice_change_nothing() -> None:
    shuffled = random.Random(3).sample(DOCUMENTS, len(DOCUMENTS))
    assert learn_lexicon([*shuffled, *shuffled[:5]]) == learn_lexicon(DOCUMENTS)


def test_of_more_than_can_be_learned_from_the_same_part_is_taken_in_any_order() -> None:
    lexicon = learn_lexicon(DOCUMENTS, most_letters=1500)
    assert 1 < lexicon.documents < 16
    assert learn_lexicon(reversed(DOCUMENTS), most_letters=1500) == lexicon


def test_the_hash_seed_changes_nothing() -> None:
    program = "from test_lexicon import *; print(learn_lexicon(DOCUMENTS).digest)"
    digests = {
        subprocess.run(
            [sys.executable, "-c", program],
            env={"PYTHONHASHSEED": hash_seed, "PYTHONPATH": "tests:."},
            check=True,
            capture_output=True,
        ).stdout
        for hash_seed in ("0", "1", "random")
    }
    assert digests == {f"{learn_lexicon(DOCUMENTS).digest}\n".encode()}


WORD = st.text("abcdefghمسجدوزير", min_size=1, max_size=6)
LEXICONS = st.builds(
    Lexicon,
    st.dictionaries(st.tuples(WORD, WORD), st.integers(1, 1000).map(lambda steps: steps / 1000)),
    st.integers(0, 10**6),
    st.integers(0, 10**6),
)


@given(LEXICONS)
def test_bytes_give_back_the_same_lexicon_and_the_same_digest(lexicon: Lexicon) -> None:
    again = Lexicon.from_bytes(lexicon.to_bytes())
    assert again == lexicon
    assert again.digest == lexicon.digest == hashlib.sha256(lexicon.to_bytes()).hexdigest()


def test_the_order_of_entries_is_not_written_down() -> None:
    first, second = ("prices", "اسعار"), ("bridge", "جسر")
    one, other = Lexicon({first: 0.75, second: 0.5}), Lexicon({second: 0.5, first: 0.75})
    assert one.to_bytes() == other.to_bytes()


@pytest.mark.parametrize(
    "written",
    [
        b"",
        b"\xff",
        b"[]",
        b"{}",
        b'{"documents":0,"format":"sijill-lexicon-0","pairs":0}\n',
        b'{"documents":0,"format":"sijill-lexicon-1","pairs":0}\none\n',
        b'{"documents":0,"format":"sijill-lexicon-1","pairs":0}\none\ttwo\tthree\n',
    ],
)
def test_what_is_no_lexicon_is_refused(written: bytes) -> None:
    with pytest.raises(UnreadableLexicon, match="learn it anew"):
        Lexicon.from_bytes(written)


def test_only_pairs_whose_words_both_texts_hold_are_found() -> None:
    lexicon = Lexicon({("prices", "اسعار"): 0.75, ("prices", "ثمن"): 0.25, ("bridge", "جسر"): 0.5})
    assert list(lexicon.known({"prices": 1, "bridge": 1}, {"ثمن": 1})) == [("prices", "ثمن", 0.25)]
