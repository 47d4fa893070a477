"""The names of all who sign, as in a telephone book: a file a letter, `people/w.html`, and one of offices.

Who has a page leads to it, and stands there without counts, so that a new issue rewrites a letter only where
it brings a new name. Who has not leads to the one story.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from newspaper_archive.site.lists.name_lists import Letter, NameLists
from newspaper_archive.site.lists.volume_list import Crumb
from newspaper_archive.site.pages.people import INDEX_ADDRESS, ListedPerson, Person, index_crumb
from newspaper_archive.site.renderer import Renderer
from newspaper_archive.site.story.writers import letter_name

FEW = 400
"""So many names stand in the index itself, with their counts; of more only the most printed do."""
FOREMOST = 60


def render_directory(renderer: Renderer, people: Sequence[Person], lists: NameLists) -> None:
    """The index and a file for each letter; offices are no persons and stand in a file of their own."""
    listed = {person.name: person.listed(renderer.tongue) for person in people}
    persons = [listed[person.name] for person in people if not person.office]
    many = len(persons) > FEW
    renderer.render(
        "newspaper/people.html",
        INDEX_ADDRESS,
        letters=lists.letters,
        offices=lists.offices,
        people={} if many else {one.address: _names(one, listed) for one in lists.letters},
        foremost=foremost(persons) if many else [],
    )
    for one in (*lists.letters, *((lists.offices,) if lists.offices.count else ())):
        _render_letter(renderer, one, listed)


def _render_letter(
    renderer: Renderer, one: Letter, listed: Mapping[str, ListedPerson], *above: Letter
) -> None:
    tongue = renderer.tongue
    crumbs = (index_crumb(tongue), *(Crumb(letter_name(tongue, each.key), each.address) for each in above))
    people = [_uncounted(person) for person in _names(one, listed)]
    renderer.render("newspaper/letter.html", one.address, letter=one, crumbs=crumbs, people=people)
    for part in one.parts:
        _render_letter(renderer, part, listed, *above, one)


def _names(one: Letter, listed: Mapping[str, ListedPerson]) -> list[ListedPerson]:
    return [listed[name] for name in one.names]


def _uncounted(person: ListedPerson) -> ListedPerson:
    return replace(person, articles=0, photos=0)


def foremost(people: Sequence[ListedPerson]) -> list[ListedPerson]:
    """Those of the most articles and photos, the most first; of equals by pinyin."""
    return sorted(people, key=lambda person: -person.articles - person.photos)[:FOREMOST]
