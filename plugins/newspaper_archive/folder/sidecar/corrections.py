"""Reads the text corrections of a sidecar: `己经` on line 12 is to read `已经`; maybe by whom, when, why."""

from collections.abc import Callable
from dataclasses import dataclass

from newspaper_archive.errors import ArchiveError, not_allowed
from newspaper_archive.folder.key_names import CORRECTION, glossed
from newspaper_archive.folder.sidecar.line_numbers import one_stretch, seen
from newspaper_archive.folder.written_date import as_edtf
from newspaper_archive.folder.yaml_file import Entry
from newspaper_archive.lexicon.edtf import is_calendar_date
from newspaper_archive.model import Correction, Stretch

_NEEDED = ("line", "from", "to")
_KEYS = (*_NEEDED, "by", "on", "why")
_LONGEST = 200


@dataclass(frozen=True, slots=True)
class Corrections:
    corrections: tuple[Correction, ...] = ()
    mentions: tuple[Stretch, ...] = ()


def read_corrections(entry: Entry | None, file: str) -> Corrections:
    """The list under `corrections`, in its order."""
    if entry is None:
        return Corrections()
    if not entry.items:
        raise not_allowed(file, entry.line, seen(entry), "列表，每处以“- ”起，如 - line: 12")
    found = [_correction(item, file) for item in entry.items]
    return Corrections(tuple(one for one, _ in found), tuple(mention for _, mention in found))


def _correction(entry: Entry, file: str) -> tuple[Correction, Stretch]:
    said = dict(entry.pairs)
    for key, value in said.items():
        if key not in _KEYS:
            raise not_allowed(file, value.line, key, glossed(_KEYS, CORRECTION))
    missing = [key for key in _NEEDED if key not in said]
    if missing:
        raise ArchiveError(
            f"{file}:{entry.line}: 更正没有写 {'、'.join(missing)}。line（哪一行）、from（原文）、to（改作）"
            "三项都要写；by（谁改的）、on（哪天）、why（为什么）可写可不写"
        )
    place = one_stretch(said["line"], file)
    if place.first != place.last:
        raise not_allowed(file, place.at, str(place), "一个行号；几行各写一处更正")
    correction = Correction(
        line=place.first,
        printed=_text(said["from"], file),
        corrected=_text(said["to"], file, empty=True),
        by=_may_say(said.get("by"), _text, file),
        on=_may_say(said.get("on"), _date, file),
        why=_may_say(said.get("why"), _text, file),
        at=said["from"].line,
    )
    if correction.printed == correction.corrected:
        raise ArchiveError(f"{file}:{correction.at}: from 和 to 都是“{correction.printed}”。请写改成什么")
    return correction, place


def _may_say(entry: Entry | None, read: Callable[[Entry, str], str], file: str) -> str:
    """What stands there, "" where nothing does."""
    empty = entry is None or not (entry.text or entry.items or entry.pairs)
    return "" if entry is None or empty else read(entry, file)


def _text(entry: Entry, file: str, *, empty: bool = False) -> str:
    short = len(entry.text) <= _LONGEST and "\n" not in entry.text
    if not short or entry.items or entry.pairs or not (entry.text or empty):
        raise not_allowed(file, entry.line, seen(entry), f"一行文字，至多 {_LONGEST} 字")
    return entry.text


def _date(entry: Entry, file: str) -> str:
    date = as_edtf(entry.text)
    if not is_calendar_date(date):
        raise not_allowed(file, entry.line, seen(entry), "年-月-日，如 2024-03-08")
    return date
