"""The Datasette plugin, and the only module of the project that imports Datasette.

A package, not a module: Datasette looks for `templates` and `static` with importlib.resources, which on
Python 3.11 finds them for packages only and is silent otherwise. Static files are mounted under the name of
the distribution, `sijill`.
"""

import hashlib
import sqlite3
from collections.abc import Generator
from functools import cache, partial
from pathlib import Path
from typing import Any

from datasette import NotFound, Response, hookimpl
from datasette.utils.asgi import Base400
from datasette.views.base import DatasetteError

from archive.findings import Question
from archive.glossary import TermQuestion
from archive.glossary_files import write_csv, write_tbx
from archive.index import fts_expression
from archive.reading_room.cells import render_article_link, render_text_cell
from archive.reading_room.changes import HistoryPage
from archive.reading_room.drift import strip_width
from archive.reading_room.glossary import UsesPage
from archive.reading_room.metadata import DATABASE, build_metadata
from archive.reading_room.pages import ArticlePage
from archive.reading_room.reading import (
    read_article_page,
    read_conflicts_page,
    read_glossary_page,
    read_history_page,
    read_home,
    read_sources,
    read_terms,
    read_uses_page,
)
from archive.reading_room.security import guard
from archive.reading_room.wording import FILTERS
from crawler.models import ARABIC, ENGLISH, Severity

DISTRIBUTION = "sijill"
STATIC = Path(__file__).parent / "static"
# Datasette's own pages keep its style sheet and get ours on top of it; ours stand alone.
OUR_STYLE, STOCK_STYLE = "reading_room.css", "stock_pages.css"
HISTORY_TEMPLATE = "sijill_history.html"
CONFLICTS_TEMPLATE = "sijill_conflicts.html"
GLOSSARY_TEMPLATE = "sijill_glossary.html"
USES_TEMPLATE = "sijill_uses.html"
OUR_TEMPLATES = {
    "index.html",
    f"row-{DATABASE}-articles.html",
    f"table-{DATABASE}-articles.html",
    "sijill_error.html",
    HISTORY_TEMPLATE,
    CONFLICTS_TEMPLATE,
    GLOSSARY_TEMPLATE,
    USES_TEMPLATE,
}
# Ending -> what writes it, and its media type.
GLOSSARY_FILES = {"csv": (write_csv, "text/csv; charset=utf-8"), "tbx": (write_tbx, "application/x-tbx+xml")}


@hookimpl  # type: ignore[untyped-decorator]
def get_metadata() -> dict[str, Any]:
    """Titles, descriptions, facets, sorts: Datasette merges into what it gets, so a new one each time."""
    return build_metadata()


@hookimpl  # type: ignore[untyped-decorator]
def asgi_wrapper() -> Any:
    """The refusals and the headers."""
    return guard


@hookimpl(hookwrapper=True)  # type: ignore[untyped-decorator]
def prepare_connection(conn: sqlite3.Connection, database: str) -> Generator[None]:
    """After Datasette has registered its `escape_fts`, replace it by the folding of our index.

    Its search box calls that function by name, so Arabic is found in every spelling the index folds.
    """
    yield
    if database == DATABASE and _has_index(conn):
        conn.create_function("escape_fts", 1, partial(fts_expression, conn), deterministic=True)


@hookimpl  # type: ignore[untyped-decorator]
def prepare_jinja2_environment(env: Any) -> None:
    """Filters that put dates and languages into words."""
    env.filters.update(FILTERS)
    env.globals["strip_width"] = strip_width


@hookimpl  # type: ignore[untyped-decorator]
def extra_css_urls(template: str, datasette: Any) -> list[str]:
    """One style sheet, under an address that changes with its content."""
    name = OUR_STYLE if template in OUR_TEMPLATES else STOCK_STYLE
    return [datasette.urls.static_plugins(DISTRIBUTION, name) + f"?{_style_version(name)}"]


