"""The law that nothing drops out: a printed letter stands in an article, a caption or a brief, or this tells.

`C01.txt:5: 有 1 行的文字没有读进任何稿件、简讯或图片说明，如“居民在屋顶…”`. Marks, labels, teasers,
colophon and furniture are the page's own and are not asked about.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from newspaper_archive.folder.text.lines import FOLDING
from newspaper_archive.lexicon.roles import Shown, shown_in
from newspaper_archive.model import Page, Problem, Reading, Role, Severity
from newspaper_archive.problems.quoting import has_letters, named, problem_on, quoted

_OF_PARAGRAPHS, _BESIDE = shown_in(Shown.PARAGRAPHS), shown_in(Shown.BESIDE)

_Record = tuple[tuple[int, ...], str]
"""A text of the reading, and the printed lines that it names."""


def lost_text(page: Page) -> Iterator[Problem]:
    """One error for all lines of the page of which letters are lost."""
    lost = _lost(page)
    if lost:
        lines = list(lost)
        where = f"有 {len(lines)} 行的文字没有读进任何稿件、简讯或图片说明（{named(lines)}）"
        advice = "它们只在版面原文里看得到，请在同名 .yaml 里写明这几行是什么，并把这一版告知程序的作者"
        yield problem_on(
            Severity.ERROR, "lost-text", page, lines, f"{where}，如{quoted(lost[lines[0]])}", advice
        )


def _lost(page: Page) -> dict[int, str]:
    """The lines that have letters which no record shows, and what stands there; in print order."""
    free = frozenset({Role.UNASSIGNED})
    in_file = {line.number: line.raw for line in page.lines}
    lost = {n: text for n, text in _standing(page, free, in_file).items() if has_letters(text)}
    in_print = {line.number: line.text for line in page.lines}
    for roles, records in (
        (_OF_PARAGRAPHS, _paragraphs(page.reading)),
        (_BESIDE, [*_beside_paragraphs(page.reading), *_captions(page.reading)]),
    ):
        printed, quotable = _standing(page, roles, in_print), _standing(page, roles, in_file)
        for numbers, shown in _together(printed, records):
            for number in _lacking(numbers, printed, shown.translate(FOLDING)):
                lost.setdefault(number, quotable[number])
    return dict(sorted(lost.items()))


def _standing(page: Page, roles: frozenset[Role], lines: Mapping[int, str]) -> dict[int, str]:
    """What of each line has one of these roles: as printed, or as in the file, which may have ⺠ for 民."""
    found: dict[int, str] = {}
    for span in page.reading.spans:
        if span.role in roles:
            found[span.line] = found.get(span.line, "") + lines[span.line][span.start : span.end]
    return found


def _together(numbers: Mapping[int, str], records: Sequence[_Record]) -> Iterator[tuple[list[int], str]]:
    """The lines that the same records name, and what these show: a paragraph's text has no line ends."""
    naming: dict[int, list[int]] = defaultdict(list)
    for index, (lines, _) in enumerate(records):
        for number in lines:
            naming[number].append(index)
    groups: dict[tuple[int, ...], list[int]] = defaultdict(list)
    for number in numbers:
        groups[tuple(naming[number])].append(number)
    for indices, together in groups.items():
        yield together, "\n".join(records[index][1] for index in indices)


def _lacking(numbers: Sequence[int], printed: Mapping[int, str], shown: str) -> list[int]:
    """Those of the lines whose letters are not shown; all, where only together they are too many."""
    text = "".join(printed[number] for number in numbers)
    if text in shown or not _letters(text) - _letters(shown):
        return []
    there = _letters(shown)
    lacking = [number for number in numbers if _letters(printed[number]) - there]
    return lacking or [number for number in numbers if has_letters(printed[number])]


def _letters(text: str) -> Counter[str]:
    return Counter(filter(str.isalnum, text))


def _paragraphs(reading: Reading) -> list[_Record]:
    """The texts as printed: what the desk corrected stands elsewhere."""
    articles = (article.printed or article for article in reading.articles)
    return [(one.lines, one.text) for article in articles for one in article.paragraphs]


def _beside_paragraphs(reading: Reading) -> Iterator[_Record]:
    for shown in reading.articles:
        one = shown.printed or shown
        dateline = one.dateline.raw if one.dateline else ""
        yield one.lines, "\n".join((one.kicker, one.headline, one.subhead, dateline, one.tail))


def _captions(reading: Reading) -> Iterator[_Record]:
    for shown in reading.captions:
        one = shown.printed or shown
        yield one.lines, f"{one.text}\n{one.credit}"
