"""Where Pelican meets the archive: `PLUGINS = ["newspaper_archive.plugin"]`; nothing else knows of Pelican.

Pelican makes `pages/about.html` and `pages/help.html` from `content/`; everything else is rendered here. A
build writes on a stage beside its output folder and takes that folder's place when all is well; then one
line says what was made:

    已建成 6 期、14 版、61 篇稿件，疑点 9 处。请用浏览器打开 …/output/index.html
"""

import gc
import json
import logging
import os
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from itertools import chain
from multiprocessing import parent_process
from pathlib import Path
from typing import Any

from jinja2 import ChoiceLoader, TemplateError
from markdown import Markdown
from pelican import Pelican, signals
from pelican.generators import Generator, PagesGenerator, PelicanTemplateNotFound
from pelican.generators import logger as pelican_log
from pelican.log import console
from pelican.readers import MarkdownReader, Readers

from newspaper_archive.desk.typed import as_typed
from newspaper_archive.errors import NO_ROOM, ArchiveError
from newspaper_archive.invisible import told
from newspaper_archive.make.devserver import building_as_it_changes, watching
from newspaper_archive.make.plan import BuildPlan, Outcome, Sources
from newspaper_archive.make.shrinking import refuse_shrunken
from newspaper_archive.settings import Settings, read_settings
from newspaper_archive.site.pages.hand_written import (
    check_hand_written,
    check_page_addresses,
    hand_written,
    pages_in,
)
from newspaper_archive.site.parts_table import read_parts
from newspaper_archive.site.pictures.faces import type_case
from newspaper_archive.site.render_options import RenderOptions, Site
from newspaper_archive.site.template_error import template_slip
from newspaper_archive.store.kept_pinyin import spelling_kept
from newspaper_archive.store.stage import Stage, open_stage
from newspaper_archive.store.staged_files import cannot_write

NO_TYPE = "%s: 这里没有画版面用的字体，这次不画版面缩样、封面和分享图。请运行 make，它会装上"
BUILD = "NEWSPAPER_BUILD"
"""Where a run's build stands among Pelican's settings, for its generators."""

FATAL = "Warning or error encountered"
"""What Pelican stops with, of whatever it has just logged as an error."""

SWEPT = 50_000
"""New objects after which Python looks for cycles."""

SOURCE_SETTINGS = ("NEWSPAPER_SEEDS", "PATH", "THEME")
# Settings that say where things lie, who works and what Pelican does: the site is the same for all of them.
PLACES = frozenset(
    {
        BUILD,
        "NEWSPAPER_SEEDS",
        "NEWSPAPER_CACHE",
        "NEWSPAPER_JOBS",
        "NEWSPAPER_SHRINK",
        "NEWSPAPER_CLUSTER",
        "NEWSPAPER_LUNR",
        "NEWSPAPER_FONTS",
        "NEWSPAPER_DEVSERVER",
        "PATH",
        "OUTPUT_PATH",
        "THEME",
        "THEME_TEMPLATES_OVERRIDES",
        "STATIC_PATHS",
        "CACHE_PATH",
        "AUTORELOAD",
        "LISTEN",
        "BIND",
        "PORT",
        "DEBUG",
        "PLUGINS",
        "PLUGIN_PATHS",
        "filenames",
    }
)


class ArchiveGenerator(Generator):
    """Reads the pages while Pelican gathers its own, and renders the site while Pelican writes."""

    def generate_context(self) -> None:
        self.settings[BUILD].read()

    def generate_output(self, writer: Any) -> None:
        self.settings[BUILD].render()


class HandWrittenReader(MarkdownReader):
    """Pelican's own reader of Markdown, but for how the file is opened."""

    def read(self, source_path: str) -> tuple[str, dict[str, Any]]:
        self._source_path = source_path
        self._md = Markdown(**self.settings["MARKDOWN"])
        content = self._md.convert(hand_written(Path(source_path), source_path).text)
        return content, self._parse_metadata(getattr(self._md, "Meta", {}))


def read_as_the_desk_writes(readers: Readers) -> None:
    readers.reader_classes |= dict.fromkeys(HandWrittenReader.file_extensions, HandWrittenReader)


