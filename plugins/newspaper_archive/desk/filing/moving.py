"""Moves pages and what lies beside them, and moves them back; nothing is ever written over.

A page's files are recorded before the first of them moves. What was killed between two of them is found by
where they lie, and finished or taken back.
"""

import errno
import os
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from newspaper_archive.desk.filing.filing_plan import FilingPlan, Move
from newspaper_archive.desk.filing.move_journal import MoveJournal, MoveRecord, checksum
from newspaper_archive.folder.edition import EDITION_FILE
from newspaper_archive.folder.listing import printable_path
from newspaper_archive.folder.sorting import BESIDE_SUFFIXES
from newspaper_archive.store.sealed import write_whole


@dataclass(frozen=True, slots=True)
class MovedPages:
    """Pages that moved, from and to, and those that did not, with the reason.

    `earlier` says that of runs before this one there is something left to undo.
    """

    done: tuple[tuple[str, str], ...]
    failed: tuple[tuple[str, str], ...] = ()
    earlier: bool = False


def carry_out(root: Path, plan: FilingPlan, journal: MoveJournal) -> MovedPages:
    """Makes the folders, writes the edition.yaml of new ones, moves every page of the plan that can be."""
    run = max((record.run for record in journal.read()), default=0) + 1
    records, failed = _records(root, plan, run)
    journal.add(records)
    done = []
    for record in records:
        try:
            _make_place(root, record)
            _move_all(root, record.files)
            done.append(record.page)
        except OSError as error:
            failed.append((record.page[0], why_not(error)))
    return MovedPages(tuple(done), tuple(failed))


def unfinished(root: Path, records: Sequence[MoveRecord]) -> MoveRecord | None:
    """The page of the last run of which some files lie at the new place and some still at the old."""
    last = max((record.run for record in records), default=0)
    for record in records:
        if record.run == last and _waiting(root, record) and _arrived(root, record):
            return record
    return None


def finish(root: Path, record: MoveRecord) -> MovedPages:
    """Moves what a killed command has left behind."""
    try:
        _move_all(root, _waiting(root, record))
    except OSError as error:
        return MovedPages((), ((record.page[0], why_not(error)),))
    return MovedPages((record.page,))


def take_back(root: Path, journal: MoveJournal) -> MovedPages:
    """Undoes the last run of which anything can be undone; what cannot stays recorded."""
    records = journal.read()
    failed: list[tuple[str, str]] = []
    for run in sorted({record.run for record in records}, reverse=True):
        of_run = [record for record in records if record.run == run]
        begun = [record for record in of_run if not _is_back(root, record)]
        why = {record: _put_back(root, record) for record in reversed(begun)}
        failed += [(record.page[1], why[record]) for record in begun if why[record]]
        records = [record for record in records if record.run != run or why.get(record)]
        _clear(root, of_run)
        journal.keep(records)
        back = tuple((record.page[1], record.page[0]) for record in begun if not why[record])
        if back:
            return MovedPages(back, tuple(failed), earlier=any(record.run < run for record in records))
    return MovedPages((), tuple(failed))


def why_not(error: OSError) -> str:
    if isinstance(error, FileExistsError):
        return f"“{error.filename}”已经有了，不会盖掉它"
    if error.errno == errno.EXDEV:
        return "要去的文件夹在另一个磁盘上，不能一步移过去。请用文件管理器拷过去，核对以后再删"
    return f"移不动（{error.strerror}）。请检查文件夹的权限和磁盘的空间"


def _records(root: Path, plan: FilingPlan, run: int) -> tuple[list[MoveRecord], list[tuple[str, str]]]:
    """What is to be done, and the pages that have become unreadable since they were read."""
    editions = dict(plan.editions)
    made: set[Path] = set()
    records, failed = [], []
    for move in plan.moves:
        try:
            sha256 = checksum(move.files[0][0])
        except OSError as error:
            failed.append((move.page, why_not(error)))
            continue
        new = [folder for folder in _folders(root, move) if folder not in made and not folder.exists()]
        made |= set(new)
        text = editions.pop(move.makes, "")
        records.append(
            MoveRecord(
                run=run,
                files=tuple((_inside(root, old), _inside(root, new)) for old, new in move.files),
                sha256=sha256,
                made=tuple(_inside(root, folder) for folder in new),
                edition=(move.makes, text) if text else None,
            )
        )
    return records, failed


