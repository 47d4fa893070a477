"""Whoever signs two stories or more, articles or photos, with a page of their own: roles, and all by year.

`王岚` has every article and every caption that bears the name, in whichever form; two people of one name are
not told apart, and one person who writes and takes photos has one page. Who has but one story stands in the
lists of names.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from newspaper_archive.archive.contributors import first_letter
from newspaper_archive.lexicon.slug import slug
from newspaper_archive.model import Archive
from newspaper_archive.model.address_ids import PEOPLE
from newspaper_archive.site.lists.bylines import (
    Photo,
    Signed,
    credited_photos,
    photographers_at,
    signed_articles,
)
from newspaper_archive.site.lists.name_lists import NameLists
from newspaper_archive.site.lists.volume_list import (
    SHORT,
    Crumb,
    ListForm,
    bound_if_long,
    render_volumes,
)
from newspaper_archive.site.renderer import Renderer
from newspaper_archive.site.story.writers import OFFICES, is_office, letter_name
from newspaper_archive.site.tongue import Tongue
from newspaper_archive.site.words.wording import headline_words

INDEX_ADDRESS = f"{PEOPLE}index.html"


@dataclass(frozen=True, slots=True)
class OnlyStory:
    """The one story of a name that has no page: its headline, "" of a photo of no article, and its date."""

    address: str
    headline: str
    date: str | None


@dataclass(frozen=True, slots=True)
class ListedPerson:
    """A name in a list of names, where it stands under `anchor`, and how many articles and photos it has."""

    name: str
    anchor: str
    address: str
    articles: int
    photos: int
    only: OnlyStory | None

    @property
    def photos_address(self) -> str:
        return self.address if self.only else f"{self.address}#photos"


@dataclass(frozen=True, slots=True)
class Person:
    """One printed name; `office` where it is no person's, `paged` where it has a page at `address`."""

    name: str
    spelt: str
    office: bool
    paged: bool
    anchor: str
    address: str
    articles: tuple[Signed, ...]
    photos: tuple[Photo, ...]

    def listed(self, tongue: Tongue) -> ListedPerson:
        only = None if self.paged else self._only(tongue)
        counts = len(self.articles), len(self.photos)
        return ListedPerson(self.name, self.anchor, self.address, *counts, only)

    def _only(self, tongue: Tongue) -> OnlyStory:
        one = self.articles[0] if self.articles else self.photos[0]
        article = one.article
        headline = headline_words(tongue, article.article) if article else ""
        return OnlyStory(article.address if article else one.page.address, headline, one.issue.date)

    @property
    def roles(self) -> list[tuple[str, int]]:
        """The roles as printed, the commonest first, each with how many articles it stands in."""
        found = Counter(role for signed in self.articles for role in signed.roles)
        return sorted(found.items(), key=lambda entry: (-entry[1], entry[0]))


def people_of(archive: Archive, lists: NameLists) -> tuple[Person, ...]:
    """Everybody, by pinyin; each one's articles and photos newest first, as printed within a day."""
    articles: dict[str, list[Signed]] = {}
    photos: dict[str, list[Photo]] = {}
    shown = {form: name for name, one in archive.contributors.items() for form in one.forms}
    for name, signed in signed_articles(archive):
        articles.setdefault(shown.get(name, name), []).append(signed)
    for photo in credited_photos(archive):
        for name in dict.fromkeys(shown.get(name, name) for name in photo.caption.photographers):
            photos.setdefault(name, []).append(photo)
    found = (
        Person(
            name,
            slug(name),
            is_office(name),
            one.paged,
            lists.listed[name].partition("#")[2],
            lists.addresses[name],
            tuple(articles.get(name, ())),
            tuple(photos.get(name, ())),
        )
        for name, one in archive.contributors.items()
    )
    return tuple(sorted(found, key=lambda person: (person.spelt, person.name)))


def index_crumb(tongue: Tongue) -> Crumb:
    return Crumb(tongue.say("作者"), INDEX_ADDRESS)


def letter_crumb(tongue: Tongue, person: Person) -> Crumb:
    """The list of names that this one stands in."""
    letter = OFFICES if person.office else first_letter(person.spelt)
    return Crumb(letter_name(tongue, letter), f"{PEOPLE}{letter}.html")


def render_people(renderer: Renderer, people: Sequence[Person], addresses: Mapping[str, str]) -> None:
    """The page of each who has one, and the volumes of those who signed hundreds."""
    for person in people:
        if not person.paged:
            continue
        names = photographers_at(person.photos, addresses)
        draw = partial(render_person, person=person, names=names)
        if max(len(person.articles), len(person.photos)) > SHORT:
            draw(renderer)  # of so many files a new article changes two
        else:
            renderer.together(person.address, (person, names), draw)


def render_person(renderer: Renderer, person: Person, names: Mapping[str, str]) -> None:
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
        names=photos.credited(names),
    )
    render_volumes(renderer, articles)
    render_volumes(renderer, photos, names)
