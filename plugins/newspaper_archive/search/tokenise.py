"""What a reader's run of characters is compared by: the folded units of a text.

`“220兆瓦”，投產` is the units `220 兆 瓦`, a wall, `投 产`: each letter outside `[a-z0-9]` is one unit, each
longest run of `[a-z0-9]` is one, marks that only dress the text (quotes, brackets, blanks, dashes, # % +) are
passed over and part two such runs, and a stop, or what was withdrawn (█), is a wall that no pair of units
crosses. In the browser fold.js and units.js do the same; tests/vectors/tokenise.json holds both to one
specification.

Ranges are written out, not asked of the Unicode database: Python's and a browser's are of different years.
"""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from newspaper_archive.lexicon.simplified import simplified

WALL = ""
"""The text of a unit that is a wall; any stop is as good as any other."""

# Printed variants that NFKC would take for something else: ︰ becomes "..", an ellipsis three full points;
# and 零, which is 〇 in a number and in no other word told from it.
PRINTED = {"︰": ":", "∶": ":", "…": "…", "⋯": "…", "‥": "…", "︙": "…", "零": "〇"}

# What print sets for 〇, as folded, beside a Chinese figure: circles, Latin and Cyrillic letters, 0.
# Elsewhere a circle is a bullet, and beside letters and figures a letter is one.
ZERO = "〇"
ZERO_SIGNS, FIGURES = "○◯〇oо0", "一二三四五六七八九"
_BESIDE = f"[a-z0-9а-яё{ZERO_SIGNS}]"
_ZEROS = re.compile(
    f"(?<=[{FIGURES}])[{ZERO_SIGNS}]+(?!{_BESIDE})|(?<!{_BESIDE})[{ZERO_SIGNS}]+(?=[{FIGURES}])"
)

# Stops, and █, as which withdrawn words are shown: what stands on both sides was never printed as neighbours.
WALLS = frozenset(",。;:!?、…█")

# First and last code point of what is passed over, after folding: ASCII and Latin-1 marks, spacing modifiers
# and combining marks, general punctuation, currency and letterlike signs, arrows to dingbats, supplemental
# marks, ideographic description, CJK marks (々〆〇 and 〡 are letters), voiced marks, ゠, ・, kanbun marks,
# enclosed signs, hexagrams, halves of astral characters, Arabic brackets, variation selectors, vertical and
# small forms, BOM, what NFKC leaves of full-width marks, specials, emoji, tags.
PASSED_OVER = (
    (0x00, 0x2F),
    (0x3A, 0x60),
    (0x7B, 0xA9),
    (0xAB, 0xB4),
    (0xB6, 0xB9),
    (0xBB, 0xBF),
    (0xD7, 0xD7),
    (0xF7, 0xF7),
    (0x2B9, 0x36F),
    (0x2000, 0x214F),
    (0x2190, 0x2BFF),
    (0x2E00, 0x2E7F),
    (0x2FF0, 0x3004),
    (0x3008, 0x3020),
    (0x302A, 0x3030),
    (0x3036, 0x3037),
    (0x303D, 0x3040),
    (0x3099, 0x309C),
    (0x30A0, 0x30A0),
    (0x30FB, 0x30FB),
    (0x3190, 0x319F),
    (0x3200, 0x33FF),
    (0x4DC0, 0x4DFF),
    (0xD800, 0xDFFF),
    (0xFD3E, 0xFD3F),
    (0xFE00, 0xFE6F),
    (0xFEFF, 0xFEFF),
    (0xFF00, 0xFF0F),
    (0xFFE0, 0xFFFF),
    (0x1F000, 0x1FAFF),
    (0xE0000, 0xE0FFF),
)

_FIRSTS = tuple(first for first, _ in PASSED_OVER)
_RUN = re.compile(r"[a-z0-9]+")
_PIECE = re.compile(r"[a-z0-9]+|.", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text; `offsets[i]` is where its i-th character stands in print, with one more for the end."""

    text: str
    offsets: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Unit:
    """One unit, or a WALL, and the characters of print it was made of."""

    text: str
    start: int
    end: int


def fold_character(character: str) -> str:
    """One code point: printed variants, NFKC, lower case, simplified. Ａ is a, ℃ is °c, 鄉 is 乡."""
    printed = PRINTED.get(character)
    if printed is not None:
        return printed
    simple = simplified()
    lowered = "".join(folded.lower() for folded in unicodedata.normalize("NFKC", character))
    return "".join(simple.get(folded, folded) for folded in lowered)


def fold(text: str) -> Folded:
    """The text with each code point folded by itself, and zeros; the offsets lead back to print."""
    table = {character: fold_character(character) for character in set(text)}
    folded: list[str] = []
    offsets: list[int] = []
    for offset, character in enumerate(text):
        replacement = table[character]
        folded.append(replacement)
        offsets.extend([offset] * len(replacement))
    return Folded(with_zeros("".join(folded)), (*offsets, len(text)))


def with_zeros(folded: str) -> str:
    """A folded text with one sign for zero among Chinese figures: 二○○六, 二oo六 are 二〇〇六."""
    return _ZEROS.sub(lambda found: ZERO * len(found[0]), folded)


def is_passed_over(character: str) -> bool:
    """Whether a folded character only dresses the text (walls are not asked here)."""
    code = ord(character)
    place = bisect_right(_FIRSTS, code) - 1
    return place >= 0 and code <= PASSED_OVER[place][1]


def is_run(unit: str) -> bool:
    """Whether a unit is a run of `[a-z0-9]`, which a query may break off."""
    return _RUN.fullmatch(unit) is not None


def units(text: str) -> tuple[Unit, ...]:
    """The units and walls of a text in print order."""
    folded = fold(text)
    found: list[Unit] = []
    for piece in _PIECE.finditer(folded.text):
        if piece[0] in WALLS:
            found.append(_unit(folded, WALL, piece.start(), piece.end()))
        elif not is_passed_over(piece[0][0]):
            found.append(_unit(folded, piece[0], piece.start(), piece.end()))
    return tuple(found)


def terms(unit_texts: Sequence[str]) -> list[str]:
    """What the index knows a field by: each unit, once, and every two neighbours with no wall between.

    How often a unit stands in a field is not counted: it says little and would cost a fifth of the index.
    """
    single = list(dict.fromkeys(unit for unit in unit_texts if unit != WALL))
    pairs = [pair(first, second) for first, second in pairwise(unit_texts) if WALL not in (first, second)]
    return single + pairs


def pair(first: str, second: str) -> str:
    """Two neighbours as one term: 河堤, ` 220 兆`, ` 5g a`, 年2022.

    A pair that begins with a run begins with a blank: what begins with `22` is a unit and never a pair.
    """
    return f" {first} {second}" if is_run(first) else first + second


def _unit(folded: Folded, text: str, place: int, end: int) -> Unit:
    return Unit(text, folded.offsets[place], folded.offsets[end - 1] + 1)
