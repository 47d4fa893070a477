"""What is to be done with loose pages: which move where and why, which are asked about, which stay and why.

`散页.txt`, whose print says 今日大河, 2024年3月8日 and C01, goes to `jin-ri-da-he/2024-03-08/C01.txt`.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from newspaper_archive.archive.folio import folio_key
from newspaper_archive.desk.filing.answers import OPEN_EDITION, OPEN_FOLIO, SOME_DAY, Answers, folio_in
from newspaper_archive.desk.filing.edition_folders import EditionFolders
from newspaper_archive.desk.filing.known import Known, Statement, known
from newspaper_archive.desk.filing.loose_pages import LoosePage
from newspaper_archive.folder.file_facts import file_facts
from newspaper_archive.folder.listing import Listed
from newspaper_archive.folder.sorting import PAGE_SUFFIXES
from newspaper_archive.lexicon.slug import is_device, short_hash
from newspaper_archive.model import FactSource

Reasons = tuple[tuple[str, tuple[str, ...]], ...]
"""`报纸 今日大河：第 1 行印着“今日大河”`, `日期`, `版次`, each with its grounds."""


@dataclass(frozen=True, slots=True)
class Move:
    """A page, by its path before and after, and its file and those beside it, each from and to.

    `makes` is the folder of an edition that has none yet.
    """

    page: str
    target: str
    files: tuple[tuple[Path, Path], ...]
    why: Reasons
    makes: str = ""


@dataclass(frozen=True, slots=True)
class Question:
    """A page of which something is not known; `command` is what to paste, or `mend` what to do first."""

    page: str
    why: Reasons
    command: str
    mend: str = ""


@dataclass(frozen=True, slots=True)
class Skipped:
    page: str
    why: str
    command: str = ""


@dataclass(frozen=True, slots=True)
class FilingPlan:
    """By path; `editions` are the edition.yaml to be written, by folder.

    `filed` pages are where they belong; of `loose` pages in the folder it may be about one alone.
    """

    moves: tuple[Move, ...]
    questions: tuple[Question, ...]
    skipped: tuple[Skipped, ...]
    editions: Mapping[str, str]
    filed: int
    loose: int
    nameless: bool = False


def plan_filing(
    pages: Sequence[LoosePage],
    answers: Answers,
    folders: EditionFolders,
    listed: Iterable[Listed],
    counts: tuple[int, int],
) -> FilingPlan:
    """The plan for these pages; `listed` are all files, `counts` how many pages are filed and loose."""
    there = _Names(folders.root, listed)
    found = [_settled(page, answers, folders, there) for page in pages]
    moves = [one for one in found if isinstance(one, Move)]
    times = Counter(_place(move.target) for move in moves)
    twice = [move for move in moves if times[_place(move.target)] > 1]
    skipped = [*(one for one in found if isinstance(one, Skipped)), *(_twice(move, twice) for move in twice)]
    moves = [move for move in moves if move not in twice]
    made = {move.makes for move in moves}
    questions = tuple(one for one in found if isinstance(one, Question))
    return FilingPlan(
        moves=tuple(moves),
        questions=questions,
        skipped=tuple(sorted(skipped, key=lambda one: one.page.split("/"))),
        editions={folder: text for folder, text in folders.new().items() if folder in made},
        filed=counts[0],
        loose=counts[1],
        nameless=sum(f"EDITION={OPEN_EDITION}" in one.command for one in questions) > 1,
    )


class _Names:
    """The files that are there, by folder; two names are one where a computer does not tell capitals."""

    def __init__(self, root: Path, listed: Iterable[Listed]) -> None:
        self.names: dict[str, list[Listed]] = {}
        self.linked: dict[Path, str] = {}
        self.places = {"": root}
        for file in listed:
            self.names.setdefault(file.folder.casefold(), []).append(file)
            shown = PurePosixPath(file.folder)
            for above, place in zip((shown, *shown.parents), file.location.parents, strict=False):
                self.places.setdefault(str(above), place)
            if file.location.is_symlink():
                self.linked[file.location.resolve()] = file.path

    def place(self, folder: str) -> Path:
        """Where a folder lies, or would: on the disk its name may be other bytes than what is shown."""
        if folder in self.places:
            return self.places[folder]
        above, _, name = folder.rpartition("/")
        return self.place(above) / name

    def taken(self, target: str, page: str) -> Listed | None:
        """A file that bears the target's name but for its suffix, or a page of the same folio."""
        place = PurePosixPath(target)
        folio = file_facts(target).folio
        for other in self.names.get(str(place.parent).casefold(), ()):
            name = PurePosixPath(other.name)
            same_folio = folio and name.suffix.lower() in PAGE_SUFFIXES and folio_in(other.name)
            same = same_folio and folio_key(folio or "") == folio_key(folio_in(other.name) or "")
            if other.path != page and (same or name.stem.casefold() == place.stem.casefold()):
                return other
        return None


