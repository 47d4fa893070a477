"""What the desk has the program write beside its pages: a sidecar to begin with, or one brought up to date.

`C01.txt` gets a `C01.yaml`; one that is there is never written over, and only its numbers are carried on.
"""

from dataclasses import replace
from pathlib import Path, PurePosixPath

from newspaper_archive.desk.accept_told import Told
from newspaper_archive.desk.sidecar_draft import starter
from newspaper_archive.errors import ArchiveError, command
from newspaper_archive.folder.edition import EDITION_FILE
from newspaper_archive.folder.foreign_files import OF_SITE
from newspaper_archive.folder.sidecar.accept import accept
from newspaper_archive.folder.sidecar.against_print import check_numbers, print_lines
from newspaper_archive.folder.sidecar.sidecar_file import sidecar_of
from newspaper_archive.folder.text.transcript import read_transcript
from newspaper_archive.folder.walk import find_page
from newspaper_archive.folder.yaml_file import yaml_text
from newspaper_archive.make.read_pages import has_print, read_page
from newspaper_archive.model import Edition, PageFile, Sidecar


def write_starter(location: Path, default: Edition) -> str:
    """Writes the sidecar of a page that has none, or one of ticks alone, which it keeps; says so.

    Raises ArchiveError where there is another.
    """
    found = find_page(location, default)
    (file,) = found.pages
    if file.sidecar is not None and replace(file.sidecar, checked=()) != Sidecar(file.sidecar.path):
        raise ArchiveError(
            f"{file.sidecar.path}: 已经有了，不会覆盖。版面文件改过，请运行 {command('accept', file.path)}；"
            "要重写，请先给它改名或把它移走"
        )
    page = read_page(file, found.editions)
    if not has_print(page):
        raise ArchiveError(f"{file.path}: 版面文件里没有字，不必写旁注。请检查是否放错")
    _write_new(file, starter(page))
    said = "已写好。程序的读法都在里面，前面加了 #；照版面改好要改的几行，去掉它们的“# ”"
    return f"{location.with_suffix('.yaml')}: {said}"


def _write_new(file: PageFile, text: str) -> None:
    if file.sidecar is not None:
        beside = sidecar_place(file, file.sidecar.path)
        _replace(beside, f"{text}\n{yaml_text(beside, file.sidecar.path)}")
        return
    beside = new_sidecar_place(file)
    try:
        with beside.open("x", encoding="utf-8", newline="\n") as opened:
            opened.write(text)
    except OSError as error:
        raise ArchiveError(f"{beside}: 写不进去（{error.strerror}）。请检查文件夹的权限") from error


def accept_change(location: Path, default: Edition) -> str:
    """Carries a sidecar over to its page as it is now; says what moved.

    Raises ArchiveError where a number is uncertain: it is asked about, and bears a question mark till then.
    """
    (file,) = find_page(location, default).pages
    if file.sidecar is None:
        raise ArchiveError(f"{file.path}: 旁边没有旁注。要写一份，请运行 {command('sidecar', file.path)}")
    beside = sidecar_place(file, file.sidecar.path)
    text = yaml_text(beside, file.sidecar.path)
    transcript = read_transcript(file)
    found = accept(file.sidecar, text, transcript)
    told = Told(file.sidecar.path, found, print_lines(transcript.text))
    if found.unsure:
        _replace(beside, found.text)
        raise ArchiveError(told.asked())
    check_numbers(sidecar_of(found.text, file.sidecar.path), transcript)
    _replace(beside, found.text)
    return told.done(location.with_suffix(".yaml"))


def new_sidecar_place(file: PageFile) -> Path:
    """Where the sidecar of a page is to lie that has none; two names say something of more than a page."""
    beside = file.location.with_suffix(".yaml")
    if beside.name.lower() in (EDITION_FILE, *OF_SITE):
        raise ArchiveError(f"{file.path}: 它的旁注该叫 {beside.name}，这个名字另有用处。请先给版面文件改名")
    return beside


def sidecar_place(file: PageFile, path: str) -> Path:
    """The sidecar's place on disk, whatever the case of its suffix."""
    stem = file.location.stem
    return next(
        (
            one
            for one in sorted(file.location.parent.iterdir())
            if one.stem == stem and one.suffix.lower() == ".yaml"
        ),
        file.location.with_name(PurePosixPath(path).name),
    )


def _replace(location: Path, text: str) -> None:
    """The old sidecar or the new one, never half."""
    beside = location.with_name(f".{location.name}.new")
    try:
        beside.write_text(text, encoding="utf-8", newline="\n")
        beside.replace(location)
    except OSError as error:
        raise ArchiveError(f"{location}: 写不进去（{error.strerror}）。请检查文件和文件夹的权限") from error
