"""Pages that nobody wrote, or that somebody wrote to do harm: a record comes out, soon, within little memory."""

from tests.hostile_pages import hostile_pages, own_pages, read_all

COUNT = 300


def test_no_page_raises_anything_or_takes_long_whatever_its_bytes():
    outcomes = list(read_all(hostile_pages(COUNT, own_pages(), seed=7)))
    assert len(outcomes) == COUNT
    assert [one for one in outcomes if one.is_bad] == []


def test_the_same_seed_gives_the_same_pages():
    originals = own_pages()[:5]
    first, second = (list(hostile_pages(40, originals, seed=3)) for _ in range(2))
    assert first == second
    assert len({html for _, html in first}) > 30
