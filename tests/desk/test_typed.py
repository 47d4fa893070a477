"""The commands of messages, as whoever reads them has to type them."""

import pytest

from newspaper_archive.desk.typed import as_typed
from newspaper_archive.errors import command

USUAL = {
    "NEWSPAPER_ROOT": "/数字报",
    "NEWSPAPER_CALLER": "/数字报",
    "SEEDS": "/数字报/seeds",
    "OUTPUT": "/数字报/output",
}
ELSEWHERE = USUAL | {"NEWSPAPER_CALLER": "/报社", "SEEDS": "/报社/原 稿", "OUTPUT": "/网站"}


@pytest.mark.parametrize(
    ("environment", "told"),
    [
        ({}, "请运行 make check"),
        (USUAL, "请运行 make check"),
        (USUAL | {"SEEDS": "/数字报/seeds/"}, "请运行 make check"),
        (USUAL | {"SEEDS": "/数字报/原稿"}, "请运行 make SEEDS=原稿 check"),
        (USUAL | {"NEWSPAPER_CALLER": "/报社"}, "请运行 make -C /数字报 check"),
        (ELSEWHERE, "请运行 make -C /数字报 SEEDS='原 稿' OUTPUT=/网站 check"),
    ],
)
def test_a_command_is_told_as_it_was_called(environment: dict[str, str], told: str) -> None:
    assert told == as_typed("请运行 make check", environment)


def test_each_line_that_is_a_command_is_told_so() -> None:
    assert as_typed(
        "请照下面的写：\n  make explain PAGE=C01.txt\n  make explain PAGE=C02.txt", ELSEWHERE
    ) == (
        "请照下面的写：\n"
        "  make -C /数字报 SEEDS='原 稿' OUTPUT=/网站 explain PAGE=C01.txt\n"
        "  make -C /数字报 SEEDS='原 稿' OUTPUT=/网站 explain PAGE=C02.txt"
    )


@pytest.mark.parametrize("quoted", ["看到“make check”", "看到“运行 makefile”", "“ make it”"])
def test_what_is_quoted_from_a_page_stays(quoted: str) -> None:
    assert quoted == as_typed(quoted, ELSEWHERE)


@pytest.mark.parametrize(
    ("page", "pasted"),
    [
        ("今日大河/2024-03-08/C01.txt", "今日大河/2024-03-08/C01.txt"),
        ("散 页(1).txt", "'散 页(1).txt'"),
        ("$x's", """'$x'"'"'s'"""),
    ],
)
def test_a_file_s_name_is_quoted_where_a_shell_needs_it(page: str, pasted: str) -> None:
    assert f"make explain PAGE={pasted}" == command("explain", page)
