"""By what results are told and narrowed: a column a segment, loaded after the first results.

`ids`: front-coded ids with issues by run (`[["2022-06-01", true, 0, 14], …]`: date, whether certain,
edition, articles). `facets`: kind, sections and writers of each article as printable numbers into lists of
names.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import groupby

from newspaper_archive.search.printable import MARKS, printable
from newspaper_archive.search.records import Facts

_END = MARKS[0]


def ids(addresses: Sequence[str], articles: Sequence[Facts]) -> list[object]:
    editions = _names([facts.edition] for facts in articles)
    runs = [
        [date, certain, editions.index(edition), len(list(run))]
        for (date, certain, edition), run in groupby(
            articles, key=lambda facts: (facts.date, facts.certain, facts.edition)
        )
    ]
    return [editions, runs, _shortened(addresses)]


def facets(articles: Sequence[Facts]) -> list[object]:
    return [
        _column([facts.kind] for facts in articles),
        _column(facts.sections for facts in articles),
        _column(facts.authors for facts in articles),
    ]


def _shortened(strings: Sequence[str]) -> list[str]:
    """How much each id shares with the one before as a printable number, and the rests by lines."""
    shared, rests = [], []
    before = ""
    for string in strings:
        same = 0
        while same < min(len(before), len(string)) and before[same] == string[same]:
            same += 1
        shared.append(same)
        rests.append(string[same:])
        before = string
    return [printable(shared), "\n".join(rests)]


def _column(values: Iterable[Sequence[str]]) -> list[object]:
    """The names, the commonest first, and for each article the numbers of its own."""
    held = list(values)
    names = _names(held)
    number = {name: place for place, name in enumerate(names)}
    numbers = [tuple(sorted(number[name] for name in own)) for own in held]
    # The same few names in most articles, so each of their rows is made once.
    coded = {own: printable(own) for own in set(numbers)}
    return [names, _END.join(coded[own] for own in numbers)]


def _names(values: Iterable[Sequence[str]]) -> list[str]:
    times = Counter(name for own in values for name in own)
    return sorted(times, key=lambda name: (-times[name], name))
