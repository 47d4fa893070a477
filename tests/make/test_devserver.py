"""What is changed while the site is being built is built as well, and a slip is told once."""

from pathlib import Path

import pytest

from newspaper_archive.errors import ArchiveError
from newspaper_archive.make.devserver import building_as_it_changes, watching


@pytest.fixture
def page(tmp_path: Path) -> Path:
    page = tmp_path / "seeds" / "page.txt"
    page.parent.mkdir()
    page.write_text("河堤加固", "utf-8")
    return page


def test_a_page_changed_during_a_build_is_built_before_the_next_wait(page: Path) -> None:
    built: list[str] = []

    def build() -> None:
        built.append(page.read_text("utf-8"))
        if len(built) == 1:
            page.write_text("河堤加固工程完工", "utf-8")

    building_as_it_changes(build, [page.parent])()
    assert ["河堤加固", "河堤加固工程完工"] == built


def test_a_build_that_nothing_disturbs_is_not_repeated(page: Path) -> None:
    built: list[str] = []
    building_as_it_changes(lambda: built.append(page.read_text("utf-8")), [page.parent])()
    assert ["河堤加固"] == built


def test_a_slip_is_told_once_and_waited_over(page: Path, capsys: pytest.CaptureFixture[str]) -> None:
    def build() -> None:
        raise ArchiveError("edition.yaml:2: 不是正确的 YAML")

    building_as_it_changes(build, [page.parent])()
    assert "edition.yaml:2: 不是正确的 YAML\n" == capsys.readouterr().err


def test_an_interruption_ends_it(page: Path) -> None:
    def build() -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        building_as_it_changes(build, [page.parent])()


def test_what_has_changed_is_named_before_it_is_built(page: Path, capsys: pytest.CaptureFixture[str]) -> None:
    build = building_as_it_changes(lambda: None, [page.parent])
    build()
    build()
    assert "" == capsys.readouterr().out
    page.write_text("河堤加固工程完工", "utf-8")
    build()
    assert "有改动：page.txt，正在重建……\n" == capsys.readouterr().out
    for number in range(4):
        page.with_name(f"{number}.txt").write_text("渡口", "utf-8")
    page.unlink()
    build()
    assert "有改动：0.txt、1.txt、2.txt等 5 个文件，正在重建……\n" == capsys.readouterr().out


def test_it_says_first_where_the_site_is_and_what_is_watched() -> None:
    assert watching([Path("/报社/原稿"), Path("/数字报/theme")], "http://127.0.0.1:8000/index.html") == (
        "网站在 http://127.0.0.1:8000/index.html（按 Ctrl-C 结束）。这些文件夹里有改动就重建：\n"
        "  /报社/原稿\n"
        "  /数字报/theme"
    )
