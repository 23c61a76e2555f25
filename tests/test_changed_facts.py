"""Facts that changed in a rewritten text."""

import pytest

from crawler.comparison.changed_facts import find_changed_facts
from crawler.models.word_diff import diff_words


@pytest.mark.parametrize(
    ("language", "before", "after", "facts"),
    [
        ("en", "He left.", "She left.", []),
        ("en", "In all 150 families left.", "In all 151 families left.", [("number", "150", "151")]),
        ("en", "In all 12 men left.", "In all twelve men left.", []),
        ("en", "Twelve men left.", "Fifteen men left.", [("number", "Twelve", "Fifteen")]),
        ("ar", "نُقلت ١٥٠ عائلة.", "نُقلت 150 عائلة.", []),
        ("ar", "نُقلت ثلاثون عائلة.", "نُقلت أربعون عائلة.", [("number", "ثلاثون", "أربعون")]),
        ("ar", "قتل 12 مدنياً.", "قتل مدنيون.", [("number", "12", None)]),
        ("en", "It opens on 12 May.", "It opens on 15 May.", [("date", "12 May", "15 May")]),
        ("ar", "يفتح في 12 أيار.", "يفتح في 12 آذار.", [("date", "12 أيار", "12 آذار")]),
        ("en", "They met on Thursday.", "They met on Friday.", [("weekday", "Thursday", "Friday")]),
        ("ar", "اجتمعوا يوم الخميس.", "اجتمعوا يوم الثلاثاء.", [("weekday", "الخميس", "الثلاثاء")]),
        (
            "en",
            "It was the minister, Karim al-Sayegh, who said so.",
            "It was the minister, Karim al-Sayigh, who said so.",
            [("name", "Karim al-Sayegh", "Karim al-Sayigh")],
        ),
        ("en", "The old port is shut. Nobody left.", "A new port is shut. Somebody left.", []),
        (
            "en",
            "On Monday 12 men left Mosul.",
            "On Tuesday 15 men left Erbil.",
            [("number", "12", "15"), ("weekday", "Monday", "Tuesday"), ("name", "Mosul", "Erbil")],
        ),
    ],
)
def test_numbers_dates_and_names_that_changed_are_called_out(
    language: str, before: str, after: str, facts: list[tuple[str, str | None, str | None]]
) -> None:
    found = find_changed_facts(diff_words(before, after), language)
    assert [(one.kind, one.before, one.after) for one in found] == facts


def test_of_very_many_facts_the_first_are_named() -> None:
    before, after = (" and ".join(map(str, range(start, start + 30))) for start in (100, 200))
    (fact,) = find_changed_facts(diff_words(before, after), "en")
    assert fact.before == "; ".join([*map(str, range(100, 112)), "…"])
