"""The photo credits in one place, `photos/index.html`: who takes photos, the newest captions, the years.

The archive has the words under a picture and who took it, not the picture.
"""

from collections.abc import Mapping, Sequence

from newspaper_archive.model import Archive
from newspaper_archive.site.lists.bylines import credited_photos
from newspaper_archive.site.lists.volume_list import Crumb, ListForm, bound, render_volumes
from newspaper_archive.site.pages.people import ListedPerson, Person
from newspaper_archive.site.renderer import Renderer
from newspaper_archive.site.tongue import Tongue

INDEX_ADDRESS = "photos/index.html"
FOREMOST = 60


def render_photos(
    renderer: Renderer, archive: Archive, people: Sequence[Person], addresses: Mapping[str, str]
) -> None:
    """The index, with the photographers of the most photos, and a file for each year's captions.

    `addresses` are where names lead.
    """
    photographers = photographers_of(renderer.tongue, people)
    title = renderer.tongue.say("图片")
    index = Crumb(title, INDEX_ADDRESS)
    series = bound(title, ListForm.CREDITS, (index,), "photos/", tuple(credited_photos(archive)))
    renderer.render(
        "newspaper/photos.html",
        INDEX_ADDRESS,
        series=series,
        photographers=photographers[:FOREMOST],
        others=len(photographers[FOREMOST:]),
        names=series.credited(addresses),
    )
    render_volumes(renderer, series, addresses)


def photographers_of(tongue: Tongue, people: Sequence[Person]) -> list[ListedPerson]:
    """Those with a photo, the most first; of equals by pinyin."""
    found = [person.listed(tongue) for person in people if person.photos]
    return sorted(found, key=lambda person: -person.photos)
