"""A layout changes, what it hides is kept back, and let go once a person has said how the pages are read now."""

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from changing_site import ChangingSite
from click.testing import CliRunner
from scripted_site import scripted_site

from crawler.models import OutcomeKind
from crawler.sites import RoleSelectors, Site, Template
from jobs.cli import cli
from jobs.config import FILE_NAME, append_source
from jobs.keeping import replay_folder
from jobs.pipeline import ARCHIVE
from jobs.template_table import render_template

APPENDED, UNCHANGED, QUARANTINED = OutcomeKind.APPENDED, OutcomeKind.UNCHANGED, OutcomeKind.QUARANTINED
OLD = Template(date(2026, 3, 1), "article.story", sides=(("ar", RoleSelectors(caption="figcaption.under-ar")),))
NO_CAPTION = "<!-- {} -->"


@pytest.fixture
def town(tmp_path: Path) -> Iterator[ChangingSite]:
    """A site crawled once, with 24 articles and a template."""
    with scripted_site() as site:
        lists = (f"{site.url}/sitemap.xml",)
        source = Site("town", f"{site.url}/", sitemaps=lists, delay_s=0, private_addresses=True, templates=(OLD,))
        append_source(tmp_path, source)
        town = ChangingSite(site, tmp_path)
        town.publish(1, 24)
        assert set(town.kinds().values()) == {APPENDED}
        yield town


@pytest.fixture
def broken(town: ChangingSite) -> ChangingSite:
    """The site after its Arabic captions vanished from twelve new pages."""
    town.publish(25, 36, caption=NO_CAPTION)
    town.kinds()
    return town


def add_template(town: ChangingSite, template: Template) -> None:
    path = town.folder / FILE_NAME
    path.write_text(path.read_text(encoding="utf-8") + "\n" + render_template(template), encoding="utf-8")


def assert_replays_alike(town: ChangingSite) -> None:
    report = replay_folder(town.folder, dry_run=True)
    assert (report.compared, report.missing, report.added, report.altered) == (True, (), (), ())


def test_pages_are_kept_back_from_the_eighth_that_lacks_what_all_had(town: ChangingSite) -> None:
    town.publish(25, 36, caption=NO_CAPTION)
    ended = town.crawl()
    new = {number: kind for number, (kind, _) in ended.items() if number > 24}
    assert sorted(new.values()) == [APPENDED] * 7 + [QUARANTINED] * 5
    assert {kind for number, (kind, _) in ended.items() if number <= 24} == {UNCHANGED}
    reasons = [reason for kind, reason in ended.values() if kind is QUARANTINED]
    assert reasons[0] == (
        "ar caption: 24 of the 24 pages before had it, none of the last 8 has; missing since 2026-03-03 06:00 UTC "
        "(template: figcaption.under-ar): sijill template propose town"
    )
    (quarantine, articles) = town.rows("quarantine", "articles")
    assert [(row["side"], row["field"], row["selector"]) for row in quarantine] == 5 * [
        ("ar", "caption", "figcaption.under-ar")
    ]
    assert len(articles) == 31


def test_a_replay_keeps_the_same_back(broken: ChangingSite) -> None:
    assert_replays_alike(broken)
    standing = broken.rows("readings", "quarantine", "articles")
    (broken.folder / ARCHIVE).unlink()
    replay_folder(broken.folder)
    assert broken.rows("readings", "quarantine", "articles") == standing


def test_what_is_kept_back_stays_so_and_is_told_at_each_crawl_although_the_site_says_not_modified(
    broken: ChangingSite,
) -> None:
    before = broken.rows("quarantine")
    ended = broken.crawl()
    still = {number for number, (kind, _) in ended.items() if kind is QUARANTINED}
    assert len(still) == 5
    assert all(ended[number][1].startswith("still kept back: ar caption") for number in still)
    assert broken.rows("quarantine") == before
    assert_replays_alike(broken)


