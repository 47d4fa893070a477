"""Where shards begin, for the head: short strings, each said by what it has in common with the one before.

Between the shards `… 河堤` and `河岸 …` stands 河尀: round numbers are short ones to gzip. The rows of
河, 河尀, 河湖水 are `ABB`, how many units of the one before go on (A none); the gaps to its next unit, or to
0, as printable numbers; and what follows, `,,水`.
"""

from collections.abc import Sequence
from itertools import pairwise

from newspaper_archive.lexicon.han import FIRST_PLANE
from newspaper_archive.search.printable import printable

# Letters whose numbers are in the order of UTF-16.
_LETTERS = FIRST_PLANE
_BEFORE_ALL = "\0"
_CAPITALS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_END = ","


def beginning(before: str, first: str) -> str:
    """A short string that is greater than `before` and not than `first`; its last letter is a round one."""
    same = shared(before, first)
    high = ord(first[same])
    low = ord(before[same]) if same < len(before) else _LETTERS.start
    if low in _LETTERS and high in _LETTERS and low < high:
        kept = (low ^ high).bit_length() - 1
        return first[:same] + chr(high >> kept << kept)
    return first[: same + 1]


def shared(before: str, string: str) -> int:
    """How many characters they have in common from the first on."""
    same = 0
    while before[same : same + 1] == string[same : same + 1] != "":
        same += 1
    return same


def rows(strings: Sequence[str]) -> list[str]:
    """The beginnings of all shards; that of the first is "", which is read as the least character."""
    held = [_units16(string or _BEFORE_ALL) for string in strings]
    same, gaps, rests = [], [], []
    for before, units in pairwise([(), *held]):
        place = min(_same(before, units), len(_CAPITALS) - 1)
        same.append(_CAPITALS[place])
        gaps.append(units[place] - (before[place] if place < len(before) else 0))
        rests.append("".join(map(chr, units[place + 1 :])))
    return ["".join(same), printable(gaps), _END.join(rests)]


def _same(before: Sequence[int], units: Sequence[int]) -> int:
    """As far as there is a unit left to say."""
    pairs = zip(before, units[:-1], strict=False)
    return next(
        (place for place, (one, other) in enumerate(pairs) if one != other), min(len(before), len(units) - 1)
    )


def _units16(text: str) -> tuple[int, ...]:
    """As JavaScript has it."""
    data = text.encode("utf-16-be", "surrogatepass")
    return tuple(int.from_bytes(data[place : place + 2], "big") for place in range(0, len(data), 2))
