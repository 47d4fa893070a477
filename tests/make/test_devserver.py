"""What is changed while the site is being built is built as well, and a slip is told once."""

from pathlib import Path

import pytest

from newspaper_archive.errors import ArchiveError
from newspaper_archive.make.devserver import build_as_it_changes


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

    build_as_it_changes(build, [page.parent])
    assert ["河堤加固", "河堤加固工程完工"] == built


def test_a_build_that_nothing_disturbs_is_not_repeated(page: Path) -> None:
    built: list[str] = []
    build_as_it_changes(lambda: built.append(page.read_text("utf-8")), [page.parent])
    assert ["河堤加固"] == built


def test_a_slip_is_told_once_and_waited_over(page: Path, capsys: pytest.CaptureFixture[str]) -> None:
    def build() -> None:
        raise ArchiveError("edition.yaml:2: 不是正确的 YAML")

    build_as_it_changes(build, [page.parent])
    assert "edition.yaml:2: 不是正确的 YAML\n" == capsys.readouterr().err


def test_an_interruption_ends_it(page: Path) -> None:
    def build() -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        build_as_it_changes(build, [page.parent])