@hookimpl  # type: ignore[untyped-decorator]
def render_cell(value: object, column: str, database: str, datasette: Any) -> Any:
    """Text cells of Datasette's own pages, each in its direction."""
    if database != DATABASE:
        return None
    path = datasette.urls.table(DATABASE, "articles")
    return render_text_cell(column, value) or render_article_link(column, value, path)


@hookimpl  # type: ignore[untyped-decorator]
def register_routes() -> list[tuple[str, Any]]:
    """The one page under /-/ that stays open, and the pages that are no table's."""
    return [
        (r"^/-/health$", _answer_health),
        (rf"^/{DATABASE}/articles/(?P<article_id>[^/]+)/history$", _answer_history),
        (rf"^/{DATABASE}/conflicts$", _answer_conflicts),
        (rf"^/{DATABASE}/glossary$", _answer_glossary),
        (rf"^/{DATABASE}/glossary/uses$", _answer_uses),
        (rf"^/{DATABASE}/glossary\.(?P<format>csv|tbx)$", _answer_glossary_file),
    ]


@hookimpl  # type: ignore[untyped-decorator]
def extra_template_vars(template: str, request: Any, datasette: Any) -> Any:
    """What our templates show, read from the archive in one of Datasette's own threads."""

    async def read() -> dict[str, Any]:
        if DATABASE not in datasette.databases:
            return {}
        database = datasette.get_database(DATABASE)
        if template == f"row-{DATABASE}-articles.html":
            return {"page": await _read_page(database, request)}
        if template == f"table-{DATABASE}-articles.html":
            return {"sources": await database.execute_fn(read_sources)}
        if template == "index.html":
            return {"home": await database.execute_fn(read_home)}
        return {}

    return read


@hookimpl(hookwrapper=True)  # type: ignore[untyped-decorator]
def handle_exception(datasette: Any, request: Any, exception: Exception) -> Generator[None, Any]:
    """What a reader may cause (no such page, a bad filter) is answered in our words and leaves no traceback.

    Datasette prints one with all local variables for every 404 where rich is installed.
    """
    outcome = yield
    if isinstance(exception, Base400 | DatasetteError) and exception.status < 500:
        outcome.force_result([partial(_answer_error, datasette, request, exception)])


async def _answer_error(datasette: Any, request: Any, exception: Any) -> Response:
    title = getattr(exception, "title", None)
    message = exception.message if isinstance(exception, DatasetteError) else exception.args[0]
    if getattr(exception, "message_is_html", False):  # Datasette's only one: the time limit, with the SQL
        message = "This took longer than a page may take. Narrow it down, or ask for fewer facets."
    error = {"ok": False, "error": message, "status": exception.status, "title": title}
    if request.path.endswith(".json") or DATABASE not in datasette.databases:
        return Response.json(error, status=exception.status)
    html = await datasette.render_template("sijill_error.html", error, request=request)
    return Response.html(html, status=exception.status)


async def _read_page(database: Any, request: Any) -> ArticlePage:
    """Raises NotFound, which Datasette answers with 404, for a revision that is not there."""
    # Datasette has found the row, but SQLite takes "1e0" for 1 too: one article has one address.
    article_id = _positive(request.url_vars["pks"])
    wanted = request.args.get("_revision")
    number = _positive(wanted)
    page: ArticlePage | None = None
    if article_id is not None and (wanted is None or number is not None):
        page = await database.execute_fn(lambda conn: read_article_page(conn, article_id, number))
    if page is None:
        raise NotFound("There is no such article or revision here.")
    return page


async def _answer_history(datasette: Any, request: Any) -> Response:
    article_id = _positive(request.url_vars["article_id"])
    wanted = request.args.get("_revision")
    number = _positive(wanted)
    page: HistoryPage | None = None
    if DATABASE in datasette.databases and article_id is not None and (wanted is None or number is not None):
        database = datasette.get_database(DATABASE)
        page = await database.execute_fn(lambda conn: read_history_page(conn, article_id, number))
    if page is None:
        raise NotFound("There is no such article or revision here.")
    return Response.html(await datasette.render_template(HISTORY_TEMPLATE, {"page": page}, request=request))


