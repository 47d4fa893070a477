"""With the sidecars in `tests/sidecars` the five real pages beside the repository are read without a fault.

They hold line numbers, roles and checksums, and no word of the pages. Where `../shared` is missing the score
is skipped by name.
"""

import shutil
from pathlib import Path

import pytest

from newspaper_archive.desk.console import main

from .test_fidelity import SHARED, score

SIDECARS = Path(__file__).parent / "sidecars"


@pytest.fixture(scope="module")
def readings(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The seeds, parsed with their sidecars as the desk would parse them."""
    seeds, parsed = tmp_path_factory.mktemp("seeds"), tmp_path_factory.mktemp("parsed")
    for sidecar in sorted(SIDECARS.glob("*.yaml")):
        shutil.copy(sidecar, seeds)
        shutil.copy(SHARED / "seeds" / f"{sidecar.stem}.txt", seeds)
    assert main(["parse", str(seeds), "--out", str(parsed)]) == 0
    return parsed


@pytest.mark.skipif(not SHARED.is_dir(), reason=f"no {SHARED.name} folder beside the repository")
def test_every_field_of_the_five_seeds_is_right(readings: Path) -> None:
    assert len(list(readings.glob("*.json"))) == 5
    fields = score(readings, "00*")
    lost = fields.pop("lost")
    scores = {name: field.get("f1", field.get("acc")) for name, field in fields.items()}
    assert {name: value for name, value in scores.items() if value not in (1.0, None)} == {}
    assert (0, 0) == (lost["con"], lost["bad"])


def test_the_sidecars_hold_no_word_of_the_pages() -> None:
    assert [
        path.name for path in sorted(SIDECARS.glob("*.yaml")) if not path.read_text("utf-8").isascii()
    ] == []
