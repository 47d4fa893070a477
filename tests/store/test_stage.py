"""Law 7, old or new and never half; and no folder is touched that does not bear our manifest."""

import multiprocessing
import shutil
import signal
import subprocess
import threading
from multiprocessing.synchronize import Event
from pathlib import Path

import pytest

from newspaper_archive.errors import ArchiveError
from newspaper_archive.store.exchange import replace_in_two_steps
from newspaper_archive.store.kept_site import KEPT_SITE
from newspaper_archive.store.manifest import MANIFEST
from newspaper_archive.store.stage import clear, open_stage


def make_site(output: Path, **files: str) -> None:
    with open_stage(output) as opened:
        for name, text in files.items():
            (opened.folder / f"{name}.html").write_text(text, encoding="utf-8")
        opened.publish()


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


@pytest.fixture
def output(tmp_path: Path) -> Path:
    return tmp_path / "数字报 样张" / "网站"


def test_a_published_stage_becomes_the_site(output: Path) -> None:
    make_site(output, index="新")
    assert ["index.html", MANIFEST] == names(output)
    assert ["网站"] == names(output.parent)


def test_an_empty_folder_is_filled(output: Path) -> None:
    output.mkdir(parents=True)
    make_site(output, index="新")
    assert ["网站"] == names(output.parent)
    assert "新" == (output / "index.html").read_text(encoding="utf-8")


def test_a_second_build_replaces_the_first_wholly(output: Path) -> None:
    make_site(output, index="旧", gone="旧")
    make_site(output, index="新")
    assert ["index.html", MANIFEST] == names(output)
    assert "新" == (output / "index.html").read_text(encoding="utf-8")
    assert ["网站"] == names(output.parent)


def test_systems_that_cannot_exchange_folders_get_the_same_site(output: Path) -> None:
    make_site(output, index="旧", gone="旧")
    new = output.with_name("新网站")
    make_site(new, index="新")
    replace_in_two_steps(new, output)
    assert ["index.html", MANIFEST] == names(output)
    assert ["网站"] == names(output.parent)


def test_a_build_killed_between_two_renames_is_mended(output: Path) -> None:
    make_site(output, index="旧")
    output.rename(output.with_name(".网站.previous"))
    with pytest.raises(ZeroDivisionError), open_stage(output):
        raise ZeroDivisionError
    assert "旧" == (output / "index.html").read_text(encoding="utf-8")


def test_a_failed_build_leaves_the_old_site_and_nothing_else(output: Path) -> None:
    make_site(output, index="旧")
    with pytest.raises(ZeroDivisionError), open_stage(output) as opened:
        (opened.folder / "index.html").write_text("半", encoding="utf-8")
        raise ZeroDivisionError
    assert "旧" == (output / "index.html").read_text(encoding="utf-8")
    assert ["网站"] == names(output.parent)


def hold_half_a_build(output: Path, started: Event) -> None:
    with open_stage(output) as opened:
        (opened.folder / "index.html").write_text("半", encoding="utf-8")
        started.set()
        signal.pause()


def test_a_killed_build_leaves_the_old_site_and_the_next_one_clears_up(output: Path) -> None:
    make_site(output, index="旧")
    spawn = multiprocessing.get_context("spawn")
    started = spawn.Event()
    builder = spawn.Process(target=hold_half_a_build, args=(output, started))
    builder.start()
    assert started.wait(600)
    with pytest.raises(ArchiveError, match="另一次生成"):
        make_site(output, index="第二")
    builder.kill()
    builder.join()
    assert "旧" == (output / "index.html").read_text(encoding="utf-8")
    make_site(output, index="新")
    assert "新" == (output / "index.html").read_text(encoding="utf-8")
    assert ["网站"] == names(output.parent)


def test_a_reader_finds_a_whole_site_at_every_moment_of_the_swap(output: Path) -> None:
    make_site(output, index="0")
    missed: list[str] = []
    done = threading.Event()

    def read() -> None:
        while not done.is_set():
            try:
                (output / "index.html").read_bytes()
            except FileNotFoundError as error:
                missed.append(str(error))

    reader = threading.Thread(target=read)
    reader.start()
    for number in range(50):
        make_site(output, index=str(number))
    done.set()
    reader.join()
    assert [] == missed


