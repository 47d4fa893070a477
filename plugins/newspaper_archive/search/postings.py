"""Which articles hold a term, in which field and how often: counted with arrays, in time linear in the text.

The bodies `河堤` and `河堤河` make the terms 堤, 堤河, 河, 河堤; the list of 河堤 in `body` is the articles
0 and 1, once each. lunr.py's builder would count the same, ten times as slowly; tests hold the two against
each other. Texts are read once, a batch at a time; what is kept of them are numbers, and the lists come out
a range of terms at a time.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice, pairwise

import numpy as np
from numpy.typing import NDArray

from newspaper_archive.search.records import FIELDS, Text
from newspaper_archive.search.term_keys import Numbers, TermKeys, term_keys
from newspaper_archive.search.unit_arrays import WALL_CODE, Codes, UnitReader

# An entry is one 64-bit number, so that sorting brings like to like: key of the term (44 bits), field (4),
# article within its batch (12).
_BATCH = 4096
_ARTICLE_BITS, _FIELD_BITS = 12, 4
_PLACE_BITS = _ARTICLE_BITS + _FIELD_BITS

# About how many entries are laid out at once; each takes some 100 bytes while they are.
_RANGE = 2_000_000
_SAMPLED = 1024


@dataclass(frozen=True, slots=True)
class Postings:
    """Terms in the order of UTF-16, and for each of them and each field its articles and their counts.

    The list of term t in field f is `articles[starts[i]:starts[i + 1]]` with i = t * len(FIELDS) + f.
    """

    terms: tuple[str, ...]
    starts: Numbers
    articles: NDArray[np.int32]
    counts: NDArray[np.int32]


@dataclass(frozen=True, slots=True)
class _Read:
    """The unit codes of a batch of texts, and of each the field and the article it stands in."""

    codes: Codes
    places: NDArray[np.uint16]


@dataclass(frozen=True, slots=True)
class _Batch:
    """Entries of the articles from `first` on, sorted and each once, with how often it was met."""

    first: int
    entries: Numbers
    counts: NDArray[np.unsignedinteger]


def count(texts: Iterable[Text]) -> Iterator[Postings]:
    """The postings of these articles by ranges of terms; an article's number is its place.

    The texts are read at once, the ranges made as they are asked for.
    """
    reader = UnitReader()
    read = _read_all(reader, texts)
    keys = term_keys(reader, [batch.codes for batch in read])
    batches: list[_Batch] = []
    while read:
        batches.append(_counted(keys, len(batches) * _BATCH, read.pop(0)))
    return _by_range(keys, batches)


def _by_range(keys: TermKeys, batches: Sequence[_Batch]) -> Iterator[Postings]:
    for first, last in pairwise(_bounds(batches)):
        parts = [part for batch in batches if len((part := _between(batch, first, last)).entries)]
        if parts:
            yield _laid_out(keys, parts)


def _read_all(reader: UnitReader, texts: Iterable[Text]) -> list[_Read]:
    rest = iter(texts)
    found = []
    while batch := list(islice(rest, _BATCH)):
        found.append(_read(reader, batch))
    return found


def _read(reader: UnitReader, texts: Sequence[Text]) -> _Read:
    parts, places = [], []
    for article, text in enumerate(texts):
        for number, field in enumerate(FIELDS):
            for part in text.get(field, ()):
                parts.append(part)
                places.append(number << _ARTICLE_BITS | article)
    if not parts:
        return _Read(np.empty(0, np.int32), np.empty(0, np.uint16))
    codes, part_of = reader.read(parts)
    return _Read(codes, np.array(places, np.uint16)[part_of])


def _counted(keys: TermKeys, first: int, read: _Read) -> _Batch:
    """Every unit, and every two neighbours without a wall between them; a unit counts once a field."""
    places = read.places.astype(np.int64)
    is_unit = read.codes != WALL_CODE
    is_pair = is_unit[:-1] & is_unit[1:]
    units, _ = _each_once(keys.of_units(read.codes[is_unit]) << _PLACE_BITS | places[is_unit])
    seconds = np.flatnonzero(is_pair) + 1
    of_pairs = keys.of_pairs(read.codes[seconds - 1], read.codes[seconds])
    pairs, times = _each_once(of_pairs << _PLACE_BITS | places[seconds])
    at = np.searchsorted(pairs, units)
    fewest = np.min_scalar_type(int(times.max(initial=1)))
    counts = np.insert(times.astype(fewest), at, 1)
    return _Batch(first, np.insert(pairs, at, units), counts)


def _each_once(entries: Numbers) -> tuple[Numbers, Numbers]:
    """The entries sorted, each once, and how often it was met; twice as fast as numpy's unique."""
    entries.sort()
    is_new = np.ones(len(entries), bool)
    is_new[1:] = entries[1:] != entries[:-1]
    places = np.flatnonzero(is_new)
    return entries[places], np.diff(np.append(places, len(entries)))


def _bounds(batches: Sequence[_Batch]) -> list[int]:
    """Keys between which there are about as many entries as are laid out at once."""
    sampled = np.sort(
        np.concatenate([batch.entries[::_SAMPLED] for batch in batches] or [np.empty(0, np.int64)])
    )
    inner = sampled[_RANGE // _SAMPLED :: _RANGE // _SAMPLED] >> _PLACE_BITS
    return [0, *np.unique(inner).tolist(), 1 << 63 - _PLACE_BITS] if len(sampled) else []


def _between(batch: _Batch, first: int, last: int) -> _Batch:
    ends = [min(bound << _PLACE_BITS, 2**63 - 1) for bound in (first, last)]
    start, end = np.searchsorted(batch.entries, ends).tolist()
    return _Batch(batch.first, batch.entries[start:end], batch.counts[start:end])


def _laid_out(keys: TermKeys, batches: Sequence[_Batch]) -> Postings:
    """The entries of all batches by term and field; within a list they stand by article."""
    found = [_each_once(batch.entries >> _PLACE_BITS)[0] for batch in batches]
    held, _ = _each_once(np.concatenate(found))
    groups = [_groups(batch, held) for batch in batches]
    lengths = np.zeros(len(held) * len(FIELDS), np.int64)
    for group in groups:
        lengths[group.lists] += group.lengths
    starts = np.zeros(len(lengths) + 1, np.int64)
    np.cumsum(lengths, out=starts[1:])
    articles = np.empty(starts[-1], np.int32)
    counts = np.empty(starts[-1], np.int32)
    filled = starts[:-1].copy()
    for batch, group in zip(batches, groups, strict=True):
        within = np.arange(len(batch.entries)) - np.repeat(group.starts, group.lengths)
        places = np.repeat(filled[group.lists], group.lengths) + within
        articles[places] = (batch.entries & (1 << _ARTICLE_BITS) - 1) + batch.first
        counts[places] = batch.counts
        filled[group.lists] += group.lengths
    return Postings(tuple(keys.terms(held)), starts, articles, counts)


@dataclass(frozen=True, slots=True)
class _Groups:
    """The runs of a batch's entries that belong to one list."""

    lists: Numbers
    starts: Numbers
    lengths: Numbers


def _groups(batch: _Batch, held: Numbers) -> _Groups:
    in_list = batch.entries >> _ARTICLE_BITS
    starts = np.flatnonzero(np.concatenate([[True], in_list[1:] != in_list[:-1]]))
    lengths = np.diff(np.append(starts, len(in_list)))
    found = in_list[starts]
    terms = np.searchsorted(held, found >> _FIELD_BITS)
    return _Groups(terms * len(FIELDS) + (found & (1 << _FIELD_BITS) - 1), starts, lengths)
