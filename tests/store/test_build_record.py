"""What the last build made and of what; no bit of it is believed that was not written so."""

import hashlib
from collections.abc import Callable
from pathlib import Path

import pytest

from newspaper_archive.store.build_record import (
    BUILD_RECORD,
    BuildRecord,
    Made,
    read_build_record,
    site_checksum,
    with_manifest_mended,
    write_build_record,
)
from newspaper_archive.store.manifest import MANIFEST, manifest
from newspaper_archive.store.staged_files import FileMark

FILES = {
    f"hewan/2031/{number:02}.html": FileMark(hashlib.sha256(bytes([number])).hexdigest(), 1, 1, 1)
    for number in range(20)
}
Harm = Callable[[bytes], bytes]


@pytest.fixture
def site(tmp_path: Path) -> Path:
    sums = {address: mark.sha256 for address, mark in FILES.items()}
    (tmp_path / MANIFEST).write_bytes(manifest(sums))
    return tmp_path


def build_record_of(site: Path) -> BuildRecord:
    made = {"unit": Made("mark", tuple(FILES))}
    return BuildRecord(site_checksum(site), "whole", "made with", made, FILES, holds="1 期")


def test_a_build_record_is_read_as_it_was_written(site: Path) -> None:
    write_build_record(site, build_record_of(site))
    assert build_record_of(site) == read_build_record(site, site)


def test_a_build_record_of_another_site_is_as_good_as_none(site: Path) -> None:
    write_build_record(site, build_record_of(site))
    (site / MANIFEST).write_text("another list")
    assert BuildRecord() == read_build_record(site, site)


def test_a_build_record_with_any_bit_flipped_or_any_end_cut_off_is_as_good_as_none(site: Path) -> None:
    write_build_record(site, build_record_of(site))
    written = (site / BUILD_RECORD).read_bytes()
    flipped = (
        written[:place] + bytes([written[place] ^ 1 << place % 8]) + written[place + 1 :]
        for place in range(0, len(written), 7)
    )
    lengths = range(0, len(written), 50)
    for harmed in (*flipped, *(written[:length] for length in lengths)):
        (site / BUILD_RECORD).write_bytes(harmed)
        assert BuildRecord() == read_build_record(site, site)


def flipped(data: bytes) -> bytes:
    return data[:99] + bytes([data[99] ^ 4]) + data[100:]


@pytest.mark.parametrize(
    "harm",
    [flipped, lambda data: data[:-700], lambda _: b"", lambda data: data[:512] + bytes(512) + data[1024:]],
)
def test_a_harmed_manifest_is_mended_from_the_build_record(site: Path, harm: Harm) -> None:
    written = build_record_of(site)
    write_build_record(site, written)
    whole = (site / MANIFEST).read_bytes()
    (site / MANIFEST).write_bytes(harm(whole))
    assert written == with_manifest_mended(site, read_build_record(site, site))
    assert whole == (site / MANIFEST).read_bytes()


def one_sum_changed(data: bytes) -> bytes:
    return hashlib.sha256(b"another page").hexdigest().encode() + data[64:]


@pytest.mark.parametrize("change", [one_sum_changed, lambda data: data + data[-40:], lambda data: data[88:]])
def test_the_manifest_of_another_site_is_left_as_it_is(site: Path, change: Harm) -> None:
    write_build_record(site, build_record_of(site))
    other = change((site / MANIFEST).read_bytes())
    (site / MANIFEST).write_bytes(other)
    assert BuildRecord() == with_manifest_mended(site, read_build_record(site, site))
    assert other == (site / MANIFEST).read_bytes()


def test_a_site_whose_manifest_cannot_be_mended_has_no_build_record(site: Path) -> None:
    write_build_record(site, build_record_of(site))
    (site / MANIFEST).write_bytes(b"")
    (site / f"{MANIFEST}.new").mkdir()
    assert BuildRecord() == with_manifest_mended(site, read_build_record(site, site))
