"""The names of all who sign, as in a telephone book: a file a letter, `people/w.html`, and one of offices.

A letter of more than a thousand names leads on to its family names, `people/w-wang.html`. Names stand there
without counts, so that a new issue rewrites a letter only where it brings a new name.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from newspaper_archive.site.lists.volume_list import Crumb
from newspaper_archive.site.pages.people import (
    INDEX_ADDRESS,
    ListedPerson,
    Person,
    index_crumb,
    offices_crumb,
)
from newspaper_archive.site.renderer import Renderer
from newspaper_archive.site.story.writers import FOLDER, OTHERS, first_letter, letter_name
from newspaper_archive.site.tongue import Tongue

LONG_LETTER = 1_200
FEW = 400
"""So many names stand in the index itself, with their counts; of more only the most printed do."""
FOREMOST = 60
DEEPEST = 3
"""A letter, its first syllables, their second ones; what sounds alike further is not parted."""


@dataclass(frozen=True, slots=True)
class Letter:
    """Names that begin alike; a letter of too many has `parts` instead of `people`."""

    name: str
    address: str
    count: int
    people: tuple[ListedPerson, ...]
    parts: tuple["Letter", ...] = ()


def render_directory(renderer: Renderer, people: Sequence[Person]) -> None:
    """The index and a file for each letter; offices are no persons and stand in a file of their own."""
    persons = [person.listed for person in people if not person.office]
    tongue = renderer.tongue
    letters = _parted(tongue, f"{FOLDER}/", persons, 0)
    offices = [person.listed for person in people if person.office]
    above = offices_crumb(tongue)
    institutions = letter(tongue, above.name, above.address.removesuffix(".html"), offices, 0)
    renderer.render(
        "newspaper/people.html",
        INDEX_ADDRESS,
        letters=letters,
        offices=institutions,
        foremost=foremost(persons) if len(persons) > FEW else [],
    )
    for one in (*letters, *((institutions,) if offices else ())):
        _render_letter(renderer, one)


def _render_letter(renderer: Renderer, one: Letter, *above: Letter) -> None:
    crumbs = (index_crumb(renderer.tongue), *(Crumb(letter.name, letter.address) for letter in above))
    renderer.render("newspaper/letter.html", one.address, letter=one, crumbs=crumbs)
    for part in one.parts:
        _render_letter(renderer, part, *above, one)


def foremost(people: Sequence[ListedPerson]) -> list[ListedPerson]:
    """Those of the most articles and photos, the most first; of equals by pinyin."""
    return sorted(people, key=lambda person: -person.articles - person.photos)[:FOREMOST]


def letter(tongue: Tongue, name: str, stem: str, people: Sequence[ListedPerson], depth: int) -> Letter:
    """A file of these names, with files below it where they are too many and do not all sound alike."""
    parts = (
        _parted(tongue, f"{stem}-", people, depth) if len(people) > LONG_LETTER and depth < DEEPEST else ()
    )
    return Letter(name, f"{stem}.html", len(people), () if parts else tuple(people), parts)


def _parted(tongue: Tongue, stem: str, people: Sequence[ListedPerson], depth: int) -> tuple[Letter, ...]:
    """By first letter, by first syllable, by the first two; people come by pinyin and stay so."""
    found: dict[str, list[ListedPerson]] = {}
    for person in people:
        found.setdefault(_beginning(person, depth), []).append(person)
    return tuple(
        letter(tongue, letter_name(tongue, key), stem + key, names, depth + 1)
        for key, names in sorted(found.items(), key=lambda entry: (entry[0] == OTHERS, entry[0]))
    )


def _beginning(person: ListedPerson, depth: int) -> str:
    if depth == 0:
        return first_letter(person.spelt)
    return "-".join(person.spelt.split("-")[:depth])
