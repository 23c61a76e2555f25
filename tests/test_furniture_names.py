"""What the classes and ids of an element say of it."""

import pytest

from crawler.page.furniture import is_furniture_name, name_words


@pytest.mark.parametrize(
    ("classes", "is_furniture"),
    [
        ("related-posts", True),
        ("sidebar widget", True),
        ("entry-content", False),
        ("richtext print:mt-2 dark:text-white", False),
        ("hover:share-lg story", False),
        ("print-only", True),
        ("elementor-widget elementor-widget-text-editor", False),
        ("elementor-widget-container", False),
        ("", False),
    ],
)
def test_a_class_names_furniture_by_its_words_not_by_its_look(classes, is_furniture):
    assert is_furniture_name(classes, None) is is_furniture


def test_a_name_is_its_words_without_the_look_for_a_medium():
    assert name_words("entryTitle print:block post_date") == {"entry", "title", "post", "date"}