def check_addresses(generator: PagesGenerator) -> None:
    """Two hand-written pages never share an address, and none is without."""
    every = (generator.pages, generator.translations, generator.hidden_pages, generator.hidden_translations)
    content = Path(generator.path).name
    check_page_addresses(
        (f"{content}/{page.get_relative_source_path()}", page.save_as) for page in chain(*every)
    )


def distrust_page_texts(generator: Generator) -> None:
    """Every generator's templates, Pelican's own too, before the first of them is loaded."""
    # Not before there is something to render.
    from newspaper_archive.site.renderer import prepare, templates_of  # noqa: PLC0415

    options = sources_of(generator.settings).render_options
    generator.env.loader = ChoiceLoader([templates_of(options), generator.env.loader])
    prepare(generator.env, options.site)


def site_of(settings: Settings) -> Site:
    return Site(
        settings.sitename,
        settings.site_address,
        type_case(settings.fonts),
        settings.article_cards,
        settings.language,
    )


def archive_generator(_: object) -> type[Generator]:
    return ArchiveGenerator


def build_on_a_stage(pelican: Pelican) -> None:
    """Have every run of this Pelican, also those of --autoreload, write on a stage of its own."""
    build: Callable[[], None] = partial(run_on_a_stage, pelican, pelican.run)
    if pelican.settings.get("NEWSPAPER_DEVSERVER"):
        build = as_it_changes(pelican.settings, build)
    pelican.run = build


def as_it_changes(settings: Mapping[str, Any], build: Callable[[], None]) -> Callable[[], None]:
    """What `make devserver` runs; the process that starts the others says what is watched, in Chinese."""
    folders = sources_in(settings)
    if parent_process() is None:
        address = f"http://{settings['BIND']}:{settings['PORT']}/index.html"
        print(told(watching(folders, address)), flush=True)
    console.quiet = True
    return building_as_it_changes(build, folders, lambda error: as_typed(str(error)))


def run_on_a_stage(pelican: Pelican, run: Callable[[], None]) -> None:
    """Run the generators on a stage and publish it; where they fail the old site stays."""
    settings = pelican.settings
    output = Path(settings["OUTPUT_PATH"])
    began = time.monotonic()
    with (
        watched(settings),
        spoken(settings),
        seldom_swept(),
        spelling_kept(read_settings(settings).cache),
        open_stage(output, sources_in(settings)) as stage,
    ):
        outcome = built(pelican, run, stage)
    if said := outcome.worth_saying():
        pelican_log.warning("%s", as_typed("\n".join(said)))
    print(told(summary(outcome, output, time.monotonic() - began)))


def sources_in(settings: Mapping[str, Any]) -> list[Path]:
    """The folders that the site is made of."""
    return [Path(settings[name]) for name in SOURCE_SETTINGS if settings.get(name)]


def built(pelican: Pelican, run: Callable[[], None], stage: Stage) -> Outcome:
    """The site on its stage, published; nothing is run where the old one is what would be made."""
    settings = pelican.settings
    given = read_settings(settings)
    if type_case(given.fonts) is None:
        pelican_log.warning(NO_TYPE, given.fonts)
    own = replace(given, cache=given.cache / stage.name) if given.cache else given
    build = BuildPlan.of(own, sources_of(settings), stage)
    if not given.shrink:
        refuse_shrunken(stage.output, given.seeds, build.seen.found.pages)
    if build.is_done():
        return build.as_before()
    from newspaper_archive.make.site_build import SiteBuild  # noqa: PLC0415 - a second, of no use before there is work
    from newspaper_archive.store.progress import Progress  # noqa: PLC0415 - as above

    check_hand_written(Path(settings["PATH"]), settings["PAGE_PATHS"])
    read_parts(build.sources.parts)

    pelican.output_path = str(stage.folder)
    progress = Progress(others=console)
    work = settings[BUILD] = SiteBuild(build, progress)
    try:
        with slips_named(stage.folder), hushed():
            run()
    finally:
        del settings[BUILD]
    with progress.stage("发布"):
        outcome = work.publish()
    if told := os.environ.get("NEWSPAPER_STAGES"):
        Path(told).write_text(json.dumps([[one.stage, one.cpu, one.wall] for one in progress.spent]), "utf-8")
    return outcome


