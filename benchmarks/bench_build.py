"""Times whole builds beside Pelican's and Hugo's of the same text, and writes benchmarks/build.md.

Each build is a process of its own; what counts is the CPU it took, its children's too, and the most memory
any of them held. The pages are printed by another process, for a child takes over its parent's memory figure.
Nothing is deleted until all is measured: for a minute and more ext4 passes over the places of deleted files
one by one (`recently_deleted` in its ialloc.c), and a new file then costs ten times as much. Builds that
take seconds are run three times and the peers before and after ours; the least of it is told.
SIZES="1000 10000" measures fewer articles; PEERS="" leaves the peers out.
"""

import json
import os
import platform
import subprocess
import sys
import time
from collections.abc import Iterable
from contextlib import ExitStack
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from tempfile import TemporaryDirectory

from corpus import invented_archive
from page_files import write_markdown, write_pages

ROOT = Path(__file__).resolve().parents[1]
TABLE = Path(__file__).with_name("build.md")
SIZES = [int(size) for size in os.environ.get("SIZES", "1000 10000 100000").split()]
PEERS = os.environ.get("PEERS", "1") != ""
TIMES = 3
LARGEST_PEER = 10_000
"""Beyond it Pelican takes an hour and 20 GB, and we build on both cores alone."""

COMPILED = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
"""Programs are compiled once, as on a desk's machine, even where this one's settings forbid to keep that."""

PELICAN_SETTINGS = """
SITENAME = "云汀日报"
SITEURL = ""
TIMEZONE = "Asia/Shanghai"
DEFAULT_LANG = "zh-cn"
THEME = "simple"
FEED_ALL_ATOM = CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None
"""
HUGO_SETTINGS = """
baseURL = "/"
title = "云汀日报"
languageCode = "zh-cn"
disableKinds = ["RSS", "sitemap"]
[taxonomies]
category = "categories"
"""
HUGO_LAYOUTS = {
    "_default/baseof.html": """<!doctype html><html lang="zh-CN"><head><meta charset="utf-8">
<title>{{ .Title }}</title></head><body><header><a href="/">{{ site.Title }}</a></header>
{{ block "main" . }}{{ end }}</body></html>""",
    "_default/single.html": """{{ define "main" }}<article><h1>{{ .Title }}</h1>
<p>{{ .Date.Format "2006-01-02" }}</p>{{ .Content }}</article>{{ end }}""",
    "_default/list.html": """{{ define "main" }}<h1>{{ .Title }}</h1>
{{ range (.Paginate .Pages).Pages }}<article><h2><a href="{{ .RelPermalink }}">{{ .Title }}</a></h2>
{{ .Summary }}</article>{{ end }}{{ template "_internal/pagination.html" . }}{{ end }}""",
}


@dataclass(frozen=True, slots=True)
class Cost:
    """Seconds of CPU and of the clock, and the most bytes that one process held."""

    cpu: float
    wall: float
    memory: int
    stages: dict[str, tuple[float, float]]

    def without(self, *stages: str) -> float:
        return self.cpu - sum(self.stages.get(stage, (0.0, 0.0))[0] for stage in stages)


SEARCH, PICTURES = "检索", "图片"
TWO_CORES = "cold, two cores"
PRINT = "--print"


def run(command: list[str], folder: Path, **environment: str) -> Cost:
    stages = folder / "stages.json"
    stages.unlink(missing_ok=True)
    began = time.monotonic()
    process = subprocess.Popen(
        command,
        cwd=folder,
        env={**COMPILED, "PYTHONUTF8": "1", "NEWSPAPER_STAGES": str(stages), **environment},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
    )
    assert process.stderr
    said = process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{command}: {said.decode()[-2000:]}")
    told = json.loads(stages.read_text()) if stages.exists() else {}
    return Cost(
        usage.ru_utime + usage.ru_stime,
        time.monotonic() - began,
        usage.ru_maxrss * 1024,
        {name: (cpu, wall) for name, cpu, wall in told},
    )


