"""How much of a page is read right: its stories, their headlines, and all else that a reading names.

`stories` counts 2 for each right one, `of_stories` those printed and those read, so that the one in parts of
the other is F1. Bylines, crossheads, captions, teasers, credits and furniture are the `parts`.
"""

from collections import Counter
from collections.abc import Iterator
from typing import Any

from wrong_cuts import alike_stories, fold, has_headline

from newspaper_archive.desk.page_json import reading_json
from newspaper_archive.model import Edition, Page, Reading, Source

Score = Counter[str]
FIELDS = ("stories", "headlines", "parts")
_WORDS = 8


def of_gold(gold: dict[str, Any], page: Page) -> Score:
    """A page held against a reading by hand."""
    by_hand, read = len(gold["articles"]), len(page.reading.articles)
    found = alike_stories(gold, page)
    headed = sum(has_headline(story, article) for story, article in found)
    printed, named = Counter(_parts(gold)), Counter(_parts(reading_json("page.txt", page.reading)))
    return _score(
        (len(found), by_hand, read),
        (headed, by_hand, read),
        ((printed & named).total(), printed.total(), named.total()),
    )


def of_dumps(expected: str, found: str) -> Score:
    """A case's reading held against what it should be; a story is right where all its paragraphs are."""
    printed, read = _of_dump(expected), _of_dump(found)
    return _score(
        *(
            ((printed[field] & read[field]).total(), printed[field].total(), read[field].total())
            for field in FIELDS
        )
    )


def f1(score: Score, field: str) -> float:
    return score[field] / score[f"of_{field}"] if score[f"of_{field}"] else 1.0


def page_of(reading: Reading, lines: tuple[Any, ...]) -> Page:
    """The page around a reading; what is known from outside its text has no say here."""
    return Page(
        source=Source("page.txt", "0" * 64, 1, "utf-8"),
        edition=Edition("page", "page", "page"),
        date=None,
        folio=None,
        page_name=None,
        system_code=None,
        lines=lines,
        reading=reading,
    )


def _score(*counts: tuple[int, int, int]) -> Score:
    score: Score = Counter()
    for field, (right, printed, read) in zip(FIELDS, counts, strict=True):
        score[field] += 2 * right
        score[f"of_{field}"] += printed + read
    return score


def _parts(page: dict[str, Any]) -> Iterator[tuple[str, ...]]:
    facts = (*(page.get("page") or {}).values(), (page.get("issue") or {}).get("title"))
    yield from (("label", fold(fact)) for fact in facts if fact)
    for article in page["articles"]:
        yield from (("byline", one["name"]) for one in article.get("byline") or ())
        yield from (("crosshead", fold(one)) for one in article.get("intertitles") or ())
        yield from ((key, fold(article[key])) for key in ("kicker", "column") if article.get(key))
    for caption in page.get("captions") or ():
        yield "caption", fold(caption.get("first_words") or caption.get("text"))[:_WORDS]
    yield from (("teaser", fold(one["headline"])) for one in page.get("teasers") or ())
    for role, names in (page.get("credits") or {}).items():
        yield from (("credit", role, name) for name in names)
    yield from (("furniture", fold(line)[:_WORDS]) for line in page.get("furniture") or ())


def _of_dump(dump: str) -> dict[str, Counter[tuple[str, ...]]]:
    found: dict[str, Counter[tuple[str, ...]]] = {field: Counter() for field in FIELDS}
    for piece in ("\n" + dump).split("\narticle ")[1:]:
        head, *lines = piece.split("\n")
        paragraphs = tuple(line for line in lines if line.startswith("  "))
        said = head.split(" | ")
        headline = next((one for one in said if one.startswith("headline ")), "")
        found["stories"][paragraphs or (headline,)] += 1
        found["headlines"][(headline, *paragraphs)] += 1
        found["parts"].update((one,) for one in said if one != headline)
    found["parts"].update((line,) for line in dump.split("\n") if line[:8] != "article " and line[:2] != "  ")
    return found
