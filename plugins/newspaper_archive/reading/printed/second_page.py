"""Where another page of the paper begins in one file: its masthead again with another folio or another day.

`今日汀西` / `2031年6月13日 星期五` / `第C03版:看点` in the middle of a file that began with
`第C02版:要闻`. What it says of itself and who edited it is not the first page's.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from newspaper_archive.lexicon.han import HAN
from newspaper_archive.lexicon.word_lists import any_of
from newspaper_archive.model import Line, Role, Severity
from newspaper_archive.reading.printed.running_lines import FOOT, is_of_a_head
from newspaper_archive.reading.printed.step import Met, SetAside, named_lines

HEAD_LINES = 8
LONGEST = 60
# Of a page that follows there is text beneath its label; a list of pages has none.
PAGE_OF_LETTERS = 60

_ORDINAL = "[一二三四五六七八九十]{1,3}"
_LABEL = re.compile(
    rf"(?:第\s*)?(?P<folio>[A-Z]{{0,2}}\d{{1,2}})(?P<ban>\s*版)?\s*[:·|]?\s*(?P<name>[{HAN}]{{2,8}})?"
    rf"|第(?P<ordinal>{_ORDINAL})版\s*[:·|]?\s*(?:[{HAN}]{{2,8}})?"
)
# `54` may be of a table or at a foot; `03` and `C3` name a page.
_MERE_NUMBER = re.compile(r"[1-9]?\d")
_DATE = re.compile(r"(\d{4})\s*[年\-./]\s*(\d{1,2})\s*[月\-./]\s*(\d{1,2})")
_DATE_LINE = re.compile(r"[^。,!?]{0,60}")
_COLOPHON = re.compile(rf"{any_of('colophon_roles').pattern}\s*[:/ ]")
_FINISHED = re.compile(r"[。!?…][”’」』)]*$")
# Roles that a page has once; who planned or drew may be named under each story.
_ONCE = re.compile(r"(?:校对|校對|组版|組版|排版)\s*[:/ ]")
_FIGURE = re.compile(r"\d|版")
_NAMES = re.compile(r"版|\d{4}\s*[年\-./]|[A-Z0]\d|校|排")
_FORM_FEED = "\f"


@dataclass(frozen=True, slots=True)
class _Entry:
    """A line that is not blank: its place among all, its words, and those of it that name a page or a day."""

    place: int
    text: str
    folio: str
    day: str


@dataclass(frozen=True, slots=True)
class SecondPages:
    """The places in the lines where another page certainly begins, its `heads`, and what there is to say."""

    starts: tuple[int, ...] = ()
    heads: tuple[SetAside, ...] = ()
    met: tuple[Met, ...] = ()


def second_pages(lines: Sequence[Line]) -> SecondPages:
    """The pages after the first that these lines of a file are of."""
    if not _may_be_several(lines):
        return SecondPages()
    entries = [_entry(place, line) for place, line in enumerate(lines) if line.text.strip()]
    own = _own_head(entries)
    found = list(_heads(entries, own, lines)) if own else []
    if not found:
        doubts = (*_form_feeds(lines, entries), *_second_credits(lines, entries))
        return SecondPages(met=doubts[:1])
    heads = (SetAside(lines[one.place], Role.FURNITURE, "另一版的报头") for head in found for one in head)
    starts = tuple(head[0].place for head in found)
    return SecondPages(starts, tuple(heads), (_told(lines, starts, entries),))


def _may_be_several(lines: Sequence[Line]) -> bool:
    """Whether two lines may name a page, a day or who edited it; asked of every page, and seldom so."""
    named = 0
    for line in lines:
        if _FORM_FEED in line.raw:
            return True
        named += len(line.raw) <= LONGEST and _NAMES.search(line.text) is not None
    return named >= 2


def _entry(place: int, line: Line) -> _Entry:
    text = line.text.strip()
    if len(text) > LONGEST or not _FIGURE.search(text):
        return _Entry(place, text, "", "")
    label = _LABEL.fullmatch(text)
    day = _DATE.search(text) if _DATE_LINE.fullmatch(text) else None
    return _Entry(
        place,
        text,
        (label["folio"] or label["ordinal"]) if label and not _MERE_NUMBER.fullmatch(text) else "",
        "-".join(str(int(part)) for part in day.groups()) if day else "",
    )


def _own_head(entries: Sequence[_Entry]) -> tuple[_Entry, ...]:
    """The lines at the file's head down to the last that names a page or a day."""
    head = list(takewhile(lambda one: is_of_a_head(one.text), entries[:HEAD_LINES]))
    last = max((at for at, one in enumerate(head) if one.folio or one.day), default=-1)
    return tuple(one for one in head[: last + 1] if not FOOT.fullmatch(one.text))


def _heads(
    entries: Sequence[_Entry], own: Sequence[_Entry], lines: Sequence[Line]
) -> Iterator[Sequence[_Entry]]:
    at = len(own)
    known = frozenset(one.text for one in own)
    folios, days = {one.folio for one in own} - {""}, {one.day for one in own} - {""}
    while at < len(entries):
        head = _head_at(entries, at, known)
        another = head and _names_another(head, folios, days) and _opens(entries, at, head, own, lines)
        if another and _has_text(entries[at + len(head) :]):
            yield head
            folios = {one.folio for one in head} - {""} or folios
            days = {one.day for one in head} - {""} or days
        at += max(1, len(head))