def ours(folder: Path, **environment: str) -> Cost:
    command = [
        sys.executable,
        "-m",
        "pelican",
        str(ROOT / "content"),
        "--settings",
        str(ROOT / "pelicanconf.py"),
    ]
    command += ["--output", str(folder / "site"), "--fatal", "errors", "--log-handler", "plain"]
    command += ["--extra-settings", f"NEWSPAPER_CACHE={json.dumps(str(folder / 'cache'))}"]
    return run(command, folder, SEEDS=str(folder / "pages"), **environment)


def main() -> None:
    machine = f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}"
    peers = f", Hugo {version('hugo')}" if PEERS else ""
    lines = [
        "# Whole builds, measured",
        "",
        "Written by `make bench-build`: invented text (benchmarks/corpus.py), as page files for us, as",
        "Markdown, one file an article, for Pelican's theme `simple` and Hugo with three bare templates.",
        "CPU seconds of a process and its children; the search index and the pictures, which the peers have",
        "not, stand apart and are in neither the CPU nor the ratios. Wall and memory are of everything.",
        "Builds of seconds are the least of three, the peers' the least of one before ours and one after.",
        "",
        "Aims at 10,000: pages read before 0.12 of Pelican and 0.5 of Hugo; cold 1.1 of Pelican on one core,",
        "0.6 of its wall on two; nothing changed 0.03, 2.5 of an empty Pelican; one page 0.04. From 10,000",
        "to 100,000 articles 11 times the time and 5 kB an article.",
        "",
        f"{machine}, Pelican {version('pelican')}{peers}.",
        "",
    ]
    cold: dict[int, Cost] = {}
    with ExitStack() as folders:
        for size in SIZES:
            folder = folders.enter_context(TemporaryDirectory(prefix="newspaper-build-"))
            lines += measured(size, Path(folder), cold)
            TABLE.write_text("\n".join([*lines, *growth(cold)]), "utf-8")
    print(TABLE.read_text("utf-8"))


def print_corpus(size: int, folder: Path) -> None:
    """The same text for everybody; the peers' only where they are measured."""
    archive = invented_archive(size)
    (folder / "pages").mkdir()
    print(write_pages(archive, folder / "pages"))
    if PEERS and size <= LARGEST_PEER:
        write_markdown(archive, folder / "peers" / "content")


def measured(size: int, folder: Path, cold: dict[int, Cost]) -> list[str]:
    """The table of one size."""
    told = subprocess.run(
        [sys.executable, __file__, PRINT, str(size), str(folder)], stdout=subprocess.PIPE, check=True
    )
    megabytes = int(told.stdout) / 1e6
    is_large = size > LARGEST_PEER
    before = {} if is_large or not PEERS else peer_costs(folder)
    costs = large_costs(folder) if is_large else own_costs(folder)
    after = peer_costs(folder) if before else {}
    peers = {name: least([before[name], after[name]]) for name in before}
    cold[size] = costs[TWO_CORES]
    head = f"## {size:,} articles, {megabytes:.1f} MB of pages"
    table = [
        "| build | CPU | search | pictures | wall | memory | of Pelican | of Hugo |",
        "|---|---|---|---|---|---|---|---|",
    ]
    table += [row(name, cost, peers) for name, cost in {**costs, **peers}.items()]
    first = next(iter(costs))
    stages = ", ".join(f"{name} {cpu:.1f}" for name, (cpu, _) in costs[first].stages.items())
    return [head, "", *table, "", f"Stages of “{first}”, CPU seconds: {stages}.", ""]


def least(costs: Iterable[Cost]) -> Cost:
    """The build that took the least; the others were held up by what else the machine had to do."""
    return min(costs, key=lambda cost: cost.cpu)


def row(name: str, cost: Cost, peers: dict[str, Cost]) -> str:
    own = cost.without(SEARCH, PICTURES)
    apart = [
        f"{cost.stages[stage][0]:.2f} s" if stage in cost.stages else "–" for stage in (SEARCH, PICTURES)
    ]
    ratios = [f"{own / peers[peer].cpu:.3f}" if peer in peers else "–" for peer in ("Pelican", "Hugo")]
    memory = f"{cost.memory / 1e6:,.0f} MB"
    cells = [name, f"{own:.2f} s", *apart, f"{cost.wall:.2f} s", memory, *ratios]
    return f"| {' | '.join(cells)} |"


