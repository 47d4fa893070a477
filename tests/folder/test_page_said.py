"""Which page file the desk means: by its path, or by the end of it where only one ends so."""

from pathlib import Path

import pytest

from newspaper_archive.errors import ArchiveError
from newspaper_archive.folder.page_said import page_said

PAGES = (
    "今日大河/2024-03-08/C01.txt",
    "今日大河/2024-03-08/C02.txt",
    "今日大河/2024-03-15/C02.txt",
    "散 页.md",
)


@pytest.fixture
def seeds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    seeds = tmp_path / "版面"
    for page in PAGES:
        (seeds / page).parent.mkdir(parents=True, exist_ok=True)
        (seeds / page).write_text("河堤加固工程完工。\n", encoding="utf-8")
        (seeds / page).with_suffix(".yaml").write_text("folio: C01\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return seeds


@pytest.mark.parametrize(
    ("said", "page"),
    [
        ("C01.txt", 0),
        ("C01", 0),
        ("./C01.txt", 0),
        (" C01.txt", 0),
        ("2024-03-15/C02.txt", 2),
        ("2024-03-15\\C02.txt", 2),
        ("今日大河/2024-03-15/C02.txt", 2),
        ("版面/今日大河/2024-03-15/C02.txt", 2),
        ("散 页", 3),
    ],
)
def test_a_page_is_known_by_the_end_of_its_path(seeds: Path, said: str, page: int) -> None:
    assert (seeds / PAGES[page]).resolve() == page_said(said, seeds, "explain").resolve()


def test_a_path_to_a_page_that_lies_elsewhere_is_that_page(seeds: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "别处.txt"
    elsewhere.write_text("河堤加固工程完工。\n", encoding="utf-8")
    assert elsewhere == page_said(str(elsewhere), seeds, "explain")


def test_a_whole_path_is_its_page_though_another_ends_so(seeds: Path) -> None:
    (seeds / "C02.txt").write_text("河堤加固工程完工。\n", encoding="utf-8")
    assert (seeds / "C02.txt").resolve() == page_said("C02.txt", seeds, "explain").resolve()


def said_of(said: str, seeds: Path) -> str:
    with pytest.raises(ArchiveError) as error:
        page_said(said, seeds, "explain")
    return str(error.value)


def test_an_end_that_several_pages_have_is_answered_with_all_of_them(seeds: Path) -> None:
    assert said_of("C02.txt", seeds) == (
        "“C02.txt”：有 2 个版面文件的名字这样结尾。请照下面的写一个：\n"
        "  make explain PAGE=今日大河/2024-03-08/C02.txt\n"
        "  make explain PAGE=今日大河/2024-03-15/C02.txt"
    )


@pytest.mark.parametrize("said", ["02.txt", "C09.txt", "C01.yaml", "8/C01.txt"])
def test_no_page_ends_in_part_of_a_name(seeds: Path, said: str) -> None:
    assert said_of(said, seeds) == (
        f"“{said}”：没有名字这样结尾的版面文件。请照 make check 列出的文件名写，"
        "例如：make explain PAGE=今日大河/2024-03-08/C01.txt"
    )


def test_a_page_that_is_not_said_is_asked_for(seeds: Path) -> None:
    assert said_of(" ", seeds) == (
        "没有写是哪一版。请写文件名，重名的多写几层文件夹，例如：make explain PAGE=C02.txt"
    )
