"""Pages of an unknown paper are one problem, with the three lines to write and where."""

from dataclasses import replace
from pathlib import Path

import pytest

from newspaper_archive.folder.edition import read_edition
from newspaper_archive.model import Edition, Page, Severity
from newspaper_archive.problems import papers
from pages import RIVER, article, page
from prints import told

UNKNOWN = Edition(slug="unsorted", name="未归入报纸的版面", paper="")
AT_THE_TOP = "请运行 make file，照它问的答，由它归好；自己写，请在版面文件夹的最上层（“1.txt”旁边）"
APART = "是已有的报纸，请移进它的文件夹；不是，请另建一个文件夹，移进去，在里面"
LINES = """新建 edition.yaml，照样写三行，换成自己的名称：
  paper: 报纸的名称
  edition: 专刊的名称   # 没有专刊，就再写一遍报纸的名称
  slug: benbao          # 网址里用的名字：小写英文字母、数字和连字符"""


def loose(path: str, edition: Edition = UNKNOWN) -> Page:
    return replace(page(path, article("渡口"), date=None), edition=edition)


def said(*pages: Page) -> list[str]:
    return list(map(str, told(papers.unknown_paper, *pages)))


def test_all_pages_of_an_unknown_paper_are_told_of_once() -> None:
    pages = [loose(f"{number}.txt") for number in (3, 1, 2)]
    assert [f"1.txt: 不知道是哪份报纸的有 3 个版：1.txt、2.txt、3.txt。{AT_THE_TOP}{LINES}"] == said(*pages)
    (problem,) = told(papers.unknown_paper, *pages)
    assert (Severity.WARNING, "unknown-paper", None) == (problem.severity, problem.code, problem.line)


def test_a_single_page_is_not_counted() -> None:
    seen = "1.txt: 不知道是哪份报纸：版面和旁注都没有说，文件夹里也没有 edition.yaml"
    assert [f"{seen}。{AT_THE_TOP}{LINES}"] == said(loose("1.txt"))


def test_a_page_whose_paper_is_known_is_not_told_of() -> None:
    assert [] == said(loose("1.txt", RIVER))
    assert [] == said(loose("1.txt", replace(UNKNOWN, paper="大河日报")))


@pytest.mark.parametrize(
    ("unknown", "known", "where"),
    [
        (["散页/1.txt", "散页/2.txt"], ["大河/1.txt"], "请在文件夹“散页”里"),
        (["散页/一/1.txt", "散页/二/2.txt"], [], "请在文件夹“散页”里"),
        (["2024-03-08/1.txt", "2024-03-08/2.txt"], [], "请在版面文件夹的最上层（“2024-03-08”旁边）"),
        (["1.txt"], ["大河/1.txt"], APART),
        (["散页/1.txt"], ["散页/大河/1.txt"], APART),
        (["散页/1.txt"], ["散页二/1.txt"], "请在文件夹“散页”里"),
    ],
    ids=[
        "beside a known one",
        "below",
        "by date",
        "around a known one",
        "around it further down",
        "a near miss",
    ],
)
def test_the_place_is_one_that_names_no_other_page(unknown: list[str], known: list[str], where: str) -> None:
    (message,) = said(*map(loose, unknown), *(loose(path, RIVER) for path in known))
    assert message.endswith(f"；自己写，{where}{LINES}")


def test_the_lines_are_an_edition_yaml(tmp_path: Path) -> None:
    (tmp_path / "edition.yaml").write_text("\n".join(LINES.splitlines()[1:]), encoding="utf-8")
    found = read_edition(tmp_path / "edition.yaml", "edition.yaml", UNKNOWN)
    assert ("报纸的名称", "专刊的名称", "benbao") == (found.paper, found.name, found.slug)
