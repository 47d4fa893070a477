from pathlib import Path

import pytest

from newspaper_archive.errors import ArchiveError
from newspaper_archive.folder.withdrawn_file import REASONS_FOR_READERS, read_withdrawn
from newspaper_archive.model import Withdrawal
from newspaper_archive.site.words.wording import WITHDRAWN_FOR

ID = "hewan/2031/2031-03-05/c01-02"
SIGNED = "  on: 2031-04-01\n  why: 当事人要求\n  by: 何书简\n"
STORY = Withdrawal(1, "2031-04-01", "当事人要求", "何书简", id=ID)
WORDS = Withdrawal(1, "2031-04-01", "当事人要求", "何书简", page="C01.txt", words="宋一帆")


def said(folder: Path, text: str) -> tuple[Withdrawal, ...]:
    (folder / "withdrawn.yaml").write_text(text, "utf-8")
    return read_withdrawn(folder)


def test_without_a_file_nothing_is_withdrawn(tmp_path: Path) -> None:
    assert () == read_withdrawn(tmp_path)
    assert () == said(tmp_path, "# 还没有\n")
    assert () == said(tmp_path, "")


@pytest.mark.parametrize(
    "address",
    [
        ID,
        f"{ID}.html",
        f"/{ID}.html",
        f"https://example.org/数字报/{ID}.html?q=1#L3",
        f"file:///D:/%E7%BD%91%E7%AB%99/{ID}.html",
    ],
)
def test_an_address_is_taken_as_it_is_copied(address: str, tmp_path: Path) -> None:
    assert (STORY,) == said(tmp_path, f"- address: {address}\n{SIGNED}")


def test_an_undated_page_has_addresses_too(tmp_path: Path) -> None:
    (found,) = said(tmp_path, f"- address: hewan/undated/scan-4/page-01\n{SIGNED}")
    assert "hewan/undated/scan-4/page-01" == found.id


@pytest.mark.parametrize(
    "text",
    [
        f"- page: C01.txt\n  words: 宋一帆\n{SIGNED}",
        "- 版面：C01.txt\n  文字：宋一帆\n  日期：2031年4月1日\n  原因：本人要求\n  谁撤的：何书简\n",
        "版面: C01.txt\n文字: 宋一帆\n日期: 2031/4/1\n原因: 当事人要求\n经手人: 何书简\n",
    ],
)
def test_words_on_a_page_are_named_in_chinese_or_english(text: str, tmp_path: Path) -> None:
    assert (WORDS,) == said(tmp_path, text)


def test_lines_may_be_named(tmp_path: Path) -> None:
    (found,) = said(tmp_path, f"- page: C01.txt\n  words: 宋一帆\n  line: 第3行、5-6\n{SIGNED}")
    assert (3, 5, 6) == found.lines


