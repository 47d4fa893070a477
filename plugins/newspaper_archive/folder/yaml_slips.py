"""Puts right what people slip into when they type YAML: `paper：“大河日报”` is read as `paper: '大河日报'`.

Line by line, and each keeps its number. What is in quotes, in a block of text, or goes on from the line above
is left alone: a file that was right is not changed by a letter.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate

from newspaper_archive.folder.key_names import Spelt
from newspaper_archive.folder.yaml_line import BLANKS, Edit
from newspaper_archive.folder.yaml_walk import Walk


@dataclass(frozen=True, slots=True)
class Mended:
    """`text` in the place of what was typed; `origin` is where each of its characters stood, and its end.

    `stray` is the first line at the margin that is neither a key nor anything else, 0 where there is none.
    """

    text: str
    origin: tuple[int, ...]
    stray: int = 0


def mended(
    text: str, spelt: Mapping[str, Spelt], holders: frozenset[str] = frozenset(), tab: int = 2
) -> Mended:
    """`spelt` has the keys of the file below "", and those below each of its keys.

    `holders` are the keys that hold more than text; what stands below one that `spelt` does not have may be
    called anything. `tab` is how wide a tab is.
    """
    walk = Walk(spelt, holders, tab)
    lines = text.split("\n")
    starts = [0, *accumulate(len(line) + 1 for line in lines)]
    pieces, origin, stray = [], [], 0
    for number, (line, following) in enumerate(zip(lines, _following(lines), strict=True)):
        for piece, place, length in _pieces(line + "\n", walk.edits(line, following)):
            pieces.append(piece)
            origin += [starts[number] + place + min(at, length) for at in range(len(piece))]
        stray = stray or (number + 1 if walk.is_stray else 0)
    return Mended("".join(pieces)[:-1], tuple(origin), stray)


def indented_by_tabs(text: str) -> bool:
    return re.search(r"(?m)^[- \u3000]*\t", text) is not None


def _following(lines: Sequence[str]) -> list[str]:
    """The next line of each that is not blank."""
    found = [""]
    for line in reversed(lines[1:]):
        found.append(line if line.strip(BLANKS) else found[-1])
    return found[::-1]


def _pieces(line: str, edits: Iterable[Edit]) -> Iterator[tuple[str, int, int]]:
    """What stands on the line now, each piece with where it stood and how long it was."""
    at = 0
    for start, end, text in sorted(edits):
        yield line[at:start], at, start - at
        yield text, start, end - start
        at = end
    yield line[at:], at, len(line) - at
