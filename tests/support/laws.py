"""What holds for any text at all: conservation and provenance, as lists of what breaks them."""

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from newspaper_archive.desk.page_json import reading_json
from newspaper_archive.folder.text.lines import FOLDING
from newspaper_archive.model import Article, Line, Reading
from newspaper_archive.reading.printed import printed


def broken_spans(lines: tuple[Line, ...], reading: Reading) -> list[str]:
    """Spans that are out of place, and printed characters that are in none."""
    found = [
        f"out of order: {a} {b}"
        for a, b in pairwise(reading.spans)
        if _place(a.line, a.end) > _place(b.line, b.start)
    ]
    by_number = {line.number: line for line in lines}
    covered: dict[int, set[int]] = {}
    for span in reading.spans:
        line = by_number.get(span.line)
        if line is None or not 0 <= span.start < span.end <= len(line.raw):
            found.append(f"out of range: {span}")
            continue
        covered.setdefault(span.line, set()).update(range(span.start, span.end))
    for line in lines:
        free = [i for i, c in enumerate(line.text) if c != " " and i not in covered.get(line.number, set())]
        found += [f"in no span: {line.number}:{i} {line.raw[i]!r}" for i in free]
    return found


def _place(line: int, column: int) -> tuple[int, int]:
    return line, column


def unproven_records(lines: tuple[Line, ...], reading: Reading) -> list[str]:
    """Records that name no lines, and texts with letters that do not occur in the lines they name."""
    in_print = _printed_letters(lines)
    found = []
    for record, numbers, texts in _records(reading):
        if not numbers or list(numbers) != sorted(set(numbers)) or not set(numbers) <= in_print.keys():
            found.append(f"{record} names lines {numbers}: {''.join(texts)[:40]!r}")
            continue
        source = sum((in_print[number] for number in numbers), Counter[str]())
        more = [(text[:40], dict(_letters(text) - source)) for text in texts if _letters(text) - source]
        found += [f"{record} of lines {numbers}: {text!r} has {letters} besides" for text, letters in more]
    return found


def _letters(text: str) -> Counter[str]:
    """Folded, as a name is told by its folded letters: 王１ is 王1."""
    return Counter(c for c in text.translate(FOLDING) if c.isalnum())


def _printed_letters(lines: tuple[Line, ...]) -> dict[int, Counter[str]]:
    """By the numbers of their lines, as printed: `&amp;` is no letter, e and an accent are one."""
    letters = {line.number: Counter[str]() for line in lines}
    for line in printed("", lines).lines:
        letters[line.number] += _letters(line.raw)
    return letters


def _records(reading: Reading) -> Iterator[tuple[str, tuple[int, ...], tuple[str, ...]]]:
    for article in reading.articles:
        yield "article", article.lines, _of_article(article)
        yield from (("paragraph", one.lines, (one.text,)) for one in article.paragraphs)
    yield from (
        ("caption", one.lines, (one.text + one.credit, *one.photographers)) for one in reading.captions
    )
    yield from (("teaser", one.lines, (one.headline + one.label,)) for one in reading.teasers)
    yield from (("credit", one.lines, (one.role + "".join(one.names),)) for one in reading.colophon)


def _of_article(article: Article) -> tuple[str, ...]:
    """Its texts, each counted by itself: a note's label is its headline and its dateline."""
    dateline = article.dateline.raw if article.dateline else ""
    stack = article.kicker + article.headline + article.subhead
    body = article.body + article.tail + article.jump_from + article.jump_to
    return stack, dateline, body, *(one.name for one in article.byline)


def missing_letters(lines: tuple[Line, ...], reading: Reading) -> dict[str, int]:
    """Letters and digits of the page that its parsed form shows nowhere, and how many of each."""
    shown = sum((_letters(text) for text in _strings(reading_json("", reading))), Counter[str]())
    roles = [credit.role for credit in reading.colophon]  # a role printed twice is one key with all its names
    for role in set(roles):
        shown += Counter({letter: n * (roles.count(role) - 1) for letter, n in _letters(role).items()})
    return dict(sum(_printed_letters(lines).values(), Counter[str]()) - shown)


def _strings(value: object) -> Iterator[str]:
    """All texts of a parsed page, and the names of its credits, which are printed too."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        yield from value.get("credits", ())
        for one in value.values():
            yield from _strings(one)
    elif isinstance(value, list):
        for one in value:
            yield from _strings(one)
