"""What the desk says of a page in its sidecar."""

from dataclasses import dataclass

from newspaper_archive.model.printed_matter import Correction, Kind


@dataclass(frozen=True, slots=True)
class Stretch:
    """The printed lines `first` to `last` as a sidecar names them on its line `at`, from `start` to `end`."""

    first: int
    last: int
    at: int
    start: int
    end: int

    def __str__(self) -> str:
        return str(self.first) if self.first == self.last else f"{self.first}-{self.last}"


@dataclass(frozen=True, slots=True)
class Claim:
    """What the desk says a printed line is, and in which of `Orders.articles`, if in one."""

    role: str
    article: int | None = None


@dataclass(frozen=True, slots=True)
class ArticleOrder:
    """An article by its lines: each part (`headline`, `body`…) with its lines in the order of reading."""

    parts: tuple[tuple[str, tuple[int, ...]], ...]
    kind: Kind | None = None
    column: str = ""

    def lines(self, part: str) -> tuple[int, ...]:
        return next((lines for name, lines in self.parts if name == part), ())


@dataclass(frozen=True, slots=True)
class Orders:
    """How a sidecar has a page read; `mentions` are all the line numbers in it, for checks against the page.

    `splits` are lines that open a paragraph; each of `joins` is one paragraph, its lines in the order of
    reading; each of `teasers` is one teaser. `corrected` are those of the mentions that `corrections` name,
    in their order: a correction proves itself by its words.
    """

    claims: tuple[tuple[int, Claim], ...] = ()
    articles: tuple[ArticleOrder, ...] = ()
    teasers: tuple[tuple[int, ...], ...] = ()
    splits: tuple[int, ...] = ()
    joins: tuple[tuple[int, ...], ...] = ()
    corrections: tuple[Correction, ...] = ()
    mentions: tuple[Stretch, ...] = ()
    corrected: tuple[Stretch, ...] = ()

    @property
    def unproven(self) -> tuple[Stretch, ...]:
        """The line numbers of which only the page's fingerprints can tell whether they still fit."""
        return tuple(one for one in self.mentions if one not in self.corrected)


NO_ORDERS = Orders()


@dataclass(frozen=True, slots=True)
class Tick:
    """A doubt that the desk has looked at, as a sidecar says it on its line `at`.

    `mark` is the fingerprint of the words on the printed `line`, or of what was seen where the doubt is of
    the page as a whole (`line` is None); "" where none is written. One whose words are gone has `lapsed`.
    """

    line: int | None
    code: str
    mark: str
    at: int = 0
    lapsed: bool = False

    def __str__(self) -> str:
        return self.code if self.line is None else f"{self.line} {self.code}"


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """What the desk takes off the site, as `withdrawn.yaml` says on its line `at`; `on` is a date.

    Either the story of an address, by its `id`, or `words` on the page file whose path ends in `page`.
    `lines` are where the words, or the story, stand; () where the desk does not say. `deleted` says that the
    page file does not hold the story any more.
    """

    at: int
    on: str
    why: str
    by: str
    id: str = ""
    page: str = ""
    words: str = ""
    lines: tuple[int, ...] = ()
    deleted: bool = False


@dataclass(frozen=True, slots=True)
class Mask:
    """What of a page is not shown: `words`, each with its lines, () for any; `stories` by their lines."""

    words: tuple[tuple[str, tuple[int, ...]], ...] = ()
    stories: tuple[tuple[int, ...], ...] = ()

    def __bool__(self) -> bool:
        return bool(self.words or self.stories)


NO_MASK = Mask()


@dataclass(frozen=True, slots=True)
class Sidecar:
    """What `NAME.yaml` says of the page `NAME.txt` beside it; None where it is silent. `date` is EDTF.

    `sha256` and `fingerprints` (one a line) are of the page that its line numbers were written for.
    """

    path: str
    paper: str | None = None
    edition: str | None = None
    date: str | None = None
    folio: str | None = None
    page_name: str | None = None
    system_code: str | None = None
    encoding: str | None = None
    sha256: str | None = None
    fingerprints: tuple[str, ...] = ()
    orders: Orders = NO_ORDERS
    checked: tuple[Tick, ...] = ()
