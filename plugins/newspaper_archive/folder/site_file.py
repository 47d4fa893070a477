"""Reads `site.yaml`, at the root of the folder of pages, which says whose site it is: `主办: 云汀日报社`.

Nothing of it has to be there. A key may be written in Chinese or in English; what is written wrong is an
ArchiveError that names file and line.
"""

import re
import unicodedata
from collections.abc import Callable, Collection, Iterator, Mapping
from pathlib import Path
from urllib.parse import urlsplit

from newspaper_archive.errors import ArchiveError, not_allowed
from newspaper_archive.folder.foreign_files import SITE_FILE
from newspaper_archive.folder.sorting import PAGE_SUFFIXES
from newspaper_archive.folder.yaml_file import Entry, entries_of, yaml_text
from newspaper_archive.lexicon.han import HAN
from newspaper_archive.model import Imprint, SiteFile

KEYS: Mapping[str, tuple[str, ...]] = {
    "name": ("名称", "网站名称"),
    "address": ("网址",),
    "publisher": ("主办", "主办单位"),
    "contact": ("联系", "联系方式"),
    "mail": ("邮箱", "电子邮箱", "email"),
    "telephone": ("电话", "联系电话"),
    "icp": ("ICP备案号", "ICP", "备案号"),
    "police": ("公安备案号", "公安联网备案号"),
    "copyright": ("版权",),
    "language": ("语言",),
}
"""Every key, with what else it may be called; the first of these names is told to the desk."""
_KEY_OF = {name.lower(): key for key, others in KEYS.items() for name in (key, *others)}
_CONTACT = frozenset(("contact", "Contact", *KEYS["contact"]))
_WAYS = ("mail", "telephone")
_LANGUAGES = {
    **dict.fromkeys(("zh", "zh-cn", "中文", "简体", "简体中文"), "zh-Hans"),
    **dict.fromkeys(("zh-tw", "zh-hk", "繁体", "繁體", "繁体中文", "繁體中文"), "zh-Hant"),
    **dict.fromkeys(("english", "英文", "英语"), "en"),
}
_MAIL = re.compile(r"[^\s@<>,;:\"'()]+@[^\s@<>,;:\"'()]+\.[^\s@<>,;:\"'().]+")
_TELEPHONE = re.compile(r"[+(]?\d(?:[\d+() \-/、,;转]|分机)*")
_ICP = re.compile(rf"([{HAN}])ICP([备证])(\d{{5,14}})号(?:[-–—](\d{{1,3}}))?", re.IGNORECASE)
_POLICE = re.compile(rf"[{HAN}]公网安备\d{{10,14}}号")
_MAIL_ALLOWED, _TELEPHONE_ALLOWED = "一个邮箱，如 desk@example.org", "电话号码，如 0999-8765432"
_ADDRESS_ALLOWED = "以 https:// 或 http:// 开头的网址，如 https://example.org/archive"
_ICP_ALLOWED = "工信部给的备案号，省的简称在前，如 鲁ICP备2099000001号-1"
_POLICE_ALLOWED = "公安机关给的备案号，省的简称在前，如 鲁公网安备37990002000001号"
# What editors leave in a line and nobody sees.
_UNSEEN = dict.fromkeys(map(ord, "\u061c\u200e\u200f\ufeff"))


def read_site(seeds: Path, languages: Collection[str]) -> SiteFile:
    """What the folder's `site.yaml` says, if it is there; `languages` are those that a site can speak."""
    location = _location(seeds)
    if location is None:
        return SiteFile()
    try:
        return _site(dict(_entries(location)), location.name, languages)
    except ArchiveError as error:
        raise ArchiveError(f"{error}{_not_of_a_page(seeds)}") from error


def _location(seeds: Path) -> Path | None:
    """The file, whatever its capitals; one that is a link out of the folder is none of the desk's."""
    named = sorted(path for path in seeds.iterdir() if path.name.lower() == SITE_FILE)
    found = [path for path in named if path.is_file() and path.resolve().is_relative_to(seeds.resolve())]
    if len(found) > 1:
        raise ArchiveError(f"{found[0].name}: 旁边还有 {found[1].name}，不知道该听哪一个的。请只留一个")
    return found[0] if found else None


def _not_of_a_page(seeds: Path) -> str:
    """Whoever has a page of that name may have meant to write of that page."""
    pages = [f"site{suffix}" for suffix in PAGE_SUFFIXES if (seeds / f"site{suffix}").exists()]
    return f"。{SITE_FILE} 说的是整个网站；要给 {pages[0]} 写旁注，请先给这个版面文件改名" if pages else ""


