"""One build of a site, from the page files to the published folder; `plugin.py` only tells Pelican of it.

A build first marks all that the site is made of. Where that is as it was, and the site untouched, there is
nothing to do; else the pages that changed are read, the units that changed printed, and the new site takes the
old one's place.
"""

import hashlib
import time
from dataclasses import dataclass, field, replace
from pathlib import Path

from newspaper_archive.cache import PageCache, reader
from newspaper_archive.flow import Survey, archive_of, survey
from newspaper_archive.model import Archive
from newspaper_archive.progress import Progress
from newspaper_archive.publish.bundles import bundles
from newspaper_archive.publish.ledger import Ledger, is_intact, read_ledger, site_checksum, write_ledger
from newspaper_archive.publish.mark import Marker
from newspaper_archive.publish.press import PressRoom
from newspaper_archive.publish.printing import Printed, carry_out, print_units
from newspaper_archive.publish.shelf import FileMark, Shelf
from newspaper_archive.publish.site import index_units, units
from newspaper_archive.publish.stage import Stage
from newspaper_archive.settings import Settings

PAGES = "pages"
LUNR_ADDRESS = "theme/js/lunr.js"


@dataclass(frozen=True, slots=True)
class Sources:
    """What a site is made of besides its page files: folders with all that is in them, and settings."""

    room: PressRoom
    static: Path
    folders: tuple[Path, ...]
    settings: tuple[tuple[str, str], ...]

    def mark(self) -> str:
        digest = hashlib.sha256(repr((reader(), self.settings, self.room.site)).encode())
        for folder in self.folders:
            for path in sorted(path for path in folder.rglob("*") if path.is_file()):
                digest.update(f"{path.relative_to(folder)}\0".encode("utf-8", "surrogateescape"))
                digest.update(hashlib.sha256(path.read_bytes()).digest())
        return digest.hexdigest()


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a build has to say: its problems, what the site holds, and how many files were made or kept."""

    told: tuple[str, ...]
    issues: int = 0
    pages: int = 0
    articles: int = 0
    written: int = 0
    kept: int = 0


class Build:
    """A build under way on its stage."""

    def __init__(self, settings: Settings, sources: Sources, stage: Stage, progress: Progress) -> None:
        self.settings, self.sources, self.stage, self.progress = settings, sources, stage, progress
        self.seen: Survey = survey(settings.seeds, settings.edition)
        self.made_with = sources.mark()
        self.whole = Marker().mark(self.made_with, self.seen.names, self.seen.found.problems)
        self.ledger = read_ledger(settings.cache, stage.output) if settings.cache else Ledger()
        self.printed = Printed()
