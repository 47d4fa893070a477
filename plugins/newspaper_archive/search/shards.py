"""The postings of a segment as shards: files of neighbouring terms, small enough to load one for a query.

The terms 河, 河堤, 河水 stand in a shard as `A河B堤B水`: a capital says how much of the term before goes on
(A nothing, B one); their lists follow as bits (lists.py).
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from newspaper_archive.search.beginnings import beginning, shared
from newspaper_archive.search.bits import PER_CHARACTER, Numbers
from newspaper_archive.search.lists import Lists, lists, whole_characters
from newspaper_archive.search.postings import Postings

# Of these each may be two for JavaScript, and Z is 25.
_MOST_SHARED = 12
_CAPITALS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
# Bytes of a term in its shard beside its lists.
_TERM = 4


@dataclass(frozen=True, slots=True)
class Shard:
    """Neighbouring terms, their lists, and where they begin: no term of an earlier shard is as great."""

    terms: str
    lists: str
    beginning: str


def shards(found: Iterable[Postings], articles: int, size: int) -> Iterator[Shard]:
    """Shards of about `size` bytes; a term of more than half that size has one of its own."""
    before = ""
    for postings in found:
        yield from _shards(postings, lists(postings, articles), size, before)
        before = postings.terms[-1]


def _shards(postings: Postings, coded: Lists, size: int, before: str) -> Iterator[Shard]:
    terms, sizes = postings.terms, coded.sizes()
    cuts = list(_cuts(sizes, size))
    starts = _starts(sizes, [first for first, _ in cuts])
    written = coded.written(starts)
    for first, last in cuts:
        # The next shard begins at a whole character, so this one ends at one.
        start, end = (int(starts[place]) // PER_CHARACTER for place in (first, last))
        begins = beginning(terms[first - 1] if first else before, terms[first]) if first or before else ""
        yield Shard(front_coded(terms[first:last]), written[start:end], begins)


def _starts(sizes: Numbers, firsts: Sequence[int]) -> Numbers:
    """The place of each term in bits, and the end; each shard begins at a whole character."""
    held = np.add.reduceat(sizes, firsts)
    padding = np.zeros(len(sizes) + 1, np.int64)
    padding[[*firsts[1:], len(sizes)]] = whole_characters(held) - held
    return np.concatenate([[0], np.cumsum(sizes)]) + np.cumsum(padding)


def front_coded(strings: Sequence[str]) -> str:
    """Each string less what it shares with the one before, of which a capital says how much."""
    coded = []
    for before, string in pairwise(("", *strings)):
        same = min(shared(before, string), _MOST_SHARED)
        coded.append(_CAPITALS[same and _units16(string[:same])])
        coded.append(string[same:])
    return "".join(coded)


def _units16(text: str) -> int:
    """Its length as JavaScript counts."""
    return len(text.encode("utf-16-be", "surrogatepass")) // 2


def _cuts(sizes: Numbers, most: int) -> Iterator[tuple[int, int]]:
    first, held = 0, 0
    for place, bits in enumerate(sizes.tolist()):
        weight = bits // PER_CHARACTER + _TERM
        is_big = weight > most // 2
        if place > first and (is_big or held + weight > most):
            yield first, place
            first, held = place, 0
        held += weight
        if is_big:
            yield first, place + 1
            first, held = place + 1, 0
    if first < len(sizes):
        yield first, len(sizes)
