"""`newspaper-archive sidecar C01.txt`: writes a sidecar to begin with beside a page."""

import argparse

from newspaper_archive.desk.page_argument import page_argument, page_given
from newspaper_archive.desk.sidecar_writer import write_starter
from newspaper_archive.invisible import told
from newspaper_archive.settings import Settings

NAME, HELP = "sidecar", "给一版写一份旁注（NAME.yaml），内有程序的读法，照版面改"


def arguments(parser: argparse.ArgumentParser) -> None:
    page_argument(parser)


def run(given: argparse.Namespace) -> int:
    page = page_given(given, NAME)
    print(told(write_starter(page, Settings(seeds=page).edition)))
    return 0
