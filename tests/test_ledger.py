"""What the last build made and of what; no bit of it is believed that was not written so."""

from pathlib import Path

import pytest

from newspaper_archive.publish.ledger import LEDGER, Ledger, Made, read_ledger, site_checksum, write_ledger
from newspaper_archive.publish.manifest import MANIFEST


@pytest.fixture
def site(tmp_path: Path) -> Path:
    (tmp_path / MANIFEST).write_text("a list of sums")
    return tmp_path


def ledger_of(site: Path) -> Ledger:
    return Ledger(
        site_checksum(site), "whole", "made with", {"unit": Made("mark", ("index.html",))}, holds="1 期"
    )


def test_a_ledger_is_read_as_it_was_written(site: Path) -> None:
    write_ledger(site, ledger_of(site))
    assert ledger_of(site) == read_ledger(site, site)


def test_a_ledger_of_another_site_is_as_good_as_none(site: Path) -> None:
    write_ledger(site, ledger_of(site))
    (site / MANIFEST).write_text("another list")
    assert Ledger() == read_ledger(site, site)


def test_a_ledger_with_any_bit_flipped_or_any_end_cut_off_is_as_good_as_none(site: Path) -> None:
    write_ledger(site, ledger_of(site))
    written = (site / LEDGER).read_bytes()
    flipped = (
        written[:place] + bytes([written[place] ^ 1 << place % 8]) + written[place + 1 :]
        for place in range(len(written))
    )
    for harmed in (*flipped, *(written[:length] for length in range(len(written)))):
        (site / LEDGER).write_bytes(harmed)
        assert Ledger() == read_ledger(site, site)
