"""The search index of an archive; the only room that knows its form.

Finds what `grep` finds: a query's pairs of characters name candidates, and the browser confirms each against
the stored text.
"""

from newspaper_archive.model import Archive
from newspaper_archive.search.index import index_files
from newspaper_archive.search.records import Words, records

__all__ = ["Words", "build_index"]


PLAIN = Words()


def build_index(archive: Archive, words: Words = PLAIN) -> dict[str, bytes]:
    """The files of the index by output-relative name; `words` are those that the rest of the site uses."""
    return index_files(records(archive, words), archive.sections)
