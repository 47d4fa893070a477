"""What is known of a loose page, and who says so: `第 3 行印着“2023年6月16日”`. A guess is asked about."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import PurePosixPath

from newspaper_archive.desk.filing.answers import NO_FOLIO, Answers, folio_in
from newspaper_archive.desk.filing.edition_folders import EditionFolders, edition_folder
from newspaper_archive.desk.filing.loose_pages import LoosePage
from newspaper_archive.folder.file_facts import file_facts, unread_day
from newspaper_archive.folder.text.lines import FOLDING
from newspaper_archive.invisible import shown
from newspaper_archive.lexicon.edtf import is_calendar_date, parse_edtf
from newspaper_archive.model import Edition, Fact, FactSource
from newspaper_archive.reading.date.masthead import printed_days
from newspaper_archive.reading.identity import plain
from newspaper_archive.site.tongue import SOURCE, tongue
from newspaper_archive.site.words.date_words import date_words

OPEN_DATE = "XXXX-XX-XX"
_DATE_DOUBTS = frozenset(
    (
        "date-conflict",
        "weekday-mismatch",
        "lunar-year-mismatch",
        "lunar-day-mismatch",
        "dateline-after-date",
    )
)
_DIGITS = re.compile(r"\d+")
_FIGURES = re.compile(r"[\d\W_年月日]+")
_QUOTED, _NAMED = 40, 5


@dataclass(frozen=True, slots=True)
class Statement:
    """A word on a page and who says it, with `grounds`; of what is asked about the value is None.

    `typed` is what to type for it, or what was; where a sidecar has to be mended first, `mend` says so.
    """

    value: str | None
    why: str
    typed: str = ""
    grounds: tuple[str, ...] = ()
    mend: str = ""


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of where a page was printed; a folio of "" leaves the file its name."""

    edition: Edition | None
    named: Statement
    date: Statement
    folio: Statement


def known(loose: LoosePage, answers: Answers, folders: EditionFolders) -> Known:
    edition, named = _edition(loose, answers, folders)
    return Known(edition, named, _date(loose, answers), _folio(loose, answers))


def _edition(loose: LoosePage, answers: Answers, folders: EditionFolders) -> tuple[Edition | None, Statement]:
    edition, why = _found_edition(loose, folders)
    if answers.edition and (edition is None or answers.page):
        edition = folders.named(answers.edition, answers.paper)
        return edition, Statement(edition.name, f"照你写的 EDITION={answers.edition}", answers.edition)
    if edition is None:
        return None, _unnamed(loose, folders)
    if answers.paper and answers.edition == edition.name and not folders.has(edition):
        edition = replace(edition, paper=answers.paper)
    return edition, Statement(edition.name, why)


def _unnamed(loose: LoosePage, folders: EditionFolders) -> Statement:
    folder = edition_folder(loose.file.path)
    if folder:
        return Statement(None, f"不知道是哪份报，文件夹叫“{folder}”", folder)
    there = "、".join(edition.name for edition in folders.editions[:_NAMED])
    return Statement(None, f"不知道是哪份报，这里已有{there}" if there else "不知道是哪份报")


def _found_edition(loose: LoosePage, folders: EditionFolders) -> tuple[Edition | None, str]:
    file, edition = loose.file, loose.page.edition
    if file.sidecar and (file.sidecar.edition or file.sidecar.paper):
        return edition, _by_sidecar(file.sidecar.path)
    if file.edition != folders.default:
        return edition, f"在文件夹“{edition.folder}”里" if edition.folder else "文件夹里的 edition.yaml 写的"
    if edition != folders.default:
        return edition, _print(loose, lambda text: bool(loose.page.reading.title) and _title(loose) in text)
    around = folders.around(file)
    return around, f"在文件夹“{around.folder}”里" if around else ""


def _title(loose: LoosePage) -> str:
    return (loose.page.reading.title or "").strip()


def _date(loose: LoosePage, answers: Answers) -> Statement:
    date = loose.page.date
    if answers.date:
        return Statement(answers.date, f"照你写的 DATE={answers.date}", answers.date)
    doubts = _doubts(loose, date)
    if date is None or date.source is FactSource.ESTIMATE:
        return _guess(loose, date, doubts)
    if date.source is FactSource.SIDECAR and not is_calendar_date(date.value):
        mend = f"如果知道，请在旁注 {date.evidence} 里把 date 写全，如 date: 2020-06-01"
        return Statement(None, f"旁注 {date.evidence} 写的是“{date.value}”，不是确定的一天", mend=mend)
    why = _said_by(loose, date, lambda text: any(str(day) == date.value for _, day in printed_days(text)))
    if doubts or not is_calendar_date(date.value):
        return Statement(None, f"像是{_in_words(date.value)}，{why}，可是拿不准", _typed(date.value), doubts)
    return Statement(date.value, why)


