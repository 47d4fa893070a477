"""Whole pages spliced from pieces of others and then spoilt, as no editor prints and a converter may make.

The head of one page, a photo story of the next, ten lines of a third in columns of seven, a stray sign.
"""

from collections.abc import Callable, Sequence
from pathlib import Path
from random import Random

from case_files import cases
from disorder import DISTURBANCES, FRAGMENTS, STRANGE
from newspaper_archive.folder.text.encoding import decode
from sample_pages import page_files, read

SHARED = Path(__file__).parents[2].parent / "shared"

MOST_PIECES, LONGEST_PIECE, MOST_SPOILT = 8, 60, 16
PAGES_TO_A_CASE = 4
PLANES, PLANE = 17, 0x10000
SURROGATES = range(0xD800, 0xE000)
MANY_BLANK_LINES, ONE_IN = 100_000, 2_000


def sources() -> list[str]:
    """The samples and the texts of the cases; the real pages beside the repository too, where they are."""
    real = sorted([*SHARED.glob("seeds/*.txt"), *SHARED.glob("fidelity/**/*.txt")])
    pages = [*map(read, page_files()), *(decode(path.read_bytes()).text for path in real)]
    return pages * PAGES_TO_A_CASE + [case.text for case in cases()]


def spliced(pages: Sequence[str], dice: Random) -> str:
    """A page made of pieces of `pages`; once in `ONE_IN` with a hundred thousand blank lines in it."""
    lines: list[str] = []
    for _ in range(dice.randint(1, MOST_PIECES)):
        lines += _piece(dice.choice(pages).split("\n"), dice)
    for _ in range(dice.randint(0, MOST_SPOILT)):
        dice.choice(SPOILING)(lines, dice)
        lines = lines or [""]
    if dice.randrange(ONE_IN) == 0:
        many_blank_lines(lines, dice)
    return "\n".join(lines)


def _piece(lines: list[str], dice: Random) -> list[str]:
    start = dice.randrange(len(lines))
    return lines[start : start + dice.randint(1, LONGEST_PIECE)]


def many_blank_lines(lines: list[str], dice: Random) -> None:
    here = dice.randint(0, len(lines))
    lines[here:here] = [""] * MANY_BLANK_LINES


def any_character(dice: Random) -> str:
    """A code point of any plane, assigned or not, but for surrogates, which no decoded text holds."""
    point = dice.randrange(PLANES) * PLANE + dice.randrange(PLANE)
    return "\ufffd" if point in SURROGATES else chr(point)


def _fragment(lines: list[str], dice: Random) -> None:
    lines.insert(dice.randint(0, len(lines)), dice.choice(FRAGMENTS))


def _within(lines: list[str], dice: Random) -> None:
    """Something strange in the middle of a line."""
    here = dice.randrange(len(lines))
    at = dice.randint(0, len(lines[here]))
    what = dice.choice((*STRANGE, *FRAGMENTS, *(any_character(dice) for _ in range(40))))
    lines[here] = lines[here][:at] + what + lines[here][at:]


def _in_columns(lines: list[str], dice: Random) -> None:
    """Some lines set anew in a narrow measure, as a column of a page's facsimile is recognised."""
    start, width = dice.randrange(len(lines)), dice.randint(4, 30)
    piece = lines[start : start + LONGEST_PIECE]
    lines[start : start + LONGEST_PIECE] = [
        line[at : at + width] for line in piece for at in range(0, max(1, len(line)), width)
    ]


def _without_blank_lines(lines: list[str], dice: Random) -> None:
    start = dice.randrange(len(lines))
    lines[start:] = [line for line in lines[start:] if line.strip()]


def _apart(lines: list[str], dice: Random) -> None:
    """Each line between blank ones."""
    start = dice.randrange(len(lines))
    piece = lines[start : start + LONGEST_PIECE]
    lines[start : start + LONGEST_PIECE] = [part for line in piece for part in (line, "")]


def _shuffled(lines: list[str], dice: Random) -> None:
    start = dice.randrange(len(lines))
    piece = lines[start : start + LONGEST_PIECE]
    dice.shuffle(piece)
    lines[start : start + LONGEST_PIECE] = piece


SPOILING: tuple[Callable[[list[str], Random], None], ...] = (
    *DISTURBANCES,
    _fragment,
    _fragment,
    _within,
    _within,
    _in_columns,
    _without_blank_lines,
    _apart,
    _shuffled,
)
