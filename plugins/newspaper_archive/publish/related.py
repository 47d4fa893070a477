"""Which older stories a story has to do with: `18.6万亩小麦归仓` leads back to `开镰` of two weeks before.

What two stories share is weighed by how rare it was in all that was printed before the newer one, and only
earlier days are looked at: a new issue changes no page that is there.
"""

import re
from collections import Counter, deque
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from math import log
from operator import add

from newspaper_archive.model import Archive, Article, Kind, Placed

MOST = 4
# A story is known by its most telling pairs of characters; of each pair the newest stories are remembered, so
# that the work grows with the archive and not with its square.
TERMS, REMEMBERED = 32, 48
# What more than one story in a hundred speaks of tells nothing of one matter.
COMMON = 100
# How much of what a story is known by an older one must share. On real pages two stories tell of one matter
# from a quarter on; below it offices and set phrases are all that they have in common.
NEAR = 0.25
SAME_PEOPLE = SAME_COLUMN = 0.05
IN_HEADLINE = 2.0
# A pair with one of these is grammar, calendar or a reporter's formula, not what a story is about.
EMPTY = (
    "的了着过是在和与及或等为以将对于从到由把被让使也都就又还很更最之其而且但并该此这那每各不没我们他她它你您"
    "一二三四五六七八九十两个百千万亿多年月日时本报讯记"
)
SAYING = re.compile(rf"(?:(?![{EMPTY}])[\u3400-\u9fff]){{2}}")
# Lists of small news and paid matter are about nothing in particular.
ABOUT_NOTHING = frozenset({Kind.BRIEFS, Kind.AD, Kind.NOTICE})


@dataclass(frozen=True, slots=True)
class Subject:
    """What a story speaks of: pairs that come more than once or stand in its headline, and how often."""

    placed: Placed
    times: Mapping[str, int]
    headline: frozenset[str]


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
            (pair, _stress(pair, times, subject.headline) * log(printed / (self.spoken[pair] + 0.5)))
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
            together = [pair for pair, _ in asked if number in self.known_by[pair]]
            if nearness >= NEAR and _of_one_matter(together, subject):
                near.append((-nearness, -number))
        return tuple(self.stories[-number] for _, number in sorted(near)[:MOST])

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


def related(archive: Archive) -> dict[str, tuple[Placed, ...]]:
    """By a story's id the older ones nearest to it; of an uncertain day nobody can say what is older."""
    memory = Memory()
    found: dict[str, tuple[Placed, ...]] = {}
    for _, day in groupby(_by_day(archive), key=lambda placed: placed.issue.date):
        today = [subject_of(placed) for placed in day]
        pairs = [memory.telling(subject) for subject in today]
        for subject, telling in zip(today, pairs, strict=True):
            if nearest := memory.nearest(subject, telling):
                found[subject.placed.article.id] = nearest
        for subject, telling in zip(today, pairs, strict=True):
            memory.keep(subject, telling)
    return found


def _by_day(archive: Archive) -> list[Placed]:
    return sorted(_stories(archive), key=lambda placed: (placed.issue.date or "", placed.article.id))


def _stories(archive: Archive) -> Iterator[Placed]:
    for issue in archive.issues:
        for page in issue.pages if issue.certain else ():
            for article in page.articles:
                if article.article.kind not in ABOUT_NOTHING:
                    yield Placed(issue, page, article)


def subject_of(placed: Placed) -> Subject:
    article = placed.article.article
    headline = f"{article.kicker} {_own_headline(article)} {article.subhead}"
    text = " ".join((headline, article.body, *(caption.text for caption in placed.article.captions)))
    times = Counter(map(add, text, text[1:]))
    stressed = frozenset(pair for pair in map(add, headline, headline[1:]) if SAYING.fullmatch(pair))
    often = {pair: count for pair, count in times.items() if count > 1 and SAYING.fullmatch(pair)}
    return Subject(placed, {pair: times[pair] for pair in stressed} | often, stressed)


def _own_headline(article: Article) -> str:
    """The headline, but where it is only the name of its column (社区故事) it says nothing of the story."""
    return "" if article.headline == article.column else article.headline


def _stress(pair: str, times: int, headline: Container[str]) -> float:
    return (1 + log(times)) * (IN_HEADLINE if pair in headline else 1.0)


def _cues(one: Placed, other: Placed) -> float:
    """What speaks for a relation without being one: the same people, the same column."""
    columns = one.article.article.column, other.article.article.column
    same_column = bool(columns[0]) and columns[0] == columns[1]
    same_people = not _people(one).isdisjoint(_people(other))
    return SAME_PEOPLE * same_people + SAME_COLUMN * same_column


def _people(placed: Placed) -> set[str]:
    photographers = {name for caption in placed.article.captions for name in caption.photographers}
    return photographers.union(byline.name for byline in placed.article.article.byline)


def _of_one_matter(shared: Sequence[str], subject: Subject) -> bool:
    """More than one thing is shared (汀南, 南新, 新区 are one name), one of them in the headline."""
    begun = [pair for pair in shared if not any(other[1] == pair[0] for other in shared if other != pair)]
    return len(begun) > 1 and not subject.headline.isdisjoint(shared)