def _doubts(loose: LoosePage, date: Fact | None) -> tuple[str, ...]:
    """What speaks against the date; one that the desk wrote in a sidecar is not doubted."""
    if date and date.source is FactSource.SIDECAR:
        return ()
    found = [problem.seen for problem in loose.page.problems if problem.code in _DATE_DOUBTS]
    wrong = file_facts(loose.file.path).problem
    return (*found, *([wrong.seen] if wrong else []))


def _guess(loose: LoosePage, date: Fact | None, doubts: tuple[str, ...]) -> Statement:
    """What its path may name, `2031-0613`, or the estimate: never taken for granted."""
    clues = tuple(map(str, date.clues)) if date else ()
    grounds = (*clues, *doubts, *([loose.likely_year] if loose.likely_year else []))
    unread = unread_day(loose.file.path)
    # A word beside it makes it the day of something else: IMG_20310613.
    figures = "".join(_DIGITS.findall(unread)) if _FIGURES.fullmatch(unread) else ""
    if day := file_facts(f"{figures}.txt").date:
        return Statement(None, f"没有印；路径里的“{unread}”像是 {day}", day, grounds)
    grounds += (f"路径里有“{unread}”，没有读成日期",) * bool(unread)
    if date is None:
        return Statement(None, "不知道是哪一天", OPEN_DATE, grounds)
    return Statement(None, f"没有印，推算：{_in_words(date.value)}", _typed(date.value), grounds)


def _in_words(edtf: str) -> str:
    return date_words(tongue(SOURCE), edtf)


def _typed(value: str) -> str:
    """What the desk may type for a date that is not sure, X where it has to look: `2024-03-XX`."""
    found = parse_edtf(value)
    part = found.start if found and not found.form else None
    if part is None:
        return OPEN_DATE
    return f"{part.year}-{part.month or 'XX'}-{part.day or 'XX'}"


def _folio(loose: LoosePage, answers: Answers) -> Statement:
    if answers.folio:
        value = answers.folio.replace(NO_FOLIO, "")
        return Statement(value, f"照你写的 FOLIO={answers.folio}", answers.folio)
    folio, name = loose.page.folio, PurePosixPath(loose.file.path).name
    in_name = folio_in(name)
    if in_name and (folio is None or folio.source is FactSource.PATH):
        return Statement(in_name, f"文件名“{name}”")
    if folio is None:
        code = loose.page.system_code
        return Statement(None, "没有印" + (f"，只有系统代号 {code}" if code else ""), NO_FOLIO)
    why = _said_by(loose, folio, lambda text: bool(_as_printed(folio.value).search(plain(text))))
    if folio.source is not FactSource.SIDECAR and in_name and _number(in_name) != _number(folio.value):
        return Statement(None, f"{why}，文件名却是“{name}”", plain(folio.value))
    # A folio that a file's name cannot say stays in the print or the sidecar.
    return Statement(folio_in(f"{plain(folio.value)}.txt") or "", why)


def _as_printed(folio: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![A-Z0-9]){re.escape(plain(folio))}(?!\d)")


def _number(folio: str) -> list[int]:
    return [int(digits) for digits in _DIGITS.findall(plain(folio))]


def _said_by(loose: LoosePage, fact: Fact, prints: Callable[[str], bool]) -> str:
    if fact.source is FactSource.SIDECAR:
        return _by_sidecar(fact.evidence)
    return f"路径“{fact.evidence}”" if fact.source is FactSource.PATH else _print(loose, prints)


def _by_sidecar(path: str) -> str:
    return f"旁注 {path} 写的"


def _print(loose: LoosePage, prints: Callable[[str], bool]) -> str:
    """The printed label that says it, with its line; one that says nothing else before others."""
    labels = [
        label.strip() for label in loose.page.reading.label_lines if prints(label.translate(FOLDING).strip())
    ]
    places = [
        (line.raw.strip() != label, len(label), line.number, label)
        for label in labels
        for line in loose.lines
        if label in line.raw
    ]
    if not places:
        return "版面上印的"
    *_, number, label = min(places)
    text = shown(" ".join(label.split()))
    return f"第 {number} 行印着“{text if len(text) <= _QUOTED else text[:_QUOTED] + '…'}”"
