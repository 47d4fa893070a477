"""Finds the parts of a story that goes on on another page: `（下转C02版）` on C01 and `（上接C01版）` on C02.

Each part names the page of the other, in one issue. Of several between the same two pages a headline that is
printed again tells which belong together, then a sentence that breaks off and goes on, then their order.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, product

from newspaper_archive.archive.folio import folio_key, folio_said, same_folio
from newspaper_archive.archive.section import letters
from newspaper_archive.archive.teaser import headline_forms
from newspaper_archive.model import ArchivedPage, Article, MissingPart

_SHORTEST = 4
"""Letters of a headline that say enough where it is printed again in other words."""
_MOST = 400
"""Pairs between two pages that are looked at; only a made-up page has more."""
_ENDS = "。！？!?…"
_MARKS = {"”": "“", "’": "‘", "》": "《", "）": "（", ")": "(", "」": "「", "』": "『", "】": "【"}
_GOES_ON = frozenset("，,、；;：:。.！!？?%％的了着过们")
"""What no sentence begins with."""


@dataclass(frozen=True, slots=True, eq=False)
class Jump:
    """`said` on `page`, by the story at that place of its reading; `folio` is the page it names."""

    page: ArchivedPage
    place: int
    said: str
    folio: str

    @property
    def article(self) -> Article:
        return self.page.page.reading.articles[self.place]

    @property
    def part(self) -> tuple[str, int]:
        return self.page.id, self.place


@dataclass(frozen=True, slots=True)
class Jumps:
    """The jumps of an issue: each pair leads from a part to the next; to the others something is lacking."""

    joined: tuple[tuple[Jump, Jump], ...]
    out: tuple[tuple[Jump, MissingPart], ...]
    into: tuple[tuple[Jump, MissingPart], ...]


_Jumping = tuple[Jump, ...]
_Pairs = list[tuple[Jump, Jump]]


def jumps(pages: Sequence[ArchivedPage]) -> Jumps:
    """Of the pages of one issue."""
    out = [jump for page in pages for jump in _said_on(page, out=True)]
    into = [jump for page in pages for jump in _said_on(page, out=False)]
    meeting = _meeting(_by_pages(out), _by_pages(into))
    joined = _from_beginnings(_joined(meeting))
    left, right = {one.part for one, _ in joined}, {one.part for _, one in joined}
    met = {one for pair in meeting for side in pair for one in side}
    return Jumps(
        tuple(joined),
        tuple((one, _lack(one, met, pages)) for one in out if one.part not in left),
        tuple((one, _lack(one, met, pages)) for one in into if one.part not in right),
    )


def _said_on(page: ArchivedPage, *, out: bool) -> Iterator[Jump]:
    for place, article in enumerate(page.page.reading.articles):
        said = (article.jump_to if out else article.jump_from).strip()
        if folio := folio_said(said):
            yield Jump(page, place, said, folio)


def _lack(jump: Jump, met: set[Jump], pages: Sequence[ArchivedPage]) -> MissingPart:
    if jump in met:
        return MissingPart.UNSURE
    there = any(page.folio and same_folio(jump.folio, page.folio) for page in pages)
    return MissingPart.PART if there else MissingPart.PAGE


def _by_pages(found: Sequence[Jump]) -> list[_Jumping]:
    """Those that stand on one page and name one folio together, in print order."""

    def place(jump: Jump) -> tuple[str, str]:
        return jump.page.id, jump.folio

    return [tuple(group) for _, group in groupby(sorted(found, key=place), key=place)]


def _meeting(out: Sequence[_Jumping], into: Sequence[_Jumping]) -> list[tuple[_Jumping, _Jumping]]:
    """Which name the pages of each other; `（下转02版）` of C01 is C02 where that page answers, not A02."""
    on_page: dict[str, list[_Jumping]] = defaultdict(list)
    for group in into:
        on_page[group[0].page.id].append(group)
    found = []
    for group in out:
        for others in on_page.values():
            if same_folio(group[0].folio, others[0][0].page.folio or ""):
                found += [(group, other) for other in others if meet(group[0], other[0])]
    alike = [_letters_of(one[0]) == _letters_of(other[0]) for one, other in found]
    sure = {side for pair, is_alike in zip(found, alike, strict=True) if is_alike for side in pair}
    return [pair for pair, is_alike in zip(found, alike, strict=True) if is_alike or sure.isdisjoint(pair)]


def meet(out: Jump, into: Jump) -> bool:
    """Whether each names the page that the other stands on."""
    there, here = into.page.folio, out.page.folio
    return bool(there and here) and same_folio(out.folio, there or "") and same_folio(into.folio, here or "")


def _letters_of(jump: Jump) -> tuple[str, ...]:
    """C of C02."""
    return tuple(name for name, _ in folio_key(jump.page.folio or ""))


def _joined(meeting: Sequence[tuple[_Jumping, _Jumping]]) -> Iterator[tuple[Jump, Jump]]:
    sides = Counter(side for pair in meeting for side in pair)
    for out, into in meeting:
        if len(out) * len(into) <= _MOST:
            alone = sides[out] == sides[into] == 1
            yield from _paired(out, into) if alone else _only_so(out, into, _is_repeated)


def _paired(out: _Jumping, into: _Jumping) -> Iterator[tuple[Jump, Jump]]:
    """One to one; nothing where it cannot be told which of them belong together."""
    for tells in (_is_repeated, _breaks_off):
        found = _only_so(out, into, tells)
        yield from found
        out = tuple(one for one in out if one not in [first for first, _ in found])
        into = tuple(one for one in into if one not in [second for _, second in found])
    in_order = len(out) == 1 or not any(letters(one.article.headline) for one in into)
    if len(out) == len(into) and in_order:
        yield from (pair for pair in zip(out, into, strict=True) if pair[0].part != pair[1].part)


def _only_so(out: _Jumping, into: _Jumping, tells: Callable[[Article, Article], bool]) -> _Pairs:
    """The pairs of which it is told, where it is told of no other with one of the two."""
    found = [
        pair
        for pair in product(out, into)
        if pair[0].part != pair[1].part and tells(pair[0].article, pair[1].article)
    ]
    sides = [side for pair in found for side in pair]
    return [pair for pair in found if sides.count(pair[0]) == sides.count(pair[1]) == 1]


def _is_repeated(first: Article, second: Article) -> bool:
    """Whether the headline of the first part stands over the second again, whole or shortened."""
    again = letters(second.headline)
    if not again:
        return False
    forms = headline_forms(first)
    return again in forms or any(
        len(shorter) >= _SHORTEST and shorter in longer
        for form in forms
        for shorter, longer in ((again, form), (form, again))
    )


def _breaks_off(first: Article, second: Article) -> bool:
    """Whether the first ends within a sentence or a quotation, and the second begins within one."""
    before, after = first.body.strip(), second.body.strip()
    opened = _left_open(before)
    if opened:
        return opened[-1] == _first_closed(after)
    cut = bool(before) and before.rstrip("".join(_MARKS))[-1:] not in _ENDS
    return cut and after[:1] in _GOES_ON


def _left_open(text: str) -> list[str]:
    opened: list[str] = []
    for character in text:
        if character in _MARKS.values():
            opened.append(character)
        elif opened and _MARKS.get(character) == opened[-1]:
            opened.pop()
    return opened


def _first_closed(text: str) -> str:
    """The mark that would open what the text closes first and has not opened; "" where there is none."""
    depth: list[str] = []
    for character in text:
        if character in _MARKS.values():
            depth.append(character)
        elif opening := _MARKS.get(character):
            if not depth:
                return opening
            depth.pop()
    return ""


def _from_beginnings(found: Iterator[tuple[Jump, Jump]]) -> _Pairs:
    """Those that a story goes through from its beginning; parts that lead round in a ring have none."""
    after = {first.part: (first, second) for first, second in found}
    firsts = after.keys() - {second.part for _, second in after.values()}
    row: _Pairs = []
    for first in sorted(firsts):
        here = after.get(first)
        while here:
            row.append(here)
            here = after.get(here[1].part)
    return row
