"""Pages whose right reading is known, by where they come from.

A source is one newspaper of one time, whose pages are set alike; what was made is grouped by its shape:
the cases by file, samples by how they were spoilt.
"""

import json
import os
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any

from disturb import DISTURBANCES
from made_pages import made_pages

from newspaper_archive.folder.text.encoding import decode
from newspaper_archive.folder.text.lines import normalise
from newspaper_archive.reading.printed import Printed, printed

ROOT = Path(__file__).resolve().parent.parent
sys.path += [str(ROOT / "tests"), str(ROOT / "tests" / "support")]

from case_files import cases as all_cases  # noqa: E402 - the tests are no package of ours

SHARED = Path(os.environ.get("NEWSPAPER_SHARED") or ROOT.parent / "shared")
NEWSPAPERS = {
    "People's Daily 2001": ("101_", "102_", "103_", "104_", "105_", "106_", "129_", "151_", "152_"),
    "People's Daily, OCR": ("124_", "125_"),
    "Shun Pao 1948": ("112_", "130_", "143_"),
    "district paper": ("000_", "001_", "002_", "003_", "004_"),
}
"""By the beginning of a page's name; every other page is a source of its own."""
SAMPLES, MADE = "samples", "made: "
Truth = dict[str, Any] | str


@dataclass(frozen=True, slots=True)
class Known:
    """A page as printed; its `truth` is a reading by hand, or a case's dump."""

    source: str
    name: str
    page: Printed
    truth: Truth

    @property
    def is_made(self) -> bool:
        return self.source.startswith(MADE)


def known_pages(folder: Path | None = None) -> Iterator[Known]:
    """Real pages if they are there, the samples, then what was made; `folder` holds pages/ and gold/."""
    for place in [folder] if folder else [SHARED / "fidelity", SHARED / "fidelity" / "opened"]:
        yield from real_pages(place)
    golds = [
        json.loads(path.read_text("utf-8"))
        for path in sorted((ROOT / "tests" / "reading" / "gold").glob("*.json"))
    ]
    for gold in golds:
        text = decode((ROOT / "seeds" / gold["_path"]).read_bytes()).text
        yield from _as_found_and_spoilt(SAMPLES, text, gold, gold["_path"])
    yield from (_known(f"{MADE}{shape}", text, gold) for shape, text, gold in made_pages(golds))
    yield from cases()


def real_pages(folder: Path) -> Iterator[Known]:
    for path in sorted((folder / "gold").glob("*.json")):
        gold = json.loads(path.read_text("utf-8"))
        places = (folder / "pages" / gold["file"], SHARED / "seeds" / gold["file"])
        found = next(place for place in places if place.is_file())
        yield from _as_found_and_spoilt(
            _newspaper(path.stem), decode(found.read_bytes()).text, gold, path.stem
        )


def _newspaper(name: str) -> str:
    return next((paper for paper, heads in NEWSPAPERS.items() if name.startswith(heads)), name)


def _as_found_and_spoilt(source: str, text: str, gold: dict[str, Any], name: str) -> Iterator[Known]:
    """As it is, and in every way of spoiling it that changes it."""
    yield _known(source, text, gold, name)
    whose = "samples" if source == SAMPLES else "newspapers"
    for way, disturb in DISTURBANCES.items():
        spoilt = disturb(text, gold, Random(f"{name} {way}"))
        if spoilt != text:
            yield _known(f"{MADE}{whose}, {way}", spoilt, gold, name)


def cases() -> Iterator[Known]:
    """The fixtures of the reader's rules, but those that it is known to fail."""
    for case in all_cases():
        if not case.fails:
            yield _known(f"{MADE}cases, {case.file}", case.text, case.expected, case.title)


def _known(source: str, text: str, truth: Truth, name: str = "") -> Known:
    return Known(source, name, printed("page.txt", normalise(text)), truth)
