"""The address book through real builds: written first, followed, asked about, restored."""

import shutil
from pathlib import Path

import pytest

from conftest import Build
from newspaper_archive.archive.contributors import own_id
from newspaper_archive.desk.console import main
from newspaper_archive.make.book import KeptBook, keep
from newspaper_archive.make.read_pages import bound, read_pages
from newspaper_archive.make.survey import Survey, survey
from newspaper_archive.model import Page
from newspaper_archive.settings import Settings
from newspaper_archive.store.address_files import FOLDER
from newspaper_archive.store.jobs import Jobs
from newspaper_archive.store.page_cache import PageCache
from newspaper_archive.store.progress import Silence

EDITION = "paper: 河湾日报\nedition: 今日河湾\nslug: hewan\n"
FERRY = (
    "渡口的船又开了\n\n本报讯（记者 宋一帆）老船工把船划到对岸，两岸居民又能坐船赶集，桥头早点摊也出来了。\n"
)
LAMPS = (
    "新路亮起了灯\n\n本报讯（记者 柏清漪）桐岭到石埠的夜路装好路灯，晚归的学生不再打手电，家长说放心多了。\n"
)
BRIDGE = (
    "老桥做了体检\n\n本报讯（记者 汤小满）工程师敲遍八十一块石板，记下四处空响，镇里说麦收以前修好它们。\n"
)
OLD = "hewan/2031/2031-03-05/c01"

pytestmark = pytest.mark.build


@pytest.fixture
def seeds(tmp_path: Path) -> Path:
    write(tmp_path / "seeds", "hewan/edition.yaml", EDITION)
    write(tmp_path / "seeds", "hewan/2031-03-05/C01.txt", f"C01 要闻\n\n{FERRY}\n\n{LAMPS}")
    return tmp_path / "seeds"


def write(folder: Path, name: str, text: str) -> None:
    (folder / name).parent.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text(text, "utf-8")


def book(seeds: Path) -> dict[str, str]:
    return {path.name: path.read_text("utf-8") for path in sorted((seeds / FOLDER).rglob("*.tsv"))}


@pytest.mark.full
def test_a_year_of_addresses(
    seeds: Path, tmp_path: Path, build: Build, capsys: pytest.CaptureFixture[str]
) -> None:
    site = tmp_path / "site"
    assert 0 == build(seeds, site).returncode
    first = book(seeds)
    assert [f"{OLD}", f"{OLD}-01", f"{OLD}-02"] == [
        row.split("\t")[0] for row in first["2031.tsv"].splitlines()[1:]
    ]
    assert first == book(site), "the site has a copy"

    again = build(seeds, site)
    assert "写 0 个文件" in again.stdout
    assert first == book(seeds)

    (seeds / "hewan" / "2031-03-05").rename(seeds / "hewan" / "2031-03-06")
    moved = build(seeds, site)
    assert "有 3 个网址的内容换了地方，旧网址会带读者过去。" in moved.stdout
    for name in ("c01.html", "c01-01.html", "c01-02.html", "index.html"):
        page = (site / "hewan/2031/2031-03-05" / name).read_text("utf-8")
        assert f'<a href="../2031-03-06/{name}">' in page
        assert f'content="0; url=../2031-03-06/{name}"' in page

    write(seeds, "hewan/2031-03-06/C01.txt", f"C01 要闻\n\n{FERRY}")
    before = (site / "newspaper-archive.sha256").read_bytes()
    asked = build(seeds, site)
    assert 0 != asked.returncode
    assert (
        "网站没有动。下面的网址发布过，原来的文字现在哪里都找不到了：\n  hewan/2031/2031-03-06/c01-02.html\n"
        "如果是误删、误改，请把版面文件恢复原样；确实要撤下，请运行 make addresses ACCEPT=1，再运行 make"
    ) in asked.stderr
    assert before == (site / "newspaper-archive.sha256").read_bytes()

    assert 1 == main(["addresses", "--seeds", str(seeds), str(site)])
    assert 0 == main(["addresses", "--seeds", str(seeds), "--accept", str(site)])
    assert capsys.readouterr().out.endswith("这些网址已经撤下，读者会看到说明。请再运行 make\n")
    assert 0 == build(seeds, site).returncode
    for day in ("2031-03-05", "2031-03-06"):
        left = (site / "hewan/2031" / day / "c01-02.html").read_text("utf-8")
        assert ("已不在本站" in left, LAMPS[:6] in left) == (True, False)


