"""Reads pages that nobody would print, many of them: none may stop the reader, none may lose a letter.

`make fuzz` splices a hundred thousand from the samples, the tests' cases and, where they are, the real pages;
`make fuzz FUZZ=1000` fewer, `FUZZ="1 100250"` the one page of that seed: the same texts give the same pages.
"""

import json
import platform
import sys
import tempfile
import time
import unicodedata
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from disorder import chance
from newspaper_archive import __version__
from newspaper_archive.desk.page_json import page_json
from newspaper_archive.make.read_pages import page_problems, read_page
from newspaper_archive.model import Edition, PageFile, Severity
from splices import SHARED, sources, spliced

PAGES = 100_000
EVERY = 5_000
LOST = "lost-text"
EDITION = Edition("fuzz", "今日临澜", "云汀日报")


@dataclass(slots=True)
class Tally:
    """What was met; seeds stand for pages. `errors` are the codes of a page's errors, and what was raised."""

    pages: int = 0
    size: int = 0
    seconds: float = 0.0
    slowest: tuple[float, int, int] = (0.0, 0, 0)
    raised: list[tuple[int, str]] = field(default_factory=list)
    lost: list[int] = field(default_factory=list)
    errors: Counter[str] = field(default_factory=Counter)


def main() -> int:
    pages, first = (*map(int, sys.argv[1:]), *(PAGES, 0)[len(sys.argv) - 1 :])
    texts = sources()
    tally = Tally()
    with tempfile.TemporaryDirectory() as folder:
        for seed in range(first, first + pages):
            _read(spliced(texts, chance(seed)), seed, Path(folder) / "C01.txt", tally)
            if tally.pages % EVERY == 0:
                print(f"{tally.pages} pages, {len(tally.raised)} raised", file=sys.stderr, flush=True)
    print(
        f"newspaper-archive {__version__}, Python {platform.python_version()}, {platform.machine()}, ", end=""
    )
    print(
        f"Unicode {unicodedata.unidata_version}, {'real pages and samples' if SHARED.is_dir() else 'samples'}"
    )
    print("\n".join(_table(tally, first)))
    return 1 if tally.raised or tally.lost else 0


def _read(text: str, seed: int, location: Path, tally: Tally) -> None:
    """One page from its file to its JSON, with all that is asked of it."""
    data = text.encode("utf-8")
    location.write_bytes(data)
    start = time.process_time()
    try:
        page = read_page(PageFile("C01.txt", location, EDITION))
        json.dumps(page_json(page), ensure_ascii=False).encode("utf-8")
    except Exception as error:  # noqa: BLE001 - whatever is raised is what is looked for
        tally.raised.append((seed, repr(error)))
        codes = []
    else:
        codes = [problem.code for problem in page_problems(page) if problem.severity is Severity.ERROR]
    seconds = time.process_time() - start
    tally.pages += 1
    tally.size += len(data)
    tally.seconds += seconds
    tally.slowest = max(tally.slowest, (seconds, seed, len(data)))
    tally.errors.update(set(codes))
    if LOST in codes:
        tally.lost.append(seed)


def _table(tally: Tally, first: int) -> list[str]:
    seconds, seed, size = tally.slowest
    share = len(tally.lost) / tally.pages
    others = ", ".join(f"{code} {n}" for code, n in sorted(tally.errors.items()) if code != LOST)
    return [
        "| what | of these pages |",
        "|---|---|",
        f"| pages | {tally.pages:,}, seeds {first} to {first + tally.pages - 1} |",
        f"| text | {tally.size / 1e6:.0f} MB, {tally.size / tally.pages / 1e3:.1f} kB a page |",
        f"| CPU time | {tally.seconds:.0f} s, {1e3 * tally.seconds / tally.pages:.1f} ms a page |",
        f"| exceptions | {len(tally.raised)} {tally.raised[:5] or ''} |",
        f"| pages with lost letters | {len(tally.lost)} ({share:.3%}) {tally.lost[:5] or ''} |",
        f"| other errors of pages | {others or 'none'} |",
        f"| slowest page | {1e3 * seconds:.0f} ms (seed {seed}, {size / 1e3:.0f} kB) |",
    ]


if __name__ == "__main__":
    sys.exit(main())
