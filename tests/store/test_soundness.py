"""A site beside its own list of checksums: what was altered, what is missing, what was added, and no more."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from newspaper_archive.desk.console import main
from newspaper_archive.errors import ArchiveError
from newspaper_archive.store.build_record import (
    BuildRecord,
    read_build_record,
    site_checksum,
    write_build_record,
)
from newspaper_archive.store.manifest import MANIFEST
from newspaper_archive.store.site_check import Soundness, check_site
from newspaper_archive.store.stage import only_build, open_stage

PAGES = {"index.html": b"home", "hewan/2031/a01.html": b"page", "hewan/2031/a02.html": b"next"}


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site, and its build record in `cache`."""
    with open_stage(tmp_path / "网站") as opened:
        staged = opened.staged_files()
        files = {address: staged.write(address, data) for address, data in PAGES.items()}
        opened.publish(files)
        write_build_record(
            tmp_path / "cache" / opened.name, BuildRecord(site_checksum(opened.output), files=files)
        )
    return tmp_path / "网站"


def kept(site: Path) -> BuildRecord:
    (own,) = (site.parent / "cache").iterdir()
    return read_build_record(own, site)


def rot(path: Path) -> None:
    """Flips a bit of a file that keeps its size and time."""
    status, data = path.stat(), path.read_bytes()
    with path.open("r+b") as file:
        file.write(bytes([data[0] ^ 1]))
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))


def list_anew(site: Path, change: Callable[[list[str]], list[str]]) -> None:
    lines = (site / MANIFEST).read_text("utf-8").splitlines(keepends=True)
    (site / MANIFEST).write_text("".join(change(lines)), "utf-8")


def test_a_site_as_it_was_made_is_sound(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert Soundness(3, {}, (), (), ()) == check_site(site)
    assert 0 == main(["check-site", str(site)])
    assert f"{site}: 相符 3 个文件，改动 0，缺少 0，多出 0\n" == capsys.readouterr().out


def test_each_file_that_was_altered_is_missing_or_was_added_is_named(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rot(site / "index.html")
    (site / "hewan" / "2031" / "a01.html").unlink()
    (site / "本地").mkdir()
    (site / "本地" / "CNAME").touch()
    assert 1 == main(["check-site", str(site)])
    assert [
        "[错误] index.html: 内容与校验和不符",
        "[错误] hewan/2031/a01.html: 校验表里有，这里没有",
        "[注意] 本地/CNAME: 校验表里没有。若是自己放进来的，可以不管",
        f"{site}: 相符 1 个文件，改动 1，缺少 1，多出 1",
        "本机建的网站，再运行一次 make，坏了的会重做；拷来的网站，请从原处重新拷",
    ] == capsys.readouterr().out.splitlines()


def test_a_file_that_somebody_added_does_a_site_no_harm(site: Path) -> None:
    (site / "CNAME").touch()
    assert 0 == main(["check-site", str(site)])


def test_a_copy_elsewhere_is_checked_by_its_own_list(site: Path, tmp_path: Path) -> None:
    copy = Path(shutil.copytree(site, tmp_path / "u 盘" / "报"))
    assert check_site(copy, tmp_path / "cache").is_sound
    (copy / "index.html").write_bytes(b"hom")
    assert ["index.html"] == list(check_site(copy, tmp_path / "cache").altered)
    assert check_site(site).is_sound
    assert ["报"] == [path.name for path in copy.parent.iterdir()]


def test_what_is_no_plain_file_is_named_and_not_opened(site: Path, tmp_path: Path) -> None:
    (tmp_path / "letter").write_bytes(b"home")
    (site / "index.html").unlink()
    (site / "index.html").symlink_to(tmp_path / "letter")
    (site / "hewan" / "2031" / "a01.html").unlink()
    os.mkfifo(site / "hewan" / "2031" / "a01.html")
    (site / "added").symlink_to(tmp_path)
    found = check_site(site)
    assert ["hewan/2031/a01.html", "index.html"] == list(found.altered)
    assert all("没有打开" in said for said in found.altered.values())
    assert ("added: 校验表里没有。若是自己放进来的，可以不管",) == found.added


def test_a_link_in_the_place_of_a_folder_is_not_followed(site: Path, tmp_path: Path) -> None:
    (site / "hewan").rename(tmp_path / "elsewhere")
    (site / "hewan").symlink_to(tmp_path / "elsewhere")
    found = check_site(site)
    assert 2 == len(found.missing)
    assert 1 == len(found.added)


@pytest.mark.parametrize(
    "name", ["../letter", "/etc/hostname", "hewan/../../letter", "hewan//a", "./a", "a\0b"]
)
def test_a_name_that_leads_out_of_the_site_is_told_and_not_followed(site: Path, name: str) -> None:
    list_anew(site, lambda lines: [*lines, f"{'0' * 64}  {name}\n"])
    found = check_site(site)
    assert ((), {}, 3) == (found.missing, found.altered, found.sound)
    (said,) = found.harmed
    assert said.startswith(f"{MANIFEST}:4: 文件名“")
    assert "不在网站里面" in said


@pytest.mark.parametrize("name", ["..a.html", "a..", ".well-known/a", "a\\b"])
def test_a_name_that_only_looks_like_leading_out_is_a_missing_file(site: Path, name: str) -> None:
    list_anew(site, lambda lines: [*lines, f"{'0' * 64}  {name}\n"])
    assert 1 == len(check_site(site).missing)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda lines: [*lines[:2], lines[2][:-5]], ":3: 看到“"),
        (lambda lines: [lines[0][1:], *lines[1:]], ":1: 看到“"),
        (lambda lines: [*lines, "\n"], ":4: 看到“”"),
        (lambda lines: [*lines, lines[0]], ":4: “hewan/2031/a01.html”前面已经有一行"),
        (lambda _: [], ": 校验表是空的"),
    ],
)
def test_a_list_that_is_damaged_is_told_of(
    site: Path, change: Callable[[list[str]], list[str]], said: str
) -> None:
    list_anew(site, change)
    found = check_site(site)
    assert any(one.startswith(f"{MANIFEST}{said}") for one in found.harmed)
    assert not found.is_sound


