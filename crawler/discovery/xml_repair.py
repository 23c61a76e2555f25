"""Repair of XML that is broken in the ways feeds really are; it never makes a document type readable."""

import re
from html.entities import html5
from xml.sax.saxutils import escape

from crawler.decode import decode_text

_DECLARATION = re.compile(r"<\?xml\b[^>]*\?>")
_DECLARED_CHARSET = re.compile(rb"""<\?xml[^>]{0,200}?encoding\s*=\s*["']([A-Za-z0-9._:-]+)["']""")
# What XML 1.0 does not allow even as a reference.
_ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
# CDATA and comments are left alone; one never closed runs to the end, so that the search stays linear.
_AMPERSANDS = re.compile(
    r"<!\[CDATA\[.*?(?:\]\]>|\Z)|<!--.*?(?:-->|\Z)|(?:&(?![#A-Za-z]))+|&(?:#[0-9]{1,7};|#[xX][0-9a-fA-F]{1,6};|[A-Za-z][A-Za-z0-9]{0,31};)?",
    re.DOTALL,
)
_XML_ENTITIES = ("&amp;", "&lt;", "&gt;", "&quot;", "&apos;")
_ROOT = re.compile(r"<([A-Za-z_][\w.:-]*)([^<>]*)>")
_PREFIX_USED = re.compile(r"(?:</?|\s)([A-Za-z_][\w.-]{0,30}):[A-Za-z_][\w.-]*")
_PREFIX_DECLARED = re.compile(r"xmlns:([\w.-]+)\s*=")
# A root with more prefixes than this is no feed but an attack.
_MOST_PREFIXES = 50
_NAMESPACES = {
    "atom": "http://www.w3.org/2005/Atom",
    "content": "http://purl.org/rss/1.0/modules/content/",
    "dc": "http://purl.org/dc/elements/1.1/",
    "dcterms": "http://purl.org/dc/terms/",
    "image": "http://www.google.com/schemas/sitemap-image/1.1",
    "media": "http://search.yahoo.com/mrss/",
    "news": "http://www.google.com/schemas/sitemap-news/0.9",
    "xhtml": "http://www.w3.org/1999/xhtml",
}


def repair_xml(body: bytes) -> bytes:
    """The document as UTF-8 without declaration, mended; a sound one keeps its meaning.

    Mended: a wrong or unknown charset, anything before the first "<", characters XML does not allow, HTML's
    entities, bare ampersands, prefixes that nothing declares. A document type declaration stays as it is, for
    the parser to refuse.

    >>> repair_xml(b"\\n<p>Q&A&nbsp;&lt;</p>").decode()
    '<p>Q&amp;A\\xa0&lt;</p>'
    """
    text = _decode_xml(body)
    text = text[max(text.find("<"), 0) :]
    declaration = _DECLARATION.match(text)
    text = text[declaration.end() if declaration else 0 :]
    text = _AMPERSANDS.sub(_mend_reference, _ILLEGAL.sub("", text))
    return _declare_prefixes(text).encode()


def _decode_xml(body: bytes) -> str:
    declared = _DECLARED_CHARSET.search(body[:300])
    content_type = f"text/xml; charset={declared.group(1).decode('ascii')}" if declared else None
    return decode_text(body, content_type).text


def _mend_reference(match: re.Match[str]) -> str:
    found = match.group()
    if found.startswith("<") or found in _XML_ENTITIES:
        return found
    if found.strip("&") == "":
        return "&amp;" * len(found)
    if found.startswith("&#"):
        return _mend_character(found)
    named = html5.get(found[1:])
    return escape(named) if named else "&amp;" + found[1:]


def _mend_character(reference: str) -> str:
    digits = reference[2:-1]
    code = int(digits[1:], 16) if digits[0] in "xX" else int(digits)
    legal = code <= 0x10FFFF and not _ILLEGAL.match(chr(code))
    return f"&#{code};" if legal else ""


def _declare_prefixes(text: str) -> str:
    root = _ROOT.search(text)
    if not root:
        return text
    declared = {"xml", "xmlns", *_PREFIX_DECLARED.findall(root.group(2))}
    missing = sorted(set(_PREFIX_USED.findall(text)) - declared)[:_MOST_PREFIXES]
    names = "".join(f' xmlns:{name}="{_NAMESPACES.get(name, "urn:undeclared:" + name)}"' for name in missing)
    return text[: root.end(1)] + names + text[root.end(1) :]
