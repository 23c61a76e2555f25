"""Web addresses: one spelling for each address, and whether an address belongs to a site.

The rules follow RFC 3986, section 6 (equivalence) and, where browsers are more generous, the WHATWG URL
standard.
"""

import ipaddress
import re
from functools import lru_cache
from urllib.parse import SplitResult, unquote, unquote_to_bytes, urljoin, urlsplit, urlunsplit

import idna
import tldextract

from crawler.sites import Site

# Longer ones are calendars, endless redirects or attacks; servers refuse them at 2 to 8 kB.
MAX_LENGTH = 2048

_DEFAULT_PORTS = {"http": 80, "https": 443}
_UNRESERVED = frozenset(b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")
# Characters that stay as they are written, raw or escaped; "[" and "]" are escaped, since RFC 3986 allows
# them in neither path nor query and urllib3 would escape them on the wire.
_PATH_CHARACTERS = _UNRESERVED | frozenset(b"!$&'()*+,;=:@/")
_QUERY_CHARACTERS = _PATH_CHARACTERS | frozenset(b"?")
# What needs no second look: nearly every address.
_PLAIN = {
    kept: re.compile(f"[{re.escape(bytes(sorted(kept)).decode())}]*") for kept in (_PATH_CHARACTERS, _QUERY_CHARACTERS)
}
_ESCAPE_OR_BYTE = re.compile(rb"%([0-9A-Fa-f]{2})|(.)", re.DOTALL)
_FRONT = re.compile(
    r"(?:(?:https?:)?//[^/?#]+)?(?:[./]{0,3})(?:(?:en|ar|fa|ur|ku|he|tr|ru|fr|de|es|it|pt)/?)?(?:(?:index|default|home)\.\w+)?",
    re.IGNORECASE,
)
_CONTROLS = re.compile("[\x00-\x1f\x7f-\x9f]")
_LABEL = re.compile(r"[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?")
_NUMERIC_LABEL = re.compile(r"[0-9]+|0x[0-9a-f]*")

# Parameters that say who led a reader here; the page is the same without them. Names in lower case, collected
# from the documentation of the services that add them.
_TRACKING_PREFIXES = ("utm_", "mtm_", "pk_", "piwik_", "hsa_")
_TRACKING_NAMES = frozenset(
    {
        *("fbclid", "fb_action_ids", "fb_action_types", "fb_ref", "fb_source", "igsh", "igshid"),
        *("gclid", "gclsrc", "dclid", "gbraid", "wbraid", "srsltid", "_ga", "_gl"),
        *("msclkid", "yclid", "ysclid", "ymclid", "twclid", "ttclid", "li_fat_id", "epik", "rdt_cid"),
        *("mc_cid", "mc_eid", "mkt_tok", "_hsenc", "_hsmi", "hsctatracking", "__hssc", "__hstc", "__hsfp"),
        *("vero_id", "vero_conv", "oly_anon_id", "oly_enc_id", "rb_clickid", "wickedid", "s_cid"),
        *("xtor", "ns_mchannel", "ns_source", "ns_campaign", "ns_linkname", "__twitter_impression"),
        *("guccounter", "guce_referrer", "guce_referrer_sig", "bxid", "cndid"),
    }
)

# Only the list that comes with the package: the crawl's scope must not depend on a download, nor write a
# cache. Private suffixes count: two blogs under one hosting service are two sites.
_split_host = tldextract.TLDExtract(cache_dir=None, suffix_list_urls=(), include_psl_private_domains=True)


def normalise_url(url: str, base: str | None = None) -> str | None:
    """The one spelling of an http or https address; None where it is not an address that may be fetched.

    `base` is the address of the document a relative one stands in. Scheme and host come out in lower case,
    the host in IDNA; default port, fragment and tracking parameters are dropped; non-ASCII letters become
    UTF-8 escapes, escapes are upper case and unreserved characters unescaped; dot segments are resolved. The
    order of the query and a trailing slash are kept. Idempotent.

    None for other schemes, user names in the address, control characters, more than 2 kB, ports outside
    1-65535, and hosts that are numbers but not plain dotted ones ("http://2130706433/").

    >>> normalise_url("HTTPS://Example.ORG:443/خبر?utm_source=x&id=7#top")
    'https://example.org/%D8%AE%D8%A8%D8%B1?id=7'
    """
    text = url.strip(" \t\n\r\f")
    if len(text) > MAX_LENGTH or _CONTROLS.search(text):
        return None
    try:
        normal = _normal_parts(_absolute_parts(_with_slashes(text), base))
    except ValueError:  # a bracket, port or letter that cannot stand in an address; lone surrogates too
        return None
    return normal if normal is not None and len(normal) <= MAX_LENGTH else None


def _absolute_parts(text: str, base: str | None) -> SplitResult:
    """The parts of an address; what has a host needs no base, and joining takes longer than all the rest."""
    parts = urlsplit(text)
    return parts if parts.scheme in _DEFAULT_PORTS and parts.netloc else urlsplit(urljoin(base or "", text))


def host_of(url: str) -> str:
    """The host in lower case, with ":port" where the port is not the scheme's own; "" for an unfit address.

    >>> host_of("https://Example.org:443/a"), host_of("http://[::1]:8000/")
    ('example.org', '[::1]:8000')
    """
    normal = normalise_url(url)
    return urlsplit(normal).netloc if normal else ""


def split_host(host: str) -> tuple[str, int | None]:
    """The name or IP address in "host" or "host:port", without brackets, and the port; None for the default.

    >>> split_host("[::1]:8000"), split_host("example.org")
    (('::1', 8000), ('example.org', None))
    """
    parts = urlsplit(f"//{host}")
    return parts.hostname or "", parts.port


def in_scope(url: str, site: Site) -> bool:
    """Whether an address belongs to a site.

    It does on the site's registrable domain and port, and on a host named in `site.hosts`. For a site at an
    IP address, a single-label host or a public suffix, only the same host and port do. The default ports of
    http and https count as one.
    """
    host = host_of(url)
    if not host:
        return False
    own = host_of(site.url)
    if host == own or host in {host_of(f"http://{further}") for further in site.hosts}:
        return True
    name, port = split_host(host)
    own_name, own_port = split_host(own)
    domain = registrable_domain(name)
    return domain is not None and port == own_port and domain == registrable_domain(own_name)


@lru_cache(maxsize=4096)
def leads_to_front(address: str) -> bool:
    """True for an address, as a link on a page has it, of the front of its site or of a language of it.

    >>> leads_to_front("/"), leads_to_front("https://a.example/ar/"), leads_to_front("/sport"), leads_to_front("")
    (True, True, False, False)
    """
    return bool(address) and _FRONT.fullmatch(address) is not None


def registrable_domain(name: str) -> str | None:
    """The part of a host name that someone registered; None for IP addresses, single labels and suffixes.

    A name under an unknown top-level domain counts by its last two labels, as the Public Suffix List says.

    >>> registrable_domain("www.news.gov.iq"), registrable_domain("localhost")
    ('news.gov.iq', None)
    """
    if _ip_address(name) is not None:
        return None
    found = _split_host(name)
    if not found.suffix:
        labels = name.split(".")
        return ".".join(labels[-2:]) if len(labels) > 1 else None
    return f"{found.domain}.{found.suffix}" if found.domain else None


def _with_slashes(text: str) -> str:
    """Backslashes before the query as slashes, as browsers read them; else two parsers see two hosts."""
    end = min((position for position in map(text.find, "?#") if position >= 0), default=len(text))
    return text[:end].replace("\\", "/") + text[end:]


def _normal_parts(parts: SplitResult) -> str | None:
    if parts.scheme not in _DEFAULT_PORTS or "@" in parts.netloc or parts.port == 0:
        return None
    host = _normal_host(parts.hostname or "")
    if host is None:
        return None
    port = "" if parts.port in (None, _DEFAULT_PORTS[parts.scheme]) else f":{parts.port}"
    path = _without_dot_segments(_normal_escapes(parts.path, _PATH_CHARACTERS))
    query = _normal_escapes(_without_tracking(parts.query), _QUERY_CHARACTERS)
    return urlunsplit((parts.scheme, host + port, path, query, ""))


# The pictures and links of a page stand on a few hosts.
@lru_cache(maxsize=1024)
def _normal_host(host: str) -> str | None:
    if ":" in host:
        # Zone identifiers ("%eth0") name an interface of this machine: never the web.
        return None if "%" in host else f"[{ipaddress.IPv6Address(host).compressed}]"
    name = _ascii_name(unquote(host, errors="strict").lower()).removesuffix(".")
    labels = name.split(".")
    if _NUMERIC_LABEL.fullmatch(labels[-1]):
        # Browsers and resolvers read "127.1", "0177.0.0.1" and "2130706433" as addresses; nobody links so.
        return str(ipaddress.IPv4Address(name))
    return name if len(name) <= 253 and all(map(_LABEL.fullmatch, labels)) else None


def _ascii_name(name: str) -> str:
    # ASCII names are not held to IDNA: it refuses "_", which hosts in use have.
    return name if name.isascii() else idna.encode(name, uts46=True).decode("ascii")


def _ip_address(name: str) -> ipaddress.IPv4Address | ipaddress.IPv6Address | None:
    try:
        return ipaddress.ip_address(name)
    except ValueError:
        return None


def _normal_escapes(text: str, kept: frozenset[int]) -> str:
    if _PLAIN[kept].fullmatch(text):
        return text

    def normal(match: re.Match[bytes]) -> bytes:
        escaped, raw = match.groups()
        byte = int(escaped, 16) if escaped else raw[0]
        stays = byte in (_UNRESERVED if escaped else kept)
        return bytes([byte]) if stays else b"%%%02X" % byte

    return _ESCAPE_OR_BYTE.sub(normal, text.encode()).decode("ascii")


def _without_dot_segments(path: str) -> str:
    """RFC 3986, section 5.2.4; an empty path is "/"."""
    kept: list[str] = []
    segments = path.split("/")[1:] or [""]
    for segment in segments:
        if segment == "..":
            kept = kept[:-1]
        elif segment != ".":
            kept.append(segment)
    if segments[-1] in (".", ".."):
        kept.append("")
    return "/" + "/".join(kept)


def _without_tracking(query: str) -> str:
    if not query:
        return query
    return "&".join(parameter for parameter in query.split("&") if not _is_tracking(parameter))


def _is_tracking(parameter: str) -> bool:
    name = unquote_to_bytes(parameter.partition("=")[0]).decode("utf-8", "replace").lower()
    return name in _TRACKING_NAMES or name.startswith(_TRACKING_PREFIXES)
