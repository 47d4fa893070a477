"""The theme's table of parts, `parts.toml`: what the pages load, and of which files each of it is made.

`"home.css" = ["@everywhere", "heat"]` is `theme/home.css`, made of the parts of the group `everywhere` and of
`parts/heat/heat.css`. A folder of one's own (THEME_TEMPLATES_OVERRIDES) may have parts, and a table that adds
rows to the theme's or puts others in their place.
"""

import re
import tomllib
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from newspaper_archive.errors import ArchiveError, not_allowed

TABLE, PARTS, STATIC = "parts.toml", "parts", "static"
LUNR = "js/lunr.js"
"""What the build puts beside the bundles by itself."""
KEYS = ("groups", "bundles")

BUNDLE = re.compile(r"(?:[\w-]+/)*[\w-]+\.(?:css|js)", re.ASCII)
# A part's folder, and the file in it where that has another name.
PART = re.compile(r"([\w-]+)(?:/([\w-]+))?", re.ASCII)
_AT_LINE = re.compile(r"\(at line (\d+),")
_ONE_BOM = "utf-8-sig"


@dataclass(frozen=True, slots=True)
class Bundle:
    """One file that pages load: its address, and the parts it is made of, in order."""

    address: str
    parts: tuple[Path, ...]


@dataclass(frozen=True, slots=True)
class _Table:
    """One `parts.toml`; the rows name its own line for whoever has to mend them."""

    path: Path
    text: str = ""
    groups: Mapping[str, "_Row"] = field(default_factory=dict)
    bundles: Mapping[str, "_Row"] = field(default_factory=dict)

    def line(self, name: str) -> int:
        """Where a name is written first: `[name]`, `name = …`, `"name"` or `"@name"`."""
        lines = self.text.splitlines()
        written = re.compile(rf'"@?{re.escape(name)}"|^\s*\[?\s*{re.escape(name)}\s*[\].=]')
        return next((number for number, line in enumerate(lines, 1) if written.search(line)), 1)

    def wrong(self, name: str, seen: str) -> ArchiveError:
        return ArchiveError(f"{self.path}:{self.line(name)}: {seen}")


@dataclass(frozen=True, slots=True)
class _Row:
    """A group or a bundle as it is written, with the table that it stands in."""

    table: _Table
    name: str
    listed: tuple[str, ...]


def read_parts(folders: Sequence[Path]) -> tuple[Bundle, ...]:
    """Every bundle; the theme is the last folder. ArchiveError where a table or a part is not right."""
    groups: dict[str, _Row] = {}
    bundles: dict[str, _Row] = {}
    for folder in reversed(folders):
        path = folder / TABLE
        if folder is folders[-1] or path.is_file():
            table = _read(path)
            groups |= table.groups
            bundles |= table.bundles
    return tuple(_bundle(row, groups, folders) for row in bundles.values())


def _read(path: Path) -> _Table:
    try:
        text = path.read_text(_ONE_BOM)
        found = tomllib.loads(text)
    except OSError as error:
        advice = "它说明样式和脚本由哪些部件组成，请从原来的 theme/ 里补上"
        raise ArchiveError(f"{path}: 主题里缺这张表（{error.strerror}）。{advice}") from error
    except UnicodeDecodeError as error:
        raise ArchiveError(f"{path}: 不是 UTF-8 编码的文字。请另存为 UTF-8") from error
    except tomllib.TOMLDecodeError as error:
        place = _AT_LINE.search(str(error))
        where = place[1] if place else len(text.splitlines())
        raise ArchiveError(f"{path}:{where}: 不合 TOML 的写法：“{error}”。请改正这一行") from error
    return _checked(_Table(path, text), found)


def _checked(table: _Table, found: Mapping[str, object]) -> _Table:
    for key in found:
        if key not in KEYS:
            raise not_allowed(str(table.path), table.line(key), key, "、".join(KEYS))
    groups, bundles = ({row.name: row for row in _rows(table, key, found.get(key, {}))} for key in KEYS)
    for name in bundles:
        if not BUNDLE.fullmatch(name) or name == LUNR:
            advice = f"合成的文件请取 home.css、css/panel.css、search.js 这样的名字（{LUNR} 除外）"
            raise table.wrong(name, f"看到“{name}”。{advice}")
    return _Table(table.path, table.text, groups, bundles)


def _rows(table: _Table, key: str, given: object) -> Sequence[_Row]:
    if not isinstance(given, dict):
        raise table.wrong(key, f"{key} 应单独成一节，写作 [{key}]，下面每行一项")
    for name, listed in given.items():
        if not isinstance(listed, list) or not all(isinstance(part, str) for part in listed):
            raise table.wrong(name, f'{name} 后面应是一列部件的名字，例如 ["@everywhere", "prose"]')
    return [_Row(table, name, tuple(listed)) for name, listed in given.items()]


def _bundle(row: _Row, groups: Mapping[str, _Row], folders: Sequence[Path]) -> Bundle:
    if (folders[-1] / STATIC / row.name).is_file():
        raise row.table.wrong(row.name, f"{STATIC}/{row.name} 已经有这个文件。请给其中一个换个名字")
    suffix = Path(row.name).suffix
    parts = [_found(one, part, suffix, folders) for one, part in _spelt_out(row, groups)]
    twice = [path for path, times in Counter(parts).items() if times > 1]
    if twice:
        raise row.table.wrong(row.name, f"{row.name} 里两次用到 {twice[0].name}。请删去一处")
    return Bundle(f"theme/{row.name}", tuple(parts))


def _spelt_out(row: _Row, groups: Mapping[str, _Row]) -> Sequence[tuple[_Row, str]]:
    """The parts with the row that each is written in, groups by what is in them."""
    parts: list[tuple[_Row, str]] = []
    for name in row.listed:
        group = groups.get(name.removeprefix("@"))
        if not name.startswith("@"):
            parts.append((row, name))
        elif group:
            parts += ((group, part) for part in group.listed)
        else:
            known = "、".join(f"@{one}" for one in groups) or "（还没有）"
            raise row.table.wrong(name, f"{row.name} 里的“{name}”没有这一组；[groups] 里有的是：{known}")
    return parts


def _found(row: _Row, part: str, suffix: str, folders: Sequence[Path]) -> Path:
    """The file of a part, in the first folder that has it."""
    named = PART.fullmatch(part)
    if not named:
        advice = "部件的名字是 parts/ 里的文件夹（heat），或文件夹加文件（mode/elder），不带 .css、.js"
        raise row.table.wrong(part, f"{row.name} 里看到“{part}”。{advice}")
    folder, file = named.groups()
    ways = [one / PARTS / folder / f"{file or folder}{suffix}" for one in folders]
    if not (found := [way for way in ways if way.is_file()]):
        advice = "请补上（不要它的样子时，留一个空文件），或从表里删去这个名字"
        raise row.table.wrong(part, f"{row.name} 要用“{part}”，主题里却缺这个文件：{ways[-1]}。{advice}")
    return found[0]
