import rfc8785

from crawler.models import Edition, Role, Segment
from crawler.models.hashing import _canonical_json, content_hash, edition_hash


def edition(language, **texts):
    segments = []
    for role, value in texts.items():
        for position, text in enumerate([value] if isinstance(value, str) else value):
            segments.append(Segment(Role(role), position, text))
    return Edition(language, tuple(segments))


ENGLISH = edition("en", headline="The bridge reopens", paragraph=["It was closed.", "Now it is open."])
ARABIC = edition("ar", headline="إعادة فتح الجسر", paragraph=["كان الجسر مغلقاً.", "وهو الآن مفتوح."])


def test_the_hash_is_that_of_the_canonical_json():
    # Computed with `printf '{"en":{"headline":["Hi"]}}' | sha256sum`.
    assert content_hash([edition("en", headline="Hi")]) == (
        "eb8a0b68d198c994d094369c4b0358cdaebf170695c47f4531045391a21a58ba"
    )


def test_the_json_is_what_rfc_8785_makes_of_it():
    odd = '" \\ / \b\f\n\r\t \x00\x1f\x7f\x80 \u2028 \ufeff é ق 🌊'
    content = {"en": {"paragraph": [odd, ""], "headline": ["b"]}, "ar": {"byline": ["أ"]}}
    assert _canonical_json(content) == rfc8785.dumps(content)


def test_the_order_of_the_editions_does_not_count():
    assert content_hash([ENGLISH, ARABIC]) == content_hash([ARABIC, ENGLISH])


def test_marks_that_nobody_sees_do_not_count():
    marked = edition(
        "ar",
        headline="إعادة فتـــح  الجسر\u200f",
        paragraph=["كان الجسر مغلقاً.", "\u202bوهو الآن مفتوح.\u202c"],
    )
    assert content_hash([ENGLISH, marked]) == content_hash([ENGLISH, ARABIC])


def test_a_figure_changed_on_one_side_changes_the_hash_and_only_that_side():
    changed = edition("ar", headline="إعادة فتح الجسر", paragraph=["كان الجسر مغلقاً.", "وهو الآن مفتوح جزئياً."])
    assert content_hash([ENGLISH, changed]) != content_hash([ENGLISH, ARABIC])
    assert edition_hash(changed) != edition_hash(ARABIC)


def test_a_text_in_another_role_or_place_is_another_content():
    as_paragraph = edition("en", paragraph=["The bridge reopens", "It was closed.", "Now it is open."])
    swapped = edition("en", headline="The bridge reopens", paragraph=["Now it is open.", "It was closed."])
    assert len({content_hash([one]) for one in (ENGLISH, as_paragraph, swapped)}) == 3
