"""The address book on disk: `addresses/river/2024.tsv`, a file an edition and year, a line an address.

    river/2024/2024-03-08/c01-02	dVAbhj0…        what stands there, as a sketch of its text
    river/2024/2024-03-08/c01-03	→	river/2024/2024-03-15/c02-01
    river/2024/2024-03-08/c01-04	×               taken away by the desk
    river/2024/2024-03-08/c01-05	×	2024-04-01	当事人要求	3b1c…:12-25:C01.txt	withdrawn: on, why, where
    river/2024/2024-03-08/c01-06	dVAbhj0…	3b1c…:30-41:C01.txt	with something on its page withdrawn
    sections/yao-wen	§	要闻

Lines are sorted, so that two books can be merged by hand; a line once written is never taken out.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path

from newspaper_archive.errors import ArchiveError
from newspaper_archive.model import AddressEntry, Book

FOLDER, SUFFIX = "addresses", ".tsv"
HEAD = "# 地址簿：一行一个网址。由 make 写；请与版面文件一起备份，不要删改。\n"
_LEADS, _GONE, _NAME = "→", "×", "§"
_ID = re.compile(r"[a-z0-9][a-z0-9_-]*(?:/[a-z0-9_-]+){1,4}")
_AT = re.compile(r"[0-9a-f]{32}:(?:\d+(?:-\d+)?(?:,\d+(?:-\d+)?)*)?:.+")
_SKETCH = re.compile(r"[A-Za-z0-9_.-]{64}")


def book_files(book: Book) -> dict[str, bytes]:
    """The whole book as files by their path in its folder: `river/2024.tsv`."""
    lines: dict[str, list[str]] = defaultdict(list)
    for id_, known in book.items():
        lines[_file(id_)].append(_line(id_, known))
    return {name: (HEAD + "".join(sorted(lines[name]))).encode() for name in sorted(lines)}


def _file(id_: str) -> str:
    """`river/2024.tsv` for `river/2024/2024-03-08/c01`, `sections.tsv` for `sections/yao-wen`."""
    parts = id_.split("/", 2)
    return "/".join(parts[: len(parts) - 1]) + SUFFIX


def book_paths(folder: Path, spare: Path | None = None) -> dict[str, Path]:
    """The files of the book by name; one that is missing in the folder is `spare`'s, the copy in the site."""
    found: dict[str, Path] = {}
    for where in (spare, folder):
        if where is not None:
            found |= {path.relative_to(where).as_posix(): path for path in sorted(where.rglob(f"*{SUFFIX}"))}
    return dict(sorted(found.items()))


def read_book(paths: Iterable[Path]) -> dict[str, AddressEntry]:
    """Raises ArchiveError at a line that is none: what was lost of a book must not be given anew."""
    book: dict[str, AddressEntry] = {}
    for path in paths:
        book |= _entries(path)
    return book


def write_book(folder: Path, files: Mapping[str, bytes]) -> None:
    """Writes what changed of it, each file in one step; raises OSError where the folder takes nothing."""
    for name, data in files.items():
        path = folder / name
        with suppress(FileNotFoundError):
            if path.read_bytes() == data:
                continue
        path.parent.mkdir(parents=True, exist_ok=True)
        beside = path.with_name(f".{path.name}.new")
        beside.write_bytes(data)
        beside.replace(path)


def _line(id_: str, known: AddressEntry) -> str:
    if known.leads:
        return f"{id_}\t{_LEADS}\t{known.leads}\n"
    if known.name:
        return f"{id_}\t{_NAME}\t{known.name}\n"
    if known.gone and known.why:
        return f"{id_}\t{_GONE}\t{known.on}\t{known.why}\t{known.at}".rstrip("\t") + "\n"
    return f"{id_}\t{_GONE if known.gone else known.sketch}\t{known.at}".rstrip("\t") + "\n"


def _entries(path: Path) -> dict[str, AddressEntry]:
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise ArchiveError(
            f"{path}: 地址簿读不出来（{error}）。请从备份或网站里的 {FOLDER} 文件夹拷回这个文件"
        ) from error
    found: dict[str, AddressEntry] = {}
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        id_, known = _entry(line, path, number)
        if id_ in found and found[id_] != known:
            raise ArchiveError(f"{path}:{number}: 网址“{id_}”写了两次，说法不同。请只留一行")
        found[id_] = known
    return found


def _entry(line: str, path: Path, number: int) -> tuple[str, AddressEntry]:
    id_, *rest = line.rstrip().split("\t")
    match rest:
        case [sketch] if _ID.fullmatch(id_) and _SKETCH.fullmatch(sketch):
            return id_, AddressEntry(sketch)
        case [mark] if _ID.fullmatch(id_) and mark == _GONE:
            return id_, AddressEntry(gone=True)
        case [mark, on, why, *at] if _ID.fullmatch(id_) and mark == _GONE and _is_place(*at):
            return id_, AddressEntry(gone=True, on=on, why=why, at="".join(at))
        case [sketch, at] if _ID.fullmatch(id_) and _SKETCH.fullmatch(sketch) and _AT.fullmatch(at):
            return id_, AddressEntry(sketch, at=at)
        case [mark, leads] if _ID.fullmatch(id_) and mark == _LEADS and _ID.fullmatch(leads):
            return id_, AddressEntry(leads=leads)
        case [mark, name] if _ID.fullmatch(id_) and mark == _NAME and name.isalnum():
            return id_, AddressEntry(name=name)
    seen = line[:60]
    advice = f"请从备份或网站里的 {FOLDER} 文件夹拷回这个文件；两份合并时，把多出的行都留下就行"
    raise ArchiveError(f"{path}:{number}: 看到“{seen}”，不是地址簿的一行。{advice}")


def _is_place(at: str = "", *more: str) -> bool:
    return not more and (not at or _AT.fullmatch(at) is not None)
