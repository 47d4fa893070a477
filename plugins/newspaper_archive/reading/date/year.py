"""What a year in print tells of the paper's own: `召开2021年第6次镇务会议` is 2021, `到2025年` is a plan.

A year alone tells nothing. A plan says that the paper is no younger, history that it is no older; only what
the paper says of its own time names its year. Each rule looks at the words before and after one year.
"""

import re
from dataclasses import dataclass

from newspaper_archive.lexicon.numerals import YEAR_NUMERAL, ZERO_SIGNS, year_number
from newspaper_archive.model import Clue
from newspaper_archive.reading.date.prose import Prose
from newspaper_archive.reading.date.sayings import RULES, Force, Mention

BEFORE, AFTER = 24, 44
CLAUSE_END = re.compile("[。!?;\n]")
# Not the end of a range (`2016—2020年`), of which neither end is the paper's.
YEAR = re.compile(
    rf"""
    (?<![\d第])(?<!\d[\-—–~至/.])(?<!年[\-—–~至到])(?<!——)(?P<year>(?:1[89]|20)\d\d)\s?年(?![代级期])
    | (?<![{ZERO_SIGNS}一二三四五六七八九])(?P<numeral>{YEAR_NUMERAL})年(?!代)""",
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class YearClue:
    """A mention that tells something; `rule` is the name of the rule that found it."""

    year: int
    force: Force
    rule: str
    clue: Clue


def year_clues(page: Prose) -> tuple[YearClue, ...]:
    """What each year in print tells, in print order, the same words once."""
    found: dict[tuple[int, str, str], YearClue] = {}
    for match in YEAR.finditer(page.text):
        mention = _mention(page.text, match)
        if mention and (clue := _told(page, match, mention)):
            found.setdefault((clue.year, clue.rule, clue.clue.quote), clue)
    return tuple(found.values())


def _mention(text: str, match: re.Match[str]) -> Mention | None:
    year = year_number(match["year"] or match["numeral"])
    if year is None:
        return None
    before = CLAUSE_END.split(text[max(0, match.start() - BEFORE) : match.start()])[-1]
    after = CLAUSE_END.split(text[match.end() : match.end() + AFTER], maxsplit=1)[0]
    return Mention(year, before, after)


def _told(page: Prose, match: re.Match[str], mention: Mention) -> YearClue | None:
    for rule, force, tells in RULES:
        extent = rule(mention)
        if extent is None:
            continue
        if force is None:
            return None
        start = match.start() - extent[0]
        quote = page.quote(start, match.end() + extent[1])
        return YearClue(mention.year, force, rule.__name__, Clue(page.line_at(match.start()), quote, tells))
    return None
