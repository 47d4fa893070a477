"""Issues that an edition lacks between its first and its last, by its 刊期 in edition.yaml.

`river/edition.yaml: “今日大河”的刊期是“每周五”，2024-03-08 与 2024-03-22 之间缺 1 期：2024-03-15`.
"""

from collections.abc import Iterator
from datetime import date

from newspaper_archive.model import Archive, Edition, Problem, Severity
from newspaper_archive.problems.quoting import listed
from newspaper_archive.problems.rhythm import UNDERSTOOD, Due, Rhythm, rhythm


def missing_issues(archive: Archive) -> Iterator[Problem]:
    """One problem for each stretch in which nothing appeared that was due."""
    for edition in archive.editions:
        frequency = rhythm(edition.frequency)
        if frequency is not None:
            yield from _missing(edition, frequency, _days(archive, edition))


def unknown_rhythm(archive: Archive) -> Iterator[Problem]:
    for edition in archive.editions:
        if edition.frequency and rhythm(edition.frequency) is None:
            seen = f"看不懂刊期“{edition.frequency}”，所以没有查缺期"
            yield Problem(Severity.NOTE, "frequency", _file(edition), None, seen, f"能懂的有：{UNDERSTOOD}")


def _days(archive: Archive, edition: Edition) -> list[date]:
    """The days on which the edition appeared, in order, each once."""
    dated = (issue for issue in archive.issues if issue.certain and issue.edition.slug == edition.slug)
    return sorted({date.fromisoformat(issue.date) for issue in dated if issue.date})


def _missing(edition: Edition, due: Rhythm, days: list[date]) -> Iterator[Problem]:
    """The stretches that hold the first and the last issue are left out: nobody knows what was before."""
    if not days:
        return
    stretch: list[Due] = []
    at, before = 0, days[0]
    for one in due(days[0], days[-1]):
        while at < len(days) and days[at] < one.first:
            before, at = days[at], at + 1
        came = _count(days, at, one)
        if came >= one.times or one.first <= days[0] or one.last >= days[-1]:
            continue
        if stretch and stretch[-1].last < before:
            yield _problem(edition, stretch, days)
            stretch = []
        stretch.append(Due(one.first, one.last, one.times - came))
    if stretch:
        yield _problem(edition, stretch, days)


def _count(days: list[date], at: int, one: Due) -> int:
    """How many of the days, from place `at`, lie in the stretch."""
    stop = at
    while stop < len(days) and days[stop] <= one.last:
        stop += 1
    return stop - at


def _problem(edition: Edition, stretch: list[Due], days: list[date]) -> Problem:
    before = max(day for day in days if day < stretch[0].first)
    after = min(day for day in days if day > stretch[-1].last)
    times = sum(due.times for due in stretch)
    seen = (
        f"“{edition.name}”的刊期是“{edition.frequency}”，{before} 与 {after} 之间缺 {times} 期："
        f"{listed([_name(due) for due in stretch])}"
    )
    advice = "若有这几期，请补入版面；休刊、合刊时不必处理"
    return Problem(Severity.NOTE, "missing-issue", _file(edition), None, seen, advice)


def _name(due: Due) -> str:
    return str(due.first) if due.first == due.last else f"{due.first} 至 {due.last}"


def _file(edition: Edition) -> str:
    return f"{edition.folder}/edition.yaml".lstrip("/")
