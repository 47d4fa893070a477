"""Whether the words that a correction puts right stand on its line; where they do not, where they do.

`line: 4, from: 划到` with 划到 on line 3 alone is told `请写 line: 3`. So a correction needs no fingerprint:
its own words say whether it still fits the page.
"""

from collections.abc import Iterator, Sequence

from newspaper_archive.errors import ArchiveError
from newspaper_archive.folder.text.lines import FOLDING
from newspaper_archive.folder.yaml_file import as_value
from newspaper_archive.model import Correction

_NEAR = 20
_MOST_SHOWN = 3
_EXCERPT = 24


def check_correction(correction: Correction, lines: Sequence[str], file: str) -> None:
    """Raises ArchiveError where the printed words do not stand on the line exactly once."""
    line = lines[correction.line - 1] if correction.line <= len(lines) else ""
    times = line.count(correction.printed)
    if times == 1:
        return
    seen, advice = _twice(correction, line, times) if times else _absent(correction, line, lines)
    raise ArchiveError(f"{file}:{correction.at}: {seen}。{advice}")


def _twice(correction: Correction, line: str, times: int) -> tuple[str, str]:
    longer = [f"from: {as_value(one)}" for one in _longer(correction.printed, line)][:_MOST_SHOWN]
    seen = f"版面文件第 {correction.line} 行有 {times} 处“{correction.printed}”，不知改哪一处"
    if not longer:
        return seen, "请在 from 和 to 里带上前后几个字"
    return seen, f"请带上前后几个字，写 {' 或 '.join(longer)}，to 里也照样带上"


def _longer(printed: str, line: str) -> Iterator[str]:
    """Each occurrence with as many letters around it as make it the only one on its line."""
    start = line.find(printed)
    while start >= 0:
        end = start + len(printed)
        wider = ((max(start - n // 2, 0), end + (n + 1) // 2) for n in range(1, len(line)))
        found = next((line[a:b].strip() for a, b in wider if line.count(line[a:b].strip()) == 1), None)
        if found:
            yield found
        start = line.find(printed, start + 1)


def _absent(correction: Correction, line: str, lines: Sequence[str]) -> tuple[str, str]:
    printed = correction.printed
    seen = f"版面文件第 {correction.line} 行没有“{printed}”，"
    seen += f"那一行是“{excerpt(line)}”" if line.strip() else f"那一行没有字（共 {len(lines)} 行）"
    if spelt := _spelt(printed, line):
        return seen, f"请照原文写 from: {as_value(spelt)}"
    there = places_of(printed, lines)
    if (found := likely_place(correction, lines)) is not None:
        which = "只有" if len(there) == 1 else "附近只有"
        return f"{seen}；{which}第 {found} 行有：“{excerpt(lines[found - 1])}”", f"请写 line: {found}"
    if there:
        return f"{seen}；有这几个字的是第 {_listed(there)} 行", "请看是哪一行，改好 line"
    if correction.corrected and correction.corrected in line:
        return f"{seen}，已有“{correction.corrected}”", "如果版面文件里已经改好，请删去这处更正"
    return f"{seen}；整版都没有这几个字", "请照原文写 from，并核对 line"


def places_of(printed: str, lines: Sequence[str]) -> list[int]:
    """The lines that the words stand on."""
    return [number for number, line in enumerate(lines, 1) if printed in line]


def likely_place(correction: Correction, lines: Sequence[str]) -> int | None:
    """The one line of the page, or the one near line, on which the words stand once."""
    there = places_of(correction.printed, lines)
    near = [number for number in there if abs(number - correction.line) <= _NEAR]
    (found,) = there if len(there) == 1 else near if len(near) == 1 else (None,)
    return found if found and lines[found - 1].count(correction.printed) == 1 else None


def _spelt(printed: str, line: str) -> str:
    """The words as the line has them, where they differ by the width of a mark alone: `，` for `,`."""
    folded, wanted = line.translate(FOLDING), printed.translate(FOLDING)
    start = folded.find(wanted)
    return line[start : start + len(wanted)] if folded.count(wanted) == 1 else ""


def _listed(numbers: Sequence[int]) -> str:
    shown = "、".join(map(str, numbers[:_MOST_SHOWN]))
    return f"{shown} 等" if len(numbers) > _MOST_SHOWN else shown


def excerpt(line: str) -> str:
    """The line's beginning, in quotes elsewhere."""
    text = " ".join(line.split())
    return text if len(text) <= _EXCERPT else text[:_EXCERPT] + "…"
