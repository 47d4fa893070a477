"""Nothing wipes a site: many page files gone are a stick not put in, until the desk says otherwise."""

import hashlib
from pathlib import Path

import pytest

from conftest import Build
from newspaper_archive.desk.console import main
from newspaper_archive.errors import ArchiveError
from newspaper_archive.make.shrinking import SOURCES, refusal, shrunken
from newspaper_archive.model import Edition, PageFile
from newspaper_archive.store.manifest import MANIFEST, manifest

EDITION = Edition(slug="liuhe", name="柳河", paper="柳河日报")


def site_of(folder: Path, names: list[str]) -> Path:
    """A site made of pages that hold their own names."""
    folder.mkdir()
    (folder / MANIFEST).write_bytes(manifest({"index.html": "0" * 64}))
    (folder / SOURCES).write_bytes(manifest({name: digest(name) for name in names}))
    return folder


def digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def pages(folder: Path, names: dict[str, str]) -> list[PageFile]:
    """Page files by name, with what they hold."""
    for name, text in names.items():
        (folder / name).write_text(text, "utf-8")
    return [PageFile(name, folder / name, EDITION) for name in names]


def own(*numbers: int) -> dict[str, str]:
    return {f"{number:02}.txt": f"{number:02}.txt" for number in numbers}


def refuse_shrunken(site: Path, seeds: Path, files: list[PageFile]) -> None:
    if found := shrunken(site, files):
        raise refusal(seeds, found)


@pytest.mark.parametrize(
    ("had", "left"),
    [(10, range(3, 10)), (16, range(4, 16)), (4, range(3, 4)), (2, range(0)), (40, range(0))],
    ids=["3 of 10", "4 of 16", "3 of 4", "all of 2", "all of 40"],
)
def test_more_than_a_fifth_of_the_pages_gone_leaves_the_site_alone(
    had: int, left: range, tmp_path: Path
) -> None:
    site = site_of(tmp_path / "site", list(own(*range(had))))
    with pytest.raises(ArchiveError) as told:
        refuse_shrunken(site, tmp_path, pages(tmp_path, own(*left)))
    assert f"上次建网站时有 {had} 个版面文件，现在缺 {had - len(left)} 个（00.txt" in str(told.value)
    assert f"现有 {len(left)} 个" in str(told.value)
    assert "网站没有动" in str(told.value)
    assert "make SHRINK=1" in str(told.value)


@pytest.mark.parametrize(
    ("had", "left"),
    [(2, range(1, 2)), (4, range(2, 4)), (15, range(3, 15)), (10, range(10)), (3, range(20))],
    ids=["1 of 2", "2 of 4", "3 of 15", "none", "more"],
)
def test_a_few_pages_may_go(had: int, left: range, tmp_path: Path) -> None:
    refuse_shrunken(site_of(tmp_path / "site", list(own(*range(had)))), tmp_path, pages(tmp_path, own(*left)))


def test_pages_that_were_renamed_are_not_gone(tmp_path: Path) -> None:
    site = site_of(tmp_path / "site", list(own(*range(10))))
    renamed = {f"版{number}.txt": f"{number:02}.txt" for number in range(10)}
    refuse_shrunken(site, tmp_path, pages(tmp_path, renamed))
    with pytest.raises(ArchiveError, match="现在缺 10 个"):
        refuse_shrunken(site, tmp_path, pages(tmp_path, dict.fromkeys(renamed, "别的报")))


def test_an_empty_folder_is_no_reason_to_empty_a_site_that_does_not_say_what_it_is_made_of(
    tmp_path: Path,
) -> None:
    site = site_of(tmp_path / "site", [])
    (site / SOURCES).unlink()
    with pytest.raises(ArchiveError, match="这里没有版面文件"):
        refuse_shrunken(site, tmp_path, [])
    refuse_shrunken(tmp_path / "none yet", tmp_path, [])


@pytest.mark.build
def test_a_build_of_an_emptied_folder_stops_until_it_is_told_to_shrink(build: Build, tmp_path: Path) -> None:
    seeds, output = tmp_path / "版面", tmp_path / "网站"
    seeds.mkdir()
    files = pages(
        seeds, {f"C{number:02}.txt": f"C{number:02} 要闻\n\n渡口第{number}天通船\n" for number in range(1, 5)}
    )
    assert 0 == build(seeds, output).returncode
    before = (output / MANIFEST).read_bytes()
    assert [file.path for file in files] == [
        line.split("  ")[1] for line in (output / SOURCES).read_text("utf-8").splitlines()
    ]
    for file in files[:3]:
        file.location.unlink()
    refused = build(seeds, output)
    assert 1 == refused.returncode
    assert "网站没有动" in refused.stderr
    assert "Traceback" not in refused.stderr
    assert before == (output / MANIFEST).read_bytes()
    assert 1 == build(seeds, output, SHRINK="1").returncode
    assert 0 == main(["addresses", "--accept", "--seeds", str(seeds), str(output)])
    assert 0 == build(seeds, output).returncode
    assert before != (output / MANIFEST).read_bytes()
    assert 0 == build(seeds, output).returncode
