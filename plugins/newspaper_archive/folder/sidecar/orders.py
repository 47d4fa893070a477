"""Reads how a sidecar has its page read, by printed line numbers: `lines`, `articles`, `split`, `join`.

`62-70: furniture` under `lines` makes nine lines furniture; `headline: 3` under `articles` begins an article.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from newspaper_archive.errors import ArchiveError, not_allowed
from newspaper_archive.folder.key_names import CORRECTION, Spelt, plain, spelt
from newspaper_archive.folder.sidecar.corrections import read_corrections
from newspaper_archive.folder.sidecar.line_numbers import (
    is_numbers,
    numbers,
    seen,
    stretches,
)
from newspaper_archive.folder.yaml_file import Entry
from newspaper_archive.lexicon import roles
from newspaper_archive.lexicon.roles import Under, called, sayable, within
from newspaper_archive.model import ArticleOrder, Claim, Kind, Orders, Stretch

ROLES = sayable(Under.LINES)
PARTS = sayable(Under.ARTICLES) | {"kind": "体裁"}
KINDS = {str(kind): chinese for kind, chinese in roles.KINDS.items()}
KEYS = ("lines", "articles", "split", "join", "corrections", "checked")
_SPELT_ROLES = spelt(called(Under.LINES))
_SPELT_KINDS = spelt({kind: (chinese,) for kind, chinese in KINDS.items()})
BELOW: Mapping[str, Spelt] = {
    **{key: {} for key in KEYS},
    "articles": spelt({**called(Under.ARTICLES), "kind": ("体裁",)}),
    "corrections": spelt(CORRECTION),
}
"""What may stand below each key, by its spellings."""


class _ClaimedLines:
    """Which line of the page is claimed as what, and on which line of the sidecar."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.claims: dict[int, tuple[Claim, int]] = {}
        self.mentions: list[Stretch] = []

    def mention(self, found: Sequence[Stretch]) -> tuple[int, ...]:
        self.mentions += found
        return numbers(found)

    def claim(self, stretch: Stretch, claim: Claim, agrees: Callable[[Claim], bool]) -> None:
        for line in range(stretch.first, stretch.last + 1):
            earlier = self.claims.get(line)
            if earlier is not None and not agrees(earlier[0]):
                raise ArchiveError(
                    f"{self.file}:{stretch.at}: 版面第 {line} 行写作 {_role(claim)}，"
                    f"而本文件第 {earlier[1]} 行已写作 {_role(earlier[0])}。一行只能有一种说法，请去掉一处"
                )
            if earlier is None:
                self.claims[line] = (claim, stretch.at)


def read_orders(entries: Mapping[str, Entry], file: str) -> Orders:
    """The orders among a sidecar's entries. Raises ArchiveError where two gainsay one another."""
    claimed = _ClaimedLines(file)
    teasers = _lines(entries.get("lines"), claimed)
    articles = _articles(entries.get("articles"), claimed)
    splits = _stretches_of(entries.get("split"), file)
    joins = _joins(entries.get("join"), claimed)
    _check_joins(entries.get("join"), joins, claimed)
    _check_splits(splits, joins, file)
    found = read_corrections(entries.get("corrections"), file)
    claimed.mentions += (*splits, *found.mentions)
    return Orders(
        claims=tuple((line, claimed.claims[line][0]) for line in sorted(claimed.claims)),
        articles=articles,
        teasers=teasers,
        splits=numbers(splits),
        joins=joins,
        corrections=found.corrections,
        mentions=tuple(claimed.mentions),
        corrected=found.mentions,
    )


def _lines(entry: Entry | None, claimed: _ClaimedLines) -> tuple[tuple[int, ...], ...]:
    """Books `3: headline`; gives the lines of each teaser."""
    if entry is None:
        return ()
    if not entry.pairs:
        raise not_allowed(claimed.file, entry.line, seen(entry), "“行号: 是什么”，如 3: headline，每行一个")
    teasers = []
    for name, (_, role) in zip(entry.names, entry.pairs, strict=True):
        found = stretches(name, claimed.file)
        word = _SPELT_ROLES.get(plain(role.text))
        if word is None:
            raise not_allowed(claimed.file, name.line, seen(role), glossed(ROLES))
        lines = claimed.mention(found)
        for stretch in found:
            claimed.claim(stretch, Claim(word), agrees=lambda _: False)
        if word == "teaser":
            teasers.append(lines)
    return tuple(teasers)


def _articles(entry: Entry | None, claimed: _ClaimedLines) -> tuple[ArticleOrder, ...]:
    if entry is None:
        return ()
    if not entry.items:
        raise not_allowed(claimed.file, entry.line, seen(entry), "列表，每篇以“- ”起，如 - headline: 3")
    return tuple(_article(item, index, claimed) for index, item in enumerate(entry.items))


