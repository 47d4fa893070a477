"""Writes the search index: part by part, where the issues of a part have changed, then what tells of all."""

from collections.abc import Sequence
from functools import partial
from itertools import chain

from newspaper_archive.model import Archive, Issue, Section
from newspaper_archive.search import (
    IssueDay,
    Names,
    Ready,
    Segment,
    issue_days,
    made_ready,
    parts,
    segment_files,
    shown_names,
    whole_files,
)
from newspaper_archive.site.incremental import IncrementalRendering
from newspaper_archive.site.renderer import Writer
from newspaper_archive.site.tongue import tongue
from newspaper_archive.site.words.search_words import search_words
from newspaper_archive.store.jobs import Jobs
from newspaper_archive.store.progress import Progress

Issues = tuple[Issue, ...]

BATCH = 3
"""Issues that a worker makes ready for the index at once."""


def write_search_files(
    rendering: IncrementalRendering, archive: Archive, jobs: Jobs, progress: Progress
) -> None:
    searched, names = parts(archive), shown_names(archive)
    segments = []
    with progress.stage("检索", len(searched)) as advance:
        for part, issues in searched:
            draw = partial(_write_segment, issues, names, rendering.options.site.language, jobs)
            segments.append(Segment.of_note(rendering.once(f"search/{part}", (issues, names), draw)))
            advance(1)
        notes = [segment.note() for segment in segments]
        days = issue_days(archive, search_words(tongue(rendering.options.site.language)))
        write = partial(_write_whole, segments, archive.sections, days)
        rendering.once("search", (notes, names, days), write)


def _write_segment(issues: Issues, names: Names, language: str, jobs: Jobs, writer: Writer) -> bytes:
    """One part; gives what the whole has to know of it."""
    batches = (issues[first : first + BATCH] for first in range(0, len(issues), BATCH))
    with jobs.worker_pool() as pool:
        made = pool.each(_made_ready, ((batch, names, language) for batch in batches))
        segment, files = segment_files(chain.from_iterable(made))
    for address, data in files:
        writer.write(address, data)
    return segment.note()


def _write_whole(
    segments: Sequence[Segment], sections: Sequence[Section], days: Sequence[IssueDay], writer: Writer
) -> None:
    for address, data in whole_files(segments, sections, days):
        writer.write(address, data)


def _made_ready(work: tuple[Issues, Names, str]) -> list[Ready]:
    """What a worker does for the index."""
    issues, names, language = work
    return made_ready(issues, names, search_words(tongue(language)))
