"""The console script of the desk: `newspaper-archive check seeds` tells what the program was unsure of."""

import argparse
import json
import os
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from io import TextIOWrapper
from pathlib import Path, PurePosixPath

from newspaper_archive.desk.page_json import page_json
from newspaper_archive.desk.sidecar_writer import accept_change, write_starter
from newspaper_archive.errors import ArchiveError
from newspaper_archive.folder.walk import find_page, find_pages
from newspaper_archive.invisible import told
from newspaper_archive.lexicon.slug import short_hash
from newspaper_archive.make.read_pages import (
    check_sidecars,
    has_print,
    in_order,
    page_problems,
    read_archive,
    read_page,
)
from newspaper_archive.model import Found, PageFile, Problem, Severity
from newspaper_archive.settings import Settings
from newspaper_archive.store.site_check import check_site, shown

_LONGEST_NAME = 200
_SEVERITIES = {Severity.ERROR: "错误", Severity.WARNING: "注意", Severity.NOTE: "说明"}


def main(arguments: Sequence[str] | None = None) -> int:
    """Exit status: 0, 1 where a check found an error, 2 where the desk's input cannot be used."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            # A terminal in the C locale knows no Chinese, and a file's name may hold bytes that are no text.
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    given = _parser().parse_args(arguments)
    command: Callable[[argparse.Namespace], int] = given.command
    try:
        return command(given)
    except ArchiveError as error:
        print(error, file=sys.stderr)
        return 2
    except BrokenPipeError:
        # The reader (`| head`) has gone; leave nothing for Python to flush at its end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="newspaper-archive", description="读版面文本，报告疑点。")
    commands = parser.add_subparsers(required=True, metavar="命令")
    parse = commands.add_parser("parse", help="把版面读成 JSON，一版一个文件")
    parse.add_argument("pages", nargs="+", type=Path, metavar="PAGE", help="版面文件，或放版面文件的文件夹")
    parse.add_argument("--out", required=True, type=Path, metavar="DIR", help="JSON 放在这个文件夹")
    parse.set_defaults(command=_parse)
    explain = commands.add_parser("explain", help="逐块说明一版的读法：行号、是什么、为什么、文字")
    explain.add_argument("page", type=Path, metavar="PAGE", help="版面文件")
    explain.set_defaults(command=_explain)
    check = commands.add_parser("check", help="列出一个文件夹里的疑点；有错误时退出码为 1")
    check.add_argument("seeds", type=Path, metavar="SEEDS", help="放版面文件的文件夹")
    check.add_argument("--json", action="store_true", help="输出 JSON")
    check.set_defaults(command=_check)
    site = commands.add_parser("check-site", help="照校验表核对一个网站；有改动或缺少的文件时退出码为 1")
    site.add_argument("site", type=Path, metavar="OUTPUT", help="网站的文件夹，也可以是拷到别处的一份")
    site.add_argument(
        "--cache", type=Path, metavar="DIR", help="记着怎样生成的文件夹：下一次 make 重做坏的文件"
    )
    site.set_defaults(command=_check_site)
    sidecar = commands.add_parser("sidecar", help="给一版写一份旁注（NAME.yaml），内有程序的读法，照版面改")
    sidecar.add_argument("page", type=Path, metavar="PAGE", help="版面文件")
    sidecar.add_argument("--accept", action="store_true", help="版面文件改过：把已有旁注的行号改到新的行上")
    sidecar.set_defaults(command=_sidecar)
    return parser


def _sidecar(given: argparse.Namespace) -> int:
    edition = Settings(seeds=given.page).edition
    say = accept_change if given.accept else write_starter
    print(told(say(given.page, edition)))
    return 0


def _parse(given: argparse.Namespace) -> int:
    found = [_found(path) for path in given.pages]
    files = [(file, folder.editions) for folder in found for file in folder.pages]
    check_sidecars(file for file, _ in files)
    names = _json_names([file for file, _ in files])
    problems = [problem for folder in found for problem in folder.problems]
    for (file, editions), name in zip(files, names, strict=True):
        page = read_page(file, editions)
        problems += page_problems(page)
        if has_print(page):
            _write(given.out / name, page_json(page))
    for problem in in_order(problems):
        print(_sentence(problem), file=sys.stderr)
    return 0


def _found(path: Path) -> Found:
    edition = Settings(seeds=path).edition
    return find_pages(path, edition) if path.is_dir() else find_page(path, edition)


def _json_names(files: Sequence[PageFile]) -> list[str]:
    """`C01.json` for `C01.txt`; pages of one name are told apart by their folders."""
    stems = [_fitting(PurePosixPath(file.path).stem) for file in files]
    times = Counter(stem.casefold() for stem in stems)
    names = [
        stem
        if times[stem.casefold()] == 1
        else _fitting(str(PurePosixPath(file.path).with_suffix("")).replace("/", "_"))
        for stem, file in zip(stems, files, strict=True)
    ]
    again = Counter(name.casefold() for name in names)
    return [
        f"{name}.json" if again[name.casefold()] == 1 else f"{name}-{short_hash(str(file.location))}.json"
        for name, file in zip(names, files, strict=True)
    ]


def _fitting(name: str) -> str:
    """Cut where no disk would take it: a folder's names in a row, or a name shown by numbers, may be long."""
    return name if len(name.encode()) <= _LONGEST_NAME else f"{name[:50]}~{short_hash(name)}"


