"""The search at 1,000, 10,000 and 100,000 articles, beside Pagefind in the same run; writes search.md.

`make bench-search` takes a quarter of an hour; `SIZES="1000 10000" make bench-search` measures only these.
"""

import gc
import gzip
import json
import os
import platform
import re
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from html import escape
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import jinja2
from corpus import invented_archive
from playwright.sync_api import Page, Response, sync_playwright
from search_queries import expected, laid_out, queries

ROOT = Path(__file__).resolve().parents[1]
sys.path.append(str(ROOT / "tests" / "support"))
from browser import ensure_chromium  # noqa: E402 - the tests' own way to one
from index_of_records import index_of  # noqa: E402
from newspaper_archive.model import Archive  # noqa: E402
from newspaper_archive.search import build_index  # noqa: E402
from newspaper_archive.search.records import Record, Words, records  # noqa: E402
from newspaper_archive.site.bundles import bundles  # noqa: E402
from newspaper_archive.site.renderer import Site, prepare  # noqa: E402
from newspaper_archive.site.tongue import tongue  # noqa: E402

SIZES = [int(size) for size in os.environ.get("SIZES", "1000 10000 100000").split()]
PEER_SIZE = 10_000
GROWING = 20_000
EACH = 100
COLD = 15
Figures = dict[str, str]


def main() -> None:
    table: dict[int, Figures] = {}
    peer: Figures = {}
    for size in SIZES:
        with tempfile.TemporaryDirectory() as folder:
            table[size], peer = measured(size, Path(folder), peer)
        print(size, table[size], peer, flush=True)
    write(table, peer, grown())


def measured(size: int, folder: Path, peer: Figures) -> tuple[Figures, Figures]:
    archive = invented_archive(size)
    figures, seconds = built(archive, folder)
    articles = list(records(archive, Words()))
    asked = queries(articles, EACH)
    figures |= loaded(articles, folder, asked)
    if size == PEER_SIZE:
        peer = pagefind(articles, folder / "peer", asked["names"])
        figures["index build, of Pagefind's"] = f"{seconds / float(peer.pop('seconds')):.2f}"
        figures |= cold(folder, asked["names"], peer)
    return figures, peer


def built(archive: Archive, folder: Path) -> tuple[Figures, float]:
    """The index, written; in a process of its own, so that its memory can be told."""
    gc.collect()
    held = held_memory()
    started = time.perf_counter()
    child = os.fork()
    if child == 0:
        folders = set()
        for name, content in build_index(archive):
            file = folder / name
            if file.parent not in folders:
                file.parent.mkdir(parents=True, exist_ok=True)
                folders.add(file.parent)
            file.write_bytes(content)
        os._exit(0)
    _, status, usage = os.wait4(child, 0)
    assert status == 0
    seconds = time.perf_counter() - started
    index = [file.stat().st_size for file in folder.glob("search/*/i/*/*.js")]
    texts = [file.stat().st_size for file in folder.glob("search/*/t/*/*.js")]
    return {
        "index build": f"{seconds:.1f} s",
        "memory at its most, with the archive": f"{usage.ru_maxrss / 2**20:.2f} GiB",
        "of that the build's own": f"{usage.ru_maxrss / 2**20 - held:.2f} GiB",
        "index, texts on disk": f"{sum(index) / 1e6:.0f} + {sum(texts) / 1e6:.0f} MB",
        "shards": f"{len(index):,}",
    }, seconds


def held_memory() -> float:
    """What this process holds, in GiB."""
    pages = int(Path("/proc/self/statm").read_text("ascii").split()[1])
    return pages * resource.getpagesize() / 2**30


def loaded(articles: Sequence[Record], folder: Path, asked: dict[str, list[str]]) -> Figures:
    """Bytes and findings of every query, by Node with the page's own scripts."""
    lay_out(folder)
    every = [query for kind in asked.values() for query in kind]
    folder.joinpath("queries.json").write_text(json.dumps(every), "utf-8")
    command = ["node", ROOT / "benchmarks" / "search_bytes.js", folder]
    done = subprocess.run(command, capture_output=True, check=True)
    answers = [json.loads(line) for line in done.stdout.decode().splitlines()]
    index = [answer[0] for answer in answers]
    ten = [answer[1] * 10 / answer[2] for answer in answers if answer[2] >= 10]
    return {
        "first search, before any text": kilobytes(start_bytes(folder) + statistics.median(index)),
        "of that scripts, head and fold table": kilobytes(start_bytes(folder)),
        "later query, index bytes, median": kilobytes(statistics.median(index)),
        "later query, index bytes, p95": kilobytes(statistics.quantiles(index, n=20)[-1]),
        "ten confirmed results": kilobytes(statistics.median(ten)),
        **found(articles, asked, answers),
    }


