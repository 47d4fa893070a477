"""A build of a site before anything is made: marks all the site is made of, asks what there is to do.

Where all is as it was, and the site untouched, that is nothing, and none of what reads and renders is even
loaded; else `site_build.py` makes the new site.
"""

from dataclasses import dataclass
from pathlib import Path

from newspaper_archive.make.book import KeptBook
from newspaper_archive.make.doubt_list import doubt_rows
from newspaper_archive.make.sources import Sources
from newspaper_archive.make.survey import Survey, survey
from newspaper_archive.model import Problem
from newspaper_archive.settings import Settings
from newspaper_archive.store.address_files import FOLDER
from newspaper_archive.store.build_record import (
    BuildRecord,
    is_intact,
    read_build_record,
    with_manifest_mended,
)
from newspaper_archive.store.mark import Marker
from newspaper_archive.store.stage import Stage

FEW = 40
"""Doubts that are listed all, at every build."""
TICK = "看过而不必改的，可以记作核过，以后不再列出：请运行 make check，每一处下面都有要用的命令"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the build has to say: its problems, what the site holds, how many files it wrote and kept.

    `known` are the doubts that the build before this one had as well.
    """

    errors: tuple[Problem, ...]
    warnings: tuple[Problem, ...]
    known: frozenset[Problem]
    holds: str
    written: int
    kept: int
    addresses: str = ""

    def summary(self, output: Path, seconds: float) -> str:
        """The build's last line: what the site holds, what was done for it, and where to look."""
        done = f"写 {self.written} 个文件，{self.kept} 个未变，用时 {seconds:.1f} 秒"
        return f"已建成 {self.holds}；{done}。{self.addresses}请用浏览器打开 {output / 'index.html'}"

    def worth_saying(self) -> list[str]:
        """Every error; every doubt where they are few, else the new ones, and how many are left out.

        A desk that adds one page to ten years of them finds what is doubtful of that page.
        """
        new = [one for one in self.warnings if one not in self.known]
        said = self.warnings if len(self.warnings) <= FEW else new[:FEW]
        left = len(self.warnings) - len(said)
        rows = doubt_rows((*self.errors, *said))
        if not left:
            return [*rows, TICK] if said else rows
        unsaid = len(new) - len(said)
        which = f"，其中 {unsaid} 处是新的" if unsaid else "，上次就有"
        return [*rows, f"另有 {left} 处疑点没有列出{which}。要逐条看，请运行 make check"]


@dataclass(frozen=True, slots=True)
class BuildPlan:
    """All that a site will be made of, as `made_with` (program, theme, settings) and `whole` mark it.

    `kept` is the address book as it was when the build began.
    """

    settings: Settings
    sources: Sources
    stage: Stage
    seen: Survey
    made_with: str
    kept: KeptBook
    record: BuildRecord

    @classmethod
    def of(cls, settings: Settings, sources: Sources, stage: Stage) -> "BuildPlan":
        seen = survey(settings.seeds, settings.edition)
        made_with = sources.mark()
        kept = KeptBook(settings.book or settings.seeds / FOLDER, stage.output, settings.seeds)
        record = read_build_record(settings.cache, stage.output) if settings.cache else BuildRecord()
        record = with_manifest_mended(stage.output, record)
        return cls(settings, sources, stage, seen, made_with, kept, record)

    def whole(self, book: str) -> str:
        """The mark of all of it, with an address book of this digest."""
        return Marker().mark(self.made_with, self.seen.names, self.seen.found.problems, book)

    def is_done(self) -> bool:
        """Whether the site as it stands is what this build would make."""
        cache, record = self.settings.cache, self.record
        same = record.whole == self.whole(self.kept.digest)
        return bool(cache and same and is_intact(cache, self.stage.output, record))

    def as_before(self) -> Outcome:
        told = self.record
        return Outcome(told.errors, told.warnings, frozenset(told.warnings), told.holds, 0, len(told.files))
