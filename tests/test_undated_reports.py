"""Reports without a date among cards of other articles that say more than they do, and lists of nothing but cards."""

from crawler.extract import extract_page

URL = "https://gazette.example/item/"
REPORT = (
    "A ferry with sixty people aboard ran aground in fog off the old lighthouse on Monday night.",
    "Nobody was hurt, and all of them were taken off by lifeboat before the tide turned.",
)
TEASER = (
    "Members asked for a fresh estimate of the cost before they commit themselves to the eastern branch, {} of them."
)
HEADS = ["Council puts off its vote", "Two held after a fire", "Rain ends the dry spell", "Museum returns stones"]


def cards(heads=HEADS):
    return "".join(
        f"<div><a href='/item/{number}00'><h3>{head} in {number} towns</h3></a><p>{TEASER.format(number)}</p></div>"
        for number, head in enumerate(heads * 3)
    )


def problem_of(headline, *lines, path="ferry", below=""):
    text = "".join(f"<p>{line}</p>" for line in lines)
    page = (
        f"<html><head><title>{headline} | The Gazette</title></head><body><a href='/'>The Gazette</a>"
        f"<div><h1>{headline}</h1>{text}{below}</div></body></html>"
    )
    problem = extract_page(page, URL + path).problem
    return problem.reason.split(":")[0] if problem else None


def test_an_undated_page_that_reports_under_its_own_headline_is_an_article():
    more = f"<section><h2>More stories</h2>{cards()}</section>"
    assert problem_of("Ferry runs aground in fog", *REPORT, below=more) is None


def test_a_name_or_a_line_over_cards_heads_a_list():
    assert problem_of("Salma Haddad", *REPORT, below=cards()) == "listing"
    assert problem_of("All that we wrote about ferries", REPORT[0], below=cards()) == "listing"


def test_links_with_a_date_outside_the_link_are_cards():
    rows = "".join(
        f"<p>{number} Nov 2026: <a href='/item/{number}'>{head}</a></p>" for number, head in enumerate(HEADS * 3, 1)
    )
    assert problem_of("November 2026", below=rows) == "listing"
    rows = "".join(
        f"<p><a href='/item/{number}'>{head}</a> ({number} Nov 2026)</p>" for number, head in enumerate(HEADS * 3, 1)
    )
    assert problem_of("November 2026", below=rows) == "listing"
