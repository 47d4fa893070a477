"""Whoever signs articles or photos: the id of each name, and how many stories it leads to.

`王岚` is `people/w/b/wang-lan-b232fd`; with two stories there is a page of that name, with one it stands in
the list of its letter. An id that had a page stays that name's, and is never given to another. 祝小满 and
祝小滿 are one person, shown in the form that most stories have; in a story the name stays as printed there.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from itertools import chain, count

from newspaper_archive.lexicon.simplified import simplified
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
# Between the parts of a name; full points only stand so where print has no other dot.
_DOTS = dict.fromkeys(map(ord, "·•‧∙⋅・･．.﹒"))


def first_letter(spelt: str) -> str:
    """The letter under which a name in pinyin stands, or `other`."""
    return spelt[0] if spelt[0].isalpha() else OTHERS


def own_id(name: str) -> str:
    """The hash keeps apart names that pinyin spells alike, its first digit parts a folder grown too large."""
    spelt, digits = slug(name), short_hash(name)
    return f"{PEOPLE}{first_letter(spelt)}/{digits[0]}/{spelt}-{digits}"


def contributors(issues: Iterable[Issue], book: Book = NO_BOOK) -> dict[str, Contributor]:
    """Everybody by name; those with a page are given their ids first, and keep what the book has for them.

    One person has one entry, under the form of the name that most stories have.
    """
    forms = _forms(_stories(issues))
    stories = {name: set().union(*found.values()) for name, found in forms.items()}
    shown = {name_key(name): name for name in stories}
    published = {id_: known.name for id_, known in BookInFiles.of(book).people.items()}
    ids = {shown.get(name_key(name), name): id_ for id_, name in reversed(published.items()) if name}
    taken = {id_ for id_, name in published.items() if name}
    found = {}
    for name in sorted(stories, key=lambda name: (not _is_paged(name, stories[name]), name)):
        if name not in ids:
            ids[name] = next(id_ for id_ in _wishes(name) if id_ not in taken)
            taken.add(ids[name])
        others = tuple(sorted(forms[name].keys() - {name}))
        found[name] = Contributor(ids[name], len(stories[name]), _is_paged(name, stories[name]), others)
    return found


def _forms(stories: Mapping[str, set[str]]) -> dict[str, dict[str, set[str]]]:
    """Each person by the name that most stories have, with the stories of each form of it."""
    alike: dict[str, dict[str, set[str]]] = defaultdict(dict)
    for name, found in stories.items():
        alike[name_key(name)][name] = found
    counts = ({name: len(found) for name, found in forms.items()} for forms in alike.values())
    return {_most_printed(count): forms for count, forms in zip(counts, alike.values(), strict=True)}


@cache
def name_key(name: str) -> str:
    """What is one of all forms of a name: `买买提•艾山` is 买买提艾山, `A. Merrow` stays."""
    bare = name if name.isascii() else name.translate(_DOTS)
    return "".join(simplified().get(character, character) for character in bare)


def _most_printed(found: Mapping[str, int]) -> str:
    """The commonest form; of equals the one of today's characters, then the first in code order."""
    return min(found, key=lambda name: (-found[name], sum(map(simplified().__contains__, name)), name))


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
    by_id = {own_id(form): name for name, one in found.items() for form in one.forms}
    by_id |= {one.id: name for name, one in found.items()}
    shown = {form: name for name, one in found.items() for form in one.forms}
    now = {}
    for id_, known in book.people.items():
        name = known.name or by_id.get(id_, "")
        name = shown.get(name, name)
        if name in found:
            now[id_] = AddressEntry(name=name, listed=True)
        elif not forget:
            now[id_] = AddressEntry(name=name, gone=True)
    return book.with_people(
        now | {one.id: AddressEntry(name=name) for name, one in found.items() if one.paged}
    )
