"""What a reader may mean while still typing: headlines by how they begin, writers, sections.

`search/<name>/names.js` holds writers, the most printed first, and sections with their addresses;
`…/issues.js` the days of issues, `…/sounds.js` which characters sound alike, for who finds nothing;
`search/<segment>/s/0/3.js` headlines, sorted by their units, with ids. `《古渡》重开` is found by 古渡.
"""

from collections import Counter
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass
from importlib.resources import files

from newspaper_archive.model import Section
from newspaper_archive.search.beginnings import beginning
from newspaper_archive.search.issue_days import IssueDay, issues_data
from newspaper_archive.search.scripts import digest, named, written
from newspaper_archive.search.term_keys import utf16
from newspaper_archive.search.tokenise import units

_PER_SHARD = 160
_MOST_WRITERS = 2_000


@dataclass(frozen=True, slots=True)
class Headlines:
    """A shard of them, and where it begins."""

    data: bytes
    beginning: str


def names_files(
    writers: Counter[str], sections: Sequence[Section], days: Sequence[IssueDay], held: Container[str]
) -> tuple[str, Iterator[tuple[str, bytes]]]:
    """The name under which writers, sections, issues and sounds are asked for, and the files.

    `held` are the units of the archive.
    """
    known = sorted(writers, key=lambda name: (-writers[name], name))[:_MOST_WRITERS]
    parts = {
        "names": written(known, [[section.name, section.address] for section in sections]),
        "issues": issues_data(days),
        "sounds": written(" ".join(alike(held))),
    }
    name = digest(parts.values())
    return name, ((f"search/{name}/{part}.js", named(f"{name}/{part}", data)) for part, data in parts.items())


def alike(held: Container[str]) -> Iterator[str]:
    """Rows of characters that sound alike, tones apart (光广逛), of which any is held.

    Tones are what is misheard least and typed never. A row has those in daily use, and what else is held.
    """
    text = files("newspaper_archive").joinpath("lexicon", "data", "sounds.txt").read_text("utf-8")
    for line in text.splitlines():
        if line.startswith("#"):
            continue
        _, daily, others = f"{line} ".split(" ", 2)
        row = daily + "".join(character for character in others.strip() if character in held)
        if len(row) > 1 and any(character in held for character in row):
            yield row


def headlines(titles: Iterable[tuple[str, str]]) -> Iterator[Headlines]:
    """Shards of the headlines of a segment, which come newest first with their ids."""
    held = _each_once(titles)
    for first in range(0, len(held), _PER_SHARD):
        shard = held[first : first + _PER_SHARD]
        begins = beginning(held[first - 1][0], shard[0][0]) if first else ""
        yield Headlines(written([title for _, title, _ in shard], [id_ for *_, id_ in shard]), begins)


def _each_once(titles: Iterable[tuple[str, str]]) -> list[tuple[str, str, str]]:
    """Units in a row, headline, id: one of each headline, the newest; in the order of UTF-16."""
    found: dict[str, tuple[str, str, str]] = {}
    for title, id_ in titles:
        key = "".join(unit.text for unit in units(title))
        if key:
            found.setdefault(key, (key, title, id_))
    return sorted(found.values(), key=lambda held: utf16(held[0]))
