"""The laid-out site, served and as files, and a page that must stay without a word in the console."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Request

from depth import whole

from .invented import archive
from .laid_out import CAPTION, STORIES, lay_out, serving


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("search") / "数字 报"
    folder.mkdir()
    lay_out(folder, archive(STORIES, captions=(CAPTION,)))
    return folder


@pytest.fixture(scope="module")
def served(folder: Path) -> Iterator[str]:
    with serving(folder) as address:
        yield address


WAYS = ("file", "http")


@pytest.fixture(params=whole(WAYS, 0))
def address(request: pytest.FixtureRequest, folder: Path, served: str) -> str:
    """Where the site is; ends in a slash. In `make test` as files: test_search_page.py asks both ways."""
    return served if request.param == "http" else folder.as_uri() + "/"


@pytest.fixture
def context(chromium: Browser) -> Iterator[BrowserContext]:
    with chromium.new_context(locale="zh-CN") as context:
        yield context


@pytest.fixture
def page(context: BrowserContext) -> Iterator[Page]:
    """A page that must stay without a word in the console."""
    page = context.new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("requestfailed", lambda request: said.extend(failure(request)))
    yield page
    assert said == []


def failure(request: Request) -> list[str]:
    """What failed and why; a request that ends with its page has not failed."""
    return [] if request.failure == "net::ERR_ABORTED" else [f"{request.url}: {request.failure}"]
