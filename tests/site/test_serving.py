"""The built site as readers meet it: over http and from files, under a path with a blank and Chinese."""

import json
import os
import shutil
import signal
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from http.client import HTTPException
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from conftest import ROOT

PATIENCE = 600  # seconds for one rebuild on a busy machine
SETTLED = 1.5  # seconds after a build until changes are watched for again


@pytest.mark.browser
def test_the_home_page_opens_from_files_and_over_http_and_asks_nobody_else(
    chromium: Browser, file_site: str, http_site: str
) -> None:
    for address in (file_site, http_site):
        page = chromium.new_page()
        asked: list[str] = []
        wrong: list[str] = []
        page.on("request", lambda request, asked=asked: asked.append(request.url))
        page.on("requestfailed", lambda request, wrong=wrong: wrong.append(request.url))
        page.on("pageerror", lambda error, wrong=wrong: wrong.append(str(error)))
        page.goto(address + "index.html")
        assert 1 == page.locator("h1").count()
        assert [] == [url for url in asked if not url.startswith(address)]
        assert [] == wrong
        page.close()


@dataclass(frozen=True)
class Desk:
    """A folder with all that a site is made of, and `make devserver` at work on it."""

    folder: Path
    address: str

    def save(self, name: str, text: str) -> None:
        """As an editor does, in one step."""
        beside = self.folder / "saved"
        beside.write_text(text, "utf-8")
        target = self.folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        beside.replace(target)

    def change(self, name: str, old: str, new: str) -> None:
        text = (self.folder / name).read_text("utf-8")
        assert old in text
        self.save(name, text.replace(old, new, 1))

    def said(self) -> str:
        """What stands on the terminal."""
        return (self.folder / "terminal").read_text("utf-8")

    def built(self) -> int:
        return self.said().count("已建成")

    def shows(self, address: str, words: str) -> bool:
        return eventually(lambda: words in served(self.address + address))

    def has_rebuilt_once_more_than(self, before: int) -> bool:
        return eventually(lambda: self.built() > before) and self.built() == before + 1


@pytest.fixture
def desk(tmp_path: Path, free_port: int) -> Iterator[Desk]:
    """What `make devserver` runs, on a port and on sources of its own."""
    desk = Desk(tmp_path, f"http://127.0.0.1:{free_port}/")
    desk.save("seeds/page.txt", "本报讯 河堤加固工程完工。\n")
    shutil.copytree(ROOT / "content", tmp_path / "content")
    shutil.copytree(ROOT / "theme", tmp_path / "theme")
    command = [sys.executable, "-m", "pelican", str(tmp_path / "content"), "--settings", "pelicanconf.py"]
    command += ["--theme-path", str(tmp_path / "theme"), "--output", str(tmp_path / "out")]
    command += ["--fatal", "errors", "--log-handler", "plain", "--autoreload", "--listen"]
    command += ["--bind", "127.0.0.1", "--port", str(free_port)]
    command += ["--extra-settings", f"NEWSPAPER_DEVSERVER={json.dumps(True)}"]
    environment = {**os.environ, "SEEDS": str(tmp_path / "seeds"), "PYTHONUTF8": "1"}
    with (
        (tmp_path / "terminal").open("wb") as terminal,
        subprocess.Popen(
            command, cwd=ROOT, env=environment, stdout=terminal, stderr=terminal, start_new_session=True
        ) as process,
    ):
        assert eventually(lambda: desk.built() == 1), desk.said()
        time.sleep(SETTLED)
        yield desk
        os.killpg(process.pid, signal.SIGTERM)  # its server and its watcher are processes of their own


def eventually(holds: Callable[[], bool]) -> bool:
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        if holds():
            return True
        time.sleep(0.2)
    return False


def served(address: str) -> str:
    """What is there, or "" where a busy server has nothing to say yet."""
    try:
        with urllib.request.urlopen(address, timeout=5) as answer:  # noqa: S310 - our own server
            return str(answer.read().decode("utf-8"))
    except (OSError, HTTPException):
        return ""


PAGE = "unsorted/undated/page/page.html"
STYLE = "theme/parts/base/tokens.css"
SCRIPT = "theme/parts/cite/cite.js"


@pytest.mark.build
def test_the_devserver_shows_every_change_after_one_rebuild(desk: Desk) -> None:
    changes: tuple[tuple[Callable[[], None], str, str], ...] = (
        (lambda: desk.save("seeds/page.txt", "本报讯 环城公交开通。\n"), "index.html", "公交"),
        (lambda: desk.save("seeds/page.yaml", "page_name: 桥头\n"), PAGE, "桥头"),
        (lambda: desk.save("seeds/b.txt", "本报讯 渡口重建完工。\n"), "index.html", "渡口"),
        (
            lambda: desk.change("content/pages/about.md", "\n\n", "\n\n又添一段。\n\n"),
            "pages/about.html",
            "又添",
        ),
        (
            lambda: desk.change("theme/templates/base.html", "</body>", "<i>样</i></body>"),
            "index.html",
            "<i>样",
        ),
        (lambda: desk.change(STYLE, "{", "{ --new: 1px;"), "theme/home.css", "--new"),
        (
            lambda: desk.change(SCRIPT, "NewspaperArchive = ", "NewspaperArchive = added = "),
            "theme/reading.js",
            "added",
        ),
    )
    for change, address, words in changes:
        before = desk.built()
        change()
        assert desk.shows(address, words), (address, desk.said())
        assert desk.has_rebuilt_once_more_than(before)
        time.sleep(SETTLED)
    (desk.folder / "seeds" / "b.txt").unlink()
    assert eventually(lambda: "渡口" not in served(desk.address + "index.html"))


@pytest.mark.build
def test_the_devserver_outlives_what_is_broken_and_goes_on_when_it_is_mended(desk: Desk) -> None:
    breaks = (
        ("theme/templates/base.html", "</body>", "{% if %}</body>", "模板有错"),
        ("theme/templates/base.html", "</body>", "{{ nobody.knows.this }}</body>", "模板有错"),
        ("content/pages/about.md", "title:", "titel:", "这个手写的网页没有标题"),
    )
    for name, good, bad, told in breaks:
        site, heard = served(desk.address + "index.html"), len(desk.said())
        desk.change(name, good, bad)
        assert eventually(lambda told=told, heard=heard: told in desk.said()[heard:]), desk.said()
        time.sleep(SETTLED)
        assert 1 == desk.said()[heard:].count(told), desk.said()[heard:]
        assert site == served(desk.address + "index.html")
        before = desk.built()
        desk.change(name, bad, good)
        assert desk.has_rebuilt_once_more_than(before)
        time.sleep(SETTLED)
