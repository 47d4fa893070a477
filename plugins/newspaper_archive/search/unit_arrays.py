"""The units of many texts at once, as arrays: what tokenise.units() says, without a loop over characters.

The texts `河堤，`, `5G村` become the codes `河 堤 0 0 run₀ 村 0`: a letter is its code point, a run of
`[a-z0-9]` a number beyond all code points, a stop and the end of a text are 0.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from newspaper_archive.search.tokenise import (
    FIGURES,
    WALLS,
    ZERO,
    ZERO_SIGNS,
    fold_character,
    is_passed_over,
    with_zeros,
)

WALL_CODE = 0
FIRST_RUN = 0x110000

_UNSEEN, _MANY = -1, -2
_PASSED_OVER, _LETTER, _IN_RUN, _WALL = range(4)
_END = ","

Codes = NDArray[np.int32]


def _among(characters: str) -> NDArray[np.bool_]:
    found = np.zeros(0x110000, bool)
    found[list(map(ord, characters))] = True
    return found


_IS_ZERO, _IS_FIGURE = _among(ZERO_SIGNS), _among(FIGURES)


@dataclass(slots=True)
class UnitReader:
    """Reads texts into unit codes; remembers the characters and the runs it has met."""

    runs: list[str] = field(default_factory=list)
    _numbers: dict[bytes, int] = field(default_factory=dict)
    _folded: Codes = field(default_factory=lambda: np.full(0x110000, _UNSEEN, np.int32))
    _kinds: NDArray[np.uint8] = field(default_factory=lambda: np.zeros(0x110000, np.uint8))
    _many: dict[int, str] = field(default_factory=dict)

    def read(self, texts: Sequence[str]) -> tuple[Codes, NDArray[np.int64]]:
        """The codes of all texts, each ended by a wall, and the number of the text that each code is in."""
        texts, printed = self._printed(texts)
        ends = np.cumsum([len(text) + 1 for text in texts])
        folded = self._with_zeros(self._folded[printed])
        kinds = self._kinds[folded]
        run_goes_on = np.zeros(len(kinds), bool)
        run_goes_on[1:] = (kinds[1:] == _IN_RUN) & (kinds[:-1] == _IN_RUN)
        kept = np.flatnonzero((kinds != _PASSED_OVER) & ~run_goes_on)
        codes = np.where(kinds[kept] == _WALL, WALL_CODE, folded[kept]).astype(np.int32)
        codes[kinds[kept] == _IN_RUN] = self._run_codes(folded, kinds, run_goes_on)
        return codes, np.searchsorted(ends, kept, side="right")

    def text(self, code: int) -> str:
        """The unit that a code stands for."""
        return self.runs[code - FIRST_RUN] if code >= FIRST_RUN else chr(code)

    def _printed(self, texts: Sequence[str]) -> tuple[Sequence[str], Codes]:
        """The texts' code points; characters that fold into several are folded in the texts before."""
        printed = _code_points(texts)
        self._meet(printed)
        if not np.any(self._folded[printed] == _MANY):
            return texts, printed
        holding = re.compile("[" + "".join(map(re.escape, map(chr, self._many))) + "]")
        texts = [holding.sub(self._as_many, text) for text in texts]
        printed = _code_points(texts)
        self._meet(printed)
        return texts, printed

    def _with_zeros(self, folded: Codes) -> Codes:
        """As tokenise.with_zeros() has it; asked of the texts only where such a sign is beside a figure."""
        zero, figure = _IS_ZERO[folded], _IS_FIGURE[folded]
        if not (np.any(zero[1:] & figure[:-1]) or np.any(zero[:-1] & figure[1:])):
            return folded
        self._kinds[ord(ZERO)] = _LETTER
        text = folded.astype(np.uint32).tobytes().decode("utf-32-le", "surrogatepass")
        return np.frombuffer(with_zeros(text).encode("utf-32-le", "surrogatepass"), np.uint32).astype(
            np.int32
        )

    def _as_many(self, found: re.Match[str]) -> str:
        return self._many[ord(found[0])]

    def _meet(self, printed: Codes) -> None:
        met = np.zeros(0x110000, bool)
        met[printed] = True
        for code in np.flatnonzero(met & (self._folded == _UNSEEN)).tolist():
            folded = fold_character(chr(code))
            if len(folded) == 1:
                self._folded[code] = ord(folded)
                self._kinds[ord(folded)] = _kind(folded)
            else:
                self._folded[code] = _MANY
                self._many[code] = folded

    def _run_codes(self, folded: Codes, kinds: NDArray[np.uint8], goes_on: NDArray[np.bool_]) -> list[int]:
        in_run = kinds == _IN_RUN
        letters = folded[in_run].astype(np.uint8).tobytes()
        starts = [*np.flatnonzero(~goes_on[in_run]).tolist(), len(letters)]
        return [self._run_code(letters[start:end]) for start, end in pairwise(starts)]

    def _run_code(self, run: bytes) -> int:
        number = self._numbers.get(run)
        if number is None:
            number = self._numbers[run] = FIRST_RUN + len(self.runs)
            self.runs.append(run.decode("ascii"))
        return number


def _code_points(texts: Sequence[str]) -> Codes:
    joined = _END.join([*texts, ""]).encode("utf-32-le", "surrogatepass")
    return np.frombuffer(joined, np.uint32).astype(np.int32)


def _kind(folded: str) -> int:
    if folded in WALLS:
        return _WALL
    if folded.isascii() and folded.isalnum():
        return _IN_RUN
    return _PASSED_OVER if is_passed_over(folded) else _LETTER
