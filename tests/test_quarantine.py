"""A layout changes, what it hides is kept back, and let go once a person has said how the pages are read now."""

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from changing_site import ChangingSite, article
from click.testing import CliRunner
from scripted_site import Answer, scripted_site

from archive.snapshot_files import ARCHIVE
from crawler.errors import ConfigurationError
from crawler.models import OutcomeKind
from crawler.models.forms import match_form
from crawler.sites import RoleSelectors, Site, Template
from jobs.cli import cli
from jobs.config import FILE_NAME, append_source, parse_configuration
from jobs.replaying import replay_folder
from jobs.template_proposals import append_template
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


def test_new_pages_without_the_field_are_seen_among_many_old_ones_that_are_read_again_with_it(
    town: ChangingSite,
) -> None:
    for day, (first, last) in enumerate([(25, 30), (31, 36)]):
        town.publish(1, 24, foot=f"<footer><p>Printed on day {day}</p></footer>")
        town.publish(first, last, caption=NO_CAPTION)
        ended = town.crawl()
    kept = sorted(number for number, (kind, _) in ended.items() if kind is QUARANTINED)
    assert len(kept) == 5
    assert {kind for number, (kind, _) in ended.items() if number not in kept} == {APPENDED, UNCHANGED}
    (found,) = json.loads(call(town, "status", "--json"))["kept_back"]
    assert (found["side"], found["field"], found["since"]) == ("ar", "caption", "2026-03-03T06:00:00Z")
    assert (len(found["articles"]), len(found["archived_without"])) == (5, 7)
    assert_replays_alike(town)


BOX = '<div class="app-words"><p>Our new app brings every story of the town to your phone, free of charge.</p></div>'


def test_a_paragraph_that_is_new_on_every_page_is_kept_back_until_a_template_drops_its_box(town: ChangingSite) -> None:
    town.publish(1, 36, box=BOX)
    ended = town.crawl()
    kept = [number for number, (kind, _) in ended.items() if kind is QUARANTINED]
    assert len(kept) == 29
    assert ended[kept[0]][1] == (
        'en text that repeats, "Our new app brings every story of the town to your phone, free of cha…": on 8 of the '
        "last 8 pages word for word, on none of the 24 before; since 2026-03-03 06:00 UTC: sijill template propose town"
    )
    told = call(town, "status").splitlines()
    first = told.index("missing from the pages of a source")
    assert told[first + 1].startswith('  town: en text that repeats, "Our new app')
    assert told[first + 2] == "    29 articles are kept back, 7 were archived with it before that was certain"
    assert_replays_alike(town)
    assert "div.app-words" in call(town, "template", "propose", "town", "--write")
    reasons = [reason for kind, reason in town.crawl().values() if "was kept back" in reason]
    assert len(reasons) == 29
    assert all(reason.endswith("was kept back for its en text that repeats") for reason in reasons)
    town.publish(37, 40, box=BOX)
    town.crawl()
    (segments,) = town.rows("segments")
    assert sum("Our new app" in row["text"] for row in segments) == 7
    assert_replays_alike(town)


def test_a_paragraph_that_no_selector_tells_is_proposed_as_furniture_word_for_word(town: ChangingSite) -> None:
    words = "Our new app brings every story of the town to your phone, free of charge."
    town.publish(25, 36, box=f"<p>{words}</p>")
    assert list(town.kinds().values()).count(QUARANTINED) == 5
    assert f'furniture = ["{match_form(words)}"]' in call(town, "template", "propose", "town", "--write")
    shown = call(town, "replay", "--dry-run", "--configuration", "current").splitlines()
    assert shown[shown.index("  en paragraph") + 1 :][:2] == [
        "    stands  Our new app brings every story of the town to your phone, free of cha…",
        "    would   nothing",
    ]
    assert list(town.kinds().values()).count(APPENDED) == 5
    assert call(town, "template", "apply", "town").startswith(
        "7 articles read again with another template, 7 read otherwise"
    )
    (current,) = town.rows("articles JOIN segments USING (revision_id)")
    assert [row["text"] for row in current if words in row["text"]] == []
    assert_replays_alike(town)


def test_a_proposal_that_says_what_stands_is_told_so_and_not_written(town: ChangingSite) -> None:
    whole = call(town, "template", "propose", "town")
    path = town.folder / FILE_NAME
    text = path.read_text(encoding="utf-8")
    path.write_text(text[: text.index("[[source.template]]")] + whole, encoding="utf-8")
    said = "the newest template of town says the same already: nothing to add"
    ended = CliRunner().invoke(cli, ["template", "propose", "town", "--data", str(town.folder)])
    assert (ended.exit_code, ended.stderr.splitlines()[-1]) == (0, said)
    written = CliRunner().invoke(cli, ["template", "propose", "town", "--write", "--data", str(town.folder)])
    assert str(written.exception) == said
    assert path.read_text(encoding="utf-8").count("[[source.template]]") == 1


