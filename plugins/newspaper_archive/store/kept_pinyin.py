"""What one build spelt in pinyin the next one knows: a paper's writers and sections are mostly the same ones.

It is kept in the cache for the program that spelt it; what is damaged, or another program's, is spelt anew.
"""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import msgspec

from newspaper_archive.invisible import INVISIBLE
from newspaper_archive.lexicon.slug import spelt
from newspaper_archive.store.program import program_mark
from newspaper_archive.store.sealed import read_sealed, sealed, write_whole

NAME = "spelt"
_decoder = msgspec.msgpack.Decoder(tuple[str, dict[str, str]])


@contextmanager
def spelling_kept(folder: Path | None) -> Iterator[None]:
    """Has what is spelt in here be known to the next who comes with this folder."""
    known = spelt()
    if folder is None:
        yield
        return
    told = _read(folder)
    known.update(told)
    yield
    if len(known) > len(told) or (known and not (folder / NAME).exists()):
        _write(folder, known)


def _read(folder: Path) -> dict[str, str]:
    program, told = read_sealed(folder / NAME, _decoder) or ("", {})
    return told if program == program_mark() else {}


def _write(folder: Path, known: dict[str, str]) -> None:
    """A full disk only means that it is spelt again, and so does half a character, which no file can hold."""
    kept = {name: told for name, told in known.items() if not INVISIBLE.search(name)}
    with suppress(OSError):
        write_whole(folder / NAME, sealed(msgspec.msgpack.encode((program_mark(), kept))))


def forget_spelling(folder: Path) -> None:
    """Has nobody know any more what was spelt until now; names that are withdrawn are among it."""
    spelt().clear()
    with suppress(FileNotFoundError):
        (folder / NAME).unlink()
