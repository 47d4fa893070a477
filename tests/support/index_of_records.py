"""The index of records however they came about: what an archive would not hold, or would hold elsewhere."""

from collections.abc import Sequence

from newspaper_archive.search.index import ready, segment_files, whole_files
from newspaper_archive.search.records import Record
from newspaper_archive.search.segments import by_time


def index_of(articles: Sequence[Record]) -> dict[str, bytes]:
    """All scripts by output-relative name, as `build_index` makes them; the articles come newest first."""
    files: dict[str, bytes] = {}
    made = []
    for _, part in by_time(articles, _day, len(articles)):
        segment, scripts = segment_files(map(ready, part))
        made.append(segment)
        files |= scripts
    return files | dict(whole_files(made))


def _day(record: Record) -> str:
    return record.facts.date if record.facts.certain else ""
