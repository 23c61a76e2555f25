"""A page as blocks of visible text, in reading order, each with the place where it stands."""

from dataclasses import dataclass

from crawler.page.places import ROLE_MARK, SIDE_MARK, Place


@dataclass(slots=True, eq=False)
class Block:
    """One run of visible text that a reader sees as a line or paragraph of its own.

    Never changed, but not frozen: a page has hundreds, and a frozen one takes three times as long to make.
    """

    text: str
    """Display form, never empty."""
    place: Place
    """The element it stands in."""
    hidden: bool = False
    """True where a reader sees it only after a choice, if at all: a closed tab, a text behind a script."""
    caption: bool = False
    piece: bool = False
    """True for a part of a line that holds date, byline and the like."""
    link_share: float = 0.0
    """Share of its characters that stand in links."""
    bold: bool = False
    """True where all of it is bold."""
    machine_date: str | None = None
    """The datetime of a <time> element in it; None without one."""
    furniture: bool = False
    """True where it is known not to be of the article."""
    unlikely: bool = False
    """True where it does not look like a part of the body; it may yet be a headline, a standfirst, a date."""
    sure: bool = False
    """True where it is text by all signs but a rule's on links or names."""
    signed: bool = False
    """True behind a label that only listeners hear, which says that it names the writer."""
    offsite: bool = False
    """True for a heading that is a link to another site, and not one that is paid for."""

    def judged(self, *, furniture: bool, unlikely: bool, sure: bool) -> "Block":
        """The block with what is known of it once its page is; `replace` takes four times as long."""
        return Block(
            self.text,
            self.place,
            self.hidden,
            self.caption,
            self.piece,
            self.link_share,
            self.bold,
            self.machine_date,
            furniture,
            unlikely,
            sure,
            self.signed,
            self.offsite,
        )

    @property
    def level(self) -> int:
        """1-6 in a heading, else 0."""
        return self.place.level

    @property
    def names(self) -> frozenset[str]:
        """Words of the classes and ids of its element and the elements close around it."""
        return self.place.names

    @property
    def declared_language(self) -> str | None:
        """Primary subtag of the language that the nearest element around it states, the page's own left out."""
        stated = (place.attributes.get("lang") for place in self.place.chain() if place.parent is not None)
        tag = next(filter(None, stated), None)
        return tag.replace("_", "-").split("-")[0].strip().lower() or None if tag else None

    @property
    def role_mark(self) -> str | None:
        """The role that the site's template gives it; None without one."""
        return self.place.marks.get(ROLE_MARK)

    @property
    def side_mark(self) -> str | None:
        """The language that the site's template gives it; None without one."""
        return self.place.marks.get(SIDE_MARK)


@dataclass(slots=True)
class PictureBlock:
    """A picture where it stands among the blocks. Never changed, as a block."""

    address: str
    """As written."""
    place: Place
    after: int
    """How many blocks stand before it."""
    furniture: bool = False
    """True where it stands in what is not the article: a button, another article's card."""


@dataclass(frozen=True, slots=True)
class PageBlocks:
    """What stands on a page, in reading order."""

    blocks: tuple[Block, ...]
    pictures: tuple[PictureBlock, ...]
