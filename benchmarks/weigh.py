"""What each cue is worth: how pages are read without it, by source, and how a source left out is read.

A cue that serves one page alone is a rule about that page. Stories come first, their headlines second; parts
are all else: bylines, crossheads, captions, furniture. `PAGES=` names a folder of others (pages/, gold/).
"""

import os
import platform
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from itertools import product
from multiprocessing import get_context
from pathlib import Path
from statistics import fmean

from known_pages import MADE, Known, known_pages
from read_with import Scales, kept_scenes, read_with
from right_stories import FIELDS, Score, f1, of_dumps, of_gold, page_of

from newspaper_archive import __version__
from newspaper_archive.model import Reading
from newspaper_archive.reading.classify.cues import CUES, Cue
from reading.dump import dump

STEPS = (0.0, 0.5, 1.5)
IMPORTANCE = {"stories": 1.0, "headlines": 0.5, "parts": 0.25}
LEAST_GAIN = 1e-9
Scores = Mapping[str, Score]


class Bench:
    """The pages, and how they were read so far: once for all weights that are the same to a page."""

    def __init__(self, pages: Sequence[Known]) -> None:
        self.pages = pages
        self.sources = tuple(dict.fromkeys(one.source for one in pages))
        self.made = frozenset(one.source for one in pages if one.is_made)
        self._scores: dict[tuple[int, frozenset[tuple[str, float]]], Score] = {}
        self._readings: dict[tuple[int, tuple[object, ...]], Score] = {}
        self.seen: list[frozenset[str]] = []
        for at, one in enumerate(pages):
            reading, seen = read_with(one.page, {})
            self.seen.append(seen)
            self._scores[at, frozenset()] = self._scored(at, reading)

    def score(self, at: int, scales: Scales) -> Score:
        key = (at, frozenset((name, scale) for name, scale in scales.items() if name in self.seen[at]))
        if key not in self._scores:
            self._scores[key] = self._scored(at, read_with(self.pages[at].page, scales)[0])
        return self._scores[key]

    def by_source(self, scales: Scales, sources: Iterable[str] = ()) -> Scores:
        """The scores of these sources, or of all."""
        found = {source: Counter[str]() for source in sources or self.sources}
        for at, one in enumerate(self.pages):
            if one.source in found:
                found[one.source].update(self.score(at, scales))
        return found

    def worth(self, scores: Scores) -> float:
        """Newspapers and samples count as much as all that was made, and each source as the next."""
        kinds: dict[bool, list[Score]] = {False: [], True: []}
        for source, score in scores.items():
            kinds[source in self.made].append(score)
        return sum(
            weight * f1(score, field) / len(kind)
            for kind in kinds.values()
            for score in kind
            for field, weight in IMPORTANCE.items()
        )

    def _scored(self, at: int, reading: Reading) -> Score:
        """Readings that say the same are scored once."""
        one = self.pages[at]
        said = (reading.articles, reading.captions, reading.teasers, reading.furniture, reading.label_lines)
        key = (at, (*said, reading.colophon))
        if key not in self._readings:
            self._readings[key] = scored(one, reading)
        return self._readings[key]


def scored(one: Known, reading: Reading) -> Score:
    if isinstance(one.truth, str):
        return of_dumps(one.truth, dump(reading))
    return of_gold(one.truth, page_of(reading, one.page.in_place))


def evidence(bench: Bench, left_out: str) -> list[str]:
    """The other sources, and what was made; spoilt newspapers and the rules' own cases may stem from it."""
    stem = ("newspapers,", "cases,", f"{left_out},")
    return [
        source
        for source in bench.sources
        if source != left_out and not source.removeprefix(MADE).startswith(stem)
    ]


def chosen(bench: Bench, others: Sequence[str], cues: Iterable[Cue] = CUES) -> dict[str, float]:
    """One pass of steps from the weights as set: a cue that the others do not ask for goes."""
    scales: dict[str, float] = {}
    best = bench.worth(bench.by_source(scales, others))
    for cue, step in product(cues, STEPS):
        tried = scales | {cue.name: step}
        gain = bench.worth(bench.by_source(tried, others)) - best
        if gain > LEAST_GAIN or (step == 0.0 and gain >= -LEAST_GAIN):
            best, scales = best + gain, tried
    return scales


def differences(before: Scores, after: Scores) -> dict[str, tuple[float, ...]]:
    """For each source that changes: by how much each field does."""
    found = {
        source: tuple(f1(after[source], field) - f1(before[source], field) for field in FIELDS)
        for source in before
    }
    return {source: changes for source, changes in found.items() if any(changes)}


