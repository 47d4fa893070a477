"""A folder of nothing but hostile files builds, each named or shown; in a browser nothing runs or is fetched.

Names, pages, sidecars and pictures are made here; faults found elsewhere come with them where they are.
"""

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from conftest import AWKWARD, ROOT, Build
from scans import animated, bomb, jpeg, saved, sheet, truncated

pytestmark = [pytest.mark.browser, pytest.mark.build]

FAULTS = ROOT.parent / "shared/cases/faults"
ELSEWHERE = "https://elsewhere.invalid/"
RUNS = "window.hasRun=1"
# What a page would run, fetch or be taken for, if it were not text.
HOSTILE = (
    f"<script>{RUNS};fetch('{ELSEWHERE}')</script>",
    f"<img src={ELSEWHERE}x.png onerror={RUNS}>",
    f"\"><svg onload='{RUNS}'>",
    f"'-{RUNS}-'",
    "{{ 7 * 7 }}{% include '/etc/passwd' %}",
    f"[点这里](javascript:{RUNS})",
    f"![图]({ELSEWHERE}x.png)",
    f"</title></textarea></style></script><script>{RUNS}</script>",
    f"<iframe srcdoc='<script>parent.{RUNS}</script>'></iframe>",
    f"<meta http-equiv=refresh content='0;url={ELSEWHERE}'>",
    f"<base href={ELSEWHERE}><link rel=stylesheet href={ELSEWHERE}x.css>",
    "*/}]]>--></script>\u202e\u2028\u0091\ufeff\ufffe",
)
STORY = """\
{}渡口的船又开了

本报讯（记者 {} 通讯员 {}）3月8日，渡口镇的老船工把船{}划到对岸，两岸居民又能坐船赶集。

{} 摄
"""
NAMES = (
    b"C01\x1b[31m\n.txt",
    b"C02\xff\xfe.txt",
    "渡口.txt".encode("gb18030"),
    "渡口.txt".encode(),
    "C03\u202egpj.txt".encode(),
    f"<script>{RUNS}<.txt".encode(),
    f'" onmouseover="{RUNS}" x=\'.md'.encode(),
    f"javascript:{RUNS}.md".encode(),
    b"{{ 7 * 7 }}{% raw %}.md",
    b"con.txt",
    b"-rf.txt",
    b"%2e%2e%2f.txt",
    b"\\..\\..\\C04.txt",
    b"a" * 251 + b".txt",
    b"\x01" * 100 + b".txt",
)
WITHOUT_PRINT = {
    "empty.txt": b"",
    "binary.txt": bytes(range(256)) * 9,
    "zip.txt": b"PK\x03\x04" + bytes(90),
    "nul.txt": b"\0" * 99,
}
PICTURES = {
    "bomb.png": bomb(),
    "cut.jpg": truncated(),
    "moves.webp": animated(),
    "drawing.png": f"<svg xmlns='http://www.w3.org/2000/svg' onload='{RUNS}'/>".encode(),
    "said.jpg": saved(sheet(), "JPEG", comment=f"<script>{RUNS}</script>".encode()),
    "long.png": saved(sheet((300, 16_400)).convert("1"), "PNG"),
    "strip.png": saved(sheet((1, 16_400)).convert("1"), "PNG"),
    "polyglot.jpg": jpeg() + f"<script>{RUNS}</script>".encode(),
}
# Those of them that cannot be shown as they are.
NAMED = frozenset({0, 1, 2, 3, 6})
SIDECAR = """\
paper: '"><img src=x onerror={0}>'
page_name: '<script>{0}</script>'
folio: '</a>{{{{ 7 * 7 }}}}'
"""
EDITION = """\
paper: '</title><script>{0}</script>'
edition: '<b onclick={0}>子报'
cn: '<i>'
issn: '"><u>'
slug: hostile
"""

