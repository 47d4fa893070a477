"""Reads `withdrawn.yaml`, at the root of the folder of pages: what the desk takes off the site, and why.

    - address: hewan/2031/2031-03-05/c01-02
      on: 2031-04-01
      why: 当事人要求
      by: 何书简
    - page: 2031-03-05/C01.txt
      words: 柏清漪
      …

A key may be written in Chinese. What is written wrong is an ArchiveError that names file and line.
"""

import re
import unicodedata
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import unquote

from newspaper_archive.errors import ArchiveError, not_allowed
from newspaper_archive.folder.foreign_files import WITHDRAWN_FILE
from newspaper_archive.folder.key_names import WITHDRAWAL, glossed, plain, spelt
from newspaper_archive.folder.sidecar.line_numbers import numbers, seen, stretches
from newspaper_archive.folder.written_date import as_edtf
from newspaper_archive.folder.yaml_file import Entry, items_of, yaml_text
from newspaper_archive.model import Withdrawal

REASONS_FOR_READERS = ("当事人要求", "法律要求", "有误", "侵权", "个人信息", "未成年人")
"""Why something may be withdrawn; readers are told."""
_MEANT = {
    "本人要求": "当事人要求",
    "法院要求": "法律要求",
    "内容有误": "有误",
    "侵犯版权": "侵权",
    "版权": "侵权",
    "隐私": "个人信息",
    "保护未成年人": "未成年人",
}
_NAMES = re.compile(r"withdrawn\.ya?ml(?:\.txt)?", re.IGNORECASE)
_KEYS = spelt(WITHDRAWAL)
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_ID = re.compile(r"(?:.*/)?([a-z0-9-]+/(?:\d{4}/\d{4}-\d\d-\d\d|undated/[a-z0-9_-]+)/[a-z0-9_-]+)(?:\.html)?")
_YES, _NO = frozenset(("yes", "true", "是", "对")), frozenset(("no", "false", "否"))
_FEWEST = 2
_ADDRESS_ALLOWED = "稿件的网址，如 hewan/2031/2031-03-05/c01-02"
_LACKING = {
    "on": "请写哪天撤下的，如 on: 2031-04-01",
    "why": f"请写原因：{'、'.join(REASONS_FOR_READERS)} 之一",
    "by": "请写是谁撤的，如 by: 何书简（只留在这个文件里，不上网）",
}
_EXAMPLE = "“- ”起的列表，每条写 address，或写 page 和 words；再写 on、why、by"


def read_withdrawn(seeds: Path) -> tuple[Withdrawal, ...]:
    """What the folder's `withdrawn.yaml` takes away, in its order; nothing where there is no such file."""
    location = _location(seeds)
    if location is None:
        return ()
    file = location.name
    items = items_of(yaml_text(location, file), file, _KEYS)
    found = tuple(_withdrawal(item, file) for item in items)
    _check_once(found, file)
    return found


def _location(seeds: Path) -> Path | None:
    """One that only nearly has the name is not passed over: its words would stay on the site."""
    named = sorted(path for path in seeds.iterdir() if _NAMES.fullmatch(path.name))
    if len(named) > 1:
        raise ArchiveError(f"{named[0].name}: 旁边还有 {named[1].name}，两个都像是撤下的清单。请并成一个")
    if named and named[0].name.lower() != WITHDRAWN_FILE:
        raise ArchiveError(f"{named[0].name}: 撤下的清单该叫 {WITHDRAWN_FILE}。请改名，再运行 make")
    return named[0] if named else None


def _withdrawal(item: Entry, file: str) -> Withdrawal:
    if not item.pairs:
        raise not_allowed(file, item.line, seen(item), _EXAMPLE)
    said = {key: entry for key, entry in item.pairs if entry.text or entry.items or entry.pairs}
    for key, entry in item.pairs:
        if key not in WITHDRAWAL:
            raise not_allowed(file, entry.line, key, glossed(WITHDRAWAL, WITHDRAWAL))
    _check_kind(said, item, file)
    return Withdrawal(
        at=item.line,
        on=_day(_said(said, "on", item, file), file),
        why=_reason(_said(said, "why", item, file), file),
        by=_line_of_text(_said(said, "by", item, file), file, "一行文字，写是谁撤的"),
        id=_id(said["address"], file) if "address" in said else "",
        page=_page(said["page"], file) if "page" in said else "",
        words=_words(said["words"], file) if "words" in said else "",
        lines=numbers(stretches(said["lines"], file)) if "lines" in said else (),
        deleted=_yes(said["deleted"], file) if "deleted" in said else False,
    )


