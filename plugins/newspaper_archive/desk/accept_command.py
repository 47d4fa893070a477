"""`newspaper-archive accept C01.txt`: brings a sidecar up to its page, which has changed."""

import argparse

from newspaper_archive.desk.page_argument import page_argument, page_given
from newspaper_archive.desk.sidecar_writer import accept_change
from newspaper_archive.invisible import told
from newspaper_archive.settings import Settings

NAME, HELP = "accept", "版面文件改过：把旁注（NAME.yaml）的行号改到新的行上"


def arguments(parser: argparse.ArgumentParser) -> None:
    page_argument(parser)


def run(given: argparse.Namespace) -> int:
    page = page_given(given, NAME)
    print(told(accept_change(page, Settings(seeds=page).edition)))
    return 0
