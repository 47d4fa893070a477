"""A site rendered straight from records, without a reader of pages and without Pelican."""

from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from folder_writer import FolderWriter
from newspaper_archive.model import Archive
from newspaper_archive.site.all_pages import render
from newspaper_archive.site.bundles import bundles
from newspaper_archive.site.render_options import Site
from newspaper_archive.site.renderer import prepare
from newspaper_archive.site.tongue import SOURCE, tongue

THEME = Path(__file__).resolve().parents[2] / "theme"


def templates(address: str = "", language: str = SOURCE) -> Environment:
    """As Pelican makes them, but that a name nobody gave is an error; `address` is the site's on the web."""
    environment = Environment(  # noqa: S701 - as Pelican makes it; `prepare` has to switch escaping on
        loader=FileSystemLoader([THEME / "templates", THEME]),
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
    )
    prepare(environment, Site("晚晴日报", address, language=language))
    return environment


def render_site(archive: Archive, folder: Path, language: str = SOURCE) -> None:
    """The whole site with its style sheets and scripts."""
    writer = FolderWriter(folder)
    render(archive, templates(language=language), writer)
    for address, data in bundles((THEME,), tongue(language)):
        writer.write(address, data)
