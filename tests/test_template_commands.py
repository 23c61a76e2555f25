"""Templates at the command line: what `add` reports of one, and how `read --source` shows what an edit of it does."""

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from scripted_site import Answer, ScriptedSite, scripted_site

from crawler.sites import RoleSelectors, Template
from jobs.cli import cli
from jobs.config import FILE_NAME, parse_configuration
from jobs.kept_selectors import keep_standing

NEWS = ["The bridge reopened", "The river rose again", "The bakers ended a strike", "The school got a new roof"]


def article(headline: str) -> str:
    return f"""<html lang="en"><head><title>{headline}</title></head><body><article class="story">
    <h1 class="name">{headline}</h1><p class="teaser">{headline}, and the town is glad of it, the council says.</p>
    <div class="text"><p>{headline} on Sunday after a long time in which little had happened in the town.</p>
    <p>{headline}, said the mayor, "and that is what counts for all of us who live here".</p></div>
    <div class="read-on-box"><a href="/elsewhere">Something else entirely, told at some length</a></div>
    </article></body></html>"""


@pytest.fixture
def site() -> Iterator[ScriptedSite]:
    with scripted_site() as site:
        site.pages.update({f"/town/story-{number}": Answer(article(news)) for number, news in enumerate(NEWS)})
        site.others["/"] = Answer("<html lang='en'><title>The Town Paper</title><p>Welcome.</p></html>")
        yield site


def run(*arguments: object) -> Result:
    return CliRunner().invoke(cli, [str(argument) for argument in arguments])


def test_what_add_found_is_told_with_its_pages_and_three_records(site: ScriptedSite, tmp_path: Path) -> None:
    added = run("add", site.url, "--name", "town", "--data", tmp_path)
    assert added.exit_code == 0, added.stderr
    told = added.stderr.splitlines()
    assert "learned from 4 pages:" in told
    assert "  headline       h1.name  (on 4 of the 4 pages that have it)" in told
    assert sum(line.startswith("sample http://") for line in told) == 3
    assert any("en headline   The bridge reopened" in line for line in told)
    assert parse_configuration(added.stdout).sources[0].templates[0].roles.headline == "h1.name"


def test_pages_that_hold_no_article_do_not_lessen_what_is_learned_from(site: ScriptedSite, tmp_path: Path) -> None:
    gone = {f"/town/gone-{number}": Answer("Not here", status=404) for number in range(4)}
    more = {f"/town/later-{number}": Answer(article(f"{news} once more")) for number, news in enumerate(NEWS)}
    site.pages = {**gone, **site.pages, **more}
    added = json.loads(run("add", site.url, "--json", "--dry-run", "--data", tmp_path).stdout)
    assert added["template"]["pages"] == 5


def test_what_add_found_is_in_its_json(site: ScriptedSite, tmp_path: Path) -> None:
    added = json.loads(run("add", site.url, "--json", "--dry-run", "--data", tmp_path).stdout)
    assert added["template"]["pages"] == 4
    assert {"side": "", "role": "headline", "selector": "h1.name", "pages": 4, "hits": 4} in added["template"]["found"]
    assert [len(record["editions"]["en"]["paragraphs"]) for record in added["samples"]] == [2, 2, 2]


LINKED_NEWS = [
    ("The bridge reopened", "أعيد فتح الجسر"),
    ("The river rose again", "ارتفع النهر من جديد"),
    ("The bakers ended a strike", "أنهى الخبازون إضرابهم"),
    ("The school got a new roof", "حصلت المدرسة على سقف جديد"),
    ("The market moved uptown", "انتقل السوق إلى أعلى المدينة"),
]


def linked(number: int, language: str, other: str) -> Answer:
    english, arabic = LINKED_NEWS[number]
    texts = {
        "en": (english, f"{english} on Sunday after a long time in which little had happened.", "A view of the town"),
        "ar": (arabic, f"{arabic} يوم الأحد بعد وقت طويل لم يحدث فيه شيء يذكر في المدينة.", "منظر من المدينة القديمة"),
    }
    headline, text, caption = texts[language]
    return Answer(f"""<html lang="{language}"><head><title>{headline}</title>
    <link rel="alternate" hreflang="{other}" href="/{other}/story-{number}"></head><body><article><h1>{headline}</h1>
    <figure><img src="/{number}.jpg"><figcaption class="under-{language}">{caption}</figcaption></figure>
    <p>{text}</p><p>{text}</p></article></body></html>""")


def test_of_three_articles_the_page_in_the_other_language_is_looked_at_too(site: ScriptedSite, tmp_path: Path) -> None:
    site.pages = {f"/en/story-{number}": linked(number, "en", "ar") for number in range(5)}
    site.others.update({f"/ar/story-{number}": linked(number, "ar", "en") for number in range(5)})
    added = json.loads(run("add", site.url, "--json", "--name", "town", "--data", tmp_path).stdout)
    assert (added["languages"], added["template"]["pages"]) == (["ar", "en"], 8)
    assert [sorted(record["editions"]) for record in added["samples"]] == [["ar", "en"]] * 3
    (source,) = parse_configuration((tmp_path / FILE_NAME).read_text(encoding="utf-8")).sources
    assert dict(source.templates[0].sides) == {
        "ar": RoleSelectors(caption="figcaption.under-ar"),
        "en": RoleSelectors(caption="figcaption.under-en"),
    }


def test_a_site_is_added_once_unless_it_is_given_another_name(site: ScriptedSite, tmp_path: Path) -> None:
    first = run("add", site.url, "--json", "--data", tmp_path)
    again = run("add", site.url, "--data", tmp_path)
    name = json.loads(first.stdout)["name"]
    assert str(again.exception).startswith(f"the source {name!r} is {site.url}/ already: change it in ")
    assert run("add", site.url, "--name", "once-more", "--data", tmp_path).exit_code == 0
    sources = parse_configuration((tmp_path / FILE_NAME).read_text(encoding="utf-8")).sources
    assert [one.name for one in sources] == [name, "once-more"]


