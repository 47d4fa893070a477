"""A desk's folder of page files, and what is done to it in a year: an event a row, with what it asks of addresses.

The texts are of few words that all stories share, so that they are hard to tell apart.
"""

import random
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from newspaper_archive.desk.console import main

WORDS = [
    "渡口", "老船工", "对岸", "赶集", "河堤", "加固", "完工", "学校", "木匠", "板凳", "灯市",
    "开张", "夜路", "水站", "修好", "春耕", "沟渠", "清淤", "戏台", "搭起", "棉花", "收成",
    "磨坊", "豆腐", "集市", "早点", "摊位", "雨棚", "路口", "石桥", "栏杆", "油漆", "图书室",
    "借阅", "课桌", "操场", "跑道", "广播", "喇叭", "天气", "晒谷场", "谷子", "仓库", "钥匙",
]  # fmt: skip
PLACES = [
    "柳河", "青石", "白塘", "云汀", "栗坪", "沙洲", "榆荫", "双槐", "桐岭", "石埠",
    "枣园", "荷湾", "松坡", "芦港",
]  # fmt: skip
A, B, C, D, E, F, G, H, NEW, OTHER, K, J, L, M = PLACES

EDITION = "paper: 河湾日报\nedition: 今日河湾\nslug: hewan\n"
C01, C02 = "hewan/2031-03-05/C01.txt", "hewan/2031-03-05/C02.txt"
NOTICE = "失物招领启事\n\n　　集市管理处拾到布包一只，内有钥匙三把、收据若干，请失主带证件到戏台旁的值班室认领，过期交派出所。\n"


def story(name: str, headline: str = "") -> str:
    """A story of its own: its headline names it, its text is of words that others have as well."""
    dice = random.Random(name)  # noqa: S311 - texts to be told apart
    sentences = ["，".join("".join(dice.sample(WORDS, 3)) for _ in range(3)) + "。" for _ in range(8)]
    first, second = "".join(sentences[:4]), "".join(sentences[4:])
    return f"{headline or f'{name}的新鲜事'}\n\n本报讯（记者 宋一帆）{first}\n\n{second}\n"


def page(folio: str, *names: str) -> str:
    return paste(folio, *map(story, names))


def paste(folio: str, *stories: str) -> str:
    return "\n".join([f"{folio} 要闻\n", *stories])


def weather(day: int, low: int) -> str:
    """What a paper prints of it every week in the same words."""
    return (
        f"一周天气\n\n　　本报讯（记者 柏清漪）区气象台预报，{day}日多云转晴，北风三到四级，最低气温{low}度，最高气温"
        f"{low + 9}度；{day + 1}日晴，南风二级，最低气温{low + 1}度，最高气温{low + 11}度。早晚温差大，出行请添衣。\n"
    )


def published(folder: Path) -> None:
    """Three issues with a notice, two with news, a page that is dated by its print, and one without a date."""
    write(folder, "hewan/edition.yaml", EDITION)
    write(folder, "hewan/2031-02-05/C02.txt", paste("C02", NOTICE, weather(5, -3)))
    write(folder, "hewan/2031-02-12/C02.txt", paste("C02", NOTICE, weather(12, 2)))
    write(
        folder, "hewan/2031-02-19/C02.txt", paste("C02", NOTICE, story(K, "便民信息"), story(L, "便民信息"))
    )
    write(folder, C01, page("C01", A, B, C))
    write(folder, C02, page("C02", D, E))
    write(folder, "hewan/2031-03-12/C01.txt", page("C01", F, G))
    write(folder, "loose.txt", f"今日河湾\n\n2031年2月26日 星期三\n\n{page('C01', M)}")
    write(folder, "scan_4.txt", "\n".join(map(story, (H, J))))


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


@dataclass(frozen=True)
class Event:
    """What is done; the stories that are gone by it; and how many addresses lead on afterwards."""

    what: str
    do: Callable[[Path], object]
    lost: tuple[str, ...] = ()
    led: int = 0


def misread(text: str) -> str:
    """As another program would have read the scan: 3 in 100 letters are wrong."""
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


def split(text: str) -> str:
    """The second half of the first story has become one of its own."""
    first, second = story(A).split("\n\n")[1:]
    return text.replace(
        f"{first}\n\n{second}", f"{first}\n\n晒场上的另一件事\n\n本报讯（记者 柏清漪）{second}"
    )


