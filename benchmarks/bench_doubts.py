"""Whether the doubts that `check` reports point to the cuts that are wrong, and how many doubts there are.

Pages read by hand, as found and disturbed, are read by the program; a wrong cut counts as reported where a
doubt names one of its lines or the line next to it. Half of the pages served to set the limits (set), the
other half is for the proof (proof).
"""

import json
import os
import platform
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from random import Random

from disturb import DISTURBANCES, Gold
from wrong_cuts import wrong_cuts

from newspaper_archive import __version__
from newspaper_archive.folder.text.transcript import read_transcript
from newspaper_archive.folder.walk import find_page
from newspaper_archive.make.read_pages import page_problems, read_page
from newspaper_archive.model import Page, PageFile, Problem
from newspaper_archive.settings import Settings

ROOT = Path(__file__).resolve().parent.parent
SHARED = Path(os.environ.get("NEWSPAPER_SHARED") or ROOT.parent / "shared")
SEEDS = 3
WHAT = ("stories", "wrong", "reported", "doubts", "lines")
AS_FOUND = "as found"
# They say what is unknown of the page, not what may be wrong in its reading.
NOT_OF_THE_READING = frozenset(
    {
        *("undated", "doubtful-date", "date-conflict", "folio-conflict", "dateline-after-date"),
        *("weekday-mismatch", "lunar-year-mismatch", "lunar-day-mismatch"),
    }
)

Counts = Counter[tuple[str, str, str, str]]


@dataclass(frozen=True, slots=True)
class Case:
    """A page with its reading by hand; `kind` is real or samples, `half` set or proof."""

    name: str
    way: str
    text: str
    gold: Gold
    kind: str
    half: str


def main() -> int:
    if not (SHARED / "fidelity" / "gold").is_dir():
        print(f"skipped: the real pages with readings by hand are not here ({SHARED.name}/fidelity/gold)")
        return 0
    counts: Counts = Counter()
    for case in cases():
        for what, number in measured(case).items():
            counts[case.half, case.kind, case.way, what] += number
    print(f"newspaper-archive {__version__}, Python {platform.python_version()}, {platform.machine()}")
    for line in table(counts):
        print(line)
    return 0


def cases() -> Iterator[Case]:
    """Every page as found, and disturbed in every way that changes it."""
    for place, (name, text, gold, kind) in enumerate(pages()):
        half = "proof" if place % 2 else "set"
        yield Case(name, AS_FOUND, text, gold, kind, half)
        for way, disturb in DISTURBANCES.items():
            seen = {text}
            for seed in range(SEEDS):
                disturbed = disturb(text, gold, Random(f"{name} {way} {seed}"))
                if disturbed not in seen:
                    seen.add(disturbed)
                    yield Case(name, way, disturbed, gold, kind, half)


def pages() -> Iterator[tuple[str, str, Gold, str]]:
    """Real pages, then the samples, each kind by name."""
    for path in sorted((SHARED / "fidelity" / "gold").glob("*.json")):
        gold = json.loads(path.read_text("utf-8"))
        folders = (SHARED / "fidelity" / "pages", SHARED / "seeds")
        location = next(folder / gold["file"] for folder in folders if (folder / gold["file"]).is_file())
        yield path.stem, transcript(location), gold, "real"
    for path in sorted((ROOT / "tests" / "reading" / "gold").glob("*.json")):
        gold = json.loads(path.read_text("utf-8"))
        yield path.stem, transcript(ROOT / "seeds" / gold["_path"]), gold, "samples"


def transcript(location: Path) -> str:
    return read_transcript(found(location)).text


def found(location: Path) -> PageFile:
    return find_page(location, Settings(seeds=location.parent).edition).pages[0]


def measured(case: Case) -> Counter[str]:
    """Stories by hand, wrong cuts, how many of them a doubt points to, and doubts."""
    page = read(case.text)
    wrong = wrong_cuts(case.gold, page)
    doubts = [problem for problem in page_problems(page) if problem.code not in NOT_OF_THE_READING]
    named = {line for doubt in doubts for line in lines_of(doubt)}
    printed = [line.number for line in page.lines if line.raw.strip()]
    return Counter(
        stories=len(case.gold["articles"]),
        wrong=len(wrong),
        reported=sum(not named.isdisjoint(beside(cut.lines, printed)) for cut in wrong),
        doubts=len(doubts),
        lines=len(named),
    )


def read(text: str) -> Page:
    with tempfile.TemporaryDirectory() as folder:
        location = Path(folder) / "C01.txt"
        location.write_text(text, "utf-8")
        return read_page(found(location))


def lines_of(doubt: Problem) -> set[int]:
    return {line for line in (doubt.line, *doubt.also) if line is not None}


def beside(lines: frozenset[int], printed: list[int]) -> set[int]:
    """The lines and, blank ones not counted, the line above and below each."""
    place = {number: at for at, number in enumerate(printed)}
    around = {place[line] + step for line in lines if line in place for step in (-1, 0, 1)}
    return {printed[at] for at in around if 0 <= at < len(printed)}


def table(counts: Counts) -> Iterator[str]:
    """A row for each half, kind of page and way of disturbing it; then either half and all of it."""
    head = ("half", "pages", "way", "stories", "wrong", "reported", "share", "doubts", "a story", "lines")
    yield row(head)
    yield row(("---",) * len(head))
    ways = (AS_FOUND, *DISTURBANCES)
    for half, kind, way in product(("set", "proof"), ("real", "samples"), ways):
        yield figures(half, kind, way, counts, [(half, kind, way)])
    for halves in (("set",), ("proof",), ("set", "proof")):
        name = halves[0] if len(halves) == 1 else "both"
        for chosen, way in ((ways[:1], AS_FOUND), (ways, "all")):
            yield figures(name, "all", way, counts, list(product(halves, ("real", "samples"), chosen)))


def figures(half: str, kind: str, way: str, counts: Counts, keys: list[tuple[str, str, str]]) -> str:
    total = {what: sum(counts[(*key, what)] for key in keys) for what in WHAT}
    share = f"{total['reported'] / total['wrong']:.2f}" if total["wrong"] else "–"
    a_story = f"{total['doubts'] / total['stories']:.2f}" if total["stories"] else "–"
    cells = (
        total["stories"],
        total["wrong"],
        total["reported"],
        share,
        total["doubts"],
        a_story,
        total["lines"],
    )
    return row((half, kind, way, *map(str, cells)))


def row(cells: tuple[str, ...]) -> str:
    return "| " + " | ".join(cells) + " |"


if __name__ == "__main__":
    sys.exit(main())
