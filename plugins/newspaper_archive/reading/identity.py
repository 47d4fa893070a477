"""Says where a page was printed, and who says so: the sidecar, else the path, else the page's own print.

`今日大河/2024-03-08/C01.txt` whose print says `C01 要闻` is page C01 (path), named 要闻 (print), of
2024-03-08 (path). Where nobody says the date, what the text tells of it is kept as an estimate; the rest
stays unknown.
"""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from newspaper_archive.folder.edition import is_taken, named_edition
from newspaper_archive.lexicon.edtf import is_calendar_date, is_edtf
from newspaper_archive.model import (
    Edition,
    Fact,
    FactSource,
    Line,
    PageFile,
    Problem,
    Reading,
    Severity,
    Sidecar,
)
from newspaper_archive.reading.date import estimate
from newspaper_archive.reading.date.contradictions import date_problems
from newspaper_archive.reading.date.masthead import masthead_date

_LONGEST_NAME = 20
_DIGITS = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class Identity:
    """A page's place in print; None where unknown. `problems` are sources that gainsay one another."""

    edition: Edition
    date: Fact | None
    folio: Fact | None
    page_name: Fact | None
    system_code: str | None
    problems: tuple[Problem, ...] = ()


def identify(
    file: PageFile, reading: Reading, editions: Sequence[Edition] = (), lines: Sequence[Line] = ()
) -> Identity:
    """The page's identity; `editions` are those that the folder of pages names, `lines` what was read."""
    said = file.sidecar or Sidecar(path="")
    label = reading.label
    printed_date = reading.printed_date if is_edtf(reading.printed_date or "") else None
    printed_date = printed_date or masthead_date(lines, reading)
    date = _fact(file, said.date, file.date, printed_date)
    return Identity(
        edition=_edition(file, reading.title, editions),
        date=date or estimate(lines, reading),
        folio=_folio(file, said.folio, label.folio and plain(label.folio)),
        page_name=_page_name(file, said.page_name, label.page_name),
        system_code=said.system_code or label.system_code,
        problems=(
            *_conflicts(file, said, printed_date, label.folio),
            *date_problems(file.path, lines, reading, date),
        ),
    )


def is_certain(date: Fact | None) -> bool:
    """Whether the date may form an issue and stand in an address: a whole date, and no estimate."""
    return date is not None and date.source is not FactSource.ESTIMATE and is_calendar_date(date.value)


def plain(folio: str) -> str:
    """A folio in half-width capitals without blanks: `Ｃ０２` is C02."""
    return "".join(unicodedata.normalize("NFKC", folio).split()).upper()


def _fact(file: PageFile, sidecar: str | None, path: str | None, printed: str | None) -> Fact | None:
    """The word of the strongest source that says anything."""
    if sidecar and file.sidecar:
        return Fact(sidecar, FactSource.SIDECAR, file.sidecar.path)
    if path:
        return Fact(path, FactSource.PATH, file.path)
    return Fact(printed, FactSource.PRINT) if printed else None


def _folio(file: PageFile, sidecar: str | None, printed: str | None) -> Fact | None:
    """The name of a file that lies anywhere is no word against print."""
    return _fact(file, sidecar, file.folio if file.date or not printed else None, printed)


def _page_name(file: PageFile, sidecar: str | None, printed: str | None) -> Fact | None:
    """Print before the file's name, in which people write much."""
    return _fact(file, sidecar, None if printed else file.page_name, printed)


def _edition(file: PageFile, title: str | None, editions: Sequence[Edition]) -> Edition:
    """The file's edition; where nothing but the print could say, the one whose name is printed."""
    name = (title or "").strip()
    if not _is_unsorted(file.edition) or not name or len(name) > _LONGEST_NAME:
        return file.edition
    known = [edition for edition in editions if name in (edition.name, edition.paper)]
    named = [edition for edition in known if edition.name == name] or known
    if named:
        return named[0] if len(named) == 1 else file.edition
    printed = named_edition(name, name)
    taken = is_taken(printed.slug) or any(edition.slug == printed.slug for edition in editions)
    return file.edition if taken else printed


def _is_unsorted(edition: Edition) -> bool:
    return is_taken(edition.slug)


def _conflicts(file: PageFile, said: Sidecar, date: str | None, folio: str | None) -> tuple[Problem, ...]:
    """Warnings where the path says one thing and the print another."""
    found = []
    if file.date and date and file.date != date and not said.date:
        seen = f"版面上印的日期是“{date}”，路径里是“{file.date}”"
        found.append(_conflict("date-conflict", file, seen, "date"))
    if file.folio and folio and _number(file.folio) != _number(folio) and not said.folio:
        seen = f"版面上印的版次是“{folio}”，文件名里是“{file.folio}”"
        found.append(_conflict("folio-conflict", file, seen, "folio", by_path=file.date is not None))
    return tuple(found)


def _conflict(code: str, file: PageFile, seen: str, key: str, *, by_path: bool = True) -> Problem:
    advice = f"现以{'路径' if by_path else '版面'}为准；若不对，请改名或在同名 .yaml 里写 {key}"
    return Problem(Severity.WARNING, code, file.path, None, seen, advice)


def _number(folio: str) -> tuple[int, ...]:
    return tuple(int(digits) for digits in _DIGITS.findall(unicodedata.normalize("NFKC", folio)))
