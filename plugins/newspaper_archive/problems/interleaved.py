"""Lines of two columns run together in one, at no certain place: a sentence goes on in the next line's half.

`两岸的居民又能坐船赶集，不再绕远 以上的老人午饭八元，行动不便的由`: where the blanks stand one under another
the columns were cut; where they do not, the desk is told.
"""

import re
from collections.abc import Iterator, Sequence

from newspaper_archive.model import Line, Page, Problem, Severity
from newspaper_archive.problems.quoting import named, problem_on, quoted
from newspaper_archive.reading.segment.measure import cells

FEWEST_ROWS = 4
NARROWEST, WIDEST = 6.0, 30.0
SHARE_BROKEN_OFF, SHARE_WITH_STOPS = 0.5, 0.3
ALIKE = 4.0

_HALVES = re.compile(r"(\S+)\s+(\S+)")
_ENDS = re.compile(r"[,。、;:!?…”’」』)\]】》]$")
_STOP = re.compile(r"[,。;!?]")


def interleaved(page: Page) -> Iterator[Problem]:
    """One for all such lines of a page of which no columns were cut."""
    if any(problem.code == "side-by-side" for problem in page.reading.problems):
        return
    rows = [(line, found.groups()) for line in page.lines if (found := _HALVES.fullmatch(line.text.strip()))]
    rows = [
        (line, halves) for line, halves in rows if all(NARROWEST <= cells(one) <= WIDEST for one in halves)
    ]
    if len(rows) < FEWEST_ROWS or not all(_is_prose([halves[side] for _, halves in rows]) for side in (0, 1)):
        return
    lines = [line for line, _ in rows]
    seen = f"像是左右两栏的行混在了一起（{named([line.number for line in lines])}），如{_quoted(lines)}"
    advice = "程序分不开，两篇会读成一篇。导出时请按栏输出（pdftotext -raw，不带 -layout），或让识别程序分栏"
    yield problem_on(Severity.ERROR, "interleaved", page, [line.number for line in lines], seen, advice)


def _quoted(lines: Sequence[Line]) -> str:
    return quoted(next((line.raw for line in lines if _STOP.search(line.text)), lines[0].raw))


def _is_prose(texts: Sequence[str]) -> bool:
    """Full lines, most of which break off in mid-sentence, with stops among them."""
    full = [text for text in texts if cells(text) >= max(map(cells, texts)) - ALIKE]
    broken_off = sum(not _ENDS.search(text) for text in full)
    with_stops = sum(bool(_STOP.search(text)) for text in texts)
    return (
        len(full) >= FEWEST_ROWS - 1
        and broken_off >= SHARE_BROKEN_OFF * len(full)
        and with_stops >= SHARE_WITH_STOPS * len(texts)
    )
