"""Reads `edition.yaml`, which names the edition of a folder and below: `edition: 今日大河`, `slug: river`."""

import re
import unicodedata
from collections.abc import Mapping
from itertools import count
from pathlib import Path, PurePosixPath

from newspaper_archive.errors import ArchiveError, not_allowed
from newspaper_archive.folder.key_names import EDITION, glossed, spelt, unmarked
from newspaper_archive.folder.yaml_file import Entry, read_entries
from newspaper_archive.lexicon.slug import is_device, slug
from newspaper_archive.model import Edition

EDITION_FILE = "edition.yaml"
UNSORTED = "unsorted"
"""The slug of pages of which nothing says what edition they are of."""
_KEYS = tuple(EDITION)
_SPELT = {"": spelt(EDITION)}
_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_SLUG_ALLOWED = "小写英文字母、数字和连字符，如 today-river"
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
_USED, _KEPT = "这是网站自用的名字", "这个名字留给网站以后的栏目"
# What stands, or in a later form of the site will stand, at its root and is no edition's.
_TAKEN = {
    **dict.fromkeys(("index", "404", "search", "calendar", "pages", "people", "photos", "sections"), _USED),
    **dict.fromkeys(("corrections", "theme", "undated", "unsorted"), _USED),
    **dict.fromkeys(("data", "topics", "trends", "places", "proof", "iiif", "feeds", "addresses"), _KEPT),
    **dict.fromkeys(("archive", "static", "images"), _KEPT),
}
_DEVICE = "Windows 把这个名字留给设备，这样的文件夹拷不过去"


def read_edition(location: Path, file: str, above: Edition) -> Edition:
    """The edition of the file's folder; paper, CN, ISSN and language come from `above` where it is silent."""
    entries = read_entries(location, file, nested=frozenset({"sections"}), spelt=_SPELT)
    for key, entry in entries.items():
        if key not in _KEYS:
            raise not_allowed(file, entry.line, key, glossed(_KEYS, EDITION))
    text = {key: unmarked(entry.text) for key, entry in entries.items()}
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


def check_editions(editions: Mapping[Edition, str]) -> None:
    """Raises ArchiveError where two editions, or two sections, would stand at one address.

    With each edition comes the file or folder that names it.
    """
    slugs: dict[str, Edition] = {}
    section_names: dict[str, tuple[str, Edition]] = {}
    section_slugs: dict[str, tuple[str, Edition]] = {}
    for edition in editions:
        _check_slug(edition, slugs, editions)
        for name, address in edition.sections:
            _check_pair(edition, name, address, section_names)
            _check_pair(edition, address, name, section_slugs)


def is_taken(address: str) -> bool:
    """Whether the site needs this name at its root for itself."""
    return address in _TAKEN


def _check_slug(edition: Edition, seen: dict[str, Edition], places: Mapping[Edition, str]) -> None:
    place, todo = places[edition], _another_slug(edition, places)
    if is_taken(edition.slug):
        why = _TAKEN[edition.slug]
        raise ArchiveError(f"{place}: “{edition.name}”的网址是“{edition.slug}”，{why}。{todo}")
    other = seen.setdefault(edition.slug, edition)
    if other is not edition:
        raise ArchiveError(
            f"{place}: “{edition.name}”与 {places[other]} 的“{other.name}”网址同为“{edition.slug}”。{todo}"
        )


def _another_slug(edition: Edition, places: Mapping[Edition, str]) -> str:
    """What the desk is to write, and in which file: one that is there, or one to be made."""
    taken = {other.slug for other in places}
    numbered = (f"{edition.slug[:50].strip('-')}-{number}" for number in count(2))
    line = f"slug: {next(free for free in numbered if free not in taken)}"
    if PurePosixPath(places[edition]).name == EDITION_FILE:
        return f"请在这个文件里写一个别的 slug，如 {line}"
    where = f"在文件夹“{edition.folder}”里" if edition.folder else "给它建一个文件夹，在里面"
    return f"请{where}新建 {EDITION_FILE}，写两行：edition: {edition.name} 和 {line}"


def _check_pair(edition: Edition, key: str, value: str, seen: dict[str, tuple[str, Edition]]) -> None:
    given, other = seen.setdefault(key, (value, edition))
    if given != value:
        raise ArchiveError(
            f"{edition_file(edition)}: sections 里“{key}”对“{value}”，{edition_file(other)} 里却对“{given}”。"
            "一个版块名请只配一个 slug"
        )


def edition_file(edition: Edition) -> str:
    """Where an edition that an edition.yaml declares is declared."""
    return str(PurePosixPath(edition.folder) / EDITION_FILE)


def _folder(file: str) -> str:
    parent = str(PurePosixPath(file).parent)
    return "" if parent == "." else parent


def _slug(entries: Mapping[str, Entry], file: str) -> str:
    entry = entries.get("slug")
    if entry is None:
        return ""
    if is_taken(entry.text):
        raise _not_to_be(entry, file, _TAKEN[entry.text])
    return _checked_slug(entry, file)


def _checked_slug(entry: Entry, file: str) -> str:
    if not _SLUG.fullmatch(entry.text) or len(entry.text) > 60:
        raise not_allowed(file, entry.line, entry.text, _SLUG_ALLOWED)
    if is_device(entry.text):
        raise _not_to_be(entry, file, _DEVICE)
    return entry.text


def _not_to_be(entry: Entry, file: str, why: str) -> ArchiveError:
    return ArchiveError(
        f"{file}:{entry.line}: 看到“{entry.text}”，{why}。请换一个，{_SLUG_ALLOWED}，或 {entry.text}-news"
    )


def _language(entries: Mapping[str, Entry], file: str) -> str:
    entry = entries.get("language")
    if entry is None:
        return ""
    language = unicodedata.normalize("NFKC", entry.text).replace("_", "-")
    if not _LANGUAGE.fullmatch(language):
        raise not_allowed(file, entry.line, entry.text, "语言代码，如 zh-CN、zh-Hant、en")
    return language


def _sections(entries: Mapping[str, Entry], file: str) -> tuple[tuple[str, str], ...]:
    entry = entries.get("sections")
    if entry is None:
        return ()
    return tuple((name, _checked_slug(value, file)) for name, value in entry.pairs)
