"""Pairs the texts that were published with those that are there now, one to one, the surest first.

`{"c01-01": …}` and `{"new": …}` give `{"c01-01": "new"}` where they are certainly one text. Where one is
nearly as like to a second that is itself like the first, both stay unpaired: better asked than shown another.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import product

from newspaper_archive.reading.text_sketch import BINS, likeness, same_headline, size, within

SAME_PLACE = 0.35
"""Likeness below which two texts of one page are two: ten wrong letters in a hundred leave 0.42 at worst,
two stories of one page that were printed side by side have 0.33 at most, but for parallel ones (0.51)."""
ELSEWHERE = 0.8
"""The same of texts of different pages, for which nothing but the text speaks: two days' weather has less."""
MARGIN = 0.1
"""What a pair must be ahead of another that would take one of the two away."""
HEADLINE = 0.25
"""What the same headline counts, in likeness: it stays with the address when a story is split."""
PART, PART_SIZE = 0.65, 80
"""How much of a text that has no pair must be in a longer one for the two to have been joined, and how many
pairs of letters it must have: of shorter texts a sketch tells too little."""

FEW = 100_000
"""Pairs of texts that are all compared."""

Sketches = Mapping[str, str]


def paired(before: Sketches, now: Sketches, least: float) -> dict[str, str]:
    """Each known id with the key of its text; `least` is the likeness asked for. Order breaks ties."""
    found = _equal(before, now)
    taken = set(found.values())
    left = {one: sketch for one, sketch in before.items() if one not in found}
    free = {key: sketch for key, sketch in now.items() if key not in taken}
    return found | _alike(left, free, least)


def _equal(before: Sketches, now: Sketches) -> dict[str, str]:
    """Texts that did not change, and of several that are the same the first with the first."""
    places: dict[str, list[str]] = defaultdict(list)
    for key, sketch in reversed(list(now.items())):
        places[sketch].append(key)
    return {one: places[sketch].pop() for one, sketch in before.items() if places.get(sketch)}


def _alike(before: Sketches, now: Sketches, least: float) -> dict[str, str]:
    scores = {}
    for one, key in _candidates(before, now, least):
        score = likeness(before[one], now[key])
        if score >= least:
            scores[one, key] = score + HEADLINE * same_headline(before[one], now[key])
    found: dict[str, str] = {}
    while scores:
        one, key = max(scores, key=lambda pair: scores[pair])
        score = scores.pop((one, key))
        rivals_now = [other for (mine, other), its in scores.items() if mine == one and its > score - MARGIN]
        rivals_before = [
            mine for (mine, other), its in scores.items() if other == key and its > score - MARGIN
        ]
        certain = _are_parts(key, rivals_now, now, least) and _are_parts(one, rivals_before, before, least)
        if certain:
            found[one] = key
        scores = (
            {pair: its for pair, its in scores.items() if pair[0] != one and pair[1] != key}
            if certain
            else {
                pair: its
                for pair, its in scores.items()
                if pair[0] not in {one, *rivals_before} or pair[1] not in {key, *rivals_now}
            }
        )
    return found


def _candidates(before: Sketches, now: Sketches, least: float) -> Iterable[tuple[str, str]]:
    """All pairs where they are few; else those that have some characters in a row alike.

    Of two texts that are as like as is asked one in forty has none of these rows alike, and is asked about.
    """
    if len(before) * len(now) <= FEW:
        return product(before, now)
    width = 4 if least >= ELSEWHERE else 2
    rows: dict[tuple[int, str], list[str]] = defaultdict(list)
    for key, sketch in now.items():
        for start in range(0, BINS - width + 1, width):
            rows[start, sketch[start : start + width]].append(key)
    found = {}
    for one, sketch in before.items():
        for start in range(0, BINS - width + 1, width):
            found.update(
                dict.fromkeys((one, key) for key in rows.get((start, sketch[start : start + width]), ()))
            )
    return found


def _are_parts(best: str, rivals: Sequence[str], sketches: Sketches, least: float) -> bool:
    """Whether none of them is like the best: then they are other parts of one text, and it is the longest."""
    return all(likeness(sketches[best], sketches[rival]) < least for rival in rivals)


def joined(before: Sketches, now: Sketches, grown: Callable[[str], bool]) -> dict[str, str]:
    """For each text that has no pair the one it has become a part of; only of those that have `grown`."""
    found = {}
    for one, sketch in before.items():
        if size(sketch) < PART_SIZE:
            continue
        shares = sorted(
            ((within(sketch, other), key) for key, other in now.items() if grown(key)), reverse=True
        )
        if shares and shares[0][0] >= PART and (len(shares) == 1 or shares[1][0] < shares[0][0] - MARGIN):
            found[one] = shares[0][1]
    return found
