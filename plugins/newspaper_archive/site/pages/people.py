"""Whoever signs articles or photos, with a page of their own: roles, articles and photos by year.

`王岚` has every article and every caption that bears the name; two people of one name are not told apart, and
one person who writes and takes photos has one page.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from newspaper_archive.lexicon.slug import slug
from newspaper_archive.model import Archive
from newspaper_archive.site.lists.bylines import Photo, Signed, credited_photos, signed_articles
from newspaper_archive.site.lists.volume_list import (
    SHORT,
    Crumb,
    ListForm,
    bound_if_long,
    render_volumes,
)
from newspaper_archive.site.renderer import Renderer
from newspaper_archive.site.story.writers import (
    FOLDER,
    first_letter,
    is_office,
    letter_name,
    writer_address,
)
from newspaper_archive.site.tongue import Tongue

INDEX_ADDRESS, OFFICES_ADDRESS = f"{FOLDER}/index.html", f"{FOLDER}/offices.html"


@dataclass(frozen=True, slots=True)
class ListedPerson:
    """A name in a list of names, and how many articles and photos it leads to; sorted as it is `spelt`."""

    name: str
    spelt: str
    address: str
    articles: int
    photos: int


@dataclass(frozen=True, slots=True)
class Person:
    """One printed name; `office` where it is no person's."""

    name: str
    spelt: str
    office: bool
    articles: tuple[Signed, ...]
    photos: tuple[Photo, ...]

    @property
    def address(self) -> str:
        return writer_address(self.name)

    @property
    def listed(self) -> ListedPerson:
        return ListedPerson(self.name, self.spelt, self.address, len(self.articles), len(self.photos))

    @property
    def roles(self) -> list[tuple[str, int]]:
        """The roles as printed, the commonest first, each with how many articles it stands in."""
        found = Counter(role for signed in self.articles for role in signed.roles)
        return sorted(found.items(), key=lambda entry: (-entry[1], entry[0]))


def people_of(archive: Archive) -> tuple[Person, ...]:
    """Everybody, by pinyin; each one's articles and photos newest first, as printed within a day."""
    articles: dict[str, list[Signed]] = {}
    photos: dict[str, list[Photo]] = {}
    for name, signed in signed_articles(archive):
        articles.setdefault(name, []).append(signed)
    for photo in credited_photos(archive):
        for name in dict.fromkeys(photo.caption.photographers):
            photos.setdefault(name, []).append(photo)
    found = (
        Person(name, slug(name), is_office(name), tuple(articles.get(name, ())), tuple(photos.get(name, ())))
        for name in {**articles, **photos}
    )
    return tuple(sorted(found, key=lambda person: (person.spelt, person.name)))


def index_crumb(tongue: Tongue) -> Crumb:
    return Crumb(tongue.say("作者"), INDEX_ADDRESS)


def offices_crumb(tongue: Tongue) -> Crumb:
    return Crumb(tongue.say("机构"), OFFICES_ADDRESS)


def letter_crumb(tongue: Tongue, person: Person) -> Crumb:
    """The list of names that this one stands in."""
    if person.office:
        return offices_crumb(tongue)
    letter = first_letter(person.spelt)
    return Crumb(letter_name(tongue, letter), f"{FOLDER}/{letter}.html")


def render_people(renderer: Renderer, people: Sequence[Person]) -> None:
    """Each one's page, and the volumes of those who signed hundreds."""
    for person in people:
        draw = partial(render_person, person=person)
        if max(len(person.articles), len(person.photos)) > SHORT:
            draw(renderer)  # of so many files a new article changes two
        else:
            renderer.together(person.address, (person,), draw)


def render_person(renderer: Renderer, person: Person) -> None:
    tongue = renderer.tongue
    here = (index_crumb(tongue), letter_crumb(tongue, person), Crumb(person.name, person.address))
    stem = person.address.removesuffix(".html")
    articles = bound_if_long(person.name, ListForm.SIGNED, here, f"{stem}/", person.articles, "y")
    title = tongue.say("%(name)s的图片", name=person.name)
    photos = bound_if_long(title, ListForm.CREDITS, here, f"{stem}/photos-", person.photos, "photos-")
    renderer.render(
        "newspaper/person.html",
        person.address,
        name=person.name,
        office=person.office,
        roles=person.roles,
        articles=articles,
        photos=photos,
    )
    render_volumes(renderer, articles)
    render_volumes(renderer, photos)
