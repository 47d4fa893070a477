"""What stands before and after a thing in its row: pages of an issue, articles as printed, issues by date."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

Thing = TypeVar("Thing")


@dataclass(frozen=True, slots=True)
class Neighbours(Generic[Thing]):
    """What stands before and after a thing in a row, None at the ends."""

    before: Thing | None
    after: Thing | None


def neighbours(row: Sequence[Thing]) -> Iterator[tuple[Thing, Neighbours[Thing]]]:
    """Each thing of a row with its neighbours."""
    for place, thing in enumerate(row):
        before = row[place - 1] if place else None
        after = row[place + 1] if place + 1 < len(row) else None
        yield thing, Neighbours(before, after)
