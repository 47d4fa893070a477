"""The printed lines of a page that was laid away: read again from its file, where they are shown."""

from collections.abc import Sequence

from newspaper_archive.errors import ArchiveError
from newspaper_archive.folder.page_file import page_bytes
from newspaper_archive.folder.text.lines import printed_lines
from newspaper_archive.model import Page, PageFile
from newspaper_archive.reading.raw_page import opened


def page_lines(page: Page, file: PageFile | None) -> Sequence[str]:
    """What is printed on a page, line for line, read again from its file where it was laid away.

    Raises ArchiveError where that file has changed since.
    """
    if page.lines or file is None:
        return [line.raw for line in page.lines]
    read = opened(file, page_bytes(file))
    if read.source.sha256 != page.source.sha256:
        raise ArchiveError(f"{file.path}: 生成网站的中途，这个版面文件被改动了。请再运行一次 make")
    return printed_lines(read.text)
