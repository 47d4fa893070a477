"""Whoever signs articles or photos: the id of each name, and how many stories it leads to.

`王岚` is `people/w/b/wang-lan-b232fd`; with two stories there is a page of that name, with one it stands in
the list of its letter. An id that had a page stays that name's, and is never given to another.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain, count

from newspaper_archive.lexicon.slug import short_hash, slug
from newspaper_archive.model import (
    NO_BOOK,
    AddressEntry,
    ArchivedArticle,
    Book,
    BookInFiles,
    Contributor,
    Issue,
)
from newspaper_archive.model.address_ids import PEOPLE

OTHERS = "other"
STORIES_OF_A_PAGE = 2


def first_letter(spelt: str) -> str:
    """The letter under which a name in pinyin stands, or `other`."""
    return spelt[0] if spelt[0].isalpha() else OTHERS


def own_id(name: str) -> str:
    """The hash keeps apart names that pinyin spells alike, its first digit parts a folder grown too large."""
    spelt, digits = slug(name), short_hash(name)
    return f"{PEOPLE}{first_letter(spelt)}/{digits[0]}/{spelt}-{digits}"


def contributors(issues: Iterable[Issue], book: Book = NO_BOOK) -> dict[str, Contributor]:
    """Everybody by name; those with a page are given their ids first, and keep what the book has for them."""
    stories = _stories(issues)
    published = {id_: known.name for id_, known in BookInFiles.of(book).people.items()}
    ids = {name: id_ for id_, name in reversed(published.items()) if name}
    taken = {id_ for id_, name in published.items() if name}
    found = {}
    for name in sorted(stories, key=lambda name: (not _is_paged(name, stories[name]), name)):
        if name not in ids:
            ids[name] = next(id_ for id_ in _wishes(name) if id_ not in taken)
            taken.add(ids[name])
        found[name] = Contributor(ids[name], len(stories[name]), _is_paged(name, stories[name]))
    return found


def _wishes(name: str) -> Iterator[str]:
    return chain([own_id(name)], (f"{own_id(name)}-{number}" for number in count(2)))


def _is_paged(name: str, stories: set[str]) -> bool:
    """A name that no line of the book can hold has none."""
    return len(stories) >= STORIES_OF_A_PAGE and name == name.strip() != "" and name.isprintable()


def _stories(issues: Iterable[Issue]) -> dict[str, set[str]]:
    """Where each name stands: ids of articles, and of pages where it is under a photo of no article."""
    found: dict[str, set[str]] = defaultdict(set)
    for issue in issues:
        for page in issue.pages:
            for article in page.articles:
                for name in names_of(article):
                    found[name].add(article.id)
            for caption in page.page.reading.captions:
                if caption.article is None:
                    for name in caption.photographers:
                        found[name].add(page.id)
    return found


def names_of(archived: ArchivedArticle) -> Iterator[str]:
    """Who signs an article or a photo of it, on whatever page."""
    for part in archived.parts:
        yield from (byline.name for byline in part.article.byline)
        for caption in part.captions:
            yield from caption.photographers


def written_people(book: BookInFiles, found: Mapping[str, Contributor], *, forget: bool) -> BookInFiles:
    """The book with its lines of people; with `forget` it keeps no id of a name that is nowhere.

    Such an id spells the name, which may be what was withdrawn. Ids without a name are a site's from before
    people were in its book.
    """
    by_id = {one.id: name for name, one in found.items()}
    now = {}
    for id_, known in book.people.items():
        name = known.name or by_id.get(id_, "")
        if name in found:
            now[id_] = AddressEntry(name=name, listed=True)
        elif not forget:
            now[id_] = AddressEntry(name=name, gone=True)
    return book.with_people(
        now | {one.id: AddressEntry(name=name) for name, one in found.items() if one.paged}
    )
