"""Real pages with readings by hand lie beside the repository, in `../shared`: nothing of them may be lost.

Where that folder is missing, as in a copy of the repository alone, these tests are skipped by name.
"""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from newspaper_archive.desk.page_json import reading_json
from newspaper_archive.folder.text.encoding import decode
from newspaper_archive.folder.text.lines import normalise
from newspaper_archive.problems.lost import lost_text
from newspaper_archive.reading.assemble import assemble_page
from prints import printed

SHARED = Path(__file__).parents[2].parent / "shared"
FLOORS: dict[str, dict[str, float]] = json.loads((Path(__file__).parent / "floors.json").read_text("utf-8"))[
    "fidelity"
]

pytestmark = pytest.mark.skipif(not SHARED.is_dir(), reason=f"no {SHARED.name} folder beside the repository")


@pytest.fixture(scope="module")
def readings(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("readings")
    parse_real_pages(folder)
    return folder


def parse_real_pages(folder: Path) -> None:
    """Writes the parsed real pages, a JSON each."""
    for page in sorted([*SHARED.glob("seeds/*.txt"), *SHARED.glob("fidelity/pages/*.txt")]):
        reading = assemble_page(page.name, normalise(_text(page.read_bytes())))
        parsed = json.dumps(reading_json(page.name, reading), ensure_ascii=False)
        (folder / page.name).with_suffix(".json").write_text(parsed, "utf-8")


def _text(data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("gb18030")


def score(readings: Path, files: str) -> dict[str, Any]:
    """What the scorer says of the pages that `files` names."""
    said = readings / "score.said"
    command = [
        sys.executable,
        str(SHARED / "fidelity" / "score.py"),
        str(SHARED / "fidelity" / "gold"),
        str(readings),
    ]
    subprocess.run([*command, "--files", files, "--json", str(said)], check=True, capture_output=True)
    fields: dict[str, Any] = json.loads(said.read_text("utf-8"))["fields"]
    return fields


def test_no_character_of_a_real_page_is_lost(readings: Path) -> None:
    lost = score(readings, "*")["lost"]
    assert (0, 0) == (lost["con"], lost["bad"])


def all_pages() -> list[str]:
    """The real pages, and the invented ones on which something once went wrong."""
    pages = (path for path in SHARED.rglob("*") if path.suffix in (".txt", ".md"))
    kept = (path.relative_to(SHARED).as_posix() for path in pages if path.name != "EXPECT.md")
    return sorted(path for path in kept if path.startswith(("seeds/", "fidelity/", "cases/")))


@pytest.mark.parametrize("page", all_pages())
def test_no_letter_of_a_page_drops_out_of_its_reading(page: str) -> None:
    assert list(lost_text(printed(decode((SHARED / page).read_bytes()).text))) == []


@pytest.mark.parametrize("files", sorted(FLOORS))
def test_real_pages_are_read_no_worse_than_they_were(readings: Path, files: str) -> None:
    fields = score(readings, files)
    now = {name: fields[name].get("f1", fields[name].get("acc")) for name in FLOORS[files]}
    assert {name: (floor, now[name]) for name, floor in FLOORS[files].items() if now[name] < floor} == {}
