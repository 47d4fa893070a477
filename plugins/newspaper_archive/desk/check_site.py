"""`newspaper-archive check-site OUTPUT`: a site held against its own list of checksums."""

import argparse
from pathlib import Path

from newspaper_archive.make.doubt_list import SEVERITIES
from newspaper_archive.model import Severity
from newspaper_archive.store.site_check import check_site, shown

NAME, HELP = "check-site", "照校验表核对一个网站；有改动或缺少的文件时退出码为 1"


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("site", type=Path, metavar="OUTPUT", help="网站的文件夹，也可以是拷到别处的一份")
    parser.add_argument(
        "--cache", type=Path, metavar="DIR", help="记着怎样生成的文件夹：下一次 make 重做坏的文件"
    )


def run(given: argparse.Namespace) -> int:
    found = check_site(given.site, given.cache)
    errors = (*found.harmed, *found.altered.values(), *found.missing)
    for severity, said in ((Severity.ERROR, errors), (Severity.WARNING, found.added)):
        for one in said:
            print(f"[{SEVERITIES[severity]}] {one}")
    others = f"改动 {len(found.altered)}，缺少 {len(found.missing)}，多出 {len(found.added)}"
    print(f"{shown(str(given.site))}: 相符 {found.sound} 个文件，{others}")
    if not found.is_sound:
        print("本机建的网站，再运行一次 make，坏了的会重做；拷来的网站，请从原处重新拷")
    return 0 if found.is_sound else 1
