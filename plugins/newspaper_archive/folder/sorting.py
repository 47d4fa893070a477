"""Sorts listed files by name: `C01.txt` a page, `C01.yaml` its sidecar, `C01.jpg` its scan."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from newspaper_archive.errors import ArchiveError
from newspaper_archive.folder.edition import EDITION_FILE
from newspaper_archive.folder.listing import Listed
from newspaper_archive.model import Problem, Severity

PAGE_SUFFIXES = (".txt", ".md")
_SIDECARS = (".yaml",)
_SCANS = (".jpg", ".jpeg", ".png", ".webp", ".tif", ".tiff")
BESIDE_SUFFIXES = _SIDECARS + _SCANS


@dataclass(frozen=True, slots=True)
class Sorted:
    """Files by what they are; sidecars and scans by the path of their page."""

    pages: tuple[Listed, ...]
    sidecars: Mapping[str, Listed]
    scans: Mapping[str, tuple[str, ...]]
    editions: tuple[Listed, ...]
    problems: tuple[Problem, ...]


def sort_out(files: Sequence[Listed]) -> Sorted:
    """Raises ArchiveError where a sidecar could be of two pages."""
    pages = tuple(file for file in files if _is_visible(file) and _suffix(file) in PAGE_SUFFIXES)
    page_paths = {_stem(page): page.path for page in pages}
    editions = tuple(file for file in files if file.name == EDITION_FILE)
    beside = [file for file in files if _is_beside(file, page_paths)]
    sidecars = {page_paths[_stem(file)]: file for file in beside if _suffix(file) in _SIDECARS}
    _check_one_page(pages, sidecars)
    scans: dict[str, tuple[str, ...]] = {}
    for file in beside:
        if _suffix(file) in _SCANS:
            page = page_paths[_stem(file)]
            scans[page] = (*scans.get(page, ()), file.path)
    known = {file.path for file in (*pages, *editions, *beside)}
    return Sorted(
        pages, sidecars, scans, editions, tuple(_foreign(file) for file in files if file.path not in known)
    )


def _is_visible(file: Listed) -> bool:
    return not file.name.startswith((".", "~$"))


def _is_beside(file: Listed, page_paths: Mapping[str, str]) -> bool:
    """Whether the file is a sidecar or scan of a page."""
    is_kind = _suffix(file) in BESIDE_SUFFIXES and file.name != EDITION_FILE
    return is_kind and _is_visible(file) and _stem(file) in page_paths


def _suffix(file: Listed) -> str:
    stem, dot, suffix = file.name.rpartition(".")
    return f".{suffix.lower()}" if dot and stem else ""


def _stem(file: Listed) -> str:
    return file.path[: len(file.path) - len(_suffix(file))]


def _check_one_page(pages: Sequence[Listed], sidecars: Mapping[str, Listed]) -> None:
    of_page = {_stem(file): file.path for file in sidecars.values()}
    seen: dict[str, str] = {}
    for page in pages:
        other = seen.setdefault(_stem(page), page.path)
        if other != page.path and _stem(page) in of_page:
            raise ArchiveError(
                f"{of_page[_stem(page)]}: 旁边有“{other}”和“{page.path}”两个版面文件，分不清说的是哪一个。"
                "请给其中一个改名"
            )


def _foreign(file: Listed) -> Problem:
    seen, advice = f"“{file.name}”不是版面文本", "已略过；不需要就移出文件夹"
    if _suffix(file) == ".yaml" and _is_visible(file):
        seen, advice = f"“{file.name}”旁边没有同名的版面文件", "请检查名字是否与 .txt 或 .md 一致，现未使用"
    elif _suffix(file) in _SCANS and _is_visible(file):
        seen = f"“{file.name}”是图片，旁边没有同名的版面文件"
        advice = "已略过；是扫描图请与 .txt 或 .md 同名，不是就移出文件夹"
    elif _suffix(file) == ".yml":
        seen, advice = f"“{file.name}”的后缀是 .yml", "旁注的后缀应为 .yaml，请改名，现未使用"
    severity = Severity.WARNING if "未使用" in advice else Severity.NOTE
    code = "unused-sidecar" if severity is Severity.WARNING else "foreign-file"
    return Problem(severity, code, file.path, None, seen, advice)
