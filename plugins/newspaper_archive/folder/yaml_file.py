"""Reads the desk's YAML as plain strings with line numbers: `date: 2024-03-08` stays "2024-03-08".

No tag, no alias, no type: a value is text, a list, or a list of pairs. Whatever else stands there is an
ArchiveError that names file and line.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import yaml

from newspaper_archive.errors import ArchiveError, not_allowed
from newspaper_archive.folder.text.encoding import decode

_PLAIN_TAGS = frozenset({"tag:yaml.org,2002:str", "tag:yaml.org,2002:seq", "tag:yaml.org,2002:map"})
_LARGEST = 1_000_000
_DEEPEST = 4
_HARMLESS = ("empty-page", "line-separator", "long-line")


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


def yaml_text(location: Path, file: str) -> str:
    """The file's text, in whatever character set. Raises ArchiveError where it is none."""
    try:
        data = location.read_bytes()
    except OSError as error:
        raise ArchiveError(f"{file}: 打不开（{error.strerror}）。请检查文件的权限") from error
    if len(data) > _LARGEST:
        raise ArchiveError(f"{file}: 有 {len(data)} 字节，大得不像说明文件。请检查是否放错")
    decoded = decode(data, file=file)
    doubts = [problem for problem in decoded.problems if problem.code not in _HARMLESS]
    if doubts:
        raise ArchiveError(f"{file}:{doubts[0].line or 1}: {doubts[0].seen}。请用记事本另存为 UTF-8")
    return decoded.text or ""


def _compose(text: str, file: str) -> yaml.Node | None:
    try:
        return yaml.compose(text, Loader=yaml.BaseLoader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        raise _broken(text, file, mark.line if mark else 0) from error
    except yaml.YAMLError as error:
        raise _broken(text, file, 0) from error
    except RecursionError as error:
        raise ArchiveError(f"{file}: 括号套得太深。请只写“键: 值”") from error


def _broken(text: str, file: str, index: int) -> ArchiveError:
    lines = text.split("\n")
    seen = lines[index].strip() if index < len(lines) else ""
    advice = "请检查缩进（用空格不用 Tab）、引号是否成对、冒号是否半角且后面有空格"
    return ArchiveError(f"{file}:{index + 1}: 看到“{seen[:60]}”，不是正确的 YAML。{advice}")


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
