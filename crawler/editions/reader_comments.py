"""What readers wrote below an article, told by the heading over it and by how it is signed, whatever it is called."""

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from crawler.editions.box_blocks import is_prose
from crawler.languages import block_language
from crawler.page.blocks import Block
from crawler.page.comment_signs import are_signed
from crawler.page.places import Place, is_within
from crawler.page.prose import ENDS_SENTENCE

_HEADING_LENGTH = 80  # characters; "3 thoughts on" names the article
_N = r"[\d٠-٩۰-۹][\d٠-٩۰-۹.,٬ ]*"
_COMMENTS = (
    r"comments?|(?:leser)?kommentare?|commentaires?|comentarios?|comentários?|commenti|commento|reacties?|yorum(?:lar)?"
    r"|комментари(?:й|я|ев|и)|коментар(?:і|ів)?|komentarz(?:e|y)?|kommentarer|komment|(?:ال)?تعليقات|تعليق(?:ان)?"
    r"|نظرات|دیدگاه\S*|تبصرے|评论|評論|留言|コメント|댓글"
)
_HEADING = re.compile(
    rf"""^\W*(?:
        (?:{_N})?\W*(?:view\s|show\s|see\s|read\s|all\s|the\s)*(?:readers?['’]?s?\s)?(?:{_COMMENTS})
        (?:\s(?:القراء|الزوار|القرّاء|des\slecteurs|de\slos\slectores|dos\sleitores|dei\slettori))?\W*(?:{_N})?
      | {_N}\W*(?:{_COMMENTS}|thoughts?|repl(?:y|ies)|responses?|réponses?|réactions?|respuestas?)
        \s(?:on|to|zu|sur|à|en|على)\s.*
      | (?:leave|post|add|write)\s(?:a|your)\s(?:comment|reply|response)s?|join\sthe\s(?:conversation|discussion|debate)
      | (?:schreibe\seinen\s|deinen\s)?kommentar\s(?:schreiben|verfassen|hinterlassen|abgeben)|diskutieren\ssie\smit
      | (?:laisser|poster|ajouter)\sun\scommentaire|vos\s(?:réactions|commentaires)
      | deja\s(?:un\scomentario|una\srespuesta)
      | deixe\s(?:um\scomentário|uma\sresposta)|lascia\sun\scommento|geef\seen\sreactie|yorum\syap(?:ın)?
      | оставить\sкомментарий|dodaj\skomentarz
      | (?:اترك|[أا]ضف|[أا]كتب)\s(?:تعليق|رد)\S*(?:\s\S+)?|شارك(?:نا)?\s(?:ب?ر[أا]يك|تعليقك)
      | [آا]راء\s(?:القراء|الزوار)
    )\W*$""",
    re.IGNORECASE | re.VERBOSE,
)
# Headings that an article may have, too: they count only over what is signed.
_MAYBE_HEADING = re.compile(
    r"^\W*(?:the\s)?(?:conversation|discussion|debate|replies|responses|feedback|(?:what\s)?(?:our\s)?readers\ssay"
    rf"|diskussion|обсуждение|(?:ال)?(?:نقاش|مناقشة|ردود)(?:\sالقراء)?)\W*(?:{_N})?\W*$",
    re.IGNORECASE,
)


def reader_comments(blocks: Sequence[Block]) -> frozenset[int]:
    """The numbers of the blocks of what readers wrote, with its heading; none where nothing says so.

    It stands below the text, in an element that holds none of it. Where its heading could as well be the text's own,
    where it is longer than the text or stands right among the text's paragraphs, something must be signed as comments
    are; below a link to the comments nothing longer than the text is any, since the link may stand above the text and
    dated links in it. What is in another language than the text may be its translation, and stays.
    """
    found: set[int] = set()
    text = 0
    last: Place | None = None
    for number, block in enumerate(blocks):
        if is_prose(block):
            text, last = text + len(block.text), block.place
        elif last is not None and len(block.text) <= _HEADING_LENGTH and number not in found:
            is_heading = _HEADING.match(block.text) is not None
            if is_heading or _MAYBE_HEADING.match(block.text):
                section = list(_section_below(number, last, blocks))
                is_link = block.link_share > 0 and text < sum(len(blocks[one].text) for one in section)
                if not is_link and _is_of_readers(section, text if is_heading else 0, last, blocks):
                    found.update((number, *section))
    return frozenset(found)


def _section_below(number: int, last: Place, blocks: Sequence[Block]) -> Iterator[int]:
    """What follows the heading in the widest element around it that does not hold the text before it.

    Where that is the heading alone, in the element around it.
    """
    own = blocks[number].place
    apart = [place for place in own.chain() if not is_within(last, place)]
    section = apart[-1] if apart else own
    following = range(number + 1, len(blocks))
    inside = [*takewhile(lambda one: is_within(blocks[one].place, section), following)]
    around = section.parent
    if not inside and around is not None:
        inside = [*takewhile(lambda one: is_within(blocks[one].place, around), following)]
    yield from inside


def _is_of_readers(section: Sequence[int], text: int, last: Place, blocks: Sequence[Block]) -> bool:
    """True where the section is signed, or is shorter than the text and stands apart from it."""
    lines = [blocks[one] for one in section]
    # Comments may all be short.
    prose = [*filter(is_prose, lines)] or [line for line in lines if ENDS_SENTENCE.search(line.text)]
    if not prose:
        return False
    language = block_language(last.node.text(deep=True))
    if any(block_language(block.text) != language for block in prose):
        return False
    if are_signed((blocks[one].text for one in section), len(prose)):
        return True
    is_apart = not any(block.place.container is last.container for block in prose)
    return is_apart and sum(len(block.text) for block in prose) < text
