"""Which older stories a story has to do with: `18.6万亩小麦归仓` leads back to `开镰` of two weeks before.

What two stories share is weighed by how rare it was in all that was printed before the newer one, and only
earlier days are looked at: a new issue changes no page that is there. What the last build found is kept with
the cache and believed as far as the marks of its days are those of the archive.
"""

from collections import Counter, deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from itertools import groupby, takewhile
from math import log
from pathlib import Path

import msgspec

from newspaper_archive.archive.contributors import names_of
from newspaper_archive.model import Archive, Kind, Placed
from newspaper_archive.site.story.subjects import Subject, stress, subject_of
from newspaper_archive.store.sealed import read_sealed, sealed, write_whole

MOST = 4
# A story is known by its most telling pairs of characters; of each pair the newest stories are remembered, so
# that the work grows with the archive and not with its square.
TERMS, REMEMBERED = 32, 48
# What more than one story in a hundred speaks of tells nothing of one matter.
COMMON = 100
# Days of print after those that are remembered from build to build: new pages are corrected, old ones seldom.
RUNNING = 30
# How much of what a story is known by an older one must share. On real pages two stories tell of one matter
# from a quarter on; below it offices and set phrases are all that they have in common.
NEAR = 0.25
SAME_PEOPLE = SAME_COLUMN = 0.05
# Lists of small news and paid matter are about nothing in particular.
ABOUT_NOTHING = frozenset({Kind.BRIEFS, Kind.AD, Kind.NOTICE})


@dataclass(slots=True)
class Memory:
    """What was printed so far: how many stories spoke of a pair, and which of the newest are known by it."""

    spoken: Counter[str] = field(default_factory=Counter)
    known_by: dict[str, deque[int]] = field(default_factory=dict)
    stories: list[Placed] = field(default_factory=list)

    def telling(self, subject: Subject) -> list[tuple[str, float]]:
        """The pairs of a story with their weights, the most telling first."""
        printed = len(self.stories) + 1
        common = max(REMEMBERED, printed // COMMON)
        weighed = (
            (pair, stress(pair, times, subject.headline) * log(printed / (self.spoken[pair] + 0.5)))
            for pair, times in subject.times.items()
            if self.spoken[pair] <= common
        )
        return sorted(weighed, key=lambda entry: (-entry[1], entry[0]))

    def keep(self, subject: Subject, pairs: Sequence[tuple[str, float]]) -> None:
        for pair, _ in pairs[:TERMS]:
            self.known_by.setdefault(pair, deque(maxlen=REMEMBERED)).append(len(self.stories))
        self.spoken.update(subject.times.keys())
        self.stories.append(subject.placed)

    def nearest(self, subject: Subject, pairs: Sequence[tuple[str, float]]) -> tuple[Placed, ...]:
        """The older stories that share enough, the nearest first and of equals the newest."""
        asked = [(pair, weight) for pair, weight in pairs if pair in self.known_by and weight > 0][:TERMS]
        whole = sum(weight for _, weight in pairs[:TERMS])
        near = []
        for number, weight in self._sharing(asked, whole * (NEAR - SAME_PEOPLE - SAME_COLUMN)).items():
            nearness = weight / whole + _cues(subject.placed, self.stories[number])
            if nearness >= NEAR and _of_one_matter(self._together(asked, number), subject):
                near.append((-nearness, -number))
        return tuple(self.stories[-number] for _, number in sorted(near)[:MOST])

    def _together(self, asked: Sequence[tuple[str, float]], number: int) -> list[str]:
        """The pairs that an older story is known by too."""
        return [pair for pair, _ in asked if number in self.known_by[pair]]

    def _sharing(self, asked: Sequence[tuple[str, float]], least: float) -> dict[int, float]:
        """Older stories by number with what they share; who can no longer reach `least` is dropped."""
        shared: dict[int, float] = {}
        left = sum(weight for _, weight in asked)
        for pair, weight in asked:
            numbers: Iterable[int] = self.known_by[pair]
            if left < least:
                shared = {number: sum_ for number, sum_ in shared.items() if sum_ + left >= least}
                numbers = shared.keys() & numbers
            for number in numbers:
                shared[number] = shared.get(number, 0.0) + weight
            left -= weight
        return {number: sum_ for number, sum_ in shared.items() if sum_ >= least}


Days = Sequence[tuple[str, tuple[Placed, ...]]]
"""The stories of each day on which something was printed, the oldest day first."""


@dataclass(frozen=True, slots=True)
class Remembered:
    """A memory as it can be written down, stories by their ids."""

    spoken: dict[str, int]
    known_by: dict[str, list[int]]
    stories: list[str]


NOTHING = Remembered({}, {}, [])


@dataclass(frozen=True, slots=True)
class Past:
    """What an earlier search found: the days it saw, each with a mark of its stories, and ids by id.

    `memory` holds the first `held` days; where they are as they were, a new search begins after them.
    """

    days: list[tuple[str, str]] = field(default_factory=list)
    found: dict[str, list[str]] = field(default_factory=dict)
    held: int = 0
    memory: Remembered = NOTHING


_KEPT = "related"
_decoder = msgspec.msgpack.Decoder(Past)


def read_past(folder: Path) -> Past:
    """What was kept; what is damaged is as good as nothing."""
    return read_sealed(folder / _KEPT, _decoder) or Past()


def write_past(folder: Path, past: Past) -> None:
    """A full disk only means that it is found out again."""
    with suppress(OSError):
        write_whole(folder / _KEPT, sealed(msgspec.msgpack.encode(past)))


def related(archive: Archive) -> dict[str, tuple[Placed, ...]]:
    """By a story's id the older ones nearest to it; of an uncertain day nobody can say what is older."""
    days = days_of(archive)
    found = search(days, [(day, "") for day, _ in days], Past()).found
    return by_story(days, found)


def days_of(archive: Archive) -> Days:
    """Each day's stories, as they are compared."""
    return [(day, tuple(stories)) for day, stories in groupby(_by_day(archive), key=_day)]


def by_story(days: Days, found: Mapping[str, Sequence[str]]) -> dict[str, tuple[Placed, ...]]:
    """What was found, with the stories themselves in their ids' stead."""
    placed = {story.article.id: story for _, stories in days for story in stories}
    return {id_: tuple(placed[other] for other in others) for id_, others in found.items()}


def search(days: Days, marks: Sequence[tuple[str, str]], past: Past) -> Past:
    """What there is to find; `marks` are those of the days. Days that are as they were are not searched."""
    same = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(marks, past.days, strict=False)))
    if same < past.held:
        past = replace(past, held=0, memory=NOTHING)
    if same == len(marks):
        return replace(past, days=list(marks), found=_of(days, past.found))
    return _searched(days, marks, past, same)