async def _answer_conflicts(datasette: Any, request: Any) -> Response:
    severity = request.args.get("severity") or Severity.CONFLICT.value
    if DATABASE not in datasette.databases or severity not in tuple(Severity):
        raise NotFound("There is nothing here.")
    question = Question((severity,), None, request.args.get("source") or None, request.args.get("kind") or None)
    page = await datasette.get_database(DATABASE).execute_fn(lambda conn: read_conflicts_page(conn, question))
    return Response.html(await datasette.render_template(CONFLICTS_TEMPLATE, {"page": page}, request=request))


async def _answer_glossary(datasette: Any, request: Any) -> Response:
    question, number = _term_question(request), _positive(request.args.get("page") or "1")
    if not number:
        raise NotFound("There is nothing here.")
    database = await _glossary_database(datasette)
    page = await database.execute_fn(lambda conn: read_glossary_page(conn, question, number))
    if number > 1 and not page.rows:
        raise NotFound("The glossary does not go on so far.")
    return Response.html(await datasette.render_template(GLOSSARY_TEMPLATE, {"page": page}, request=request))


async def _answer_uses(datasette: Any, request: Any) -> Response:
    english, arabic = (request.args.get(name) or "" for name in ("en", "ar"))
    database = await _glossary_database(datasette)
    page: UsesPage | None = await database.execute_fn(lambda conn: read_uses_page(conn, english, arabic))
    if page is None:
        raise NotFound("No name is rendered so in the archive's articles as they stand now.")
    return Response.html(await datasette.render_template(USES_TEMPLATE, {"page": page}, request=request))


async def _answer_glossary_file(datasette: Any, request: Any) -> Response:
    """The English terms that are asked for, as a file to keep."""
    question, wanted = _term_question(request), request.url_vars["format"]
    database = await _glossary_database(datasette)
    terms = await database.execute_fn(lambda conn: read_terms(conn, question))
    write, content_type = GLOSSARY_FILES[wanted]
    headers = {"content-disposition": f'attachment; filename="glossary.{wanted}"'}
    return Response(write(terms), headers=headers, content_type=content_type)


async def _glossary_database(datasette: Any) -> Any:
    """The archive; NotFound where there is none, or one of before glossaries were kept."""
    database = datasette.get_database(DATABASE) if DATABASE in datasette.databases else None
    if database is None or not await database.table_exists("term_pairs"):
        raise NotFound("There is no glossary here: sijill crawl makes one.")
    return database


def _term_question(request: Any) -> TermQuestion:
    """What the address asks for; whatever it says else is left out."""
    phrase = (request.args.get("q") or "").strip()
    return TermQuestion(
        language=ARABIC if request.args.get("of") == ARABIC else ENGLISH,
        phrase=phrase,
        is_varied=bool(request.args.get("varied")),
        count_least=1 if phrase or request.args.get("once") else 2,
    )


@cache
def _style_version(name: str) -> str:
    return hashlib.sha256((STATIC / name).read_bytes()).hexdigest()[:8]


def _positive(text: str | None) -> int | None:
    digits = text is not None and text.isascii() and text.isdigit() and len(text) <= 18
    return int(text) if text and digits else None


def _has_index(conn: sqlite3.Connection) -> bool:
    return conn.execute("SELECT 1 FROM sqlite_master WHERE name = 'revisions_fts'").fetchone() is not None


async def _answer_health(datasette: Any) -> Response:
    """200 and {"ok": true} while the archive answers a query."""
    ok = DATABASE in datasette.databases
    if ok:
        rows = await datasette.get_database(DATABASE).execute("SELECT 1 AS ok")
        ok = rows.first()["ok"] == 1
    return Response.json({"ok": ok}, status=200 if ok else 503)
