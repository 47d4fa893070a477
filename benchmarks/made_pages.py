"""Pages put together anew from the stories of the samples, in shapes that those pages do not have.

Notices beneath stories, columns of twelve cells, names one a line: the stories are known, so that the right
reading is known too. The same page for the same shape and number.
"""

import textwrap
from collections.abc import Callable, Iterator, Mapping, Sequence
from random import Random
from typing import Any

from made_texts import ITEMS, LONG_CROSSHEADS, NOTICES, PAPERS, PEOPLE, SHORT_CROSSHEADS

Gold = dict[str, Any]
Shape = Callable[[Sequence[Gold], Random], tuple[str, list[Gold]]]

PAGES_A_SHAPE = 10
FEWEST_PARAGRAPHS = {"crossheads": 4, "long crossheads": 4, "marked crossheads": 4}
HEADS_AND_FEET = "heads and feet"
SHORTEST_LINE = 8
EM = 2


def made_pages(samples: Sequence[Gold]) -> Iterator[tuple[str, str, Gold]]:
    """Shape, text and right reading of each page; `samples` are the readings by hand of the samples."""
    pool = [story for page in samples for story in page["articles"] if _is_plain(story)]
    for shape, make in SHAPES.items():
        fit = [story for story in pool if len(_paragraphs(story)) >= FEWEST_PARAGRAPHS.get(shape, 1)]
        for number in range(PAGES_A_SHAPE):
            random = Random(f"{shape} {number}")
            text, stories = make(random.sample(fit, 4), random)
            if shape == HEADS_AND_FEET:
                text, around = _around(text, number, random)
                yield shape, text, {"articles": stories, **around}
            else:
                yield shape, text, {"articles": stories}


def _is_plain(story: Gold) -> bool:
    return story["kind"] == "news" and bool(story["headline"]) and not _crossheads(story)


def _crossheads(story: Gold) -> Sequence[str]:
    return story.get("intertitles") or ()


def _paragraphs(story: Gold) -> list[str]:
    return str(story["body"]).split("\n")


def _story(headline: str, paragraphs: Sequence[str], **known: object) -> Gold:
    return {"headline": headline, "body": "\n".join(paragraphs), **known}


def _dated(story: Gold, random: Random) -> tuple[list[str], Gold]:
    """A story as district papers print it: headline, 本报讯(记者 某某), paragraphs."""
    name = random.choice(PEOPLE)
    raw = f"本报讯(记者 {name})"
    paragraphs = _paragraphs(story)
    known = _story(story["headline"], paragraphs, dateline_raw=raw, byline=[{"role": "记者", "name": name}])
    return [story["headline"], raw + paragraphs[0], *paragraphs[1:]], known


def _set(blocks: Sequence[Sequence[str]], *, apart: str = "\n\n", within: str = "\n") -> str:
    return apart.join(within.join(lines) for lines in blocks) + "\n"


def _plain(pool: Sequence[Gold], random: Random) -> tuple[str, list[Gold]]:
    """Without a blank line anywhere."""
    printed, known = zip(*(_dated(story, random) for story in pool), strict=True)
    return _set(printed, apart="\n"), list(known)


def _spaced(pool: Sequence[Gold], random: Random) -> tuple[str, list[Gold]]:
    """A blank line beneath each line, as converters leave it."""
    printed, known = zip(*(_dated(story, random) for story in pool), strict=True)
    return _set(printed, within="\n\n"), list(known)


def _notices(pool: Sequence[Gold], random: Random) -> tuple[str, list[Gold]]:
    return _with_short_ones(
        pool[:2], [list(one) for one in random.sample(NOTICES, random.choice((1, 2, 3)))], random
    )


def _items(pool: Sequence[Gold], random: Random) -> tuple[str, list[Gold]]:
    """Items without a dateline beneath stories that have one."""
    return _with_short_ones(pool[:2], [list(one) for one in random.sample(ITEMS, 3)], random)


def _with_short_ones(
    pool: Sequence[Gold], items: Sequence[list[str]], random: Random
) -> tuple[str, list[Gold]]:
    printed, known = zip(*(_dated(story, random) for story in pool), strict=True)
    return _set([*printed, *items]), [*known, *(_story(headline, text) for headline, *text in items)]


def _digest(pool: Sequence[Gold], random: Random) -> tuple[str, list[Gold]]:  # noqa: ARG001 - one form for all
    """Items alone, some of them out of other papers: 据《海城日报》报道,…"""
    items = [
        [headline, f"据{random.choice(PAPERS)}报道,{text}" if random.random() < 0.5 else text]
        for headline, text in random.sample(ITEMS, 5)
    ]
    return _set(items), [_story(headline, text) for headline, *text in items]


def _columns(pool: Sequence[Gold], random: Random) -> tuple[str, list[Gold]]:
    """Columns of twelve or thirteen cells, paragraphs set in by two, long headlines broken."""
    width = random.choice((12, 13))
    printed, known = zip(*(_dated(story, random) for story in pool[:3]), strict=True)
    wrapped = [
        [*textwrap.wrap(headline, width), *(line for text in paragraphs for line in _wrapped(text, width))]
        for headline, *paragraphs in printed
    ]
    return _set(wrapped), list(known)


