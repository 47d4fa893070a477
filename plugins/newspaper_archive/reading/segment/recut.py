"""Blocks cut anew where the desk says so: at the borders of its claims, at its splits, over its joins.

Lines 30 to 36 looked like one paragraph; the sidecar's `split: [33]` makes them two.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, pairwise

from newspaper_archive.model import Block, Claim, Line, Orders

BECAUSE = "旁注指定"


def recut(blocks: Sequence[Block], orders: Orders) -> tuple[Block, ...]:
    """The same lines in blocks that the orders allow: one claim a block, its lines in the order ordered."""
    if not (orders.claims or orders.splits or orders.joins):
        return tuple(blocks)
    claims = dict(orders.claims)
    printed = {line.number for block in blocks for line in block.lines}
    borders = _Borders(claims, frozenset(orders.splits), _neighbours(orders, printed))
    cut = list(chain.from_iterable(_parted(block, borders) for block in blocks))
    return tuple(_joined(cut, orders.joins))


class _Borders:
    """Where one block may not go on into the next line."""

    def __init__(
        self, claims: dict[int, Claim], splits: frozenset[int], neighbours: frozenset[tuple[int, int]]
    ) -> None:
        self.claims, self.splits, self.neighbours = claims, splits, neighbours

    def between(self, upper: int, lower: int) -> bool:
        claim = self.claims.get(upper)
        if lower in self.splits or self.claims.get(lower) != claim:
            return True
        return claim is not None and claim.article is not None and (upper, lower) not in self.neighbours


def _neighbours(orders: Orders, printed: set[int]) -> frozenset[tuple[int, int]]:
    """Lines of an article that follow one another in the order in which the desk lists them."""
    listed = (
        [line for line in lines if line in printed] for order in orders.articles for _, lines in order.parts
    )
    return frozenset(chain.from_iterable(pairwise(lines) for lines in listed))


def _parted(block: Block, borders: _Borders) -> Iterator[Block]:
    start = 0
    for i in range(1, len(block.lines)):
        if borders.between(block.lines[i - 1].number, block.lines[i].number):
            yield _part(block, block.lines[start:i])
            start = i
    yield _part(block, block.lines[start:])


def _part(block: Block, lines: tuple[Line, ...]) -> Block:
    return block if lines == block.lines else Block(lines, block.shape, BECAUSE)


def _joined(blocks: list[Block], joins: Iterable[tuple[int, ...]]) -> list[Block]:
    """Each join becomes one block, where the first of its blocks stood."""
    for join in joins:
        place = {line.number: i for i, block in enumerate(blocks) for line in block.lines}
        members = list(dict.fromkeys(place[line] for line in join if line in place))
        if len(members) < 2:
            continue
        lines = tuple(line for i in members for line in blocks[i].lines)
        blocks[members[0]] = Block(lines, "joined", BECAUSE)
        blocks = [block for i, block in enumerate(blocks) if i not in members[1:]]
    return blocks
