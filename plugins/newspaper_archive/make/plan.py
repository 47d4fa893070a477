"""A build of a site before anything is made: marks all the site is made of, asks what there is to do.

Where all is as it was, and the site untouched, that is nothing, and none of what reads and renders is even
loaded; else `site_build.py` makes the new site.
"""

from dataclasses import dataclass
from pathlib import Path

from newspaper_archive.folder.withdrawn_file import read_withdrawn
from newspaper_archive.make.book import KeptBook
from newspaper_archive.make.doubt_list import doubt_rows
from newspaper_archive.make.sources import Sources
from newspaper_archive.make.survey import Survey, Withdrawing, survey
from newspaper_archive.model import Book, Problem
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

UNREACHED = "撤下不到的：已经拷出去的 U 盘和网站、搜索引擎存的副本、版面文件本身和它的备份。"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the build has to say: its problems, what the site holds, how many files it wrote and kept.

    `known` are the doubts that the build before this one had as well, `withdrawn` is what it withdrew.
    """

    errors: tuple[Problem, ...]
    warnings: tuple[Problem, ...]
    known: frozenset[Problem]
    holds: str
    written: int
    kept: int
    addresses: str = ""
    withdrawn: tuple[str, ...] = ()

    def summary(self, output: Path, seconds: float) -> str:
        """The build's last line: what the site holds, what was done for it, and where to look."""
        done = f"写 {self.written} 个文件，{self.kept} 个未变，用时 {seconds:.1f} 秒"
        unreached = UNREACHED if self.withdrawn else ""
        opened = f"请用浏览器打开 {output / 'index.html'}"
        return f"已建成 {self.holds}；{done}。{self.addresses}{unreached}{opened}"

    def worth_saying(self) -> list[str]:
        """Every error; every doubt where they are few, else the new ones, and how many are left out.

        A desk that adds one page to ten years of them finds what is doubtful of that page.
        """
        new = [one for one in self.warnings if one not in self.known]
        said = self.warnings if len(self.warnings) <= FEW else new[:FEW]
        left = len(self.warnings) - len(said)
        rows = [*self.withdrawn, *doubt_rows((*self.errors, *said))]
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
    made_with: str
    kept: KeptBook
    record: BuildRecord
    withdrawing: Withdrawing

    @property
    def seen(self) -> Survey:
        return self.withdrawing.seen

    @classmethod
    def of(cls, settings: Settings, sources: Sources, stage: Stage) -> "BuildPlan":
        kept = KeptBook(settings.book or settings.seeds / FOLDER, stage.output, settings.seeds)
        withdrawn = _withdrawing(settings, kept)
        made_with = sources.mark()
        record = read_build_record(settings.cache, stage.output) if settings.cache else BuildRecord()
        record = with_manifest_mended(stage.output, record)
        return cls(settings, sources, stage, made_with, kept, record, withdrawn)

    @property
    def book(self) -> Book:
        """The address book as the build begins with it."""
        return self.kept.book if self.withdrawing.book is None else self.withdrawing.book

    @property
    def withdraws(self) -> bool:
        """Whether something is withdrawn that the last build has shown, or given back."""
        return self.record.withdrawn != self.withdrawing.digest

    def whole(self, book: str) -> str:
        """The mark of all of it, with an address book of this digest."""
        return Marker().mark(
            self.made_with, self.seen.names, self.seen.found.problems, book, self.withdrawing.digest
        )

    def is_done(self) -> bool:
        """Whether the site as it stands is what this build would make."""
        cache, record = self.settings.cache, self.record
        same = not self.withdrawing.unsettled and record.whole == self.whole(self.kept.digest)
        return bool(cache and same and is_intact(cache, self.stage.output, record))

    def as_before(self) -> Outcome:
        told = self.record
        return Outcome(told.errors, told.warnings, frozenset(told.warnings), told.holds, 0, len(told.files))


def _withdrawing(settings: Settings, kept: KeptBook) -> Withdrawing:
    """What is withdrawn; where nothing is or was, neither the book is read nor what reads pages loaded."""
    said = read_withdrawn(settings.seeds) if settings.seeds.is_dir() else ()
    if not said and not kept.has_withdrawn:
        return Withdrawing((), survey(settings.seeds, settings.edition), None)
    from newspaper_archive.make.withdrawing import withdrawing  # noqa: PLC0415 - a third of a second

    return withdrawing(settings.seeds, settings.edition, kept.book)
