"""Reads `C01.yaml`, what the desk knows of the page `C01.txt` beside it: `date: 2024-03-08`."""

from collections.abc import Callable
from pathlib import Path

from newspaper_archive.edtf import is_edtf
from newspaper_archive.errors import not_allowed
from newspaper_archive.model import Sidecar
from newspaper_archive.read.encoding import CODECS
from newspaper_archive.read.yaml_file import Entry, read_entries

_LONGEST = 60


def _short_text(entry: Entry, file: str) -> str:
    if len(entry.text) > _LONGEST or "\n" in entry.text:
        raise not_allowed(file, entry.line, entry.text[:_LONGEST], f"一行文字，至多 {_LONGEST} 字")
    return entry.text


def _date(entry: Entry, file: str) -> str:
    if not is_edtf(entry.text):
        allowed = "年-月-日，如 2024-03-08；不详处写 X，如 XXXX-06-01；大约的加 ~，如 2024-03~"
        raise not_allowed(file, entry.line, entry.text, allowed)
    return entry.text


def _encoding(entry: Entry, file: str) -> str:
    name = entry.text.lower().replace("_", "-")
    if name not in CODECS:
        raise not_allowed(file, entry.line, entry.text, "、".join(CODECS))
    return name


# Every key a sidecar may hold, and what reads its value. Keys about the page's lines join here.
_KEYS: dict[str, Callable[[Entry, str], str]] = {
    "paper": _short_text,
    "edition": _short_text,
    "date": _date,
    "folio": _short_text,
    "page_name": _short_text,
    "system_code": _short_text,
    "encoding": _encoding,
}


def read_sidecar(location: Path, file: str) -> Sidecar:
    """What the sidecar says; `file` is its path for messages. Raises ArchiveError where it cannot be used."""
    values = {}
    for key, entry in read_entries(location, file).items():
        if key not in _KEYS:
            raise not_allowed(file, entry.line, key, "、".join(_KEYS))
        values[key] = _KEYS[key](entry, file)
    return Sidecar(path=file, **values)
