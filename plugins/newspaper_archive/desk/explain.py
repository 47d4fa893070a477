"""`newspaper-archive explain C01.txt`: the blocks of a page in order, what each is, why, and its bounds."""

import argparse
import sys
from collections.abc import Iterator, Sequence

from newspaper_archive.desk.page_argument import page_argument, page_given
from newspaper_archive.folder.walk import find_page
from newspaper_archive.invisible import told
from newspaper_archive.make.doubt_list import sentence
from newspaper_archive.make.read_pages import in_order, page_problems, read_page
from newspaper_archive.settings import Settings

NAME, HELP = "explain", "逐块说明一版的读法：行号、是什么、为什么、文字、怎样成块"


def arguments(parser: argparse.ArgumentParser) -> None:
    page_argument(parser)


def run(given: argparse.Namespace) -> int:
    location = page_given(given, NAME)
    found = find_page(location, Settings(seeds=location).edition)
    page = read_page(found.pages[0], found.editions)
    for decision in page.reading.decisions:
        where, text = _numbers(decision.lines), _on_one_line(decision.text)
        print(where, decision.role, decision.because, text, decision.bounds, sep="\t")
    problems = found.problems + page_problems(page)
    for problem in in_order(problem for problem in problems if not problem.checked):
        print(sentence(problem), file=sys.stderr)
    return 0


def _numbers(lines: Sequence[int]) -> str:
    """`3`, `3–7`, and `3–7,9` where a block's lines are not neighbours."""
    return ",".join(str(a) if a == b else f"{a}–{b}" for a, b in _stretches(lines))


def _stretches(lines: Sequence[int]) -> Iterator[tuple[int, int]]:
    start = last = None
    for number in lines:
        if last is not None and start is not None and number != last + 1:
            yield start, last
            start = number
        start = number if start is None else start
        last = number
    if start is not None and last is not None:
        yield start, last


def _on_one_line(text: str) -> str:
    return told(" ".join(text.split()))
