"""The postings of a segment as shards: files of neighbouring terms, small enough to load one for a query.

The terms 河, 河堤, 河水 stand in a shard as `A河B堤B水`: a capital says how much of the term before goes on
(A nothing, B one), and the lists as `3+/ !5 /0 `: numbers are gaps between articles, a mark before one
names its field (none: body), a mark after one a count over one, a blank ends a term.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from newspaper_archive.search.postings import Numbers, Postings
from newspaper_archive.search.printable import MARKS, digits_of, write
from newspaper_archive.search.records import FIELDS

END = MARKS[0]
FIELD_MARKS = MARKS[1 : len(FIELDS)]
COUNT_MARKS = MARKS[len(FIELDS) :]
"""A count of 2, of 3, of 4, and of more, which a number after it says, less 5."""

# Of these each may be two for JavaScript, and Z is 25.
_MOST_SHARED = 12
_CAPITALS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


@dataclass(frozen=True, slots=True)
class Shard:
    """Neighbouring terms and their lists."""

    terms: str
    lists: str


def shards(postings: Postings, size: int) -> tuple[list[Shard], list[str]]:
    """Shards of about `size` bytes, and where each begins: no term before its shard is greater or equal.

    A term of more than half that size has a shard of its own.
    """
    lists, starts = _written(postings)
    found, beginnings = [], []
    for first, last in _cuts(postings.terms, starts, size):
        terms = postings.terms[first:last]
        written = lists[starts[first] : starts[last]].tobytes().decode("ascii")
        found.append(Shard(front_coded(terms), written))
        beginnings.append(beginning(postings.terms[first - 1], terms[0]) if first else "")
    return found, beginnings


def front_coded(strings: Sequence[str]) -> str:
    """Each string less what it shares with the one before, of which a capital says how much."""
    coded = []
    for before, string in pairwise(("", *strings)):
        shared = min(_shared(before, string), _MOST_SHARED)
        coded.append(_CAPITALS[shared and _units16(string[:shared])])
        coded.append(string[shared:])
    return "".join(coded)


def _shared(before: str, string: str) -> int:
    shared = 0
    while before[shared : shared + 1] == string[shared : shared + 1] != "":
        shared += 1
    return shared


def _units16(text: str) -> int:
    """Its length as JavaScript counts."""
    return len(text) + sum(character > "\uffff" for character in text)


def beginning(before: str, first: str) -> str:
    """The shortest opening of `first` that is greater than `before`."""
    return first[: _shared(before, first) + 1]


def _cuts(terms: Sequence[str], starts: Numbers, size: int) -> Iterator[tuple[int, int]]:
    lengths = np.diff(starts).tolist()
    first, held = 0, 0
    for place, length in enumerate(lengths):
        weight = length + 4
        is_big = weight > size // 2
        if place > first and (is_big or held + weight > size):
            yield first, place
            first, held = place, 0
        held += weight
        if is_big:
            yield first, place + 1
            first, held = place + 1, 0
    if first < len(terms):
        yield first, len(terms)


def _written(postings: Postings) -> tuple[NDArray[np.uint8], Numbers]:
    """All lists as bytes, and where the part of each term starts, with one more for the end."""
    plan = _plan(postings)
    sizes = plan.before + plan.digits + plan.after
    ends = np.cumsum(sizes)
    term_of = postings.starts[:: len(FIELDS)]
    ends_with_zero = np.concatenate([[0], ends])
    # Each term is followed by one END.
    starts = ends_with_zero[term_of] + np.arange(len(term_of))
    shift = np.repeat(np.arange(len(term_of) - 1), np.diff(term_of))
    out = np.full(int(starts[-1]), ord(END), np.uint8)
    places = ends - sizes + shift
    marked = plan.before > 0
    out[places[marked]] = plan.marks[marked]
    places += plan.before
    write(out, places, plan.gaps, plan.digits)
    _write_counts(out, places + plan.digits, postings.counts)
    return out, starts


@dataclass(frozen=True, slots=True)
class _Plan:
    """For each entry: its gap and how many characters the gap, the field's mark and the count take."""

    gaps: Numbers
    digits: Numbers
    before: NDArray[np.uint8]
    marks: NDArray[np.uint8]
    after: NDArray[np.uint8]


def _plan(postings: Postings) -> _Plan:
    articles = postings.articles.astype(np.int64)
    is_first = np.zeros(len(articles), bool)
    opened = postings.starts[:-1][np.diff(postings.starts) > 0]
    is_first[opened] = True
    gaps = articles.copy()
    gaps[1:] -= articles[:-1] + 1
    gaps[is_first] = articles[is_first]
    fields = (np.flatnonzero(np.diff(postings.starts) > 0) % len(FIELDS)).astype(np.uint8)
    marks = np.zeros(len(articles), np.uint8)
    marks[opened] = _field_marks()[fields]
    return _Plan(gaps, digits_of(gaps), (marks > 0).astype(np.uint8), marks, _count_sizes(postings.counts))


def _field_marks() -> NDArray[np.uint8]:
    """None for the body, which is the first of FIELDS."""
    return np.array([0, *FIELD_MARKS.encode("ascii")], np.uint8)


def _count_sizes(counts: NDArray[np.int32]) -> NDArray[np.uint8]:
    sizes = (counts > 1).astype(np.uint8)
    many = counts > 4
    sizes[many] += digits_of(counts[many].astype(np.int64) - 5).astype(np.uint8)
    return sizes


def _write_counts(out: NDArray[np.uint8], places: Numbers, counts: NDArray[np.int32]) -> None:
    marks = np.frombuffer(COUNT_MARKS.encode("ascii"), np.uint8)
    several = counts > 1
    out[places[several]] = marks[np.minimum(counts[several], 5) - 2]
    many = np.flatnonzero(counts > 4)
    rest = counts[many].astype(np.int64) - 5
    write(out, places[many] + 1, rest, digits_of(rest))
