"""The queries that the search is measured by, and what they should find by going through every text.

A text is laid out as its units between blanks, so that `in` is the matcher: ` 河 堤 ` finds 河堤 and never
a run of digits broken in two.
"""

import re
from collections.abc import Sequence
from random import Random

from newspaper_archive.search.records import SEARCHED, Record
from newspaper_archive.search.tokenise import WALL, is_run, units

CHINESE = re.compile("[\u4e00-\u9fff]{2,}")
WALL_SIGN = "|"


def queries(articles: Sequence[Record], each: int, seed: int = 1) -> dict[str, list[str]]:
    """`each` of every kind: names of people, words, two words, runs of 1 to 8 characters as printed."""
    random = Random(seed)
    names = sorted({name for article in articles for name in article.facts.authors})
    runs = [_run(random, articles) for _ in range(each)]
    words = [_word(random, articles) for _ in range(3 * each)]
    return {
        "names": random.sample(names, min(each, len(names))),
        "words": words[:each],
        "pairs of words": [
            f"{one} {other}" for one, other in zip(words[each : 2 * each], words[2 * each :], strict=True)
        ],
        "raw runs": [f"“{run}”" for run in runs],
    }


def _run(random: Random, articles: Sequence[Record]) -> str:
    while True:
        text = "".join(random.choice(articles).text["body"])
        start = random.randrange(len(text))
        run = re.sub("[“”]", " ", text[start : start + random.randint(1, 8)]).strip()
        if any(unit.text != WALL for unit in units(run)):
            return run


def _word(random: Random, articles: Sequence[Record]) -> str:
    run = random.choice(CHINESE.findall("".join(random.choice(articles).text["body"])))
    start = random.randrange(len(run) - 1)
    return run[start : start + random.choice((2, 2, 3, 4))]


def laid_out(articles: Sequence[Record]) -> dict[str, str]:
    return {
        article.id: "\n".join(_units(part) for field in SEARCHED for part in article.text.get(field, ()))
        for article in articles
    }


def _units(text: str) -> str:
    """One wall for several, as a query has them."""
    found = " ".join(unit.text or WALL_SIGN for unit in units(text))
    return f" {re.sub(r'[|](?: [|])+', WALL_SIGN, found)} "


def expected(query: str, texts: dict[str, str]) -> set[str]:
    words = [query] if query.startswith("“") else query.split()
    wanted = [_wanted(word) for word in words]
    return {id_ for id_, text in texts.items() if all(run in text for run in wanted)}


def _wanted(word: str) -> str:
    laid = _units(word).strip(f" {WALL_SIGN}")
    return f" {laid}" if is_run(laid.rpartition(" ")[2]) else f" {laid} "
