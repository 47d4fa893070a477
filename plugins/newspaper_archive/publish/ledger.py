"""What the last build made and of what, so that the next one makes only what changed.

The ledger belongs to one site: it names the checksum of that site's manifest, and is believed for no other.
It lies with the cache, never in the site, and sealed: a damaged one is as good as none.
"""

import hashlib
from contextlib import suppress
from dataclasses import dataclass, field, replace
from itertools import chain
from pathlib import Path

import msgspec

from newspaper_archive.cache import read_sealed, sealed, write_whole
from newspaper_archive.publish.manifest import MANIFEST
from newspaper_archive.publish.shelf import FileMark, as_left

LEDGER = "ledger"


@dataclass(frozen=True, slots=True)
class Made:
    """The files that were made together, and the mark of all that they were made of.

    `note` is what their maker wants to know of them when they are not made anew.
    """

    mark: str
    addresses: tuple[str, ...]
    note: bytes = b""


@dataclass(frozen=True, slots=True)
class Ledger:
    """`site` is the checksum of its manifest; `whole` marks all it was made of, `made_with` all but pages.

    `errors` and `doubts` are what the desk was told of it.
    """

    site: str = ""
    whole: str = ""
    made_with: str = ""
    units: dict[str, Made] = field(default_factory=dict)
    files: dict[str, FileMark] = field(default_factory=dict)
    errors: tuple[str, ...] = ()
    doubts: tuple[str, ...] = ()
    holds: str = ""

    @property
    def printed(self) -> frozenset[str]:
        """The files that were printed here; the others are Pelican's own."""
        return frozenset(chain.from_iterable(made.addresses for made in self.units.values()))


_decoder = msgspec.msgpack.Decoder(Ledger)


def read_ledger(folder: Path, site: Path) -> Ledger:
    """The ledger of the site as it stands; an empty one where none is its own."""
    ledger = read_sealed(folder / LEDGER, _decoder)
    try:
        return ledger if ledger and ledger.site == site_checksum(site) else Ledger()
    except OSError:
        return Ledger()


def write_ledger(folder: Path, ledger: Ledger) -> None:
    write_whole(folder / LEDGER, sealed(msgspec.msgpack.encode(ledger)))


def site_checksum(site: Path) -> str:
    return hashlib.sha256((site / MANIFEST).read_bytes()).hexdigest()


def is_intact(folder: Path, site: Path, ledger: Ledger) -> bool:
    """Whether every file that was made is there as it was left; one that had to be read is noted as read."""
    files = {}
    for address, mark in ledger.files.items():
        found = as_left(site, address, mark)
        if found is None:
            return False
        files[address] = found
    if any(found is not ledger.files[address] for address, found in files.items()):
        with suppress(OSError):
            write_ledger(folder, replace(ledger, files=files))
    return True
