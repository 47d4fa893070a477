"""Whether the doubts that `check` reports point to what is wrong in a reading, and how many doubts there are.

Pages read by hand are read by the program, as found, disturbed, and by readers that lack something. What is
wrong counts as reported where a doubt names one of its lines or the line next to it; a doubt of over 3 lines
counts as so many. Half of the pages served to set the limits (set), the other is the proof.
"""

import json
import os
import platform
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random

from disturb import DISTURBANCES, Gold
from weaker import weaker
from wrong_cuts import stories_right, wrong_cuts

from newspaper_archive import __version__
from newspaper_archive.folder.text.transcript import read_transcript
from newspaper_archive.folder.walk import find_page
from newspaper_archive.make.read_pages import page_problems, read_page
from newspaper_archive.model import Page, PageFile, Problem
from newspaper_archive.settings import Settings

ROOT = Path(__file__).resolve().parent.parent
SHARED = Path(os.environ.get("NEWSPAPER_SHARED") or ROOT.parent / "shared")
SEEDS = 3
KINDS = ("cut", "head", "name")
WELL_READ = 0.98
"""F1 of the stories from which on a page counts as read well."""
AT_ONCE = 3
"""Lines that one doubt may name and count as one."""
AS_FOUND, DISTURBED = "as found", "disturbed"
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
    text: str
    gold: Gold
    kind: str
    half: str


def main() -> int:
    if not (SHARED / "fidelity" / "gold").is_dir():
        print(f"skipped: the real pages with readings by hand are not here ({SHARED.name}/fidelity/gold)")
        return 0
    counts: Counts = Counter()
    seen: set[tuple[str, object]] = set()
    cases = [Case(*one, "proof" if at % 2 else "set") for at, one in enumerate(pages())]
    for way, case, page in readings(cases):
        if (case.name, told(page)) not in seen:
            seen.add((case.name, told(page)))
            for what, number in measured(case, page).items():
                counts[case.half, case.kind, way, what] += number
    print(f"newspaper-archive {__version__}, Python {platform.python_version()}, {platform.machine()}")
    for line in table(counts):
        print(line)
    return 0


def readings(cases: list[Case]) -> Iterator[tuple[str, Case, Page]]:
    """Every page as found, disturbed in every way, and read by every weaker reader."""
    for case in cases:
        yield AS_FOUND, case, read(case.text)
    for case in cases:
        for way, disturb in DISTURBANCES.items():
            for seed in range(SEEDS):
                disturbed = disturb(case.text, case.gold, Random(f"{case.name} {way} {seed}"))
                yield DISTURBED, case, read(disturbed)
    for way, readers in weaker().items():
        for reader in readers:
            with reader:
                for case in cases:
                    yield way, case, read(case.text)


def told(page: Page) -> object:
    """What of a reading can be right or wrong, and what was doubted: the same counts once."""
    reading = page.reading
    return hash((reading.articles, reading.captions, reading.spans, page_problems(page)))


def pages() -> Iterator[tuple[str, str, Gold, str]]:
    """Real pages, then the samples, each kind by name."""
    fidelity = SHARED / "fidelity"
    for path in sorted([*fidelity.glob("gold/*.json"), *fidelity.glob("opened/gold/*.json")]):
        gold = json.loads(path.read_text("utf-8"))
        folders = (fidelity / "pages", fidelity / "opened" / "pages", SHARED / "seeds")
        location = next(folder / gold["file"] for folder in folders if (folder / gold["file"]).is_file())
        yield path.stem, transcript(location), gold, "real"
    for path in sorted((ROOT / "tests" / "reading" / "gold").glob("*.json")):
        gold = json.loads(path.read_text("utf-8"))
        yield path.stem, transcript(ROOT / "seeds" / gold["_path"]), gold, "samples"


def transcript(location: Path) -> str:
    return read_transcript(found(location)).text


def found(location: Path) -> PageFile:
    return find_page(location, Settings(seeds=location.parent).edition).pages[0]


def measured(case: Case, page: Page) -> Counter[str]:
    """What is wrong, by kind, how much of it a doubt points to; the doubts of pages that are read well."""
    doubts = [problem for problem in page_problems(page) if problem.code not in NOT_OF_THE_READING]
    named = {line for doubt in doubts for line in lines_of(doubt)}
    printed = [line.number for line in page.lines if line.raw.strip()]
    found: Counter[str] = Counter(readings=1)
    for wrong in wrong_cuts(case.gold, page):
        found[wrong.kind] += 1
        found[f"{wrong.kind} reported"] += not named.isdisjoint(beside(wrong.lines, printed))
    if stories_right(case.gold, page) >= WELL_READ:
        found["stories"] += len(case.gold["articles"])
        found["doubts"] += sum(counted(doubt) for doubt in doubts)
    return found


def counted(doubt: Problem) -> int:
    lines = len(lines_of(doubt))
    return lines if lines > AT_ONCE else 1


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
    """A row for each way of reading and kind of page; then each half of all but as found."""
    head = ("way", "pages", "half", "readings", *KINDS, "stories", "doubts", "a story")
    yield row(head)
    yield row(("---",) * len(head))
    ways = (AS_FOUND, DISTURBED, *weaker())
    for way in ways:
        for kind in ("real", "samples"):
            yield figures((way, kind, "both"), counts, [(half, kind, way) for half in ("set", "proof")])
    for half in ("set", "proof"):
        keys = [(half, kind, way) for kind in ("real", "samples") for way in ways[1:]]
        yield figures(("all but as found", "all", half), counts, keys)


def figures(name: tuple[str, str, str], counts: Counts, keys: list[tuple[str, str, str]]) -> str:
    total: Counter[str] = Counter()
    for half, kind, way, what in counts:
        if (half, kind, way) in keys:
            total[what] += counts[half, kind, way, what]
    shares = (share(total[f"{kind} reported"], total[kind]) for kind in KINDS)
    a_story = f"{total['doubts'] / total['stories']:.2f}" if total["stories"] else "–"
    return row((*name, str(total["readings"]), *shares, str(total["stories"]), str(total["doubts"]), a_story))


def share(reported: int, wrong: int) -> str:
    return f"{reported} of {wrong} ({reported / wrong:.2f})" if wrong else "–"


def row(cells: tuple[str, ...]) -> str:
    return "| " + " | ".join(cells) + " |"


if __name__ == "__main__":
    sys.exit(main())
