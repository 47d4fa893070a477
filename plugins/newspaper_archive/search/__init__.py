"""The search index of an archive; the only room that knows its form.

Finds what `grep` finds: a query's pairs of characters name candidates, and the browser confirms each against
the stored text.
"""

from newspaper_archive.model import Archive
from newspaper_archive.search.index import index_files
from newspaper_archive.search.records import Display, records

__all__ = ["build_index"]


def build_index(archive: Archive, display: Display = str) -> dict[str, bytes]:
    """The files of the index by output-relative name; `display` makes of a page's string what readers see."""
    return index_files(records(archive, display))
