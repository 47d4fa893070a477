"""Reads the desk's YAML as plain strings with line numbers: `date: 2024-03-08` stays "2024-03-08".

No tag, no alias, no type: a value is text, a list, or a list of pairs. Whatever else stands there is an
ArchiveError that names file and line.
"""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from newspaper_archive.errors import ArchiveError, not_allowed
from newspaper_archive.folder.text.encoding import decode
from newspaper_archive.invisible import INVISIBLE

_PLAIN_TAGS = frozenset({"tag:yaml.org,2002:str", "tag:yaml.org,2002:seq", "tag:yaml.org,2002:map"})
_LARGEST = 1_000_000
_DEEPEST = 4
# Lines, tabs and the marks that editors leave behind (U+FEFF) may be in print that is to be corrected.
_NO_TEXT = re.compile(rf"(?![\t\n\u061c\u200e\u200f\ufeff]){INVISIBLE.pattern}")
# As PyYAML says of one that is not even spelt right.
_ALIAS = "while scanning an alias"
_HARMLESS = ("empty-page", "line-separator", "long-line")
_PLAIN = re.compile(r"[\w·][\w·.-]*")


class _Loader(yaml.BaseLoader):
    """Refuses `*name`: a few of them, each of the one before, make a gigabyte of a file of one line."""

    def compose_node(self, parent: yaml.Node | None, index: Any) -> yaml.Node | None:
        if self.check_event(yaml.AliasEvent):
            event = self.peek_event()  # type: ignore[no-untyped-call]  # PyYAML's types leave it out
            raise yaml.MarkedYAMLError(_ALIAS, problem_mark=event.start_mark)
        return super().compose_node(parent, index)


@dataclass(frozen=True, slots=True)
class Entry:
    """A value, its line, and its characters `start` to `end` of the file's text.

    `pairs` are the names and values below the key where it holds any; `names` are those names as values.
    """

    text: str
    line: int
    pairs: tuple[tuple[str, "Entry"], ...] = ()
    items: tuple["Entry", ...] = ()
    names: tuple["Entry", ...] = ()
    start: int = 0
    end: int = 0


def read_entries(location: Path, file: str, nested: frozenset[str] = frozenset()) -> Mapping[str, Entry]:
    """The file's keys in order, as `entries_of` its text."""
    return entries_of(yaml_text(location, file), file, nested)


def entries_of(
    text: str, file: str, nested: frozenset[str] = frozenset(), deep: frozenset[str] = frozenset()
) -> Mapping[str, Entry]:
    """The keys in order. Empty values are left out.

    Only `nested` keys may hold pairs of text; `deep` keys may hold lists and pairs of any kind.
    """
    root = _compose(text, file)
    if root is None:
        return {}
    entries = {}
    for key, node in _pairs(root, file):
        if key in deep:
            entry = _deep(node, file)
        else:
            entry = _nested(node, file) if key in nested else _scalar(node, file)
        if entry.text or entry.pairs or entry.items:
            entries[key] = entry
    return entries


def as_value(text: str) -> str:
    """The text as a value may be written: plain where YAML reads it so, else in quotes."""
    text = INVISIBLE.sub("", text)
    return text if not text or _PLAIN.fullmatch(text) else json.dumps(text, ensure_ascii=False)


def yaml_text(location: Path, file: str) -> str:
    """The file's text, in whatever character set. Raises ArchiveError where it is none."""
    try:
        data = location.read_bytes()
    except OSError as error:
        raise ArchiveError(f"{file}: 打不开（{error.strerror}）。请检查文件的权限") from error
    if len(data) > _LARGEST:
        raise ArchiveError(f"{file}: 有 {len(data)} 字节，大得不像是手写的。请检查是否放错")
    decoded = decode(data, file=file)
    problems = [problem for problem in decoded.problems if problem.code not in _HARMLESS]
    if problems:
        raise ArchiveError(f"{file}:{problems[0].line or 1}: {problems[0].seen}。请用记事本另存为 UTF-8")
    return decoded.text or ""