def growth(cold: dict[int, Cost]) -> list[str]:
    """From the second-largest archive to the largest."""
    if len(cold) < 2:
        return []
    small, large = sorted(cold)[-2:]
    times = cold[large].cpu / cold[small].cpu
    kilobytes = (cold[large].memory - cold[small].memory) / (large - small) / 1e3
    told = f"From {small:,} to {large:,} articles: {times:.1f} times the CPU, {kilobytes:.1f} kB an article."
    return [told, ""]


def large_costs(folder: Path) -> dict[str, Cost]:
    """Our builds of an archive that takes a quarter of an hour."""
    cold = ours(folder, JOBS="2")
    same = least(ours(folder, JOBS="2") for _ in range(TIMES))
    changed = changed_costs(folder, JOBS="2")
    return {TWO_CORES: cold, "nothing changed": same, **changed}


def changed_costs(folder: Path, **environment: str) -> dict[str, Cost]:
    """The first change of a new site, and later ones: from then on the site that was replaced is kept."""
    costs = []
    for _ in range(1 + TIMES):
        change_a_page(folder)
        costs.append(ours(folder, **environment))
    return {"one page changed": costs[0], "one page changed again": least(costs[1:])}


def change_a_page(folder: Path) -> None:
    """A correction to the text of a page of the newest issue."""
    page = max((folder / "pages").glob("*/????-??-??/*.txt"), key=lambda path: (path.parent.name, path.name))
    page.write_text(page.read_text("utf-8").replace("。", "，又及。", 1), "utf-8")


def own_costs(folder: Path) -> dict[str, Cost]:
    """Our builds of one archive, each of what the one before it left."""
    cold = ours(folder, JOBS="1")
    put_away(folder, "site", "cache")
    two = ours(folder, JOBS="2")
    put_away(folder, "site")
    read = ours(folder, JOBS="1")
    same = least(ours(folder, JOBS="1") for _ in range(TIMES))
    changed = changed_costs(folder, JOBS="1")
    return {
        "cold, one core": cold,
        TWO_CORES: two,
        "cold, pages read before": read,
        "nothing changed": same,
        **changed,
        "an empty Pelican": empty_pelican(folder),
    }


def put_away(folder: Path, *names: str) -> None:
    away = folder / f"away-{len(list(folder.glob('away-*')))}"
    away.mkdir()
    for name in names:
        if (folder / name).exists():
            (folder / name).rename(away / name)


def empty_pelican(folder: Path) -> Cost:
    empty = folder / "empty"
    (empty / "content").mkdir(parents=True)
    (empty / "settings.py").write_text(PELICAN_SETTINGS, "utf-8")
    return least(pelican(empty) for _ in range(TIMES))


def pelican(folder: Path) -> Cost:
    return run([sys.executable, "-m", "pelican", "content", "--settings", "settings.py"], folder)


def peer_costs(folder: Path) -> dict[str, Cost]:
    peers = folder / "peers"
    put_away(peers, "output", "public")
    (peers / "settings.py").write_text(PELICAN_SETTINGS, "utf-8")
    (peers / "hugo.toml").write_text(HUGO_SETTINGS, "utf-8")
    for name, text in HUGO_LAYOUTS.items():
        layout = peers / "layouts" / name
        layout.parent.mkdir(parents=True, exist_ok=True)
        layout.write_text(text, "utf-8")
    hugo = [sys.executable, "-m", "hugo", "--destination", "public", "--quiet"]
    return {"Pelican": pelican(peers), "Hugo": run(hugo, peers)}


if __name__ == "__main__":
    if sys.argv[1:2] == [PRINT]:
        print_corpus(int(sys.argv[2]), Path(sys.argv[3]))
    else:
        main()
