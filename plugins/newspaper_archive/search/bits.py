"""Numbers of a few bits as printable text, six bits a character, of which gzip takes nothing away or adds.

The bits `000001 000010` are `01`. Characters of a byte each would tempt gzip to point back at chance
likenesses: that cost the lists of common terms a fifth more.
"""

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from newspaper_archive.search.printable import DIGITS

Numbers = NDArray[np.int64]

PER_CHARACTER = 6
_PER_WORD = 30
_CHARACTERS = np.frombuffer(DIGITS[: 1 << PER_CHARACTER].encode("ascii"), np.uint8)


@dataclass(slots=True)
class BitRow:
    """So many bits in a row, all 0 at first."""

    length: int
    _words: NDArray[np.float64] = field(init=False)

    def __post_init__(self) -> None:
        self._words = np.zeros(-(-self.length // _PER_WORD) + 1)

    def put(self, places: Numbers, numbers: Numbers, lengths: Numbers) -> None:
        """Write each number, of at most 30 bits, at its place; nothing may stand there yet."""
        words, offsets = np.divmod(places, _PER_WORD)
        over_two = numbers << (2 * _PER_WORD - offsets - lengths)
        # Sums of bits that are nowhere the same are their union, and exact below 2 ** 53.
        self._words += np.bincount(words, over_two >> _PER_WORD, len(self._words))
        self._words += np.bincount(words + 1, over_two & (1 << _PER_WORD) - 1, len(self._words))

    def characters(self) -> str:
        words = self._words.astype(np.int64)
        shifts = np.arange(_PER_WORD - PER_CHARACTER, -1, -PER_CHARACTER)
        sixes = words[:, None] >> shifts & (1 << PER_CHARACTER) - 1
        return str(_CHARACTERS[sixes.ravel()].tobytes(), "ascii")


def bit_length(numbers: Numbers) -> Numbers:
    """Bits of each number: 0 of 0, 1 of 1, 2 of 2 and 3."""
    return np.frexp(numbers.astype(np.float64))[1].astype(np.int64)
