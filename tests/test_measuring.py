"""What a derived article has on each side, and what it lacks beside its source's others."""

from datetime import UTC, date, datetime

import pytest
from changing_site import article as page

from archive.readings import FieldReading, Reading
from crawler.derive import derive
from crawler.models import Article, Capture
from crawler.models.forms import match_form
from crawler.sites import RoleSelectors, Site, Template
from jobs.lacks import selector_of, with_lacks
from jobs.measuring import count_matches, measure

NOW = datetime(2026, 3, 2, 6, 0, tzinfo=UTC)
URL = "https://town.example/town/1-story"
ROLES = ("headline", "standfirst", "byline", "dateline", "caption", "paragraph")
TEMPLATE = Template(
    date(2026, 3, 1),
    "article.story",
    RoleSelectors(headline="h1.name", body="div.english, div.arabic"),
    (("ar", RoleSelectors(headline="h2.name-ar", caption="figcaption.gone")),),
    furniture=(match_form("It had been closed for 4 months, and the people of the quarter were glad to see it back."),),
)


def measured(template: Template | None):
    site = Site("town", "https://town.example/", templates=(template,) if template else ())
    capture = Capture(URL, URL, NOW, NOW, status=200, wire=page(1).encode())
    derived = derive([capture], site)
    assert isinstance(derived, Article)
    return measure(derived, [capture], site)


def test_a_page_read_without_a_template_has_texts_and_nothing_else_to_say() -> None:
    sides = measured(None).sides
    assert {
        side: {name: (one.count, one.matched, one.agrees) for name, one in reading.fields.items()}
        for side, reading in sides.items()
    } == {
        "en": {name: ({"headline": 1, "paragraph": 2}.get(name, 0), None, None) for name in ROLES},
        "ar": {name: ({"headline": 1, "paragraph": 2, "caption": 1}.get(name, 0), None, None) for name in ROLES},
    }


def test_a_template_is_measured_by_what_its_selectors_match_and_by_the_page_read_without_it() -> None:
    sides = measured(TEMPLATE).sides
    english, arabic = (sides[side].fields for side in ("en", "ar"))
    assert (english["paragraph"].count, english["paragraph"].agrees) == (1, False)
    assert (arabic["paragraph"].count, arabic["paragraph"].agrees) == (2, True)
    assert (arabic["headline"].matched, arabic["caption"].matched, english["caption"].matched) == (2, 0, None)
    assert sides["en"].residue > 80


def test_selectors_are_counted_over_all_pages_of_an_article() -> None:
    assert count_matches([page(1), page(2)], TEMPLATE) == {
        ("", "headline"): 2,
        ("", "paragraph"): 4,
        ("ar", "headline"): 2,
        ("ar", "caption"): 0,
    }


def reading(length: int, residue: int, **fields: FieldReading) -> Reading:
    whole = {name: FieldReading(1, 20, None, None) for name in ROLES} | {"paragraph": FieldReading(3, length)} | fields
    return Reading(1, "en", "town", URL, "town.example", 1, "", NOW, whole, residue)


OTHERS = [reading(900 + 20 * number, 90) for number in range(10)]
LACKS = {
    "as the others": (reading(1000, 100), ()),
    "without a byline": (reading(1000, 100, byline=FieldReading(0, 0)), ("byline",)),
    "a quarter of the usual length": (reading(255, 20), ()),
    "less than that": (reading(200, 20), ("length",)),
    "a sixth more of its text in no field": (reading(1000, 400), ("residue",)),
    "somewhat more of it": (reading(1000, 200), ()),
    "another headline without the template": (
        reading(1000, 100, headline=FieldReading(1, 20, 1, False)),
        ("agreement",),
    ),
    "another caption without the template": (reading(1000, 100, caption=FieldReading(1, 20, 1, False)), ()),
    "a selector that matches nothing": (
        reading(1000, 100, caption=FieldReading(1, 20, 0, True)),
        ("selector caption",),
    ),
}


@pytest.mark.parametrize(("given", "lacks"), LACKS.values(), ids=LACKS)
def test_a_reading_lacks_what_its_sources_others_have(given: Reading, lacks: tuple[str, ...]) -> None:
    assert with_lacks(given, OTHERS).lacks == lacks


def test_length_and_residue_are_judged_beside_eight_others_or_not_at_all() -> None:
    assert with_lacks(reading(10, 1000), OTHERS[:7]).lacks == ()


def test_a_side_that_is_not_there_lacks_its_text() -> None:
    assert with_lacks(Reading(1, "ar", "town", URL, "", 1, "", NOW, {}, 0), OTHERS).lacks == ("edition",)


def test_a_field_is_named_with_its_own_sides_selector_else_the_common_one() -> None:
    named = [
        selector_of(TEMPLATE, *key)
        for key in (("ar", "headline"), ("en", "headline"), ("en", "caption"), ("ar", "edition"))
    ]
    assert named == ["h2.name-ar", "h1.name", "", "div.english, div.arabic"]
    assert (selector_of(TEMPLATE, "en", "residue"), selector_of(None, "en", "headline")) == ("article.story", "")
