"""Listings: article links among menus, teasers and footers, on pages of several builds, and the next page."""

import subprocess
import sys
import textwrap
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.discovery.article_paths import is_list_path, score_path
from crawler.discovery.listings import article_links, next_page
from crawler.sites import Site

REPOSITORY = Path(__file__).parents[1]
HOME = "https://news.example/"
SITE = Site("news", HOME)

WORDPRESS = """<!doctype html><html lang="ar" dir="rtl"><body class="home blog">
<header class="site-header"><nav><ul class="menu">
  <li class="menu-item"><a href="/ar">الصفحة الرئيسية</a></li>
  <li class="menu-item"><a href="/ar/archive-ar">أرشيف</a></li>
  <li class="menu-item"><a href="/ar/contact-us">تواصل معنا</a></li>
  <li class="menu-item"><a href="/ar/the-long-title-of-a-project-page">المشروع</a></li>
</ul></nav></header>
<main>
  <article class="post hentry category-politics"><a href="/ar/archives/2196"><img alt=""></a>
    <header><span class="cats"><a href="/ar/archives/category/سياسة">سياسة خارجية</a></span>
    <h3><a href="/ar/archives/2196">سفير بغداد يعلن افتتاح
      خط جوي جديد مع العاصمة</a></h3></header>
    <a class="author" href="/ar/author/editor">المحرر</a>
    <a href="/ar/archives/2196#comments">3 تعليقات</a></article>
  <div class="post-card"><a href="/ar/archives/2192">
    <h3>وزارة الخارجية تنفي مشاركة وفد في المؤتمر</h3></a></div>
  <nav class="pagination"><a href="/ar/page/2">2</a><a href="/ar/page/3">3</a></nav>
</main>
<footer><a href="/ar/privacy-policy">سياسة الخصوصية</a>
  <a href="https://other.example/2024/01/26/a-b-c-d">شريك</a></footer>
</body></html>"""

NEWSPAPER = """<html><head><base href="https://news.example/en/"></head><body>
<div id="topbar"><a href="/subscribe/the-best-offer-for-new-readers">Subscribe to our newspaper today</a></div>
<section class="latest"><ul>
  <li><a href="2024/01/26/flood-in-basra.html"><style>.x{color:red}</style>Flood in Basra</a></li>
  <li><a href="world/minister-denies-report-on-talks">Minister denies report on talks with Ankara</a></li>
  <li><a href="world">World</a></li>
  <li><a href="/story.php?id=4711">Central bank keeps rates where they are</a></li>
  <li><a href="/story.php?id=4711&amp;print=1">Print</a></li>
  <li><a href="/files/report-of-the-central-bank.pdf">Report of the central bank for the year</a></li>
  <li><a href="javascript:open()">A very long text that does something on this page</a></li>
  <li><a href="#top">Back to the top of this very long home page</a></li>
</ul></section>
<div class="sidebar-tags"><a href="/t/central-bank-of-iraq">Central Bank of Iraq and its governor</a></div>
</body></html>"""

TABLE = """<table><tr>
<td><font><a href="/news/السيول-تجتاح-البصرة-وتقطع-الطرق">السيول تجتاح البصرة</a></font></td>
<td><a href="/2024/1/5/87654">بغداد</a></td><td><a href="/sport">رياضة</a></td>
<td><a href="http://192.0.2.1/2024/01/26/not-of-this-site-at-all">رابط إلى موقع آخر لا علاقة له</a></td>
</tr></table>"""