def test_every_reason_has_words_for_readers() -> None:
    assert set(REASONS_FOR_READERS) == WITHDRAWN_FOR


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "hewan/2031\n",
            (
                "withdrawn.yaml:1: 看到“hewan/2031”；可用的是：“- ”起的列表，每条写 address，或写 "
                "page 和 words；"
                "再写 on、why、by"
            ),
        ),
        (
            f"- adress: {ID}\n{SIGNED}",
            (
                "withdrawn.yaml:1: 看到“adress”；可用的是：address（网址）、page（版面）、words（"
                "文字）、lines（行）、"
                "on（日期）、why（原因）、by（谁撤的）、deleted（已删去）"
            ),
        ),
        (
            f"- address: hewan/2031\n{SIGNED}",
            "withdrawn.yaml:1: 看到“hewan/2031”；可用的是：稿件的网址，如 hewan/2031/2031-03-05/c01-02",
        ),
        (
            f"- address: {ID}\n  why: 侵权\n  by: 何书简\n",
            "withdrawn.yaml:1: 这一条没有写 on（日期）。请写哪天撤下的，如 on: 2031-04-01",
        ),
        (
            f"- address: {ID}\n  on: 2031-04-01\n  by: 何书简\n",
            (
                "withdrawn.yaml:1: 这一条没有写 why（原因）。请写原因：当事人要求、法律要求、有误"
                "、侵权、个人信息、"
                "未成年人 之一"
            ),
        ),
        (
            f"- address: {ID}\n  on: 2031-04-01\n  why: 侵权\n",
            (
                "withdrawn.yaml:1: 这一条没有写 by（谁撤的）。请写是谁撤的，如 by: 何书简（只留在这个"
                "文件里，不上网）"
            ),
        ),
        (
            f"- address: {ID}\n  on: 2031-04\n  why: 侵权\n  by: 何书简\n",
            "withdrawn.yaml:2: 看到“2031-04”；可用的是：哪一天撤下的，如 2031-04-01",
        ),
        (
            f"- address: {ID}\n  on: 2031-04-01\n  why: 不好看\n  by: 何书简\n",
            (
                "withdrawn.yaml:3: 看到“不好看”；可用的是：当事人要求、法律要求、有误、侵权、个人信息"
                "、未成年人"
            ),
        ),
        (
            f"- page: C01.txt\n{SIGNED}",
            "withdrawn.yaml:1: 这一条没有写撤下什么。请写 address（网址），或补上 words（要撤的字）",
        ),
        (
            f"- words: 宋一帆\n{SIGNED}",
            "withdrawn.yaml:1: 这一条没有写撤下什么。请写 address（网址），或补上 page（在哪个版面文件）",
        ),
        (
            f"-\n{SIGNED}",
            "withdrawn.yaml:2: 这一条没有写撤下什么。请写 address（网址），或补上 page 和 words",
        ),
        (
            f"- address: {ID}\n  words: 宋一帆\n{SIGNED}",
            (
                "withdrawn.yaml:2: 一条里既有 address 又有 words。撤整篇只写 address；只撤几个字，请写"
                " page 和 words"
            ),
        ),
        (
            f"- address: {ID}\n  lines: 3-5\n{SIGNED}",
            (
                "withdrawn.yaml:1: 网址之外只写了 page、lines 中的一个。要说明稿件现在在哪里，请两"
                "个都写，如 "
                "page: C01.txt、lines: 12-25；不必说明就都删去"
            ),
        ),
        (
            f"- page: C01.txt\n  words: “宋”\n{SIGNED}",
            "withdrawn.yaml:2: 看到““宋””；可用的是：至少 2 个字的姓名、电话或一句话",
        ),
        (
            f"- address: {ID}\n  deleted: 大概\n{SIGNED}",
            "withdrawn.yaml:2: 看到“大概”；可用的是：是、否",
        ),
        (
            f"- address: {ID}\n{SIGNED}- address: {ID}.html\n{SIGNED}",
            "withdrawn.yaml:5: 与第 1 行的那一条撤的是一样的东西。请只留一条",
        ),
    ],
)
def test_what_is_written_wrong_is_named_with_its_line(text: str, message: str, tmp_path: Path) -> None:
    with pytest.raises(ArchiveError) as error:
        said(tmp_path, text)
    assert message == str(error.value)


def test_of_two_files_neither_is_followed(tmp_path: Path) -> None:
    (tmp_path / "Withdrawn.yaml").write_text("", "utf-8")
    with pytest.raises(ArchiveError) as error:
        said(tmp_path, "")
    assert "Withdrawn.yaml: 旁边还有 withdrawn.yaml，两个都像是撤下的清单。请并成一个" == str(error.value)


@pytest.mark.parametrize("name", ["withdrawn.yml", "withdrawn.yaml.txt", "WITHDRAWN.YML"])
def test_a_file_that_nearly_has_the_name_is_not_passed_over(name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_text("", "utf-8")
    with pytest.raises(ArchiveError) as error:
        read_withdrawn(tmp_path)
    assert f"{name}: 撤下的清单该叫 withdrawn.yaml。请改名，再运行 make" == str(error.value)


def test_a_file_of_a_longer_name_is_another(tmp_path: Path) -> None:
    (tmp_path / "withdrawn.yaml.bak").write_text("[", "utf-8")
    assert () == read_withdrawn(tmp_path)
