"""What an edition lacks in a month, in words: `2日、9日、16日`, `3日至29日`, `5日至11日之间`.

Readers are told that an issue is not in the archive (未收录), never that it did not appear.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby

from newspaper_archive.archive.absent import absent, days_of
from newspaper_archive.archive.frequency import Due, rhythm
from newspaper_archive.model import Edition, Issue
from newspaper_archive.site.tongue import Tongue

# As many days in a row are told one by one; more as `3日至29日`.
TOLD_SINGLY = 2


@dataclass(frozen=True, slots=True)
class Lack:
    """The issues of an edition that are due in one month and not here; never without one."""

    edition: Edition
    dues: tuple[Due, ...]

    @property
    def first(self) -> date:
        return self.dues[0].first

    @property
    def times(self) -> int:
        return sum(due.times for due in self.dues)


def on_one_day(lack: Lack) -> bool:
    """Whether it is known on which days the issues were due: 每周五, not 周刊."""
    return all(due.first == due.last for due in lack.dues)


def lacks_of(edition: Edition, issues: Sequence[Issue]) -> Iterator[Lack]:
    """By month, in order; none where the edition's 刊期 is unknown."""
    due = rhythm(edition.frequency)
    if due is None:
        return
    lacking = absent(due, days_of(issues, edition))
    for _, dues in groupby(lacking, key=lambda one: (one.first.year, one.first.month)):
        yield Lack(edition, tuple(dues))


def lack_words(tongue: Tongue, lack: Lack) -> str:
    """The days as they stand under their month."""
    if on_one_day(lack):
        runs = _runs([due.first for due in lack.dues])
        return tongue.listed([words for run in runs for words in _run_words(tongue, run)])
    return tongue.listed([_stretch_words(tongue, due) for due in lack.dues])


def _stretch_words(tongue: Tongue, due: Due) -> str:
    """5日至11日之间; the other month is named where it ends in one."""
    stretch = tongue.say(
        "%(first)s至%(last)s之间", first=tongue.dates.day(due.first.day), last=_last_words(tongue, due)
    )
    if due.times == 1:
        return stretch
    return tongue.tell("%(days)s有%(n)s期", due.times, days=stretch)


def _last_words(tongue: Tongue, due: Due) -> str:
    last = due.last
    if last.year != due.first.year:
        return tongue.dates.whole(str(last.year), last.month, last.day)
    if last.month != due.first.month:
        return tongue.dates.anniversary(last.month, last.day)
    return tongue.dates.day(last.day)


def _runs(days: Sequence[date]) -> Iterator[list[date]]:
    """Days that follow on each other, together."""
    run: list[date] = []
    for day in days:
        if run and day - run[-1] != timedelta(days=1):
            yield run
            run = []
        run.append(day)
    if run:
        yield run


def _run_words(tongue: Tongue, run: Sequence[date]) -> list[str]:
    """3日至29日; a short run day by day."""
    days = [tongue.dates.day(day.day) for day in run]
    if len(run) > TOLD_SINGLY:
        return [tongue.say("%(first)s至%(last)s", first=days[0], last=days[-1])]
    return days
