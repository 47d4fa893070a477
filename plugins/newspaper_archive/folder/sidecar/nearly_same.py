"""Lines in which a few characters changed, known again between neighbours that are certain.

`老船工把船划到对岸。` is `老船工把船摇到对岸。` where the lines above and below are as they were. Where a
second line is like it, or a line came in or went that leaves a doubt, nothing is said: the desk is asked.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from newspaper_archive.folder.sidecar.fingerprint import BLANK, text_of
from newspaper_archive.folder.sidecar.sketch import letters_of, likeness

# Measured on 29 real pages (2,313 lines, four times) with one to five characters in a hundred changed: 93 %
# of the changed lines are known again; 83 % where 3 % of the lines were lost, 3 % put in and 2 % replaced as
# well. None wrongly, nor where lines were cut in two, run together or replaced by others of the page misread;
# one where 6 % were doubled with slips. Of two lines that share no pair one order in 64 agrees.
ALIKE = 4
NOT_ALIKE, NOT_ALIKE_AT_ALL = 3, 1
_LONGER = 0.1
# Where so much changed at once, nothing is nearly the same.
_LARGEST = 10_000


@dataclass(frozen=True, slots=True)
class Gap:
    """Lines between two neighbours that are certainly the same, by their numbers; blank ones are left out."""

    old: tuple[int, ...]
    new: tuple[int, ...]

    @property
    def even(self) -> bool:
        return len(self.old) == len(self.new)


def gaps(old: Sequence[str], new: Sequence[str], kept: Mapping[int, int]) -> Iterator[Gap]:
    """What stands between the lines that are kept, the page's beginning and end being such as well."""
    for (a, b), (c, d) in pairwise([(0, 0), *sorted(kept.items()), (len(old) + 1, len(new) + 1)]):
        before = tuple(n for n in range(a + 1, c) if old[n - 1] != BLANK)
        yield Gap(before, tuple(n for n in range(b + 1, d) if new[n - 1] != BLANK))


def nearly_kept(old: Sequence[str], new: Sequence[str], kept: Mapping[int, int]) -> Mapping[int, int]:
    """For each old line that is there with a few characters changed, its new number."""
    there, was = set(map(text_of, new)), set(map(text_of, old))
    found: dict[int, int] = {}
    for gap in gaps(old, new, kept):
        moved = {n for n in gap.old if text_of(old[n - 1]) in there}
        came = {n for n in gap.new if text_of(new[n - 1]) in was}
        pairs = [(a, b) for a, b in _pairs(gap, old, new) if a not in moved and b not in came]
        if all(upper[1] < lower[1] for upper, lower in pairwise(pairs)):
            found.update(pairs)
    return found


def _pairs(gap: Gap, old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Each line with the one line that it is like, where neither is like a second one in the least."""
    if len(gap.old) * len(gap.new) > _LARGEST:
        return
    like = {(a, b): alike(old[a - 1], new[b - 1]) for a in gap.old for b in gap.new}
    in_turn = _line_for_line(gap, like)
    most = NOT_ALIKE if in_turn else NOT_ALIKE_AT_ALL
    olds, news = (Counter(pair[end] for pair, shared in like.items() if shared > most) for end in (0, 1))
    for (a, b), shared in like.items():
        alone = shared >= ALIKE and olds[a] == news[b] == 1
        if alone and in_turn.get(a, b) == b and _as_long(old[a - 1], new[b - 1], strict=not in_turn):
            yield a, b


def _line_for_line(gap: Gap, like: Mapping[tuple[int, int], int]) -> Mapping[int, int]:
    """Each line with the one in its place, if as many are there as were and all are a little like those."""
    if not gap.even or any(like[pair] <= NOT_ALIKE_AT_ALL for pair in zip(gap.old, gap.new, strict=True)):
        return {}
    return dict(zip(gap.old, gap.new, strict=True))


def _as_long(old: str, new: str, *, strict: bool) -> bool:
    """Half a line is no line, and where lines came or went between, all of it must be there."""
    before, after = (letters_of(one[len(text_of(one)) :]) for one in (old, new))
    return abs(before - after) <= (0 if strict else max(1.0, _LONGER * max(before, after)))


def alike(old: str, new: str) -> int:
    """How much is shared, by their fingerprints; nothing where one of them bears no sketch."""
    one, other = (fingerprint[len(text_of(fingerprint)) :] for fingerprint in (old, new))
    return likeness(one, other) if one and other else 0


def likely_kept(old: Sequence[str], new: Sequence[str], certain: Mapping[int, int]) -> Mapping[int, int]:
    """Where a line that is not certain most likely is: moved, the most alike, or the one in its place."""
    where = {text_of(one): n for n, one in enumerate(new, 1)}
    times = Counter(map(text_of, new))
    found: dict[int, int] = {}
    for gap in gaps(old, new, certain):
        for place, number in enumerate(gap.old):
            text = text_of(old[number - 1])
            best = _most_alike(old[number - 1], gap, new)
            if times[text] == 1:
                found[number] = where[text]
            elif best:
                found[number] = best
            elif gap.even:
                found[number] = gap.new[place]
    return found


def _most_alike(one: str, gap: Gap, new: Sequence[str]) -> int | None:
    """The line that is more like it than any other, and more than by chance."""
    ranked = sorted(((alike(one, new[n - 1]), n) for n in gap.new), reverse=True)[:2]
    alone = len(ranked) == 1 or (len(ranked) == 2 and ranked[0][0] > ranked[1][0])
    return ranked[0][1] if alone and ranked[0][0] > NOT_ALIKE_AT_ALL else None
