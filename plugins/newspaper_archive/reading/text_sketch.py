"""What of a text the address book keeps: 64 characters that tell how like two texts are, not what they say.

A text's pairs of letters are dealt into 58 bins by hash; a bin is known by the least hash in it, of which
six bits are kept, a character each: MinHash in one permutation (Li, Owen, Zhang 2012), an empty bin having
the value of the next full one (Shrivastava, Li 2014). Two texts share as many characters as they share of
all their pairs, and by chance one in 64. Two more tell how many pairs there are, up to 4095; the last four
are of the headline.
"""

import hashlib
import re
import unicodedata
from collections.abc import Sequence

import numpy as np

BINS = 58
SIZE = 2
HEADLINE = 4
_MOST = 4095
_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
_BY_CHANCE = 1 / 64
_NO_LETTERS = re.compile(r"[\W_]+")
# Odd numbers from the digits of the golden ratio and of pi: they spread neighbouring code points.
_FIRST, _SECOND, _MIXED = (
    np.uint64(0x9E3779B97F4A7C15),
    np.uint64(0x243F6A8885A308D3),
    np.uint64(0xC2B2AE3D27D4EB4F),
)


def sketch(headline: str, text: str) -> str:
    """64 characters; those of a text without letters are `.`."""
    return _of_text(_letters(headline + text)) + _of_headline(_letters(headline))


def likeness(one: str, other: str) -> float:
    """How many of the letter pairs of two texts are common to both: about Jaccard's measure, 0 to 1."""
    if one[0] == "." or other[0] == ".":
        return float(one == other)
    same = sum(a == b for a, b in zip(one[:BINS], other[:BINS], strict=True)) / BINS
    return max(0.0, (same - _BY_CHANCE) / (1 - _BY_CHANCE))


def within(part: str, whole: str) -> float:
    """How many of the first text's pairs are in the other as well: 0 to 1, the rougher the shorter it is."""
    alike, pairs, others = likeness(part, whole), size(part), size(whole)
    return min(1.0, alike * (pairs + others) / ((1 + alike) * pairs)) if pairs else 0.0


def size(one: str) -> int:
    """How many different pairs of letters the text has, at most 4095."""
    return _digit(one[BINS]) * 64 + _digit(one[BINS + 1]) if one[BINS] != "." else 0


def tells_all(one: str) -> bool:
    """Whether a text that lacks a sentence would have another sketch: one of which all pairs are counted."""
    return one[BINS] != "." and size(one) < _MOST


def same_headline(one: str, other: str) -> bool:
    return one[-HEADLINE:] == other[-HEADLINE:] != "." * HEADLINE


def _digit(character: str) -> int:
    return _LETTERS.index(character)


def _letters(text: str) -> str:
    return _NO_LETTERS.sub("", unicodedata.normalize("NFKC", text)).casefold()


def _of_text(letters: str) -> str:
    if not letters:
        return "." * (BINS + SIZE)
    circle = (letters + letters[0]).encode("utf-32-le", "surrogatepass")
    codes = np.frombuffer(circle, "<u4").astype(np.uint64)
    pairs = (codes[:-1] * _FIRST) ^ (codes[1:] * _SECOND)
    pairs = (pairs ^ (pairs >> np.uint64(29))) * _MIXED
    pairs ^= pairs >> np.uint64(32)
    least = np.full(BINS, np.iinfo(np.uint64).max, np.uint64)
    np.minimum.at(least, (pairs % np.uint64(BINS)).astype(np.intp), pairs // np.uint64(BINS))
    count = min(len(np.unique(pairs)), _MOST)
    return _spelt(_filled(least)) + _LETTERS[count // 64] + _LETTERS[count % 64]


def _spelt(digits: Sequence[int]) -> str:
    return "".join(_LETTERS[digit] for digit in digits)


def _filled(least: "np.ndarray[tuple[int, ...], np.dtype[np.uint64]]") -> list[int]:
    """Six bits of each bin; an empty one has those of the next full one, turned by how far that is."""
    full = np.flatnonzero(least != np.iinfo(np.uint64).max)
    places = np.arange(BINS)
    after = np.searchsorted(full, places)
    source = full[after % len(full)]
    distance = ((source - places) % BINS).astype(np.uint64)
    mixed = (least[source] + distance * _FIRST) * _MIXED
    return [int(digit) for digit in mixed >> np.uint64(58)]


def _of_headline(letters: str) -> str:
    if not letters:
        return "." * HEADLINE
    digest = hashlib.blake2b(letters.encode("utf-8", "surrogatepass"), digest_size=HEADLINE).digest()
    return _spelt([byte & 63 for byte in digest])
