"""Reads a page that the desk writes by hand, `content/pages/about.md`: `title: 关于本馆`, a blank, the text.

It is opened as a page file is, in whatever character set; `Title：` with a wide colon is `Title:`.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from newspaper_archive.errors import ArchiveError, not_allowed
from newspaper_archive.folder.edition import is_taken
from newspaper_archive.folder.listing import printable_path
from newspaper_archive.folder.text.encoding import decode
from newspaper_archive.lexicon.edtf import is_calendar_date
from newspaper_archive.lexicon.slug import is_device
from newspaper_archive.site.tongue import languages

_KEY = re.compile(r" {0,3}(?P<key>[A-Za-z0-9_-]+)[ \t\u3000]*[:：][ \t\u3000]*(?P<value>.*)")
_GOES_ON = re.compile(r" {4,}\S")
_ABOVE = ("", "---")
# What Macs, editors and Word leave beside a file.
_HIDDEN = (".", "~$")
MARKDOWN = (".md", ".markdown", ".mkd", ".mdown")
_SLUG = re.compile(r"[A-Za-z0-9]+(?:[-_][A-Za-z0-9]+)*")
_DATE = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[ T](?:[01]?\d|2[0-3]):[0-5]\d(?::[0-5]\d)?)?")
_HARMLESS = ("empty-page", "line-separator", "long-line")


@dataclass(frozen=True, slots=True)
class HandWritten:
    """Its text as Pelican's Markdown has it; what its head says, and on which line."""

    text: str
    head: Mapping[str, tuple[str, int]]


def hand_written(location: Path, file: str) -> HandWritten:
    """Raises ArchiveError where it cannot be made into a page of the site."""
    page = _read(_text(location, file))
    title, line = page.head.get("title", ("", 1))
    if not title:
        advice = "请在文件开头写一行 title: 网页的标题，空一行，再写正文"
        raise ArchiveError(f"{file}:{line}: 这个手写的网页没有标题。{advice}")
    for key, check in _CHECKS.items():
        if key in page.head:
            value, line = page.head[key]
            if allowed := check(value):
                raise not_allowed(file, line, value, allowed)
    return page


def pages_in(language: str, content: Path, folders: Iterable[str]) -> list[str]:
    """The page files, `pages/en/help.md` in the place of `pages/help.md`.

    A page without a translation stands for itself.
    """
    found: dict[Path, Path] = {}
    for folder in (content / name for name in folders):
        every = (path.relative_to(folder) for path in sorted(folder.rglob("*")) if path.is_file())
        files = [path for path in every if not any(part.startswith(_HIDDEN) for part in path.parts)]
        found |= {folder / path: folder / path for path in files if path.parts[0] not in languages()}
        own = [path.relative_to(language) for path in files if path.parts[0] == language]
        found |= {folder / path: folder / language / path for path in own}
    return sorted(path.relative_to(content).as_posix() for path in found.values())


def check_hand_written(content: Path, pages: Iterable[str]) -> None:
    """Raises ArchiveError for the first of these files of the folder that cannot be made into a page."""
    for page in pages:
        if page.lower().endswith(MARKDOWN):
            hand_written(content / page, printable_path(f"{content.name}/{page}"))


def check_page_addresses(pages: Iterable[tuple[str, str]]) -> None:
    """Raises ArchiveError where two files make one page, or one has no name to make an address of."""
    seen: dict[str, str] = {}
    for file, address in ((printable_path(file), address) for file, address in pages):
        other = seen.setdefault(address, file)
        if other != file:
            raise ArchiveError(f"{file}: 与 {other} 都要做成 {address}。请在其中一个的开头写一行别的 slug")
        root, stem = address.partition("/")[0], PurePosixPath(address).stem
        if root != "pages" and is_taken(root.removesuffix(".html")):
            raise ArchiveError(f"{file}: {address} 是网站自用的网址。请去掉开头的 save_as 和 url")
        if stem.startswith(".") or is_device(stem):
            raise ArchiveError(f"{file}: 文件名不能做网址。请在开头写一行 slug: 英文名，如 slug: about-us")


def _text(location: Path, file: str) -> str:
    try:
        decoded = decode(location.read_bytes(), file=file)
    except OSError as error:
        raise ArchiveError(f"{file}: 手写的网页打不开（{error.strerror}）。请检查文件的权限") from error
    doubts = [problem for problem in decoded.problems if problem.code not in _HARMLESS]
    if doubts:
        seen = f"{file}:{doubts[0].line or 1}: 手写的网页读不了：{doubts[0].seen}"
        raise ArchiveError(f"{seen}。请用记事本打开它，另存为 UTF-8")
    return decoded.text or ""


def _read(text: str) -> HandWritten:
    """The lines of the head end at a blank one below it, or at the first that is none of them."""
    lines = text.split("\n")
    head: dict[str, tuple[str, int]] = {}
    for number, line in enumerate(lines, 1):
        found = _KEY.fullmatch(line)
        if found:
            head.setdefault(found["key"].lower(), (found["value"].strip(), number))
            lines[number - 1] = f"{found['key']}: {found['value'].strip()}"
        elif not (_GOES_ON.match(line) if head else line.strip() in _ABOVE):
            break
    return HandWritten("\n".join(lines).lstrip("\n"), head)


def _slug_allowed(value: str) -> str:
    fits = _SLUG.fullmatch(value) and not is_device(value.lower())
    return (
        ""
        if fits or not value
        else "英文字母、数字和连字符，如 about-us；不能是 con、nul 这些 Windows 的设备名"
    )


def _date_allowed(value: str) -> str:
    found = _DATE.fullmatch(value)
    fits = found and is_calendar_date(f"{found[1]}-{int(found[2]):02}-{int(found[3]):02}")
    return "" if fits else "日历上有的日子，如 2031-03-08，不写也行"


def _status_allowed(value: str) -> str:
    fits = value in ("", "published", "hidden", "draft", "skip")
    return "" if fits else "published（发布）、hidden（不列出）、draft（草稿）、skip（不做）"


# What is allowed where a value cannot be used, "" where it can.
_CHECKS: Mapping[str, Callable[[str], str]] = {
    "slug": _slug_allowed,
    "date": _date_allowed,
    "modified": _date_allowed,
    "status": _status_allowed,
}
