"""An article as a reader sees it: headline stack, byline, opening, paragraphs, pictures, its printed lines.

A photo's text is its body and its caption: `5月29日,…演练活动。` is shown once, with the credit under it.
"""

import re
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from markupsafe import Markup

from newspaper_archive.lexicon import agencies
from newspaper_archive.model import ArchivedArticle, Article, Caption, Paragraph, Role
from newspaper_archive.site.story.amended import (
    NOT_AMENDED,
    Amended,
    Amendment,
    amended,
    amendments,
    beside_text,
)
from newspaper_archive.site.story.brief_items import item_anchors
from newspaper_archive.site.tongue import PRINTED, Tongue
from newspaper_archive.site.words.print_language import lang_attribute
from newspaper_archive.site.words.typography import typeset
from newspaper_archive.site.words.wording import (
    BULLETS,
    credit_words,
    headline_words,
    kind_words,
    open_jump_words,
    printed_headline,
)

# The day that a brief opens with, in its first clause: `5月30日，`, `【石楠镇】5月30日，`.
OWN_DAY = re.compile(
    r"""[^，。；：！？\d]{0,24}
    (?P<day>(?:(?P<year>(?:18|19|20)\d\d)年)?(?P<month>\d{1,2})月(?P<number>\d{1,2})[日号])""",
    re.VERBOSE,
)
SOME_LEAP_YEAR = 2000
NOBODY: Mapping[str, str] = {}


@dataclass(frozen=True, slots=True)
class Brief:
    """One item of small news; `anchor` as in `item_anchors`, `day` its date as it stands in the text.

    `◎5月30日，石楠镇…` is `5月30日` (machine-readable 05-30, for no year is printed) and what follows.
    """

    anchor: str
    before: str
    day: str
    machine_day: str
    after: str
    amended: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Passage:
    """One paragraph as set, or a row of briefs; `form` is `p`, `crosshead` or `briefs`."""

    form: str
    text: str = ""
    briefs: tuple[Brief, ...] = ()
    amended: Amended = NOT_AMENDED


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words of a byline or a credit; a name has the address where its bearer is found, else ""."""

    text: str
    address: str = ""


@dataclass(frozen=True, slots=True)
class Signature:
    """Those who signed in one role; `role` is "" where none is printed."""

    role: str
    names: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Picture:
    text: str
    credit: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Run:
    """Printed lines in one run, both ends included."""

    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Story:
    """Everything the templates show of one article, set in type; `named` where print gives it a headline.

    `signed` are the lines of its writers as printed, of those that say more of them than `writers` does.
    `lang` is the attribute of what holds its words, `amended` as in `beside_text`. Where it has other parts
    `jump_to_at` and `jump_from_at` lead to them; of those that are lacking it is said what is (`lacking`).
    """

    address: str
    lang: Markup
    kind: str
    kind_words: str
    kicker: str
    headline: str
    named: bool
    subhead: str
    column: str
    signed: tuple[tuple[Piece, ...], ...]
    writers: tuple[Signature, ...]
    opening: str
    passages: tuple[Passage, ...]
    pictures: tuple[Picture, ...]
    tail: str
    jump_to: str
    jump_from: str
    runs: tuple[Run, ...]
    amendments: tuple[Amendment, ...]
    amended: tuple[str, ...]
    without_headline: bool = False
    """Whether its own first words stand for the headline that print does not give it."""
    jump_to_at: str = ""
    jump_from_at: str = ""
    lacking_before: str = ""
    lacking_after: str = ""


def story(
    archived: ArchivedArticle,
    blank: Container[int],
    tongue: Tongue,
    language: str = PRINTED,
    found_at: Mapping[str, str] = NOBODY,
) -> Story:
    """Sets one article, for its page and for its own file; `blank` are the page's blank lines.

    `found_at` is where the names lead that sign it.
    """
    article = archived.article
    pictures = tuple(_pictures(article, archived.captions, found_at))
    changed = amended(article)
    shown = {_letters("".join(piece.text for piece in picture.credit)) for picture in pictures}
    column = typeset(article.column)
    headline, kind_said = headline_words(tongue, article), kind_words(tongue, article)
    signed = tuple(_more_than_names(article))
    return Story(
        address=archived.address,
        lang=lang_attribute(tongue, language),
        kind=article.kind.value,
        kind_words="" if column != headline and column.endswith(kind_said) else kind_said,
        kicker=typeset(article.kicker) if article.headline else "",
        headline=headline,
        named=bool(printed_headline(article)),
        subhead=typeset(article.subhead),
        column=column if column != headline else "",
        signed=tuple(tuple(_credit(typeset(line), _names(article), found_at)) for line in signed),
        writers=tuple(_writers(article, "".join(signed), found_at)),
        opening=_opening(article),
        passages=tuple(_passages(article, changed)),
        pictures=pictures,
        tail=""
        if _letters(article.tail.lstrip(BULLETS)) in shown | _signatures(article)
        else typeset(article.tail),
        jump_to=typeset(article.jump_to),
        jump_from=typeset(article.jump_from),
        runs=runs(article.lines, blank),
        amendments=amendments(article.corrections, tongue),
        amended=beside_text(article, changed),
        without_headline=not printed_headline(article),
        jump_to_at=f"{archived.address}#{anchor_of(2)}" if archived.rest else "",
        lacking_before=_lacking(archived, tongue, into=True),
        lacking_after=_lacking(archived, tongue, into=False),
    )


def _lacking(archived: ArchivedArticle, tongue: Tongue, *, into: bool) -> str:
    """What is said of a jump that leads to nothing."""
    found = (open_jump_words(tongue, one) for one in archived.open_jumps if one.into is into)
    return next(found, "")


def anchor_of(number: int) -> str:
    """Of a part of the story, from the second on, in the file of the whole."""
    return f"part-{number}"


def _writers(article: Article, already: str, found_at: Mapping[str, str]) -> Iterator[Signature]:
    """Writers by their role, those that a line of writers names `already` left out."""
    named = _letters(already)
    rest = (entry for entry in article.byline if entry.name not in named)
    for role, group in groupby(rest, key=lambda entry: entry.role):
        signed = tuple(Piece(entry.name, found_at.get(entry.name, "")) for entry in group)
        yield Signature("" if role == "署名" else role, signed)


def _more_than_names(article: Article) -> Iterator[str]:
    """Lines of writers that say more than roles and names: `文/图 本报记者 王岚`, but not `本报记者 王岚`."""
    said = {entry.name for entry in article.byline} | {_letters(entry.role) for entry in article.byline}
    known = "|".join([*map(re.escape, sorted(said, key=lambda word: (-len(word), word))), agencies.NAMED])
    for line in article.dateline.signed if article.dateline else ():
        if any(map(str.isalnum, re.sub(known, "", _letters(line)))):
            yield line


def _names(article: Article) -> tuple[str, ...]:
    return tuple(entry.name for entry in article.byline)


def _signatures(article: Article) -> frozenset[str]:
    """A writer's own line that stands beneath the text in the file: it is shown above (石楠镇镇长 尤满仓)."""
    return frozenset(_letters(entry.role + entry.name) for entry in article.byline)


