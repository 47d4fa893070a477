"""Lists the files below a folder, sorted by path, and names what it may not enter: `旧版: 链接指到…之外`."""

import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from newspaper_archive.invisible import shown
from newspaper_archive.lexicon.slug import short_hash
from newspaper_archive.model import Problem, Severity

# What unpacking on another system leaves behind.
_SYSTEM_FOLDERS = frozenset({"__MACOSX", "$RECYCLE.BIN", "System Volume Information", "@eaDir"})


@dataclass(frozen=True, slots=True)
class Listed:
    """A regular file: `path` is POSIX, relative to the folder and printable; `location` opens it."""

    path: str
    location: Path

    @property
    def folder(self) -> str:
        return self.path.rpartition("/")[0]

    @property
    def name(self) -> str:
        return self.path.rpartition("/")[2]


def list_files(root: Path) -> tuple[tuple[Listed, ...], tuple[Problem, ...]]:
    """Files of a resolved folder; hidden folders are passed over, folders behind a link never entered."""
    files: list[Listed] = []
    problems: list[Problem] = []
    folders = [("", root)]
    while folders:
        above, folder = folders.pop()
        try:
            entries = list(os.scandir(folder))
        except OSError as error:
            problems.append(_closed(above, error))
            continue
        for entry in entries:
            path = f"{above}/{printable(entry.name)}".lstrip("/")
            problem = _refused(entry, path, root)
            if problem is not None:
                problems.append(problem)
            elif not entry.is_dir():
                files.append(Listed(path, Path(entry.path)))
            elif not entry.name.startswith(".") and entry.name not in _SYSTEM_FOLDERS:
                folders.append((path, Path(entry.path)))
    problems.sort(key=lambda problem: problem.file.split("/"))
    return tuple(_apart(files, root)), tuple(problems)


def printable(name: str) -> str:
    """A name as text that a page and a terminal may show, whatever its bytes.

    Archives packed on an old Chinese Windows carry names in GBK; `a\x1b[2J.txt` shows its control character
    by number.
    """
    data = os.fsencode(name)
    for encoding in ("utf-8", "gb18030"):
        try:
            return shown(data.decode(encoding))
        except UnicodeDecodeError:
            continue
    return shown(data.decode("utf-8", "backslashreplace"))


def printable_path(path: str) -> str:
    """The same of a path, each of its names by itself."""
    return "/".join(map(printable, path.split("/")))


def _apart(files: Iterable[Listed], root: Path) -> list[Listed]:
    """By path, each its own: of two shown alike, one in GBK and one in UTF-8, one is told by its bytes."""
    found: dict[str, Listed] = {}
    for file in sorted(files, key=_plain_first):
        path = file.path
        if path in found:
            bytes_of_name = os.fsencode(file.location.relative_to(root))
            stem, dot, suffix = file.name.rpartition(".")
            path = f"{file.folder}/{stem}~{short_hash(bytes_of_name.hex())}{dot}{suffix}".lstrip("/")
        found[path] = Listed(path, file.location)
    return sorted(found.values(), key=lambda file: file.path.split("/"))


def _plain_first(file: Listed) -> tuple[bool, bytes]:
    return not str(file.location).endswith(file.path), os.fsencode(file.location)


def _refused(entry: os.DirEntry[str], path: str, root: Path) -> Problem | None:
    """A problem for a link that leads out, to a folder or nowhere, and for what is no file or folder."""
    if entry.is_symlink():
        target = Path(os.path.realpath(entry.path))  # Path.resolve raises at a ring of links
        if not target.is_relative_to(root):
            return _passed_over(path, "链接指到文件夹之外", "请把文件本身放进来")
        if not target.is_file():
            return _passed_over(path, "链接指到文件夹，或所指已不在", "请把文件本身放进来")
    elif not entry.is_dir() and not entry.is_file():
        return _passed_over(path, "不是普通文件", "请移出文件夹")
    return None


def _passed_over(path: str, seen: str, advice: str) -> Problem:
    return Problem(Severity.WARNING, "not-followed", path, None, seen, f"{advice}，现已略过")


def _closed(path: str, error: OSError) -> Problem:
    seen = f"文件夹打不开（{error.strerror}）"
    return Problem(Severity.ERROR, "unreadable", path or ".", None, seen, "请检查权限。其中的版面未收入")
