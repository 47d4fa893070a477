"""Home, `index.html`: the newest issue as a front page, the sections, the editions, the issues by year."""

from collections.abc import Sequence

from newspaper_archive.model import Archive, Issue
from newspaper_archive.publish.front import front_of
from newspaper_archive.publish.press import Press
from newspaper_archive.publish.years import years_of_issues


def print_home(press: Press, archive: Archive, undated: Sequence[Issue]) -> None:
    dated = [issue for issue in archive.issues if issue.certain]
    press.put(
        "newspaper/home.html",
        "index.html",
        archive=archive,
        front=front_of(dated, undated),
        sections=sorted(archive.sections, key=lambda section: (-len(section.articles), section.slug)),
        years=years_of_issues(dated),
        undated=undated,
    )
