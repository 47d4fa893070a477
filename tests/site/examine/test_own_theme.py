"""docs/theme.md, done to the letter in a copy of the project, gives the site the look that it promises."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from conftest import ROOT, SEEDS

from .conftest import tab

pytestmark = [pytest.mark.browser, pytest.mark.build]

# A paragraph that begins with a file's name, and what goes into it.
STEP = re.compile(r"^`([\w./]+)` [^\n]*\n\n```\w+\n(.*?)```", re.MULTILINE | re.DOTALL)
BLUE, PALE_BLUE = "rgb(31, 79, 139)", "rgb(156, 195, 242)"


@pytest.fixture(scope="module")
def own_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample site, built in a copy of the project with what the page says added to it."""
    project = tmp_path_factory.mktemp("own") / "数字报 样子"
    for folder in ("content", "theme"):
        shutil.copytree(ROOT / folder, project / folder)
    shutil.copyfile(ROOT / "pelicanconf.py", project / "pelicanconf.py")
    (project / "node_modules").symlink_to(ROOT / "node_modules")
    for name, text in STEP.findall((ROOT / "docs" / "theme.md").read_text("utf-8")):
        (project / name).parent.mkdir(exist_ok=True)
        with (project / name).open("a", encoding="utf-8") as file:
            file.write(text)
    command = [
        sys.executable,
        "-m",
        "pelican",
        "content",
        "--settings",
        "pelicanconf.py",
        "--fatal",
        "errors",
    ]
    path = os.pathsep.join([str(ROOT / "plugins"), os.environ.get("PYTHONPATH", "")])
    settings = {**os.environ, "SEEDS": str(SEEDS), "OUTPUT": str(project / "output"), "PYTHONPATH": path}
    made = subprocess.run(command, cwd=project, env=settings, capture_output=True, text=True, check=False)
    assert 0 == made.returncode, made.stderr
    return project / "output"


def test_the_page_needs_ten_lines_at_most() -> None:
    steps = STEP.findall((ROOT / "docs" / "theme.md").read_text("utf-8"))
    assert ["own/base.html", "content/own.css", "pelicanconf.py"] == [name for name, _ in steps]
    assert sum(len(text.splitlines()) for _, text in steps) <= 10


@pytest.mark.parametrize(
    "address", ["index.html", "jinri-linlan/2023/2023-05-26/c01-01.html", "pages/help.html"]
)
@pytest.mark.parametrize(("scheme", "colour"), [("light", BLUE), ("dark", PALE_BLUE)])
def test_the_own_colour_and_the_own_block_are_on_every_page(
    chromium: Browser, own_site: Path, address: str, scheme: str, colour: str
) -> None:
    with tab(chromium, color_scheme=scheme) as page:
        page.goto((own_site / address).as_uri())
        nameplate = page.locator(".masthead__name a")
        assert colour == nameplate.evaluate("link => getComputedStyle(link).color")
        assert "临澜区图书馆地方文献室" == page.locator("footer").inner_text()


def test_what_is_not_overridden_stays(own_site: Path, site: Path) -> None:
    assert (site / "theme/article.css").read_bytes() == (own_site / "theme/article.css").read_bytes()
    assert (site / "404.html").read_bytes() == (own_site / "404.html").read_bytes()