def test_an_accepted_template_lets_go_what_was_captured_with_the_site_gone(broken: ChangingSite) -> None:
    add_template(broken, Template(since=date(2026, 3, 3)))
    broken.site.pages.clear()
    broken.site.others["/robots.txt"] = broken.site.others["/sitemap.xml"] = broken.site.answer("/none")
    ended = broken.crawl()
    released = {number: reason for number, (kind, reason) in ended.items() if kind is APPENDED}
    assert len(released) == 5
    assert set(released.values()) == {"a new article; was kept back for its ar caption"}
    assert [len(rows) for rows in broken.rows("quarantine", "articles")] == [0, 36]
    assert_replays_alike(broken)


def test_an_edited_template_that_mends_nothing_lets_nothing_go(broken: ChangingSite) -> None:
    path = broken.folder / FILE_NAME
    path.write_text(
        path.read_text(encoding="utf-8").replace("figcaption.under-ar", "figcaption.below"), encoding="utf-8"
    )
    kinds = list(broken.kinds().values())
    assert (kinds.count(QUARANTINED), kinds.count(APPENDED)) == (5, 0)
    assert len(broken.rows("quarantine")[0]) == 5
    assert_replays_alike(broken)


def test_what_was_kept_back_is_let_go_once_new_pages_have_what_it_lacks(broken: ChangingSite) -> None:
    broken.publish(37, 76)
    assert sorted(kind for number, kind in broken.kinds().items() if number > 36) == [APPENDED] * 40
    ended = broken.crawl()
    assert [kind for kind, reason in ended.values() if "was kept back" in reason] == [APPENDED] * 5
    assert broken.rows("quarantine") == [[]]
    assert_replays_alike(broken)


def test_a_revision_of_an_article_that_never_had_the_field_is_not_kept_back(broken: ChangingSite) -> None:
    archived = [row["url"] for row in broken.rows("articles")[0] if broken.number(row["url"]) > 24]
    number = broken.number(archived[0])
    broken.publish(number, number, caption=NO_CAPTION, note=" in a letter")
    assert broken.kinds()[number] is OutcomeKind.REVISED


def test_an_edit_of_an_archived_article_that_loses_the_field_is_kept_back_and_its_text_stays(
    broken: ChangingSite,
) -> None:
    broken.publish(1, 1, caption=NO_CAPTION, note=" in a letter")
    assert broken.kinds()[1] is QUARANTINED
    ended = broken.crawl()
    assert ended[1][0] is QUARANTINED
    broken.publish(1, 1, note=" in a second letter")
    assert broken.kinds()[1] is OutcomeKind.REVISED
    assert "/town/1-story" not in json.dumps(broken.rows("quarantine"))
    assert_replays_alike(broken)


def test_a_site_that_never_had_captions_is_archived_whole(tmp_path: Path) -> None:
    with scripted_site() as site:
        source = Site("town", f"{site.url}/", sitemaps=(f"{site.url}/sitemap.xml",), delay_s=0, private_addresses=True)
        append_source(tmp_path, source)
        town = ChangingSite(site, tmp_path)
        for first in (1, 25, 49):
            town.publish(first, first + 23, caption=NO_CAPTION)
            assert QUARANTINED not in town.kinds().values()


def test_without_a_template_a_field_vanishes_all_the_same(tmp_path: Path) -> None:
    with scripted_site() as site:
        source = Site("town", f"{site.url}/", sitemaps=(f"{site.url}/sitemap.xml",), delay_s=0, private_addresses=True)
        append_source(tmp_path, source)
        town = ChangingSite(site, tmp_path)
        town.publish(1, 24)
        town.crawl()
        town.publish(25, 36, caption=NO_CAPTION)
        assert list(town.kinds().values()).count(QUARANTINED) == 5


def test_the_status_says_what_is_missing_since_when_and_what_to_do(broken: ChangingSite) -> None:
    told = CliRunner().invoke(cli, ["status", "--data", str(broken.folder)]).stdout
    assert "town: ar caption (figcaption.under-ar) is missing since 2026-03-03 06:00 UTC" in told
    assert "5 articles are kept back, 7 were archived without it before that was certain" in told
    assert "sijill template propose town" in told
    standing = json.loads(CliRunner().invoke(cli, ["status", "--json", "--data", str(broken.folder)]).stdout)
    (found,) = standing["kept_back"]
    assert (found["side"], found["field"], found["since"]) == ("ar", "caption", "2026-03-03T06:00:00Z")
    assert (len(found["articles"]), len(found["archived_without"])) == (5, 7)