def served(changes: Mapping[str, Sequence[float]]) -> set[str]:
    """Sources that are read worse without the cue: in what counts most of that which changes."""
    return {source for source, of_fields in changes.items() if next(filter(None, of_fields)) < 0}


_BENCH: list[Bench] = []


def _without(name: str) -> Scores:
    return _BENCH[0].by_source({name: 0.0})


def _left_out(source: str) -> tuple[dict[str, float], Score]:
    scales = chosen(_BENCH[0], evidence(_BENCH[0], source))
    return scales, _BENCH[0].by_source(scales)[source]


def main() -> int:
    # PAGES is meant from the folder in which make was typed.
    folder = (
        Path(os.environ.get("NEWSPAPER_CALLER", ""), pages) if (pages := os.environ.get("PAGES")) else None
    )
    with kept_scenes():
        bench = Bench(list(known_pages(folder)))
        _BENCH.append(bench)
        print(f"newspaper-archive {__version__}, Python {platform.python_version()}, {platform.machine()}")
        base = bench.by_source({})
        tell(sources_table(bench, base))
        with get_context("fork").Pool() as pool:
            without = pool.map(_without, [cue.name for cue in CUES])
            tell(cues_table(bench, base, dict(zip((cue.name for cue in CUES), without, strict=True))))
            real = [source for source in bench.sources if source not in bench.made]
            left = dict(zip(real, pool.map(_left_out, real, chunksize=1), strict=True))
        tell(left_out_table(base, left))
    return 0


def sources_table(bench: Bench, base: Scores) -> Iterator[str]:
    pages = Counter(one.source for one in bench.pages)
    yield row(("source", "pages", *FIELDS))
    yield row(("---",) * 5)
    for source, score in base.items():
        yield row((source, str(pages[source]), *(f"{f1(score, field):.3f}" for field in FIELDS)))


def cues_table(bench: Bench, base: Scores, without: Mapping[str, Scores]) -> Iterator[str]:
    """Without each cue: what becomes of newspapers and samples, of what was made, and of each source."""
    yield row(("cue", "weights", "serves", "newspapers", "made", "by source (stories/headlines/parts)"))
    yield row(("---",) * 6)
    for cue in CUES:
        changes = differences(base, without[cue.name])
        says = " ".join(f"{part}{weight:+g}" for part, weight in cue.says.items())
        means = (
            _means(changes, [one for one in bench.sources if (one in bench.made) is made])
            for made in (False, True)
        )
        by_source = (f"{source} {_signed(of_fields)}" for source, of_fields in changes.items())
        yield row((cue.name, says, _serves(served(changes), bench.made), *means, "; ".join(by_source)))


def _serves(sources: AbstractSet[str], made: AbstractSet[str]) -> str:
    """`2 + 7` sources and shapes; one that serves none, or one page alone, as found or spoilt, is marked."""
    sources = {one for one in sources if not one.startswith(f"{MADE}newspapers,")}
    mark = (
        " **none**" if not sources else " **one alone**" if len(sources) == 1 and not sources & made else ""
    )
    return f"{len(sources - made)} + {len(sources & made)}{mark}"


def _means(changes: Mapping[str, Sequence[float]], sources: Sequence[str]) -> str:
    nothing = (0.0,) * len(FIELDS)
    return _signed(
        [fmean(column) for column in zip(*(changes.get(one, nothing) for one in sources), strict=True)]
    )


def _signed(changes: Iterable[float]) -> str:
    return "/".join(f"{change:+.3f}" for change in changes)


def left_out_table(base: Scores, left: Mapping[str, tuple[Mapping[str, float], Score]]) -> Iterator[str]:
    yield row(
        ("left out", "stories", "headlines", "as set: stories", "headlines", "cues gone", "other steps")
    )
    yield row(("---",) * 7)
    total: tuple[Score, Score] = (Counter(), Counter())
    for source, (scales, score) in left.items():
        total[0].update(score)
        total[1].update(base[source])
        gone = [name for name, scale in scales.items() if not scale]
        steps = [f"{name}×{scale:g}" for name, scale in scales.items() if scale]
        yield row((source, *_both(score, base[source]), str(len(gone)), " ".join(steps)))
    yield row(("all", *_both(*total), "", ""))


def _both(score: Score, base: Score) -> Iterator[str]:
    return (f"{f1(one, field):.3f}" for one in (score, base) for field in ("stories", "headlines"))


def row(cells: Iterable[str]) -> str:
    return "| " + " | ".join(cells) + " |"


def tell(lines: Iterable[str]) -> None:
    print(*lines, "", sep="\n", flush=True)


if __name__ == "__main__":
    sys.exit(main())
