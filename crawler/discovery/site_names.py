"""A short name for a site, from its address."""

import ipaddress
import re

from crawler.urls import host_of, split_host

# Labels of a host that say nothing of whose it is.
_PUBLIC_LABELS = frozenset(("www", "m", "amp"))


def site_name(url: str) -> str:
    """A short name from the host: without "www." and the last label, the rest joined by "-".

    >>> site_name("https://www.alalam-news.example/ar/"), site_name("http://127.0.0.1:8000/")
    ('alalam-news', '127-0-0-1-8000')
    """
    host, port = split_host(host_of(url))
    labels = host.split(".")
    if not _is_ip(host):
        labels = [label for label in labels[:-1] if label not in _PUBLIC_LABELS] or labels[:1]
    return re.sub("[^a-z0-9]+", "-", "-".join([*labels, str(port or "")])).strip("-")


def _is_ip(host: str) -> bool:
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return False
    return True
