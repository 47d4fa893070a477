"""A page that was read, without what the desk has withdrawn: stories taken away, words hidden as █.

It is hidden after the page was read and before anything of the reading is kept: what stands around a hidden
name is read as if the name were there, and no other story gets another address for it.
"""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from enum import Enum
from typing import Any, TypeVar

from newspaper_archive.folder.text.lines import FOLDING
from newspaper_archive.folder.text.masking import HIDDEN, masked, masked_lines
from newspaper_archive.model import Article, Caption, Fact, Line, Mask, Page, Problem, Reading

Record = TypeVar("Record")

_SAME_STORY = 0.5


def masked_page(page: Page, mask: Mask) -> Page:
    """The page with its lines; it says itself that something of it is not shown."""
    if not mask:
        return page
    lines = _lines(page.lines, mask)
    reading = _without_stories(page.reading, mask)
    reading = replace(reading, decisions=(), furniture=_as_masked(reading.furniture, lines))
    return replace(
        page,
        lines=lines,
        reading=_nameless(_with_words_hidden(reading, mask, ())),
        problems=tuple(_with_words_hidden(one, mask, ()) for one in _elsewhere(page.problems, mask)),
        date=_fact(page.date, mask),
        page_name=_name(page.page_name, mask),
        scan=None,
        ticks=tuple(one for one in page.ticks if one.line not in _whole(mask)),
        masked=True,
        withdrawn=len(page.reading.articles) - len(reading.articles),
    )


def story_of(lines: tuple[int, ...], stories: tuple[tuple[int, ...], ...]) -> int | None:
    """Which of the stories, each known by its lines, has the most of these: half of all, or of its own."""
    wanted = set(lines)
    shared = [len(wanted.intersection(story)) for story in stories]
    best = max(shared, default=0)
    which = shared.index(best) if best else 0
    return which if best and best >= _SAME_STORY * min(len(wanted), len(set(stories[which]))) else None


def _lines(lines: tuple[Line, ...], mask: Mask) -> tuple[Line, ...]:
    hidden = masked_lines([line.raw for line in lines], mask.words, _whole(mask))
    if any(line.text != line.raw.translate(FOLDING) for line in lines):
        shown = masked_lines([line.text for line in lines], mask.words, _whole(mask))
        hidden = [_as_printed(*one) for one in zip(lines, hidden, shown, strict=True)]
    return tuple(
        line if raw == line.raw else Line(line.number, raw, raw.translate(FOLDING))
        for line, raw in zip(lines, hidden, strict=True)
    )


def _as_printed(line: Line, raw: str, shown: str) -> str:
    """The file's line with what is hidden of its print: in `高<b>青</b>山`, and all of `&#39640;`."""
    kept = list(raw)
    for column, character in enumerate(shown):
        if character != HIDDEN:
            continue
        end = column + 1
        while line.text[column] != line.raw[column].translate(FOLDING) and line.text[end : end + 1] == " ":
            end += 1
        kept[column:end] = HIDDEN * (end - column)
    return "".join(kept)


def _as_masked(some: tuple[Line, ...], lines: tuple[Line, ...]) -> tuple[Line, ...]:
    by_number = {line.number: line for line in lines}
    return tuple(_hidden(line, by_number[line.number].raw) for line in some)


def _hidden(line: Line, masked: str) -> Line:
    """A printed line with what is hidden of the file's."""
    columns = line.columns or range(len(line.raw))
    raw = "".join(
        HIDDEN if masked[column] == HIDDEN else character
        for column, character in zip(columns, line.raw, strict=True)
    )
    return line if raw == line.raw else replace(line, raw=raw, text=raw.translate(FOLDING))


def _whole(mask: Mask) -> frozenset[int]:
    return frozenset(line for story in mask.stories for line in story)