def _searched(days: Days, marks: Sequence[tuple[str, str]], past: Past, same: int) -> Past:
    found = _of(days[:same], past.found)
    memory = _recalled(past.memory, days)
    held = past.held if len(days) - past.held <= 2 * RUNNING else len(days) - RUNNING
    remembered = past.memory
    for number, (_, stories) in enumerate(days[past.held :], past.held):
        if number == held > past.held:
            remembered = _written_down(memory)
        today = [subject_of(placed) for placed in stories]
        pairs = [memory.telling(subject) for subject in today]
        for subject, telling in zip(today, pairs, strict=True):
            if number >= same and (nearest := memory.nearest(subject, telling)):
                found[subject.placed.article.id] = [placed.article.id for placed in nearest]
        for subject, telling in zip(today, pairs, strict=True):
            memory.keep(subject, telling)
    return Past(list(marks), found, held, remembered)


def _of(days: Days, found: Mapping[str, list[str]]) -> dict[str, list[str]]:
    """As much of what was found as concerns these days."""
    ids = (placed.article.id for _, stories in days for placed in stories)
    return {id_: found[id_] for id_ in ids if id_ in found}


def _recalled(written: Remembered, days: Days) -> Memory:
    placed = {story.article.id: story for _, stories in days for story in stories}
    known_by = {pair: deque(numbers, REMEMBERED) for pair, numbers in written.known_by.items()}
    return Memory(Counter(written.spoken), known_by, [placed[id_] for id_ in written.stories])


def _written_down(memory: Memory) -> Remembered:
    known_by = {pair: list(numbers) for pair, numbers in memory.known_by.items()}
    return Remembered(dict(memory.spoken), known_by, [placed.article.id for placed in memory.stories])


def _day(placed: Placed) -> str:
    return placed.issue.date or ""


def _by_day(archive: Archive) -> list[Placed]:
    return sorted(_stories(archive), key=lambda placed: (_day(placed), placed.article.id))


def _stories(archive: Archive) -> Iterator[Placed]:
    for issue in archive.issues:
        for page in issue.pages if issue.certain else ():
            for article in page.articles:
                if article.article.kind not in ABOUT_NOTHING:
                    yield Placed(issue, page, article)


def _cues(one: Placed, other: Placed) -> float:
    """What speaks for a relation without being one: the same people, the same column."""
    columns = one.article.article.column, other.article.article.column
    same_column = bool(columns[0]) and columns[0] == columns[1]
    same_people = not _people(one).isdisjoint(_people(other))
    return SAME_PEOPLE * same_people + SAME_COLUMN * same_column


def _people(placed: Placed) -> set[str]:
    return set(names_of(placed.article))


def _of_one_matter(shared: Sequence[str], subject: Subject) -> bool:
    """More than one thing is shared (汀南, 南新, 新区 are one name), one of them in the headline."""
    begun = [pair for pair in shared if not any(other[1] == pair[0] for other in shared if other != pair)]
    return len(begun) > 1 and not subject.headline.isdisjoint(shared)
