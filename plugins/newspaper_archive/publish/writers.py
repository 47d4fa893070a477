"""The writers of the archive by the first letter of their pinyin: the way to an article without JavaScript.

`王岚` stands under W with every article that bears the name, newest first; photographers are not writers.
"""

from dataclasses import dataclass
from itertools import groupby

from newspaper_archive.model import Archive, Placed
from newspaper_archive.publish.press import Press
from newspaper_archive.slug import short_hash, slug

OTHERS = "other"
FOLDER = "people"
INDEX_ADDRESS = "people/index.html"


@dataclass(frozen=True, slots=True)
class Writer:
    """One printed name; two people of one name are not told apart."""

    name: str
    spelt: str
    articles: tuple[Placed, ...]

    @property
    def anchor(self) -> str:
        return f"w-{short_hash(self.name)}"


@dataclass(frozen=True, slots=True)
class Letter:
    """The writers whose names begin alike; `name` is A to Z, or 其他."""

    name: str
    address: str
    writers: tuple[Writer, ...]


def writer_address(name: str) -> str:
    """王岚 → `people/w/wang-lan-1f0c2d.html`; the hash keeps apart names that pinyin spells alike."""
    spelt = slug(name)
    first = spelt[:1] if spelt[:1].isalpha() else OTHERS
    return f"{FOLDER}/{first}/{spelt}-{short_hash(name)}.html"


def print_writers(press: Press, archive: Archive) -> None:
    """An index of letters, and a file for each letter with its writers and their articles."""
    letters = letters_of(archive)
    press.put("newspaper/people.html", INDEX_ADDRESS, letters=letters)
    for letter in letters:
        press.put("newspaper/letter.html", letter.address, letter=letter)


def letters_of(archive: Archive) -> tuple[Letter, ...]:
    """All writers by letter and pinyin; each one's articles newest first, as printed within a day."""
    by_name: dict[str, list[Placed]] = {}
    for issue in archive.issues:
        for page in issue.pages:
            for article in page.articles:
                for byline in article.article.byline:
                    by_name.setdefault(byline.name, []).append(Placed(issue, page, article))
    writers = sorted(
        (Writer(name, slug(name), _newest_first(placed)) for name, placed in by_name.items()),
        key=lambda writer: (_letter(writer), writer.spelt, writer.name),
    )
    return tuple(
        Letter("其他" if letter == OTHERS else letter.upper(), f"people/{letter}.html", tuple(group))
        for letter, group in groupby(writers, key=_letter)
    )


def _letter(writer: Writer) -> str:
    first = writer.spelt[:1]
    return first if first.isalpha() else OTHERS


def _newest_first(placed: list[Placed]) -> tuple[Placed, ...]:
    """Certain dates before open ones; the order of print within an issue stands."""
    return tuple(sorted(placed, key=_certain_date, reverse=True))


def _certain_date(placed: Placed) -> str:
    return placed.issue.date or "" if placed.issue.certain else ""
