"""The console script of the desk, a module a command: `newspaper-archive check seeds`.

A command has a NAME, a HELP, `arguments(parser)` and `run(given)`, whose number is the exit status.
"""

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from io import TextIOWrapper
from typing import Protocol

from newspaper_archive.desk import (
    accept_command,
    addresses,
    check,
    check_site,
    checked_command,
    explain,
    file_command,
    parse,
    sidecar_command,
    unchecked_command,
    unfile_command,
)
from newspaper_archive.desk.typed import as_typed
from newspaper_archive.errors import ArchiveError


class Command(Protocol):
    """What a module of this folder has that is a command."""

    @property
    def NAME(self) -> str: ...  # noqa: N802 - a constant of a module

    @property
    def HELP(self) -> str: ...  # noqa: N802 - as above

    def arguments(self, parser: argparse.ArgumentParser, /) -> None: ...

    def run(self, given: argparse.Namespace, /) -> int: ...


COMMANDS: tuple[Command, ...] = (
    parse,
    explain,
    check,
    check_site,
    checked_command,
    unchecked_command,
    sidecar_command,
    accept_command,
    file_command,
    unfile_command,
    addresses,
)


def main(arguments: Sequence[str] | None = None) -> int:
    """Exit status: 0, 1 where a check found an error, 2 where the desk's input cannot be used."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            # A terminal in the C locale knows no Chinese, and a file's name may hold bytes that are no text.
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    given = _parser().parse_args(arguments)
    run: Callable[[argparse.Namespace], int] = given.run
    try:
        return run(given)
    except ArchiveError as error:
        print(as_typed(str(error)), file=sys.stderr)
        return 2
    except BrokenPipeError:
        # The reader (`| head`) has gone; leave nothing for Python to flush at its end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="newspaper-archive", description="读版面文本，报告疑点。")
    commands = parser.add_subparsers(required=True, metavar="命令")
    for command in COMMANDS:
        own = commands.add_parser(command.NAME, help=command.HELP)
        command.arguments(own)
        own.set_defaults(run=command.run)
    return parser