def _opening(article: Article) -> str:
    """The dateline as printed before the text, unless it only says again what kind this is (编者按:)."""
    opening = typeset(article.dateline.opening) if article.dateline else ""
    return "" if opening.strip("【】[]（）：") == typeset(article.headline) else opening


def _passages(article: Article, changed: Mapping[Paragraph, Amended]) -> Iterator[Passage]:
    items = _briefs(article, changed)
    for role, row in groupby(article.paragraphs, key=lambda paragraph: paragraph.role):
        if role is Role.BRIEF:
            yield Passage("briefs", briefs=tuple(next(items) for _ in row))
        else:
            form = "crosshead" if role is Role.CROSSHEAD else "p"
            for one in row:
                yield Passage(form, typeset(one.text), amended=changed.get(one, NOT_AMENDED))


def _briefs(article: Article, changed: Mapping[Paragraph, Amended]) -> Iterator[Brief]:
    for anchor, item in zip(item_anchors(article), article.items, strict=True):
        text, led = typeset(item.text.lstrip(BULLETS)), changed.get(item, NOT_AMENDED).anchors
        found = OWN_DAY.match(text)
        if found and (day := _machine_day(found)):
            before, after = text[: found.start("day")], text[found.end("day") :]
            yield Brief(anchor, before, found["day"], day, after, led)
        else:
            yield Brief(anchor, text, "", "", "", led)


def _machine_day(found: re.Match[str]) -> str:
    """05-30, or with its year where that is printed; nothing for a day that no calendar has."""
    try:
        day = date(int(found["year"] or SOME_LEAP_YEAR), int(found["month"]), int(found["number"]))
    except ValueError:
        return ""
    return day.isoformat() if found["year"] else f"{day:%m-%d}"


def _pictures(
    article: Article, captions: Iterable[Caption], found_at: Mapping[str, str]
) -> Iterator[Picture]:
    body = _letters(article.body)
    for caption in captions:
        text = "" if _letters(caption.text) == body else typeset(caption.text)
        if text or caption.credit:
            yield Picture(text, tuple(_credit(credit_words(caption), caption.photographers, found_at)))


def _credit(text: str, names: Iterable[str], found_at: Mapping[str, str]) -> Iterator[Piece]:
    """A credit with its names apart, `刘 歌` too, which is 刘歌 with a blank to fill the line."""
    spelt = sorted({name for name in names if name}, key=lambda name: (-len(name), name))
    pattern = "|".join(r"\s*".join(map(re.escape, name)) for name in spelt)
    for part in re.split(f"({pattern})", text) if pattern else (text,):
        if part:
            name = _letters(part)
            yield Piece(part, found_at.get(name, "") if name in spelt else "")


def _letters(text: str) -> str:
    return "".join(text.split())


def runs(lines: Iterable[int], blank: Container[int]) -> tuple[Run, ...]:
    """3, 4, 5, 9 are the runs 3–5 and 9; lines need not come in order, and blank lines part none."""
    found: list[Run] = []
    for line in sorted(set(lines)):
        if found and all(between in blank for between in range(found[-1].last + 1, line)):
            found[-1] = Run(found[-1].first, line)
        else:
            found.append(Run(line, line))
    return tuple(found)
