"""What is listed by year, newest first: 2024, 2023, and "" for what bears no certain year."""

from dataclasses import dataclass
from typing import Generic, TypeVar

from newspaper_archive.model import Issue

Entry = TypeVar("Entry")


@dataclass(frozen=True, slots=True)
class Year(Generic[Entry]):
    """What a year holds; `name` is "" for what bears no certain year."""

    name: str
    entries: tuple[Entry, ...]


def year_of(issue: Issue) -> str:
    """2022, or "" where the year is not certain."""
    return issue.date[:4] if issue.certain and issue.date else ""