@pytest.mark.parametrize(
    ("html", "url", "expected"),
    [
        (WORDPRESS, "https://news.example/ar", ["/ar/archives/2196", "/ar/archives/2192"]),
        (
            NEWSPAPER,
            HOME,
            [
                "/en/2024/01/26/flood-in-basra.html",
                "/en/world/minister-denies-report-on-talks",
                "/story.php?id=4711",
            ],
        ),
        (
            TABLE,
            HOME,
            [
                "/news/%D8%A7%D9%84%D8%B3%D9%8A%D9%88%D9%84-%D8%AA%D8%AC%D8%AA%D8%A7%D8%AD-%D8%A7%D9%84%D8%A8%D8%B5"
                "%D8%B1%D8%A9-%D9%88%D8%AA%D9%82%D8%B7%D8%B9-%D8%A7%D9%84%D8%B7%D8%B1%D9%82",
                "/2024/1/5/87654",
            ],
        ),
        ("", HOME, []),
        ("<a href='http://[broken/2024/01/26/a-b-c-d-e'>A headline that is long enough</a>", HOME, []),
    ],
    ids=["wordpress", "newspaper", "table", "empty", "broken"],
)
def test_the_links_that_look_like_articles_are_found(html: str, url: str, expected: list[str]) -> None:
    links = article_links(html.encode(), url, SITE)
    assert list(links) == [f"https://news.example{path}" for path in expected]


def test_a_page_in_windows_1256_gives_the_same_links() -> None:
    declared = TABLE.replace("<table>", '<meta charset="windows-1256"><table>')
    assert article_links(declared.encode("cp1256"), HOME, SITE) == article_links(TABLE.encode(), HOME, SITE)


@pytest.mark.parametrize(
    "path",
    [
        *(
            "/",
            "/ar",
            "/en-us/",
            "/index.html",
            "/ar/index.php",
            "/?lang=ar",
            "/tag/gaza",
            "/ar/archives/category/x",
        ),
        *(
            "/وسم/غزة",
            "/تصنيف/سياسة",
            "/author/editor",
            "/page/3",
            "/news/page-2",
            "/ar/2021/04",
            "/date/2021",
        ),
        *(
            "/2021/04/05/",
            "/2024",
            "/feed/",
            "/?s=gaza",
            "/?cat=3",
            "/about-us",
            "/من-نحن/",
            "/ar/contact.html",
        ),
        *(
            "/a/photo.jpg",
            "/a/report.PDF",
            "/rss.xml",
            "/wp-content/uploads/x",
            "/login?next=/a",
            "/a/comment-page-2",
            "/en/blog/index.html",
            "/blog/page-2.html",
            "/ko/",
            "/ar/آخر-الأخبار/",
            "/world/news",
        ),
        # An id does not make an article of a tag, a person, a tool or a page about the site.
        *("/tag/gaza?id=5", "/author/editor?id=5", "/login?id=5", "/contact.php?id=5", "/about?p=7", "/page/3?id=5"),
        *("/news.php", "/news?lang=ar", "/news.php?id=all", "/archive.php?year=2021", "/news.php?cat=3", "/a.pdf?id=5"),
    ],
)
def test_a_path_that_is_no_article_s_is_known(path: str) -> None:
    assert is_list_path(f"https://news.example{path}")


@pytest.mark.parametrize(
    ("path", "score"),
    [
        ("/2024/01/26/baghdad-warns-of-a-new-war", 6),
        ("/ar/archives/1129", 3),
        ("/archives/2021", 3),
        ("/article/2904486/السفير-يصل-إلى-بغداد", 6),
        ("/news/بغداد-تحذر-من-حرب-جديدة/ar", 4),
        ("/?p=1129", 2),
        ("/story.php?id=4711&cat=3", 2),
        ("/middle-east", 1),
        ("/politics/gaza", 0),
        ("/news/2024/01/26/12345", 6),
        ("/news.php?id=12", 2),
        ("/news?id=12", 2),
        ("/articles.aspx?id=9", 2),
        ("/posts.php?p=7", 2),
        ("/en/news/?id=12", 2),
        ("/archive.php?id=5", 2),
        ("/?cat=3&id=12", 2),
        ("/news.php?cat=3&id=12", 2),
        ("/ar/الأخبار?newsid=12", 2),
    ],
)
def test_a_path_that_may_be_an_article_s_has_points_for_its_shape(path: str, score: int) -> None:
    address = f"https://news.example{path}"
    assert (is_list_path(address), score_path(address)) == (False, score)


