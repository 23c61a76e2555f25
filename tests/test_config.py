"""The configuration: what is written is read back, what a person wrote stays, and a mistake is named with its place."""

from dataclasses import fields
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.errors import ConfigurationError
from crawler.sites import RoleSelectors, Site, Template
from jobs.config import (
    FILE_NAME,
    Configuration,
    append_source,
    parse_configuration,
    read_configuration,
    render_source,
)

SITE = Site(name="one", url="https://one.example/")

texts = st.text(st.characters(exclude_categories=("Cs",)), max_size=30)
times = st.builds("{:02}:{:02}".format, st.integers(0, 23), st.integers(0, 59))
addresses = st.sampled_from(
    ["https://news.example/", "http://127.0.0.1:8000/feed/", "https://news.example/خبر?id=7", "https://[::1]/a'b\"c"]
)
hosts = st.sampled_from(["media.example", "media.example:8080", "أخبار.example", "[::1]:8000", "Media.Example"])


def lists_of(values):
    return st.lists(values, max_size=4).map(tuple)


selectors = st.sampled_from(
    ["h1", "article.story > p", 'p[dir="rtl"], .خبر', "#main div.entry-content", "h1:not(.a\\:b)"]
)
role_selectors = st.builds(RoleSelectors, **{one.name: st.just("") | selectors for one in fields(RoleSelectors)})
templates = st.builds(
    Template,
    since=st.none() | st.dates(),
    article=st.just("") | selectors,
    roles=role_selectors,
    sides=st.dictionaries(st.sampled_from(["ar", "en", "fr"]), role_selectors).map(
        lambda one: tuple(sorted(one.items()))
    ),
    drop=lists_of(selectors),
    furniture=lists_of(texts),
)


def in_order(given_templates):
    return tuple(sorted(given_templates, key=lambda template: (template.since is not None, template.since or date.min)))


sites = st.builds(
    Site,
    name=st.from_regex(r"[a-z0-9][a-z0-9-]*", fullmatch=True),
    url=addresses,
    title=texts,
    feeds=lists_of(addresses),
    sitemaps=lists_of(addresses),
    listings=lists_of(addresses),
    hosts=lists_of(hosts),
    delay_s=st.floats(0, 3600),
    at=lists_of(times),
    private_addresses=st.booleans(),
    zone=st.sampled_from(["", "Asia/Damascus", "America/Argentina/Buenos_Aires", "UTC"]),
    templates=st.lists(templates, max_size=3, unique_by=lambda template: template.since).map(in_order),
)


@given(st.lists(sites, max_size=3, unique_by=lambda site: site.name))
def test_what_is_rendered_is_parsed_to_the_same_sources(given_sites):
    text = "\n".join(render_source(site) for site in given_sites)
    assert parse_configuration(text) == Configuration(tuple(given_sites))


@given(texts)
def test_no_text_in_the_file_ends_in_anything_but_a_configuration_or_a_named_mistake(text):
    for written in (text, f"[[source]]\nname = {text}", f'[[source]]\nname = "a"\nurl = "https://a.example/"\n{text}'):
        try:
            parse_configuration(written)
        except ConfigurationError as error:
            assert str(error)


def test_an_absent_or_empty_file_is_a_configuration_without_sources(tmp_path: Path):
    assert read_configuration(tmp_path) == (Configuration((), "02:30"), "")
    (tmp_path / FILE_NAME).write_bytes(b"")
    assert read_configuration(tmp_path) == (Configuration((), "02:30"), "")


def test_what_is_not_stated_has_its_default():
    text = '[[source]]\nname = "one"\nurl = "https://one.example/"'
    assert parse_configuration(text) == Configuration((SITE,), "02:30")
    assert (SITE.at, SITE.delay_s, SITE.private_addresses) == (("06:00", "18:00"), 1.0, False)


def test_everything_a_person_may_write_is_read():
    text = """
# a comment
snapshot.at = "23:59"
[[source]]
name = "one"                # its name
url = "https://one.example/"
delay_s = 3                 # a whole number is a number
zone = "Asia/Damascus"
at = []
[source.template]
learned_on = 2026-01-26
article = "main article"
"""
    template = Template(since=date(2026, 1, 26), article="main article")
    site = Site(name="one", url="https://one.example/", delay_s=3.0, at=(), zone="Asia/Damascus", templates=(template,))
    assert parse_configuration(text) == Configuration((site,), "23:59")


def test_a_source_has_a_template_for_each_layout_it_had():
    text = """
[[source]]
name = "one"
url = "https://one.example/"
[[source.template]]
since = 2026-11-25
headline = "h1.title, h1.kicker"   # either
drop = ["div.share"]
[source.template.ar]
body = 'div[dir="rtl"]'
[[source.template]]
article = "article"
"""
    sides = (("ar", RoleSelectors(body='div[dir="rtl"]')),)
    newer = Template(date(2026, 11, 25), "", RoleSelectors(headline="h1.title, h1.kicker"), sides, ("div.share",))
    (site,) = parse_configuration(text).sources
    assert site.templates == (Template(article="article"), newer)
    days = (date(2026, 11, 24), date(2026, 11, 25), date(2026, 11, 26))
    assert [site.template_on(day) for day in days] == [site.templates[0], newer, newer]


