"""Terms as numbers that sort as the terms do, so that their lists come out in the order of the shards.

Of the units 5g 220 兆 河 the ranks are 220 → 1, 5g → 2, 兆 → 3, 河 → 4. A key is two numbers: of 河 alone its
rank above all ranks and 0, of 河兆 the same and the rank of 兆, of ` 220 兆` the ranks of 220 and 兆, for a
pair that begins with a run begins with a blank and stands before all other terms.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from newspaper_archive.search.tokenise import pair
from newspaper_archive.search.unit_arrays import FIRST_RUN, WALL_CODE, Codes, UnitReader

Numbers = NDArray[np.int64]

UNIT_BITS = 22
_SECOND = (1 << UNIT_BITS) - 1


@dataclass(frozen=True, slots=True)
class TermKeys:
    """The units that some texts hold, in the order of UTF-16; `ranks` gives each code's place, from 1."""

    units: tuple[str, ...]
    ranks: Codes

    def of_units(self, codes: Codes) -> Numbers:
        return (self.ranks[codes].astype(np.int64) + len(self.units)) << UNIT_BITS

    def of_pairs(self, firsts: Codes, seconds: Codes) -> Numbers:
        lead = self.ranks[firsts].astype(np.int64)
        lead[firsts < FIRST_RUN] += len(self.units)
        return lead << UNIT_BITS | self.ranks[seconds]

    def terms(self, keys: Numbers) -> list[str]:
        known, alone = self.units, len(self.units)
        found = []
        for lead, second in zip((keys >> UNIT_BITS).tolist(), (keys & _SECOND).tolist(), strict=True):
            if lead <= alone:
                found.append(pair(known[lead - 1], known[second - 1]))
            else:
                found.append(known[lead - alone - 1] + (known[second - 1] if second else ""))
        return found


def term_keys(reader: UnitReader, read: Sequence[Codes]) -> TermKeys:
    """The keys of all units in these codes."""
    met = np.zeros(FIRST_RUN + len(reader.runs), bool)
    for codes in read:
        met[codes] = True
    met[WALL_CODE] = False
    held = np.flatnonzero(met)
    units = [reader.text(code) for code in held.tolist()]
    order = sorted(range(len(units)), key=lambda place: utf16(units[place]))
    ranks = np.zeros(len(met), np.int32)
    ranks[held[order]] = np.arange(1, len(order) + 1)
    return TermKeys(tuple(units[place] for place in order), ranks)


def utf16(term: str) -> bytes:
    """Sorts as JavaScript compares strings; lunr.js throws where terms are not in that order."""
    return term.encode("utf-16-be", "surrogatepass")
