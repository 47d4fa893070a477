"""The whole built tree holds: each file valid HTML, each link and anchor met, nothing from elsewhere."""

import json
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from conftest import ROOT

from .anatomy import Anatomy, css_loads, is_outside, target

NODE_MODULES = ROOT / "node_modules"
RULES = Path(__file__).parent / "htmlvalidate.json"


@pytest.fixture(scope="module")
def anatomies(site: Path) -> dict[str, Anatomy]:
    """Every HTML file of the site by its address, taken apart."""
    files = sorted(site.rglob("*.html"))
    return {path.relative_to(site).as_posix(): Anatomy(path.read_text("utf-8")) for path in files}


def errors_of(*files: Path) -> list[str]:
    """What html-validate says of these files or folders: `…/index.html:3: no-dup-id: …`."""
    tool = NODE_MODULES / "html-validate" / "bin" / "html-validate.mjs"
    command = ["node", str(tool), "--config", str(RULES), "--formatter", "json", *map(str, files)]
    run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert run.stdout, run.stderr
    return [
        f"{one['filePath']}:{said['line']}: {said['ruleId']}: {said['message']}"
        for one in json.loads(run.stdout)
        for said in one["messages"]
    ]


def test_every_file_is_valid_html(site: Path) -> None:
    assert [] == errors_of(site)


def test_what_is_not_valid_is_found(site: Path, tmp_path: Path) -> None:
    broken = tmp_path / "index.html"
    broken.write_text((site / "index.html").read_text("utf-8").replace("</main>", "", 1), "utf-8")
    assert {"close-order"} <= {said.split(": ")[1] for said in errors_of(broken)}


def unmet(site: Path, anatomies: dict[str, Anatomy]) -> Iterator[str]:
    for here, anatomy in anatomies.items():
        for way in [*anatomy.links, *anatomy.loads]:
            if is_outside(way) or way.startswith("data:"):
                continue
            address, anchor = target(here, way)
            if not (site / address).is_file():
                yield f"{here}: {way}: no such file"
            elif anchor and anchor not in anatomies[address].ids:
                yield f"{here}: {way}: no such place"


def test_every_link_and_anchor_is_met(site: Path, anatomies: dict[str, Anatomy]) -> None:
    assert [] == list(unmet(site, anatomies))


def test_links_that_lead_nowhere_are_found(site: Path, anatomies: dict[str, Anatomy]) -> None:
    broken = Anatomy('<img srcset="a.png 1x"><a href="index.html#nowhere"></a><a href="404.html?q=1#"></a>')
    found = list(unmet(site, {**anatomies, "broken.html": broken}))
    assert ["broken.html: index.html#nowhere: no such place", "broken.html: a.png: no such file"] == found


def test_style_sheets_load_nothing_that_is_not_there(site: Path) -> None:
    for sheet in sorted(site.rglob("*.css")):
        here = sheet.relative_to(site).as_posix()
        ways = css_loads(sheet.read_text("utf-8"))
        assert [] == [way for way in ways if is_outside(way) or not (site / target(here, way)[0]).is_file()]


def test_no_file_loads_anything_from_elsewhere(anatomies: dict[str, Anatomy]) -> None:
    loads = {(here, way) for here, anatomy in anatomies.items() for way in anatomy.loads}
    assert [] == sorted(pair for pair in loads if is_outside(pair[1]))
    assert ("index.html", "theme/home.css") in loads


def test_ids_are_unique_in_every_file(anatomies: dict[str, Anatomy]) -> None:
    assert [] == [here for here, found in anatomies.items() if len(found.ids) != len(set(found.ids))]


def test_the_traditional_page_alone_is_marked_as_traditional(anatomies: dict[str, Anatomy]) -> None:
    marked = {here for here, anatomy in anatomies.items() if "zh-Hant" in anatomy.languages}
    page = "jinri-linlan/2023/2023-06-16/c04"
    issue = "jinri-linlan/2023/2023-06-16/index"
    assert {f"{one}.html" for one in (issue, page, *(f"{page}-0{n}" for n in (1, 2, 3)))} == marked
    assert {"zh-CN"} == {anatomy.languages[0] for anatomy in anatomies.values()}