def _wrapped(text: str, width: int) -> list[str]:
    text = "\u3000" * EM + text
    return [text[at : at + width] for at in range(0, len(text), width)]


def _names_in_lines(pool: Sequence[Gold], random: Random) -> tuple[str, list[Gold]]:
    """Headline, 本报记者 甲, 通讯员 乙, paragraphs."""
    printed, known = [], []
    for story in pool[:3]:
        names = random.sample(PEOPLE, 2)
        roles = ("记者", "通讯员")
        byline = [{"role": role, "name": name} for role, name in zip(roles, names, strict=True)]
        printed.append([story["headline"], f"本报记者 {names[0]}", f"通讯员 {names[1]}", *_paragraphs(story)])
        known.append(_story(story["headline"], _paragraphs(story), byline=byline))
    return _set(printed), known


def _signed(pool: Sequence[Gold], random: Random) -> tuple[str, list[Gold]]:
    """Headline, paragraphs, (某某) at the end."""
    printed, known = [], []
    for story in pool[:3]:
        name = random.choice(PEOPLE)
        paragraphs = _paragraphs(story)
        printed.append([story["headline"], *paragraphs[:-1], f"{paragraphs[-1]}({name})"])
        known.append(_story(story["headline"], paragraphs, byline=[{"role": "署名", "name": name}]))
    return _set(printed), known


def _captions(pool: Sequence[Gold], random: Random) -> tuple[str, list[Gold]]:
    """Beneath each story a picture's text and 本报记者 某某 摄."""
    printed, known = zip(*(_dated(story, random) for story in pool[:3]), strict=True)
    blocks = [
        [*lines, f"图为{random.choice(ITEMS)[1]}", f"本报记者 {random.choice(PEOPLE)} 摄"]
        for lines in printed
    ]
    return _set(blocks, within="\n\n"), list(known)


def _jumps(pool: Sequence[Gold], random: Random) -> tuple[str, list[Gold]]:
    printed, known = zip(*(_dated(story, random) for story in pool[:3]), strict=True)
    blocks = [
        [*lines, f"（下转C0{number}版）"] if number < 3 else [lines[0], "（上接C01版）", *lines[1:]]
        for number, lines in enumerate(printed, 1)
    ]
    return _set(blocks), list(known)


def _with_crossheads(crossheads: Sequence[str]) -> Shape:
    """Stories of four paragraphs and more, with two crossheads each."""

    def shape(pool: Sequence[Gold], random: Random) -> tuple[str, list[Gold]]:
        printed, known = [], []
        for story in pool[:2]:
            first, *others = _paragraphs(story)
            chosen = random.sample(crossheads, 2)
            half = len(others) // 2
            text = [first, chosen[0], *others[:half], chosen[1], *others[half:]]
            raw = f"本报讯(记者 {random.choice(PEOPLE)})"
            printed.append([story["headline"], raw + text[0], *text[1:]])
            known.append(_story(story["headline"], text, intertitles=chosen, dateline_raw=raw))
        return _set(printed, within="\n\n"), known

    return shape


def _set_apart(pool: Sequence[Gold], random: Random) -> tuple[str, list[Gold]]:
    """A blank line above each headline and none beneath; the last of four stories have no dateline."""
    printed, known = zip(*(_dated(story, random) for story in pool[:2]), strict=True)
    plain = [[story["headline"], *_paragraphs(story)] for story in pool[2:]]
    return _set([*printed, *plain]), [*known, *(_story(headline, text) for headline, *text in plain)]


def _one_story(pool: Sequence[Gold], random: Random) -> tuple[str, list[Gold]]:
    """A page of one long story: headline, 本报记者 某某, paragraphs under crossheads, some of them quoted."""
    name = random.choice(PEOPLE)
    crossheads = [f"“{one}”" if random.random() < 0.5 else one for one in random.sample(SHORT_CROSSHEADS, 3)]
    text = _paragraphs(pool[0])
    for crosshead, story in zip(crossheads, pool[1:], strict=True):
        text += [crosshead, *_paragraphs(story)]
    byline = [{"role": "记者", "name": name}]
    known = _story(pool[0]["headline"], text, byline=byline, intertitles=crossheads)
    return _set([[known["headline"], f"本报记者 {name}", *text]], within="\n\n"), [known]


def _marked(pool: Sequence[Gold], random: Random) -> tuple[str, list[Gold]]:
    """Markdown: a headline without a mark, crossheads that have one."""
    text, known = _with_crossheads(SHORT_CROSSHEADS)(pool, random)
    crossheads = {one for story in known for one in story["intertitles"]}
    lines = (f"### {line}" if line in crossheads else line for line in text.split("\n"))
    return "\n".join(lines), known


