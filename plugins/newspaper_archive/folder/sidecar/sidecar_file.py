"""Reads `C01.yaml`, what the desk knows of the page `C01.txt` beside it: `date: 2024-03-08`."""

import re
import unicodedata
from collections.abc import Callable, Mapping
from pathlib import Path

from newspaper_archive.errors import not_allowed
from newspaper_archive.folder.key_names import PAGE, Spelt, glossed, spelt, unmarked
from newspaper_archive.folder.sidecar.fingerprint import FORM
from newspaper_archive.folder.sidecar.orders import BELOW, read_orders
from newspaper_archive.folder.sidecar.orders import KEYS as ORDER_KEYS
from newspaper_archive.folder.sidecar.ticks import read_ticks
from newspaper_archive.folder.text.encoding import CODECS
from newspaper_archive.folder.written_date import as_edtf
from newspaper_archive.folder.yaml_file import Entry, entries_of, yaml_text
from newspaper_archive.lexicon.edtf import is_edtf
from newspaper_archive.model import Sidecar

_LONGEST = 60
_PAGE_NUMBER = re.compile(r"第?\s*([A-Za-z]{0,2}\d{1,3})\s*版")
_SHA256 = re.compile(r"[0-9a-f]{64}")


def _short_text(entry: Entry, file: str) -> str:
    if len(entry.text) > _LONGEST or "\n" in entry.text:
        raise not_allowed(file, entry.line, entry.text[:_LONGEST], f"一行文字，至多 {_LONGEST} 字")
    return entry.text


def _name(entry: Entry, file: str) -> str:
    return unmarked(_short_text(entry, file))


def _folio(entry: Entry, file: str) -> str:
    text = unicodedata.normalize("NFKC", _short_text(entry, file))
    found = _PAGE_NUMBER.fullmatch(text)
    return found[1] if found else text


def _date(entry: Entry, file: str) -> str:
    date = as_edtf(entry.text)
    if not is_edtf(date):
        allowed = "年-月-日，如 2024-03-08；不详处写 X，如 XXXX-06-01；大约的加 ~，如 2024-03~"
        raise not_allowed(file, entry.line, entry.text, allowed)
    return date


def _encoding(entry: Entry, file: str) -> str:
    said = _bare(entry.text)
    name = next((name for name in CODECS if _bare(name) == said), None)
    if name is None:
        raise not_allowed(file, entry.line, entry.text, "、".join(CODECS))
    return name


def _bare(name: str) -> str:
    return re.sub(r"[-_\s]", "", unicodedata.normalize("NFKC", name).lower())


def _sha256(entry: Entry, file: str) -> str:
    if not _SHA256.fullmatch(entry.text):
        raise not_allowed(file, entry.line, entry.text[:_LONGEST], "64 位校验和，由 make accept 写入")
    return entry.text


def _fingerprints(entry: Entry | None, file: str) -> tuple[str, ...]:
    found = entry.text.split() if entry else []
    wrong = next((one for one in found if not FORM.fullmatch(one)), None)
    if entry and wrong is not None:
        raise not_allowed(file, entry.line, wrong[:_LONGEST], "各行的指纹，由 make accept 写入，不必手写")
    return tuple(found)


# What reads the value of each key about the page as a whole.
_KEYS: dict[str, Callable[[Entry, str], str]] = {
    "paper": _name,
    "edition": _name,
    "date": _date,
    "folio": _folio,
    "page_name": _short_text,
    "system_code": _short_text,
    "encoding": _encoding,
    "sha256": _sha256,
}
_ALL_KEYS = (*_KEYS, "fingerprints", *ORDER_KEYS)
_SPELT: Mapping[str, Spelt] = {"": spelt({key: PAGE.get(key, ()) for key in _ALL_KEYS}), **BELOW}


def read_sidecar(location: Path, file: str) -> Sidecar:
    """What the sidecar says; `file` is its path for messages. Raises ArchiveError where it cannot be used."""
    return sidecar_of(yaml_text(location, file), file)


def sidecar_entries(text: str, file: str) -> Mapping[str, Entry]:
    """The keys of a sidecar, each with its place in the text as it was typed."""
    return entries_of(text, file, deep=frozenset(ORDER_KEYS), spelt=_SPELT)


def sidecar_of(text: str, file: str) -> Sidecar:
    entries = sidecar_entries(text, file)
    for key, entry in entries.items():
        if key not in _ALL_KEYS:
            raise not_allowed(file, entry.line, key, glossed(_ALL_KEYS, PAGE))
    said = {key: read(entries[key], file) for key, read in _KEYS.items() if key in entries}
    return Sidecar(
        path=file,
        paper=said.get("paper"),
        edition=said.get("edition"),
        date=said.get("date"),
        folio=said.get("folio"),
        page_name=said.get("page_name"),
        system_code=said.get("system_code"),
        encoding=said.get("encoding"),
        sha256=said.get("sha256"),
        fingerprints=_fingerprints(entries.get("fingerprints"), file),
        orders=read_orders(entries, file),
        checked=read_ticks(entries.get("checked"), file),
    )
