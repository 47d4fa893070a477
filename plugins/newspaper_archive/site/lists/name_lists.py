"""The lists of names by pinyin: in which file each name stands, and where what signs a story leads.

`王岚` stands at `people/w.html#wang-lan-b232fd`; a letter of more than a thousand names leads on to its
family names, `people/w-wang.html`. Who has but one story is found there alone.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from newspaper_archive.archive.contributors import OTHERS, first_letter, names_of
from newspaper_archive.lexicon.slug import slug
from newspaper_archive.model import Contributor, Issue
from newspaper_archive.model.address_ids import PEOPLE
from newspaper_archive.site.story.writers import OFFICES, is_office

LONG_LETTER = 1_200
DEEPEST = 3
"""A letter, its first syllables, their second ones; what sounds alike further is not parted."""


@dataclass(frozen=True, slots=True)
class SpeltName:
    """A printed name, and its pinyin, by which it is sorted."""

    spelt: str
    name: str


@dataclass(frozen=True, slots=True)
class Letter:
    """Names that begin alike, with `key`; a letter of too many has `parts` instead of `names`."""

    key: str
    address: str
    count: int
    names: tuple[str, ...]
    parts: tuple["Letter", ...] = ()

    @property
    def leaves(self) -> Iterator["Letter"]:
        """The files in which the names stand."""
        for part in self.parts:
            yield from part.leaves
        if not self.parts:
            yield self


@dataclass(frozen=True, slots=True)
class NameLists:
    """`listed` is where each name stands in its list, `addresses` where it leads: there or to its page."""

    letters: tuple[Letter, ...]
    offices: Letter
    listed: Mapping[str, str]
    addresses: Mapping[str, str]


def addresses_in(issue: Issue, addresses: Mapping[str, str]) -> dict[str, str]:
    """Where the names lead that sign the stories of an issue."""
    signed = {name for page in issue.pages for article in page.articles for name in names_of(article)}
    return {name: addresses[name] for name in sorted(signed & addresses.keys())}


def name_lists(people: Mapping[str, Contributor]) -> NameLists:
    """Offices are no persons and stand in a file of their own."""
    spelt = sorted((SpeltName(slug(name), name) for name in people), key=lambda one: (one.spelt, one.name))
    persons = [one for one in spelt if not is_office(one.name)]
    institutions = letter(OFFICES, PEOPLE + OFFICES, [one for one in spelt if is_office(one.name)], 0)
    letters = tuple(_parted(PEOPLE, persons, 0))
    listed = {
        name: f"{leaf.address}#{people[name].id.rpartition('/')[2]}"
        for one in (*letters, institutions)
        for leaf in one.leaves
        for name in leaf.names
    }
    paged = {name: f"{one.id}.html" for name, one in people.items() if one.paged}
    return NameLists(
        letters, institutions, _in_all_forms(listed, people), _in_all_forms(listed | paged, people)
    )


def _in_all_forms(addresses: Mapping[str, str], people: Mapping[str, Contributor]) -> dict[str, str]:
    """With the addresses of other forms of a name, which are those of the form that is shown."""
    return {**addresses} | {form: addresses[name] for name, one in people.items() for form in one.forms}


def letter(key: str, stem: str, names: Sequence[SpeltName], depth: int) -> Letter:
    """A file of these names, with files below it where they are too many and do not all sound alike."""
    parts = tuple(_parted(f"{stem}-", names, depth)) if len(names) > LONG_LETTER and depth < DEEPEST else ()
    here = () if parts else tuple(one.name for one in names)
    return Letter(key, f"{stem}.html", len(names), here, parts)


def _parted(stem: str, names: Iterable[SpeltName], depth: int) -> Iterator[Letter]:
    """By first letter, by first syllable, by the first two; names come by pinyin and stay so."""
    found: dict[str, list[SpeltName]] = {}
    for one in names:
        found.setdefault(_beginning(one, depth), []).append(one)
    for key, alike in sorted(found.items(), key=lambda entry: (entry[0] == OTHERS, entry[0])):
        yield letter(key, stem + key, alike, depth + 1)


def _beginning(one: SpeltName, depth: int) -> str:
    if depth == 0:
        return first_letter(one.spelt)
    return "-".join(one.spelt.split("-")[:depth])
