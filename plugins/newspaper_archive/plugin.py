"""Where Pelican meets the archive: `PLUGINS = ["newspaper_archive.plugin"]`; nothing else knows of Pelican.

Pelican makes `pages/about.html` and `pages/help.html` from `content/`; everything else is printed here.
"""

from pathlib import Path
from typing import Any

from pelican import signals
from pelican.generators import Generator
from pelican.generators import logger as pelican_log

from newspaper_archive.flow import read_archive
from newspaper_archive.publish.press import FolderWriter, Site, prepare
from newspaper_archive.publish.site import render
from newspaper_archive.search import build_index
from newspaper_archive.settings import read_settings

LUNR_ADDRESS = "theme/js/lunr.js"


class ArchiveGenerator(Generator):
    """Reads the pages while Pelican gathers its own, and prints the site while Pelican writes."""

    def generate_context(self) -> None:
        self.archive_settings = read_settings(self.settings)
        self.archive = read_archive(self.archive_settings.seeds, self.archive_settings.edition)
        for problem in self.archive.problems:
            pelican_log.warning("%s", problem)

    def generate_output(self, writer: Any) -> None:
        folder = FolderWriter(Path(self.output_path))
        render(self.archive, self.env, folder)
        for address, data in sorted(build_index(self.archive).items()):
            folder.write(address, data)
        folder.write(LUNR_ADDRESS, self.archive_settings.lunr.read_bytes())


def distrust_page_texts(generator: Generator) -> None:
    """Every generator's templates, Pelican's own too, before the first of them is loaded."""
    settings = generator.settings
    prepare(generator.env, Site(settings["SITENAME"], settings["SITEURL"].rstrip("/")))


def archive_generator(_: object) -> type[Generator]:
    return ArchiveGenerator


def register() -> None:
    signals.generator_init.connect(distrust_page_texts)
    signals.get_generators.connect(archive_generator)
