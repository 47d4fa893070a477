"""The doubts at the foot of a page and in the margin of a story: 第12行读得没有把握."""

from collections.abc import Iterable, Mapping, Sequence

from newspaper_archive.model import Archive, ArchivedArticle, ArchivedPage, Problem, Severity

Problems = Mapping[str, Sequence[Problem]]


def by_file(archive: Archive) -> Problems:
    """The archive's problems by the file they are in, those that only the pages together show among them."""
    found: dict[str, list[Problem]] = {}
    for problem in archive.problems:
        found.setdefault(problem.file, []).append(problem)
    return found


def doubtful_lines(article: ArchivedArticle, problems: Iterable[Problem]) -> list[int]:
    """The lines of a story that the program is in doubt of; readers are not told of mere notes."""
    doubts = (problem for problem in problems if problem.severity is not Severity.NOTE)
    lines = {line for problem in doubts for line in (problem.line, *problem.also) if line is not None}
    return sorted(lines & set(article.article.lines))


def of_page(page: ArchivedPage, problems: Problems) -> tuple[Problem, ...]:
    """What waits to be looked at on a page, each doubt once, in the order of the printed lines."""
    together = problems.get(page.page.source.path, ())
    every = dict.fromkeys((*page.page.problems, *page.page.reading.problems, *together))
    waiting = (problem for problem in every if not problem.checked)
    return tuple(sorted(waiting, key=lambda problem: (problem.line or 0, problem.code)))
