"""What `withdrawn.yaml` takes away is in no byte of the site nor of what is kept for the next build."""

import gzip
import io
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image

from conftest import Build
from newspaper_archive.archive.contributors import own_id

EDITION = "paper: 河湾日报\nedition: 今日河湾\nslug: hewan\n"
FERRY = (
    "渡口的船又开了\n\n　　本报讯（记者 宋一帆）老船工把船划到对岸，两岸居民又能坐船赶集，桥头早点摊\n"
    "也出来了。老船工说，他年轻时就在这里撑船，如今换了机动船，一天能跑二十个来回，学生不收钱。\n"
)
LAMPS = (
    "新路亮起了灯\n\n　　本报讯（记者 柏清漪）桐岭到石埠的夜路装好路灯，晚归的学生不再打手电，家长说放心\n"
    "多了。镇里说，灯杆是太阳能的，阴雨天也能亮三个晚上，来年再把岔路口补上。\n"
)
PHOTO = "　　图为赵翠萍老人在晒场上翻晒新收的花生种。\n　　（记者 魏怀远 摄）\n"
MARKET = (
    "早市搬进了新棚\n\n　　本报讯（记者 柏清漪）早市搬进河沿的新棚，菜农宋一\n帆说，下雨不用收摊了。\n"
    "摊位费还是老价钱，管理员每天把地冲一遍，买菜的人比往年多了三成。\n"
)
ISSUE = "hewan/2031/2031-03-05"
NAME, CAPTION, STORY = "宋一帆", "赵翠萍老人在晒场上翻晒新收的花生种", "灯杆是太阳能的，阴雨天也能亮三个晚上"
SIGNED = "  on: 2031-04-01\n  why: 当事人要求\n  by: 何书简\n"
OF_NAME = f"- page: 2031-03-05/C01.txt\n  words: {NAME}\n{SIGNED}"
OF_CAPTION = f"- 版面: 2031-03-05/C01.txt\n  文字: 图为{CAPTION}。\n{SIGNED}"
OF_STORY = f"- address: https://example.org/{ISSUE}/c01-02.html\n{SIGNED}"
UNREACHED = "撤下不到的：已经拷出去的 U 盘和网站、搜索引擎存的副本、版面文件本身和它的备份。"
PINYIN = {NAME: "song yi fan", "柏清漪": "bai qing yi", "魏怀远": "wei huai yuan"}

pytestmark = pytest.mark.build


@pytest.fixture
def seeds(tmp_path: Path) -> Path:
    folder = tmp_path / "seeds"
    write(folder, "hewan/edition.yaml", EDITION)
    write(folder, "hewan/2031-03-05/C01.txt", f"C01 要闻\n\n{FERRY}\n\n{LAMPS}\n\n{PHOTO}")
    write(folder, "hewan/2031-03-12/C01.txt", f"C01 要闻\n\n{MARKET}")
    Image.new("L", (80, 120), 255).save(folder / "hewan/2031-03-05/C01.png")
    return folder


def write(folder: Path, name: str, text: str) -> None:
    (folder / name).parent.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text(text, "utf-8")


def spellings(words: str) -> Iterator[bytes]:
    """The words as they may lie in a file, plain, escaped, folded, or as they are spelt."""
    plain = "".join(filter(str.isalnum, words))
    for one in {words, plain}:
        yield from (one.encode(code) for code in ("utf-8", "utf-16-le", "utf-16-be", "gb18030"))
        escaped = "".join(f"\\u{ord(letter):04x}" for letter in one)
        yield from (escaped.encode(), escaped.upper().replace("\\U", "\\u").encode())
        yield "".join(f"%{byte:02X}" for byte in one.encode()).encode()
        yield "".join(f"&#{ord(letter)};" for letter in one).encode()
    if words in PINYIN:
        syllables = PINYIN[words].split()
        yield from (mark.join(syllables).encode() for mark in ("", "-", " ", "_"))


def contents(path: Path) -> Iterator[bytes]:
    data = path.read_bytes()
    yield data
    if data[:2] == b"\x1f\x8b":
        yield gzip.decompress(data)
    if zipfile.is_zipfile(io.BytesIO(data)):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            yield from map(archive.read, archive.namelist())


def holding(words: str, *folders: Path) -> list[str]:
    wanted = list(spellings(words))
    files = [path for folder in folders for path in sorted(folder.rglob("*")) if path.is_file()]
    return [
        str(path)
        for path in files
        if any(one in data or one in str(path).encode() for data in contents(path) for one in wanted)
    ]


