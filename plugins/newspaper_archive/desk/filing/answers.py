"""What the desk answers where it is asked: `make file PAGE=散页.txt DATE=2020年6月1日 FOLIO=C01`."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from newspaper_archive.archive.folio import folio_key
from newspaper_archive.errors import ArchiveError, command, quoted
from newspaper_archive.folder.file_facts import file_facts
from newspaper_archive.folder.page_said import page_said
from newspaper_archive.invisible import INVISIBLE, shown
from newspaper_archive.model import PageFile, Sidecar

NO_FOLIO = "无"
"""The answer of a desk whose page bears no folio: it keeps the name of its file."""
OPEN_EDITION, OPEN_FOLIO = "报名", "版次"
"""What stands in a command where only the desk can know; nothing is filed under these words."""
SOME_DAY = "2000-01-01"
_LONGEST = 60
_OPEN = re.compile(r"X", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Answers:
    """Empty where nothing is answered; `page` is the path of a page file in the folder, "" for all."""

    page: str = ""
    date: str = ""
    folio: str = ""
    edition: str = ""
    paper: str = ""

    def command(self) -> str:
        """The command that gave these answers."""
        named = {"DATE": self.date, "FOLIO": self.folio, "EDITION": self.edition, "PAPER": self.paper}
        verb = command("file", self.page) if self.page else "make file"
        return " ".join([verb, *(f"{key}={quoted(value)}" for key, value in named.items() if value)])


def read_answers(said: Answers, seeds: Path, files: Sequence[PageFile]) -> Answers:
    """What was typed, checked and in its one form. Raises ArchiveError where it cannot be used."""
    said = Answers(*(getattr(said, name).strip() for name in ("page", "date", "folio", "edition", "paper")))
    if not said.page:
        _refuse_of_all(said)
    file = _page(said.page, seeds, files) if said.page else None
    answers = Answers(
        page=file.path if file else "",
        date=_date(said.date),
        folio=_folio(said.folio),
        edition=_name("EDITION", said.edition),
        paper=_name("PAPER", said.paper),
    )
    if said.paper and not said.edition:
        raise ArchiveError(
            f"PAPER={said.paper}: 只写了报纸，没有写是哪一份。请再写 EDITION=，子报写子报的名字"
        )
    if file and file.sidecar:
        _refuse_against(file.sidecar, answers)
    return answers


def folio_in(name: str) -> str | None:
    """The folio that a file of this name has in a folder of a date."""
    return file_facts(f"{SOME_DAY}/{name}").folio


def _refuse_of_all(said: Answers) -> None:
    for key, value in (("DATE", said.date), ("FOLIO", said.folio)):
        if value:
            raise ArchiveError(f"{key}={shown(value)}: 没有写是哪一版的。请再写 PAGE=，一次一版")


def _page(said: str, seeds: Path, files: Sequence[PageFile]) -> PageFile:
    by_path = {file.path: file for file in files}
    if said in by_path:
        return by_path[said]
    location = page_said(said, seeds, "file")
    location = location.parent.resolve() / location.name
    found = [file for file in files if file.location == location]
    if not found and location.is_relative_to(seeds):
        raise ArchiveError(f"{shown(said)}: 不是版面文件。版面文件的名字以 .txt 或 .md 结尾")
    if not found:
        raise ArchiveError(f"{shown(said)}: 不在版面文件的文件夹 {seeds} 里。请先把它放进去")
    return found[0]


def _date(said: str) -> str:
    """`2020-6-1`, `2020/6/1`, `2020年6月1日` are 2020-06-01."""
    if not said:
        return ""
    if _OPEN.search(said):
        raise ArchiveError(
            f"DATE={shown(said)}: 里面还有 X。请把 X 换成报上印的年、月、日，如 DATE=2020-06-01"
        )
    written = re.sub(r"\s*[/／]\s*", "-", said)
    found = file_facts(f"{written}/{NO_FOLIO}").date
    if found is None or "/" in written:
        raise ArchiveError(f"DATE={shown(said)}: 不是日历上有的一天。请写成年-月-日，如 DATE=2020-06-01")
    return found


def _folio(said: str) -> str:
    if said in ("", NO_FOLIO):
        return said
    found = None if "/" in said or said == OPEN_FOLIO else folio_in(f"{said}.txt")
    if found is None:
        allowed = f"请写成 FOLIO=C01 或 FOLIO=1；报上没有印的，写 FOLIO={NO_FOLIO}，文件名就不改"
        raise ArchiveError(f"FOLIO={shown(said)}: 不是版次。{allowed}")
    return found


def _name(key: str, said: str) -> str:
    if said == OPEN_EDITION:
        raise ArchiveError(f"{key}={said}: 请把“{said}”换成报纸或子报的名字，如 {key}=今日大河")
    if len(said) > _LONGEST or INVISIBLE.search(said):
        raise ArchiveError(f"{key}={shown(said[:_LONGEST])}: 不像报名。请写一行文字，至多 {_LONGEST} 字")
    return said


def _refuse_against(sidecar: Sidecar, answers: Answers) -> None:
    """What a sidecar says overrules the folder that a page lies in: the two have to agree."""
    paper = sidecar.paper if not sidecar.edition and answers.paper != sidecar.paper else None
    against = (
        ("DATE", answers.date, sidecar.date, answers.date == sidecar.date),
        ("FOLIO", answers.folio, sidecar.folio, folio_key(answers.folio) == folio_key(sidecar.folio or "")),
        ("EDITION", answers.edition, sidecar.edition, answers.edition == sidecar.edition),
        ("PAPER", answers.edition, paper, answers.edition == paper),
    )
    for key, answer, written, agree in against:
        if answer and written and not agree:
            raise ArchiveError(
                f"“{answer}”：旁注 {sidecar.path} 里写的是 {key.lower()}: {written}，旁注说了算。"
                "请先改旁注，或照旁注写"
            )
