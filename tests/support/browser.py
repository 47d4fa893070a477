"""A real Chromium, a real Firefox, a Chinese font for the browser tests: found, installed, or a failure.

`make test` runs this file before the tests. On a bare machine Chinese would be drawn as boxes, so a font is
looked for as well; nothing is ever skipped because one of the three is missing.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
FIREFOX_NAMES = ("firefox-esr", "firefox")
FIREFOX_SAYS = b"Mozilla Firefox"
FONT_FOLDERS = ("/usr/share/fonts", "/usr/local/share/fonts", "~/.local/share/fonts", "~/.fonts")
FONT_NAMES = ("*CJK*", "*SourceHan*", "wqy-*", "DroidSansFallback*")
PATIENCE = 600  # seconds for one installer
HEADLESS = ("--headless", "--no-sandbox", "--disable-gpu", "--dump-dom", "about:blank")


class NoBrowserError(Exception):
    """Neither found nor to be installed: what was tried, and what the reader can type."""


def find_chromium() -> Path | None:
    """`$CHROMIUM`, else one on the PATH, else the one that Playwright has installed; only one that starts."""
    return next((path for path in candidates() if starts(path)), None)


def candidates() -> Iterator[Path]:
    named = os.environ.get("CHROMIUM")
    if named:
        yield Path(named)
        return
    for name in NAMES:
        found = shutil.which(name)
        if found:
            yield Path(found)
    folder = Path(os.environ.get("PLAYWRIGHT_BROWSERS_PATH", "~/.cache/ms-playwright")).expanduser()
    yield from sorted(folder.glob("chromium-*/chrome-linux*/chrome"), reverse=True)


def starts(path: Path) -> bool:
    """Ubuntu's /usr/bin/chromium-browser is there but only says that it wants a snap."""
    try:
        run = subprocess.run([path, *HEADLESS], capture_output=True, timeout=60, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return run.returncode == 0 and b"<html>" in run.stdout


def find_firefox() -> Path | None:
    """`$FIREFOX`, else one on the PATH that says what it is: Ubuntu's only says that it wants a snap."""
    named = os.environ.get("FIREFOX")
    for name in (named,) if named else FIREFOX_NAMES:
        found = shutil.which(name)
        if found and FIREFOX_SAYS in said_of_itself(found):
            return Path(found)
    return None


def said_of_itself(program: str) -> bytes:
    try:
        run = subprocess.run([program, "--version"], capture_output=True, timeout=60, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return b""
    return run.stdout


@cache
def ensure_firefox() -> Path:
    if not find_firefox():
        try_in_turn([apt_get("update", "-q"), apt_get("install", "-qy", "firefox-esr")])
    found = find_firefox()
    if not found:
        raise NoBrowserError(
            "找不到也装不上 Firefox，浏览器测试无法进行。"
            "请运行：sudo apt install firefox-esr，或用 FIREFOX=… 指明一个。"
        )
    return found


def has_chinese_font() -> bool:
    if shutil.which("fc-list"):
        return bool(
            subprocess.run(["fc-list", ":lang=zh-cn"], capture_output=True, check=False).stdout.strip()
        )
    folders = [Path(folder).expanduser() for folder in FONT_FOLDERS]
    return any(next(folder.rglob(name), None) for folder in folders for name in FONT_NAMES)


def apt_get(*arguments: str) -> Sequence[str]:
    """As root, else by a sudo that asks nothing: a test run must not stop at a password."""
    return (*(() if os.geteuid() == 0 else ("sudo", "-n")), "apt-get", *arguments)


def try_in_turn(commands: Sequence[Sequence[str]]) -> None:
    """Run each command, its output shown; one that fails or is missing is left to the check that follows."""
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for command in commands:
        print("+", *command, file=sys.stderr, flush=True)
        try:
            subprocess.run(command, env=environment, stdout=sys.stderr, timeout=PATIENCE, check=False)
        except (OSError, subprocess.TimeoutExpired) as error:
            print(f"  {error}", file=sys.stderr)


def ensure_chromium() -> Path:
    if os.environ.get("CHROMIUM") and not find_chromium():
        raise NoBrowserError(f"$CHROMIUM: “{os.environ['CHROMIUM']}”启动不了。请改正它，或去掉这个环境变量。")
    by_playwright = [sys.executable, "-m", "playwright", "install", "--with-deps", "chromium"]
    by_apt = [apt_get("update", "-q"), apt_get("install", "-qy", "chromium")]
    for commands in ([], [by_playwright], by_apt):
        try_in_turn(commands)
        found = find_chromium()
        if found:
            return found
    raise NoBrowserError(
        "找不到也装不上 Chromium,浏览器测试无法进行。"
        "请运行：sudo apt install chromium，或用 CHROMIUM=… 指明一个。"
    )


def ensure_chinese_font() -> None:
    if not has_chinese_font():
        try_in_turn([apt_get("update", "-q"), apt_get("install", "-qy", "fonts-noto-cjk")])
    if not has_chinese_font():
        raise NoBrowserError("没有也装不上中文字体，版面无从核对。请运行：sudo apt install fonts-noto-cjk")


def main() -> int:
    try:
        print(f"浏览器：{ensure_chromium()}、{ensure_firefox()}")
        ensure_chinese_font()
    except NoBrowserError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
