"""Under `checked` in a sidecar: a line of the page, a doubt, the fingerprint of the words on that line."""

import pytest

from newspaper_archive.errors import ArchiveError
from newspaper_archive.folder.sidecar.sidecar_file import sidecar_of
from newspaper_archive.model import Tick


def ticks(text: str) -> tuple[Tick, ...]:
    return sidecar_of(text, "C01.yaml").checked


@pytest.mark.parametrize(
    ("row", "tick"),
    [
        ("- 39 orphan-credit 4f1a2c  # ■通讯员 王岚 摄", (39, "orphan-credit", "4f1a2c")),
        ("- 39  orphan-credit  123456", (39, "orphan-credit", "123456")),
        ("- ３９ orphan-credit 4f1a2c", (39, "orphan-credit", "4f1a2c")),
        ("- 39: orphan-credit 4f1a2c", (39, "orphan-credit", "4f1a2c")),
        ("39: orphan-credit 4f1a2c", (39, "orphan-credit", "4f1a2c")),
        ("- undated 9be01d", (None, "undated", "9be01d")),
        ("- 39 orphan-credit", (39, "orphan-credit", "")),
        ("- 2 nul .", (2, "nul", ".")),
    ],
)
def test_a_tick_is_a_line_a_doubt_and_a_fingerprint(row: str, tick: tuple[int | None, str, str]) -> None:
    assert (Tick(*tick, at=3),) == ticks(f"folio: C01\nchecked:\n  {row}\n")


def test_ticks_need_no_checksum_of_the_page() -> None:
    said = sidecar_of("checked:\n  - 39 orphan-credit 4f1a2c\n  - 39 breaks-off 4f1a2c\n", "C01.yaml")
    assert (None, (), [39, 39]) == (said.sha256, said.orders.mentions, [one.line for one in said.checked])


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("checked:\n  - 39\n", "C01.yaml:2: 看到“39”"),
        ("checked:\n  - 0 orphan-credit 4f1a2c\n", "C01.yaml:2: 看到“0 orphan-credit 4f1a2c”"),
        ("checked:\n  - 39 没有说明\n", "C01.yaml:2: 看到“39 没有说明”"),
        ("checked:\n  - 39 orphan-credit 4f1a\n", "C01.yaml:2: 看到“39 orphan-credit 4f1a”"),
        ("checked:\n  - [39, orphan-credit]\n", "C01.yaml:2: 看到“一个列表”"),
    ],
)
def test_what_is_no_tick_is_told_with_its_line(text: str, told: str) -> None:
    allowed = "行号、疑点的代号和指纹，如 39 orphan-credit 4f1a2c，由 make checked 写入，不必手写"
    with pytest.raises(ArchiveError) as error:
        ticks(text)
    assert f"{told}；可用的是：{allowed}" == str(error.value)


def test_ticks_without_a_row_each_are_told() -> None:
    with pytest.raises(ArchiveError) as error:
        ticks("checked: yes\n")
    assert str(error.value).startswith(
        "C01.yaml:1: 看到“yes”；可用的是：列表，每处以“- ”起：行号、疑点的代号"
    )
