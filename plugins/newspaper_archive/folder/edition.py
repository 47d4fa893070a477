"""Reads `edition.yaml`, which names the edition of a folder and below: `edition: 今日大河`, `slug: river`."""

import re
from collections.abc import Iterable, Mapping
from pathlib import Path, PurePosixPath

from newspaper_archive.errors import ArchiveError, not_allowed
from newspaper_archive.folder.yaml_file import Entry, read_entries
from newspaper_archive.lexicon.slug import slug
from newspaper_archive.model import Edition

EDITION_FILE = "edition.yaml"
UNSORTED = "unsorted"
"""The slug of pages of which nothing says what edition they are of."""
_KEYS = ("paper", "edition", "slug", "cn", "issn", "frequency", "language", "sections")
_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_SLUG_ALLOWED = "小写英文字母、数字和连字符，如 today-river"
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
# Folders at the root of the site that are no edition's, now or in a later form of the site.
_TAKEN = frozenset(
    {
        *("sections", "people", "undated", "unsorted", "pages", "theme", "search", "archive"),
        *("calendar", "places", "topics", "data", "feeds", "static", "images"),
    }
)


def read_edition(location: Path, file: str, above: Edition) -> Edition:
    """The edition of the file's folder; paper, CN, ISSN and language come from `above` where it is silent."""
    entries = read_entries(location, file, nested=frozenset({"sections"}))
    for key, entry in entries.items():
        if key not in _KEYS:
            raise not_allowed(file, entry.line, key, "、".join(_KEYS))
    text = {key: entry.text for key, entry in entries.items()}
    folder = _folder(file)
    paper = text.get("paper", above.paper)
    name = text.get("edition") or text.get("paper") or PurePosixPath(folder).name or paper
    if not name:
        raise ArchiveError(f"{file}: 没有写报纸的名称。请写一行 paper: 报名，子报再写一行 edition: 子报名")
    return Edition(
        slug=_slug(entries, file) or slug(PurePosixPath(folder).name or name),
        name=name,
        paper=paper or name,
        folder=folder,
        cn=text.get("cn", above.cn),
        issn=text.get("issn", above.issn),
        frequency=text.get("frequency", ""),
        language=_language(entries, file) or above.language,
        sections=_sections(entries, file),
    )


def named_edition(name: str, paper: str, folder: str = "") -> Edition:
    """An edition of which only the name is known, from a folder, a sidecar or the print."""
    return Edition(slug=slug(name), name=name, paper=paper or name, folder=folder)


def check_editions(editions: Iterable[Edition]) -> None:
    """Raises ArchiveError where two editions, or two sections, would stand at one address."""
    slugs: dict[str, Edition] = {}
    section_names: dict[str, tuple[str, Edition]] = {}
    section_slugs: dict[str, tuple[str, Edition]] = {}
    for edition in editions:
        _check_slug(edition, slugs)
        for name, address in edition.sections:
            _check_pair(edition, name, address, section_names)
            _check_pair(edition, address, name, section_slugs)


def is_taken(address: str) -> bool:
    """Whether the site needs this name at its root for itself."""
    return address in _TAKEN


def _check_slug(edition: Edition, seen: dict[str, Edition]) -> None:
    if is_taken(edition.slug):
        raise ArchiveError(
            f"{_place(edition)}: slug“{edition.slug}”是网站自用的名字。请在 {EDITION_FILE} 里写另一个 slug"
        )
    other = seen.setdefault(edition.slug, edition)
    if other is not edition:
        raise ArchiveError(
            f"{_place(edition)}: “{edition.name}”与 {_place(other)} 的“{other.name}”"
            f"同用 slug“{edition.slug}”。请在其中一个 {EDITION_FILE} 里写不同的 slug"
        )


def _check_pair(edition: Edition, key: str, value: str, seen: dict[str, tuple[str, Edition]]) -> None:
    given, other = seen.setdefault(key, (value, edition))
    if given != value:
        raise ArchiveError(
            f"{_place(edition)}: sections 里“{key}”对“{value}”，{_place(other)} 里却对“{given}”。"
            "一个版块名请只配一个 slug"
        )


def _place(edition: Edition) -> str:
    return str(PurePosixPath(edition.folder) / EDITION_FILE)


def _folder(file: str) -> str:
    parent = str(PurePosixPath(file).parent)
    return "" if parent == "." else parent


def _slug(entries: Mapping[str, Entry], file: str) -> str:
    entry = entries.get("slug")
    return "" if entry is None else _checked_slug(entry, file)


def _checked_slug(entry: Entry, file: str) -> str:
    if not _SLUG.fullmatch(entry.text) or len(entry.text) > 60:
        raise not_allowed(file, entry.line, entry.text, _SLUG_ALLOWED)
    return entry.text


def _language(entries: Mapping[str, Entry], file: str) -> str:
    entry = entries.get("language")
    if entry is None:
        return ""
    if not _LANGUAGE.fullmatch(entry.text):
        raise not_allowed(file, entry.line, entry.text, "语言代码，如 zh-CN、zh-Hant、en")
    return entry.text


def _sections(entries: Mapping[str, Entry], file: str) -> tuple[tuple[str, str], ...]:
    entry = entries.get("sections")
    if entry is None:
        return ()
    return tuple((name, _checked_slug(value, file)) for name, value in entry.pairs)
