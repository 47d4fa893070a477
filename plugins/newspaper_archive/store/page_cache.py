"""Pages that were read before, so that a change to one page reads one page.

A page is kept as MessagePack under a name made of all that its reading depends on. Nothing in the cache is
trusted: what is damaged, of another form or of another name is read anew from the page file.
"""

from collections.abc import Collection
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import msgspec

from newspaper_archive.model import Page
from newspaper_archive.store.sealed import decoded, read_sealed, sealed, write_whole

PAGES = "pages"
"""The folder of it among what is kept of a site."""
_decoder = msgspec.msgpack.Decoder(tuple[str, Page])


@dataclass(frozen=True, slots=True)
class PageCache:
    """Pages without their lines in `folder`, a file each; a cache without a folder keeps nothing.

    One that `throws_away` holds only what the last build was made of.
    """

    folder: Path | None = None
    throws_away: bool = True

    def get(self, name: str) -> Page | None:
        found = read_sealed(_path(self.folder, name), _decoder) if self.folder else None
        return found[1] if found and found[0] == name else None

    def put(self, name: str, data: bytes) -> None:
        """Keeps what `packed` made; a full disk only means that the page is read again."""
        if self.folder is None:
            return
        with suppress(OSError):
            write_whole(_path(self.folder, name), data)

    def keep_only(self, names: Collection[str]) -> None:
        """Throws away what no page of this archive is made of any more."""
        kept = set(names)
        for path in self._paths() if self.throws_away else ():
            if path.name not in kept:
                with suppress(OSError):
                    path.unlink()

    def _paths(self) -> list[Path]:
        try:
            return sorted(self.folder.glob("??/*")) if self.folder else []
        except OSError:
            return []


def packed(name: str, page: Page) -> bytes:
    return sealed(msgspec.msgpack.encode((name, page)))


def unpacked(name: str, data: bytes) -> Page | None:
    """The page, None where the data is damaged, of another form, or of another name."""
    found = decoded(data, _decoder)
    return found[1] if found and found[0] == name else None


def _path(folder: Path, name: str) -> Path:
    return folder / name[:2] / name
