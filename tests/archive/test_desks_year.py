"""What a desk does to its folder in a year: no address comes to show another story, none is lost silently.

Each event is done to a folder of real page files, which are read as ever; what an address means is the
headline that stood there.
"""

import random
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from newspaper_archive.make.read_pages import bound, read_pages
from newspaper_archive.make.survey import survey
from newspaper_archive.model import Archive, Book
from newspaper_archive.model.address_ids import is_story
from newspaper_archive.settings import Settings
from newspaper_archive.store.address_files import book_paths, read_book
from newspaper_archive.store.jobs import Jobs
from newspaper_archive.store.page_cache import PageCache
from newspaper_archive.store.progress import Silence
from sample_pages import SEEDS

WORDS = [
    "渡口",
    "老船工",
    "对岸",
    "赶集",
    "河堤",
    "加固",
    "完工",
    "学校",
    "木匠",
    "板凳",
    "灯市",
    "开张",
    "夜路",
    "水站",
    "修好",
    "春耕",
    "沟渠",
    "清淤",
    "戏台",
    "搭起",
    "棉花",
    "收成",
    "磨坊",
    "豆腐",
    "集市",
    "早点",
    "摊位",
    "雨棚",
    "路口",
    "石桥",
    "栏杆",
    "油漆",
    "图书室",
    "借阅",
    "课桌",
    "操场",
    "跑道",
    "广播",
    "喇叭",
    "天气",
    "晒谷场",
    "谷子",
    "仓库",
    "钥匙",
]
PLACES = (
    "柳河",
    "青石",
    "白塘",
    "云汀",
    "栗坪",
    "沙洲",
    "榆荫",
    "双槐",
    "桐岭",
    "石埠",
    "枣园",
    "荷湾",
    "松坡",
    "芦港",
)


def story(name: str) -> str:
    """A story of its own: its headline names it, its text is of words that others have as well."""
    dice = random.Random(name)  # noqa: S311 - texts to be told apart
    sentences = ["，".join("".join(dice.sample(WORDS, 3)) for _ in range(3)) + "。" for _ in range(8)]
    first, second = "".join(sentences[:4]), "".join(sentences[4:])
    return f"{name}的新鲜事\n\n本报讯（记者 宋一帆）{first}\n\n{second}\n"


def page(folio: str, *names: str) -> str:
    return "\n".join([f"{folio} 要闻\n", *map(story, names)])


A, B, C, D, E, F, G, H, NEW, OTHER, *_ = PLACES


def published(folder: Path) -> None:
    """Two issues, a page without a date, and a notice that stands in three issues."""
    write(folder, "hewan/edition.yaml", "paper: 河湾日报\nedition: 今日河湾\nslug: hewan\n")
    write(folder, "hewan/2031-03-05/C01.txt", page("C01", A, B, C))
    write(folder, "hewan/2031-03-05/C02.txt", page("C02", D, E))
    write(folder, "hewan/2031-03-12/C01.txt", page("C01", F, G))
    write(folder, "scan_4.txt", "\n".join(map(story, (H, "荷湾"))))


def write(folder: Path, name: str, text: str) -> None:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


def move(folder: Path, name: str, to: str) -> None:
    (folder / to).parent.mkdir(parents=True, exist_ok=True)
    (folder / name).rename(folder / to)


def change(folder: Path, name: str, change: Callable[[str], str]) -> None:
    path = folder / name
    path.write_text(change(path.read_text("utf-8")), "utf-8")


def archive_of(folder: Path, book: Book) -> Archive:
    seen = survey(folder, Settings(seeds=folder).edition)
    return bound(seen.found, read_pages(seen, PageCache(), Jobs(), Silence()), book)


def meanings(archive: Archive) -> dict[str, str]:
    """What stands at each article's address."""
    return {
        article.id: article.article.headline
        for issue in archive.issues
        for page in issue.pages
        for article in page.articles
    }


@dataclass(frozen=True)
class Event:
    """What is done; the stories that are gone by it; and how many addresses lead on afterwards."""

    what: str
    do: Callable[[Path], object]
    lost: tuple[str, ...] = ()
    led: int = 0


C01, C02 = "hewan/2031-03-05/C01.txt", "hewan/2031-03-05/C02.txt"


def misread(text: str) -> str:
    dice = random.Random(3)  # noqa: S311 - wrong letters
    lines = text.split("\n")
    return "\n".join(
        "".join(dice.choice("渡船桥灯") if dice.random() < 0.03 and c.isalpha() else c for c in line)
        if len(line) > 20
        else line
        for line in lines
    )


def dated_by_print(text: str) -> str:
    return f"2031年3月19日 星期三\n\n{text}"


