"""Which folder an edition and a date have or would get: `jin-ri-da-he/2024-03-08` for 今日大河."""

from dataclasses import replace
from itertools import count
from pathlib import Path, PurePosixPath

import yaml

from newspaper_archive.desk.filing.answers import SOME_DAY
from newspaper_archive.errors import ArchiveError
from newspaper_archive.folder.edition import (
    EDITION_FILE,
    edition_file,
    is_taken,
    named_edition,
    read_edition,
)
from newspaper_archive.folder.file_facts import file_facts
from newspaper_archive.lexicon.slug import short_hash, slug
from newspaper_archive.model import Edition, Found, PageFile

# An edition.yaml takes no longer slug.
_LONGEST_SLUG = 60


class EditionFolders:
    """The folders there are, and those that are to be made; the same edition is given the same."""

    def __init__(self, root: Path, found: Found, default: Edition) -> None:
        self.root, self.default = root, default
        self.editions = tuple(one for one in found.editions if one != default)
        declared = root / EDITION_FILE
        self.at_the_root = read_edition(declared, EDITION_FILE, default) if declared.is_file() else None
        self._new: dict[str, Edition] = {}
        self._tops = {file.path.partition("/")[0] for file in found.pages if edition_folder(file.path)}
        self._dates: dict[tuple[str, str], str] = {}
        self._used = {file.path.partition("/")[0].casefold() for file in found.pages}
        for file in found.pages:
            facts = file_facts(file.path)
            if facts.date and in_date_folder(file.path):
                key = (facts.edition_folder or "", facts.date)
                self._dates.setdefault(key, str(PurePosixPath(file.path).parent))

    def has(self, edition: Edition) -> bool:
        """Whether the edition's pages have a folder already."""
        return bool(edition.folder) or edition == self.at_the_root

    def is_filed(self, file: PageFile) -> bool:
        """Whether the path tells the page's date and, unless a folder of the date does, its edition."""
        told = file_facts(file.path).date is not None
        return told and (in_date_folder(file.path) or self.has(file.edition))

    def around(self, file: PageFile) -> Edition | None:
        """The edition whose folder the page lies in, though no edition.yaml stands there."""
        by_folder = {edition.folder: edition for edition in self.editions if edition.folder}
        above = (str(folder) for folder in PurePosixPath(file.path).parents)
        return next((by_folder[folder] for folder in above if folder in by_folder), None)

    def named(self, name: str, paper: str) -> Edition:
        """The edition that the desk means by a name, a slug or a folder; a new one where there is none."""
        for said in ("name", "slug", "folder"):
            found = [edition for edition in self.editions if getattr(edition, said) == name]
            if len(found) == 1:
                return self._with_paper(found[0], paper)
        # A folder of that name which holds pages is the edition's, as the archive will read it.
        known = named_edition(name, self.default.paper, name)
        return self._with_paper(known if name in self._tops else replace(known, folder=""), paper)

    def _with_paper(self, edition: Edition, paper: str) -> Edition:
        if paper and self.has(edition) and paper != edition.paper:
            told = f"PAPER={paper}: “{edition.name}”的文件夹已经有了"
            raise ArchiveError(f"{told}。请在 {edition_file(edition)} 里写 paper: {paper}")
        return replace(edition, paper=paper) if paper else edition

    def folder(self, edition: Edition, date: str) -> str:
        """The folder of the edition's pages of that day; a new edition gets one in `new`."""
        place = edition.folder if self.has(edition) else self._new_folder(edition)
        return self._dates.get((place, date)) or f"{place}/{date}".lstrip("/")

    def new(self) -> dict[str, str]:
        """The edition.yaml of each folder that is to be made."""
        return {edition.slug: _edition_yaml(edition) for edition in self._new.values()}

    def _new_folder(self, edition: Edition) -> str:
        """One for all pages of an edition, though one of them alone names its paper."""
        known = self._new.get(edition.name)
        if known is None:
            known = replace(edition, slug=self._free_slug(edition))
        if known.paper == known.name:
            known = replace(known, paper=edition.paper)
        self._new[edition.name] = known
        return known.slug

    def _free_slug(self, edition: Edition) -> str:
        """The edition's own slug, which its address has, where no other and no other's folder has it."""
        others = {one.slug for one in self.editions if replace(one, paper="") != replace(edition, paper="")}
        taken = others | self._used | {one.slug for one in self._new.values()}
        first = edition.slug
        if len(first) > _LONGEST_SLUG:
            first = f"{slug(edition.name)[:50].strip('-')}-{short_hash(edition.name)}"
        names = (first if number == 1 else f"{first[:50].strip('-')}-{number}" for number in count(1))
        return next(name for name in names if name not in taken and self._is_free(name))

    def _is_free(self, name: str) -> bool:
        place = self.root / name
        usable = place.is_dir() and not place.is_symlink() and not (place / EDITION_FILE).exists()
        return not is_taken(name) and (usable or not place.exists())


def edition_folder(path: str) -> str:
    """The outermost folder of a file, where it may be an edition's: not one of a year, a month or a day."""
    top = PurePosixPath(path).parts[0]
    facts = file_facts(f"{top}/{SOME_DAY}/-")
    return top if top != path and facts.edition_folder == top and not in_date_folder(f"{top}/-") else ""


def in_date_folder(path: str) -> bool:
    """Whether the folders that the file lies in say the date."""
    return file_facts(f"{PurePosixPath(path).parent}/-").date is not None


def _edition_yaml(edition: Edition) -> str:
    said = {"paper": edition.paper, "edition": edition.name, "slug": edition.slug}
    return yaml.safe_dump(said, allow_unicode=True, sort_keys=False, width=1000)
