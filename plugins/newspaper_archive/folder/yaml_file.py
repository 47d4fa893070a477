"""Reads the desk's YAML as plain strings with line numbers: `date: 2024-03-08` stays "2024-03-08".

No tag, no alias, no type: a value is text, a list, or a list of pairs. Slips are put right where they have
one meaning. Whatever else stands there is an ArchiveError that names file and line.
"""

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from newspaper_archive.errors import ArchiveError, not_allowed
from newspaper_archive.folder.key_names import Spelt, plain
from newspaper_archive.folder.text.encoding import decode
from newspaper_archive.folder.yaml_refusals import ALIAS, PAIR, refused, twice, unclear_tabs, unprintable
from newspaper_archive.folder.yaml_slips import Mended, indented_by_tabs, mended
from newspaper_archive.invisible import INVISIBLE

_PLAIN_TAGS = frozenset({"tag:yaml.org,2002:str", "tag:yaml.org,2002:seq", "tag:yaml.org,2002:map"})
_LARGEST = 1_000_000
_DEEPEST = 4
_LONGEST_NAME = 200
# Lines, tabs and the marks that editors leave behind (U+FEFF) may be in print that is to be corrected.
_NO_TEXT = re.compile(rf"(?![\t\n\u061c\u200e\u200f\ufeff]){INVISIBLE.pattern}")
_HARMLESS = ("empty-page", "line-separator", "long-line")
_PLAIN = re.compile(r"[\w·][\w·.-]*")
_NO_WORDS: Mapping[str, Spelt] = {"": {}}
_FURTHER_KEY = re.compile(r"[\s,，、;；]([^\s,，、;；:：]{1,20})\s*[:：]")
# How wide a tab may be meant.
_TABS = (2, 4, 8)


class _Loader(yaml.BaseLoader):
    """Refuses `*name`: a few of them, each of the one before, make a gigabyte of a file of one line."""

    def compose_node(self, parent: yaml.Node | None, index: Any) -> yaml.Node | None:
        if self.check_event(yaml.AliasEvent):
            event = self.peek_event()  # type: ignore[no-untyped-call]  # PyYAML's types leave it out
            raise yaml.MarkedYAMLError(ALIAS, problem_mark=event.start_mark)
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


@dataclass(frozen=True, slots=True)
class _File:
    """What is needed to read any part of it; `keys` are by their spellings, of the part alone."""

    name: str
    origin: Sequence[int]
    keys: Spelt = field(default_factory=dict)


def read_entries(
    location: Path, file: str, nested: frozenset[str] = frozenset(), spelt: Mapping[str, Spelt] = _NO_WORDS
) -> Mapping[str, Entry]:
    """The file's keys in order, as `entries_of` its text."""
    return entries_of(yaml_text(location, file), file, nested, spelt=spelt)


def entries_of(
    text: str,
    file: str,
    nested: frozenset[str] = frozenset(),
    deep: frozenset[str] = frozenset(),
    spelt: Mapping[str, Spelt] = _NO_WORDS,
) -> Mapping[str, Entry]:
    """The keys in order. Empty values are left out.

    Only `nested` keys may hold pairs of text; `deep` keys may hold lists and pairs of any kind. `spelt` has
    the keys by their spellings: those of the file below "", those below a key below it.
    """
    root, origin = _read(text, file, spelt, nested | deep)
    if root is None:
        return {}
    entries = {}
    for key, node in _pairs(root, _File(file, origin, spelt.get("", {}))):
        part = _File(file, origin, spelt.get(key, {}))
        if key in deep:
            entry = _deep(node, part)
        else:
            entry = _nested(node, part) if key in nested else _one_thing(_scalar(node, part), file, spelt)
        if entry.text or entry.pairs or entry.items:
            entries[key] = entry
    return entries


def items_of(text: str, file: str, keys: Spelt) -> tuple[Entry, ...]:
    """The items of a file that is a list, each of pairs of any kind; a file that is no list is one item."""
    root, origin = _read(text, file, {"": keys}, frozenset())
    if root is None:
        return ()
    whole = _deep(root, _File(file, origin, keys))
    return (whole,) if whole.pairs or whole.text else whole.items


def as_value(text: str) -> str:
    """The text as a value may be written: plain where YAML reads it so, else in quotes."""
    text = INVISIBLE.sub("", text)
    return text if not text or _PLAIN.fullmatch(text) else json.dumps(text, ensure_ascii=False)


