"""`newspaper-archive sidecar C01.txt`: writes a sidecar to begin with, or brings one up to its page."""

import argparse
from pathlib import Path

from newspaper_archive.desk.sidecar_writer import accept_change, write_starter
from newspaper_archive.invisible import told
from newspaper_archive.settings import Settings

NAME, HELP = "sidecar", "给一版写一份旁注（NAME.yaml），内有程序的读法，照版面改"


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("page", type=Path, metavar="PAGE", help="版面文件")
    parser.add_argument("--accept", action="store_true", help="版面文件改过：把已有旁注的行号改到新的行上")


def run(given: argparse.Namespace) -> int:
    edition = Settings(seeds=given.page).edition
    say = accept_change if given.accept else write_starter
    print(told(say(given.page, edition)))
    return 0