def _without_stories(reading: Reading, mask: Mask) -> Reading:
    """Without the stories that are withdrawn whole, and whatever else is of their lines, if in part."""
    texts = tuple(article.lines for article in reading.articles)
    gone = {place for story in mask.stories if (place := story_of(story, texts)) is not None}
    if not mask.stories:
        return reading
    kept = [place for place in range(len(texts)) if place not in gone]
    places = {old: new for new, old in enumerate(kept)}
    whole = _whole(mask)
    return replace(
        reading,
        articles=tuple(reading.articles[place] for place in kept),
        captions=tuple(
            replace(one, article=places.get(one.article) if one.article is not None else None)
            for one in reading.captions
            if one.article not in gone and whole.isdisjoint(one.lines)
        ),
        teasers=tuple(one for one in reading.teasers if whole.isdisjoint(one.lines)),
        colophon=tuple(one for one in reading.colophon if whole.isdisjoint(one.lines)),
        problems=_elsewhere(reading.problems, mask),
        corrections=tuple(one for one in reading.corrections if one.line not in whole),
    )


def _elsewhere(problems: tuple[Problem, ...], mask: Mask) -> tuple[Problem, ...]:
    """Not those on the lines of a withdrawn story: they quote it."""
    whole = _whole(mask)
    return tuple(one for one in problems if one.line not in whole)


def _with_words_hidden(record: Record, mask: Mask, around: tuple[int, ...]) -> Record:
    """The record with the words hidden in all its texts; words of certain lines only where it is of those.

    `around` are the lines of the record that holds this one.
    """
    hidden: Any = record
    if isinstance(record, str) and not isinstance(record, Enum):
        hidden = masked(record, _words_on(mask, around))
    elif isinstance(record, tuple):
        hidden = tuple(_with_words_hidden(one, mask, around) for one in record)
    elif is_dataclass(record) and not isinstance(record, type):
        here = _lines_of(record) or around
        parts = {one.name: getattr(record, one.name) for one in fields(record)}
        changed = {name: _with_words_hidden(part, mask, here) for name, part in parts.items()}
        hidden = replace(record, **changed)
    return hidden  # type: ignore[no-any-return]  # of the record's own type


def _words_on(mask: Mask, lines: tuple[int, ...]) -> Iterator[str]:
    """What names no lines is hidden first everywhere."""
    yield from (words for words, wanted in mask.words if not wanted or not lines or set(wanted) & set(lines))


def _lines_of(record: object) -> tuple[int, ...]:
    lines = getattr(record, "lines", ())
    if lines and isinstance(lines[0], int):
        return lines  # type: ignore[no-any-return]  # the numbers that records of the model bear
    line = getattr(record, "line", None) or getattr(record, "number", None)
    return (line,) if isinstance(line, int) else ()


def _nameless(reading: Reading) -> Reading:
    """No one is called █: names that are hidden are no names, a column without its name is none."""
    return replace(
        reading,
        articles=tuple(map(_nameless_article, reading.articles)),
        captions=tuple(map(_nameless_caption, reading.captions)),
        colophon=tuple(replace(one, names=_shown(one.names)) for one in reading.colophon),
        teasers=tuple(
            replace(one, page_name=None) if HIDDEN in (one.page_name or "") else one
            for one in reading.teasers
        ),
    )


def _nameless_article(article: Article) -> Article:
    return replace(
        article,
        byline=tuple(one for one in article.byline if HIDDEN not in one.name),
        column="" if HIDDEN in article.column else article.column,
        printed=_nameless_article(article.printed) if article.printed else None,
    )


def _nameless_caption(caption: Caption) -> Caption:
    printed = _nameless_caption(caption.printed) if caption.printed else None
    return replace(caption, photographers=_shown(caption.photographers), printed=printed)


def _shown(names: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(name for name in names if HIDDEN not in name)


def _fact(fact: Fact | None, mask: Mask) -> Fact | None:
    """A date rests on printed words, which may be among those that are withdrawn."""
    if fact is None:
        return None
    whole = _whole(mask)
    clues = tuple(one for one in fact.clues if one.line not in whole)
    evidence = masked(fact.evidence, _words_on(mask, ())) if clues == fact.clues else ""
    return replace(fact, evidence=evidence, clues=_with_words_hidden(clues, mask, ()))


def _name(fact: Fact | None, mask: Mask) -> Fact | None:
    return None if fact and HIDDEN in masked(fact.value, _words_on(mask, ())) else fact