def test_a_foreign_folder_is_refused_and_untouched(output: Path) -> None:
    output.mkdir(parents=True)
    (output / "论文.doc").write_text("三年心血", encoding="utf-8")
    with pytest.raises(ArchiveError, match="网站: 这个文件夹里有别的文件"):
        make_site(output, index="新")
    with pytest.raises(ArchiveError, match="没有动它"):
        clear(output)
    assert ["论文.doc"] == names(output)
    assert ["网站"] == names(output.parent)


def test_a_foreign_staging_folder_is_refused_and_untouched(output: Path) -> None:
    foreign = output.with_name(".网站.staging")
    foreign.mkdir(parents=True)
    (foreign / "信").touch()
    with pytest.raises(ArchiveError, match="staging"):
        make_site(output, index="新")
    assert ["信"] == names(foreign)


def test_files_put_into_the_output_during_a_build_are_kept(output: Path) -> None:
    output.mkdir(parents=True)
    with pytest.raises(ArchiveError, match="没有动它"), open_stage(output) as opened:
        (output / "信").touch()
        opened.publish()
    assert ["信"] == names(output)


def test_a_file_in_place_of_the_output_is_refused(output: Path) -> None:
    output.parent.mkdir(parents=True)
    output.touch()
    with pytest.raises(ArchiveError, match="不是文件夹"):
        make_site(output, index="新")


@pytest.mark.parametrize("place", ["原稿", "原稿/网站", "."])
def test_a_site_that_overlaps_its_sources_is_refused(tmp_path: Path, place: str) -> None:
    seeds = tmp_path / "原稿"
    seeds.mkdir()
    with pytest.raises(ArchiveError, match="重叠"), open_stage(tmp_path / place, [seeds]):
        pass
    assert ["原稿"] == names(tmp_path)
    assert [] == names(seeds)


def test_a_linked_output_is_swapped_where_it_really_lies(tmp_path: Path) -> None:
    real = tmp_path / "远处" / "网站"
    make_site(real, index="旧")
    link = tmp_path / "output"
    link.symlink_to(real, target_is_directory=True)
    make_site(link, index="新")
    assert link.is_symlink()
    assert "新" == (real / "index.html").read_text(encoding="utf-8")


def test_clearing_removes_the_site_and_what_a_killed_build_left(output: Path) -> None:
    make_site(output, index="旧")
    for suffix in ("staging", "previous"):
        left = output.with_name(f".网站.{suffix}")
        left.mkdir()
        (left / MANIFEST).touch()
    clear(output)
    assert [] == names(output.parent)
    clear(output)


def test_clearing_removes_nothing_that_a_forged_manifest_names_elsewhere(output: Path) -> None:
    make_site(output, index="旧")
    letter, linked = output.with_name("letter"), output.with_name("linked")
    linked.mkdir()
    for path in (letter, linked / "letter"):
        path.touch()
    (output / "inner").symlink_to(linked)
    with (output / MANIFEST).open("a", encoding="utf-8") as opened:
        opened.writelines(f"{'0' * 64}  {name}\n" for name in ("../letter", letter, "inner/letter", "a\0b"))
    clear(output)
    assert letter.exists()
    assert (linked / "letter").exists()
    assert ["inner"] == names(output)


def test_a_site_whose_manifest_lost_a_line_is_no_bar_to_the_next(output: Path) -> None:
    make_site(output, index="旧", about="旧")
    lines = (output / MANIFEST).read_bytes().splitlines(keepends=True)
    (output / MANIFEST).write_bytes(lines[1])
    make_site(output, index="新", about="旧")
    assert ["about.html", "index.html", MANIFEST] == names(output)


@pytest.mark.parametrize("place", ["index.html/letter", "hewan"])
def test_what_lies_where_a_page_or_its_folder_should_is_named_and_kept(output: Path, place: str) -> None:
    make_site(output, other="旧")
    (output / place).parent.mkdir(exist_ok=True)
    (output / place).write_text("三年心血", encoding="utf-8")
    with pytest.raises(ArchiveError, match=f"{place}: 网站里这个位置"), open_stage(output) as opened:
        opened.staged_files().write("index.html", b"")
        opened.staged_files().write("hewan/index.html", b"")
        opened.publish()
    assert "三年心血" == (output / place).read_text(encoding="utf-8")


