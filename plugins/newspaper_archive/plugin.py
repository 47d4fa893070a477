"""Where Pelican meets the archive: `PLUGINS = ["newspaper_archive.plugin"]`; nothing else knows of Pelican.

Pelican makes `pages/about.html` and `pages/help.html` from `content/`; everything else is rendered here. A
build writes on a stage beside its output folder and takes that folder's place when all is well; then one
line says what was made:

    已建成 6 期、14 版、61 篇稿件，疑点待核 9 处。请用浏览器打开 …/output/index.html
"""

import logging
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jinja2 import ChoiceLoader
from markdown import Markdown
from pelican import Pelican, signals
from pelican.generators import Generator, PagesGenerator, PelicanTemplateNotFound
from pelican.generators import logger as pelican_log
from pelican.log import console
from pelican.readers import MarkdownReader, Readers

from newspaper_archive.desk.typed import DeskMessages, as_typed
from newspaper_archive.errors import ArchiveError
from newspaper_archive.invisible import told
from newspaper_archive.make.devserver import building_as_it_changes, tell_what_is_watched
from newspaper_archive.make.make_site import make_site, rare_collections
from newspaper_archive.make.plan import Outcome
from newspaper_archive.make.sources import read_sources, source_folders
from newspaper_archive.settings import Settings, read_settings
from newspaper_archive.site.pages.hand_written import check_page_addresses, hand_written, pages_in
from newspaper_archive.site.pictures.faces import installed_fonts
from newspaper_archive.site.template_error import slips_of_templates
from newspaper_archive.store.kept_pinyin import spelling_kept
from newspaper_archive.store.stage import Stage, open_stage
from newspaper_archive.store.staged_files import disk_full_named

if TYPE_CHECKING:
    from newspaper_archive.make.site_build import SiteBuild

NO_TYPE = "%s: 这里没有画版面用的字体，这次不画版面缩样、封面和分享图。请运行 make，它会装上"
BUILD = "NEWSPAPER_BUILD"
"""Where a run's build stands among Pelican's settings, for its generators."""
FATAL = "Warning or error encountered"  # what Pelican stops with, of what it has just logged as an error


class ArchiveGenerator(Generator):
    """Reads the pages while Pelican gathers its own, and renders the site while Pelican writes."""

    def generate_context(self) -> None:
        build = self.settings[BUILD]
        build.read()
        # Pelican's own pages bear the name, too, which may be known only now.
        self.context["SITENAME"] = build.render_options.site.name

    def generate_output(self, writer: Any) -> None:
        self.settings[BUILD].render()


class HandWrittenReader(MarkdownReader):
    """Pelican's own reader of Markdown, but for how the file is opened."""

    def read(self, source_path: str) -> tuple[str, dict[str, Any]]:
        self._source_path = source_path
        self._md = Markdown(**self.settings["MARKDOWN"])
        content = self._md.convert(hand_written(Path(source_path), source_path).text)
        return content, self._parse_metadata(getattr(self._md, "Meta", {}))


def read_hand_written(readers: Readers) -> None:
    readers.reader_classes |= dict.fromkeys(HandWrittenReader.file_extensions, HandWrittenReader)


def check_addresses(generator: PagesGenerator) -> None:
    """Two hand-written pages never share an address, and none is without."""
    every = (generator.pages, generator.translations, generator.hidden_pages, generator.hidden_translations)
    content = Path(generator.path).name
    check_page_addresses(
        (f"{content}/{page.get_relative_source_path()}", page.save_as) for page in chain(*every)
    )


def prepare_templates(generator: Generator) -> None:
    """Every generator's templates, Pelican's own too, before the first of them is loaded."""
    from newspaper_archive.site.renderer import prepare, templates_of  # noqa: PLC0415 - not before there is work

    options = generator.settings[BUILD].render_options
    generator.env.loader = ChoiceLoader([templates_of(options), generator.env.loader])
    prepare(generator.env, options.site)


def archive_generator(_: object) -> type[Generator]:
    return ArchiveGenerator


