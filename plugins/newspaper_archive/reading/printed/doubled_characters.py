"""Lines whose every character stands twice or three times: bold print that a PDF sets over itself.

`民民生生长长廊廊开开工工` is 民生长廊开工; 天天向上 and 家家户户高高兴兴 are what they are.
"""

import re
from collections.abc import Iterator

from newspaper_archive.lexicon.han import HAN
from newspaper_archive.lexicon.word_lists import entries
from newspaper_archive.model import Line, Severity
from newspaper_archive.reading.printed.step import Edit, Met, Step, edited, named_lines

SIGN = re.compile(rf"([{HAN}])\1{{1,2}}\s?(\S)\2{{1,2}}\s?(\S)\3")
_IS_HAN = re.compile(f"[{HAN}]")
_FEWEST = 4
_TIMES = {2: "两", 3: "三"}
_DOUBLED_WORDS = frozenset(entries("doubled_words"))


def _read(lines: tuple[Line, ...]) -> tuple[tuple[Line, ...], tuple[Met, ...]]:
    """A line of few characters is taken for doubled only where a longer one of its page is."""
    times = {line: often for line in lines if (often := _times(line.raw))}
    if not any(_is_certain(line.raw, often) for line, often in times.items()):
        return lines, ()
    met = [line.number for line in times]
    told = "、".join(_TIMES[often] for often in sorted(set(times.values())))
    seen = f"有 {len(times)} 行每个字都印了{told}遍（{named_lines(met)}）"
    advice = "多半是 PDF 里的加粗字，已当作一遍来读，原文照存；请对照原版核实"
    now = tuple(edited(line, _edits(line.raw, times[line])) if line in times else line for line in lines)
    return now, (Met("doubled", tuple(met), seen, advice, Severity.WARNING),)


def _times(raw: str) -> int:
    """How often every character of a line stands in a row, 0 where not all stand so."""
    bare = "".join(raw.split())
    for often in _TIMES:
        once = bare[::often]
        if len(_IS_HAN.findall(once)) >= 2 and "".join(one * often for one in once) == bare:
            return 0 if often == 2 and _are_doubled_words(once) else often
    return 0


def _are_doubled_words(once: str) -> bool:
    """Half of them known: there are more than any list has."""
    words = re.findall("..", "".join(_IS_HAN.findall(once)))
    return 2 * sum(word in _DOUBLED_WORDS for word in words) >= len(words)


def _is_certain(raw: str, often: int) -> bool:
    once = "".join(raw.split())[::often]
    return len(_IS_HAN.findall(once)) >= _FEWEST and len(set(once)) >= _FEWEST - 1


def _edits(raw: str, often: int) -> Iterator[Edit]:
    places = [place for place, character in enumerate(raw) if not character.isspace()]
    return (Edit(place, place + 1) for number, place in enumerate(places) if number % often)


DOUBLED_CHARACTERS = Step(SIGN, _read)
