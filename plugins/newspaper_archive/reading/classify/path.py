"""The heaviest path down a page: Viterbi over the parts of its blocks, from above and from below.

Adding both gives, for each block and part, the best whole reading in which the block is that part.
"""

from collections.abc import Mapping, Sequence
from itertools import pairwise

from newspaper_archive.lexicon.roles import Part
from newspaper_archive.reading.classify.grammar import beneath

Weights = Mapping[Part, float]
# With what the table does not name, for it is asked at every step of every way.
_BENEATH = {above: {part: beneath(above, part) for part in Part} for above in Part}


def best_with(columns: Sequence[Weights]) -> list[dict[Part, float]]:
    """For each block, the weight of the best reading of the whole page in which it is each of its parts."""
    down, up = _from_above(columns), _from_below(columns)
    return [
        {part: above[part] + below[part] for part in above} for above, below in zip(down, up, strict=True)
    ]


def _from_above(columns: Sequence[Weights]) -> list[dict[Part, float]]:
    before: Mapping[Part, float] = {Part.EDGE: 0.0}
    best = []
    for column in columns:
        ways = [(_BENEATH[above], so_far) for above, so_far in before.items()]
        here = {
            part: weight + max([so_far + below[part] for below, so_far in ways])
            for part, weight in column.items()
        }
        best.append(here)
        before = here
    return best


def _from_below(columns: Sequence[Weights]) -> list[dict[Part, float]]:
    """What stands beneath each block, at its best; the block's own weight is not counted."""
    if not columns:
        return []
    best = [{part: beneath(part, Part.EDGE) for part in columns[-1]}]
    for beneath_it, column in pairwise(reversed(columns)):
        ways = [(under, weight + best[-1][under]) for under, weight in beneath_it.items()]
        best.append({part: _best_way(_BENEATH[part], ways) for part in column})
    return best[::-1]


def _best_way(row: Mapping[Part, float], ways: Sequence[tuple[Part, float]]) -> float:
    return max([row[under] + weight for under, weight in ways])
