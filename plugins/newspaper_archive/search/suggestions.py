"""What a reader may mean while still typing: headlines by how they begin, writers, sections.

`search/<name>/names.js` holds writers, the most printed first, and sections with their addresses;
`search/<name>/s/0/3.js` headlines, sorted by their units, with ids. `《古渡》重开` is found by 古渡.
"""

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from newspaper_archive.model import Section
from newspaper_archive.search.postings import utf16
from newspaper_archive.search.records import Record
from newspaper_archive.search.scripts import digest, named, numbered, written
from newspaper_archive.search.shards import beginning, front_coded
from newspaper_archive.search.tokenise import units

_PER_SHARD = 160
_MOST_WRITERS = 2_000


def suggestion_files(
    articles: Sequence[Record], sections: Sequence[Section], files: dict[str, bytes]
) -> tuple[str, str]:
    """Adds the files; their name, and where each shard of headlines begins."""
    writers = Counter(name for article in articles for name in article.facts.authors)
    known = sorted(writers, key=lambda name: (-writers[name], name))[:_MOST_WRITERS]
    titles = _titles(articles)
    cut = [titles[first : first + _PER_SHARD] for first in range(0, len(titles), _PER_SHARD)]
    pieces = {"names": written(known, [[section.name, section.address] for section in sections])}
    for number, shard in enumerate(cut):
        pieces[numbered("s", number)] = written([title for _, title, _ in shard], [id_ for *_, id_ in shard])
    name = digest(pieces.values())
    for piece, data in pieces.items():
        files[f"search/{name}/{piece}.js"] = named(f"{name}/{piece}", data)
    begins = [beginning(before[-1][0], shard[0][0]) for before, shard in pairwise(cut)]
    return name, front_coded(["", *begins] if cut else [])


def _titles(articles: Sequence[Record]) -> list[tuple[str, str, str]]:
    """Units in a row, headline, id: one of each headline, the newest; in the order of UTF-16."""
    found: dict[str, tuple[str, str, str]] = {}
    for article in articles:
        key = "".join(unit.text for unit in units(article.title))
        if key:
            found.setdefault(key, (key, article.title, article.id))
    return sorted(found.values(), key=lambda title: utf16(title[0]))
