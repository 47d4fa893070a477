"""What an edition lacks by its 刊期: `每周五` with issues of 3月1日 and 3月22日 lacks 3月8日 and 3月15日.

Only between the first issue held and the last: nobody knows what was before or came after. Whether an issue
that is lacking ever appeared (a holiday, two issues in one) the archive cannot know either.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from newspaper_archive.archive.frequency import Due, Rhythm
from newspaper_archive.model import Edition, Issue


def days_of(issues: Sequence[Issue], edition: Edition) -> list[date]:
    """The days on which the edition certainly appeared, in order, each once."""
    dated = (issue for issue in issues if issue.certain and issue.edition.slug == edition.slug)
    return sorted({date.fromisoformat(issue.date) for issue in dated if issue.date})


def absent(due: Rhythm, days: Sequence[date]) -> Iterator[Due]:
    """The stretches in which fewer issues came than were due, in order, each with how many it lacks.

    Those that hold the first and the last day are left out.
    """
    at = 0
    for one in due(days[0], days[-1]) if days else ():
        while at < len(days) and days[at] < one.first:
            at += 1
        lacking = one.times - _count(days, at, one)
        if lacking > 0 and one.first > days[0] and one.last < days[-1]:
            yield replace(one, times=lacking)


def _count(days: Sequence[date], at: int, one: Due) -> int:
    """How many of the days, from place `at`, lie in the stretch."""
    stop = at
    while stop < len(days) and days[stop] <= one.last:
        stop += 1
    return stop - at