def found(articles: Sequence[Record], asked: dict[str, list[str]], answers: list[Any]) -> Figures:
    texts = laid_out(articles)
    figures, place = {}, 0
    for kind, of_kind in asked.items():
        recalls, precisions = [], []
        for query in of_kind:
            wanted, got = expected(query, texts), set(answers[place][4])
            recalls.append(len(wanted & got) / len(wanted) if wanted else 1.0)
            precisions.append(len(wanted & got) / len(got) if got else 1.0)
            place += 1
        figures[f"recall / precision, {kind}"] = f"{statistics.mean(recalls)} / {statistics.mean(precisions)}"
    return figures


def lay_out_peer(folder: Path) -> None:
    """The same page with Pagefind in it, so that what differs is the search."""
    lay_out(folder)
    page = folder.joinpath("search.html").read_text("utf-8")
    theirs = OURS.sub("", page).replace("</body>", f"{PEER_SCRIPT}</body>")
    folder.joinpath("peer.html").write_text(theirs, "utf-8")


def lay_out(folder: Path) -> None:
    """The search page beside its data, as the build lays them out."""
    shutil.copytree(ROOT / "theme" / "static", folder / "theme", dirs_exist_ok=True)
    for kind in ("css", "js"):
        (folder / "theme" / kind).mkdir(exist_ok=True)
    shutil.copy(ROOT / "node_modules" / "lunr" / "lunr.min.js", folder / "theme" / "js" / "lunr.js")
    for address, data in bundles((ROOT / "theme",), tongue()):
        (folder / address).write_bytes(data)
    templates = jinja2.FileSystemLoader([ROOT / "theme" / "templates", ROOT / "theme"])
    environment = jinja2.Environment(loader=templates, autoescape=True)
    prepare(environment, Site("云汀日报"))
    page = environment.get_template("newspaper/search.html").render(here="search.html")
    folder.joinpath("search.html").write_text(page, "utf-8")


def start_bytes(folder: Path) -> int:
    """What the first search loads besides shards: the page's scripts, lunr.js, head and fold table."""
    page = folder.joinpath("search.html").read_text("utf-8")
    scripts = [part.partition('"')[0] for part in page.split('<script src="')[1:]]
    return sum(
        zipped(folder / name) for name in (*scripts, "theme/js/lunr.js", "search/head.js", "search/fold.js")
    )


def zipped(file: Path) -> int:
    return len(gzip.compress(file.read_bytes(), 6))


def kilobytes(size: float) -> str:
    return f"{size / 1000:.1f} KB"


PEER_SCRIPT = """<script type="module">
const pagefind = await import("./pagefind/pagefind.js");
const { results } = await pagefind.search(new URLSearchParams(location.search).get("q"));
const shown = await Promise.all(results.slice(0, 10).map((result) => result.data()));
const list = document.querySelector("#search-results");
list.innerHTML = shown.map(({ url, excerpt }) => `<li class="result"><p>${url}</p>${excerpt}`).join("");
window.total = results.length;
</script>"""
OURS = re.compile(r'<script src="theme/search.js" defer></script>|<meta http-equiv[^>]*>')

# When the first result stands on the page, in ms since its address was asked for, without the driver's time.
WATCH = """addEventListener("DOMContentLoaded", () => {
  const seen = () => document.querySelector(".result") && (window.seen ??= performance.now());
  new MutationObserver(seen).observe(document.body, { childList: true, subtree: true });
});"""


def pagefind(articles: Sequence[Record], folder: Path, names: Sequence[str]) -> Figures:
    for article in articles:
        file = folder / f"{article.id}.html"
        file.parent.mkdir(parents=True, exist_ok=True)
        parts = (part for field, parts in article.text.items() if field != "headline" for part in parts)
        text = "".join(f"<p>{escape(part)}</p>" for part in parts)
        file.write_text(
            f'<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>{escape(article.title)}</title>'
            f"<main data-pagefind-body><h1>{escape(article.title)}</h1>{text}</main></html>",
            "utf-8",
        )
    started = time.perf_counter()
    subprocess.run([sys.executable, "-m", "pagefind", "--site", folder], capture_output=True, check=True)
    seconds = time.perf_counter() - started
    lay_out_peer(folder)
    texts = laid_out(articles)
    with served(folder) as address, browser() as new_page:
        page = new_page()
        precisions = []
        for name in names:
            page.goto(f"{address}peer.html?q={name}")
            page.wait_for_function("'total' in window")
            precisions.append(len(expected(name, texts)) / max(1, page.evaluate("total")))
    index = [file.stat().st_size for file in (folder / "pagefind").rglob("*") if file.is_file()]
    return {
        "seconds": str(seconds),
        "index build": f"{seconds:.1f} s",
        "index, texts on disk": f"{sum(index) / 1e6:.0f} MB",
        "recall / precision, names": f"≤ 1.0 / {statistics.mean(min(1.0, p) for p in precisions):.2f}",
    }


