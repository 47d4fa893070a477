"""What the examinations share: the sample site's specimens, and a way to walk through them in Chromium."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from depth import FULL

from .specimens import one_of_each, specimens

PHONE, TABLET, DESK = 390, 820, 1280
HEIGHT = 900

# `walk(where, some, **context)` opens these specimens, or all, and yields the address of each and its tab.
Walk = Callable[..., Iterator[tuple[str, Page]]]


@pytest.fixture(scope="session")
def chosen(site: Path) -> list[str]:
    """Addresses of the few files that show all that the site's files show."""
    return specimens(site)


@pytest.fixture(scope="session")
def each_template(site: Path, chosen: list[str]) -> list[str]:
    """The same, but in `make test` one of each template."""
    return chosen if FULL else one_of_each(site, chosen)


@contextmanager
def tab(chromium: Browser, **settings: Any) -> Iterator[Page]:
    """A tab of its own profile; any script error on a page in it fails the test."""
    errors: list[str] = []
    with chromium.new_context(locale="zh-CN", **settings) as context:
        page = context.new_page()
        page.on("pageerror", lambda error: errors.append(f"{page.url}: {error}"))
        yield page
    assert [] == errors


@pytest.fixture(scope="module")
def walk(chromium: Browser, chosen: list[str]) -> Walk:
    def walk(where: str, some: Sequence[str] = (), **settings: Any) -> Iterator[tuple[str, Page]]:
        with tab(chromium, **settings) as page:
            for address in some or chosen:
                page.goto(where + address)
                yield address, page

    return walk
