"""What readers find at the addresses of a site, by its files alone: a text, a way on, or that it is gone.

How like two texts are is told by all their pairs of letters; the program's sketches have no part in it.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from posixpath import dirname, join, normpath

PROMISED = re.compile(
    r"(?!(?:calendar|corrections|pages|people|photos|undated)/)[a-z0-9-]+/"
    r"(?:index|(?:\d{4}|[a-z0-9-]+)/index|(?:\d{4}|undated)/[a-z0-9_-]+/[a-z0-9_-]+)\.html"
)
"""Editions, years, sections, issues, pages, articles."""
STORY = re.compile(r".*/(?:\d{4}-\d\d-\d\d|undated/[^/]+)/[^/]+-\d+\.html")
_ON = re.compile(r'<meta http-equiv="refresh" content="0; url=([^"]+)">')
_MAIN = re.compile(r"<main\b.*?</main>", re.DOTALL)
_TEXT = re.compile(r"<article\b.*?</article>", re.DOTALL)
_TITLE = re.compile(r"<h1\b.*?</h1>", re.DOTALL)
_TAG = re.compile(r"<[^>]*>")


@dataclass(frozen=True, slots=True)
class Found:
    """A page with `title` and text; or `on` is the address that it leads to, or it is said to be `gone`."""

    title: str = ""
    pairs: frozenset[str] = frozenset()
    on: str = ""
    gone: bool = False


Site = Mapping[str, Found]


def read_site(site: Path) -> Site:
    files = [path.relative_to(site).as_posix() for path in sorted(site.rglob("*.html"))]
    return {name: _found(site, name) for name in files if PROMISED.fullmatch(name)}


def leads_on(file: Path) -> bool:
    """Whether it is no page of its own, but an address that leads to another."""
    return _ON.search(file.read_text("utf-8")) is not None


def writers(site: Path) -> dict[str, bool]:
    """The addresses that are or were of one writer's own, and whether each leads on to the list of names."""
    return {
        path.relative_to(site).as_posix(): leads_on(path) for path in sorted(site.glob("people/?/?/*.html"))
    }


def _found(site: Path, address: str) -> Found:
    html = (site / address).read_text("utf-8")
    if on := _ON.search(html):
        assert f'<a href="{on[1]}">' in html, "it leads on without the browser's help as well"
        return Found(on=normpath(join(dirname(address), on[1])))
    main = _MAIN.search(html)
    assert main is not None
    title = _plain(_TITLE.search(main[0]))
    if title in {"已不在本站", "已撤下"}:
        assert "noindex" in html
        return Found(title, gone=True)
    text = _TEXT.findall(main[0]) if STORY.fullmatch(address) else [main[0]]
    return Found(title, _pairs("".join(_TAG.sub("", one) for one in text)))


def _plain(found: re.Match[str] | None) -> str:
    return "" if found is None else " ".join(_TAG.sub("", found[0]).split())


def _pairs(text: str) -> frozenset[str]:
    letters = "".join(filter(str.isalnum, text))
    return frozenset(first + second for first, second in pairwise(letters))


def common(one: frozenset[str], other: frozenset[str]) -> float:
    """How much of the shorter text is in the longer: 1 also where a story is split or joined."""
    least = min(len(one), len(other))
    return len(one & other) / least if least else 0.0


LEAST, LEAST_OWN = 0.8, 0.5
"""What a text keeps in common with itself read anew, in all and of what is not in another text as well."""
FEW = 4
"""Pairs of letters that two texts may differ in and be the same: how a byline is shown."""


def gone_of(before: Site, now: Site) -> list[str]:
    """The stories that are gone, once it is certain that all other addresses keep their meaning."""
    gone = set()
    for address, was in before.items():
        assert address in now, f"{address} is lost without a word"
        end = now[address].on or address
        assert not now[end].on, f"{address} leads to an address that leads on"
        if now[end].gone:
            gone.add(address)
        elif was.on and STORY.fullmatch(address):
            assert end == (now[was.on].on or was.on), f"{address} leads elsewhere than its text went"
        elif not was.on:
            assert means_the_same(address, end, before, now), f"{address} has come to mean another text"
    for address in gone:
        stood = {story for story in stories_of(address, before) if not before[story].on}
        assert stood <= gone, f"{address} is gone, and stories of it are there"
    return sorted(address for address in gone if STORY.fullmatch(address) and not before[address].gone)


def means_the_same(address: str, end: str, before: Site, now: Site) -> bool:
    """Whether the text is there still, and not another like it; of what holds stories, whether it has any."""
    was, there = before[address], now[end]
    if was.gone:
        return not STORY.fullmatch(address)
    if not STORY.fullmatch(address):
        stories = {now[story].on or story for story in stories_of(address, before)}
        return was.title == there.title or not stories.isdisjoint(stories_of(end, now))
    others = (found for name, found in before.items() if STORY.fullmatch(name))
    return common(was.pairs, there.pairs) >= LEAST and all(is_told_from(one, was, there) for one in others)


def is_told_from(other: Found, was: Found, there: Found) -> bool:
    """Whether what was there and not in the other text is what is there now and not in the other text."""
    own = was.pairs - other.pairs
    return len(own) <= FEW or there.pairs <= was.pairs or common(own, there.pairs - other.pairs) >= LEAST_OWN


def stories_of(address: str, site: Site) -> set[str]:
    """Of a page `…/c01.html` the stories `…/c01-02.html`, of `…/index.html` all in that folder."""
    stem = address.removesuffix("index.html")
    if stem == address:
        stem = f"{address.removesuffix('.html')}-"
    return {name for name in site if name.startswith(stem) and STORY.fullmatch(name)}