def _compose(text: str, file: str) -> yaml.Node | None:
    try:
        loader = _Loader(text)
    except yaml.reader.ReaderError as error:
        line = text.count("\n", 0, error.position) + 1
        raise _no_print(file, line, chr(error.character)) from error
    try:
        return loader.get_single_node()
    except yaml.YAMLError as error:
        raise _slip(error, text, file) from error
    except RecursionError as error:
        raise ArchiveError(f"{file}:{_reached(loader)}: 一层套一层，套得太深。请只写“键: 值”") from error
    except (ValueError, OverflowError) as error:
        # Only an escape beyond the last character (\U00110000) gets so far.
        raise ArchiveError(
            f"{file}:{_reached(loader)}: “\\U”后面的号码没有对应的字符（最大是 \\U0010FFFF）。请直接写这个字"
        ) from error
    finally:
        loader.dispose()


def _reached(loader: _Loader) -> int:
    """The line that was being read."""
    return int(loader.get_mark().line) + 1


def _slip(error: yaml.YAMLError, text: str, file: str) -> ArchiveError:
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    index = int(mark.line) if mark else 0
    if getattr(error, "context", None) == _ALIAS:
        seen = _line_of(text, index)
        advice = "以“*”开头是 YAML 的引用，这里不用。这段文字请用引号括起来"
        return ArchiveError(f"{file}:{index + 1}: 看到“{seen}”，{advice}")
    return _broken(text, file, index)


def _no_print(file: str, line: int, character: str) -> ArchiveError:
    seen = f"有一个看不见的字符 U+{ord(character):04X}，不能写在这里"
    return ArchiveError(f"{file}:{line}: {seen}。请删去它，或直接写要写的字")


def _broken(text: str, file: str, index: int) -> ArchiveError:
    advice = "请检查缩进（用空格不用 Tab）、引号是否成对、冒号是否半角且后面有空格"
    return ArchiveError(f"{file}:{index + 1}: 看到“{_line_of(text, index)}”，不是正确的 YAML。{advice}")


def _line_of(text: str, index: int) -> str:
    lines = text.split("\n")
    return lines[index].strip()[:60] if index < len(lines) else ""


def _pairs(node: yaml.Node, file: str) -> tuple[tuple[str, yaml.Node], ...]:
    _check_tag(node, file)
    if not isinstance(node, yaml.MappingNode):
        raise not_allowed(file, _line(node), _seen(node), "“键: 值”，每行一个，冒号半角且后面有空格")
    found: dict[str, yaml.Node] = {}
    for key_node, value in node.value:
        key = _scalar(key_node, file).text
        if key in found:
            raise ArchiveError(f"{file}:{_line(key_node)}: “{key}”写了两次。请只留一个")
        found[key] = value
    return tuple(found.items())


def _nested(node: yaml.Node, file: str) -> Entry:
    if isinstance(node, yaml.ScalarNode) and not node.value:
        return _scalar(node, file)
    pairs = tuple((key, _scalar(value, file)) for key, value in _pairs(node, file))
    return Entry("", _line(node), pairs)


def _deep(node: yaml.Node, file: str, depth: int = 0) -> Entry:
    """Whatever stands there, to a depth that no sidecar needs more than."""
    _check_tag(node, file)
    if isinstance(node, yaml.ScalarNode) or depth > _DEEPEST:
        return _scalar(node, file)
    if isinstance(node, yaml.SequenceNode):
        return Entry("", _line(node), items=tuple(_deep(item, file, depth + 1) for item in node.value))
    pairs = tuple((key, _deep(value, file, depth + 1)) for key, value in _pairs(node, file))
    names = tuple(_scalar(key, file) for key, _ in node.value)
    return Entry("", _line(node), pairs, names=names)


def _scalar(node: yaml.Node, file: str) -> Entry:
    _check_tag(node, file)
    if not isinstance(node, yaml.ScalarNode):
        raise not_allowed(file, _line(node), _seen(node), "一行文字")
    value = str(node.value).strip()
    if not node.style and value in ("~", "null"):
        value = ""
    if wrong := _NO_TEXT.search(value):
        raise _no_print(file, _line(node), wrong[0])
    return Entry(value, _line(node), start=int(node.start_mark.index), end=int(node.end_mark.index))


def _check_tag(node: yaml.Node, file: str) -> None:
    if node.tag not in _PLAIN_TAGS:
        raise not_allowed(file, _line(node), str(node.tag), "不带“!”标签的文字")


def _line(node: yaml.Node) -> int:
    return int(node.start_mark.line) + 1


def _seen(node: yaml.Node) -> str:
    if isinstance(node, yaml.ScalarNode):
        return str(node.value)[:60]
    return "一个列表" if isinstance(node, yaml.SequenceNode) else "一组“键: 值”"
