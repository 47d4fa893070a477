"""What the tests of several folders share: a built site, served and as files, and a browser to read it."""

import os
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Collection, Iterator, Sequence
from functools import cache, partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from tempfile import TemporaryFile
from typing import Any
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, BrowserContext, expect, sync_playwright

from browser import ensure_chinese_font, ensure_chromium
from built_once import built_once
from depth import register
from warm import Warm

ROOT = Path(__file__).resolve().parent.parent
SEEDS = ROOT / "seeds"
COMPILED = ROOT / "tests" / "support" / "compiled"
# Law 6: the site must work under a path with blanks and Chinese.
AWKWARD = "数字报 样张"
LONGEST = 1_800  # seconds; a build that takes longer hangs
PATIENCE = 300_000  # milliseconds for what a browser comes to show on a busy machine
# A window would start two pages for its address bar, unseen, which cost more than a page of ours.
# Chromium heeds only the last such list: Playwright's own is in it as well.
NOT_IN_CHROMIUM = (
    "WebUIOmniboxPopup,WebUIOmniboxAimPopup,"
    "AimEnabled,AvoidCorsURLLoaderRestartOnRedirect,AvoidUnnecessaryBeforeUnloadCheckSync,"
    "DestroyProfileOnBrowserClose,HttpsFirstBalancedModeAutoEnable,HttpsUpgrades,LensOverlay,MediaRouter,"
    "NetworkTimeServiceQuerying,OptimizationHints,PaintHolding,PreconnectToSearch,ThirdPartyStoragePartitioning"
)

Build = Callable[..., subprocess.CompletedProcess[str]]
# Whoever asks for one of these is told by it.
NEEDS = {"chromium": "browser", "site": "build", "build": "build"}

register()


def pytest_xdist_auto_num_workers() -> int:
    """One more than there are cores: who waits for a browser or a build leaves a core to another."""
    return len(os.sched_getaffinity(0)) + 1


def pytest_collection_modifyitems(items: list[pytest.Function]) -> None:
    """`make quick` leaves out what needs a browser or a build, though nobody wrote it down."""
    for item in items:
        for name in NEEDS.keys() & set(item.fixturenames):
            item.add_marker(NEEDS[name])


def run_pelican(
    seeds: Path,
    output: Path,
    settings: str = "pelicanconf.py",
    *,
    extra: Sequence[str] = (),
    **environment: str,
) -> subprocess.CompletedProcess[str]:
    """One build as `make` does it; what it said is in `stdout` and `stderr`, its end in `returncode`.

    One process, as a second costs more than the few pages of a test take; it is said where more are meant.
    """
    arguments = ["content", "--settings", settings, "--output", str(output)]
    arguments += ["--fatal", "errors", "--log-handler", "plain", *extra]
    surrounding = {**surroundings(seeds), "JOBS": "1", **environment}
    command = [sys.executable, "-m", "pelican", *arguments]
    with TemporaryFile("w+") as out, TemporaryFile("w+") as wrong:
        if warm().fits(surrounding):
            code = warm().run(arguments, surrounding, [out.fileno(), wrong.fileno()])
        else:
            code = subprocess.run(
                command, cwd=ROOT, env=surrounding, stdout=out, stderr=wrong, check=False, timeout=LONGEST
            ).returncode
        out.seek(0), wrong.seek(0)
        return subprocess.CompletedProcess(command, code, out.read(), wrong.read())


@cache
def warm() -> Warm:
    return Warm(surroundings(SEEDS), ROOT, LONGEST)


def surroundings(seeds: Path) -> dict[str, str]:
    """The environment of a build of these pages; what its templates are compiled to is there for the next."""
    path = os.pathsep.join([str(COMPILED), *filter(None, [os.environ.get("PYTHONPATH")])])
    return {**os.environ, "SEEDS": str(seeds), "PYTHONUTF8": "1", "PYTHONPATH": path}


@pytest.fixture(scope="session", autouse=True)
def templates_compiled_once(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """All workers' builds share them, for as long as the tests run."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("COMPILED", str(built_once(tmp_path_factory, "compiled", Path.mkdir)))
        yield


@pytest.fixture(scope="session", autouse=True)
def cache_apart(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """What tested builds remember lies with other temporary files, not in the project."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("NEWSPAPER_CACHE", str(tmp_path_factory.mktemp("cache")))
        yield


@pytest.fixture(scope="session", autouse=True)
def typed_by_nobody() -> Iterator[None]:
    """Under `make test` messages would name the commands as that make was called."""
    with pytest.MonkeyPatch.context() as patch:
        for name in ("NEWSPAPER_ROOT", "NEWSPAPER_CALLER", "SEEDS", "OUTPUT", "BOOK"):
            patch.delenv(name, raising=False)
        yield


@pytest.fixture(scope="session", autouse=True)
def nothing_caught() -> Iterator[None]:
    """What goes wrong with a page in a test is the test's to see; the guard's own tests put it up again."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("NEWSPAPER_GUARD", "off")
        yield


@pytest.fixture(scope="session")
def build() -> Build:
    """`build(seeds, output, TZ="UTC")` → the finished process of a real build."""
    return run_pelican


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the project's own sample pages, in a folder with a blank and Chinese in its name."""
    return spoken(tmp_path_factory, "zh-Hans")


def spoken(folders: pytest.TempPathFactory, language: str) -> Path:
    """The samples' site in a language, built once for all workers: tests only look at it."""
    inner = Path(AWKWARD) / "网站"

    def make(folder: Path) -> None:
        made = run_pelican(SEEDS, folder / inner, NEWSPAPER_LANGUAGE=language)
        assert made.returncode == 0, made.stderr

    return built_once(folders, f"site-{language}", make) / inner


class SilentHandler(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - the name it has in the library
        pass


@pytest.fixture(scope="session")
def http_site(site: Path) -> Iterator[str]:
    """Its address on a web server of this machine, under a path with a blank and Chinese; ends in a slash."""
    handler = partial(SilentHandler, directory=str(site.parent.parent))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/{quote(AWKWARD)}/{quote(site.name)}/"
        server.shutdown()


@pytest.fixture(scope="session")
def file_site(site: Path) -> str:
    """Its address as files on a stick; ends in a slash."""
    return site.as_uri() + "/"


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """A running headless Chromium; where none can be had the tests that need it fail."""
    ensure_chinese_font()
    with sync_playwright() as playwright:
        expect.set_options(timeout=PATIENCE)
        browser = playwright.chromium.launch(
            executable_path=ensure_chromium(),
            args=["--no-sandbox", f"--disable-features={NOT_IN_CHROMIUM}"],
            timeout=PATIENCE,
        )
        open_context = browser.new_context

        def patient(**settings: Any) -> BrowserContext:
            context = open_context(**settings)
            context.set_default_timeout(PATIENCE)
            return context

        browser.new_context = patient  # type: ignore[method-assign]
        yield browser
        browser.close()


def have_ended(processes: Collection[int]) -> bool:
    """Whether none of them is at work any more, be it a little later."""
    end = time.monotonic() + PATIENCE / 1000
    while any(map(is_alive, processes)) and time.monotonic() < end:
        time.sleep(0.02)
    return not any(map(is_alive, processes))


def is_alive(process: int) -> bool:
    """Whether it is there and has not ended; one that has ended and that nobody asked for is a zombie."""
    try:
        return Path(f"/proc/{process}/stat").read_text("utf-8").rpartition(") ")[2][0] != "Z"
    except FileNotFoundError:
        return False


@pytest.fixture
def free_port() -> int:
    """A port of this machine that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
