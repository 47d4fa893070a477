"""What the last build made and of what, so that the next one makes only what changed.

It belongs to one site: it names the checksum of that site's manifest, and is believed for no other.
Where a bit of that manifest flipped, the record knows what it said.
It lies with the cache, never in the site, and sealed: a damaged one is as good as none.
"""

import hashlib
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass, field, replace
from itertools import chain
from pathlib import Path

import msgspec

from newspaper_archive.model import Problem
from newspaper_archive.store.manifest import MANIFEST, is_harmed, manifest
from newspaper_archive.store.sealed import plain_bytes, read_sealed, sealed, write_whole
from newspaper_archive.store.staged_files import FileMark, as_left

BUILD_RECORD = "build-record"
NEVER = -1
"""The time of a file that is not as it was left."""


@dataclass(frozen=True, slots=True)
class Made:
    """The files that were made together, and the mark of all that they were made of.

    `note` is what their maker wants to know of them when they are not made anew.
    """

    mark: str
    addresses: tuple[str, ...]
    note: bytes = b""


@dataclass(frozen=True, slots=True)
class BuildRecord:
    """`site` is the checksum of its manifest; `whole` marks all it was made of, `made_with` all but pages.

    `errors` and `warnings` are what the desk was told of it, `withdrawn` is a digest of what it hides.
    """

    site: str = ""
    whole: str = ""
    made_with: str = ""
    made: dict[str, Made] = field(default_factory=dict)
    files: dict[str, FileMark] = field(default_factory=dict)
    errors: tuple[Problem, ...] = ()
    warnings: tuple[Problem, ...] = ()
    holds: str = ""
    withdrawn: str = ""

    @property
    def rendered(self) -> frozenset[str]:
        """The files that were made here; the others are Pelican's own."""
        return frozenset(chain.from_iterable(made.addresses for made in self.made.values()))

    def manifest(self) -> bytes:
        """What its site's manifest said when it was written."""
        return manifest({address: mark.sha256 for address, mark in self.files.items()})


_decoder = msgspec.msgpack.Decoder(BuildRecord)


def read_build_record(folder: Path, site: Path) -> BuildRecord:
    """The record of the site as it stands, be its manifest harmed; an empty one where none is its own."""
    record = read_sealed(folder / BUILD_RECORD, _decoder)
    try:
        found = plain_bytes(site / MANIFEST)
    except OSError:
        return BuildRecord()
    return record if record and _is_own(record, found) else BuildRecord()


def _is_own(record: BuildRecord, found: bytes) -> bool:
    if hashlib.sha256(found).hexdigest() == record.site:
        return True
    whole = record.manifest()
    return hashlib.sha256(whole).hexdigest() == record.site and is_harmed(found, whole)


def with_manifest_mended(site: Path, record: BuildRecord) -> BuildRecord:
    """The record of a site whose manifest is whole again; an empty one where it cannot be mended."""
    try:
        if record.site and site_checksum(site) != record.site:
            write_whole(site / MANIFEST, record.manifest())
    except OSError:
        return BuildRecord()
    return record


def write_build_record(folder: Path, record: BuildRecord) -> None:
    write_whole(folder / BUILD_RECORD, sealed(msgspec.msgpack.encode(record)))


def site_checksum(site: Path) -> str:
    return hashlib.sha256((site / MANIFEST).read_bytes()).hexdigest()


def is_intact(folder: Path, site: Path, record: BuildRecord) -> bool:
    """Whether every file that was made is there as it was left; one that had to be read is noted as read."""
    files = {}
    for address, mark in record.files.items():
        found = as_left(site, address, mark)
        if found is None:
            return False
        files[address] = found
    if any(found is not record.files[address] for address, found in files.items()):
        with suppress(OSError):
            write_build_record(folder, replace(record, files=files))
    return True


def forget(folder: Path, record: BuildRecord, addresses: Iterable[str]) -> None:
    """Has the next build make these files anew, whatever stands there: it will know of none."""
    unknown = {address: replace(record.files[address], mtime=NEVER) for address in addresses}
    write_build_record(folder, replace(record, files=record.files | unknown))