def _names_another(head: Sequence[_Entry], folios: set[str], days: set[str]) -> bool:
    """Whether it names a page or a day, and not the first one's."""
    other_page = folios and any(one.folio and one.folio not in folios for one in head)
    return bool(other_page or (days and any(one.day and one.day not in days for one in head)))


def _head_at(entries: Sequence[_Entry], at: int, known: frozenset[str]) -> Sequence[_Entry]:
    """The lines from here on that a page's head may be of."""
    end = at
    while end < min(at + HEAD_LINES, len(entries)) and _is_of_head(entries[end], known):
        end += 1
    return entries[at:end]


def _is_of_head(one: _Entry, known: frozenset[str]) -> bool:
    return bool(one.folio) or (bool(one.day) and len(one.text) <= HEAD_LINES * 5) or one.text in known


def _opens(
    entries: Sequence[_Entry],
    at: int,
    head: Sequence[_Entry],
    own: Sequence[_Entry],
    lines: Sequence[Line],
) -> bool:
    """The masthead again, a form feed, or the first page's label in its form where a story is over."""
    titles = {one.text for one in own if not one.folio and not one.day}
    if any(one.text in titles for one in head) or _FORM_FEED in _between(lines, entries, at):
        return True
    above = entries[at - 1].text if at else ""
    over = bool(_FINISHED.search(above) or _COLOPHON.match(above))
    labels = {_form(one.text) for one in own if one.folio}
    spaced = at > 0 and entries[at].place > entries[at - 1].place + 1
    return over and spaced and any(one.folio and _form(one.text) in labels for one in head)


def _form(label: str) -> str:
    """`第#版:` of `第C03版:看点`."""
    return re.sub(rf"[A-Z]{{0,2}}\d{{1,2}}|{_ORDINAL}", "#", label.partition("版")[0]) + "版" * (
        "版" in label
    )


def _between(lines: Sequence[Line], entries: Sequence[_Entry], at: int) -> str:
    """What stands from the end of the line above to the words of this one."""
    above = entries[at - 1].place if at else 0
    return "".join(line.raw for line in lines[above + 1 : entries[at].place + 1]) + (
        _FORM_FEED if lines[above].raw.rstrip(" ").endswith(_FORM_FEED) else ""
    )


def _has_text(entries: Sequence[_Entry]) -> bool:
    return sum(len(one.text) for one in entries) >= PAGE_OF_LETTERS


def _told(lines: Sequence[Line], starts: Sequence[int], entries: Sequence[_Entry]) -> Met:
    labels = [next((e.text for e in entries if e.place >= start and e.folio), "") for start in starts]
    places = "、".join(
        f"第 {lines[start].number} 行起" + (f"是“{label}”" if label else "")
        for start, label in zip(starts[:3], labels, strict=False)
    )
    seen = f"一个文件里像是有 {len(starts) + 1} 个版：{places}"
    advice = (
        "请从那里拆成几个文件，一版一个，再运行。现在都读在第一版名下，"
        "只有后面各版的报头、版次和编辑校对没有算给它"
    )
    return Met("two-pages", tuple(lines[start].number for start in starts), seen, advice, Severity.WARNING)


def _form_feeds(lines: Sequence[Line], entries: Sequence[_Entry]) -> Iterator[Met]:
    """Form feeds with text on both sides, and no page number of the file's own beside them."""
    if not any(_FORM_FEED in line.raw for line in lines):
        return
    broken = [
        lines[entries[at].place].number
        for at in range(1, len(entries))
        if _FORM_FEED in _between(lines, entries, at)
        and not (FOOT.fullmatch(entries[at - 1].text) or FOOT.fullmatch(entries[at].text))
    ]
    if broken:
        seen = f"文字中间有换页符（{named_lines(broken)}前），后面也许是另一版"
        advice = "若是另一版，请从那里拆成两个文件，一版一个；若是同一版，删去换页符"
        yield Met("form-feed", tuple(broken), seen, advice, Severity.WARNING)


def _second_credits(lines: Sequence[Line], entries: Sequence[_Entry]) -> Iterator[Met]:
    signed = [one for one in entries if _COLOPHON.match(one.text) and _ONCE.search(one.text)]
    if len({"".join(one.text.split()) for one in signed}) == 1 or not signed:
        return
    first, last = signed[0].place, signed[-1].place
    if sum(len(line.text.strip()) for line in lines[first + 1 : last]) >= PAGE_OF_LETTERS:
        numbers = tuple(lines[one.place].number for one in signed)
        seen = f"编辑、校对署了不止一次（{named_lines(numbers)}），一个文件里也许有两个版"
        advice = "若是两个版，请拆成两个文件，一版一个；若是同一版，请对照版面核实编辑和校对"
        yield Met("two-colophons", numbers, seen, advice, Severity.WARNING)