def _write(location: Path, content: object) -> None:
    text = json.dumps(content, ensure_ascii=False, indent=1) + "\n"
    try:
        location.parent.mkdir(parents=True, exist_ok=True)
        location.write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        raise ArchiveError(f"{location}: 写不进去（{error.strerror}）。请换一个 --out 文件夹") from error


def _explain(given: argparse.Namespace) -> int:
    found = find_page(given.page, Settings(seeds=given.page).edition)
    page = read_page(found.pages[0], found.editions)
    for decision in page.reading.decisions:
        print(
            f"{_numbers(decision.lines)}\t{decision.role}\t{decision.because}\t{_on_one_line(decision.text)}"
        )
    for problem in in_order(found.problems + page_problems(page)):
        print(_sentence(problem), file=sys.stderr)
    return 0


def _numbers(lines: Sequence[int]) -> str:
    """`3`, `3–7`, and `3–7,9` where a block's lines are not neighbours."""
    return ",".join(str(a) if a == b else f"{a}–{b}" for a, b in _stretches(lines))


def _stretches(lines: Sequence[int]) -> Iterator[tuple[int, int]]:
    start = last = None
    for number in lines:
        if last is not None and start is not None and number != last + 1:
            yield start, last
            start = number
        start = number if start is None else start
        last = number
    if start is not None and last is not None:
        yield start, last


def _on_one_line(text: str) -> str:
    return told(" ".join(text.split()))


def _check(given: argparse.Namespace) -> int:
    problems = read_archive(given.seeds, Settings(seeds=given.seeds).edition).problems
    print(_as_json(problems) if given.json else _as_text(problems))
    return 1 if any(problem.severity is Severity.ERROR for problem in problems) else 0


def _check_site(given: argparse.Namespace) -> int:
    found = check_site(given.site, given.cache)
    errors = (*found.harmed, *found.altered.values(), *found.missing)
    for severity, said in ((Severity.ERROR, errors), (Severity.WARNING, found.added)):
        for one in said:
            print(f"[{_SEVERITIES[severity]}] {one}")
    others = f"改动 {len(found.altered)}，缺少 {len(found.missing)}，多出 {len(found.added)}"
    print(f"{shown(str(given.site))}: 相符 {found.sound} 个文件，{others}")
    if not found.is_sound:
        print("本机建的网站，再运行一次 make，坏了的会重做；拷来的网站，请从原处重新拷")
    return 0 if found.is_sound else 1


def _as_json(problems: Sequence[Problem]) -> str:
    keys = ("severity", "code", "file", "line", "also", "seen", "advice")
    return json.dumps(
        [{key: getattr(p, key) for key in keys} for p in problems], ensure_ascii=False, indent=1
    )


def _as_text(problems: Sequence[Problem]) -> str:
    times = Counter(problem.severity for problem in problems)
    counts = "，".join(f"{name} {times[severity]}" for severity, name in _SEVERITIES.items())
    return "\n".join([*map(_sentence, problems), f"疑点 {len(problems)} 个：{counts}"])


def _sentence(problem: Problem) -> str:
    return f"[{_SEVERITIES[problem.severity]}] {problem}"