def join(text: str) -> str:
    """The first two stories are one, under the headline of the first."""
    return text.replace(f"\n{B}的新鲜事\n\n本报讯（记者 宋一帆）", "\n")


def weekly(folder: Path) -> None:
    for number, names in enumerate(((NEW, OTHER), ("早班", "夜班"), ("南门", "北门"))):
        write(folder, f"hewan/2031-{3 + number:02}-26/C01.txt", page("C01", *names))


def filed(folder: Path) -> None:
    assert 0 == main(["file", "--seeds", str(folder), "--yes"])
    assert (folder / "hewan/2031-02-26/C01.txt").is_file()


ISSUE = "hewan/2031/2031-03-05"
YEAR = [
    Event("nothing", Path.exists),
    Event("the next issue", lambda f: write(f, "hewan/2031-03-19/C01.txt", page("C01", NEW, OTHER))),
    Event("weekly issues", weekly),
    Event("a loose page filed", filed),
    Event("inserted at the top", lambda f: write(f, C01, page("C01", NEW, A, B, C))),
    Event("reordered", lambda f: write(f, C01, page("C01", C, A, B))),
    Event("a story split", lambda f: change(f, C01, split)),
    Event("two stories joined", lambda f: change(f, C01, join), led=1),
    Event("a story deleted", lambda f: write(f, C01, page("C01", A, C)), (f"{ISSUE}/c01-02",)),
    Event("a page deleted", lambda f: (f / C02).unlink(), (f"{ISSUE}/c02-01", f"{ISSUE}/c02-02")),
    Event("an issue deleted", lambda f: shutil.rmtree(f / "hewan/2031-03-12"), ("hewan/2031/2031-03-12/c01-01", "hewan/2031/2031-03-12/c01-02")),
    Event("read anew with wrong letters", lambda f: change(f, C01, misread)),
    Event("another converter's file", lambda f: (move(f, C01, C01.replace(".txt", ".md")))),
    Event("the file renamed", lambda f: move(f, C01, "hewan/2031-03-05/c1.txt")),
    Event("the folio put right", lambda f: move(f, C02, "hewan/2031-03-05/C03.txt"), led=3),
    Event("the date put right", lambda f: move(f, "hewan/2031-03-12", "hewan/2031-03-13"), led=3),
    Event("the slug changed", lambda f: change(f, "hewan/edition.yaml", lambda t: t.replace("slug: hewan", "slug: hw")), led=22),
    Event("the edition renamed", lambda f: change(f, "hewan/edition.yaml", lambda t: t.replace("今日河湾", "河湾周刊")), led=2),
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
    Event("another text in its place", lambda f: write(f, C02, page("C02", NEW, OTHER)), (f"{ISSUE}/c02-01", f"{ISSUE}/c02-02")),
    Event("another story in the place of one", lambda f: write(f, C01, page("C01", A, NEW, C)), (f"{ISSUE}/c01-02",)),
    Event("another text under a like headline", lambda f: write(f, "hewan/2031-02-19/C02.txt", paste("C02", NOTICE, story(NEW, "便民信息"), story(L, "便民信息"))), ("hewan/2031/2031-02-19/c02-02",)),
    Event("all moved into another folder", lambda f: move(f, "hewan", "报纸/hewan")),
    Event("one of three notices deleted", lambda f: write(f, "hewan/2031-02-12/C02.txt", paste("C02", weather(12, 2))), ("hewan/2031/2031-02-12/c02-01",)),
    Event("one of two like headlines deleted", lambda f: write(f, "hewan/2031-02-19/C02.txt", paste("C02", NOTICE, story(L, "便民信息"))), ("hewan/2031/2031-02-19/c02-02",)),
    Event("one of two days' weather deleted", lambda f: write(f, "hewan/2031-02-05/C02.txt", paste("C02", NOTICE)), ("hewan/2031/2031-02-05/c02-02",)),
    Event("another day's weather instead", lambda f: (write(f, "hewan/2031-02-05/C02.txt", paste("C02", NOTICE)), write(f, "hewan/2031-03-19/C02.txt", paste("C02", weather(19, 6)))), ("hewan/2031/2031-02-05/c02-02",)),
]  # fmt: skip
