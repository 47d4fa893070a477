"""Which articles hold a term, in which field and how often: counted with arrays, in time linear in the text.

The bodies `河堤` and `河堤河` make the terms 堤, 堤河, 河, 河堤; the list of 河堤 in `body` is the articles
0 and 1, once each. lunr.py's builder would count the same, ten times as slowly; tests hold the two against
each other.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from newspaper_archive.search.records import FIELDS, Text
from newspaper_archive.search.tokenise import pair
from newspaper_archive.search.unit_arrays import WALL_CODE, UnitReader

# An entry is one 64-bit number, so that sorting brings like to like: first unit (22 bits, 0 for a unit by
# itself), second unit (22), field (4), article within its batch (12).
_BATCH = 4096
_ARTICLE_BITS, _FIELD_BITS, _UNIT_BITS = 12, 4, 22
_PLACE_BITS = _ARTICLE_BITS + _FIELD_BITS

Numbers = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Postings:
    """The terms in the order of UTF-16, and for each of them and each field its articles and their counts.

    The list of term t in field f is `articles[starts[i]:starts[i + 1]]` with i = t * len(FIELDS) + f.
    """

    terms: tuple[str, ...]
    starts: Numbers
    articles: NDArray[np.int32]
    counts: NDArray[np.int32]


@dataclass(frozen=True, slots=True)
class _Batch:
    """Entries of the articles from `first` on, sorted and each once, with how often it was met."""

    first: int
    entries: Numbers
    counts: NDArray[np.int32]


def count(texts: Sequence[Text]) -> Postings:
    """The postings of these articles; an article's number is its place."""
    reader = UnitReader()
    batches = [
        _count_batch(reader, first, texts[first : first + _BATCH]) for first in range(0, len(texts), _BATCH)
    ]
    keys = _distinct([_each_once(batch.entries >> _PLACE_BITS)[0] for batch in batches])
    terms = [_term(reader, key) for key in keys.tolist()]
    order = sorted(range(len(terms)), key=lambda place: utf16(terms[place]))
    place_of = np.empty(len(terms), np.int64)
    place_of[order] = np.arange(len(terms))
    starts, articles, counts = _laid_out(batches, keys, place_of)
    return Postings(tuple(terms[place] for place in order), starts, articles, counts)


def utf16(term: str) -> bytes:
    """Sorts as JavaScript compares strings; lunr.js throws where terms are not in that order."""
    return term.encode("utf-16-be", "surrogatepass")


def _count_batch(reader: UnitReader, first: int, texts: Sequence[Text]) -> _Batch:
    parts, places = [], []
    for article, text in enumerate(texts):
        for number, field in enumerate(FIELDS):
            for part in text.get(field, ()):
                parts.append(part)
                places.append(number << _ARTICLE_BITS | article)
    if not parts:
        return _Batch(first, np.empty(0, np.int64), np.empty(0, np.int32))
    codes, part_of = reader.read(parts)
    place = np.array(places, np.int64)[part_of]
    units, pairs = _entries(codes.astype(np.int64), place)
    units, _ = _each_once(units)
    pairs, times = _each_once(pairs)
    # Units by themselves sort before all pairs, for their first unit is 0.
    counts = np.concatenate([np.ones(len(units), np.int32), times.astype(np.int32)])
    return _Batch(first, np.concatenate([units, pairs]), counts)


def _entries(codes: Numbers, place: Numbers) -> tuple[Numbers, Numbers]:
    """Every unit, and every two neighbours without a wall between them, each with its place."""
    units = codes << _PLACE_BITS | place
    pairs = codes[:-1] << (_UNIT_BITS + _PLACE_BITS) | units[1:]
    is_unit = codes != WALL_CODE
    return units[is_unit], pairs[is_unit[:-1] & is_unit[1:]]


def _each_once(entries: Numbers) -> tuple[Numbers, Numbers]:
    """The entries sorted, each once, and how often it was met; twice as fast as numpy's unique."""
    entries.sort()
    is_new = np.ones(len(entries), bool)
    is_new[1:] = entries[1:] != entries[:-1]
    places = np.flatnonzero(is_new)
    return entries[places], np.diff(np.append(places, len(entries)))


def _distinct(found: Sequence[Numbers]) -> Numbers:
    return _each_once(np.concatenate(found))[0] if found else np.empty(0, np.int64)


def _term(reader: UnitReader, key: int) -> str:
    first, second = key >> _UNIT_BITS, key & (1 << _UNIT_BITS) - 1
    return pair(reader.text(first), reader.text(second)) if first else reader.text(second)


def _laid_out(
    batches: Sequence[_Batch], keys: Numbers, place_of: Numbers
) -> tuple[Numbers, NDArray[np.int32], NDArray[np.int32]]:
    """The entries of all batches by term and field; within a list they stand by article."""
    lengths = np.zeros(len(keys) * len(FIELDS), np.int64)
    for groups in _groups(batches, keys, place_of):
        lengths[groups.lists] += groups.lengths
    starts = np.zeros(len(lengths) + 1, np.int64)
    np.cumsum(lengths, out=starts[1:])
    articles = np.empty(starts[-1], np.int32)
    counts = np.empty(starts[-1], np.int32)
    filled = starts[:-1].copy()
    for groups in _groups(batches, keys, place_of):
        within = np.arange(len(groups.batch.entries)) - np.repeat(groups.starts, groups.lengths)
        places = np.repeat(filled[groups.lists], groups.lengths) + within
        articles[places] = (groups.batch.entries & (1 << _ARTICLE_BITS) - 1) + groups.batch.first
        counts[places] = groups.batch.counts
        filled[groups.lists] += groups.lengths
    return starts, articles, counts


@dataclass(frozen=True, slots=True)
class _Groups:
    """The runs of a batch's entries that belong to one list."""

    batch: _Batch
    lists: Numbers
    starts: Numbers
    lengths: Numbers


def _groups(batches: Sequence[_Batch], keys: Numbers, place_of: Numbers) -> Iterator[_Groups]:
    for batch in batches:
        if not len(batch.entries):
            continue
        in_list = batch.entries >> _ARTICLE_BITS
        starts = np.flatnonzero(np.concatenate([[True], in_list[1:] != in_list[:-1]]))
        lengths = np.diff(np.append(starts, len(in_list)))
        found = in_list[starts]
        terms = place_of[np.searchsorted(keys, found >> _FIELD_BITS)]
        lists = terms * len(FIELDS) + (found & (1 << _FIELD_BITS) - 1)
        yield _Groups(batch, lists, starts, lengths)