@contextmanager
def slips_named(folder: Path) -> Iterator[None]:
    """What stops Pelican, in the desk's words, where it is the desk's to mend."""
    try:
        yield
    except TemplateError as error:
        raise template_slip(error) from error
    except OSError as error:
        # Pelican's own files: its about and help pages, the theme.
        if error.errno not in NO_ROOM:
            raise
        raise cannot_write(folder, error) from error
    except PelicanTemplateNotFound as error:
        raise ArchiveError(f"content/: 有一个手写的网页，开头的 template 没有这个模板（{error}）") from error
    except RuntimeError as error:
        if str(error) != FATAL:
            raise
        why = f"（{error.__context__}）" if error.__context__ else ""
        advice = "上面的一行英文说的是哪个文件；请改好它，再运行一次"
        raise ArchiveError(f"content/: 有一个手写的网页做不成{why}。{advice}") from error


def sources_of(settings: Mapping[str, Any]) -> Sources:
    """All that the site is made of besides the page files, but for where things lie."""
    theme = Path(settings["THEME"])
    own = tuple(str(folder) for folder in settings["THEME_TEMPLATES_OVERRIDES"])
    site = site_of(read_settings(settings))
    return Sources(
        render_options=RenderOptions(own, str(theme), site),
        parts=(*map(Path, own), theme),
        folders=(theme, *map(Path, own), Path(settings["PATH"])),
        settings=repr(sorted(_plain(settings))),
    )


def _plain(settings: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Settings as they were written; functions and the like show themselves by where they lie in memory."""
    for name, value in settings.items():
        written = repr(value)
        if name not in PLACES and " at 0x" not in written:
            yield name, written


@contextmanager
def seldom_swept() -> Iterator[None]:
    """Have Python look for cycles a hundred times less often.

    An archive is a million records that hold no cycle: to go through them all again and again takes a fifth
    of a build that changes little.
    """
    given = gc.get_threshold()
    gc.set_threshold(SWEPT, *given[1:])
    try:
        yield
    finally:
        gc.set_threshold(*given)


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
def spoken(settings: dict[str, Any]) -> Iterator[None]:
    """Have Pelican make the hand-written pages in the language that the site speaks."""
    given = settings["PAGE_PATHS"]
    settings["PAGE_PATHS"] = pages_in(read_settings(settings).language, Path(settings["PATH"]), given)
    try:
        yield
    finally:
        settings["PAGE_PATHS"] = given


@contextmanager
def hushed() -> Iterator[None]:
    """Pelican's own closing line (0 articles, 0 drafts…) is kept back."""

    def hush(_: Pelican) -> None:
        console.quiet = True

    with signals.finalized.connected_to(hush):
        try:
            yield
        finally:
            console.quiet = False


def summary(outcome: Outcome, output: Path, seconds: float) -> str:
    """The build's last line: what the site holds, what was done for it, and where to look."""
    done = f"写 {outcome.written} 个文件，{outcome.kept} 个未变，用时 {seconds:.1f} 秒"
    return f"已建成 {outcome.holds}；{done}。请用浏览器打开 {output / 'index.html'}"


class DeskMessages(logging.Filter):
    """Say what the desk has to mend without the program's own call stack."""

    def filter(self, record: logging.LogRecord) -> bool:
        if record.exc_info and isinstance(record.exc_info[1], ArchiveError):
            record.msg, record.args, record.exc_info = as_typed(str(record.exc_info[1])), (), None
        return True


def register() -> None:
    logging.getLogger("pelican").addFilter(DeskMessages())
    signals.initialized.connect(build_on_a_stage)
    signals.readers_init.connect(read_as_the_desk_writes)
    signals.page_generator_finalized.connect(check_addresses)
    signals.generator_init.connect(distrust_page_texts)
    signals.get_generators.connect(archive_generator)
