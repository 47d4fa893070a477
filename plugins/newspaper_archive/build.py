"""One build of a site, from the page files to the published folder; `plugin.py` only tells Pelican of it.

A build first marks all that the site is made of. Where that is as it was, and the site untouched, there is
nothing to do; else the pages that changed are read, the files that changed printed, and the new site takes
the old one's place.
"""

import hashlib
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from newspaper_archive.cache import PageCache, reader
from newspaper_archive.flow import archive_of, survey
from newspaper_archive.model import Archive
from newspaper_archive.progress import Progress
from newspaper_archive.publish.bundles import bundles
from newspaper_archive.publish.issues import issue_units
from newspaper_archive.publish.ledger import Ledger, is_intact, read_ledger, site_checksum, write_ledger
from newspaper_archive.publish.mark import Marker
from newspaper_archive.publish.pictures.prints import picture_units
from newspaper_archive.publish.press import PressRoom, Writer
from newspaper_archive.publish.printing import Printer
from newspaper_archive.publish.shelf import FileMark, cannot_write
from newspaper_archive.publish.site import print_lists
from newspaper_archive.publish.stage import Stage
from newspaper_archive.publish.typography import typeset
from newspaper_archive.publish.wording import date_words, folio_words, genre_words, headline_words
from newspaper_archive.search import Words, build_index
from newspaper_archive.settings import Settings
from newspaper_archive.tongue import Tongue, tongue

PAGES = "pages"
LUNR_ADDRESS = "theme/js/lunr.js"


@dataclass(frozen=True, slots=True)
class Sources:
    """What a site is made of besides its page files: templates, whole folders, settings."""

    room: PressRoom
    static: Path
    folders: tuple[Path, ...]
    settings: str

    @property
    def tongue(self) -> Tongue:
        return tongue(self.room.site.language)

    def mark(self) -> str:
        digest = hashlib.sha256(
            repr((reader(), self.settings, self.room.site, self.tongue.checksum)).encode()
        )
        for folder in self.folders:
            for path in sorted(path for path in folder.rglob("*") if path.is_file()):
                digest.update(f"{path.relative_to(folder)}\0".encode("utf-8", "surrogateescape"))
                digest.update(hashlib.sha256(path.read_bytes()).digest())
        return digest.hexdigest()


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the build has to say: every problem, what the site holds, how many files it wrote and kept."""

    problems: tuple[str, ...]
    holds: str
    written: int
    kept: int


class Build:
    """A build under way on its stage."""

    def __init__(self, settings: Settings, sources: Sources, stage: Stage, progress: Progress) -> None:
        self.settings, self.sources, self.stage, self.progress = settings, sources, stage, progress
        self.seen = survey(settings.seeds, settings.edition)
        self.made_with = sources.mark()
        self.whole = Marker().mark(self.made_with, self.seen.names, self.seen.found.problems)
        self.ledger = read_ledger(settings.cache, stage.output) if settings.cache else Ledger()
        self.printer = Printer(sources.room, self.made_with, stage.shelf(self.ledger.files), self.ledger)
        self.archive = Archive((), (), ())

    def is_done(self) -> bool:
        """Whether the site as it stands is what this build would make."""
        return self.ledger.whole == self.whole and is_intact(self.stage.output, self.ledger)

    def as_before(self) -> Outcome:
        return Outcome(self.ledger.told, self.ledger.holds, 0, len(self.ledger.files))

    def read(self) -> None:
        """The archive, from the cache as far as it is there."""
        cache = PageCache(self.settings.cache / PAGES if self.settings.cache else None)
        self.archive = archive_of(self.seen, cache, self.settings.jobs, self.progress)

    def print(self) -> None:
        """Everything but Pelican's own pages, on the stage."""
        printer = self.printer
        units = list(issue_units(self.archive))
        with self.progress.stage("排印", len(units)) as advance, self.settings.jobs.crew(near=True) as crew:
            printer.issues(units, crew, advance)
        units = list(picture_units(self.archive, self.sources.room.site))
        with self.progress.stage("图片", len(units)) as advance, self.settings.jobs.crew(near=True) as crew:
            printer.issues(units, crew, advance)
        with self.progress.stage("目录", 1) as advance:
            print_lists(printer.press(), self.archive)
            advance(1)
        with self.progress.stage("检索", 1) as advance:
            searched = (self.archive.issues, [(one.slug, one.name) for one in self.archive.sections])
            printer.once("search", searched, self._print_index)
            advance(1)
        printer.once("theme", (), self._print_theme)

    def _print_index(self, writer: Writer) -> None:
        for address, data in build_index(self.archive, search_words(self.sources.tongue)):
            writer.write(address, data)

    def _print_theme(self, writer: Writer) -> None:
        for address, data in bundles(self.sources.static, self.sources.tongue):
            writer.write(address, data)
        writer.write(LUNR_ADDRESS, self.settings.lunr.read_bytes())

    def publish(self) -> Outcome:
        """The new site in the old one's place, and the ledger of what it is made of."""
        try:
            files = self.stage.publish(self.printer.files)
        except OSError as error:
            raise cannot_write(self.stage.output, error) from error
        problems = tuple(map(str, self.archive.problems))
        holds = holdings(self.archive)
        if self.settings.cache:
            ledger = Ledger(
                site_checksum(self.stage.output), self.whole, self.printer.units, files, problems, holds
            )
            # A site without a ledger is whole; it only costs the next build more.
            with suppress(OSError):
                write_ledger(self.settings.cache, ledger)
        kept = _kept(files, self.ledger.files)
        return Outcome(problems, holds, len(files) - kept, kept)


def search_words(tongue: Tongue) -> Words:
    """What the search says of an article; it searches the same in every tongue."""
    return Words(
        text=typeset,
        headline=partial(headline_words, tongue),
        date=partial(date_words, tongue),
        page=partial(folio_words, tongue),
        kind=partial(genre_words, tongue),
    )


def holdings(archive: Archive) -> str:
    """7 期、18 版、64 篇稿件，疑点 32 处."""
    pages = [page for issue in archive.issues for page in issue.pages]
    articles = sum(len(page.articles) for page in pages)
    return f"{len(archive.issues)} 期、{len(pages)} 版、{articles} 篇稿件，疑点 {len(archive.problems)} 处"


def _kept(files: dict[str, FileMark], before: dict[str, FileMark]) -> int:
    return sum(before.get(address) == mark for address, mark in files.items())