YEAR = [
    Event("nothing", Path.exists),
    Event("the next issue", lambda f: write(f, "hewan/2031-03-19/C01.txt", page("C01", NEW, OTHER))),
    Event("inserted at the top", lambda f: write(f, C01, page("C01", NEW, A, B, C))),
    Event("reordered", lambda f: write(f, C01, page("C01", C, A, B))),
    Event("a story deleted", lambda f: write(f, C01, page("C01", A, C)), (B,)),
    Event("a page deleted", lambda f: (f / C02).unlink(), (D, E)),
    Event("an issue deleted", lambda f: shutil.rmtree(f / "hewan/2031-03-12"), (F, G)),
    Event("read anew with wrong letters", lambda f: change(f, C01, misread)),
    Event("another converter's file", lambda f: (move(f, C01, C01.replace(".txt", ".md")))),
    Event("the file renamed", lambda f: move(f, C01, "hewan/2031-03-05/c1.txt")),
    Event("the folio put right", lambda f: move(f, C02, "hewan/2031-03-05/C03.txt"), led=3),
    Event("the date put right", lambda f: move(f, "hewan/2031-03-12", "hewan/2031-03-13"), led=3),
    Event("the slug changed", lambda f: change(f, "hewan/edition.yaml", lambda t: t.replace("slug: hewan", "slug: hw")), led=10),
    Event("the edition renamed", lambda f: change(f, "hewan/edition.yaml", lambda t: t.replace("今日河湾", "河湾周刊"))),
    Event("the folder renamed", lambda f: move(f, "hewan", "河湾")),
    Event("a better text beside", lambda f: write(f, "hewan/2031-03-05/C01b.txt", page("C01", A, B, C))),
    Event("a page that sorts before", lambda f: write(f, "hewan/2031-03-05/A-C01.txt", page("C01", NEW, OTHER))),
    Event("two folios taken for each other", lambda f: (move(f, C01, "x.txt"), move(f, C02, C01), move(f, "x.txt", C02))),
    Event("dated by its sidecar", lambda f: write(f, "scan_4.yaml", "edition: 今日河湾\ndate: 2031-03-19\nfolio: C01\n"), led=3),
    Event("dated by its folder", lambda f: move(f, "scan_4.txt", "hewan/2031-03-19/C01.txt"), led=3),
    Event("dated by its name", lambda f: move(f, "scan_4.txt", "hewan/2031-03-19_C01.txt"), led=3),
    Event("dated by its print", lambda f: change(f, "scan_4.txt", dated_by_print), led=3),
    Event("an undated file renamed", lambda f: move(f, "scan_4.txt", "scan_5.txt")),
    Event("a second undated file of like name", lambda f: write(f, "scan-4.txt", "\n".join(map(story, (NEW, OTHER))))),
    Event("a text moved to another page", lambda f: (write(f, C01, page("C01", A, B)), write(f, C02, page("C02", D, E, C))), led=1),
    Event("reprinted, then taken away here", lambda f: (write(f, C01, page("C01", A, B)), write(f, "hewan/2031-03-19/C01.txt", page("C01", C))), led=1),
    Event("another text in its place", lambda f: write(f, C02, page("C02", NEW, OTHER)), (D, E)),
    Event("all moved into another folder", lambda f: move(f, "hewan", "报纸/hewan")),
]  # fmt: skip


def test_the_samples_have_the_addresses_that_their_book_says() -> None:
    """It is in the repository: what the reader learns moves none of them without being seen here."""
    book = read_book(book_paths(SEEDS / "addresses").values())
    archive = archive_of(SEEDS, book)
    assert (book, ()) == (archive.book, archive.lost)


@pytest.mark.parametrize("event", YEAR, ids=[event.what for event in YEAR])
def test_in_a_desk_s_year_every_address_stays_leads_on_or_is_asked_about(
    event: Event, tmp_path: Path
) -> None:
    published(tmp_path)
    first = archive_of(tmp_path, {})
    before = meanings(first)
    assert sorted(f"{name}的新鲜事" for name in (A, B, C, D, E, F, G, H, "荷湾")) == sorted(before.values())
    event.do(tmp_path)
    second = archive_of(tmp_path, first.book)
    now = meanings(second)
    lost = []
    for id_, headline in before.items():
        known = second.book[id_]
        if known.gone:
            lost.append(headline)
        else:
            assert headline == now[known.leads or id_], id_
    assert sorted(f"{name}的新鲜事" for name in event.lost) == sorted(lost)
    assert set(lost) == {before[id_] for id_ in second.lost if is_story(id_)}
    assert event.led == sum(bool(known.leads) for known in second.book.values())
    assert second.book == archive_of(tmp_path, second.book).book