def _folders(root: Path, move: Move) -> list[Path]:
    """The folders that the page is to lie in, the outermost first."""
    above = move.files[0][1].parents
    return [folder for folder in reversed(above) if folder != root and folder.is_relative_to(root)]


def _inside(root: Path, place: Path) -> str:
    return str(place.relative_to(root))


def _make_place(root: Path, record: MoveRecord) -> None:
    for folder in record.made:
        (root / folder).mkdir(exist_ok=True)
    if record.edition:
        folder, text = record.edition
        place = root / folder / EDITION_FILE
        if not place.exists():
            write_whole(place, text.encode())


def _move_all(root: Path, files: Iterable[tuple[str, str]]) -> None:
    """All of a page's files, or none."""
    moved: list[tuple[str, str]] = []
    try:
        for old, new in files:
            _move(root / old, root / new)
            moved.append((old, new))
    except OSError:
        for old, new in reversed(moved):
            with suppress(OSError):
                _move(root / new, root / old)
        raise


def _move(old: Path, new: Path) -> None:
    """In one step. What is there stays there: a rename would write over it."""
    if os.path.lexists(new):
        raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), new.name)
    old.rename(new)


def _waiting(root: Path, record: MoveRecord) -> list[tuple[str, str]]:
    return [(o, n) for o, n in record.files if os.path.lexists(root / o) and not os.path.lexists(root / n)]


def _arrived(root: Path, record: MoveRecord) -> list[tuple[str, str]]:
    return [(o, n) for o, n in record.files if os.path.lexists(root / n) and not os.path.lexists(root / o)]


def _is_back(root: Path, record: MoveRecord) -> bool:
    """Whether nothing of it has to be moved back: it was never begun, or taken back by a killed command."""
    return not _arrived(root, record) and len(_waiting(root, record)) > 0


def _put_back(root: Path, record: MoveRecord) -> str:
    """Moves a page back with all that lies beside it now; why not, where it does not lie as it was left."""
    old, new = record.page
    there = [(before, after) for before, after in record.files if os.path.lexists(root / after)]
    occupied = [before for before, _ in there if os.path.lexists(root / before)]
    if occupied:
        return f"原来的地方又有了“{printable_path(occupied[0])}”，不会盖掉它。请先把它移走或改名"
    if not there:
        return "已经不在那里了"
    try:
        if os.path.lexists(root / new):
            if checksum(root / new) != record.sha256:
                return "移过以后文字改过了，没有动它。要放回去，请用文件管理器"
            there += _added(root, record)
        (root / old).parent.mkdir(parents=True, exist_ok=True)
        _move_all(root, [(after, before) for before, after in there])
    except OSError as error:
        return why_not(error)
    return ""


def _added(root: Path, record: MoveRecord) -> list[tuple[str, str]]:
    """What has come to lie beside a page since it was moved, such as a sidecar: before and after."""
    old, new = (PurePosixPath(path) for path in record.page)
    known = {after for _, after in record.files}
    beside = [place for place in sorted((root / new).parent.iterdir()) if place.stem == new.stem]
    ours = [place for place in beside if place.suffix.lower() in BESIDE_SUFFIXES]
    pairs = [(str(old.with_name(old.stem + place.suffix)), _inside(root, place)) for place in ours]
    return [(before, after) for before, after in pairs if after not in known]


def _clear(root: Path, of_run: Iterable[MoveRecord]) -> None:
    """Takes away the folders and edition.yaml that the run made, where nothing else is in them."""
    for record in reversed(list(of_run)):
        for folder in reversed(record.made):
            with suppress(OSError):
                _drop_edition(root, record, folder)
                (root / folder).rmdir()


def _drop_edition(root: Path, record: MoveRecord, folder: str) -> None:
    if record.edition and record.edition[0] == folder:
        place = root / folder / EDITION_FILE
        alone = [one.name for one in place.parent.iterdir()] == [EDITION_FILE]
        if alone and place.read_text("utf-8") == record.edition[1]:
            place.unlink()
