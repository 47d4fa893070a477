"""A row of things across issues, its newest and its volumes: the articles of 要闻, the photos of one name.

`sections/yaowen/index.html` shows the newest and how many each year has; the volumes hold them all.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Generic

from newspaper_archive.site.lists.bylines import photographers_at
from newspaper_archive.site.lists.charts import Bar, bars
from newspaper_archive.site.lists.neighbours import Neighbours, neighbours
from newspaper_archive.site.lists.volumes import Entry, Sheet, Volume, bind, bind_within
from newspaper_archive.site.renderer import Renderer

LATEST = 20
NOBODY: Mapping[str, str] = {}
SHORT = 300
"""Up to so many entries stand by year in the file of their subject; more are bound in files of their own."""


class ListForm(StrEnum):
    """How its entries are set."""

    ARTICLES = "articles"
    BRIEFS = "briefs"
    PICTURES = "pictures"
    SIGNED = "signed"
    CREDITS = "credits"
    TEASERS = "teasers"


@dataclass(frozen=True, slots=True)
class Crumb:
    """A file that this one stands under; `name` is print, or what the site itself says."""

    name: str
    address: str


@dataclass(frozen=True, slots=True)
class VolumeList(Generic[Entry]):
    """`crumbs` end with the series' own file; `within` tells that its volumes are parts of that file."""

    title: str
    form: ListForm
    crumbs: tuple[Crumb, ...]
    entries: tuple[Entry, ...]
    volumes: tuple[Volume[Entry], ...]
    within: bool = False

    @property
    def latest(self) -> tuple[Entry, ...]:
        return self.entries[:LATEST]

    @property
    def bars(self) -> tuple[Bar, ...]:
        return bars(self.volumes, self.entries)

    @property
    def heading(self) -> "VolumeList[Entry]":
        """What each of its files shows of it: all but its entries."""
        return replace(self, entries=(), volumes=())

    def credited(self, addresses: Mapping[str, str]) -> dict[str, str]:
        """Where the photographers lead that its own file names."""
        return self.credited_in(self.entries if self.within else self.latest, addresses)

    def credited_in(self, entries: Sequence[Entry], addresses: Mapping[str, str]) -> dict[str, str]:
        with_credits = self.form in (ListForm.PICTURES, ListForm.CREDITS)
        return photographers_at(entries, addresses) if with_credits else {}

    @property
    def of_photos(self) -> bool:
        """Whether captions are counted, not articles: 3条, not 3篇."""
        return self.form is ListForm.CREDITS


def bound(
    title: str, form: ListForm, crumbs: Sequence[Crumb], stem: str, entries: Sequence[Entry]
) -> VolumeList[Entry]:
    """A series in files of its own, which begin with `stem`; entries come newest first."""
    return VolumeList(title, form, tuple(crumbs), tuple(entries), bind(stem, entries))


def bound_if_long(
    title: str, form: ListForm, crumbs: Sequence[Crumb], stem: str, entries: Sequence[Entry], prefix: str
) -> VolumeList[Entry]:
    """As `bound` past some hundreds of entries, else within one file, at anchors that open with `prefix`."""
    if len(entries) > SHORT:
        return bound(title, form, crumbs, stem, entries)
    volumes = bind_within(crumbs[-1].address, prefix, entries)
    return VolumeList(title, form, tuple(crumbs), tuple(entries), volumes, within=True)


def render_volumes(
    renderer: Renderer, series: VolumeList[Entry], addresses: Mapping[str, str] = NOBODY
) -> None:
    """The files of a series but its first; each leads to the volumes before and after it.

    `addresses` are where names of photographers lead.
    """
    if series.within:
        return
    for volume, beside in neighbours([volume for volume in series.volumes if volume.name]):
        _render_volume(renderer, series, volume, beside, addresses)
        for month, months_beside in neighbours(volume.months):
            _render_volume(renderer, series, month, months_beside, addresses, year=volume)
    for volume in series.volumes:
        if not volume.name:
            _render_volume(renderer, series, volume, Neighbours(None, None), addresses)


def _render_volume(
    renderer: Renderer,
    series: VolumeList[Entry],
    volume: Volume[Entry],
    beside: Neighbours[Volume[Entry]],
    addresses: Mapping[str, str],
    year: Volume[Entry] | None = None,
) -> None:
    """One file; several where it has several sheets, and a list of months where it has none."""
    for sheet in volume.sheets or (Sheet(volume.address, ()),):
        renderer.render(
            "newspaper/volume.html",
            sheet.address,
            series=series.heading,
            volume=volume.outline,
            sheet=sheet,
            year=year and year.outline,
            newer=beside.before and beside.before.outline,
            older=beside.after and beside.after.outline,
            names=series.credited_in(sheet.entries, addresses),
        )