@pytest.mark.parametrize(
    ("html", "url", "expected"),
    [
        ('<link rel="next" href="/page/2/">', HOME, "/page/2/"),
        ('<a rel="nofollow next" href="?page=2">2</a>', HOME, "/?page=2"),
        ('<a href="/older">المقالات الأقدم</a>', HOME, "/older"),
        ('<a href="/b">السابق</a><a href="/c">التالي</a>', HOME, "/c"),
        ('<a href="/c">Newer posts →</a>', HOME, None),
        ('<a href="/c">← Older Posts</a>', HOME, "/c"),
        ('<a href="/c" aria-label="Next page">›</a>', HOME, "/c"),
        (
            '<a href="/news/page/1">1</a><a href="/news/page/3">3</a>',
            "https://news.example/news/page/2",
            "/news/page/3",
        ),
        ('<a href="/news/page/2/">2</a>', "https://news.example/news", "/news/page/2/"),
        ('<a href="/sport/page/2/">2</a>', "https://news.example/news", None),
        (
            '<a href="/list?c=1&page=2">2</a><a href="/list?c=2&page=2">x</a>',
            "https://news.example/list?c=2",
            "/list?c=2&page=2",
        ),
        ('<a rel="next" href="#">next</a>', HOME, None),
        ('<a rel="next" href="https://other.example/page/2">next</a>', HOME, None),
        ('<a rel="next" href="/">next</a>', HOME, None),
        ('<a rel="prev" href="/page/1">1</a>', "https://news.example/page/2", None),
        ("", HOME, None),
    ],
)
def test_the_page_that_continues_a_list(html: str, url: str, expected: str | None) -> None:
    found = next_page(html.encode(), url)
    assert found == (f"https://news.example{expected}" if expected else None)


@given(st.binary(max_size=300), st.integers(0, 1500))
def test_damaged_bytes_give_links_of_the_site_or_none(junk: bytes, start: int) -> None:
    html = WORDPRESS.encode()[:start] + junk + WORDPRESS.encode()[start + 50 :]
    assert all(link.startswith(HOME) for link in article_links(html, HOME, SITE))
    following = next_page(html, HOME)
    assert following is None or following.startswith(HOME)


def test_deep_nesting_and_many_links_stay_within_time_and_memory() -> None:
    script = textwrap.dedent("""
        import resource
        resource.setrlimit(resource.RLIMIT_AS, (1200 * 2**20, 1200 * 2**20))
        resource.setrlimit(resource.RLIMIT_CPU, (30, 30))
        from crawler.errors import UnreadableList
        from crawler.discovery.listings import article_links, next_page
        from crawler.sites import Site
        home = "https://news.example/"
        link = b"<a href='/2024/01/26/%d'>A headline that is long enough</a>"
        links = b"".join(link % n for n in range(100_000))
        deep, flat = b"<div>" * 100_000 + links, b"<div>" * 1_000 + links
        for html in (deep, flat, b"<a href='/2024/01/26/1'>" * 100_000):
            try:
                print(len(article_links(html, home, Site("news", home))), next_page(html, home))
            except UnreadableList as error:
                print(error)
    """)
    done = subprocess.run(
        [sys.executable, "-c", script],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
        cwd=REPOSITORY,
    )
    assert (done.stderr, done.stdout.splitlines()) == (
        "",
        ["https://news.example/: its elements nest more than 2000 deep: not read", "5000 None", "1 None"],
    )


@pytest.mark.parametrize("path", ["/article/{}", "/news/{}.html", "/n{}", "/?p={}", "/news.php?id={}", "/news?id={}"])
def test_a_plain_list_of_links_is_a_list_of_articles_where_nothing_looks_better(path: str) -> None:
    links = "".join(
        f'<li><a href="{path.format(n)}">Old bridge number {n} reopens to the public</a></li>' for n in range(1, 4)
    )
    menu = '<nav><a href="/about">About us</a><a href="/sport">Sport</a></nav>'
    html = f"<html><body>{menu}<ul>{links}</ul></body></html>".encode()
    url = "https://news.example/"
    expected = tuple(f"https://news.example{path.format(n)}" for n in range(1, 4))
    assert article_links(html, url, Site("news", url)) == expected