def cold(folder: Path, names: Sequence[str], peer: Figures) -> Figures:
    """A first search in a fresh Chromium, from the address to the results."""
    ours, theirs = [], []
    with served(folder) as our_site, served(folder / "peer") as their_site, browser() as new_page:
        for name in names[:COLD]:
            ours.append(timed(new_page, f"{our_site}search.html?q={name}"))
            theirs.append(timed(new_page, f"{their_site}peer.html?q={name}"))
        peer |= transferred(new_page, f"{their_site}peer.html", names[:COLD])
    mine, other = statistics.median(ours), statistics.median(theirs)
    peer["cold search in Chromium, median"] = f"{other * 1000:.0f} ms"
    return {
        "cold search in Chromium, median": f"{mine * 1000:.0f} ms",
        "cold search, of Pagefind's": f"{mine / other:.2f}",
    }


def timed(new_page: Callable[[], Page], address: str) -> float:
    page = new_page()
    page.add_init_script(WATCH)
    page.goto(address)
    page.wait_for_selector(".result", state="attached")
    seconds = float(page.evaluate("seen")) / 1000
    page.context.close()
    return seconds


def transferred(new_page: Callable[[], Page], address: str, names: Sequence[str]) -> Figures:
    """Pagefind's bytes: its index chunks by query, its texts, and what comes before both."""
    start, index, texts = [], [], []
    for name in names:
        page = new_page()
        got: list[Response] = []
        page.on("response", lambda one, got=got: got.append(one))
        page.goto(f"{address}?q={name}")
        page.wait_for_function("'total' in window")
        held = {one.url: len(gzip.compress(one.body(), 6)) for one in got if "/pagefind/" in one.url}
        chunks = sum(size for url, size in held.items() if "/index/" in url)
        fragments = sum(size for url, size in held.items() if "/fragment/" in url)
        index.append(chunks)
        texts.append(fragments)
        start.append(sum(held.values()) - chunks - fragments)
        page.context.close()
    return {
        "first search, before any text": kilobytes(statistics.median(start) + statistics.median(index)),
        "of that scripts, head and fold table": kilobytes(statistics.median(start)),
        "later query, index bytes, median": kilobytes(statistics.median(index)),
        "later query, index bytes, p95": kilobytes(max(index)),
        "ten confirmed results": kilobytes(statistics.median(texts)),
    }


class Silent(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - the name it has in the library
        pass


@contextmanager
def served(folder: Path) -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Silent, directory=str(folder))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


@contextmanager
def browser() -> Iterator[Callable[[], Page]]:
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=ensure_chromium(), args=["--no-sandbox"])
        yield lambda: chromium.new_context().new_page()
        chromium.close()


def grown() -> str:
    """How much of the index a page of ten articles more, in the newest issue, writes anew at 20,000."""
    articles = list(records(invented_archive(GROWING), Words()))
    newest = articles[0]
    page = [replace(newest, id=f"{newest.id}-{n}", text=articles[100 + n].text) for n in range(10)]
    before, after = index_of(articles), index_of([*page, *articles])
    new = sum(len(data) for name, data in after.items() if before.get(name) != data)
    index = {name: len(data) for name, data in after.items() if "/t/" not in name}
    changed = sum(size for name, size in index.items() if before.get(name) != after[name])
    whole = sum(map(len, after.values()))
    return f"{changed / sum(index.values()):.1%} of the index, {new / whole:.1%} with texts"


def write(table: dict[int, Figures], peer: Figures, growth: str) -> None:
    sizes = sorted(table)
    rows = list(dict.fromkeys(row for size in sizes for row in table[size]))
    lines = [
        "# The search, measured",
        "",
        "Written by `make bench-search`: invented text (benchmarks/corpus.py), as gzip -6 sends it;",
        f"{EACH} queries each of names, words, pairs of words and raw runs. First search: median over them.",
        "",
        f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}.",
        "",
        f"| | {' | '.join(f'{size:,}' for size in sizes)} | Pagefind at {PEER_SIZE:,} |",
        f"|---|{'---|' * (len(sizes) + 1)}",
    ]
    for row in rows:
        cells = [table[size].get(row, "–") for size in sizes]
        lines.append(f"| {row} | {' | '.join(cells)} | {peer.get(row, '–')} |")
    lines += ["", f"One page of ten articles more in an archive of {GROWING:,} writes anew: {growth}."]
    (ROOT / "benchmarks" / "search.md").write_text("\n".join(lines) + "\n", "utf-8")
    print("\n".join(lines))


if __name__ == "__main__":
    resource.setrlimit(resource.RLIMIT_NOFILE, (4096, 4096))
    main()
