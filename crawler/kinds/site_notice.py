"""Notices: short pages that speak to the reader, of the site and not of the world, in words that no table has."""

import re

from crawler.kinds.page_case import PageCase
from crawler.kinds.pagekind_words import fold, unquoted

# A notice is short; longer, it is an essay or a letter.
_NOTICE_LENGTH = 450
_SENTENCES = re.compile(r"(?<=[.!?؟…])\s+|\n")
_ADDRESS = re.compile(
    r"\b(?:you|your|youre|youve|we|were sorry|our|us|please|sorry)\b"
    r"|\b[وف]?(?:يرجي|الرجاء|نرجو|فضلا|عذرا|عفوا|ناسف|نعتذر|زوارنا|موقعنا|خوادمنا|عزيزنا|متصفحك|طلبك|اتصالك|جهازك|لعلك|انك|منك)\b"
)
_SITE = re.compile(
    r"\b(?:web ?site|(?:web|home ?|this )page|pages|(?:our|this|the) site|browser|link|url)\b"
    r"|\b(?:web address|newsroom|readers in|visitors|newsletter|(?:the|our|mailing) list)\b"
    r"|\b(?:الموقع|موقعنا|الصفحه|المتصفح|متصفحك|الرابط|خوادمنا|زوارنا)\b"
)


def is_site_notice(case: PageCase) -> bool:
    """True for a few sentences, half of which address the reader, on a page that nothing dates, signs or declares."""
    prose, metadata = case.prose, case.metadata
    if case.is_dated or case.is_declared or metadata.is_article or prose.is_signed:
        return False
    if prose.captions_length or not 0 < prose.length <= _NOTICE_LENGTH:
        return False
    said = unquoted("\n".join(map(fold, prose.paragraphs)))
    sentences = [sentence for sentence in _SENTENCES.split(said) if sentence]
    addressed = sum(_ADDRESS.search(sentence) is not None for sentence in sentences)
    return 2 * addressed >= len(sentences) and _SITE.search(said) is not None