def text(site: Path, name: str) -> str:
    return (site / ISSUE / name).read_text("utf-8")


def naming(address: str, site: Path) -> list[str]:
    files = [path for path in sorted(site.rglob("*")) if path.is_file()]
    return [path.relative_to(site).as_posix() for path in files if address.encode() in path.read_bytes()]


def issue_of(site: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted((site / ISSUE).iterdir())}


def test_a_writer_of_whom_nothing_is_left_has_no_address_any_more(
    seeds: Path, tmp_path: Path, build: Build
) -> None:
    """It spells the name; while another story is left its page leads to the list."""
    site, cache = tmp_path / "site", tmp_path / "cache"
    name, id_ = "柏清漪", own_id("柏清漪")

    def make(said: str) -> str:
        write(seeds, "withdrawn.yaml", said)
        done = build(seeds, site, NEWSPAPER_CACHE=str(cache), SITEURL="https://example.org")
        assert (0, "") == (done.returncode, done.stderr if done.returncode else "")
        return done.stdout

    make("")
    assert name in (site / f"{id_}.html").read_text("utf-8")
    assert "有 1 个网址的内容换了地方" in make(OF_STORY)
    assert "url=../../b.html#" in (site / f"{id_}.html").read_text("utf-8")
    of_name = OF_STORY + f"- page: 2031-03-12/C01.txt\n  words: {name}\n{SIGNED}"
    assert "有 1 个作者的名字哪里都没有了，网址也不再留。" in make(of_name)
    assert [] == holding(name, site, cache, seeds / "addresses")


def test_what_is_withdrawn_is_nowhere_and_comes_back(seeds: Path, tmp_path: Path, build: Build) -> None:
    site, cache = tmp_path / "site", tmp_path / "cache"

    def make(said: str = "") -> str:
        (seeds / "withdrawn.yaml").unlink(missing_ok=True)
        if said:
            write(seeds, "withdrawn.yaml", said)
        done = build(seeds, site, NEWSPAPER_CACHE=str(cache), SITEURL="https://example.org")
        assert (0, "") == (done.returncode, done.stderr if done.returncode else "")
        return done.stdout + done.stderr

    make()
    first = issue_of(site)
    # A second one, so that an older site is kept as well.
    write(seeds, "hewan/2031-03-19/C01.txt", f"C01 要闻\n\n{MARKET.replace('早市', '夜市')}")
    make()
    for words in (NAME, CAPTION, STORY, "魏怀远"):
        assert (True, True) == tuple(bool(holding(words, folder)) for folder in (site, cache)), words

    said = make(OF_NAME + OF_CAPTION + OF_STORY)
    assert UNREACHED in said
    assert (
        "照 withdrawn.yaml 撤下了 3 处\nwithdrawn.yaml:1: 撤下的“宋一帆”还在另外 2 处，没有动："
        "hewan/2031/2031-03-12/c01-01.html、hewan/2031/2031-03-19/c01-01.html。要一并撤下，请每处再写一条\n"
    ) in said
    assert "本报讯（记者 ███）老船工把船划到对岸" in text(site, "c01.html")
    assert "渡口的船又开了" in text(site, "c01-01.html")
    assert (True, False) == ("c01.w80.webp" in first, "c01.w80.webp" in issue_of(site)), "the scan"

    assert [] == [path for words in (NAME, CAPTION, STORY) for path in holding(words, site, cache)]
    assert '<li id="L9">██████</li>' in text(site, "c01.html")
    assert all("1篇已撤下。" in text(site, name) for name in ("c01.html", "index.html"))
    assert "这个网址原来的内容已于2031年4月1日撤下。原因：当事人要求。" in text(site, "c01-02.html")
    assert '<meta name="robots" content="noindex">' in text(site, "c01-02.html")
    assert ["addresses/hewan/2031.tsv", "newspaper-archive.sha256"] == naming(f"{ISSUE}/c01-02", site)
    assert [] == naming('"c01-02', site)
    assert "何书简" not in "".join(path.read_text("utf-8") for path in site.rglob("*.html"))
    assert [] == holding("withdrawn.yaml", site)
    assert "写 0 个文件" in make(OF_NAME + OF_CAPTION + OF_STORY)

    make()
    assert first == issue_of(site)
    assert not any("\t×\t" in path.read_text("utf-8") for path in (seeds / "addresses").rglob("*.tsv"))
