"""On PYTHONPATH this makes the program fail on pages that say at which stage they want it to.

A headline “读时出错” fails where its page is read, “印时出错” where its story is set; and so on.
"""

import os
import signal
from collections.abc import Callable
from functools import wraps
from typing import Any

from newspaper_archive import search
from newspaper_archive.make import failing_pages, read_pages
from newspaper_archive.model import Archive
from newspaper_archive.site import all_pages, incremental
from newspaper_archive.site.pages import issues
from newspaper_archive.site.pictures import picture_jobs


def fail() -> None:
    raise IndexError("list index out of range")


def recurse() -> None:
    recurse()


def run_out_of_memory() -> None:
    raise MemoryError


def take_for_ever() -> None:
    while True:
        pass


def die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


WAYS: dict[str, Callable[[], None]] = {
    "出错": fail,
    "递归": recurse,
    "内存不够": run_out_of_memory,
    "没完没了": take_for_ever,
    "进程退出": die,
}


def headlines(archive: Archive) -> str:
    pages = (page for issue in archive.issues for page in issue.pages)
    return " ".join(article.article.headline for page in pages for article in page.articles)


def faulty(module: Any, name: str, stage: str, heard: Callable[[Any], str] = repr) -> None:
    """Has a function of a module fail where what it is given first says so."""
    real = getattr(module, name)

    @wraps(real)
    def failing(*given: Any, **named: Any) -> Any:
        said = heard(given[0])
        for way, do in WAYS.items():
            if f"{stage}时{way}" in said:
                do()
        return real(*given, **named)

    setattr(module, name, failing)


faulty(read_pages, "normalise", "读", str)
faulty(issues, "story", "印")
faulty(picture_jobs, "miniature", "画")
faulty(search, "ready", "索")
faulty(all_pages, "people_of", "列", headlines)
# Few pages and little time will do.
read_pages.BATCH = 2
read_pages.PAGE_SECONDS = incremental.PAGE_SECONDS = failing_pages.PAGE_SECONDS = 1.0
