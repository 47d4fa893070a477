"""How sure the program is of a page and of a story: 这一版由程序分篇，有3处没有把握.

What the doubts are is the desk's: `make check` lists them.
"""

from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum

from newspaper_archive.model import Archive, ArchivedArticle, ArchivedPage, Problem, Severity

Problems = Mapping[str, Sequence[Problem]]


class State(StrEnum):
    """How far a story was looked at by people: its text put right, or the doubts of its page all ticked."""

    UNCHECKED = "unchecked"
    CHECKED = "checked"
    CORRECTED = "corrected"


def by_file(archive: Archive) -> Problems:
    """The archive's problems by the file they are in, those that only the pages together show among them."""
    found: dict[str, list[Problem]] = {}
    for problem in archive.problems:
        found.setdefault(problem.file, []).append(problem)
    return found


def places_in_doubt(problems: Iterable[Problem], article: ArchivedArticle | None = None) -> int:
    """How many places of a page, or of a story on it, the program is unsure of; mere notes are no doubt."""
    doubts = [problem for problem in problems if problem.line and problem.severity is not Severity.NOTE]
    if article is None:
        return len(doubts)
    lines = set(article.article.lines)
    return sum(not lines.isdisjoint((problem.line, *problem.also)) for problem in doubts)


def of_page(page: ArchivedPage, problems: Problems) -> tuple[Problem, ...]:
    """What waits to be looked at on a page, each doubt once, in the order of the printed lines."""
    waiting = (problem for problem in _every(page, problems) if not problem.checked)
    return tuple(sorted(waiting, key=lambda problem: (problem.line or 0, problem.code)))


def state_of(article: ArchivedArticle, pages: Sequence[ArchivedPage], problems: Problems) -> State:
    """Of a story on these pages; where nothing was doubted nobody looked, as far as anyone can tell."""
    if any(part.article.corrections for part in article.parts):
        return State.CORRECTED
    every = [_every(page, problems) for page in pages]
    looked_at = all(found and all(problem.checked for problem in found) for found in every)
    return State.CHECKED if looked_at else State.UNCHECKED


def _every(page: ArchivedPage, problems: Problems) -> list[Problem]:
    """Each once, though those of the page stand among the archive's as well."""
    together = problems.get(page.page.source.path, ())
    return list(dict.fromkeys((*page.page.problems, *page.page.reading.problems, *together)))
