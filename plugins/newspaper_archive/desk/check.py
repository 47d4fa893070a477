"""`newspaper-archive check seeds`: everything doubtful of a folder of pages, as text or JSON."""

import argparse
import json
from collections import Counter
from collections.abc import Collection, Sequence
from pathlib import Path

from newspaper_archive.desk.typed import as_typed
from newspaper_archive.folder.site_file import read_site
from newspaper_archive.folder.walk import pages_folder
from newspaper_archive.make.doubt_list import SEVERITIES, doubt_rows, pages_at_once
from newspaper_archive.make.read_pages import read_archive
from newspaper_archive.model import Problem, Severity
from newspaper_archive.settings import Settings
from newspaper_archive.site.tongue import languages

NAME, HELP = "check", "列出一个文件夹里的疑点；有错误时退出码为 1"
AT_ONCE = """\
对照版面看过、不必改的，运行它下面那一行命令，就算核过，以后不再列出；那里的字改了，会再列出来。
整版都看过的，可以一次记完："""
ALONE = """\
对照版面看过、不必改的，运行它下面那一行命令，就算核过，以后不再列出；那里的字改了，会再列出来。"""
DONE = "核过的有 {} 处（要收回，运行它下面那一行命令）："


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("seeds", type=Path, metavar="SEEDS", help="放版面文件的文件夹")
    parser.add_argument("--json", action="store_true", help="输出 JSON")
    parser.add_argument("--all", action="store_true", help="核过的疑点也列出")


def run(given: argparse.Namespace) -> int:
    read_site(pages_folder(given.seeds), languages())
    archive = read_archive(given.seeds, Settings(seeds=given.seeds).edition)
    problems = archive.problems
    text = _as_json(problems) if given.json else _as_text(problems, archive.files, every=given.all)
    print(text)
    return 1 if any(problem.severity is Severity.ERROR for problem in problems) else 0


def _as_json(problems: Sequence[Problem]) -> str:
    keys = ("severity", "code", "file", "line", "also", "seen", "advice", "checked", "since")
    return json.dumps(
        [{key: getattr(p, key) for key in keys} for p in problems], ensure_ascii=False, indent=1
    )


def _as_text(problems: Sequence[Problem], pages: Collection[str], *, every: bool) -> str:
    waiting = [problem for problem in problems if not problem.checked]
    done = [problem for problem in problems if problem.checked]
    rows = doubt_rows(waiting, pages)
    at_once = list(pages_at_once(waiting, pages))
    if any(row.startswith("  make ") for row in rows):
        rows += [AT_ONCE, *at_once] if at_once else [ALONE]
    if every and done:
        rows += [DONE.format(len(done)), *doubt_rows(done, pages)]
    times = Counter(problem.severity for problem in waiting)
    counts = "，".join(f"{name} {times[severity]}" for severity, name in SEVERITIES.items())
    rows.append(f"疑点待核 {len(waiting)} 处：{counts}；已核 {len(done)} 处")
    return as_typed("\n".join(rows))
