"""A page's articles made up as a newspaper page: rows of stacks that fill twelve columns, in print order.

A lead of 900 characters, a story of 400 and a photo become one row: the lead over 8 columns, the two others
stacked in 4. Of all the ways to cut the page into rows of the patterns below, the one is taken that leaves
the fewest holes, keeps the least text back and gives each article the width it had the weight for.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from newspaper_archive.site.makeup.copyfit import Matter
from newspaper_archive.site.makeup.stacks import Shape, Stack, Uncut, stacks_of

Pattern = tuple[tuple[int, int], ...]

# Each pattern is a row from left to right: over how many columns a stack goes, how many articles it holds.
PATTERNS: tuple[Pattern, ...] = (
    ((12, 1),),
    ((8, 1), (4, 1)),
    ((6, 1), (6, 1)),
    ((4, 1), (8, 1)),
    ((8, 1), (4, 2)),
    ((4, 1), (4, 1), (4, 1)),
    ((6, 1), (6, 2)),
    ((6, 2), (6, 1)),
    ((4, 2), (8, 1)),
    ((8, 1), (4, 3)),
    ((6, 1), (6, 3)),
    ((6, 2), (6, 2)),
    ((4, 1), (4, 1), (4, 2)),
    ((4, 2), (4, 1), (4, 1)),
    ((4, 1), (4, 2), (4, 2)),
    ((4, 2), (4, 1), (4, 2)),
    ((4, 2), (4, 2), (4, 1)),
    ((4, 2), (4, 2), (4, 2)),
)
SHAPES = sorted({shape for pattern in PATTERNS for shape in pattern})
# No row is taller, but where its headlines alone are.
TALLEST = 900
# What a pixel costs over one column, left empty or kept back.
HOLE, CUT = 6.0, 0.5


@dataclass(frozen=True, slots=True)
class Row:
    """Stacks from left to right."""

    stacks: tuple[Stack, ...]


def layout(matters: Sequence[Matter]) -> tuple[Row, ...]:
    """The page's rows; every article once, in the order given."""
    stacks = stacks_of(matters, SHAPES)
    # From the last article back: the rows of the page from this one on, and what they cost at best.
    best: dict[int, _Planned | None] = {len(matters): None}
    for first in reversed(range(len(matters))):
        best[first] = _cheapest(stacks, first, best)
    rows, row = [], best[0]
    while row:
        rows.append(row.cut())
        row = row.then
    return tuple(rows)


@dataclass(frozen=True, slots=True)
class _Planned:
    """A row, how tall it is, and the rows that follow; `cost` is that of them all."""

    stacks: tuple[Uncut, ...]
    tall: float
    cost: float
    then: "_Planned | None"

    def cut(self) -> Row:
        return Row(tuple(stack.cut(self.tall) for stack in self.stacks))


def _cheapest(
    stacks: Mapping[Shape, Uncut], first: int, best: Mapping[int, _Planned | None]
) -> _Planned | None:
    """The row that begins with this article, of those that leave the best page."""
    cheapest = None
    for row, then in _rows(stacks, first, best):
        cost = sum(stack.misfit for stack in row) + (then.cost if then else 0.0)
        # Most patterns are out of the question before anything is measured.
        if cheapest is None or cost < cheapest.cost:
            uneven, tall = _best_height(row)
            if cheapest is None or cost + uneven < cheapest.cost:
                cheapest = _Planned(row, tall, cost + uneven, then)
    return cheapest


def _rows(
    stacks: Mapping[Shape, Uncut], first: int, best: Mapping[int, _Planned | None]
) -> Iterator[tuple[tuple[Uncut, ...], _Planned | None]]:
    """Every row for which there are articles enough, and the rows that follow it at best."""
    for pattern in PATTERNS:
        row, after = [], first
        for span, count in pattern:
            row.append((after, span, count))
            after += count
        if after in best:
            yield tuple(stacks[shape] for shape in row), best[after]


def _best_height(stacks: Sequence[Uncut]) -> tuple[float, float]:
    """What the row costs at the height that suits it best, and that height."""
    least = max(stack.least for stack in stacks)
    tallest = max(least, TALLEST)
    heights = sorted({least, tallest, *(stack.whole for stack in stacks if least < stack.whole < tallest)})
    return min((sum(_cost(stack, tall) for stack in stacks), tall) for tall in heights)


def _cost(stack: Uncut, tall: float) -> float:
    over = stack.whole - tall
    return stack.span * (CUT * over if over > 0 else -HOLE * over)
