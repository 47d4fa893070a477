"""A site rendered straight from records, without a reader of pages and without Pelican."""

from functools import cache
from pathlib import Path

from jinja2 import BytecodeCache, Environment, FileSystemLoader, StrictUndefined
from jinja2.bccache import Bucket

from folder_writer import FolderWriter
from newspaper_archive.model import Archive
from newspaper_archive.site.all_pages import render
from newspaper_archive.site.bundles import bundles
from newspaper_archive.site.render_options import Site
from newspaper_archive.site.renderer import prepare
from newspaper_archive.site.tongue import SOURCE, tongue

THEME = Path(__file__).resolve().parents[2] / "theme"


class Compiled(BytecodeCache):
    """What templates were compiled to, for as long as the tests run."""

    def __init__(self) -> None:
        self.kept: dict[tuple[str, str], bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        found = self.kept.get((bucket.key, bucket.checksum))
        if found:
            bucket.bytecode_from_string(found)

    def dump_bytecode(self, bucket: Bucket) -> None:
        self.kept[bucket.key, bucket.checksum] = bucket.bytecode_to_string()


@cache
def compiled(language: str) -> Compiled:  # noqa: ARG001 - its words are compiled in
    return Compiled()


def templates(address: str = "", language: str = SOURCE) -> Environment:
    """As Pelican makes them, but that a name nobody gave is an error; `address` is the site's on the web."""
    environment = Environment(  # noqa: S701 - as Pelican makes it; `prepare` has to switch escaping on
        loader=FileSystemLoader([THEME / "templates", THEME]),
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
        bytecode_cache=compiled(language),
    )
    prepare(environment, Site("晚晴日报", address, language=language))
    return environment


def render_site(archive: Archive, folder: Path, language: str = SOURCE) -> None:
    """The whole site with its style sheets and scripts."""
    writer = FolderWriter(folder)
    render(archive, templates(language=language), writer)
    for address, data in bundles((THEME,), tongue(language)):
        writer.write(address, data)