def _credited(pool: Sequence[Gold], random: Random) -> tuple[str, list[Gold]]:
    """Picture stories: headline, 图为…。本报记者 某某 摄 in one paragraph."""
    printed, known = zip(*(_dated(story, random) for story in pool[:2]), strict=True)
    pictures = random.sample(ITEMS, 2)
    blocks = [[headline, f"{text}本报记者 {random.choice(PEOPLE)} 摄"] for headline, text in pictures]
    return _set([printed[0], *blocks, printed[1]]), [
        known[0], *(_story(headline, [text]) for headline, text in pictures), known[1],
    ]  # fmt: skip


def _around(text: str, number: int, random: Random) -> tuple[str, Gold]:
    """Above a page what names it, as papers and converters do, and beneath it its feet."""
    title, folio, name = random.choice(("云汀日报", "临江晚报")), random.choice(("02", "03")), "要闻"
    heads = (
        ([title], {"issue": {"title": title}}),
        ([title, "2024年5月10日 星期五"], {"issue": {"title": title}}),
        ([f"第{folio}版 {name}"], {"page": {"number": folio, "section": name}}),
        ([folio, name, title], {"page": {"number": folio, "section": name}, "issue": {"title": title}}),
        ([f"HC{folio}-PDF 版面"], {"page": {"number": f"HC{folio}"}}),
    )
    head, known = heads[number % len(heads)]
    feet = random.sample(("电话 5550136", "地址:云汀区柳河路18号", "广告热线 0000-5550136"), 2)
    editor = random.choice(PEOPLE)
    known = known | {"credits": {"编辑": [editor]}, "furniture": feet}
    apart = random.choice(("\n", "\n\n"))
    return apart.join([*head, text.rstrip(), f"编辑:{editor}", *feet, ""]), known


def _broken(pool: Sequence[Gold], random: Random) -> tuple[str, list[Gold]]:
    """A paragraph in two breaks off at a comma, and goes on in the next line."""
    printed, known = zip(*(_dated(story, random) for story in pool[:2]), strict=True)
    broken = [[line for text in lines for line in _at_a_comma(text, random)] for lines in printed]
    return _set(broken), list(known)


def _at_a_comma(text: str, random: Random) -> list[str]:
    commas = [at + 1 for at, letter in enumerate(text) if letter == "," and at > SHORTEST_LINE]
    if not text.endswith("。") or not commas or random.random() < 0.5:
        return [text]
    at = random.choice(commas)
    return [text[:at], text[at:]]


def _tables(pool: Sequence[Gold], random: Random) -> tuple[str, list[Gold]]:
    """A table of Markdown beneath the second story's text."""
    printed, known = zip(*(_dated(story, random) for story in pool[:2]), strict=True)
    towns = random.sample(("青禾镇", "石楠镇", "双槐镇", "柳河镇"), 3)
    rows = [("镇街", "客流"), *((town, f"{random.randrange(2000, 9000)}人次") for town in towns)]
    table = [" | ".join(row) for row in (rows[0], ("---", "---"), *rows[1:])]
    text = "\n".join([known[1]["body"], *("".join(row) for row in rows)])
    return _set([printed[0], [*printed[1], "", *table]]), [known[0], known[1] | {"body": text}]


def _briefs(pool: Sequence[Gold], random: Random) -> tuple[str, list[Gold]]:
    """Items of a list in Markdown under 一周速读."""
    printed, known = _dated(pool[0], random)
    items = [text for _, text in random.sample(ITEMS, 3)]
    listed = ["一周速读", "", *(f"- {text}" for text in items)]
    return _set([printed, listed]), [known, _story("一周速读", items)]


def _kickers(pool: Sequence[Gold], random: Random) -> tuple[str, list[Gold]]:
    """A kicker above each headline."""
    printed, known = zip(*(_dated(story, random) for story in pool[:3]), strict=True)
    kickers = random.sample(LONG_CROSSHEADS, 3)
    blocks = [[kicker, *lines] for kicker, lines in zip(kickers, printed, strict=True)]
    stories = [story | {"kicker": kicker} for kicker, story in zip(kickers, known, strict=True)]
    return _set(blocks), stories


SHAPES: Mapping[str, Shape] = {
    "no blank lines": _plain,
    "blank lines everywhere": _spaced,
    "notices": _notices,
    "short items": _items,
    "digest": _digest,
    "columns of 12 and 13": _columns,
    "names in lines": _names_in_lines,
    "signed at the end": _signed,
    "captions": _captions,
    "jumps": _jumps,
    "crossheads": _with_crossheads(SHORT_CROSSHEADS),
    "long crossheads": _with_crossheads(LONG_CROSSHEADS),
    "kickers": _kickers,
    "broken paragraphs": _broken,
    "tables": _tables,
    "lists": _briefs,
    HEADS_AND_FEET: _plain,
    "set apart": _set_apart,
    "one story": _one_story,
    "marked crossheads": _marked,
    "picture stories": _credited,
}
