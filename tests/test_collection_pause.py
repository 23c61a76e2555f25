"""The collector of cycles is off while a page is read, and afterwards as it was before."""

import gc

import pytest

from crawler import read_page
from crawler.collection_pause import without_collections

PAGE = (
    b"<html><title>The ferry</title><body><h1>The ferry</h1><p>It carries four hundred people a day.</p></body></html>"
)


@pytest.fixture
def collector():
    was_on = gc.isenabled()
    yield
    (gc.enable if was_on else gc.disable)()


@pytest.mark.usefixtures("collector")
@pytest.mark.parametrize("is_on", [True, False])
def test_reading_a_page_leaves_the_collector_as_it_was(is_on):
    (gc.enable if is_on else gc.disable)()
    read_page(PAGE, "https://quay.example/2026/ferry")
    assert gc.isenabled() is is_on


@pytest.mark.usefixtures("collector")
def test_the_collector_is_on_again_after_an_error():
    gc.enable()
    with pytest.raises(ZeroDivisionError), without_collections():
        assert not gc.isenabled()
        raise ZeroDivisionError
    assert gc.isenabled()
