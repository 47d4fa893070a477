"""A build asks before anything is taken away: once of all that is lost, and again of what is lost later."""

from pathlib import Path

import pytest

from conftest import Build
from newspaper_archive.desk.console import main
from newspaper_archive.make.asked import Asked, accept_gone, accepted_gone, keep_shown, was_shown
from newspaper_archive.make.shrinking import SOURCES, shrunken
from newspaper_archive.model import Edition, PageFile
from newspaper_archive.store.address_files import ACCEPTED, FOLDER
from newspaper_archive.store.manifest import manifest

SHA = {f"{number:02}.txt": f"{number:064}" for number in range(1, 11)}
ACCEPT = "请运行 make addresses ACCEPT=1，再运行 make"


def there(*names: str) -> list[PageFile]:
    return [
        PageFile(name, Path("no such folder", name), Edition("liuhe", "柳河", "柳河日报")) for name in names
    ]


@pytest.fixture
def site(tmp_path: Path) -> Path:
    (tmp_path / SOURCES).write_bytes(manifest(SHA))
    return tmp_path


def test_page_files_that_may_go_are_asked_for_no_more(site: Path) -> None:
    left = there(*list(SHA)[4:])
    fewer = shrunken(site, left)
    assert fewer is not None
    assert list(SHA)[:4] == list(fewer.gone)
    assert accept_gone(site, Asked(gone=fewer.gone))
    assert shrunken(site, left, accepted_gone(site)) is None


@pytest.mark.parametrize("left", [5, 3, 10], ids=["one more is gone", "one is back", "all are gone"])
def test_of_other_page_files_than_may_go_all_are_asked_for(site: Path, left: int) -> None:
    may_go = manifest({name: SHA[name] for name in list(SHA)[:4]})
    fewer = shrunken(site, there(*list(SHA)[left:]), may_go)
    assert fewer is not None
    assert left == len(fewer.gone)


def test_a_page_file_that_held_another_text_may_not_go(site: Path) -> None:
    may_go = manifest({name: SHA[name] for name in list(SHA)[:3]} | {"04.txt": "f" * 64})
    assert shrunken(site, there(*list(SHA)[4:]), may_go) is not None


def test_only_what_was_shown_is_known_as_shown(tmp_path: Path) -> None:
    shown = Asked(("river/2031/2031-03-05/c01-01",), {"C01.txt": "0" * 64})
    assert not was_shown(tmp_path, shown)
    keep_shown(tmp_path / "new", shown)
    assert was_shown(tmp_path / "new", shown)
    more = Asked((*shown.lost, "river/2031/2031-03-05/c01-02"), shown.gone)
    assert [False, False] == [
        was_shown(tmp_path / "new", other) for other in (more, Asked(shown.lost, {"C01.txt": "1" * 64}))
    ]


@pytest.mark.build
def test_a_folder_that_lost_many_pages_is_asked_about_once_with_its_addresses(
    build: Build, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    seeds, output, cache = tmp_path / "版面", tmp_path / "网站", tmp_path / "cache"
    seeds.mkdir()
    words = "渡口老桥夜路早点河堤学校木匠灯笼"
    for day in range(1, 9):
        name = words[2 * day - 2 : 2 * day]
        story = f"{name}又开张了\n\n{name}的事已经说了好几回，{name}旁边的人家今天都来看热闹，{name * 9}。\n"
        (seeds / f"2031-03-05 C{day:02}.txt").write_text(f"C{day:02} 要闻\n\n{story}", "utf-8")

    def make(**environment: str) -> tuple[int, str]:
        made = build(seeds, output, NEWSPAPER_CACHE=str(cache), **environment)
        return made.returncode, made.stderr

    def accept() -> tuple[int, str]:
        status = main(["addresses", "--accept", "--seeds", str(seeds), "--cache", str(cache), str(output)])
        return status, capsys.readouterr().out

    def lose(day: int) -> None:
        (seeds / f"2031-03-05 C{day:02}.txt").unlink()

    assert 0 == make()[0]
    for day in (1, 2, 3):
        lose(day)
    status, asked = make()
    assert 1 == status
    assert "上次建网站时有 8 个版面文件，现在缺 3 个（2031-03-05 C01.txt、" in asked
    assert "下面的网址发布过，原来的文字现在哪里都找不到了：\n" in asked
    assert "/2031/2031-03-05/c01-01.html\n" in asked
    assert (ACCEPT in asked, "SHRINK" in asked) == (True, False)

    status, asked = make(SHRINK="1")
    assert (1, True, "版面文件" in asked.partition("如果")[0]) == (status, ACCEPT in asked, False)

    lose(4)
    status, told = accept()
    assert (1, True) == (status, "或者与上次列出的不同，所以什么都还没有撤下" in told)
    assert not (seeds / FOLDER / ACCEPTED).exists()
    assert 0 == accept()[0]
    lose(5)
    status, asked = make()
    assert (1, True, True) == (status, "现在缺 5 个" in asked, "/c05-01.html" in asked)
    assert (0, 0) == (accept()[0], make()[0])
    assert not (seeds / FOLDER / ACCEPTED).exists()
    assert 0 == make()[0]