def _settled(
    loose: LoosePage, answers: Answers, folders: EditionFolders, there: _Names
) -> Move | Question | Skipped:
    path, location = loose.file.path, loose.file.location
    if not any(line.raw.strip() for line in loose.lines):
        return Skipped(path, "没有文字，或打不开。要看原因，请运行 make check")
    links = [one for one in (location, *loose.beside) if one.is_symlink()]
    if links:
        return Skipped(path, f"“{links[0].name}”是链接，移了就断了。请把文件本身放进来")
    if location in there.linked:
        return Skipped(path, f"“{there.linked[location]}”是指到它的链接，移了就断了。请先删去那个链接")
    found = known(loose, answers, folders)
    if found.edition is None or found.date.value is None or found.folio.value is None:
        return Question(path, _reasons(found), _command(path, found, answers), _mend(found))
    return _move(loose, found, folders, there)


def _move(loose: LoosePage, found: Known, folders: EditionFolders, there: _Names) -> Move | Skipped:
    path, date, folio = loose.file.path, found.date.value or "", found.folio.value or ""
    edition = found.edition or folders.default
    target = _target(loose, folders.folder(edition, date), date, folio)
    if target == path:
        return Skipped(path, "已经在该在的地方")
    other = there.taken(target, path)
    if other is not None:
        return Skipped(path, _told_of(other, loose, target), _another_folio(path))
    files = tuple(_to(there, target, location, loose) for location in (loose.file.location, *loose.beside))
    makes = target.partition("/")[0] if not folders.has(edition) else ""
    return Move(path, target, files, _reasons(found), makes)


def _to(there: _Names, target: str, location: Path, loose: LoosePage) -> tuple[Path, Path]:
    folder, _, name = target.rpartition("/")
    kept = name == PurePosixPath(loose.file.path).name
    stem = loose.file.location.stem if kept else PurePosixPath(name).stem
    return location, there.place(folder) / (stem + location.suffix)


def _target(loose: LoosePage, folder: str, date: str, folio: str) -> str:
    """Named by its folio; without one by its own name, where that says nothing that is not so."""
    name = PurePosixPath(loose.file.path)
    suffix = name.suffix
    if folio:
        return f"{folder}/{folio}{_kept_page_name(loose, folio)}{suffix}"
    own = f"{folder}/{name.name}"
    facts = file_facts(own)
    agrees = facts.date == date and facts.folio is None and not is_device(name.stem.lower())
    return own if agrees else f"{folder}/page-{short_hash(loose.file.path)}{suffix}"


def _kept_page_name(loose: LoosePage, folio: str) -> str:
    """`版家园` where nothing but the file's name says it, and will say it again."""
    name = loose.page.page_name
    if name is None or name.source is not FactSource.PATH:
        return ""
    kept = f"版{name.value}"
    again = file_facts(f"{SOME_DAY}/{folio}{kept}.txt")
    return kept if (again.folio, again.page_name) == (folio, name.value) else ""


def _reasons(found: Known) -> Reasons:
    told = (("报纸", found.named), ("日期", found.date), ("版次", found.folio))
    return tuple((f"{name} {_said(one)}", one.grounds) for name, one in told)


def _said(told: Statement) -> str:
    return told.why if told.value is None else f"{told.value or '不写，文件名不改'}：{told.why}"


def _mend(found: Known) -> str:
    return "；".join(one.mend for one in (found.named, found.date, found.folio) if one.mend)


def _command(path: str, found: Known, answers: Answers) -> str:
    """What to paste: what was answered already, and for each open word the guess or where to write it."""
    edition = found.named.typed or ("" if found.edition else OPEN_EDITION)
    paper = answers.paper if edition == answers.edition else ""
    return f"{Answers(path, found.date.typed, found.folio.typed, edition, paper).command()} YES=1"


def _another_folio(path: str) -> str:
    return f"{Answers(page=path, folio=OPEN_FOLIO).command()} YES=1"


def _told_of(other: Listed, loose: LoosePage, target: str) -> str:
    told = f"该到 {target}，那里已有“{other.path}”"
    if PurePosixPath(other.name).suffix.lower() not in PAGE_SUFFIXES:
        return f"{told}，不能盖掉它。请先把它移走或改名"
    try:
        same = other.location.read_bytes() == loose.file.location.read_bytes()
    except OSError:
        same = False
    if same:
        return f"{told}，一字不差。是重复的，删去这一个就行；不是，就改版次"
    return f"{told}，文字不同。请对照报纸看哪一个对；这一个版次不对的，改版次"


def _place(target: str) -> str:
    return target[: -len(PurePosixPath(target).suffix)].casefold()


def _twice(move: Move, twice: Iterable[Move]) -> Skipped:
    others = [one.page for one in twice if one is not move and _place(one.target) == _place(move.target)]
    told = f"该到 {move.target}，可是“{others[0]}”也该到那里。请删去重复的；这一个版次不对的，改版次"
    return Skipped(move.page, told, _another_folio(move.page))
