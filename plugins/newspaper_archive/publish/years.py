"""What is listed by year, newest first: 2024, 2023, and "" for what bears no certain year."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from typing import Generic, TypeVar

from newspaper_archive.model import Issue

Entry = TypeVar("Entry")


@dataclass(frozen=True, slots=True)
class Year(Generic[Entry]):
    """What a year holds; `name` is "" for what bears no certain year."""

    name: str
    entries: tuple[Entry, ...]


def years_of_issues(issues: Iterable[Issue]) -> tuple[Year[Issue], ...]:
    """Issues by year, newest first."""
    newest_first = sorted(issues, key=lambda issue: issue.date or "", reverse=True)
    return tuple(Year(year, tuple(group)) for year, group in groupby(newest_first, key=year_of))


def year_of(issue: Issue) -> str:
    """2022, or "" where the year is not certain."""
    return issue.date[:4] if issue.certain and issue.date else ""
