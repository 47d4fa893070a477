"""Fingerprints of a page's lines, by which a sidecar knows them again when the page file has changed.

Blanks do not count; a blank line's is `.`. Six hexadecimal digits are of the text, and a sketch tells what it
was like (an older sidecar has none). Old line 7 is new line 9 where that is certain: its text stands
once in either, in the same order, or right beside such a line.
"""

import hashlib
import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping, Sequence

from newspaper_archive.folder.sidecar.sketch import LENGTH, sketch

BLANK = "."
FORM = re.compile(rf"[0-9a-f]{{6}}(?:[\w-]{{{LENGTH}}})?|\.", re.ASCII)
_TEXT = 6


def fingerprints(lines: Sequence[str]) -> tuple[str, ...]:
    """One for each line, six hexadecimal digits, or a full stop."""
    return tuple(fingerprint(line) for line in lines)


def fingerprint(line: str) -> str:
    letters = "".join(line.split())
    return hashlib.sha256(letters.encode("utf-8", "surrogatepass")).hexdigest()[:_TEXT] if letters else BLANK


def sketched(lines: Sequence[str]) -> tuple[str, ...]:
    """The fingerprints, each but a full stop followed by a sketch of its line: of the form `FORM`."""
    letters = ("".join(line.split()) for line in lines)
    return tuple(fingerprint(text) + (sketch(text) if text else "") for text in letters)


def text_of(fingerprint: str) -> str:
    """What tells one text from another, without the sketch."""
    return fingerprint[:_TEXT]


def carried(old: Sequence[str], new: Sequence[str]) -> Mapping[int, int]:
    """For each old line that is certainly still there, its new number; both counted from 1."""
    old, new = [text_of(one) for one in old], [text_of(one) for one in new]
    before = [i for i, one in enumerate(old) if one != BLANK]
    after = [i for i, one in enumerate(new) if one != BLANK]
    upper, lower = [old[i] for i in before], [new[i] for i in after]
    pairs = _grown(upper, lower, _anchors(upper, lower))
    times_old, times_new = Counter(a for a, _ in pairs), Counter(b for _, b in pairs)
    return {before[a] + 1: after[b] + 1 for a, b in sorted(pairs) if times_old[a] == times_new[b] == 1}


def _grown(
    old: Sequence[str], new: Sequence[str], anchors: Sequence[tuple[int, int]]
) -> set[tuple[int, int]]:
    """The anchors, and the like lines right above and below each; a line met from two sides may have two."""
    found = set(anchors)
    for i, j in anchors:
        for step in (1, -1):
            a, b = i + step, j + step
            while 0 <= a < len(old) and 0 <= b < len(new) and old[a] == new[b] and (a, b) not in found:
                found.add((a, b))
                a, b = a + step, b + step
    return found


def _anchors(old: Sequence[str], new: Sequence[str]) -> list[tuple[int, int]]:
    """Lines that stand once in either, as many as keep their order."""
    times_old, times_new = Counter(old), Counter(new)
    where = {one: j for j, one in enumerate(new)}
    pairs = [(i, where[one]) for i, one in enumerate(old) if times_old[one] == times_new[one] == 1]
    return _longest_rising(pairs)


def _longest_rising(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest run of pairs whose second numbers rise, as patience sorts cards into piles."""
    tops: list[int] = []
    cards: list[int] = []
    below: list[int] = []
    for card, (_, value) in enumerate(pairs):
        pile = bisect_left(tops, value)
        below.append(cards[pile - 1] if pile else -1)
        tops[pile : pile + 1] = [value]
        cards[pile : pile + 1] = [card]
    chain: list[tuple[int, int]] = []
    card = cards[-1] if cards else -1
    while card >= 0:
        chain.append(pairs[card])
        card = below[card]
    return chain[::-1]
