"""A short sketch of a line, by which two lines can be held against one another without their words.

`老船工把船划到对岸。` is `0A` for ten letters, then for each of eight orders of its character pairs the first
pair. Lines that share most of their pairs share most of the eight; lines that share none, hardly ever one.
"""

import hashlib
from string import ascii_lowercase, ascii_uppercase, digits

DIGITS = digits + ascii_uppercase + ascii_lowercase + "-_"
ORDERS = 8
LENGTH = 2 + ORDERS
_LONGEST = len(DIGITS) ** 2 - 1
# Each order is a mapping of 61-bit numbers to one another; the factors are odd and far from one another.
_PRIME = (1 << 61) - 1
_FACTORS = tuple(pow(0x9E3779B97F4A7C15, order, _PRIME) for order in range(1, ORDERS + 1))


def sketch(letters: str) -> str:
    """Ten characters for a line without its blanks."""
    size = min(len(letters), _LONGEST)
    pairs = [
        _number(pair) for pair in sorted(set(map("".join, zip(f"\n{letters}", f"{letters}\n", strict=True))))
    ]
    firsts = (min(pair * factor % _PRIME for pair in pairs) % len(DIGITS) for factor in _FACTORS)
    return "".join(DIGITS[n] for n in (size // len(DIGITS), size % len(DIGITS), *firsts))


def _number(pair: str) -> int:
    return int.from_bytes(hashlib.sha256(pair.encode("utf-8", "surrogatepass")).digest()[:8], "big") % _PRIME


def letters_of(one: str) -> int:
    """How many letters the sketched line has."""
    return DIGITS.index(one[0]) * len(DIGITS) + DIGITS.index(one[1])


def likeness(one: str, other: str) -> int:
    """In how many of the eight orders the lines agree."""
    return sum(a == b for a, b in zip(one[2:], other[2:], strict=True))
