"""A changed template is applied to what is archived: further revisions, told apart from changes of the pages."""

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from changing_site import ChangingSite, article
from click.testing import CliRunner, Result
from scripted_site import Answer, scripted_site

from crawler.models import OutcomeKind
from crawler.sites import RoleSelectors, Site, Template
from jobs.cli import cli
from jobs.config import FILE_NAME, append_source
from jobs.replaying import replay_folder
from jobs.template_table import render_template

TEMPLATE = Template(date(2026, 3, 1), "article.story", RoleSelectors(headline="h1.name"))
BOX = '<div class="app-words"><p>Our new app brings every story of the town to your phone, free of charge.</p></div>'


@pytest.fixture
def town(tmp_path: Path) -> Iterator[ChangingSite]:
    """A site crawled once, with three articles of which the first two hold a box, and a template that leaves it in."""
    with scripted_site() as site:
        lists = (f"{site.url}/sitemap.xml",)
        append_source(
            tmp_path,
            Site("town", f"{site.url}/", sitemaps=lists, delay_s=0, private_addresses=True, templates=(TEMPLATE,)),
        )
        town = ChangingSite(site, tmp_path)
        town.publish(1, 2, box=BOX)
        town.publish(3, 3)
        assert set(town.kinds().values()) == {OutcomeKind.APPENDED}
        yield town


def run(town: ChangingSite, *arguments: str) -> Result:
    return CliRunner().invoke(cli, [*arguments, "--data", str(town.folder)])


def edit_template(town: ChangingSite, template: Template) -> None:
    path = town.folder / FILE_NAME
    text = path.read_text(encoding="utf-8")
    path.write_text(f"{text[: text.index('[[source.template]]')]}{render_template(template)}", encoding="utf-8")


def addresses(town: ChangingSite, *numbers: int) -> list[str]:
    return [f"{town.site.url}/town/{number}-story" for number in numbers]


def test_an_edited_template_is_applied_to_what_is_archived_with_the_site_gone(town: ChangingSite) -> None:
    edit_template(town, replace(TEMPLATE, drop=("div.app-words",)))
    (before,) = town.rows("revisions")
    town.site.pages.clear()
    applied = json.loads(run(town, "template", "apply", "town", "--json").stdout)
    reason = "the English text changed, as read with another template"
    assert applied == {
        **{"source": "town", "looked_at": 3, "complete": True},
        "articles": [{"url": url, "outcome": "revised", "reason": reason} for url in addresses(town, 1, 2)],
    }
    (after,) = town.rows("revisions")
    assert after[: len(before)] == before
    assert [(row["article_id"], row["number"]) for row in after[len(before) :]] == [(1, 2), (2, 2)]
    report = replay_folder(town.folder, dry_run=True)
    assert (report.missing, report.added, report.altered) == ((), (), ())
    assert "the present configuration alters nothing" in run(town, "replay", "--dry-run").stdout


def test_what_was_read_anew_is_told_apart_from_a_change_of_the_page(town: ChangingSite) -> None:
    edit_template(town, replace(TEMPLATE, drop=("div.app-words",)))
    assert run(town, "template", "apply", "town").stdout.splitlines()[0] == (
        "3 articles read again with another template, 2 read otherwise"
    )
    told = run(town, "history", addresses(town, 1)[0]).stdout
    assert "the same capture read anew with another template: English otherwise; no conflicts" in told
    (_, step) = json.loads(run(town, "history", addresses(town, 1)[0], "--json").stdout)["steps"]
    assert (step["read_anew"], step["moved"], step["stale"]) == (True, [], [])
    town.publish(1, 1, note=" in a letter")
    assert town.kinds()[1] is OutcomeKind.REVISED
    (*_, step) = json.loads(run(town, "history", addresses(town, 1)[0], "--json").stdout)["steps"]
    assert (step["read_anew"], step["moved"], step["stale"]) == (False, ["en"], ["ar"])


def test_applied_twice_or_with_nothing_changed_it_does_nothing(town: ChangingSite) -> None:
    nothing = "every article of town was read with the templates of sijill.toml: nothing to do\n"
    assert run(town, "template", "apply", "town").stdout == nothing
    edit_template(town, replace(TEMPLATE, drop=("div.app-words",)))
    run(town, "template", "apply", "town")
    before = town.rows("revisions", "articles", "readings")
    again = run(town, "template", "apply", "town").stdout
    assert again == "1 article read again with another template, none read otherwise\n"
    assert town.rows("revisions", "articles", "readings") == before


def test_an_article_that_is_gone_and_one_of_a_day_with_the_old_template_stay_as_they_are(town: ChangingSite) -> None:
    del town.site.pages["/town/1-story"]
    assert town.kinds()[1] is OutcomeKind.GONE
    path = town.folder / FILE_NAME
    new = render_template(Template(date(2026, 3, 3), drop=("div.app-words",)))
    path.write_text(f"{path.read_text(encoding='utf-8')}\n{new}", encoding="utf-8")
    before = town.rows("revisions", "articles")
    assert run(town, "template", "apply", "town").stdout.startswith("every article of town was read with")
    assert town.rows("revisions", "articles") == before


def test_a_text_that_an_old_capture_shares_with_a_newer_one_is_read_from_the_newer_where_only_its_template_changed(
    town: ChangingSite,
) -> None:
    page = article(3).replace("</h1>", "</h1><!-- printed again -->")
    town.site.pages["/town/3-story"] = Answer(page)
    assert town.kinds()[3] is OutcomeKind.UNCHANGED
    path = town.folder / FILE_NAME
    new = render_template(Template(date(2026, 3, 3), drop=("figcaption.under-ar",)))
    path.write_text(f"{path.read_text(encoding='utf-8')}\n{new}", encoding="utf-8")
    applied = json.loads(run(town, "template", "apply", "town", "--json").stdout)
    assert [one["url"] for one in applied["articles"]] == addresses(town, 3)


def test_an_unknown_source_and_an_empty_folder_are_refused(town: ChangingSite, tmp_path_factory) -> None:
    unknown = run(town, "template", "apply", "city")
    assert "no source called 'city'" in str(unknown.exception)
    empty = tmp_path_factory.mktemp("empty")
    (empty / FILE_NAME).write_text((town.folder / FILE_NAME).read_text(encoding="utf-8"), encoding="utf-8")
    refused = CliRunner().invoke(cli, ["template", "apply", "town", "--data", str(empty)])
    assert "sijill crawl town" in str(refused.exception)
