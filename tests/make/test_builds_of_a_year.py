"""What a desk does in a year, built each time: no address vanishes or comes to show another text."""

import os
import re
import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest

from build_here import build_here
from built_once import built_once
from conftest import COMPILED, ROOT, SEEDS, Build
from depth import whole
from desk_year import YEAR, Event, published, write
from newspaper_archive.desk.console import main
from newspaper_archive.errors import ArchiveError
from newspaper_archive.store.manifest import MANIFEST
from newspaper_archive.store.stage import name_of
from published_site import STORY, Found, Site, gone_of, read_site, writers

pytestmark = pytest.mark.build

SHORT = {
    "inserted at the top",
    "two stories joined",
    "the date put right",
    "two folios taken for each other",
    "one of three notices deleted",
    "another text under a like headline",
}
KEPT = [place for place, event in enumerate(YEAR) if event.what in SHORT]


@dataclass(frozen=True)
class Desk:
    """A folder with page files, the site made of them and what its builds keep."""

    folder: Path
    capsys: pytest.CaptureFixture[str]

    @property
    def seeds(self) -> Path:
        return self.folder / "版面"

    @property
    def site(self) -> Path:
        return self.folder / "网站"

    def make(self) -> str:
        """What was said of it."""
        self.capsys.readouterr()
        build_here(self.seeds, self.site, self.folder / "cache")
        return self.capsys.readouterr().out

    def is_asked(self) -> str:
        """The question with which a build stops, and that the site is as it was."""
        before = self.manifest()
        with pytest.raises(ArchiveError) as asked:
            self.make()
        assert before == self.manifest()
        return str(asked.value)

    def answer(self, asked: str) -> str:
        """What is said of the build once that was done which the question asks for."""
        assert "make addresses ACCEPT=1" in asked
        assert "SHRINK=1" not in asked
        assert 0 == main(["addresses", "--seeds", str(self.seeds), "--accept", str(self.site)])
        return self.make()

    def manifest(self) -> bytes:
        return (self.site / MANIFEST).read_bytes()

    def published(self) -> Site:
        return read_site(self.site)


@pytest.fixture(scope="session")
def first_build(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The year's first site, which every event is done to a copy of."""

    def make(folder: Path) -> None:
        published(folder / "版面")
        build_here(folder / "版面", folder / "网站", folder / "cache")

    return built_once(tmp_path_factory, "desk-year", make)


@pytest.fixture
def desk(first_build: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Desk:
    shutil.copytree(first_build, tmp_path, dirs_exist_ok=True)
    own = tmp_path / "cache"
    (own / name_of(first_build / "网站")).rename(own / name_of(tmp_path / "网站"))
    return Desk(tmp_path, capsys)


@pytest.mark.parametrize("event", whole(YEAR, *KEPT), ids=[event.what for event in YEAR])
def test_every_address_that_was_published_has_its_text_leads_to_it_or_says_that_it_is_gone(
    event: Event, desk: Desk
) -> None:
    before, wrote = desk.published(), writers(desk.site)
    event.do(desk.seeds)
    if event.lost:
        asked = desk.is_asked()
        assert all(f"{id_}.html" in asked for id_ in event.lost)
        said = desk.answer(asked)
    else:
        said = desk.make()
    led = re.search(r"有 (\d+) 个网址的内容换了地方", said)
    write = writers(desk.site)
    assert wrote.keys() <= write.keys()
    assert event.led + sum(write.values()) - sum(wrote.values()) == int(led[1] if led else 0)
    assert sorted(f"{id_}.html" for id_ in event.lost) == gone_of(before, desk.published())
    manifest = desk.manifest()
    assert "写 0 个文件" in desk.make()
    assert manifest == desk.manifest()


@pytest.mark.full
def test_of_two_like_texts_the_one_that_is_withdrawn_is_gone_without_a_question(desk: Desk) -> None:
    before, address = desk.published(), "hewan/2031/2031-02-05/c02-02.html"
    signed = "  on: 2031-04-01\n  why: 当事人要求\n  by: 何书简\n"
    write(desk.seeds, "withdrawn.yaml", f"- address: {address}\n{signed}")
    desk.make()
    assert [address] == gone_of(before, desk.published())


@pytest.mark.full
def test_an_empty_folder_is_asked_about_and_then_every_address_says_that_it_is_gone(desk: Desk) -> None:
    before = desk.published()
    for path in desk.seeds.rglob("*.txt"):
        path.unlink()
    desk.answer(desk.is_asked())
    assert sorted(filter(STORY.fullmatch, before)) == gone_of(before, desk.published())


def test_what_would_be_a_loss_or_another_meaning_is_seen(first_build: Path) -> None:
    """Else the others would prove nothing."""
    before = read_site(first_build / "网站")
    one, other = (f"hewan/2031/2031-02-{day}/c02-02.html" for day in ("05", "12"))
    assert [] == gone_of(before, before)
    with pytest.raises(AssertionError, match="lost without a word"):
        gone_of(before, {name: found for name, found in before.items() if name != one})
    with pytest.raises(AssertionError, match="has come to mean another text"):
        gone_of(before, {**before, one: before[other]})
    with pytest.raises(AssertionError, match="has come to mean another text"):
        gone_of(before, {**before, one: Found(on=other)})
    assert [one] == gone_of(before, {**before, one: Found(gone=True)})


@pytest.mark.full
@pytest.mark.parametrize(("before", "after"), [(-3, 0), (0, -3), (4, 0), (0, 4), (-3, 4), (4, -3)])
def test_an_upgrade_that_cuts_the_stories_of_a_page_otherwise_asks_nothing(
    before: int, after: int, build: Build, tmp_path: Path
) -> None:
    """Two programs that differ in what they take for a crosshead, and so in where a story ends."""
    seeds, site = tmp_path / "seeds", tmp_path / "site"
    shutil.copytree(SEEDS, seeds, ignore=shutil.ignore_patterns("addresses"))
    for weight in (before, after):
        first = read_site(site)
        path = os.pathsep.join((str(program(tmp_path, weight)), str(COMPILED)))
        made = build(seeds, site, NEWSPAPER_CACHE=str(tmp_path / "cache"), PYTHONPATH=path)
        assert 0 == made.returncode, made.stderr
    now = read_site(site)
    assert texts(first) != texts(now)
    assert [] == gone_of(first, now)


def texts(site: Site) -> list[str]:
    return [address for address, found in site.items() if found.pairs and STORY.fullmatch(address)]


def program(folder: Path, weight: int) -> Path:
    """A copy of the program in which every short line is the likelier a crosshead."""
    copy = folder / f"program {weight}"
    shutil.copytree(ROOT / "plugins", copy, ignore=shutil.ignore_patterns("__pycache__"))
    cues = copy / "newspaper_archive" / "reading" / "classify" / "cues.py"
    table, more = cues.read_text("utf-8").split("\nLONG_CUES =")
    row = f'CUES = (Cue("短行", lambda s: s.here.short, {{CROSSHEAD: {weight}}}), *CUES)'
    cues.write_text(f"{table}\n{row}\nLONG_CUES ={more}", "utf-8")
    return copy
