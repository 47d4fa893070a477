"""The address book on disk: `addresses/river/2024.tsv`, a file an edition and year, a line an address.

    river/2024/2024-03-08/c01-02	dVAbhj0…        what stands there, as a sketch of its text
    river/2024/2024-03-08/c01-03	→	river/2024/2024-03-15/c02-01
    river/2024/2024-03-08/c01-04	×               taken away by the desk
    river/2024/2024-03-08/c01-05	×	2024-04-01	当事人要求	3b1c…:12-25:C01.txt	withdrawn: on, why, where
    river/2024/2024-03-08/c01-06	dVAbhj0…	3b1c…:30-41:C01.txt	with something on its page withdrawn
    river/2024/2024-03-08/c02-01	dVAbhj0…	→	river/2024/2024-03-08/c01-02	is the rest of that story
    sections/yao-wen	§	要闻
    people/w/b/wang-lan-b232fd	§	王岚	has two stories or more, and a page
    people/s/0/shen-he-0c5b1a	→	沈禾	has one, and stands in the list of her letter alone
    people/l/8/lu-man-8d20fe	×	鲁满	has none any more

Lines are sorted, so that two books can be merged by hand; a line once written is never taken out.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from newspaper_archive.errors import ArchiveError
from newspaper_archive.model import AddressEntry, Book, BookFile, BookInFiles
from newspaper_archive.model.address_ids import PEOPLE_NAME, file_of, is_person, is_story

FOLDER, SUFFIX = "addresses", ".tsv"
ACCEPTED = "accepted.sha256"
"""Beside the book: the page files that may go, as the desk said, until the next site stands."""
HEAD = "# 地址簿：一行一个网址。由 make 写；请与版面文件一起备份，不要删改。\n"
PEOPLE_FILE = f"{PEOPLE_NAME}{SUFFIX}"
_LEADS, _GONE, _NAME = "→", "×", "§"
_ID = re.compile(r"[a-z0-9][a-z0-9_-]*(?:/[a-z0-9_-]+){1,4}")
_AT = re.compile(r"[0-9a-f]{32}:(?:\d+(?:-\d+)?(?:,\d+(?:-\d+)?)*)?:.+")
_SKETCH = re.compile(r"[A-Za-z0-9_.-]{64}")
_BEFORE = slice(-65, -64)
"""Where a line of a sketch alone has its tab."""
_TEXTS = re.compile(rf"^({_ID.pattern})\t({_SKETCH.pattern})$", re.MULTILINE)


def book_files(book: Book) -> dict[str, bytes]:
    """The whole book as files by their path in its folder: `river/2024.tsv`."""
    files = BookInFiles.of(book).files
    return {f"{name}{SUFFIX}": file.written or _written(file) for name, file in files.items()}


def _written(file: BookFile) -> bytes:
    lines = [f"{id_}\t{sketch}\n" for id_, sketch in file.sketches.items()]
    lines += [_line(id_, known) for id_, known in file.others.items()]
    return (HEAD + "".join(sorted(lines))).encode()


def book_paths(folder: Path, spare: Path | None = None) -> dict[str, Path]:
    """The files of the book by name; one that is missing in the folder is `spare`'s, the copy in the site."""
    found: dict[str, Path] = {}
    for where in (spare, folder):
        if where is not None:
            found |= {path.relative_to(where).as_posix(): path for path in sorted(where.rglob(f"*{SUFFIX}"))}
    return dict(sorted(found.items()))


def read_book(paths: Iterable[Path]) -> BookInFiles:
    """Raises ArchiveError at a line that is none: what was lost of a book must not be given anew.

    Lines that were copied into another file than theirs are put back there; of two the last file's is right.
    """
    book = BookInFiles({})
    for path in paths:
        data, text = _read(path)
        file = _as_written(data, text, path)
        name = file_of(next(iter((*file.sketches, *file.others)))) if file else ""
        if file and name not in book.files:
            book = BookInFiles(book.files | {name: file})
        else:
            book = book.with_entries(_entries(text, path))
    return book


def _as_written(data: bytes, text: str, path: Path) -> BookFile | None:
    """The file where all is in it as `make` writes it, in the file of its edition and year; else None."""
    *lines, end = text.removeprefix(HEAD).split("\n")
    if not data.startswith(HEAD.encode()) or end or lines != sorted(lines) or not _is_one_file(lines):
        return None
    sketches = dict(_TEXTS.findall(text))
    # All lines but those of a sketch; a miss is found out by their number.
    more = [(at, line) for at, line in enumerate(lines, 2) if line[_BEFORE] != "\t"]
    others = dict(_entry(line, path, at) for at, line in more)
    is_whole = len(sketches) + len(others) == len(lines)
    is_whole = is_whole and not any(known.is_text_alone for known in others.values())
    return BookFile(sketches, others, data) if is_whole else None


def _is_one_file(lines: Sequence[str]) -> bool:
    """Whether these, in their order, are of one edition and year: all begin as the first and the last do."""
    ends = (lines[0], lines[-1]) if lines and lines[0].partition("\t")[0].count("/") > 1 else lines
    ids = [line.partition("\t")[0] for line in ends]
    return bool(ids and _ID.fullmatch(ids[0])) and len({file_of(id_) for id_ in ids}) == 1


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
    if known.part_of:
        whole, known = known.part_of, replace(known, part_of="")
        return f"{_line(id_, known)[:-1]}\t{_LEADS}\t{whole}\n"
    if known.leads:
        return f"{id_}\t{_LEADS}\t{known.leads}\n"
    if known.name:
        mark = _LEADS if known.listed else _GONE if known.gone else _NAME
        return f"{id_}\t{mark}\t{known.name}\n"
    if known.gone and known.why:
        return f"{id_}\t{_GONE}\t{known.on}\t{known.why}\t{known.at}".rstrip("\t") + "\n"
    return f"{id_}\t{_GONE if known.gone else known.sketch}\t{known.at}".rstrip("\t") + "\n"


def _read(path: Path) -> tuple[bytes, str]:
    try:
        data = path.read_bytes()
        return data, data.decode("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise ArchiveError(
            f"{path}: 地址簿读不出来（{error}）。请从备份或网站里的 {FOLDER} 文件夹拷回这个文件"
        ) from error


def _entries(text: str, path: Path) -> dict[str, AddressEntry]:
    found: dict[str, AddressEntry] = {}
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        id_, known = _entry(line, path, number)
        if id_ in found and found[id_] != known and not _same_person(found[id_], known):
            raise ArchiveError(f"{path}:{number}: 网址“{id_}”写了两次，说法不同。请只留一行")
        found[id_] = known
    return found


def _same_person(one: AddressEntry, other: AddressEntry) -> bool:
    """Whether two books call an id by one name; how many stories it has each build counts for itself."""
    return one.name == other.name != ""


def _entry(line: str, path: Path, number: int) -> tuple[str, AddressEntry]:
    start, mark, whole = line.rstrip().rpartition(f"\t{_LEADS}\t")
    if mark and "\t" in start and is_story(whole) and _ID.fullmatch(whole):
        id_, known = _own_entry(start, path, number)
        return id_, replace(known, part_of=whole)
    return _own_entry(line, path, number)


def _own_entry(line: str, path: Path, number: int) -> tuple[str, AddressEntry]:
    id_, *rest = line.rstrip().split("\t")
    match rest:
        case [mark, name] if _ID.fullmatch(id_) and is_person(id_) and mark in (_NAME, _LEADS, _GONE):
            return id_, AddressEntry(name=name, listed=mark == _LEADS, gone=mark == _GONE)
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