def test_a_layout_that_is_another_is_told_in_one_place_with_what_is_still_found(town: ChangingSite) -> None:
    path = town.folder / FILE_NAME
    more = """body = "div.arabic"
headline = "h2.name-ar"
[source.template.en]
body = "div.english"
headline = "h1.name"
"""
    path.write_text(path.read_text(encoding="utf-8") + more, encoding="utf-8")
    town.publish(25, 48)
    town.crawl()
    old_names = {'class="name"': "", 'class="name-ar"': "", 'class="english"': "", 'class="arabic"': ""}
    for number in range(49, 61):
        page = article(number)
        for name, new in old_names.items():
            page = page.replace(name, new)
        town.site.pages[f"/town/{number}-story"] = Answer(page)
    assert QUARANTINED not in town.kinds().values()
    told = call(town, "status").splitlines()
    first = told.index("missing from the pages of a source")
    assert told[first + 1 : first + 3] == [
        "  town: 4 selectors match nothing since 2026-03-04 06:00 UTC, its layout is another",
        "    found without them: en headline, en paragraph, ar headline, ar paragraph",
    ]


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


def test_what_a_person_accepts_is_archived_as_it_is_and_so_are_the_next_pages_like_it(broken: ChangingSite) -> None:
    broken.site.pages.clear()
    accepted = json.loads(call(broken, "template", "accept", "town", "--json"))
    assert [one["outcome"] for one in accepted["articles"]] == ["appended"] * 5
    (quarantine, articles, segments) = broken.rows("quarantine", "articles", "segments")
    assert (len(quarantine), len(articles)) == (0, 36)
    assert sum((row["language"], row["role"]) == ("ar", "caption") for row in segments) == 24
    assert_replays_alike(broken)
    assert call(broken, "template", "accept", "town") == "nothing is kept back of town\n"
    broken.publish(37, 60, caption=NO_CAPTION)
    assert set(broken.kinds().values()) <= {APPENDED, OutcomeKind.GONE}
    assert_replays_alike(broken)


def test_old_pages_that_were_accepted_speak_for_the_new_ones(town: ChangingSite) -> None:
    town.publish(1, 24, caption=NO_CAPTION)
    ended = town.crawl()
    assert sum(kind is QUARANTINED for kind, _ in ended.values()) == 17
    call(town, "template", "accept", "town")
    town.publish(25, 36, caption=NO_CAPTION)
    assert QUARANTINED not in town.kinds().values()
    assert_replays_alike(town)


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


SHELL = '<html lang="en"><head><title>Town</title></head><body><div id="app"></div><script src="/app.js"></script></body></html>'


def test_a_source_whose_new_pages_hold_no_article_any_more_is_told(town: ChangingSite) -> None:
    town.site.pages.update({f"/town/{number}-story": Answer(SHELL) for number in range(25, 33)})
    assert list(town.kinds().values()).count(OutcomeKind.NOT_AN_ARTICLE) == 8
    report = town.last
    assert report is not None
    assert (report.is_well, report.notes) == (
        False,
        (
            "none of the last 8 new pages holds an article, 24 of the 24 before did; since 2026-03-03 06:00 UTC "
            "(empty page: no article text was found)",
        ),
    )
    town.publish(33, 33)
    town.kinds()
    assert town.last is not None
    assert (town.last.is_well, town.last.notes) == (True, ())


def test_a_few_new_pages_without_an_article_are_no_sign(town: ChangingSite) -> None:
    town.site.pages.update({f"/town/{number}-story": Answer(SHELL) for number in range(25, 32)})
    town.kinds()
    assert town.last is not None
    assert (town.last.is_well, town.last.notes) == (True, ())


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


def test_a_selector_that_matches_nothing_while_its_text_is_found_is_told_and_keeps_nothing_back(
    town: ChangingSite,
) -> None:
    path = town.folder / FILE_NAME
    path.write_text(path.read_text(encoding="utf-8") + 'body = "div.arabic"\n', encoding="utf-8")
    town.publish(25, 48)
    town.crawl()
    town.publish(49, 60, arabic_class="words")
    assert QUARANTINED not in town.kinds().values()
    standing = json.loads(call(town, "status", "--json"))
    assert standing["kept_back"] == []
    (found,) = standing["broken_selectors"]
    assert found == {
        **{"source": "town", "side": "ar", "field": "paragraph", "selector": "div.arabic"},
        "since": "2026-03-04T06:00:00Z",
        "found": True,
    }
    told = call(town, "status").splitlines()
    first = told.index("missing from the pages of a source")
    assert told[first + 1 : first + 3] == [
        "  town: ar paragraph: div.arabic matches nothing since 2026-03-04 06:00 UTC; it is found without it",
        "    next: sijill template propose town learns what its pages are like now; until then they are archived",
    ]


def call(town: ChangingSite, *arguments: str) -> str:
    """What a command that ends well prints."""
    ended = CliRunner().invoke(cli, [*arguments, "--data", str(town.folder)])
    assert ended.exit_code == 0, (ended.stderr, ended.exception)
    return ended.stdout


