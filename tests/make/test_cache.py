"""A page is read once: what is in the cache is used where it is sound, and never trusted."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest

from newspaper_archive.make import read_pages
from newspaper_archive.make.read_pages import archive_of
from newspaper_archive.make.survey import survey
from newspaper_archive.model import Archive
from newspaper_archive.settings import Settings
from newspaper_archive.store.jobs import Jobs
from newspaper_archive.store.page_cache import PageCache
from newspaper_archive.store.sealed import read_sealed, sealed, write_whole

SEEDS = Path(__file__).resolve().parents[2] / "seeds"


@pytest.fixture
def seeds(tmp_path: Path) -> Path:
    return Path(shutil.copytree(SEEDS, tmp_path / "原稿"))


def read(seeds: Path, cache: PageCache = read_pages.NO_CACHE, jobs: Jobs = read_pages.ONE_WORKER) -> Archive:
    return archive_of(survey(seeds, Settings(seeds=seeds).edition), cache, jobs)


def entries(cache: PageCache) -> dict[str, bytes]:
    assert cache.folder
    return {path.name: path.read_bytes() for path in sorted(cache.folder.rglob("*")) if path.is_file()}


@pytest.fixture
def cache(tmp_path: Path) -> PageCache:
    return PageCache(tmp_path / "cache")


def test_what_comes_from_the_cache_is_what_was_read(seeds: Path, cache: PageCache) -> None:
    first = read(seeds, cache)
    assert read(seeds) == first
    assert read(seeds, cache) == first


def test_a_change_to_one_page_reads_one_page(seeds: Path, cache: PageCache) -> None:
    read(seeds, cache)
    before = entries(cache)
    page = next(seeds.glob("*/2023-06-06/02.txt"))
    page.write_text(page.read_text("utf-8") + "\n又添一行。\n", "utf-8")
    after = read(seeds, cache)
    assert 1 == len(entries(cache).keys() - before.keys()) == len(before.keys() - entries(cache).keys())
    assert read(seeds) == after


def test_a_sidecar_counts_as_part_of_its_page(seeds: Path, cache: PageCache) -> None:
    read(seeds, cache)
    page = next(seeds.glob("*/2023-06-06/02.txt"))
    page.with_suffix(".yaml").write_text("page_name: 另一个版名\n", "utf-8")
    names = {page.name for issue in read(seeds, cache).issues for page in issue.pages}
    assert "另一个版名" in names


def test_another_folder_of_the_same_pages_needs_no_reading(seeds: Path, cache: PageCache) -> None:
    read(seeds, cache)
    before = entries(cache)
    moved = seeds.rename(seeds.with_name("搬家 之后"))
    read(moved, cache)
    assert before == entries(cache)


@pytest.mark.parametrize("damage", ["truncated", "flipped", "empty", "foreign", "other page"])
def test_a_damaged_or_foreign_entry_is_read_anew(seeds: Path, cache: PageCache, damage: str) -> None:
    first = read(seeds, cache)
    sound = entries(cache)
    assert cache.folder
    paths = sorted(path for path in cache.folder.rglob("*") if path.is_file())
    for path in paths:
        data = path.read_bytes()
        bad = {
            "truncated": data[:-7],
            "flipped": data[:200] + bytes([data[200] ^ 1]) + data[201:],
            "empty": b"",
            "foreign": b'{"made": "by another program"}' * 20,
            "other page": next(other.read_bytes() for other in reversed(paths) if other != path),
        }
        path.write_bytes(bad[damage])
    assert first == read(seeds, cache)
    assert sound == entries(cache)


def test_pages_that_are_gone_leave_the_cache(seeds: Path, cache: PageCache) -> None:
    read(seeds, cache)
    before = len(entries(cache))
    next(seeds.glob("*/2023-06-06/02.txt")).unlink()
    read(seeds, cache)
    assert before - 1 == len(entries(cache))


def test_a_file_that_cannot_be_opened_is_not_remembered_as_empty(seeds: Path, cache: PageCache) -> None:
    page = seeds / "空.txt"
    page.touch()
    assert "empty-page" in {
        problem.code for problem in read(seeds, cache).problems if problem.file == page.name
    }
    page.unlink()
    page.symlink_to(seeds / "没有这个文件")
    assert read(seeds).problems == read(seeds, cache).problems


def test_many_workers_read_the_same_archive(seeds: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(read_pages, "BATCH", 2)
    assert read(seeds) == read(seeds, jobs=Jobs(2))


def put_a_folder(path: Path) -> None:
    (path / "inner").mkdir(parents=True)


def put_a_pipe(path: Path) -> None:
    os.mkfifo(path)


def put_a_ring_of_links(path: Path) -> None:
    path.symlink_to(path)


@pytest.mark.parametrize("put", [put_a_folder, put_a_pipe, put_a_ring_of_links])
def test_what_is_no_plain_file_in_the_place_of_a_page_is_as_good_as_none(
    seeds: Path, cache: PageCache, put: Callable[[Path], None]
) -> None:
    first = read(seeds, cache)
    assert cache.folder
    for path in [path for path in cache.folder.rglob("*") if path.is_file()]:
        path.unlink()
        put(path)
    assert first == read(seeds, cache)
    page = next(seeds.glob("*/2023-06-06/02.txt"))
    page.unlink()
    read(seeds, cache)


@pytest.mark.parametrize("put", [put_a_pipe, put_a_ring_of_links])
def test_what_is_no_plain_file_in_the_place_of_a_half_written_one_is_cleared_away(
    tmp_path: Path, put: Callable[[Path], None]
) -> None:
    put(tmp_path / "kept.new")
    write_whole(tmp_path / "kept", b"whole")
    assert b"whole" == (tmp_path / "kept").read_bytes()
    assert [tmp_path / "kept"] == list(tmp_path.iterdir())


def test_a_cache_that_cannot_be_looked_into_only_means_that_pages_are_read_again(
    seeds: Path, tmp_path: Path
) -> None:
    assert read(seeds) == read(seeds, PageCache(tmp_path / ("too long for a name" * 20)))


def test_what_is_sealed_but_of_another_form_is_as_good_as_none(tmp_path: Path) -> None:
    kept, decoder = tmp_path / "kept", msgspec.msgpack.Decoder(dict[str, int])
    for said in (b"", b"\xc1", msgspec.msgpack.encode({"count": "many"}), b"\x91" * 100_000):
        kept.write_bytes(sealed(said))
        assert read_sealed(kept, decoder) is None
    kept.write_bytes(sealed(msgspec.msgpack.encode({"count": 1})))
    assert {"count": 1} == read_sealed(kept, decoder)
