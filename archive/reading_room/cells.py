"""Cells of Datasette's own table pages: Arabic runs right to left there too, and a missing label says so."""

from markupsafe import Markup

ARABIC_COLUMNS = frozenset({"arabic", "headline_ar", "ar"})
ENGLISH_COLUMNS = frozenset({"english", "headline_en", "en"})
# Columns that hold text of any language; the text itself decides the direction.
MIXED_COLUMNS = frozenset({"text", "match_text", "title", "residue"})


def render_text_cell(column: str, value: object) -> Markup | None:
    """The cell of a column that holds published text, escaped; None for any other."""
    if not isinstance(value, str) or not value:
        return None
    if column in ARABIC_COLUMNS:
        return Markup('<div class="sijill-ar" lang="ar" dir="rtl">{}</div>').format(value)
    if column in ENGLISH_COLUMNS:
        return Markup('<div class="sijill-en" lang="en" dir="ltr">{}</div>').format(value)
    if column in MIXED_COLUMNS:
        return Markup('<div class="sijill-text" dir="auto">{}</div>').format(value)
    return None


def render_article_link(column: str, value: object, articles_path: str) -> Markup | None:
    """The link to an article where Datasette would show none or a bad one; None for any other cell.

    A view has no foreign keys, so bitext's article ids are plain numbers; and an article without an English
    headline has no label, which Datasette shows as "None".
    """
    if column != "article_id":
        return None
    if isinstance(value, dict):
        article_id, labelled = value["value"], value["label"] is not None
    else:
        article_id, labelled = value, not isinstance(value, int)
    return None if labelled else Markup('<a href="{0}/{1}">article {1}</a>').format(articles_path, article_id)