ODD = {
    *WITHOUT_PRINT,
    "out",
    "pipe.txt",
    *(f"P{place}.{name}" for place, name in enumerate(PICTURES) if place in NAMED),
}
TEXTS = frozenset({".html", ".css", ".js", ".json", ".bib", ".ris", ".xml", ".svg", ".txt"})
# Elements, attributes and links that only a page file could have brought.
ODDITIES = """() => [
    ...(window.hasRun ? ["ran"] : []),
    ...[...document.querySelectorAll("*")].flatMap((element) => [...element.attributes]
        .filter(({ name }) => /^on|^srcdoc$/u.test(name)).map(({ name }) => `${element.localName} ${name}`)),
    ...[...document.querySelectorAll("iframe, base, object, embed, meta[http-equiv=refresh]")]
        .map((element) => element.localName),
    ...["href", "src", "action"].flatMap((name) => [...document.querySelectorAll(`[${name}]`)]
        .map((element) => element.getAttribute(name)))
        .filter((address) => !/^(?:file|data):/u.test(new URL(address, location.href).href)),
    ...[...document.querySelectorAll("script:not([src])")].map((script) => script.textContent)
        .filter((text) => text.includes("hasRun")),
]"""


def put(folder: Path, name: bytes | str, data: bytes) -> None:
    location = Path(os.fsdecode(os.fsencode(folder) + b"/" + os.fsencode(name)))
    location.parent.mkdir(parents=True, exist_ok=True)
    location.write_bytes(data)


def story(number: int) -> bytes:
    said = (HOSTILE[(number + step) % len(HOSTILE)] for step in range(5))
    return STORY.format(*said).encode()


def lay(folder: Path) -> None:
    """The hostile folder."""
    day = folder / "<b>子报/2031-06-13"
    put(folder / "<b>子报", "edition.yaml", EDITION.format(RUNS).encode())
    for number, name in enumerate(NAMES):
        put(day, name, story(number))
    for number, name in enumerate(NAMES[4:6]):
        put(folder / f"<script>{RUNS}<", name, story(number + 5))
    for name, data in WITHOUT_PRINT.items():
        put(folder, name, data)
    for number, (name, data) in enumerate(PICTURES.items()):
        put(day, f"P{number}.{name.partition('.')[0]}.txt", story(number))
        put(day, f"P{number}.{name}", data)
    put(day, "S1.txt", story(1))
    put(day, "S1.yaml", SIDECAR.format(RUNS).encode())
    (folder / "out").symlink_to("/etc")
    os.mkfifo(folder / "pipe.txt")
    if FAULTS.is_dir():
        for found in sorted(path for path in FAULTS.rglob("*") if path.is_file() and path.suffix != ".yaml"):
            put(folder / "faults" / found.parent.name, found.name, found.read_bytes())
            if found.suffix != ".txt":
                put(folder / "faults" / found.parent.name, f"{found.stem}.txt", story(3))


@dataclass(frozen=True, slots=True)
class Made:
    seeds: Path
    site: Path
    said: str


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory, build: Build) -> Made:
    folder = tmp_path_factory.mktemp("hostile") / AWKWARD
    seeds, site = folder / "版面", folder / "网站"
    seeds.mkdir(parents=True)
    lay(seeds)
    done = build(seeds, site, JOBS="1")
    assert 0 == done.returncode, done.stderr
    return Made(seeds, site, done.stdout + done.stderr)


def test_a_hostile_folder_builds_without_a_word_that_a_terminal_obeys(made: Made) -> None:
    assert "Traceback" not in made.said
    assert [] == [line for line in made.said.splitlines() if not line.isprintable()]


