"""Writes ticks into a sidecar, as rows under `checked`, or out of it, and leaves all else to the byte.

`  - 39 orphan-credit 4f1a2c  # ■通讯员 王岚 摄`: the row of an older tick of the same doubt gives way to the
new one, all others go after the last; a page without a sidecar gets one of nothing else.
"""

import re
from collections.abc import Collection, Sequence
from pathlib import Path

from newspaper_archive.desk.sidecar_writer import new_sidecar_place, sidecar_place
from newspaper_archive.errors import ArchiveError
from newspaper_archive.folder.sidecar.sidecar_file import sidecar_of
from newspaper_archive.folder.text.encoding import CODECS, decode
from newspaper_archive.folder.text.lines import LINE_END
from newspaper_archive.invisible import shown
from newspaper_archive.model import PageFile, Tick
from newspaper_archive.store.sealed import write_whole

_KEY = re.compile(r"checked[ \t]*[:：][ \t]*(?:#.*)?")
_ROW = re.compile(r"(?P<indent>[ \t]*)- ")
_INDENT = "  "
_EXCERPT = 20

Rows = Sequence[tuple[Tick, str]]
"""Ticks to be written, each with the words that it is of."""


def write_ticks(file: PageFile, rows: Rows, old: Collection[Tick]) -> str:
    """Writes them, in place of those of `old` that are of the same doubt; gives the sidecar's path.

    `old` has the ticks that are there, each as it stands on the page now.
    """
    if file.sidecar is None:
        beside = new_sidecar_place(file)
        path = f"{file.path.rpartition('.')[0]}.yaml"
        _keep(beside, path, "".join(_edited([], rows, ())).encode())
        return path
    beside, path = sidecar_place(file, file.sidecar.path), file.sidecar.path
    before = beside.read_bytes()
    text, codec = _text(before, path)
    _keep(beside, path, _with(text, rows, old, path).encode(codec, "replace"))
    return path


def remove_ticks(file: PageFile, ticks: Collection[Tick]) -> str:
    """Takes these rows out of the sidecar, and it away where nothing else was in it; gives its path."""
    if file.sidecar is None:
        raise ArchiveError(f"{file.path}: 旁边没有旁注，没有可收回的")
    beside, path = sidecar_place(file, file.sidecar.path), file.sidecar.path
    text, codec = _text(beside.read_bytes(), path)
    lines = _lines(text)
    rows = {tick.at - 1 for tick in ticks}
    if not all(_is_row(lines, tick) for tick in ticks):
        raise ArchiveError(f"{path}: 程序看不懂 checked 的写法，没有动它。请自己删去要收回的")
    left = [line for index, line in enumerate(lines) if index not in rows]
    if len(rows) == len(file.sidecar.checked):
        left = [line for line in left if not _is_key(line)]
    empty = not any(line.strip("\ufeff \t\r\n") for line in left)
    _keep(beside, path, None if empty else "".join(left).encode(codec))
    return path


def _text(data: bytes, path: str) -> tuple[str, str]:
    """The sidecar to the letter, line ends and byte-order mark too, and what encodes it to the same bytes."""
    encoding = decode(data, file=path).encoding or "utf-8"
    codec = CODECS.get(encoding, encoding)
    text = data.decode(codec, "replace")
    if text.encode(codec, "replace") != data:
        raise ArchiveError(f"{path}: 是 {encoding} 编码，里面有坏字，程序不敢改动它。请用记事本另存为 UTF-8")
    return text, codec


def _with(text: str, rows: Rows, old: Collection[Tick], path: str) -> str:
    """The sidecar's text with the rows in it. Raises ArchiveError where its own form does not allow it."""
    made = "".join(_edited([*_lines(text)], rows, old))
    was = sidecar_of(_plain(text), path)
    try:
        now = sidecar_of(_plain(made), path)
    except ArchiveError:
        now = was
    kept = {(tick.line, tick.code, tick.mark) for tick in now.checked}
    if all((tick.line, tick.code, tick.mark) in kept for tick, _ in rows):
        return made
    told = f"{path}: 程序看不懂怎样往 checked 里加，没有动它。请自己在 checked: 下面加上："
    raise ArchiveError("\n".join([told, *(f"{_INDENT}- {_row(*row)}" for row in rows)]))


def _edited(lines: list[str], rows: Rows, old: Collection[Tick]) -> list[str]:
    """Each row in the place of its older one, the others after the last row, or under a key of their own."""
    end = next((found[0] for line in lines if (found := LINE_END.search(line))), "\n")
    fresh = []
    for tick, words in rows:
        there = _older(tick, old, lines)
        if there is None:
            fresh.append((tick, words))
        else:
            lines[there] = f"{_indent(lines[there])}- {_row(tick, words)}{end}"
    last, indent = _last_row(lines)
    if fresh and lines and not LINE_END.search(lines[last]):
        lines[last] += end
    added = [f"{indent}- {_row(*row)}{end}" for row in fresh]
    if fresh and not any(map(_is_key, lines)):
        added.insert(0, f"checked:{end}")
    lines[last + 1 : last + 1] = added
    return lines


def _older(tick: Tick, old: Collection[Tick], lines: Sequence[str]) -> int | None:
    """The index of the row that is of the same doubt."""
    same = (one for one in old if (one.line, one.code) == (tick.line, tick.code))
    return next((one.at - 1 for one in same if _is_row(lines, one)), None)


def _is_row(lines: Sequence[str], tick: Tick) -> bool:
    """Whether the tick stands in a row of its own, and where YAML counts lines as editors do."""
    row = "".join(lines[tick.at - 1 : tick.at])
    return _ROW.match(row) is not None and tick.code in row and tick.mark in row


def _last_row(lines: Sequence[str]) -> tuple[int, str]:
    """The index after which a row goes, and its indent; the last line where there is no `checked` yet."""
    key = next((index for index, line in enumerate(lines) if _is_key(line)), None)
    if key is None:
        return len(lines) - 1, _INDENT
    last, indent = key, _INDENT
    for index, line in enumerate(lines[key + 1 :], key + 1):
        if _ROW.match(line):
            last, indent = index, _indent(line)
        elif line.strip() and not line.lstrip().startswith("#"):
            break
    return last, indent


def _is_key(line: str) -> bool:
    return _KEY.fullmatch(line.rstrip("\r\n").removeprefix("\ufeff")) is not None


def _indent(row: str) -> str:
    return row[: len(row) - len(row.lstrip())]


def _row(tick: Tick, words: str) -> str:
    """`39 orphan-credit 4f1a2c  # ■通讯员 王岚 摄`."""
    excerpt = shown(" ".join(words.split()))
    short = excerpt if len(excerpt) <= _EXCERPT else f"{excerpt[:_EXCERPT]}…"
    return f"{tick} {tick.mark}  # {short}".removesuffix("  # ")


def _lines(text: str) -> list[str]:
    """With their ends."""
    return [line for line in re.split(r"(?<=\n)|(?<=\r)(?!\n)", text) if line]


def _plain(text: str) -> str:
    return LINE_END.sub("\n", text.removeprefix("\ufeff"))


def _keep(location: Path, path: str, data: bytes | None) -> None:
    """The old sidecar or the new one, never half; none where there is nothing to keep."""
    try:
        if data is None:
            location.unlink()
        else:
            write_whole(location, data)
    except OSError as error:
        raise ArchiveError(f"{path}: 写不进去（{error.strerror}）。请检查文件和文件夹的权限") from error