def test_of_an_articles_address_its_site_is_added(site: ScriptedSite, tmp_path: Path) -> None:
    dated = article(NEWS[0]).replace("<p class=", '<time datetime="2026-03-01">1 March 2026</time><p class=', 1)
    site.pages["/town/story-0"] = Answer(dated)
    added = json.loads(run("add", f"{site.url}/town/story-0", "--json", "--dry-run", "--data", tmp_path).stdout)
    assert (added["url"], added["notes"][0]) == (
        f"{site.url}/",
        f"The address is an article's: its site is {site.url}/.",
    )


def test_a_language_link_that_is_not_returned_is_no_page_of_the_article(site: ScriptedSite, tmp_path: Path) -> None:
    site.pages = {f"/en/story-{number}": linked(number, "en", "ar") for number in range(5)}
    site.others.update({f"/ar/story-{number}": linked(4, "ar", "fr") for number in range(5)})
    added = json.loads(run("add", site.url, "--json", "--dry-run", "--data", tmp_path).stdout)
    assert (added["languages"], added["template"]["pages"]) == (["en"], 5)


def test_a_page_is_read_with_the_template_of_a_source_as_it_stands_in_the_file(tmp_path: Path) -> None:
    saved = tmp_path / "saved.html"
    saved.write_text(
        article(NEWS[0]).replace("</p></div>", "</p><p>The Town Paper every day</p></div>"), encoding="utf-8"
    )
    template = '[[source.template]]\nfurniture = ["the town paper every day"]\n'
    toml = '[[source]]\nname = "town"\nurl = "https://town.example/"\n'
    (tmp_path / FILE_NAME).write_text(toml + template, encoding="utf-8")
    plain = json.loads(run("read", saved, "--json").stdout)
    with_template = json.loads(run("read", saved, "--source", "town", "--json", "--data", tmp_path).stdout)
    paragraphs = plain["editions"]["en"]["paragraphs"]
    assert paragraphs[-1] == "The Town Paper every day"
    assert with_template["editions"]["en"]["paragraphs"] == paragraphs[:-1]
    unknown = run("read", saved, "--source", "city", "--data", tmp_path)
    assert "no source called 'city'" in str(unknown.exception)


EFFECTS = {
    "a selector of what is not read so is named": (
        'body = "div.read-on-box"',
        [
            "template of 2026-03-01: 1 of its 1 selectors match on this page",
            "  body: div.read-on-box matches, and nothing that it holds is read as body",
            "  without it the page reads the same",
        ],
    ),
    "a selector that matches nothing is named": (
        'headline = "h1.nam"\n[source.template.ar]\nbody = "div.text"',
        [
            "template of 2026-03-01: 0 of its 2 selectors match on this page",
            "  headline: h1.nam matches nothing here",
            "  ar body: div.text matches nothing here",
            "  without it the page reads the same",
        ],
    ),
    "a text that it takes away is shown": (
        'furniture = ["the town paper every day"]',
        [
            "template of 2026-03-01: no selectors",
            "  en paragraph reads otherwise without it",
            "    - The Town Paper every day",
        ],
    ),
    "what would take out most of the article is told not to": (
        'drop = ["div.text"]',
        [
            "template of 2026-03-01: 1 of its 1 selectors match on this page",
            "  drop: div.text is not taken out: more than a quarter of the article would go",
            "  without it the page reads the same",
        ],
    ),
}


@pytest.mark.parametrize(("template", "told"), EFFECTS.values(), ids=EFFECTS)
def test_reading_with_a_template_tells_what_its_selectors_do(template: str, told: list[str], tmp_path: Path) -> None:
    saved = tmp_path / "saved.html"
    saved.write_text(
        article(NEWS[0]).replace("</p></div>", "</p><p>The Town Paper every day</p></div>"), encoding="utf-8"
    )
    source = '[[source]]\nname = "town"\nurl = "https://town.example/"\n[[source.template]]\nsince = 2026-03-01\n'
    (tmp_path / FILE_NAME).write_text(f"{source}{template}\n", encoding="utf-8")
    read = run("read", saved, "--source", "town", "--data", tmp_path)
    assert read.exit_code == 0, read.stderr
    assert read.stderr.splitlines() == told


def test_a_new_template_keeps_what_a_person_wrote_and_still_matches() -> None:
    texts = [article(news) for news in NEWS]
    learned = Template(date(2026, 4, 1), "article.story", RoleSelectors(headline="h1.name"), drop=("div.read-on-box",))
    standing = Template(
        since=date(2026, 3, 1),
        article="div.old",
        roles=RoleSelectors(headline="h1.old", caption="p.old"),
        sides=(("ar", RoleSelectors(body="div.text")), ("en", RoleSelectors(standfirst="p.teaser", body="div.text"))),
        drop=("div.read-on-box", "div.gone-box", "p.teaser"),
        furniture=("the town paper every day",),
    )
    template, kept = keep_standing(learned, standing, texts)
    assert template == Template(
        since=date(2026, 4, 1),
        article="article.story",
        roles=RoleSelectors(headline="h1.name"),
        sides=(("en", RoleSelectors(standfirst="p.teaser", body="div.text")),),
        drop=("div.read-on-box", "p.teaser"),
        furniture=("the town paper every day",),
    )
    assert kept == (
        "en standfirst: p.teaser",
        "en body: div.text",
        "drop: p.teaser",
        "furniture: the town paper every day",
    )
    assert keep_standing(learned, None, texts) == (learned, ())
