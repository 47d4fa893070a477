"""The built site as readers meet it: over http and from files, under a path with a blank and Chinese."""

import json
import os
import signal
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.error import URLError

import pytest
from playwright.sync_api import Browser

from conftest import ROOT

PATIENCE = 60  # seconds for one rebuild on a busy machine


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


@pytest.fixture
def seeds(tmp_path: Path) -> Path:
    folder = tmp_path / "seeds"
    folder.mkdir()
    (folder / "page.txt").write_text("本报讯 河堤加固工程完工。\n", encoding="utf-8")
    return folder


@pytest.fixture
def devserver(seeds: Path, tmp_path: Path, free_port: int) -> Iterator[str]:
    """What `make devserver` runs, on a port of its own; its address."""
    command = [sys.executable, "-m", "pelican", "content", "--settings", "pelicanconf.py"]
    command += ["--output", str(tmp_path / "out"), "--fatal", "errors", "--log-handler", "plain"]
    command += ["--autoreload", "--listen", "--bind", "127.0.0.1", "--port", str(free_port)]
    command += ["--extra-settings", f"NEWSPAPER_DEVSERVER={json.dumps(True)}"]
    environment = {**os.environ, "SEEDS": str(seeds), "PYTHONUTF8": "1"}
    with subprocess.Popen(
        command, cwd=ROOT, env=environment, stdout=subprocess.DEVNULL, start_new_session=True
    ) as process:
        yield f"http://127.0.0.1:{free_port}/"
        os.killpg(process.pid, signal.SIGTERM)  # its server and its watcher are processes of their own


def eventually(holds: Callable[[], bool]) -> bool:
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        if holds():
            return True
        time.sleep(0.2)
    return False


def served(address: str) -> str:
    try:
        with urllib.request.urlopen(address, timeout=5) as answer:  # noqa: S310 - our own server
            return str(answer.read().decode("utf-8"))
    except (URLError, ConnectionError):
        return ""


@pytest.mark.build
def test_the_devserver_rebuilds_when_a_page_file_changes_and_outlives_a_broken_one(
    devserver: str, seeds: Path, tmp_path: Path
) -> None:
    manifest = tmp_path / "out" / "newspaper-archive.sha256"
    assert eventually(lambda: "河堤" in served(devserver + "index.html"))
    (seeds / "edition.yaml").write_text("paper: [\n", encoding="utf-8")
    time.sleep(2)
    before = manifest.read_bytes()
    (seeds / "edition.yaml").unlink()
    (seeds / "page.txt").write_text("本报讯 环城公交开通。\n", encoding="utf-8")
    assert eventually(lambda: "公交" in served(devserver + "index.html"))
    assert manifest.read_bytes() != before
