"""Reads the doubts that the desk has looked at: `- 39 orphan-credit 4f1a2c` under `checked` in a sidecar.

A line of the page, what is doubtful there, and the fingerprint of the line's words; of a doubt about the page
as a whole only the latter two, as in `- undated 9be01d`. Each stands for itself: the sidecar need not be of
the present state of the page.
"""

import re
import unicodedata
from collections.abc import Iterator

from newspaper_archive.errors import not_allowed
from newspaper_archive.folder.sidecar.line_numbers import seen
from newspaper_archive.folder.yaml_file import Entry
from newspaper_archive.model import Tick

_TICK = re.compile(
    r"(?:(?P<line>[1-9]\d{0,4})[\s:]+)?(?P<code>[a-z]+(?:-[a-z]+)*)(?:\s+(?P<mark>[0-9a-f]{6}|\.))?"
)
_ALLOWED = "行号、疑点的代号和指纹，如 39 orphan-credit 4f1a2c，由 make checked 写入，不必手写"


def read_ticks(entry: Entry | None, file: str) -> tuple[Tick, ...]:
    """The ticks under `checked`, in their order; `39: orphan-credit` is taken for one as well."""
    if entry is None:
        return ()
    if not (entry.items or entry.pairs):
        raise not_allowed(file, entry.line, seen(entry), f"列表，每处以“- ”起：{_ALLOWED}")
    return tuple(_tick(said, at, file) for said, at in _said(entry))


def _said(entry: Entry) -> Iterator[tuple[str, int]]:
    """What stands on each row, and its line in the sidecar."""
    for item in entry.items or (entry,):
        if not item.pairs:
            yield seen(item), item.line
        for name, (_, value) in zip(item.names, item.pairs, strict=True):
            yield f"{name.text} {seen(value)}", name.line


def _tick(said: str, at: int, file: str) -> Tick:
    found = _TICK.fullmatch(unicodedata.normalize("NFKC", said).strip())
    if found is None:
        raise not_allowed(file, at, said, _ALLOWED)
    return Tick(int(found["line"]) if found["line"] else None, found["code"], found["mark"] or "", at)