def _article(entry: Entry, index: int, claimed: _ClaimedLines) -> ArticleOrder:
    order = ArticleOrder(())
    for name, value in entry.pairs:
        if name not in PARTS:
            raise not_allowed(claimed.file, value.line, name, glossed(PARTS))
        if name == "kind":
            order = replace(order, kind=_kind(value, claimed.file))
        elif name == "column" and value.text and not is_numbers(value.text):
            order = replace(order, column=value.text)
        else:
            order = replace(order, parts=(*order.parts, (name, _part(name, value, index, claimed))))
    if not (order.lines("headline") or order.lines("body")):
        raise not_allowed(claimed.file, entry.line, seen(entry), "一篇稿件，至少有 headline 或 body 的行号")
    return order


def _part(name: str, value: Entry, index: int, claimed: _ClaimedLines) -> tuple[int, ...]:
    found = stretches(value, claimed.file)
    role = "text" if name == "body" else name
    claim = Claim(role, index)
    for stretch in found:
        claimed.claim(stretch, claim, agrees=lambda earlier: _agree(earlier, name, index))
        if name != "column":
            _take(stretch, index, claimed)
    return claimed.mention(found)


def _agree(earlier: Claim, name: str, index: int) -> bool:
    """Whether an article may have a line, as this part, that is spoken for already."""
    if name == "column":
        return earlier.role == "column"
    if earlier.article is None:
        return earlier.role in within(name)
    return earlier.article == index and {earlier.role, name} == {"kicker", "headline"}


def _take(stretch: Stretch, index: int, claimed: _ClaimedLines) -> None:
    """What `lines` says of a line goes on to hold inside the article that has it."""
    for line in range(stretch.first, stretch.last + 1):
        claim, at = claimed.claims[line]
        if claim.article is None:
            claimed.claims[line] = (Claim(claim.role, index), at)


def _kind(value: Entry, file: str) -> Kind:
    kind = _SPELT_KINDS.get(plain(value.text))
    if kind is None:
        raise not_allowed(file, value.line, seen(value), glossed(KINDS))
    return Kind(kind)


def _stretches_of(entry: Entry | None, file: str) -> tuple[Stretch, ...]:
    return () if entry is None else stretches(entry, file)


def _joins(entry: Entry | None, claimed: _ClaimedLines) -> tuple[tuple[int, ...], ...]:
    joins: list[tuple[int, ...]] = []
    met: set[int] = set()
    for item in entry.items if entry else ():
        found = stretches(item, claimed.file)
        lines = claimed.mention(found)
        if len(lines) < 2:
            allowed = "每处至少两行，各用一个方括号，如 - [38, 40]"
            raise not_allowed(claimed.file, found[0].at, str(found[0]), allowed)
        for line in lines:
            if line in met:
                raise ArchiveError(
                    f"{claimed.file}:{found[0].at}: 版面第 {line} 行接了两次。请把要接的行写在一个括号里"
                )
            met.add(line)
        joins.append(lines)
    if entry and not entry.items:
        raise not_allowed(claimed.file, entry.line, seen(entry), "列表，如 - [38, 40]")
    return tuple(joins)


def _check_joins(entry: Entry | None, joins: Sequence[Sequence[int]], claimed: _ClaimedLines) -> None:
    """One paragraph is of one part and one article."""
    nothing = (None, 0)
    for item, lines in zip(entry.items if entry else (), joins, strict=True):
        at = item.items[0].line if item.items else item.line
        first = claimed.claims.get(lines[0], nothing)
        other = next((n for n in lines if claimed.claims.get(n, nothing)[0] != first[0]), None)
        if other is not None:
            raise ArchiveError(
                f"{claimed.file}:{at}: 版面第 {lines[0]} 行和第 {other} 行不同篇或不同类，不能接成一段。"
                "请把它们写进同一篇的同一项，或去掉这处 join"
            )


def _check_splits(splits: Sequence[Stretch], joins: Sequence[Sequence[int]], file: str) -> None:
    joined = {line for lines in joins for line in lines[1:]}
    for stretch in splits:
        for line in numbers([stretch]):
            if line in joined:
                raise ArchiveError(
                    f"{file}:{stretch.at}: 版面第 {line} 行在 join 里与前文接成一段，"
                    "这里又要另起一段。请去掉一处"
                )


def _role(claim: Claim) -> str:
    return "body" if claim.role == "text" else claim.role


def glossed(words: Mapping[str, str]) -> str:
    """`headline（主题）、body（正文）`."""
    return "、".join(f"{word}（{gloss}）" for word, gloss in words.items())
