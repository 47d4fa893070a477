"""Issues that an edition lacks between its first and its last, by its 刊期 in edition.yaml.

`river/edition.yaml: “今日大河”的刊期是“每周五”，2024-03-08 与 2024-03-22 之间缺 1 期：2024-03-15`.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from datetime import date

from newspaper_archive.archive.absent import absent, days_of
from newspaper_archive.archive.frequency import UNDERSTOOD, Due, Rhythm, rhythm
from newspaper_archive.model import Archive, Edition, Problem, Severity
from newspaper_archive.problems.quoting import listed


def missing_issues(archive: Archive) -> Iterator[Problem]:
    """One problem for each stretch in which nothing appeared that was due."""
    for edition in archive.editions:
        frequency = rhythm(edition.frequency)
        if frequency is not None:
            yield from _missing(edition, frequency, days_of(archive.issues, edition))


def unknown_rhythm(archive: Archive) -> Iterator[Problem]:
    for edition in archive.editions:
        if edition.frequency and rhythm(edition.frequency) is None:
            seen = f"看不懂刊期“{edition.frequency}”，所以没有查缺期"
            yield Problem(Severity.NOTE, "frequency", _file(edition), None, seen, f"能懂的有：{UNDERSTOOD}")


def _missing(edition: Edition, due: Rhythm, days: list[date]) -> Iterator[Problem]:
    stretch: list[Due] = []
    for one in absent(due, days):
        if stretch and bisect_right(days, stretch[-1].last) < bisect_left(days, one.first):
            yield _problem(edition, stretch, days)
            stretch = []
        stretch.append(one)
    if stretch:
        yield _problem(edition, stretch, days)


def _problem(edition: Edition, stretch: list[Due], days: list[date]) -> Problem:
    before = days[bisect_left(days, stretch[0].first) - 1]
    after = days[bisect_right(days, stretch[-1].last)]
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
