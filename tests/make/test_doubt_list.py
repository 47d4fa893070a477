"""Doubts as rows: those of one advice together, and beneath each the command that ticks it and no other."""

import pytest

from newspaper_archive.make.doubt_list import counted, doubt_rows, is_meant, pages_at_once
from newspaper_archive.model import Problem, Severity

CUT = "请写定是标题还是栏目"


def doubt(
    line: int | None,
    code: str = "doubtful-cut",
    *,
    file: str = "C01.txt",
    also: tuple[int, ...] = (),
    checked: bool = False,
    severity: Severity = Severity.WARNING,
    advice: str = CUT,
) -> Problem:
    return Problem(severity, code, file, line, "看不清", advice, also, checked)


def commands(*problems: Problem) -> list[str]:
    return [row for row in doubt_rows(problems, ["C01.txt"]) if row.startswith("  ")]


def test_doubts_of_one_kind_and_advice_stand_together() -> None:
    other = doubt(4, file="C03.txt", advice="请写定是标题还是正文")
    assert [
        f"[注意] 2 处。{CUT}：",
        "C01.txt:3: 看不清",
        "C02.txt:7: 看不清",
        "[注意] C03.txt:4: 看不清。请写定是标题还是正文",
        f"[说明] C04.txt:1: 看不清。{CUT}",
    ] == doubt_rows(
        [
            doubt(3),
            other,
            doubt(7, file="C02.txt"),
            doubt(1, file="C04.txt", severity=Severity.NOTE),
        ]
    )


def test_each_error_is_told_by_itself() -> None:
    errors = [doubt(line, severity=Severity.ERROR) for line in (3, 5)]
    assert [f"[错误] C01.txt:3: 看不清。{CUT}", f"[错误] C01.txt:5: 看不清。{CUT}"] == doubt_rows(errors)


def test_a_command_ticks_its_own_doubt_alone() -> None:
    assert ["  make checked PAGE=C01.txt LINE=3"] == commands(doubt(3, also=(5,)))
    assert ["  make checked PAGE=C01.txt LINE=undated"] == commands(doubt(None, "undated"))
    assert [
        "  make checked PAGE=C01.txt LINE=3",
        "  make checked PAGE=C01.txt LINE=5:breaks-off",
    ] == commands(doubt(3, also=(5,)), doubt(5, "breaks-off"))


def test_what_cannot_be_ticked_has_no_command() -> None:
    error = doubt(3, severity=Severity.ERROR)
    assert [] == commands(error, doubt(None, file="Thumbs.db"))


def test_what_was_ticked_is_taken_back_at_all_its_places() -> None:
    assert ["  make unchecked PAGE=C01.txt LINE=3:doubtful-cut,5:doubtful-cut"] == commands(
        doubt(3, also=(5,), checked=True)
    )
    assert ["  make unchecked PAGE=C01.txt LINE=undated"] == commands(doubt(None, "undated", checked=True))


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("3", True),
        ("5", True),
        ("doubtful-cut", True),
        ("3:doubtful-cut", True),
        ("03", True),
        ("35", False),
        ("3:undated", False),
        ("4:doubtful-cut", False),
        ("doubtful", False),
        ("3-5", False),
        ("", False),
    ],
)
def test_a_doubt_is_meant_by_a_line_or_by_its_kind(said: str, meant: bool) -> None:
    assert meant == is_meant(doubt(3, also=(5,)), said)


def test_a_page_of_several_doubts_can_be_ticked_at_once() -> None:
    doubts = [
        doubt(3),
        doubt(4, file="C02.txt"),
        doubt(5),
        doubt(6, file="Thumbs.db"),
        doubt(7, file="Thumbs.db"),
    ]
    assert ["  make checked PAGE=C01.txt"] == list(pages_at_once(doubts, ["C01.txt", "C02.txt"]))


def test_what_waits_and_what_was_looked_at_are_counted_apart() -> None:
    assert "疑点待核 2 处，已核 1 处" == counted([doubt(1), doubt(2), doubt(3, checked=True)])
    assert "疑点待核 1 处" == counted([doubt(1)])
    assert "疑点待核 0 处" == counted([])
