"""What stands before and after a thing in its row: pages of an issue, articles as printed, issues by date.

An article has a second row: every 一周速读 of 今日运河, by date.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from newspaper_archive.archive.section import letters
from newspaper_archive.model import Archive, Placed

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


def beside_in_columns(archive: Archive) -> dict[str, Neighbours[Placed]]:
    """By an article's id what its column ran before and after; the undated stand in no row."""
    rows: dict[tuple[str, str], list[Placed]] = {}
    for issue in archive.issues:
        for page in issue.pages if issue.certain else ():
            for article in page.articles:
                if column := letters(article.article.column):
                    rows.setdefault((issue.edition.slug, column), []).append(Placed(issue, page, article))
    return {
        placed.article.id: beside
        for row in rows.values()
        if len(row) > 1
        for placed, beside in neighbours(row)
    }