def _said(said: Mapping[str, Entry], key: str, item: Entry, file: str) -> Entry:
    if key not in said:
        raise ArchiveError(f"{file}:{item.line}: 这一条没有写 {key}（{WITHDRAWAL[key][0]}）。{_LACKING[key]}")
    return said[key]


def _check_kind(said: Mapping[str, Entry], item: Entry, file: str) -> None:
    """An address alone, or with where its story stands now; or words, and on which page."""
    if "address" in said and "words" in said:
        raise ArchiveError(
            f"{file}:{said['words'].line}: 一条里既有 address 又有 words。撤整篇只写 address；"
            "只撤几个字，请写 page 和 words"
        )
    if "address" not in said and not ("page" in said and "words" in said):
        lacks = "words（要撤的字）" if "page" in said else "page（在哪个版面文件）"
        either = "page 和 words" if not said.keys() & {"page", "words"} else lacks
        raise ArchiveError(f"{file}:{item.line}: 这一条没有写撤下什么。请写 address（网址），或补上 {either}")
    if "address" in said and ("page" in said) != ("lines" in said):
        raise ArchiveError(
            f"{file}:{item.line}: 网址之外只写了 page、lines 中的一个。要说明稿件现在在哪里，"
            "请两个都写，如 page: C01.txt、lines: 12-25；不必说明就都删去"
        )


def _day(entry: Entry, file: str) -> str:
    day = as_edtf(entry.text)
    if not _DAY.fullmatch(day):
        raise not_allowed(file, entry.line, seen(entry), "哪一天撤下的，如 2031-04-01")
    return day


def _reason(entry: Entry, file: str) -> str:
    text = "".join(entry.text.split())
    reason = _MEANT.get(text, text)
    if reason not in REASONS_FOR_READERS:
        raise not_allowed(file, entry.line, seen(entry), "、".join(REASONS_FOR_READERS))
    return reason


def _line_of_text(entry: Entry, file: str, allowed: str) -> str:
    if not entry.text or "\n" in entry.text:
        raise not_allowed(file, entry.line, seen(entry), allowed)
    return entry.text


def _id(entry: Entry, file: str) -> str:
    """The id in an address of the site, be it with `.html` and all that stands before its folders."""
    text = unquote(unicodedata.normalize("NFKC", entry.text)).strip().replace("\\", "/")
    found = _ID.fullmatch(re.split(r"[?#]", text)[0])
    if found is None:
        raise not_allowed(file, entry.line, seen(entry), _ADDRESS_ALLOWED)
    return found[1]


def _page(entry: Entry, file: str) -> str:
    return _line_of_text(entry, file, "版面文件的名字，如 2031-03-05/C01.txt").replace("\\", "/").strip("/")


def _words(entry: Entry, file: str) -> str:
    """As typed; one letter alone would take away half a page."""
    letters = [character for character in entry.text if character.isalnum()]
    if len(letters) < _FEWEST:
        raise not_allowed(file, entry.line, seen(entry), f"至少 {_FEWEST} 个字的姓名、电话或一句话")
    return entry.text


def _yes(entry: Entry, file: str) -> bool:
    word = plain(entry.text)
    if word not in _YES | _NO:
        raise not_allowed(file, entry.line, seen(entry), "是、否")
    return word in _YES


def _check_once(found: tuple[Withdrawal, ...], file: str) -> None:
    seen_at: dict[tuple[str, str, str, tuple[int, ...]], int] = {}
    for one in found:
        what = (one.id, "", "", ()) if one.id else ("", one.page, one.words, one.lines)
        first = seen_at.setdefault(what, one.at)
        if first != one.at:
            raise ArchiveError(f"{file}:{one.at}: 与第 {first} 行的那一条撤的是一样的东西。请只留一条")
