"""Reading costs time linear in a page's length: no pattern goes back again and again over a run of one thing.

Twenty thousand characters of `记者记者` take milliseconds; where a pattern tries all ways, hours.
"""

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

import pytest

from depth import FULL
from newspaper_archive.folder.text.lines import normalise
from newspaper_archive.reading.assemble import assemble_page

LENGTH = 20_000
# Processor time, not the clock's: the slowest of these takes 0.3 s where nothing else runs.
ENOUGH = 5.0
UNITS = (
    "记者",
    "记者 ",
    "本报记者 王岚 ",
    "记者王",
    "通讯员",
    "本报",
    "本报讯",
    "新华社",
    "网",
    "王岚 ",
    "王岚、",
    "甲",
    "甲 ",
    "甲、",
    "(",
    "（",
    "(甲",
    "【",
    "“",
    "”",
    "《",
    "[",
    "◎",
    "◎ ",
    "●甲",
    "1",
    "12",
    "１",
    "6月1日",
    "2024年",
    "十",
    " ",
    "\u3000",
    "\t",
    "#",
    "# ",
    "**",
    "*甲",
    "C02",
    "C02、",
    "A1-",
    "第三版",
    "下转",
    "(下转",
    "编辑:",
    "编辑 甲",
    "责任编辑",
    "整理",
    "报道",
    "摄",
    "文/图",
    "作者:甲 时间:",
    "书记 ",
    "公司甲",
    "来自",
    "据",
    "见",
    "·",
    "/",
    "—",
    ":",
    "。",
    "。(",
    "…",
    "摄)",
    "甲问:",
    "|",
    "\x00",
    "😀",
    "the ",
)
# `make test` reads a run in three of them, and has each around a third of the runs.
AROUND = (
    ("", ""),
    ("", "摄"),
    ("本报记者 王岚", ""),
    ("本报云汀6月1日讯(记者 ", ""),
    ("本报记者 ", " 摄)"),
    ("桥通了。", "甲"),
    ("【記者", "報導】"),
    ("编辑 ", " 校对"),
    ("图为", "。"),
)
SLOW_IN_COLUMNS = {
    "◎": "each brief of a block walks over all the lines of the block",
    "◎ ": "as above",
    "●甲": "as above",
}


class _TimeIsUpError(Exception):
    pass


@contextmanager
def no_more_than(seconds: float) -> Iterator[None]:
    """Stops what takes more processor time than any honest pattern needs, and says so."""

    def stop(_signal: int, _frame: FrameType | None) -> None:
        raise _TimeIsUpError

    before = signal.signal(signal.SIGVTALRM, stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
    try:
        yield
    except _TimeIsUpError:
        # Told anew from here: where a signal strikes, a traceback may lack the line that pytest asks for.
        pytest.fail(f"over {seconds} s of processor time", pytrace=False)
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


def _read(text: str, seconds: float = ENOUGH) -> None:
    lines = normalise(text)
    with no_more_than(seconds):
        assemble_page("page.txt", lines)


def _run(unit: str) -> str:
    return (unit * (LENGTH // len(unit) + 1))[:LENGTH]


@pytest.mark.parametrize(("number", "unit"), list(enumerate(UNITS)))
def test_a_long_run_of_one_thing_is_read_at_once(number: int, unit: str) -> None:
    run = _run(unit)
    for before, after in AROUND if FULL else AROUND[number % 3 :: 3]:
        _read(before + run + after)


@pytest.mark.parametrize("unit", [unit for unit in UNITS if unit not in SLOW_IN_COLUMNS])
def test_a_column_of_one_thing_is_read_at_once(unit: str) -> None:
    _read("\n".join([(unit * 12)[:12]] * (LENGTH // 12)))


@pytest.mark.parametrize("unit", sorted(SLOW_IN_COLUMNS))
def test_a_column_of_brief_marks_is_read_at_once(unit: str) -> None:
    _read("\n".join([(unit * 12)[:12]] * (LENGTH // 12)), seconds=3.0)


@pytest.mark.parametrize("unit", UNITS)
def test_blocks_of_one_thing_are_read_at_once(unit: str) -> None:
    _read("\n\n".join([(unit * 90)[:90]] * (LENGTH // 90)))
    _read("\n\n".join([unit] * 500))