def test_a_book_that_was_lost_comes_from_the_site(seeds: Path, tmp_path: Path, build: Build) -> None:
    site = tmp_path / "site"
    assert 0 == build(seeds, site).returncode
    first = book(seeds)
    shutil.rmtree(seeds / FOLDER)
    assert 0 == build(seeds, site).returncode
    assert first == book(seeds)
    shutil.rmtree(seeds / FOLDER)
    write(seeds, "hewan/2031-03-05/C01.txt", f"C01 要闻\n\n{LAMPS}\n\n{FERRY}")
    assert 0 == build(seeds, site).returncode
    assert first["2031.tsv"].splitlines()[2:] == book(seeds)["2031.tsv"].splitlines()[2:]
    assert LAMPS[:6] in (site / f"{OLD}-02.html").read_text("utf-8")


def test_the_first_book_is_made_from_the_site_that_stands(seeds: Path, tmp_path: Path, build: Build) -> None:
    site = tmp_path / "site"
    assert 0 == build(seeds, site).returncode
    shutil.rmtree(seeds / FOLDER)
    shutil.rmtree(site / FOLDER)
    write(seeds, "hewan/2031-03-05/C01.txt", f"C01 要闻\n\n{LAMPS}\n\n{FERRY}")
    assert 0 == build(seeds, site).returncode
    assert LAMPS[:6] in (site / f"{OLD}-02.html").read_text("utf-8")
    assert FERRY[:7] in (site / f"{OLD}-01.html").read_text("utf-8")


def test_a_folder_that_takes_nothing_is_built_with_the_book_in_the_site(
    seeds: Path, tmp_path: Path, build: Build
) -> None:
    site = tmp_path / "site"
    write(seeds, FOLDER, "a file where the folder would be")
    made = build(seeds, site)
    assert f"地址簿写不进 {seeds / FOLDER}，只存在网站里：请不要删掉网站。" in made.stdout, made.stderr
    assert (site / FOLDER / "hewan" / "2031.tsv").is_file()
    assert "写 0 个文件" in build(seeds, site).stdout


def test_another_place_for_the_book(seeds: Path, tmp_path: Path, build: Build) -> None:
    assert 0 == build(seeds, tmp_path / "site", BOOK=str(tmp_path / "簿")).returncode
    assert (tmp_path / "簿" / "hewan" / "2031.tsv").is_file()
    assert not (seeds / FOLDER).exists()


def test_a_build_that_is_killed_between_book_and_site_has_given_its_addresses(
    seeds: Path, tmp_path: Path, build: Build
) -> None:
    """The book is ahead of the site then; the next build gives what it says."""
    site = tmp_path / "site"
    assert 0 == build(seeds, site).returncode
    write(seeds, "hewan/2031-03-05/C01.txt", f"C01 要闻\n\n{BRIDGE}\n\n{FERRY}\n\n{LAMPS}")
    kept = KeptBook(seeds / FOLDER, site, seeds)
    archive = bound((seen := survey(seeds, Settings(seeds).edition)).found, pages_of(seen), kept.book)
    assert keep(kept.folder, archive.book)
    ahead = book(seeds)
    assert ahead != book(site)
    assert 0 == build(seeds, site).returncode
    assert ahead == book(seeds) == book(site)
    assert BRIDGE[:6] in (site / f"{OLD}-03.html").read_text("utf-8")


SONG = f"{own_id('宋一帆')}.html"
SONG_LISTED = f"s.html#{own_id('宋一帆').rpartition('/')[2]}"


