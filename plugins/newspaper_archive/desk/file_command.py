"""`newspaper-archive file --seeds seeds`: says where loose pages belong; with `--yes` it moves them there."""

import argparse
from pathlib import Path

from newspaper_archive.desk.filing.answers import Answers, read_answers
from newspaper_archive.desk.filing.edition_folders import EditionFolders
from newspaper_archive.desk.filing.filing_plan import FilingPlan, plan_filing
from newspaper_archive.desk.filing.filing_report import done, planned
from newspaper_archive.desk.filing.loose_pages import read_loose
from newspaper_archive.desk.filing.move_journal import MoveJournal
from newspaper_archive.desk.filing.moving import MovedPages, carry_out, finish, unfinished
from newspaper_archive.errors import ArchiveError
from newspaper_archive.folder.listing import list_files
from newspaper_archive.folder.walk import find_pages, pages_folder
from newspaper_archive.invisible import told
from newspaper_archive.settings import Settings

NAME, HELP = "file", "把散放的版面归到报名、日期的文件夹里：先说明要怎么移，--yes 才移"


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--seeds", type=Path, required=True, metavar="SEEDS", help="放版面文件的文件夹")
    parser.add_argument("--page", default="", metavar="PAGE", help="只归这一版")
    parser.add_argument("--date", default="", metavar="DATE", help="这一版的日期，如 2020-06-01")
    parser.add_argument("--folio", default="", metavar="FOLIO", help="这一版的版次，如 C01；没有就写 无")
    parser.add_argument("--edition", default="", metavar="EDITION", help="报名，是子报就写子报名")
    parser.add_argument("--paper", default="", metavar="PAPER", help="子报所属的报纸")
    parser.add_argument("--cache", type=Path, metavar="DIR", help="缓存的文件夹：读过的版不再读")
    parser.add_argument("--yes", action="store_true", help="照说明的移")


def run(given: argparse.Namespace) -> int:
    root = pages_folder(given.seeds).resolve()
    journal = MoveJournal(root)
    said = Answers(given.page, given.date, given.folio, given.edition, given.paper)
    if not given.yes:
        _refuse_unfinished(root, journal)
        answers, plan = _plan(root, said, given.cache)
        print(told(planned(plan, answers)))
        return 0
    with journal.alone():
        finished = _finish(root, journal)
        answers, plan = _plan(root, said, given.cache)
        moved = carry_out(root, plan, journal) if plan.moves else MovedPages(())
    left = plan.loose - len(moved.done)
    moved = MovedPages(finished.done + moved.done, finished.failed + moved.failed)
    print(told(done(moved, left) if moved.done or moved.failed else planned(plan, answers)))
    return 1 if moved.failed else 0


def _plan(root: Path, said: Answers, cache: Path | None) -> tuple[Answers, FilingPlan]:
    default = Settings(seeds=root).edition
    found = find_pages(root, default)
    folders = EditionFolders(root, found, default)
    answers = read_answers(said, root, found.pages)
    if answers.edition:
        folders.named(answers.edition, answers.paper)  # what cannot be is refused before a page is read
    loose = [file for file in found.pages if not folders.is_filed(file)]
    asked = [file for file in found.pages if file.path == answers.page] if answers.page else loose
    listed = list_files(root)[0]
    # Of the cache is thrown away what is not asked for: one page alone is soon read.
    kept = None if answers.page else cache
    pages = read_loose(found, asked, {one.path: one for one in listed}, kept)
    counts = len(found.pages) - len(loose), len({file.path for file in (*loose, *asked)})
    return answers, plan_filing(pages, answers, folders, listed, counts)


def _refuse_unfinished(root: Path, journal: MoveJournal) -> None:
    record = unfinished(root, journal.read())
    if record is not None:
        raise ArchiveError(
            f"{record.page[0]}: 上次移到一半停了，它和旁边的文件有的移了、有的没有。"
            "请运行 make file YES=1 接着移完，或运行 make unfile 放回原处"
        )


def _finish(root: Path, journal: MoveJournal) -> MovedPages:
    moved = MovedPages(())
    while (record := unfinished(root, journal.read())) is not None:
        one = finish(root, record)
        moved = MovedPages(moved.done + one.done, moved.failed + one.failed)
        if one.failed:
            break
    return moved