def build_on_a_stage(pelican: Pelican) -> None:
    """Have every run of this Pelican, also those of --autoreload, write on a stage of its own."""
    build: Callable[[], None] = partial(run_on_a_stage, pelican, pelican.run)
    if (settings := pelican.settings).get("NEWSPAPER_DEVSERVER"):
        folders = source_folders(settings)
        tell_what_is_watched(folders, f"http://{settings['BIND']}:{settings['PORT']}/index.html")
        console.quiet = True
        build = building_as_it_changes(build, folders, lambda error: as_typed(str(error)))
    pelican.run = build


def run_on_a_stage(pelican: Pelican, run: Callable[[], None]) -> None:
    """Run the generators on a stage and publish it; where they fail the old site stays."""
    settings = pelican.settings
    output = Path(settings["OUTPUT_PATH"])
    began = time.monotonic()
    with (
        paths_of_a_run(settings) as given,
        rare_collections(),
        spelling_kept(given.cache),
        open_stage(output, source_folders(settings)) as stage,
    ):
        outcome = made(pelican, run, stage, given)
    if said := outcome.worth_saying():
        pelican_log.warning("%s", as_typed("\n".join(said)))
    print(told(outcome.summary(output, time.monotonic() - began)))


def made(pelican: Pelican, run: Callable[[], None], stage: Stage, settings: Settings) -> Outcome:
    """The site on its stage, published; nothing is run where the old one is what would be made."""
    if installed_fonts(settings.fonts) is None:
        pelican_log.warning(NO_TYPE, settings.fonts)
    build = partial(run_for, pelican, run, stage)
    return make_site(settings, read_sources(pelican.settings, settings), stage, build, console)


def run_for(pelican: Pelican, run: Callable[[], None], stage: Stage, build: "SiteBuild") -> None:
    """Has Pelican run its generators, ours with this build, and write to the stage."""
    pelican.output_path = str(stage.folder)
    pelican.settings[BUILD] = build
    try:
        with slips_of_templates(), disk_full_named(stage.folder), slips_named(), closing_line_hidden():
            run()
    finally:
        del pelican.settings[BUILD]


@contextmanager
def slips_named() -> Iterator[None]:
    """What stops Pelican at a hand-written page, in the desk's words."""
    try:
        yield
    except PelicanTemplateNotFound as error:
        raise ArchiveError(f"content/: 有一个手写的网页，开头的 template 没有这个模板（{error}）") from error
    except RuntimeError as error:
        if str(error) != FATAL:
            raise
        why = f"（{error.__context__}）" if error.__context__ else ""
        advice = "上面的一行英文说的是哪个文件；请改好它，再运行一次"
        raise ArchiveError(f"content/: 有一个手写的网页做不成{why}。{advice}") from error


@contextmanager
def paths_of_a_run(settings: dict[str, Any]) -> Iterator[Settings]:
    """What concerns the archive; Pelican makes the hand-written pages in the language that the site speaks.

    Between runs STATIC_PATHS have the page files: these --autoreload watches.
    """
    seeds, pages = settings.get("NEWSPAPER_SEEDS"), settings["PAGE_PATHS"]
    static = [path for path in settings["STATIC_PATHS"] if path != seeds]
    settings["STATIC_PATHS"] = static
    try:
        given = read_settings(settings)
        settings["PAGE_PATHS"] = pages_in(given.language, Path(settings["PATH"]), pages)
        yield given
    finally:
        settings["PAGE_PATHS"] = pages
        settings["STATIC_PATHS"] = [*static, seeds] if seeds else static


@contextmanager
def closing_line_hidden() -> Iterator[None]:
    """Pelican's own closing line (0 articles, 0 drafts…) is kept back."""

    def hush(_: Pelican) -> None:
        console.quiet = True

    with signals.finalized.connected_to(hush):
        try:
            yield
        finally:
            console.quiet = False


def register() -> None:
    logging.getLogger("pelican").addFilter(DeskMessages())
    signals.initialized.connect(build_on_a_stage)
    signals.readers_init.connect(read_hand_written)
    signals.page_generator_finalized.connect(check_addresses)
    signals.generator_init.connect(prepare_templates)
    signals.get_generators.connect(archive_generator)
