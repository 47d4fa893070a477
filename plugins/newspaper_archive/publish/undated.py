"""The issues of which nobody knows the day, in one list: `undated/index.html`, the likely newest first."""

from collections.abc import Sequence

from newspaper_archive.edtf import newest_first
from newspaper_archive.model import Archive, Issue
from newspaper_archive.publish.press import Press

UNDATED_PAGES, UNDATED_ADDRESS = "日期不详的版面", "undated/index.html"


def undated_issues(archive: Archive) -> list[Issue]:
    """Each a page; the likely newest first, those of which nothing is known last."""
    found = [issue for issue in archive.issues if not issue.certain]
    return sorted(found, key=lambda issue: newest_first(issue.date))


def print_undated(press: Press, undated: Sequence[Issue]) -> None:
    press.put("newspaper/undated.html", UNDATED_ADDRESS, issues=undated)
