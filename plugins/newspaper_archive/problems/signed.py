"""Names that print has and the reading has not, and what was read as a name and is none.

`C01.txt:3: “宋一帆、王岚”像作者或摄影者的名字，却没有这样读`. Writers sign after 记者, with a blank or
in brackets; photographers before 摄. `记者获悉` names no one.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from itertools import chain

from newspaper_archive.lexicon.han import HAN
from newspaper_archive.lexicon.names import (
    ALL_HAN,
    LONGEST_NAME,
    MIDDLE_DOTS,
    WRITER,
    are_known_names,
    people,
)
from newspaper_archive.model import Line, Page, Problem, Severity
from newspaper_archive.problems.quoting import problem_on, quoted, several
from newspaper_archive.reading.classify import forms

_MARKS = ("记者", "記者", "通讯员", "通訊員", "摄", "攝")
_NAMES = rf"[{HAN}]{{2,4}}(?:[ 、,]+[{HAN}]{{2,4}}){{0,5}}"
_WRITER = rf"{WRITER}[ :]*{_NAMES}"
_WRITERS = re.compile(
    rf"\([^()]{{0,8}}?{_WRITER}(?:[ 、]*[^()]{{0,8}}?{_WRITER})*\)"
    rf"|{_WRITER} ?(?:报道|報道|报导|報導)[:,]"
    rf"|^[^{HAN}]{{0,2}}(?:{forms.WIRE} ?)?{WRITER}[ :]+{_NAMES}(?:[ 、]*{_WRITER})*"
    r"(?= *(?:$|文/|[摄攝]))"
)
_SIGNED = re.compile(rf"(?:^|(?<=[。!?”]))\s*\([{HAN}]{{2,4}}(?:[ 、]?[{HAN}]{{2,4}}){{0,3}}\)$")
_PHOTOGRAPHER = re.compile(
    rf"(?:{WRITER}[ :]*|(?:^|(?<=[。!?”(])) *)(?P<names>{_NAMES}) ?[摄攝]影?(?:报道)?\)?$"
)
_NO_PERSON = re.compile(r"[省市县縣区區镇鎮乡鄉村社院局]")
_NO_NAME = re.compile(r"本[报報栏欄版]|[图圖照]片|均|[据據]")
_OFFICE = re.compile(r"(?:[部组組室社院局办辦委会會馆館站台臺校厅廳]|中心|公司|政府|大学|大學)$")

_Named = tuple[Sequence[int], str]


def unread_names(page: Page) -> Iterator[Problem]:
    """One for all names of a page that stand where writers and photographers sign."""
    written, pictured = _by_line(_writers(page)), _by_line(_photographers(page))
    found = [(line, lacking) for line in page.lines if (lacking := _lacking(line, written, pictured))]
    if found:
        lines = [line.number for line, _ in found]
        which = several([quoted("、".join(names)) for _, names in found], lines)
        seen = f"{which}像作者或摄影者的名字，却没有这样读"
        advice = "请对照版面；是署名的，请在同名 .yaml 里把这一行写作 byline 或 credit"
        yield problem_on(Severity.WARNING, "unread-name", page, lines, seen, advice)


def unlikely_names(page: Page) -> Iterator[Problem]:
    """What was read as a person's name and does not begin with a family name, or is too long."""
    persons = chain(_writers(page), _photographers(page))
    places = sorted({(_line_of(page, lines, name), name) for lines, name in persons})
    places = [(line, name) for line, name in places if not _can_be_person(name)]
    if places:
        lines = list(dict.fromkeys(line for line, _ in places))
        which = several([quoted(name) for _, name in places], lines)
        advice = "请对照版面；不是署名的，请在同名 .yaml 里写明这一行是什么。是单位或笔名，不必改"
        yield problem_on(Severity.NOTE, "unlikely-name", page, lines, f"{which}读作人名，却不像人名", advice)


def _writers(page: Page) -> Iterator[_Named]:
    """Each writer of the reading, with the lines of the record that names them; the colophon's people too."""
    for article in page.reading.articles:
        for one in article.byline:
            yield article.lines, one.name
    for credit in page.reading.colophon:
        for name in credit.names:
            yield credit.lines, name


def _photographers(page: Page) -> Iterator[_Named]:
    for caption in page.reading.captions:
        for name in caption.photographers:
            yield caption.lines, name


def _by_line(named: Iterable[_Named]) -> Mapping[int, AbstractSet[str]]:
    found: dict[int, set[str]] = {}
    for lines, name in named:
        for line in lines:
            found.setdefault(line, set()).add(name)
    return found


def _lacking(
    line: Line, written: Mapping[int, AbstractSet[str]], pictured: Mapping[int, AbstractSet[str]]
) -> list[str]:
    """The names that sign this line and are none of those that it, or its story or picture, gave."""
    text = line.text.strip()
    if not any(mark in text for mark in _MARKS) and not text.endswith(")"):
        return []
    photographers, writers = pictured.get(line.number, set()), written.get(line.number, set())
    if found := _PHOTOGRAPHER.search(text):
        signed = [(name, photographers) for name in _names(found["names"])]
    else:
        signed = [(name, writers | photographers) for one in _signatures(text) for name in _names(one)]
    names = [name for name, read in signed if not any(name in one for one in read)]
    return list(dict.fromkeys(names))


def _names(signature: str) -> list[str]:
    return [one.name for one in people(signature) if are_known_names(one.name)]


def _signatures(text: str) -> Iterator[str]:
    yield from (found.group() for found in _WRITERS.finditer(text))
    signed = _SIGNED.search(text)
    if signed and are_known_names(signed.group()) and not _NO_PERSON.search(signed.group()):
        yield signed.group()


def _can_be_person(name: str) -> bool:
    """Or an office, which may sign a story and lend a picture."""
    if not ALL_HAN.fullmatch(name) or any(dot in name for dot in MIDDLE_DOTS) or _OFFICE.search(name):
        return True
    return 2 <= len(name) <= LONGEST_NAME and not _NO_NAME.search(name)


def _line_of(page: Page, lines: Sequence[int], name: str) -> int:
    wanted = set(lines)
    there = (line.number for line in page.lines if line.number in wanted and name in line.text)
    return next(there, lines[0] if lines else 1)
