"""An edition's own page, `today/index.html`: what is known of it, its issues by year, its undated pages."""

from collections.abc import Sequence

from newspaper_archive.model import Archive, Issue
from newspaper_archive.publish.press import Press
from newspaper_archive.publish.years import years_of_issues


def print_editions(press: Press, archive: Archive, undated: Sequence[Issue]) -> None:
    for edition in archive.editions:
        issues = [issue for issue in archive.issues if issue.edition.slug == edition.slug and issue.certain]
        press.put(
            "newspaper/edition.html",
            f"{edition.slug}/index.html",
            edition=edition,
            years=years_of_issues(issues),
            undated=[issue for issue in undated if issue.edition.slug == edition.slug],
        )