def kept_for(output: Path, cache: Path) -> Path:
    """A site that was replaced by another of the same files, and kept."""
    make_site(output, index="旧", about="旧")
    with open_stage(output) as opened:
        for name in ("index.html", "about.html"):
            opened.staged_files().write(name, "新".encode())
        opened.publish()
        (cache / opened.name).mkdir()
        opened.keep_site(cache / opened.name)
    return cache / opened.name / KEPT_SITE


def test_a_kept_site_is_the_next_stage_but_for_what_others_write(output: Path, tmp_path: Path) -> None:
    kept = kept_for(output, tmp_path)
    with open_stage(output) as opened:
        stage = opened.on_kept_site(kept.parent, {"index.html"})
        assert {"index.html"} == stage.from_kept
        assert ["index.html", MANIFEST] == names(opened.folder)
        assert b"" == (opened.folder / MANIFEST).read_bytes()


def test_a_kept_folder_without_our_mark_is_neither_used_nor_removed(output: Path, tmp_path: Path) -> None:
    kept = kept_for(output, tmp_path)
    (kept / MANIFEST).unlink()
    with open_stage(output) as opened:
        assert opened == opened.on_kept_site(kept.parent, {"index.html"})
        opened.staged_files().write("index.html", "又新".encode())
        opened.publish()
        opened.keep_site(kept.parent)
    assert ["about.html", "index.html"] == names(kept)
    assert ["网站"] == names(output.parent)


def test_a_folder_in_the_place_of_a_kept_file_is_cleared_away(output: Path, tmp_path: Path) -> None:
    kept = kept_for(output, tmp_path)
    (kept / "index.html").unlink()
    (kept / "index.html" / "inner").mkdir(parents=True)
    (kept / "index.html" / "inner" / "letter").touch()
    with open_stage(output) as opened:
        opened.on_kept_site(kept.parent, {"index.html"})
        assert [MANIFEST] == names(opened.folder)


def test_a_link_to_a_folder_in_a_kept_site_is_removed_and_not_followed(output: Path, tmp_path: Path) -> None:
    kept, other = kept_for(output, tmp_path), tmp_path / "other"
    other.mkdir()
    (other / "letter.html").touch()
    (kept / "hewan").symlink_to(other)
    with open_stage(output) as opened:
        opened.on_kept_site(kept.parent, {"index.html", "hewan/letter.html"})
        assert ["index.html", MANIFEST] == names(opened.folder)
    assert ["letter.html"] == names(other)


def test_a_link_to_a_site_in_the_place_of_the_kept_one_is_not_taken_for_it(
    output: Path, tmp_path: Path
) -> None:
    kept = kept_for(output, tmp_path)
    before = (output / MANIFEST).read_bytes()
    kept.rename(tmp_path / "elsewhere")
    kept.symlink_to(output)
    with open_stage(output) as opened:
        assert opened == opened.on_kept_site(kept.parent, {"index.html"})
        opened.keep_site(kept.parent)
    assert before == (output / MANIFEST).read_bytes()


def test_a_kept_site_that_cannot_be_taken_up_leaves_an_empty_stage(output: Path, tmp_path: Path) -> None:
    kept = kept_for(output, tmp_path)
    (kept / f"{MANIFEST}.new").mkdir()  # in the way of what is written first
    with open_stage(output) as opened:
        assert opened == opened.on_kept_site(kept.parent, {"index.html"})
        assert [MANIFEST] == names(opened.folder)


def test_clearing_removes_what_was_kept_of_the_site(output: Path, tmp_path: Path) -> None:
    kept = kept_for(output, tmp_path)
    assert kept.is_dir()
    clear(output, tmp_path)
    assert not kept.exists()


def test_the_manifest_can_be_checked_by_sha256sum(output: Path) -> None:
    with open_stage(output) as opened:
        (opened.folder / "b").mkdir()
        for name in ("b/1.html", "a.html", "带 空格.html", "back\\slash", "line\nend"):
            (opened.folder / name).write_text(name, encoding="utf-8")
        opened.publish()
    listed = [line.split("  ", 1)[1] for line in (output / MANIFEST).read_text(encoding="utf-8").splitlines()]
    assert ["a.html", "b/1.html", "back\\\\slash", "line\\nend", "带 空格.html"] == listed
    tool = shutil.which("sha256sum")
    assert tool
    checked = subprocess.run([tool, "--strict", "-c", MANIFEST], cwd=output, capture_output=True, check=False)
    assert (0, b"") == (checked.returncode, checked.stderr)