def _entries(location: Path) -> Iterator[tuple[str, Entry]]:
    """The values by the English names of their keys; what stands under `contact` as if it stood alone."""
    file = location.name
    seen: dict[str, str] = {}
    for key, written, entry in _flat(entries_of(yaml_text(location, file), file, deep=_CONTACT), file):
        other = seen.setdefault(key, written)
        if other != written:
            raise ArchiveError(f"{file}:{entry.line}: “{written}”与“{other}”说的是一件事。请只留一个")
        yield key, entry


def _flat(entries: Mapping[str, Entry], file: str) -> Iterator[tuple[str, str, Entry]]:
    for written, entry in entries.items():
        key = _key(written, entry, file, tuple(KEYS))
        if key != "contact":
            yield key, written, entry
        elif entry.pairs:
            for name, value in entry.pairs:
                yield _key(name, value, file, _WAYS), f"{written}: {name}", value
        else:
            yield _way(entry, file), written, entry


def _key(written: str, entry: Entry, file: str, allowed: tuple[str, ...]) -> str:
    key = _KEY_OF.get(_plain(written).lower(), "")
    if key not in allowed:
        known = "、".join(f"{name}（{KEYS[name][0]}）" for name in allowed)
        raise not_allowed(file, entry.line, written, known)
    return key


def _way(entry: Entry, file: str) -> str:
    """Which of the two a plain line is."""
    if _mail(entry.text):
        return "mail"
    if _telephone(entry.text):
        return "telephone"
    seen = entry.text or "一个列表"
    raise not_allowed(
        file, entry.line, seen, f"{_MAIL_ALLOWED}；{_TELEPHONE_ALLOWED}；两样都写，就在下面分两行"
    )


def _site(entries: Mapping[str, Entry], file: str, languages: Collection[str]) -> SiteFile:
    known = {code.lower(): code for code in languages}

    def language(text: str) -> str:
        return known.get(text.lower()) or known.get(_LANGUAGES.get(text.lower(), "").lower(), "")

    def said(key: str, read: Callable[[str], str], allowed: str) -> str:
        entry = entries.get(key)
        if entry is None:
            return ""
        value = read(entry.text)
        if not value:
            raise not_allowed(file, entry.line, entry.text, allowed)
        return value

    return SiteFile(
        name=said("name", _words, "网站的名称"),
        address=said("address", _address, _ADDRESS_ALLOWED),
        language=said("language", language, f"{'、'.join(known.values())} 之一"),
        imprint=Imprint(
            publisher=said("publisher", _words, "主办单位的名称"),
            mail=said("mail", _mail, _MAIL_ALLOWED),
            telephone=said("telephone", _telephone, _TELEPHONE_ALLOWED),
            icp=said("icp", _icp, _ICP_ALLOWED),
            police=said("police", _police, _POLICE_ALLOWED),
            copyright=said("copyright", _words, "一行版权声明"),
        ),
    )


def _words(text: str) -> str:
    """On one line, as it is shown."""
    return " ".join(text.translate(_UNSEEN).split())


def _plain(text: str) -> str:
    """In half-width characters without blanks: `鲁公网安备 ３７…号`."""
    return "".join(unicodedata.normalize("NFKC", text.translate(_UNSEEN)).split())


def _address(text: str) -> str:
    """Without a stroke or the name of the first page at its end; "" for what is no address of a folder."""
    address = unicodedata.normalize("NFKC", _words(text)).removesuffix("/index.html").rstrip("/")
    try:
        parts = urlsplit(address)
        host = parts.hostname or ""
    except ValueError:
        return ""
    is_web = parts.scheme in ("http", "https") and bool(host) and "@" not in parts.netloc
    return address if is_web and not parts.query and not parts.fragment and " " not in address else ""


def _mail(text: str) -> str:
    mail = _plain(text)
    return mail if _MAIL.fullmatch(mail) else ""


def _telephone(text: str) -> str:
    """As it is written; none has fewer than five figures."""
    plain = unicodedata.normalize("NFKC", _words(text))
    is_number = _TELEPHONE.fullmatch(plain) and sum(map(str.isdigit, plain)) >= 5
    return _words(text) if is_number else ""


def _icp(text: str) -> str:
    found = _ICP.fullmatch(_plain(text))
    if found is None:
        return ""
    number = f"{found[1]}ICP{found[2]}{found[3]}号"
    return f"{number}-{found[4]}" if found[4] else number


def _police(text: str) -> str:
    number = _plain(text)
    return number if _POLICE.fullmatch(number) else ""
