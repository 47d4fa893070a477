"""Reads printed line numbers as the desk writes them: `7`, `9-13`, `[7, 9-13]`, and `7、9至13行` as well."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import replace

from newspaper_archive.errors import ArchiveError, not_allowed
from newspaper_archive.folder.yaml_file import Entry
from newspaper_archive.model import Stretch

_NUMBER = r"(?:第\s*)?\d{1,5}(?:\s*行)?(?:\s*(?:[-–—~−]{1,2}|[至到])\s*(?:第\s*)?\d{1,5}(?:\s*行)?)?"
_STRETCH = re.compile(r"\D*(\d+)(?:\D+(\d+)\D*)?\D*")
_ONE = re.compile(_NUMBER)
_SEVERAL = re.compile(rf"{_NUMBER}(?:(?:\s*[,、;]\s*|\s+){_NUMBER})*\s*(?:[,、;]\s*)?")
_ASKED = "?"
ALLOWED = "行号，如 7 或 9-13；几段用方括号，如 [7, 9-13]"


def is_numbers(text: str) -> bool:
    """Whether they are line numbers, be it some of which the desk is still asked."""
    return _SEVERAL.fullmatch(_narrow(text).replace(_ASKED, "")) is not None


def one_stretch(entry: Entry, file: str) -> Stretch:
    """`7` or `9-13`, full-width digits too."""
    _check_answered(entry, file)
    text = _narrow(entry.text)
    found = _STRETCH.fullmatch(text) if _ONE.fullmatch(text) else None
    if found is None:
        raise not_allowed(file, entry.line, seen(entry), ALLOWED)
    first = int(found[1])
    last = int(found[2] or first)
    if not 1 <= first <= last:
        raise not_allowed(file, entry.line, entry.text, "从小到大的行号，第一行是 1")
    return Stretch(first, last, entry.line, entry.start, entry.end)


def _check_answered(entry: Entry, file: str) -> None:
    """Raises ArchiveError for `7？`, a number of which `accept` was not sure."""
    text = _narrow(entry.text)
    if _ASKED in text and is_numbers(text):
        raise ArchiveError(
            f"{file}:{entry.line}: “{entry.text}”还没有核对，问号是 make accept 拿不准时加的。"
            "请对照版面文件的这一行：对就去掉问号，不对就改成对的行号，没有这一行了就删去这一处"
        )


def stretches(entry: Entry, file: str) -> tuple[Stretch, ...]:
    """One stretch, or several in the order of reading, in brackets or not."""
    _check_answered(entry, file)
    found = (part for item in entry.items or (entry,) for part in _split(item))
    return tuple(one_stretch(part, file) for part in found)


def _split(entry: Entry) -> Iterator[Entry]:
    """`7、9` is two entries, each with its place in the file; what is one, or anything else, is itself."""
    text = _narrow(entry.text)
    quotes, odd = divmod(entry.end - entry.start - len(text), 2)
    is_placed = not odd and quotes in (0, 1) and len(text) == len(entry.text)
    if _ONE.fullmatch(text) or _ASKED in text or not is_placed or not is_numbers(text):
        yield entry
        return
    for found in _ONE.finditer(text):
        start, end = (entry.start + quotes + at for at in found.span())
        yield replace(entry, text=found[0], start=start, end=end)


def _narrow(text: str) -> str:
    return unicodedata.normalize("NFKC", text)


def numbers(found: Iterable[Stretch]) -> tuple[int, ...]:
    """Every line of the stretches, one by one."""
    return tuple(number for stretch in found for number in range(stretch.first, stretch.last + 1))


def seen(entry: Entry) -> str:
    if entry.text:
        return entry.text[:60]
    if entry.items:
        return "一个列表"
    return "一组“键: 值”" if entry.pairs else "空白"
