"""Text set from top to bottom that came in across: one character a line, or rows of one of each column.

书 见 走
屋 缝 进        走进齐王庄的鸟语书屋… stands in it from top to bottom, and in no line is a word.
不 插 齐
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from newspaper_archive.lexicon.han import HAN
from newspaper_archive.lexicon.names import COMPOUND, SINGLE
from newspaper_archive.lexicon.word_lists import two_letter_words
from newspaper_archive.model import Line, Page, Problem, Severity
from newspaper_archive.problems.quoting import named, problem_on, quoted

FEWEST_LETTERS, FEWEST_ROWS, FEWEST_ROWS_ALONE = 6, 5, 8
WIDEST_ROW = 12
# Of the neighbours in a text a quarter are common words, of characters thrown together one in twenty.
WORDS_OF_A_TEXT, WORDS_BY_CHANCE = 0.15, 0.08
SHARE_OF_NAMES = 0.7
MOST_OF_PAGE = 0.3

_ONE = re.compile(rf"[{HAN}，。、；：？！“”‘’（）《》·—…0-9]")
_LETTER = re.compile(f"[{HAN}]")
_ADVICE = "原来的行序已乱，程序不能还原。请让识别或导出程序按竖排（先右后左）输出，或对照原版逐栏录入"


@dataclass(frozen=True, slots=True)
class _Run:
    """Lines one under another, and the characters of each."""

    lines: tuple[Line, ...]
    rows: tuple[str, ...]

    @property
    def columns(self) -> tuple[str, ...]:
        """From right to left, as vertical text is read."""
        width = max(map(len, self.rows))
        return tuple("".join(row[at : at + 1] for row in self.rows) for at in reversed(range(width)))


def set_vertically(page: Page) -> Iterator[Problem]:
    """One for all such lines of the page; an error where they are much of it."""
    single = [run for run in _runs(page.lines, 1) if len(run.lines) >= FEWEST_LETTERS]
    rows = [run for run in _runs(page.lines, WIDEST_ROW) if _reads_downward(run)]
    found = single or rows
    if not found:
        return
    lines = [line.number for run in found for line in run.lines]
    what = "一行只有一个字" if single else "每行是各栏的一个字"
    begins = quoted("".join(found[0].columns))
    seen = f"像是竖排文字：{what}（{named(lines)}），从上往下读是{begins}"
    yield problem_on(_severity(page, found), "vertical", page, lines, seen, _ADVICE)


def _severity(page: Page, found: Sequence[_Run]) -> Severity:
    here = sum(len(_LETTER.findall(line.text)) for run in found for line in run.lines)
    return Severity.ERROR if here >= MOST_OF_PAGE * _letters(page.lines) else Severity.WARNING


def _letters(lines: Sequence[Line]) -> int:
    return sum(len(_LETTER.findall(line.text)) for line in lines)


def _runs(lines: Sequence[Line], widest: int) -> Iterator[_Run]:
    """Neighbouring lines of so few characters, each by itself or none parted by a blank."""
    run: list[tuple[Line, str]] = []
    for line in (*lines, Line(0, "", "")):
        row = _row(line.raw, widest)
        if row and (widest == 1 or not run or abs(len(row) - len(run[-1][1])) <= 1):
            run.append((line, row))
            continue
        if run:
            yield _Run(tuple(one for one, _ in run), tuple(row for _, row in run))
        run = [(line, row)] if row else []


def _row(raw: str, widest: int) -> str:
    """The characters of a line, "" where they are more than so many or stand in words."""
    words = raw.split()
    together = "".join(words)
    if not 1 <= len(together) <= widest or not all(map(_ONE.fullmatch, together)):
        return ""
    return together if len(words) in (1, len(together)) else ""


def _reads_downward(run: _Run) -> bool:
    """No list of names, no verse, no text with blanks between its characters: those read across."""
    widest = max(map(len, run.rows))
    spaced = all(len(line.raw.split()) > 1 for line in run.lines)
    if widest < 2 or len(run.rows) < (FEWEST_ROWS if spaced and widest > 2 else FEWEST_ROWS_ALONE):
        return False
    if sum(row[0] in SINGLE or row[:2] in COMPOUND for row in run.rows) >= SHARE_OF_NAMES * len(run.rows):
        return False
    down, across = _share_of_words(run.columns), _share_of_words(run.rows)
    return across < WORDS_OF_A_TEXT and (spaced or down >= max(WORDS_BY_CHANCE, across))


def _share_of_words(texts: Sequence[str]) -> float:
    """How many neighbouring characters of these are a word, of all."""
    pairs = [a + b for text in texts for a, b in pairwise(text)]
    known = two_letter_words()
    return sum(pair in known for pair in pairs) / max(1, len(pairs))