def test_a_writer_s_page_leads_to_the_list_when_one_story_is_left_and_nothing_is_asked(
    seeds: Path, tmp_path: Path, build: Build, capsys: pytest.CaptureFixture[str]
) -> None:
    site, other = tmp_path / "site", "hewan/2031-03-12/C01.txt"
    write(seeds, other, f"C01 要闻\n\n{BRIDGE.replace('汤小满', '宋一帆')}")
    assert 0 == build(seeds, site).returncode
    assert [f"{own_id('宋一帆')}\t§\t宋一帆"] == book(seeds)["people.tsv"].splitlines()[1:]
    assert "宋一帆" in (site / SONG).read_text("utf-8")

    write(seeds, other, f"C01 要闻\n\n{BRIDGE}")
    assert 0 == main(["addresses", "--seeds", str(seeds), str(site)])
    told = f"不到两篇、改在名单里的作者，旧网址带读者过去，1 个：\n  {SONG}\n"
    assert told in capsys.readouterr().out
    led = build(seeds, site)
    assert "有 1 个网址的内容换了地方，旧网址会带读者过去。" in led.stdout
    assert [f"{own_id('宋一帆')}\t→\t宋一帆"] == book(seeds)["people.tsv"].splitlines()[1:]
    page = (site / SONG).read_text("utf-8")
    assert (f'content="0; url=../../{SONG_LISTED}"' in page, "宋一帆" in page) == (True, False)
    assert f'href="../../../people/{SONG_LISTED}"' in (site / f"{OLD}-01.html").read_text("utf-8")

    write(seeds, "hewan/2031-03-05/C01.txt", f"C01 要闻\n\n{FERRY.replace('宋一帆', '汤小满')}\n\n{LAMPS}")
    gone = build(seeds, site)
    assert "有 1 个网址的内容哪里都没有了，那里会说明已不在本站。" in gone.stdout
    assert "已不在本站" in (site / SONG).read_text("utf-8")
    assert "汤小满" in (site / f"{own_id('汤小满')}.html").read_text("utf-8")


def test_writers_pages_of_a_site_from_before_they_were_in_its_book_lead_to_the_lists(
    seeds: Path, tmp_path: Path, build: Build
) -> None:
    """Every name had a page then; whoever has none now is listed, and who is nowhere is gone."""
    site = tmp_path / "site"
    assert 0 == build(seeds, site).returncode
    unknown = f"{own_id('汤小满')}.html"
    with (site / "newspaper-archive.sha256").open("a", encoding="utf-8") as manifest:
        for address in (SONG, unknown, "people/s/1/song-1/2031.html"):
            write(site, address, "<h1>宋一帆</h1>")
            manifest.write(f"{'0' * 64}  {address}\n")
    for folder in (seeds, site):
        (folder / FOLDER / "people.tsv").unlink()
    led = build(seeds, site)
    assert "有 1 个网址的内容换了地方，旧网址会带读者过去。有 1 个网址的内容哪里都没有了" in led.stdout
    assert f"url=../../{SONG_LISTED}" in (site / SONG).read_text("utf-8")
    assert "已不在本站" in (site / unknown).read_text("utf-8")


def pages_of(seen: Survey) -> list[Page]:
    return read_pages(seen, PageCache(), Jobs(), Silence())


def test_a_site_of_other_pages_leaves_no_addresses(seeds: Path, tmp_path: Path, build: Build) -> None:
    """The samples were built first, and then a folder of one's own into the same place."""
    site, own = tmp_path / "site", tmp_path / "own"
    assert 0 == build(seeds, site).returncode
    write(own, "lin/edition.yaml", EDITION.replace("hewan", "lin"))
    write(own, "lin/2031-03-05/C02.txt", f"C02 要闻\n\n{LAMPS}")
    assert 0 == build(own, site, SHRINK="1").returncode
    assert ["2031.tsv", "people.tsv", "sections.tsv"] == list(book(own))
    assert not (site / "hewan").exists()
