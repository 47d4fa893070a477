"""What a site is made of besides its page files, as Pelican's settings name it: templates, texts, settings.

`THEME = "theme"`, `PATH = "content"`. Where they lie is no part of it: a project that was moved makes the
same site.
"""

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from newspaper_archive.settings import Settings
from newspaper_archive.site.pictures.faces import installed_fonts
from newspaper_archive.site.render_options import RenderOptions, Site
from newspaper_archive.site.tongue import Tongue, tongue
from newspaper_archive.store.program import program_mark

FOLDERS = ("NEWSPAPER_SEEDS", "PATH", "THEME")
# Settings that say where things lie, who works and what Pelican does: the site is the same for all of them.
PLACES = frozenset(
    {
        "NEWSPAPER_SEEDS",
        "NEWSPAPER_CACHE",
        "NEWSPAPER_JOBS",
        "NEWSPAPER_SHRINK",
        "NEWSPAPER_BOOK",
        "NEWSPAPER_CLUSTER",
        "NEWSPAPER_LUNR",
        "NEWSPAPER_FONTS",
        "NEWSPAPER_DEVSERVER",
        "NEWSPAPER_TYPED_LANGUAGE",
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


@dataclass(frozen=True, slots=True)
class Sources:
    """Templates, the theme's parts, whole folders, settings, and the hand-written pages of `content`.

    `parts` are the folders that have parts of the theme, one's own first, the theme itself last.
    """

    render_options: RenderOptions
    parts: tuple[Path, ...]
    folders: tuple[Path, ...]
    settings: str
    content: Path
    hand_written: tuple[str, ...]

    @property
    def tongue(self) -> Tongue:
        return tongue(self.render_options.site.language)

    def mark(self) -> str:
        digest = hashlib.sha256(
            repr((program_mark(), self.settings, self.render_options.site, self.tongue.checksum)).encode()
        )
        for folder in self.folders:
            for path in sorted(path for path in folder.rglob("*") if path.is_file()):
                digest.update(f"{path.relative_to(folder)}\0".encode("utf-8", "surrogateescape"))
                digest.update(hashlib.sha256(path.read_bytes()).digest())
        return digest.hexdigest()


def read_sources(given: Mapping[str, Any], settings: Settings) -> Sources:
    """All of them as `given` says, Pelican's settings, of which `settings` are what concerns the archive."""
    theme, content = Path(given["THEME"]), Path(given["PATH"])
    options = render_options(given, settings)
    own = tuple(map(Path, options.own))
    return Sources(
        render_options=options,
        parts=(*own, theme),
        folders=(theme, *own, content),
        settings=repr(sorted(_plain(given))),
        content=content,
        hand_written=tuple(given["PAGE_PATHS"]),
    )


def render_options(given: Mapping[str, Any], settings: Settings) -> RenderOptions:
    own = tuple(str(folder) for folder in given["THEME_TEMPLATES_OVERRIDES"])
    return RenderOptions(own, str(Path(given["THEME"])), _site(settings))


def source_folders(given: Mapping[str, Any]) -> list[Path]:
    """The folders that the site is made of."""
    return [Path(given[name]) for name in FOLDERS if given.get(name)]


def _site(settings: Settings) -> Site:
    return Site(
        settings.sitename,
        settings.site_address,
        installed_fonts(settings.fonts),
        settings.article_cards,
        settings.language,
        settings.imprint,
    )


def _plain(given: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Settings as they were written; functions and the like show themselves by where they lie in memory."""
    for name, value in given.items():
        written = repr(value)
        if name not in PLACES and " at 0x" not in written:
            yield name, written
