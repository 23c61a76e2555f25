"""Today's date in a masthead is no article's date; nor is the day that a sentence beside the headline tells of."""

from datetime import UTC, datetime

from crawler.models import Capture
from crawler.reading import read_one_capture

CAPTURED = datetime(2026, 11, 20, 12, tzinfo=UTC)
URL = "https://standard.example/story.php?id=8815"
TEXT = (
    "A rower made his way through thick fog on the canal early on Thursday, and the weather office asked the owners of "
    "boats to keep to the banks until noon."
)
MENU = "".join(f"<a href='/{name}'>{name}</a><br>" for name in ("National", "City", "Archives", "Letters"))


def published(masthead, column, story):
    page = (
        "<html><head><title>Daily Standard : Fog on the canal</title></head><body><table>"
        f"<tr><td>{masthead}</td></tr><tr><td>{column}</td><td><b>Fog on the canal</b><br>{story}</td></tr></table></body></html>"
    )
    record = read_one_capture(Capture(URL, URL, CAPTURED, CAPTURED, status=200, wire=page.encode())).record
    return record["published_on"], record["published_on_basis"]


def test_a_date_that_a_menu_parts_from_the_headline_is_not_the_articles():
    today = "Friday, November 20, 2026"
    assert published(today, MENU, f"November 19, 2026<br>{TEXT}") == ("2026-11-19", "single: dateline en")
    assert published(today, MENU, TEXT) == (None, "unknown: no date is stated")


def test_a_date_with_its_sections_above_the_headline_is_the_articles():
    links = "<a href='/1'>Rivers</a> <a href='/2'>Weather</a> <a href='/3'>Pictures</a>"
    page = f"""<html><head><title>Fog on the canal</title></head><body><main><div><div>November 19, 2026 <ul>{links}</ul></div>
        <h1>Fog on the canal</h1></div><p>{TEXT}</p></main></body></html>"""
    record = read_one_capture(Capture(URL, URL, CAPTURED, CAPTURED, status=200, wire=page.encode())).record
    assert record["published_on"] == "2026-11-19"


def test_a_sentence_that_tells_of_a_day_does_not_date_the_page():
    told = "<p>Eleanor P. Whitlock, 91, of Millbrook, died Tuesday, Nov. 17, 2026, at home.</p>"
    page = f"<html><head><title>Eleanor P. Whitlock</title></head><body><h1>Eleanor P. Whitlock</h1>{told}<p>{TEXT}</p></body></html>"
    record = read_one_capture(Capture(URL, URL, CAPTURED, CAPTURED, status=200, wire=page.encode())).record
    assert (record["published_on"], record["published_on_basis"]) == (None, "unknown: no date is stated")
