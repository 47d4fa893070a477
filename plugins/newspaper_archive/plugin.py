"""Where Pelican meets the archive: `PLUGINS = ["newspaper_archive.plugin"]`; nothing else knows of Pelican.

Pelican makes `pages/about.html` and `pages/help.html` from `content/`; everything else is printed here. A
build writes on a stage beside its output folder and takes that folder's place when all is well; then one
line says what was made:

    已建成 6 期、14 版、61 篇稿件，疑点 9 处。请用浏览器打开 …/output/index.html
"""

import logging
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any

from pelican import Pelican, signals
from pelican.generators import Generator
from pelican.generators import logger as pelican_log
from pelican.log import console

from newspaper_archive.errors import ArchiveError
from newspaper_archive.flow import read_archive
from newspaper_archive.model import Archive
from newspaper_archive.publish.bundles import bundles
from newspaper_archive.publish.pictures.faces import type_case
from newspaper_archive.publish.pictures.prints import picture_units
from newspaper_archive.publish.press import FolderWriter, Press, Site, prepare
from newspaper_archive.publish.site import render
from newspaper_archive.publish.stage import open_stage
from newspaper_archive.publish.typography import typeset
from newspaper_archive.publish.wording import date_words, folio_words, genre_words, headline_words
from newspaper_archive.search import Words, build_index
from newspaper_archive.settings import Settings, read_settings

LUNR_ADDRESS = "theme/js/lunr.js"
SEARCH_WORDS = Words(
    text=typeset, headline=headline_words, date=date_words, page=folio_words, kind=genre_words
)
NO_TYPE = "%s: 这里没有画版面用的字体，这次不画版面缩样、封面和分享图。请运行 make，它会装上"
SOURCE_SETTINGS = ("NEWSPAPER_SEEDS", "PATH", "THEME")


class ArchiveGenerator(Generator):
    """Reads the pages while Pelican gathers its own, and prints the site while Pelican writes."""

    def generate_context(self) -> None:
        self.archive_settings = read_settings(self.settings)
        self.archive = read_archive(self.archive_settings.seeds, self.archive_settings.edition)
        for problem in self.archive.problems:
            pelican_log.warning("%s", problem)
        self.site = site_of(self.archive_settings)
        if self.site.case is None:
            pelican_log.warning(NO_TYPE, self.archive_settings.fonts)

    def generate_output(self, writer: Any) -> None:
        folder = FolderWriter(Path(self.output_path))
        render(self.archive, self.env, folder)
        press = Press(self.env, folder)
        for unit in picture_units(self.archive, self.site):
            unit.draw(press, *unit.shown)
        for address, data in sorted(build_index(self.archive, SEARCH_WORDS).items()):
            folder.write(address, data)
        for address, data in bundles(Path(self.settings["THEME"]) / "static"):
            folder.write(address, data)
        folder.write(LUNR_ADDRESS, self.archive_settings.lunr.read_bytes())


def distrust_page_texts(generator: Generator) -> None:
    """Every generator's templates, Pelican's own too, before the first of them is loaded."""
    prepare(generator.env, site_of(read_settings(generator.settings)))


def site_of(settings: Settings) -> Site:
    return Site(settings.sitename, settings.siteurl, type_case(settings.fonts), settings.article_cards)


def archive_generator(_: object) -> type[Generator]:
    return ArchiveGenerator


def build_on_a_stage(pelican: Pelican) -> None:
    """Have every run of this Pelican, also those of --autoreload, write on a stage of its own."""
    pelican.run = partial(run_on_a_stage, pelican, pelican.run)


def run_on_a_stage(pelican: Pelican, run: Callable[[], None]) -> None:
    """Run the generators on a stage and publish it; where they fail the old site stays."""
    settings = pelican.settings
    output = Path(settings["OUTPUT_PATH"])
    sources = [Path(settings[name]) for name in SOURCE_SETTINGS if settings.get(name)]
    try:
        with watched(settings), open_stage(output, sources) as stage:
            pelican.output_path = str(stage.folder)
            with overheard() as archives:
                run()
            stage.publish()
    except ArchiveError as error:
        # --autoreload runs again at once after an exception; the desk wants it to wait for a mended file.
        if not settings.get("NEWSPAPER_DEVSERVER"):
            raise
        print(error, file=sys.stderr)
        return
    for archive in archives:
        print(summary(archive, output))


@contextmanager
def watched(settings: dict[str, Any]) -> Iterator[None]:
    """Let --autoreload watch the page files between runs: it watches STATIC_PATHS."""
    seeds = settings.get("NEWSPAPER_SEEDS")
    given = [path for path in settings["STATIC_PATHS"] if path != seeds]
    settings["STATIC_PATHS"] = given
    try:
        yield
    finally:
        settings["STATIC_PATHS"] = [*given, seeds] if seeds else given


@contextmanager
def overheard() -> Iterator[list[Archive]]:
    """The archives that a run read; Pelican's own closing line (0 articles, 0 drafts…) is kept back."""
    archives: list[Archive] = []

    def note(generators: list[Generator]) -> None:
        archives.extend(found.archive for found in generators if isinstance(found, ArchiveGenerator))

    def hush(_: Pelican) -> None:
        console.quiet = True

    with signals.all_generators_finalized.connected_to(note), signals.finalized.connected_to(hush):
        try:
            yield archives
        finally:
            console.quiet = False


def summary(archive: Archive, output: Path) -> str:
    """The build's last line: what it made, what it doubts, and where to look."""
    pages = [page for issue in archive.issues for page in issue.pages]
    articles = sum(len(page.articles) for page in pages)
    made = f"{len(archive.issues)} 期、{len(pages)} 版、{articles} 篇稿件"
    return f"已建成 {made}，疑点 {len(archive.problems)} 处。请用浏览器打开 {output / 'index.html'}"


class DeskMessages(logging.Filter):
    """Say what the desk has to mend without the program's own call stack."""

    def filter(self, record: logging.LogRecord) -> bool:
        if record.exc_info and isinstance(record.exc_info[1], ArchiveError):
            record.msg, record.args, record.exc_info = str(record.exc_info[1]), (), None
        return True


def register() -> None:
    logging.getLogger("pelican").addFilter(DeskMessages())
    signals.initialized.connect(build_on_a_stage)
    signals.generator_init.connect(distrust_page_texts)
    signals.get_generators.connect(archive_generator)
