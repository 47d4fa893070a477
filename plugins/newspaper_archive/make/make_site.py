"""Makes a site: nothing where the old one is what would be made, else all that there is to do.

`make_site(…)` leaves the new site in the old one's place and gives the `Outcome`: 已建成 6 期、14 版….
"""

import gc
import json
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from rich.console import Console

from newspaper_archive.make.asked import accepted_gone, asked_of_shrunken
from newspaper_archive.make.plan import BuildPlan, Outcome
from newspaper_archive.make.shrinking import shrunken
from newspaper_archive.make.sources import Sources
from newspaper_archive.settings import Settings
from newspaper_archive.site.pages.hand_written import check_hand_written
from newspaper_archive.site.parts_table import read_parts
from newspaper_archive.store.stage import Stage

if TYPE_CHECKING:
    from newspaper_archive.make.site_build import SiteBuild
    from newspaper_archive.store.progress import Spent

NEW_OBJECTS = 50_000
"""New objects after which Python looks for cycles."""


def make_site(
    settings: Settings, sources: Sources, stage: Stage, run: Callable[["SiteBuild"], None], console: Console
) -> Outcome:
    """`run` has the build read and render; its cache is a folder of its own in the one of the settings.

    `console` is what others draw on, as `Progress` has it.
    """
    own = replace(settings, cache=settings.cache / stage.name) if settings.cache else settings
    build = BuildPlan.of(own, sources, stage)
    accepted = accepted_gone(build.kept.folder)
    if not settings.shrink and (fewer := shrunken(stage.output, build.seen.found.pages, accepted)):
        raise asked_of_shrunken(settings.seeds, fewer, _lost(build, console), own.cache)
    return build.as_before() if build.is_done() else _made(build, run, console)


def _lost(build: BuildPlan, console: Console) -> tuple[str, ...]:
    """The addresses that are lost with the page files that are gone."""
    if build.settings.draft or not build.book:
        return ()
    from newspaper_archive.make.ahead import archive_ahead  # noqa: PLC0415 - a second, where nothing is asked
    from newspaper_archive.store.page_cache import PAGES, PageCache  # noqa: PLC0415 - as above
    from newspaper_archive.store.progress import Progress  # noqa: PLC0415 - as above

    kept = build.settings.cache
    cache = PageCache(kept and kept / PAGES, throws_away=False)
    found = replace(build.withdrawing, book=build.book)
    return archive_ahead(found, cache, build.settings.jobs, Progress(others=console)).lost


def _made(build: BuildPlan, run: Callable[["SiteBuild"], None], console: Console) -> Outcome:
    from newspaper_archive.make.site_build import SiteBuild  # noqa: PLC0415 - a second, of no use before there is work
    from newspaper_archive.store.progress import Progress  # noqa: PLC0415 - as above

    check_hand_written(build.sources.content, build.sources.hand_written)
    read_parts(build.sources.parts)
    progress = Progress(others=console)
    work = SiteBuild(build, progress)
    run(work)
    with progress.stage("发布"):
        outcome = work.publish()
    if told := os.environ.get("NEWSPAPER_STAGES"):
        _tell(progress.spent, Path(told))
    return outcome


def _tell(spent: list["Spent"], file: Path) -> None:
    file.write_text(json.dumps([[one.stage, one.cpu, one.wall] for one in spent]), "utf-8")


@contextmanager
def rare_collections() -> Iterator[None]:
    """Have Python look for cycles a hundred times less often.

    An archive is a million records that hold no cycle: to go through them all again and again takes a fifth
    of a build that changes little.
    """
    given = gc.get_threshold()
    gc.set_threshold(NEW_OBJECTS, *given[1:])
    try:
        yield
    finally:
        gc.set_threshold(*given)
