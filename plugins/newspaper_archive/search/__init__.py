"""The search index of an archive; the only folder that knows its form.

Finds what `grep` finds: a query's pairs of characters name candidates, and the browser confirms each against
the stored text.
"""

from collections.abc import Iterable, Iterator

from newspaper_archive.model import Archive, Issue
from newspaper_archive.search.index import File, Ready, Segment, ready, segment_files, whole_files
from newspaper_archive.search.issue_days import IssueDay, issue_days
from newspaper_archive.search.records import (
    Names,
    Words,
    day_of,
    newest_issues_first,
    records_of,
    shown_names,
)
from newspaper_archive.search.segments import by_time

__all__ = [
    "IssueDay",
    "Names",
    "Ready",
    "Segment",
    "Words",
    "build_index",
    "issue_days",
    "made_ready",
    "parts",
    "segment_files",
    "shown_names",
    "whole_files",
]


PLAIN = Words()


def build_index(archive: Archive, words: Words = PLAIN) -> Iterator[File]:
    """The files of the index, output-relative name and bytes, as they are made.

    `words` are those that the rest of the site uses.
    """
    made = []
    for _, issues in parts(archive):
        segment, files = segment_files(made_ready(issues, shown_names(archive), words))
        made.append(segment)
        yield from files
    yield from whole_files(made, archive.sections, issue_days(archive, words))


def parts(archive: Archive) -> list[tuple[str, tuple[Issue, ...]]]:
    """The issues of each segment under its name, as they are indexed together."""
    total = sum(len(page.articles) for issue in archive.issues for page in issue.pages)
    found = by_time(newest_issues_first(archive), day_of, total)
    return [(name, tuple(issues)) for name, issues in found]


def made_ready(issues: Iterable[Issue], names: Names, words: Words) -> list[Ready]:
    """The articles of these issues, ready for the index."""
    return [ready(record) for record in records_of(issues, names, words)]
