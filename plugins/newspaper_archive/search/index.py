"""The form of the search index: classic scripts in parts, of which a query loads those that hold its terms.

`search/head.js` lists the segments and where their shards begin; `search/<segment>/i/0/17.js` is a shard of
postings, `…/t/0/17.js` the text of article 17, against which a hit is confirmed, `…/ids.js` and
`…/facets.js` are columns, and `search/fold.js` says which characters are searched as others. A segment's
name is made of its content: two builds are never mixed, and what has not changed keeps its name.
theme/static/js/search-index.js is the only reader.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from newspaper_archive.model import Section
from newspaper_archive.search import columns
from newspaper_archive.search.fold_table import FOLD_FILE, fold_script
from newspaper_archive.search.postings import Postings, count
from newspaper_archive.search.records import FIELDS, SEARCHED, WEIGHTS, Record
from newspaper_archive.search.scripts import digest, named, numbered, script, written
from newspaper_archive.search.segments import segments
from newspaper_archive.search.shards import front_coded, shards
from newspaper_archive.search.suggestions import suggestion_files

HEAD_FILE = "search/head.js"
FORM = b"2"

# Bytes of a shard by the articles of its segment: small ones cost a query less and the head more.
SHARD_SIZES = ((1_000, 1024), (5_000, 2048), (20_000, 4096))
LARGEST_SHARD = 8192


@dataclass(frozen=True, slots=True)
class Segment:
    name: str
    articles: int
    beginnings: str
    units: frozenset[str]


def index_files(articles: Sequence[Record], sections: Sequence[Section] = ()) -> dict[str, bytes]:
    """All scripts by output-relative name."""
    files: dict[str, bytes] = {}
    found = [_segment(part, files) for part in segments(articles)]
    held = frozenset[str]().union(*(segment.units for segment in found))
    stamp, files[FOLD_FILE] = fold_script(held)
    head = {
        "form": FORM.decode(),
        "fold": stamp,
        "articles": len(articles),
        "fields": list(FIELDS),
        "searched": len(SEARCHED),
        "weights": [WEIGHTS.get(field, 1) for field in FIELDS],
        "suggestions": suggestion_files(articles, sections, files),
        "segments": [[segment.name, segment.articles, segment.beginnings] for segment in found],
    }
    files[HEAD_FILE] = script("head", digest([written(head)]), head)
    return files


def shard_size(articles: int) -> int:
    return next((size for limit, size in SHARD_SIZES if articles < limit), LARGEST_SHARD)


def _segment(articles: Sequence[Record], files: dict[str, bytes]) -> Segment:
    postings = count([article.text for article in articles])
    cut, beginnings = shards(postings, shard_size(len(articles)))
    pieces = {
        "ids": written(*columns.ids(articles)),
        "facets": written(*columns.facets(articles)),
        **{numbered("i", number): written(shard.terms, shard.lists) for number, shard in enumerate(cut)},
        **{numbered("t", number): written(*_shown(article)) for number, article in enumerate(articles)},
    }
    name = digest([FORM, *pieces.values()])
    for piece, data in pieces.items():
        files[f"search/{name}/{piece}.js"] = named(f"{name}/{piece}", data)
    return Segment(name, len(articles), front_coded(beginnings), _units(postings))


def _units(postings: Postings) -> frozenset[str]:
    return frozenset(term for term in postings.terms if len(term) == 1)


def _shown(article: Record) -> list[object]:
    """What a result shows: id, title ("" where it is the headline), issue, date, page, text by field."""
    headline = article.text.get("headline", [""])[0]
    parts = [article.text.get(field, []) for field in FIELDS]
    while parts and not parts[-1]:
        parts.pop()
    title = "" if article.title == headline else article.title
    return [article.id, title, article.issue, article.date, article.page, parts]
