"""`newspaper-archive check seeds`: everything doubtful of a folder of pages, as text or JSON."""

import argparse
import json
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from newspaper_archive.desk.sentences import SEVERITIES, sentence
from newspaper_archive.make.read_pages import read_archive
from newspaper_archive.model import Problem, Severity
from newspaper_archive.settings import Settings

NAME, HELP = "check", "列出一个文件夹里的疑点；有错误时退出码为 1"


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("seeds", type=Path, metavar="SEEDS", help="放版面文件的文件夹")
    parser.add_argument("--json", action="store_true", help="输出 JSON")


def run(given: argparse.Namespace) -> int:
    problems = read_archive(given.seeds, Settings(seeds=given.seeds).edition).problems
    print(_as_json(problems) if given.json else _as_text(problems))
    return 1 if any(problem.severity is Severity.ERROR for problem in problems) else 0


def _as_json(problems: Sequence[Problem]) -> str:
    keys = ("severity", "code", "file", "line", "also", "seen", "advice")
    return json.dumps(
        [{key: getattr(p, key) for key in keys} for p in problems], ensure_ascii=False, indent=1
    )


def _as_text(problems: Sequence[Problem]) -> str:
    times = Counter(problem.severity for problem in problems)
    counts = "，".join(f"{name} {times[severity]}" for severity, name in SEVERITIES.items())
    return "\n".join([*map(sentence, problems), f"疑点 {len(problems)} 处：{counts}"])
