"""The form of the search index: classic scripts in parts, of which a query loads those that hold its terms.

`search/head.js` lists the segments and where their shards begin; `search/<segment>/i/0/17.js` is a shard of
postings, `…/t/0/17.js` the text of article 17, against which a hit is confirmed, `…/s/0/3.js` a shard of
headlines, `…/ids.js` and `…/facets.js` are columns, and `search/fold.js` says which characters are searched
as others. A segment's name is made of its content: two builds are never mixed, and what has not changed
keeps its name. theme/parts/search/search-index.js is the only reader.
"""

import json
from collections import Counter
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass, field
from itertools import chain

from newspaper_archive.lexicon.simplified import simplified
from newspaper_archive.model import Section
from newspaper_archive.search import facet_columns
from newspaper_archive.search.beginnings import rows
from newspaper_archive.search.issue_days import IssueDay
from newspaper_archive.search.postings import Postings, count
from newspaper_archive.search.printable import DIGITS, printable
from newspaper_archive.search.records import FIELDS, SEARCHED, WEIGHTS, Facts, Record, Text
from newspaper_archive.search.scripts import digest, named, numbered, script, written
from newspaper_archive.search.shards import shards
from newspaper_archive.search.suggestions import headlines, names_files

HEAD_FILE, FOLD_FILE = "search/head.js", "search/fold.js"
FORM = b"3"

# Bytes of a shard by the articles of its segment: small ones cost a query less and the head more.
SHARD_SIZES = ((1_000, 1024), (15_000, 2048))
LARGEST_SHARD = 4096

Pieces = dict[str, bytes]
File = tuple[str, bytes]


@dataclass(frozen=True, slots=True)
class Ready:
    """An article made ready for the index: what can be done for each by itself, whoever does it.

    `shown` is the data of its file, against which a hit is confirmed.
    """

    id: str
    title: str
    facts: Facts
    text: Text
    shown: bytes


def ready(article: Record) -> Ready:
    return Ready(article.id, article.title, article.facts, article.text, written(*_shown(article)))


@dataclass(slots=True)
class _Notes:
    """What is kept of a segment's articles once their texts are read."""

    ids: list[str] = field(default_factory=list)
    titles: list[str] = field(default_factory=list)
    facts: list[Facts] = field(default_factory=list)
    shown: list[bytes] = field(default_factory=list)
    held: set[str] = field(default_factory=set)

    def of(self, articles: Iterable[Ready]) -> Iterator[Text]:
        """Note each article as its text is read."""
        for article in articles:
            self.ids.append(article.id)
            self.titles.append(article.title)
            self.facts.append(article.facts)
            self.shown.append(article.shown)
            yield article.text

    def of_terms(self, found: Iterable[Postings]) -> Iterator[Postings]:
        for postings in found:
            self.held.update(term for term in postings.terms if len(term) == 1)
            yield postings


@dataclass(frozen=True, slots=True)
class Segment:
    """What is to be known of a segment once its files are made: its row in the head, and what it adds there.

    `beginnings` and `titles` say where its shards begin, `held` are its units, `writers` how often each is
    printed.
    """

    name: str
    articles: int
    beginnings: list[str]
    titles: list[str]
    held: list[str]
    writers: dict[str, int]

    def note(self) -> bytes:
        """To be kept until the next build; JSON, because a beginning may end in half a character."""
        return json.dumps(asdict(self)).encode("ascii")

    @classmethod
    def of_note(cls, note: bytes) -> "Segment":
        return cls(**json.loads(note))


def segment_files(articles: Iterable[Ready]) -> tuple[Segment, Iterator[File]]:
    """One segment of these articles."""
    notes = _Notes()
    pieces, beginnings, titles = _pieces(articles, notes)
    name = digest([FORM, *pieces.values()])
    writers = Counter(author for facts in notes.facts for author in facts.authors)
    segment = Segment(
        name,
        len(notes.ids),
        rows(beginnings),
        rows(titles),
        sorted(notes.held),
        dict(sorted(writers.items())),
    )
    return segment, (
        (f"search/{name}/{piece}.js", named(f"{name}/{piece}", data)) for piece, data in pieces.items()
    )


def whole_files(
    segments: Sequence[Segment], sections: Sequence[Section] = (), days: Sequence[IssueDay] = ()
) -> Iterator[File]:
    """What tells of all segments: the table of folds, writers, sections and issues, and last the head."""
    held = set(chain.from_iterable(segment.held for segment in segments))
    stamp, fold = fold_script(held)
    yield FOLD_FILE, fold
    writers: Counter[str] = Counter()
    for segment in segments:
        writers.update(segment.writers)
    names, files = names_files(writers, sections, days, held)
    yield from files
    head = {
        "form": FORM.decode(),
        "fold": stamp,
        "articles": sum(segment.articles for segment in segments),
        "fields": list(FIELDS),
        "searched": len(SEARCHED),
        "weights": [WEIGHTS.get(field, 1) for field in FIELDS],
        "suggestions": names,
        "segments": [[one.name, one.articles, one.beginnings, one.titles] for one in segments],
    }
    yield HEAD_FILE, script("head", digest([written(head)]), head)


def fold_script(held: Container[str]) -> tuple[str, bytes]:
    """The table of folds: its stamp and its script; `held` are the units of the archive."""
    digits = fold_digits(held)
    stamp = digest([written(*digits)])
    return stamp, script("fold", stamp, *digits)


def fold_digits(held: Container[str]) -> list[str]:
    """As theme/parts/search/fold.js reads it: 鄉 → 乡 is the gap from the last key and three digits of 乡.

    A character whose simplified form no article holds is left out: however it is folded, it finds nothing.
    """
    pairs = sorted((ord(key), ord(end)) for key, end in simplified().items() if end in held)
    keys = [key for key, _ in pairs]
    gaps = printable(key - before for key, before in zip(keys, [0, *keys], strict=False))
    base = len(DIGITS)
    return [
        gaps,
        *("".join(DIGITS[end // power % base] for _, end in pairs) for power in (base * base, base, 1)),
    ]


def shard_size(articles: int) -> int:
    return next((size for limit, size in SHARD_SIZES if articles < limit), LARGEST_SHARD)


def _pieces(articles: Iterable[Ready], notes: _Notes) -> tuple[Pieces, list[str], list[str]]:
    """The scripts' data, and where shards of terms and of headlines begin."""
    pieces: Pieces = {}
    beginnings, titles = [], []
    postings = notes.of_terms(count(notes.of(articles)))
    size = shard_size(len(notes.ids))
    for number, shard in enumerate(shards(postings, len(notes.ids), size)):
        pieces[numbered("i", number)] = written(shard.terms, shard.lists)
        beginnings.append(shard.beginning)
    for number, held in enumerate(headlines(zip(notes.titles, notes.ids, strict=True))):
        pieces[numbered("s", number)] = held.data
        titles.append(held.beginning)
    pieces["ids"] = written(*facet_columns.ids(notes.ids, notes.facts))
    pieces["facets"] = written(*facet_columns.facets(notes.facts))
    pieces |= {numbered("t", number): data for number, data in enumerate(notes.shown)}
    return pieces, beginnings, titles


def _shown(article: Record) -> list[object]:
    """What a result shows: id, title ("" where it is the headline), issue, date, page, text by field."""
    headline = article.text.get("headline", [""])[0]
    parts = [article.text.get(field, []) for field in FIELDS]
    while parts and not parts[-1]:
        parts.pop()
    title = "" if article.title == headline else article.title
    return [article.id, title, article.issue, article.date, article.page, parts]
