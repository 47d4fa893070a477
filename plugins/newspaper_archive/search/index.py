"""The form of the search index: two classic scripts, so that it opens from a USB stick as from a server.

`search/records.js` hands over what is shown and confirmed, `search/index.js` what lunr.js looks terms up in:
`NewspaperArchive.search.takeIndex({"vectors": [["body/0", [3, 1.9]]], "terms": [["堤", {"body": [0]}]]})`.
theme/static/js/search-index.js is the only reader. Both bear one stamp, so that two builds are never mixed.
"""

import hashlib
import json
from collections.abc import Mapping, Sequence
from typing import Any

from lunr import __TARGET_JS_VERSION__ as LUNR_VERSION
from lunr.builder import Builder

from newspaper_archive.search.records import FIELDS, Record, Text
from newspaper_archive.search.tokenise import WALL, terms, units

INDEX_FILE = "search/index.js"
RECORDS_FILE = "search/records.js"

# A hit in a headline stands before one in the body, however often the body says it.
WEIGHTS = {"column": 2, "kicker": 4, "headline": 10, "subhead": 5, "byline": 3, "body": 1, "captions": 1}

# Legal in JSON, but the end of a line or of the script where a page holds it.
_ESCAPES = str.maketrans({"\u2028": "\\u2028", "\u2029": "\\u2029", "<": "\\u003c"})


def index_files(articles: Sequence[Record]) -> dict[str, bytes]:
    """The two scripts by output-relative name."""
    index = _index([article["text"] for article in articles])
    stamp = hashlib.sha256(_utf8(_json([articles, index]))).hexdigest()[:16]
    return {
        INDEX_FILE: _script("takeIndex", {"stamp": stamp, **index}),
        RECORDS_FILE: _script("takeRecords", {"stamp": stamp, "articles": articles}),
    }


def _index(texts: Sequence[Text]) -> dict[str, object]:
    serialised = _lunr(texts) if texts else {"fieldVectors": [], "invertedIndex": []}
    # lunr.js reads text as UTF-16 and throws where terms are not in that order.
    inverted = sorted(serialised["invertedIndex"], key=lambda entry: _utf16(entry[0]))
    places = {posting["_index"]: place for place, (_, posting) in enumerate(inverted)}
    return {
        "lunr": LUNR_VERSION,
        "fields": list(FIELDS),
        "vectors": [[ref, _renumbered(vector, places)] for ref, vector in serialised["fieldVectors"]],
        "terms": [[term, _postings(posting)] for term, posting in inverted],
    }


def _lunr(texts: Sequence[Text]) -> dict[str, list[Any]]:
    """lunr.py's index of the texts, with no pipeline: its trimmer and stemmer are not for Chinese."""
    builder = Builder()
    builder.ref("number")
    for field in FIELDS:
        builder.field(field, boost=WEIGHTS[field])
    for number, text in enumerate(texts):
        builder.add({"number": number} | {field: field_terms(text.get(field, [])) for field in FIELDS})
    serialised: dict[str, list[Any]] = builder.build().serialize()
    return serialised


def field_terms(parts: Sequence[str]) -> list[str]:
    """The terms of a field; a wall stands between its parts."""
    walled: list[str] = []
    for part in parts:
        walled += [unit.text for unit in units(part)]
        walled.append(WALL)
    return terms(walled)


def _renumbered(vector: Sequence[float], places: Mapping[int, int]) -> list[float]:
    """The vector `[term, weight, term, weight, …]`, each term's number its place among the sorted terms."""
    weights = sorted(
        (places[int(term)], weight) for term, weight in zip(vector[::2], vector[1::2], strict=True)
    )
    return [number for entry in weights for number in entry]


def _postings(posting: Mapping[str, Mapping[str, object]]) -> dict[str, list[int]]:
    """`{"body": {"0": {}, "3": {}}, "headline": {}}` as `{"body": [0, 3]}`; a term's number is its place."""
    return {field: sorted(int(number) for number in posting[field]) for field in FIELDS if posting[field]}


def _utf16(term: str) -> bytes:
    return term.encode("utf-16-be", "surrogatepass")


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _script(taker: str, value: object) -> bytes:
    return _utf8(f"NewspaperArchive.search.{taker}({_json(value).translate(_ESCAPES)});\n")


def _utf8(text: str) -> bytes:
    """Half a character, which UTF-8 cannot hold, becomes the escape that JSON has for it."""
    return text.encode("utf-8", "backslashreplace")
