"""The lists of terms as bits: who holds a term, in which field and how often.

A term is its list in the body; then for each other field that holds it the bit 1, four bits that say which,
and its list; then 0. A list is how many articles it has (in the body one more, so that it may be none), a
bit that says whether counts follow, and for each article the gap to the one before: some low bits after so
many 0 and a 1 as the rest says (Rice). A count of 1 is 0, of 2 is 10, of 3 is 110; 111 and a number say more.
Numbers are Elias gamma: 1, 010, 011, 00100. theme/parts/search/postings.js reads it.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from newspaper_archive.search.bits import PER_CHARACTER, BitRow, Numbers, bit_length
from newspaper_archive.search.postings import Postings
from newspaper_archive.search.records import FIELDS

_FIELD_SIZE = 5
_MOST_PLAIN = 3


@dataclass(frozen=True, slots=True)
class Lists:
    """For each entry its gap as so many high steps and low bits, and what its count takes; for each list,
    by term and field, how many entries it has, whether counts follow, and what comes before the first."""

    postings: Postings
    lengths: Numbers
    has_counts: NDArray[np.bool_]
    before: Numbers
    steps: Numbers
    lows: Numbers
    low_bits: Numbers
    count_bits: Numbers

    def sizes(self) -> Numbers:
        """Bits of each term."""
        return _sums(self._list_sizes(), len(FIELDS)) + 1

    def written(self, starts: Numbers) -> str:
        """All terms, each at its place in bits; the last place is the end."""
        row = BitRow(int(starts[-1]))
        places = self._places(starts[:-1])
        self._put_headings(row, places)
        self._put_entries(row, places)
        return row.characters()

    def _list_sizes(self) -> Numbers:
        ends = np.concatenate([[0], np.cumsum(self._entry_sizes())])
        return self.before + np.diff(ends[self.postings.starts])

    def _entry_sizes(self) -> Numbers:
        return self.steps + 1 + self.low_bits + self.count_bits

    def _places(self, starts: Numbers) -> Numbers:
        """Where each list begins."""
        sizes = self._list_sizes().reshape(-1, len(FIELDS))
        return (starts[:, None] + np.cumsum(sizes, axis=1) - sizes).ravel()

    def _put_headings(self, row: BitRow, places: Numbers) -> None:
        field = np.arange(len(self.lengths)) % len(FIELDS)
        named = np.flatnonzero((field > 0) & (self.lengths > 0))
        row.put(places[named], field[named] | 16, np.full(len(named), _FIELD_SIZE))
        said = np.flatnonzero((field == 0) | (self.lengths > 0))
        numbers = self.lengths[said] + (field[said] == 0)
        bits = bit_length(numbers)
        row.put(places[said] + _FIELD_SIZE * (field[said] > 0) + bits - 1, numbers, bits)
        counted = np.flatnonzero(self.has_counts)
        ones = np.ones(len(counted), np.int64)
        row.put(places[counted] + self.before[counted] - 1, ones, ones)

    def _put_entries(self, row: BitRow, places: Numbers) -> None:
        sizes = self._entry_sizes()
        ends = np.concatenate([[0], np.cumsum(sizes)])
        shift = places + self.before - ends[self.postings.starts[:-1]]
        at = ends[:-1] + np.repeat(shift, self.lengths) + self.steps
        row.put(at, 1 << self.low_bits | self.lows, self.low_bits + 1)
        several = np.flatnonzero((self.postings.counts > 1) & (self.count_bits > 0))
        self._put_counts(row, at + self.low_bits + 1, several)

    def _put_counts(self, row: BitRow, at: Numbers, several: Numbers) -> None:
        counts = self.postings.counts[several].astype(np.int64)
        ones = np.minimum(counts - 1, _MOST_PLAIN)
        row.put(at[several], (1 << ones) - 1, ones)
        many = several[counts > _MOST_PLAIN]
        rest = counts[counts > _MOST_PLAIN] - _MOST_PLAIN
        bits = bit_length(rest)
        row.put(at[many] + _MOST_PLAIN + bits - 1, rest, bits)


def lists(postings: Postings, articles: int) -> Lists:
    """How the lists of these terms are written in a segment of so many articles."""
    lengths = np.diff(postings.starts)
    low_bits = np.repeat(_low_bits(lengths, articles), lengths)
    gaps = _gaps(postings)
    counted = np.concatenate([[0], np.cumsum(postings.counts > 1)])
    has_counts = np.diff(counted[postings.starts]) > 0
    return Lists(
        postings=postings,
        lengths=lengths,
        has_counts=has_counts,
        before=_before(lengths),
        steps=gaps >> low_bits,
        lows=gaps & (1 << low_bits) - 1,
        low_bits=low_bits,
        count_bits=np.where(np.repeat(has_counts, lengths), _count_bits(postings.counts), 0),
    )


def whole_characters(sizes: Numbers) -> Numbers:
    """Bits, rounded up to whole characters."""
    return -(-sizes // PER_CHARACTER) * PER_CHARACTER


def _low_bits(lengths: Numbers, articles: int) -> Numbers:
    """The logarithm of 0.69 times the mean gap, which is best for articles that lie anywhere."""
    held = np.maximum(lengths, 1)
    return np.maximum(bit_length(11 * (articles - lengths) // (16 * held)) - 1, 0)


def _gaps(postings: Postings) -> Numbers:
    """How many articles lie between each and the one before in its list."""
    articles = postings.articles.astype(np.int64)
    gaps = articles.copy()
    gaps[1:] -= articles[:-1] + 1
    firsts = postings.starts[:-1][np.diff(postings.starts) > 0]
    gaps[firsts] = articles[firsts]
    return gaps


def _before(lengths: Numbers) -> Numbers:
    """Bits from where a list begins to its first entry."""
    is_body = np.arange(len(lengths)) % len(FIELDS) == 0
    number = 2 * bit_length(lengths + is_body) - 1
    return np.where(lengths > 0, number + 1 + np.where(is_body, 0, _FIELD_SIZE), is_body.astype(np.int64))


def _count_bits(counts: NDArray[np.int32]) -> Numbers:
    many = np.maximum(counts.astype(np.int64) - _MOST_PLAIN, 0)
    return np.where(many > 0, _MOST_PLAIN + 2 * bit_length(many) - 1, counts)


def _sums(numbers: Numbers, of_each: int) -> Numbers:
    found: Numbers = numbers.reshape(-1, of_each).sum(axis=1)
    return found
