"""Blocks to parts: the best whole reading of a page under the grammar, with its reasons and its doubts.

Each block's cues give weights to parts, the grammar gives weights to neighbours, and the heaviest path down
the page wins; a block whose second-best part lies close behind is doubtful. The desk's word goes before: it
leaves no other part, and where it allows several (`body` may be whole or break off), the cues choose.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from newspaper_archive.lexicon.roles import ROLES, Part
from newspaper_archive.model import NO_ORDERS, Block, Orders
from newspaper_archive.reading.classify.common_words import common_words
from newspaper_archive.reading.classify.cues import Scene, seen, weighed
from newspaper_archive.reading.classify.look import Look, look_at
from newspaper_archive.reading.classify.path import best_with
from newspaper_archive.reading.classify.series import series

__all__ = ["Judged", "Part", "classify"]

DESKS_WORD = "旁注指定"
ALLOWED: dict[str, tuple[Part, ...]] = {row.word: (row.part, *row.also) for row in ROLES if row.word}
# An article's body may hold all that `lines` may say within it.
ALLOWED["text"] = (*ALLOWED["body"], *(row.part for row in ROLES if row.within == "body"))

Weighed = Mapping[Part, tuple[float, tuple[str, ...]]]


@dataclass(frozen=True, slots=True)
class Judged:
    """A block and the part it was taken for; `margin` is the lead over the best reading with another part."""

    look: Look
    part: Part
    because: str
    margin: float
    second: Part | None


def classify(
    blocks: Sequence[Block], orders: Orders = NO_ORDERS, *, one_story: bool = False
) -> tuple[Judged, ...]:
    """One part for each block, in print order; the desk's orders come before the cues."""
    met = scenes(blocks, one_story=one_story)
    looks = [scene.here for scene in met]
    weights = _obeying(looks, [weighed(seen(scene)) for scene in met], orders)
    readings = best_with([{part: weight for part, (weight, _) in one.items()} for one in weights])
    return tuple(
        _judge(look, reading, {part: names for part, (_, names) in one.items()})
        for look, reading, one in zip(looks, readings, weights, strict=True)
    )


def scenes(blocks: Sequence[Block], *, one_story: bool = False) -> tuple[Scene, ...]:
    """What the cues are shown of each block, in print order."""
    page = look_at(blocks, one_story=one_story)
    rows = series(page.looks)
    common = common_words(page.looks, rows.rows)
    return tuple(
        Scene(page, rows, common, look, page.near(look.index - 1), page.near(look.index + 1))
        for look in page.looks
    )


def _obeying(looks: Sequence[Look], weighed: list[Weighed], orders: Orders) -> list[Weighed]:
    if not (orders.claims or orders.splits):
        return weighed
    roles = {line: claim.role for line, claim in orders.claims}
    opened = [look.block.lines[0].number in orders.splits for look in looks[1:]] + [False]
    return [
        _obeyed(one, roles.get(look.block.lines[0].number) if look.text else None, finished=finished)
        for look, one, finished in zip(looks, weighed, opened, strict=False)
    ]


def _obeyed(weighed: Weighed, role: str | None, *, finished: bool) -> Weighed:
    """The weights that the desk's word leaves; `finished`: a split below, so that nothing breaks off here."""
    if role is not None:
        allowed = ALLOWED[role]
        kept: Weighed = {
            part: (weight, (DESKS_WORD,)) for part, (weight, _) in weighed.items() if part in allowed
        }
        weighed = kept or {allowed[0]: (0.0, (DESKS_WORD,))}
    if finished and Part.UNFINISHED in weighed:
        weighed = {part: said for part, said in weighed.items() if part is not Part.UNFINISHED}
        weighed = weighed or {Part.BODY: (0.0, (DESKS_WORD,))}
    return weighed


def _judge(look: Look, reading: dict[Part, float], reasons: dict[Part, tuple[str, ...]]) -> Judged:
    ranked = sorted(reading, key=lambda part: (-reading[part], part))
    first, second = ranked[0], ranked[1] if len(ranked) > 1 else None
    margin = reading[first] - reading[second] if second else 99.0
    because = "、".join(reasons[first]) or "上下文"
    return Judged(look, first, because, round(margin, 2), second)
