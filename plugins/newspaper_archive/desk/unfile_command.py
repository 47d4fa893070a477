"""`newspaper-archive unfile --seeds seeds`: puts back what the last `make file` moved."""

import argparse
from pathlib import Path

from newspaper_archive.desk.filing.filing_report import taken_back
from newspaper_archive.desk.filing.move_journal import MoveJournal
from newspaper_archive.desk.filing.moving import MovedPages, take_back
from newspaper_archive.folder.walk import pages_folder
from newspaper_archive.invisible import told

NAME, HELP = "unfile", "把上一次 make file 移的版放回原处"


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--seeds", type=Path, required=True, metavar="SEEDS", help="放版面文件的文件夹")


def run(given: argparse.Namespace) -> int:
    """Nothing is made where nothing was moved."""
    root = pages_folder(given.seeds).resolve()
    journal = MoveJournal(root)
    moved = MovedPages(())
    if journal.path.exists():
        with journal.alone():
            moved = take_back(root, journal)
    print(told(taken_back(moved)))
    return 1 if moved.failed else 0