# What is wrong -> what the message must say: the place, and what to write instead.
SOURCE = '[[source]]\nname = "one"\nurl = "https://one.example/"\n'
MISTAKES = {
    "name = ": ("not TOML", "line 1"),
    "sources = []": ("the file", "'sources'", "source"),
    "source = 3": ("[[source]]",),
    "source = [3]": ("[[source]]",),
    '[source]\nname = "one"': ("double brackets, [[source]]",),
    "[[source]]\n": ("[[source]] number 1", "name is missing"),
    '[[source]]\nname = "one"': ("[[source]] 'one'", "url is missing"),
    "[[source]]\nname = 3": ("[[source]] number 1", "name is a text", "not 3"),
    '[[source]]\nname = "One News"\nurl = "https://one.example/"': ("small letters", "'One News'"),
    '[[source]]\nname = "-one"\nurl = "https://one.example/"': ("small letters",),
    '[[source]]\nname = "one"\nurl = "one.example"': ("[[source]] 'one' url", "https://", "'one.example'"),
    '[[source]]\nname = "one"\nurl = "ftp://one.example/"': ("[[source]] 'one' url",),
    SOURCE + "title = 3": ("title is a text in quotes", "not 3"),
    SOURCE + 'feeds = "https://one.example/feed"': ("[[source]] 'one' feeds", "a list"),
    SOURCE + 'feeds = ["/feed"]': ("[[source]] 'one' feeds", "'/feed'"),
    SOURCE + "sitemaps = [1]": ("[[source]] 'one' sitemaps", "a list of texts"),
    SOURCE + 'listings = ["x"]': ("[[source]] 'one' listings",),
    SOURCE + 'hosts = ["https://media.example/"]': ("[[source]] 'one' hosts", "media.example:8080"),
    SOURCE + 'hosts = [""]': ("[[source]] 'one' hosts",),
    SOURCE + 'at = ["6:00"]': ("[[source]] 'one' at", "HH:MM", "'6:00'"),
    SOURCE + 'at = ["24:00"]': ("HH:MM",),
    SOURCE + 'at = ["12:60"]': ("HH:MM",),
    SOURCE + 'at = ["06:00 "]': ("HH:MM",),
    SOURCE + 'at = ["٠٦:٠٠"]': ("HH:MM",),
    SOURCE + "at = [06:00:00]": ("a list of texts",),
    SOURCE + 'delay_s = "1"': ("delay_s is a number of seconds from 0 to 3600", "'1'"),
    SOURCE + "delay_s = -1": ("delay_s",),
    SOURCE + "delay_s = 3601": ("delay_s",),
    SOURCE + "delay_s = true": ("delay_s", "not True"),
    SOURCE + "delay_s = nan": ("delay_s",),
    SOURCE + "delay_s = inf": ("delay_s",),
    SOURCE + 'private_addresses = "no"': ("private_addresses is true or false", "'no'"),
    SOURCE + "zone = 3": ("zone is a text in quotes", "not 3"),
    SOURCE + 'zone = "Damascus"': ("[[source]] 'one'", "Asia/Damascus", "'Damascus'"),
    SOURCE + 'zone = "Asia/Aleppo"': ("zone", "'Asia/Aleppo'"),
    SOURCE + 'zone = "America/Argentina"': ("zone", "'America/Argentina'"),
    SOURCE + 'zone = "localtime"': ("zone", "'localtime'"),
    SOURCE + 'zone = "../../etc/localtime"': ("zone",),
    SOURCE + "feed = []": ("[[source]] 'one'", "'feed' is not known", "feeds"),
    SOURCE + "template = 3": ("[[source]] 'one' template", "[source.template]"),
    SOURCE + "[source.template]\nselector = 'x'": ("[[source]] 'one' template", "'selector'", "article"),
    SOURCE + "[source.template]\narticle = 3": ("[[source]] 'one' template", "article is a text"),
    SOURCE + "[source.template]\nfurniture = 'x'": ("[[source]] 'one' template furniture", "a list of texts"),
    SOURCE + "[[source.template]]\narticle = 'p::'": ("[[source]] 'one' template: article", "'p::'", "no CSS selector"),
    SOURCE + "[source.template]\ndrop = ['.a', '1']": ("[[source]] 'one' template drop", "'1'", "no CSS selector"),
    SOURCE + "[[source.template]]\nsince = 'May'": ("[[source]] 'one' template: since is a day", "'May'"),
    SOURCE + "[[source.template]]\nsince = 2026-11-25T00:00:00Z": ("[[source]] 'one' template: since is a day",),
    SOURCE + "[[source.template]]\n[source.template.ar]\nbdy = 'p'": ("[[source]] 'one' template ar", "'bdy'", "body"),
    SOURCE + "[[source.template]]\n[source.template.arabic]\nbody = 'p'": ("[[source]] 'one' template", "'arabic'"),
    SOURCE + "[[source.template]]\nar = 'p'": ("[[source]] 'one' template", "'ar'"),
    SOURCE + "[[source.template]]\n[[source.template]]": ("[[source]] 'one' template", "two templates have no since"),
    SOURCE + 2 * "[[source.template]]\nsince = 2026-01-26\n": ("two templates begin on 2026-01-26", "first day"),
    SOURCE + "[[source.template]]\nsince = 2026-01-26\n[[source.template]]\nsince = 2026-01-27\nbody = '<p>'": (
        "[[source]] 'one' template since 2026-01-27: body",
    ),
    SOURCE + SOURCE: ("two sources are called 'one'",),
    "snapshot = 3": ("[snapshot]", "at ="),
    '[snapshot]\ntime = "02:30"': ("[snapshot]", "'time'", "at"),
    '[snapshot]\nat = "2:30"': ("[snapshot] at", "HH:MM", "'2:30'"),
    "[snapshot]\nat = 2": ("[snapshot] at", "HH:MM"),
}