def test_a_new_template_is_proposed_from_what_is_kept_back_and_written_only_when_asked(broken: ChangingSite) -> None:
    before = (broken.folder / FILE_NAME).read_text(encoding="utf-8")
    proposed = json.loads(call(broken, "template", "propose", "town", "--json"))
    assert (proposed["kept_back"], proposed["written"], proposed["template"]["pages"]) == (5, False, 8)
    assert "ar caption: figcaption.under-ar -> nothing" in proposed["changes"]
    assert proposed["toml"].startswith("[[source.template]]\nsince = 2026-03-03\n")
    assert (broken.folder / FILE_NAME).read_text(encoding="utf-8") == before
    assert call(broken, "template", "propose", "town") == proposed["toml"]
    assert call(broken, "template", "propose", "town", "--write") == proposed["toml"]
    site = parse_configuration((broken.folder / FILE_NAME).read_text(encoding="utf-8")).source("town")
    assert [template.since for template in site.templates] == [date(2026, 3, 1), date(2026, 3, 3)]
    again = CliRunner().invoke(cli, ["template", "propose", "town", "--write", "--data", str(broken.folder)])
    assert str(again.exception) == (
        "the newest template of town says the same already: nothing to add; "
        "what is kept back is read with it by: sijill crawl town"
    )
    assert list(broken.kinds().values()).count(APPENDED) == 5
    assert_replays_alike(broken)


def test_where_one_page_is_kept_back_a_template_is_learned_from_those_archived_like_it_as_well(
    town: ChangingSite,
) -> None:
    town.publish(25, 32, caption=NO_CAPTION)
    assert list(town.kinds().values()).count(QUARANTINED) == 1
    proposed = json.loads(call(town, "template", "propose", "town", "--json"))
    assert (proposed["kept_back"], proposed["template"]["pages"]) == (1, 8)
    assert proposed["toml"].startswith("[[source.template]]\nsince = 2026-03-03\n")
    told = call(town, "status").splitlines()
    next_step = told.index(
        "    next: sijill template propose town, look at it, add it to sijill.toml (--write), sijill crawl town"
    )
    assert told[next_step + 1] == "          and, for what was archived without it: sijill template apply town"


def test_a_template_is_written_below_its_source_and_a_persons_comments_stay(tmp_path: Path) -> None:
    text = """# mine
[[source]]
name = "one"  # the first
url = "https://one.example/"
[source.template]
article = "main"  # as learned

[[source]]
name = "two"
url = "https://two.example/"
"""
    (tmp_path / FILE_NAME).write_text(text, encoding="utf-8")
    append_template(tmp_path, "one", OLD)
    written = (tmp_path / FILE_NAME).read_text(encoding="utf-8")
    assert [comment in written for comment in ("# mine", "# the first", "# as learned")] == [True] * 3
    sources = parse_configuration(written).sources
    assert [(one.name, one.templates) for one in sources] == [("one", (Template(article="main"), OLD)), ("two", ())]
    with pytest.raises(ConfigurationError, match="one has a template since 2026-03-01 already, nothing was written"):
        append_template(tmp_path, "one", replace(OLD, article="article"))


def test_what_a_changed_template_would_alter_is_shown_before_it_is_applied(town: ChangingSite) -> None:
    assert call(town, "replay", "--dry-run", "--configuration", "current").startswith(
        "the present configuration alters"
    )
    assert "present_configuration" not in json.loads(call(town, "replay", "--dry-run", "--json"))
    path = town.folder / FILE_NAME
    caption = "صورة السوق في المدينة القديمة عند الفجر رقم 1"
    label = f'furniture = ["{match_form(caption)}"]'
    path.write_text(
        path.read_text(encoding="utf-8").replace("[source.template.ar]", f"{label}\n[source.template.ar]"),
        encoding="utf-8",
    )
    before = town.rows("articles", "revisions", "segments", "readings")
    shown = json.loads(call(town, "replay", "--dry-run", "--configuration", "current", "--json"))
    address = f"{town.site.url}/town/1-story"
    fields = [{"field": "ar caption", "before": caption, "after": ""}]
    assert shown == {
        **{"changed": 1, "new": 0, "missing": 0, "fields": {"ar caption": 1}},
        "articles": [{"url": address, "kind": "changed", "fields": fields}],
    }
    assert json.loads(call(town, "replay", "--dry-run", "--json"))["present_configuration"] == shown
    plain = call(town, "replay", "--dry-run").splitlines()
    assert plain[1:3] == [
        "the same content hashes, and every row is as in the archive",
        "sijill.toml says otherwise how to read town than at the last crawl:",
    ]
    assert plain[3:] == call(town, "replay", "--dry-run", "--configuration", "current").splitlines()
    assert plain[3:] == [
        "1 articles would read otherwise, 0 would be new in the archive, 0 would not be in it",
        "      1  ar caption",
        f"{address}: ar caption",
        f"for example {address}",
        "  ar caption",
        f"    stands  {caption}",
        "    would   nothing",
    ]
    assert town.rows("articles", "revisions", "segments", "readings") == before
    refused = CliRunner().invoke(cli, ["replay", "--configuration", "current", "--data", str(town.folder)])
    assert "add --dry-run" in str(refused.exception)
