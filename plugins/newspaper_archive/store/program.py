"""Marks the program itself: another version of it may read and render otherwise."""

import hashlib
import sys
from collections.abc import Iterable
from functools import cache
from importlib.metadata import version
from importlib.resources import files
from importlib.resources.abc import Traversable

LEANS_ON = ("borax", "charset-normalizer", "numpy", "opencc", "pillow", "pypinyin", "pyyaml")
_SOURCES = (".py", ".txt", ".yaml", ".toml")


@cache
def program_mark(parts: tuple[str, ...] = ("",)) -> str:
    """The program by its own files and what it leans on, whole or of it the named folders and files."""
    digest = hashlib.sha256(repr([sys.version_info[:2], *map(version, LEANS_ON)]).encode())
    for part in parts:
        for source in _sources(files("newspaper_archive").joinpath(part)):
            digest.update(source.read_bytes())
    return digest.hexdigest()


def _sources(entry: Traversable) -> Iterable[Traversable]:
    if entry.is_dir():
        for inner in sorted(entry.iterdir(), key=lambda inner: inner.name):
            yield from _sources(inner)
    elif entry.name.endswith(_SOURCES):
        yield entry