@pytest.mark.parametrize(("text", "said"), MISTAKES.items(), ids=range(len(MISTAKES)))
def test_a_mistake_is_named_with_its_file_its_place_and_what_to_write(tmp_path: Path, text: str, said: tuple[str, ...]):
    (tmp_path / FILE_NAME).write_text(text, encoding="utf-8")
    with pytest.raises(ConfigurationError) as refused:
        read_configuration(tmp_path)
    message = str(refused.value)
    assert message.startswith(f"{tmp_path / FILE_NAME}: ")
    assert [part for part in said if part not in message] == []
    assert "\n" not in message
    assert refused.value.exit_code == 2


def test_a_file_that_is_not_utf_8_is_refused_and_a_byte_order_mark_is_not(tmp_path: Path):
    (tmp_path / FILE_NAME).write_bytes(SOURCE.encode() + 'title = "خبر"'.encode("windows-1256"))
    with pytest.raises(ConfigurationError, match="not UTF-8 at byte"):
        read_configuration(tmp_path)
    (tmp_path / FILE_NAME).write_bytes(b"\xef\xbb\xbf" + SOURCE.encode())
    assert read_configuration(tmp_path)[0].sources == (SITE,)


def test_an_unknown_source_is_refused_with_the_names_there_are():
    with pytest.raises(ConfigurationError, match="no source called 'two'; the sources are: one"):
        Configuration((SITE,)).selected(["one", "two"])
    with pytest.raises(ConfigurationError, match="sijill add URL"):
        Configuration().source("one")


def test_sources_are_selected_by_name_each_once_and_all_of_them_without_a_name():
    other = Site("two", "https://two.example/")
    configuration = Configuration((SITE, other))
    assert configuration.selected([]) == (SITE, other)
    assert configuration.selected(["two", "one", "two"]) == (other, SITE)


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_a_source_is_added_below_what_a_person_wrote(tmp_path: Path, line_end: str):
    written = line_end.join(
        ["# my sources", "[snapshot]", 'at = "04:00"  # before breakfast', "", *SOURCE.splitlines(), "# the end"]
    )
    (tmp_path / FILE_NAME).write_bytes(written.encode())
    added = Site("two", "https://two.example/", title="عنوان")
    append_source(tmp_path, added)
    assert read_configuration(tmp_path)[0] == Configuration((SITE, added), "04:00")
    assert (tmp_path / FILE_NAME).read_bytes().startswith(written.encode())
    assert sorted(path.name for path in tmp_path.iterdir()) == [FILE_NAME]


def test_the_first_source_makes_folder_and_file(tmp_path: Path):
    append_source(tmp_path / "made" / "for it", SITE)
    assert read_configuration(tmp_path / "made" / "for it")[0].sources == (SITE,)


@pytest.mark.parametrize(
    ("standing", "site", "said"),
    [
        (SOURCE, SITE, "'one' already"),
        ("", Site("Bad Name", "https://one.example/"), "small letters"),
        ("source = [{name = 'one', url = 'https://one.example/'}]", Site("two", "https://two.example/"), "TOML"),
        ("name = ", Site("two", "https://two.example/"), "not TOML"),
    ],
)
def test_what_cannot_be_added_leaves_the_file_as_it_was(tmp_path: Path, standing: str, site: Site, said: str):
    (tmp_path / FILE_NAME).write_text(standing, encoding="utf-8")
    with pytest.raises(ConfigurationError, match=said):
        append_source(tmp_path, site)
    assert (tmp_path / FILE_NAME).read_text(encoding="utf-8") == standing
