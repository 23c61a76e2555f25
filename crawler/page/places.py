"""Places: the elements of a page that bound text, each with what encloses it. Where a block stands says most of it."""

from collections.abc import Mapping

from selectolax.lexbor import LexborNode

from crawler.page.furniture import CAPTION_WORDS, PIECE_WORDS, is_furniture_name, name_words

BLOCK_TAGS = frozenset(
    "address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption figure "
    "footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre section summary table tbody "
    "td tfoot th thead tr ul".split()
)
# Elements that hold one run of text: what stands beside them is told by their parent.
_CONTAINER_TAGS = BLOCK_TAGS - frozenset(
    "p li h1 h2 h3 h4 h5 h6 dt dd pre figcaption summary legend caption address".split()
)
# Names of an outer element that still say what an inner one is.
_KEPT_WORDS = PIECE_WORDS | CAPTION_WORDS | {"standfirst", "lead", "excerpt", "summary", "subtitle", "teaser"}
_ENDING_LENGTH = 20
_NO_WORDS: frozenset[str] = frozenset()
ROLE_MARK, SIDE_MARK, DROP_MARK = "data-sijill-role", "data-sijill-side", "data-sijill-drop"
_MARKS = frozenset({ROLE_MARK, SIDE_MARK})
_NO_MARKS: Mapping[str, str | None] = {}
# Attributes that name an element beside its class and id; most have none.
_NAMING = frozenset({"itemprop", "rel", "role"})


class Place:
    """One element that bounds text. A page has a thousand, of which a few dozen are asked what they are called.

    What it is asked is worked out once.
    """

    __slots__ = (
        *("attributes", "depth", "level", "marks", "node", "parent", "quotation", "signature", "tag"),
        *("_around", "_ending", "_is_called_furniture", "_length", "_names", "_settled_length", "_words"),
    )

    def __init__(
        self,
        tag: str,
        parent: "Place | None",
        node: LexborNode,
        attributes: dict[str, str | None],
        level: int = 0,
    ) -> None:
        self.tag = tag
        self.parent = parent
        self.node = node
        self.attributes = attributes
        self.level = level
        """1-6 in a heading, else 0."""
        self.depth: int = parent.depth + 1 if parent is not None else 0
        outer = parent.quotation if parent is not None else None
        self.quotation: Place | None = self if tag == "blockquote" else outer
        """The <blockquote> that it is, or else the nearest around it; None where it is quoted by none."""
        self.signature = (tag, attributes.get("class"))
        """Tag and class: elements of one layout share it."""
        self.marks: Mapping[str, str | None] = parent.marks if parent is not None else _NO_MARKS
        """What a template says on the place, or on the nearest around it, by the mark's name."""
        if not _MARKS.isdisjoint(attributes):
            self.marks = {**self.marks, **{name: value for name in _MARKS if (value := attributes.get(name))}}
        self._around: tuple[Place, ...] | None = None
        self._words: frozenset[str] | None = None
        self._names: frozenset[str] | None = None
        self._is_called_furniture: bool | None = None
        self._ending: str | None = None
        self._length: int | None = None
        self._settled_length: int | None = None

    @property
    def words(self) -> frozenset[str]:
        """Words of its class, id, itemprop, rel and role, in lower case; empty where it has none."""
        if self._words is None:
            self._words = _words(self.attributes) if self.attributes else _NO_WORDS
        return self._words

    @property
    def is_called_furniture(self) -> bool:
        """True where its class or id says that it is not part of the article."""
        if self._is_called_furniture is None:
            get = self.attributes.get
            self._is_called_furniture = bool(self.attributes) and is_furniture_name(get("class"), get("id"))
        return self._is_called_furniture

    @property
    def length(self) -> int:
        """Characters of all text in it as written; counted once, since each element in it may ask."""
        if self._length is None:
            self._length = len(self.node.text(deep=True))
        return self._length

    @property
    def ending(self) -> str:
        """The last characters of its text, white space at its end left out."""
        if self._ending is None:
            self._ending = self.node.text(deep=True).rstrip()[-_ENDING_LENGTH:]
        return self._ending

    @property
    def settled_length(self) -> int:
        """As `length`, its white space settled."""
        if self._settled_length is None:
            self._settled_length = len(" ".join(self.node.text(deep=True).split()))
        return self._settled_length

    @property
    def called(self) -> str:
        """Its class and id as written, for rules on phrases."""
        return f"{self.attributes.get('class') or ''} {self.attributes.get('id') or ''}"

    @property
    def path(self) -> tuple[tuple[str, str | None], tuple[str, str | None] | None]:
        """Its signature and its parent's: how elements of one layout stand."""
        return self.signature, self.parent.signature if self.parent is not None else None

    @property
    def names(self) -> frozenset[str]:
        """Its own words, and those of the elements close around it that still say what it is."""
        if self._names is None:
            own = self.words
            outer = self.parent.names if self.parent is not None else _NO_WORDS
            self._names = (own | (outer & _KEPT_WORDS) if self.tag in BLOCK_TAGS else own | outer) if own else outer
        return self._names

    @property
    def container(self) -> "Place":
        """The place whose children are this one's siblings, for a line of its own; else the place itself."""
        return self if self.tag in _CONTAINER_TAGS or self.parent is None else self.parent

    def chain(self) -> tuple["Place", ...]:
        """The place and those around it, innermost first."""
        return (self, *self.around) if self.parent is None else (self, self.parent, *self.parent.around)

    @property
    def around(self) -> tuple["Place", ...]:
        """The places around it, innermost first; kept, since all that stand in it ask."""
        if self._around is None:
            self._around = self.parent.chain() if self.parent is not None else ()
        return self._around


def _words(attributes: dict[str, str | None]) -> frozenset[str]:
    get = attributes.get
    words = name_words(get("class"), get("id"))
    if _NAMING.isdisjoint(attributes):
        return words
    return words | name_words(get("itemprop"), get("rel"), get("role"))


def is_in_site_footer(place: Place) -> bool:
    """True in a <footer> that is no article's nor, unless it is called the site's, of the page's main part."""
    footer: Place | None = None
    for around in place.chain():
        if around.tag == "article":
            return False
        if around.tag == "main" and (footer is None or "site" not in footer.words):
            return False
        if around.tag == "footer":
            footer = around
    return footer is not None


def common_place(one: Place, other: Place) -> Place:
    """The innermost place that holds both; both stand in one tree."""
    while one is not other:
        if one.depth >= other.depth and one.parent is not None:
            one = one.parent
        elif other.parent is not None:
            other = other.parent
        else:
            break
    return one


def is_within(inner: Place, outer: Place) -> bool:
    """True where `inner` is `outer` or stands in it."""
    place: Place | None = inner
    while place is not None and place.depth > outer.depth:
        place = place.parent
    return place is outer