def _one_thing(entry: Entry, file: str, spelt: Mapping[str, Spelt]) -> Entry:
    """Not `大河日报，日期：2024`, which would be a name."""
    if any(
        plain(found[1]) in spelt.get("", {}) for found in _FURTHER_KEY.finditer(entry.text[:_LONGEST_NAME])
    ):
        raise ArchiveError(
            f"{file}:{entry.line}: 看到“{entry.text[:60]}”，一行里写了两项。请每行只写一项，每项写作“键: 值”"
        )
    return entry


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


def _read(
    text: str, file: str, spelt: Mapping[str, Spelt], holders: frozenset[str]
) -> tuple[yaml.Node | None, Sequence[int]]:
    """The text without its slips, and where each of its characters stood."""
    found: dict[object, tuple[yaml.Node | None, Sequence[int]]] = {}
    wrong: list[ArchiveError] = []
    for tab in _TABS if indented_by_tabs(text) else _TABS[:1]:
        version = mended(text, spelt, holders, tab)
        try:
            node = _compose(version, text, file)
        except ArchiveError as error:
            wrong.append(error)
        else:
            found.setdefault(_outline(node), (node, version.origin))
    if len(found) > 1:
        raise unclear_tabs(text, file)
    if not found:
        raise wrong[0]
    return next(iter(found.values()))


def _outline(node: yaml.Node | None) -> object:
    """What a file says, whatever its columns."""
    if isinstance(node, yaml.MappingNode):
        return tuple((_outline(key), _outline(value)) for key, value in node.value)
    if isinstance(node, yaml.SequenceNode):
        return tuple(map(_outline, node.value))
    return None if node is None else node.value


def _compose(version: Mended, typed: str, file: str) -> yaml.Node | None:
    text = version.text
    try:
        loader = _Loader(text)
    except yaml.reader.ReaderError as error:
        line = text.count("\n", 0, error.position) + 1
        raise unprintable(file, line, chr(error.character)) from error
    try:
        return loader.get_single_node()
    except yaml.YAMLError as error:
        raise refused(error, version.stray, typed, file) from error
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


def _pairs(node: yaml.Node, file: _File) -> tuple[tuple[str, yaml.Node], ...]:
    """A key that `file` knows by another spelling comes by its own."""
    _check_tag(node, file)
    if not isinstance(node, yaml.MappingNode):
        raise not_allowed(file.name, _line(node), _seen(node), PAIR)
    found: dict[str, yaml.Node] = {}
    typed: dict[str, str] = {}
    for key_node, value in node.value:
        word = _scalar(key_node, file).text
        key = file.keys.get(plain(word), word)
        if key in found:
            raise twice(file.name, _line(key_node), typed[key], word)
        found[key], typed[key] = value, word
    return tuple(found.items())


def _nested(node: yaml.Node, file: _File) -> Entry:
    if isinstance(node, yaml.ScalarNode) and not node.value:
        return _scalar(node, file)
    pairs = tuple((key, _scalar(value, file)) for key, value in _pairs(node, file))
    return Entry("", _line(node), pairs)


def _deep(node: yaml.Node, file: _File, depth: int = 0) -> Entry:
    """Whatever stands there, to a depth that no sidecar needs more than."""
    _check_tag(node, file)
    if isinstance(node, yaml.ScalarNode) or depth > _DEEPEST:
        return _scalar(node, file)
    if isinstance(node, yaml.SequenceNode):
        return Entry("", _line(node), items=tuple(_deep(item, file, depth + 1) for item in node.value))
    pairs = tuple((key, _deep(value, file, depth + 1)) for key, value in _pairs(node, file))
    names = tuple(_scalar(key, file) for key, _ in node.value)
    return Entry("", _line(node), pairs, names=names)


def _scalar(node: yaml.Node, file: _File) -> Entry:
    _check_tag(node, file)
    if not isinstance(node, yaml.ScalarNode):
        raise not_allowed(file.name, _line(node), _seen(node), "一行文字")
    value = str(node.value).strip()
    if not node.style and value in ("~", "null"):
        value = ""
    if wrong := _NO_TEXT.search(value):
        raise unprintable(file.name, _line(node), wrong[0])
    start, end = file.origin[node.start_mark.index], file.origin[node.end_mark.index]
    return Entry(value, _line(node), start=start, end=end)


def _check_tag(node: yaml.Node, file: _File) -> None:
    if node.tag not in _PLAIN_TAGS:
        raise not_allowed(file.name, _line(node), str(node.tag), "不带“!”标签的文字")


def _line(node: yaml.Node) -> int:
    return int(node.start_mark.line) + 1


def _seen(node: yaml.Node) -> str:
    if isinstance(node, yaml.ScalarNode):
        return str(node.value)[:60]
    return "一个列表" if isinstance(node, yaml.SequenceNode) else "一组“键: 值”"
