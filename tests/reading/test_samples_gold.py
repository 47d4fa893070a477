"""The sample pages read by the program, against their readings by hand: none may be read worse than it was.

`floors.json` holds what each page reaches now: of the articles `printed`, how many are `found`, of these how
many headlines are right, and so on.
"""

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from newspaper_archive.folder.text.lines import normalise
from newspaper_archive.model import Article, Reading
from newspaper_archive.reading.assemble import assemble_page
from sample_pages import gold, read

FLOORS: dict[str, dict[str, int]] = json.loads((Path(__file__).parent / "floors.json").read_text("utf-8"))[
    "samples"
]
AT_LEAST = ("found", "headlines", "bylines", "kinds", "columns", "bodies", "facts")
EXACTLY = ("printed", "articles", "captions", "teasers")
OVERLAP = 0.8


def letters(text: str) -> str:
    return "".join(c for c in text if c.isalnum())


def grams(text: str) -> Counter[str]:
    run = letters(text)
    return Counter(run[i : i + 3] for i in range(max(1, len(run) - 2)))


def overlap(one: Counter[str], other: Counter[str]) -> float:
    return (one & other).total() / max(one.total(), other.total())


def found(printed: dict[str, Any], reading: Reading) -> Article | None:
    """The article of the reading whose body is the printed one's, if there is one."""
    body = grams(printed["body"])
    best = max(reading.articles, key=lambda article: overlap(body, grams(article.body)), default=None)
    return best if best is not None and overlap(body, grams(best.body)) >= OVERLAP else None


def headline_is_right(printed: dict[str, Any], article: Article) -> bool:
    accepted = [printed["headline"], *printed.get("headline_alt", ())]
    return letters(article.headline) in map(letters, accepted)


SIMPLER = str.maketrans(
    "記員", "记员"
)  # a role is named in the characters of the print or in simplified ones


def facts_read(printed: dict[str, Any], reading: Reading) -> int:
    """How many of folio, page name, paper and date are as printed, or rightly absent."""
    by_hand = (*printed["page"].values(), printed["issue"]["title"], printed["issue"]["date_edtf"])
    label = reading.label
    read_there = (label.folio or label.system_code, label.page_name, reading.title, reading.printed_date)
    return sum(one == other for one, other in zip(by_hand, read_there, strict=True))


def scored(printed: dict[str, Any]) -> dict[str, int]:
    """How much of a page's print is found, and how much the reading has in all."""
    reading = assemble_page(printed["file"], normalise(read(printed["_path"])))
    pairs = [(one, article) for one in printed["articles"] if (article := found(one, reading)) is not None]
    return {
        "printed": len(printed["articles"]),
        "found": len(pairs),
        "headlines": sum(headline_is_right(one, article) for one, article in pairs),
        "bylines": sum(
            {(b["role"], b["name"]) for b in one["byline"]} == {(b.role, b.name) for b in a.byline}
            for one, a in pairs
        ),
        "kinds": sum(one["kind"] == article.kind for one, article in pairs),
        "columns": sum((one["column"] or "") == article.column for one, article in pairs),
        "bodies": sum(one["body"] == article.body for one, article in pairs),
        "facts": facts_read(printed, reading),
        "articles": len(reading.articles),
        "captions": len(reading.captions),
        "teasers": len(reading.teasers),
    }


@pytest.mark.parametrize("printed", gold(), ids=lambda printed: printed["_path"])
def test_a_sample_is_read_no_worse_than_it_was(printed: dict[str, Any]) -> None:
    floor, now = FLOORS[printed["_path"]], scored(printed)
    for field in AT_LEAST:
        assert floor[field] <= now[field], field
    for field in EXACTLY:
        assert floor[field] == now[field], field


def test_every_sample_has_a_floor() -> None:
    assert sorted(FLOORS) == sorted(printed["_path"] for printed in gold())
