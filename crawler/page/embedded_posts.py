"""Posts of social networks that a page shows within its text."""

import re

POST_WORDS = frozenset({"tweet", "twitter", "instagram", "tiktok", "bluesky", "mastodon", "telegram"})
"""Words of the class of an element that holds a post."""
_SIGNATURE = re.compile(
    r"^(?:[—–-]|a post shared by|ein beitrag geteilt von|une publication partagée par"
    r"|una publicación compartida (?:por|de)|(?:تمت مشاركة منشور|منشور تمت مشاركته) بواسطة)\s*[^()]{1,80}\(@[\w.]+\)",
    re.IGNORECASE,
)


def is_post_signature(text: str) -> bool:
    """True for the line under a post that says whose it is.

    >>> is_post_signature("— Harbour Board (@harbour) March 1, 2026"), is_post_signature("A post by Mona (@mona)")
    (True, False)
    """
    return _SIGNATURE.match(text) is not None
