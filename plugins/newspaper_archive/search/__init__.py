"""The search index of an archive; the only room that knows its form.

Finds what `grep` finds: a query's pairs of characters name candidates, and the browser confirms each against
the stored text.
"""

from collections.abc import Iterator

from newspaper_archive.model import Archive
from newspaper_archive.search.index import File, index_files
from newspaper_archive.search.records import Words, records

__all__ = ["Words", "build_index"]


PLAIN = Words()


def build_index(archive: Archive, words: Words = PLAIN) -> Iterator[File]:
    """The files of the index, output-relative name and bytes, as they are made.

    `words` are those that the rest of the site uses.
    """
    total = sum(len(page.articles) for issue in archive.issues for page in issue.pages)
    return index_files(records(archive, words), total, archive.sections)
