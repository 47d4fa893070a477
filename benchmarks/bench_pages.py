"""Each kind of page in an archive of 1,000 invented articles as Lighthouse scores it; writes pages.md.

`make bench-pages` takes a few minutes; the median of three visits is written, each with an empty cache and
Lighthouse's slow phone, from a server of this machine that sends gzip as static hosts do.
"""

import gzip
import json
import mimetypes
import os
import platform
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from pathlib import Path
from typing import Any, BinaryIO

import jinja2
from corpus import invented_archive

ROOT = Path(__file__).resolve().parents[1]
sys.path.append(str(ROOT / "tests" / "support"))
from browser import ensure_chromium  # noqa: E402 - the tests' own way to one
from folder_writer import FolderWriter  # noqa: E402
from newspaper_archive.make.site_build import LUNR_ADDRESS  # noqa: E402
from newspaper_archive.model import Archive  # noqa: E402
from newspaper_archive.search import build_index  # noqa: E402
from newspaper_archive.site.all_pages import render  # noqa: E402
from newspaper_archive.site.bundles import bundles  # noqa: E402
from newspaper_archive.site.render_options import Site  # noqa: E402
from newspaper_archive.site.renderer import prepare  # noqa: E402
from newspaper_archive.site.tongue import tongue  # noqa: E402
from newspaper_archive.site.words.search_words import search_words  # noqa: E402

SIZE = int(os.environ.get("SIZE", "1000"))
VISITS = 3
CATEGORIES = ("performance", "accessibility", "best practices", "SEO")
AIM = 98
ZIPPED = (".html", ".css", ".js", ".svg")


def main() -> None:
    archive = invented_archive(SIZE)
    with tempfile.TemporaryDirectory() as folder:
        build(archive, Path(folder))
        with served(Path(folder)) as address:
            pages = examples(archive)
            visited = visits([address + way for _, way in pages] * VISITS)
    rows = {kind: visited[number :: len(pages)] for number, (kind, _) in enumerate(pages)}
    write(rows)


def build(archive: Archive, folder: Path) -> None:
    """The site as the plugin makes it, but for the hand-written pages."""
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader([ROOT / "theme" / "templates", ROOT / "theme"]),
        trim_blocks=True,
        lstrip_blocks=True,
    )
    prepare(environment, Site("云汀日报"))
    writer = FolderWriter(folder)
    render(archive, environment, writer)
    shutil.copytree(ROOT / "theme" / "static", folder / "theme")
    lunr = (ROOT / "node_modules" / "lunr" / "lunr.min.js").read_bytes()
    index = dict(build_index(archive, search_words(tongue())))
    scripts = dict(bundles((ROOT / "theme",), tongue()))
    for address, data in {**index, **scripts, LUNR_ADDRESS: lunr}.items():
        writer.write(address, data)


def examples(archive: Archive) -> list[tuple[str, str]]:
    """A page of each kind, and its address."""
    issue = next(issue for issue in reversed(archive.issues) if issue.certain)
    page = issue.pages[0]
    return [
        ("home", "index.html"),
        ("issue", issue.address),
        ("page", page.address),
        ("article", page.articles[0].address),
        ("section", archive.sections[0].address),
        ("search", "search.html"),
        ("search for 记者", "search.html?q=%E8%AE%B0%E8%80%85"),
    ]


def visits(addresses: list[str]) -> list[Any]:
    command = ["node", ROOT / "benchmarks" / "page_scores.js", ensure_chromium()]
    done = subprocess.run(command, input=json.dumps(addresses), capture_output=True, text=True, check=True)
    return list(json.loads(done.stdout))


class StaticHost(SimpleHTTPRequestHandler):
    """Sends text gzipped, lets it be kept and keeps its connections, as hosts of static sites do."""

    protocol_version = "HTTP/1.1"

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - the name it has in the library
        pass

    def send_head(self) -> BytesIO | BinaryIO | None:
        path = Path(self.translate_path(self.path))
        if path.suffix not in ZIPPED or not path.is_file():
            return super().send_head()
        data = gzip.compress(path.read_bytes(), 6)
        self.send_response(200)
        self.send_header("Content-Type", f"{mimetypes.guess_type(path.name)[0]}; charset=utf-8")
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(data)))
        self.send_header("Cache-Control", "max-age=31536000")
        self.end_headers()
        return BytesIO(data)


@contextmanager
def served(folder: Path) -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(StaticHost, directory=str(folder))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


def worst(failures: list[tuple[str, float]]) -> list[str]:
    """Each failed audit once, with the least that it got."""
    found: dict[str, float] = {}
    for audit, score in failures:
        found[audit] = min(score, found.get(audit, 1))
    return [f"{audit} {score}" for audit, score in sorted(found.items())]


def write(rows: dict[str, list[Any]]) -> None:
    lines = [
        "# The pages, scored",
        "",
        f"Written by `make bench-pages`: Lighthouse's scores for a phone, median of {VISITS} visits, in an",
        f"archive of {SIZE:,} invented articles (benchmarks/corpus.py). The aim is {AIM} everywhere.",
        "",
        f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}; with a load of",
        f"{os.getloadavg()[0]:.0f} at the end of the visits; a busy machine costs performance.",
        "",
        f"| | {' | '.join(CATEGORIES)} | audits below 0.9 |",
        f"|---|{'---|' * (len(CATEGORIES) + 1)}",
    ]
    for kind, seen in rows.items():
        scores = [round(statistics.median(of)) for of in zip(*(one["scores"] for one in seen), strict=True)]
        short = worst([failure for one in seen for failure in one["failures"]])
        cells = [str(score) if score >= AIM else f"**{score}**" for score in scores]
        lines.append(f"| {kind} | {' | '.join(cells)} | {', '.join(short) or '–'} |")
    (ROOT / "benchmarks" / "pages.md").write_text("\n".join(lines) + "\n", "utf-8")
    print("\n".join(lines))


if __name__ == "__main__":
    main()
