"""A page's source as its author keeps it, which a site's generator has not made into a page yet."""

import re

_LINES_MOST = 80
# What a generator is told of the page stands first, between two lines of dashes (YAML) or pluses (TOML).
_FRONT_MATTER = re.compile(
    rf"\ufeff?\s*(?P<fence>---|\+\+\+)[ \t]*\r?\n(?P<lines>(?:[^\n]*\n){{1,{_LINES_MOST}}}?)(?P=fence)[ \t]*\r?(?:\n|$)"
)
_SETTING = re.compile(r"^\s*#?\s*[\w-]+\s*[:=]", re.MULTILINE)


def is_page_source(text: str) -> bool:
    """True for a text that opens with front matter: settings of the page for a site's generator.

    >>> is_page_source("---\\ntitle: The bridge\\n---\\nIt is open."), is_page_source("---\\nThe bridge is open.")
    (True, False)
    """
    found = _FRONT_MATTER.match(text)
    return found is not None and _SETTING.search(found["lines"]) is not None