def test_each_odd_file_is_named_and_every_page_with_print_is_in_the_site(made: Made) -> None:
    command = [str(Path(sys.executable).with_name("newspaper-archive")), "check", "--json", str(made.seeds)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    named = {problem["file"].rpartition("/")[2] for problem in json.loads(done.stdout)}
    assert set() == ODD - named
    transcripts = [path for path in made.site.rglob("*.html") if 'id="transcript"' in path.read_text("utf-8")]
    files = [path for path in made.seeds.rglob("*") if path.is_file() and path.suffix in {".txt", ".md"}]
    assert len(files) - len(WITHOUT_PRINT) == len(transcripts)


def test_no_file_of_the_site_holds_what_a_name_or_a_page_would_have_a_terminal_do(made: Made) -> None:
    wrong = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")
    texts = {path: path.read_bytes().decode() for path in made.site.rglob("*") if path.suffix in TEXTS}
    assert [] == [path.name for path, text in texts.items() if wrong.search(text)]
    assert [] == [
        str(path) for path in made.site.rglob("*") if not path.relative_to(made.site).as_posix().isascii()
    ]


@pytest.fixture(scope="module")
def watched(chromium: Browser) -> Iterator[tuple[Page, list[str]]]:
    """A page, and all that it ran or asked for that is not of the site."""
    found: list[str] = []
    with chromium.new_context() as context:
        page = context.new_page()
        page.on("dialog", lambda dialog: found.append(f"dialog {dialog.message}"))
        page.on("pageerror", lambda error: found.append(f"error {error}"))
        page.on("popup", lambda other: found.append(f"popup {other.url}"))
        page.on(
            "request",
            lambda asked: found.extend([] if asked.url.startswith(("file:", "data:")) else [asked.url]),
        )
        yield page, found


def test_in_a_browser_nothing_of_it_runs_or_is_fetched(watched: tuple[Page, list[str]], made: Made) -> None:
    page, found = watched
    visited = sorted(made.site.rglob("*.html"))
    assert len(visited) > 60
    for location in visited:
        page.goto(location.as_uri(), wait_until="domcontentloaded")
        found += [f"{location.name}: {one}" for one in page.evaluate(ODDITIES)]
    page.goto(f"{made.site.as_uri()}/search.html?q=渡口的船")
    expect(page.get_by_role("status")).to_contain_text("找到")
    found += page.evaluate(ODDITIES)
    assert [] == found


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("C01.yaml", 'page_name: "\\U00110000"\n', "C01.yaml:1: “\\U”后面的号码没有对应的字符"),
        ("C01.yaml", 'paper: 大河\npage_name: "\\ud83d"\n', "C01.yaml:2: 有一个看不见的字符 U+D83D"),
        ("C01.yaml", "a: &a [1]\nb: [*a, *a]\n", "C01.yaml:2: 看到“b: [*a, *a]”，以“*”开头"),
        (
            "edition.yaml",
            "paper: 大河\nslug: lpt1\n",
            "edition.yaml:2: 看到“lpt1”，Windows 把这个名字留给设备",
        ),
        (
            "edition.yaml",
            "paper: !!python/object/apply:os.system [id]\n",
            "edition.yaml:1: 看到“tag:yaml.org,2002:python/",
        ),
    ],
)
def test_yaml_that_cannot_be_used_ends_a_build_in_one_message(
    build: Build, tmp_path: Path, name: str, text: str, message: str
) -> None:
    put(tmp_path / "版面", "C01.txt", story(0))
    put(tmp_path / "版面", name, text.encode())
    done = build(tmp_path / "版面", tmp_path / "网站")
    assert (1, 1, False) == (done.returncode, done.stderr.count("\n"), (tmp_path / "网站").exists()), (
        done.stderr
    )
    assert done.stderr.startswith(message)


@pytest.mark.skipif(not FAULTS.is_dir(), reason=f"{FAULTS.name} is not here")
@pytest.mark.parametrize("name", ["beyond-unicode", "surrogate"])
def test_yaml_found_by_others_ends_a_build_in_one_message(build: Build, tmp_path: Path, name: str) -> None:
    put(tmp_path / "版面", "C01.txt", story(0))
    put(tmp_path / "版面", "C01.yaml", (FAULTS / f"yaml-escapes/{name}.yaml").read_bytes())
    done = build(tmp_path / "版面", tmp_path / "网站")
    assert (1, 1) == (done.returncode, done.stderr.count("\n")), done.stderr
    assert done.stderr.startswith("C01.yaml:1: ")
