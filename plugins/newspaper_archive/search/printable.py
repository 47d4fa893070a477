"""Numbers as printable text, for classic scripts: small ones take one character, gzip does the rest.

0 is `/`, 1 is `0`, 53 is `f`; 54 is `g/` and 55 `g0`. The last character of a number is one of the 54 ENDS,
those before it are of the 24 MIDDLES; the other printable characters part terms and fields.
theme/parts/search/printable.js reads it.
"""

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

# All printable ASCII but `"`, `\\` and `<`, which scripts would have to escape.
_ALL = "".join(chr(code) for code in range(0x20, 0x7F) if chr(code) not in '"\\<')
MARKS = _ALL[:14]
DIGITS = _ALL[14:]
ENDS, MIDDLES = DIGITS[:54], DIGITS[54:]

_DIGIT_BYTES = np.frombuffer(DIGITS.encode("ascii"), np.uint8)
_E, _M = len(ENDS), len(MIDDLES)
# The first number that takes two characters, three, …
LIMITS = tuple(np.cumsum([0, *(_E * _M**power for power in range(6))]).tolist())[1:]


def printable(numbers: Iterable[int]) -> str:
    """The numbers one after another."""
    array = np.fromiter(numbers, np.int64)
    lengths = digits_of(array)
    starts = np.cumsum(lengths) - lengths
    out = np.zeros(int(lengths.sum()), np.uint8)
    write(out, starts, array, lengths)
    return out.tobytes().decode("ascii")


def digits_of(numbers: NDArray[np.int64]) -> NDArray[np.int64]:
    """How many characters each number takes."""
    return 1 + np.searchsorted(np.array(LIMITS), numbers, side="right").astype(np.int64)


def write(
    out: NDArray[np.uint8],
    starts: NDArray[np.int64],
    numbers: NDArray[np.int64],
    lengths: NDArray[np.int64],
) -> None:
    """Put each number at its place in `out`."""
    for length in range(1, int(lengths.max(initial=0)) + 1):
        chosen = np.flatnonzero(lengths == length)
        rest = numbers[chosen] - (LIMITS[length - 2] if length > 1 else 0)
        place = starts[chosen] + length - 1
        out[place] = _DIGIT_BYTES[rest % _E]
        rest //= _E
        for _ in range(length - 1):
            place = place - 1
            out[place] = _DIGIT_BYTES[_E + rest % _M]
            rest //= _M