def test_where_the_build_record_is_there_a_damaged_list_accuses_no_file(site: Path, tmp_path: Path) -> None:
    list_anew(site, lambda lines: lines[:1])
    found = check_site(site, tmp_path / "cache")
    assert ({}, (), ()) == (found.altered, found.missing, found.added)
    assert (f"{MANIFEST}: 校验表坏了，与生成时写下的不同；以下照生成时的核对",) == found.harmed


def test_control_characters_never_reach_the_terminal(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("\x1b[2J", "a\rb", "a\u202eb", b"\xff".decode("utf-8", "surrogateescape")):
        (site / name).touch()
    list_anew(site, lambda lines: [*lines, "\x1b[31m\n", f"{'0' * 64}  \x07.html\n"])
    main(["check-site", str(site)])
    said = capsys.readouterr().out
    assert all(one.isprintable() or one == "\n" for one in said)
    assert r"\x1b[2J: 校验表里没有" in said


@pytest.mark.parametrize(
    "harm", ["nowhere", "a ring", "a file", "no list", "a linked list", "a folder for a list"]
)
def test_what_is_no_site_is_named_with_what_to_do(site: Path, tmp_path: Path, harm: str) -> None:
    place = site
    if harm == "nowhere":
        place = tmp_path / "nowhere"
    elif harm == "a ring":
        place = tmp_path / "ring"
        place.symlink_to(place)
    elif harm == "a file":
        place = site / "index.html"
    else:
        (site / MANIFEST).rename(tmp_path / "list")
        if harm == "a linked list":
            (site / MANIFEST).symlink_to(tmp_path / "list")
        elif harm == "a folder for a list":
            (site / MANIFEST).mkdir()
    with pytest.raises(ArchiveError, match=r"无从核对.*请"):
        check_site(place)
    assert 2 == main(["check-site", str(place)])


def test_the_build_record_forgets_what_was_altered_and_nothing_else(site: Path, tmp_path: Path) -> None:
    before = kept(site).files
    rot(site / "index.html")
    for _ in range(2):
        assert ["index.html"] == list(check_site(site, tmp_path / "cache").altered)
        after = kept(site).files
        assert ["index.html"] == [name for name, mark in before.items() if mark != after[name]]


def test_a_site_that_is_being_built_is_not_checked(site: Path, tmp_path: Path) -> None:
    with only_build(site), pytest.raises(ArchiveError, match="另一次生成"):
        check_site(site, tmp_path / "cache")
