"""A whole site in each language: what it says is in that language, and print says that it is Chinese."""

import hashlib
import re
from collections.abc import Callable, Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest

from conftest import SEEDS, Build, spoken
from newspaper_archive.errors import ArchiveError
from newspaper_archive.settings import read_settings
from newspaper_archive.site.pages.hand_written import pages_in

pytestmark = pytest.mark.build

HAN = re.compile("[\u3400-\u9fff]")
VOID = frozenset({"meta", "link", "img", "input", "br", "wbr", "hr"})
ATTRIBUTES = frozenset({"alt", "aria-label", "content", "placeholder", "title", "value"})


class Unmarked(HTMLParser):
    """Chinese that stands, or is said of an element, where no `lang` says that it is Chinese."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[tuple[str, bool]] = []
        self.found: list[str] = []
        self.feed(text)
        self.close()

    def marked(self) -> bool:
        return bool(self.open) and self.open[-1][1]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = dict(attrs)
        marked = (said["lang"] or "").startswith("zh") if "lang" in said else self.marked()
        if not marked:
            told = [f"<{tag} {name}>: {value}" for name, value in attrs if name in ATTRIBUTES and value]
            self.found += [one for one in told if HAN.search(one)]
        if tag not in VOID:
            self.open.append((tag, marked))

    def handle_endtag(self, tag: str) -> None:
        while self.open and self.open.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        if HAN.search(data) and not self.marked():
            self.found.append(data.strip())


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """The samples' site in a language, built when it is first asked for."""
    return lambda language: spoken(tmp_path_factory, language)


def html(site: Path) -> Iterator[tuple[str, str]]:
    for path in sorted(site.rglob("*.html")):
        yield path.relative_to(site).as_posix(), path.read_text("utf-8")


def test_in_english_all_that_is_chinese_says_so(sites: Callable[[str], Path]) -> None:
    unmarked = {address: found for address, text in html(sites("en")) if (found := Unmarked(text).found)}
    assert {} == unmarked


def test_a_weekday_stands_where_the_language_has_it(sites: Callable[[str], Path]) -> None:
    words = {address: re.sub("<[^>]*>", "", text) for address, text in html(sites("en"))}
    assert [] == [address for address, said in words.items() if re.search(r"\d{4} [A-Z][a-z]+day\b", said)]
    assert "Tuesday, June 20, 2023" in words["index.html"]
    for address in ("jinri-linlan/index.html", "jinri-linlan/2023/2023-05-26/index.html"):
        assert "Friday, May 26, 2023" in words[address]
    traditional = (sites("zh-Hant") / "index.html").read_text("utf-8")
    assert "2023年6月20日</time> 星期二" in traditional


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ('<html lang="en"><p>首页</p>', ["首页"]),
        ('<html lang="en"><img alt="首页"><p lang="zh-CN">首页<b>版</b></p>', ["<img alt>: 首页"]),
        ('<html lang="en"><p lang="zh-CN"><b lang="en">首页</b></p>', ["首页"]),
        ('<html lang="zh-CN"><p>首页</p>', []),
    ],
)
def test_chinese_that_does_not_say_so_is_found(text: str, found: list[str]) -> None:
    assert found == Unmarked(text).found


@pytest.mark.parametrize(("language", "tag"), [("zh-Hans", "zh-CN"), ("zh-Hant", "zh-Hant"), ("en", "en")])
def test_every_file_names_the_language_of_its_site(
    sites: Callable[[str], Path], language: str, tag: str
) -> None:
    tags = {
        match[1] for _, text in html(sites(language)) if (match := re.search(r'<html lang="([^"]*)"', text))
    }
    assert {tag} == tags


def test_scripts_speak_the_site_s_language(sites: Callable[[str], Path]) -> None:
    search = {
        language: (sites(language) / "theme/search.js").read_text("utf-8") for language in ("en", "zh-Hant")
    }
    said = {
        language: re.findall(r'\bsay\(\s*(\[[^\]]*\]|"[^"]*")', text) for language, text in search.items()
    }
    assert [] == [one for one in said["en"] if HAN.search(one)]
    assert '["Found %(n)s article", "Found %(n)s articles"]' in said["en"]
    assert '"找到 %(n)s 篇"' in said["zh-Hant"]
    assert "counts((n) => (n != 1));" in search["en"]


def test_print_is_the_same_in_every_language(sites: Callable[[str], Path]) -> None:
    """What is left of an article when elements and what the site says are gone: its headline, its text."""
    address = "jinri-linlan/2023/2023-06-09/c01-01.html"
    texts = set()
    for language in ("zh-Hans", "zh-Hant", "en"):
        story = (
            (sites(language) / address).read_text("utf-8").partition("<hgroup")[2].partition("</article>")[0]
        )
        texts.add(re.sub(r"<[^>]*>|^[^>]*>", "", story))
    assert 1 == len(texts)


def sums(site: Path) -> dict[str, str]:
    files = sorted(path for path in site.rglob("*") if path.is_file())
    return {
        path.relative_to(site).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in files
    }


def test_switching_the_language_rewrites_the_site_and_back_again(tmp_path: Path, build: Build) -> None:
    given = {"NEWSPAPER_CACHE": str(tmp_path / "cache")}
    stages = []
    for language in ("zh-Hans", "en", "en", "zh-Hans"):
        made = build(SEEDS, tmp_path / "site", NEWSPAPER_LANGUAGE=language, **given)
        assert made.returncode == 0, made.stderr
        stages.append((sums(tmp_path / "site"), made.stdout))
    simplified, english, again, back = (files for files, _ in stages)
    assert english == again
    assert "写 0 个文件" in stages[2][1]
    assert simplified == back
    assert simplified.keys() - {name for name in simplified if name.startswith("search/")} <= english.keys()
    same = {name for name in simplified if name.endswith(".html") and english[name] == simplified[name]}
    assert set() == same


def test_a_language_without_a_catalogue_is_told_before_anything_is_read(tmp_path: Path) -> None:
    with pytest.raises(ArchiveError, match="看到“fr”；应为 en、zh-Hans、zh-Hant 之一"):
        read_settings({"NEWSPAPER_SEEDS": tmp_path, "NEWSPAPER_LANGUAGE": "fr"})
    assert "zh-Hant" == read_settings({"NEWSPAPER_SEEDS": tmp_path, "NEWSPAPER_LANGUAGE": "ZH-hant"}).language


def test_hand_written_pages_come_in_the_site_s_language_where_there_is_one(tmp_path: Path) -> None:
    for name in (
        "pages/help.md",
        "pages/own/story.md",
        "pages/en/help.md",
        "pages/en/tour.md",
        "pages/zh-Hant/help.md",
    ):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("title: x\n", "utf-8")
    assert ["pages/en/help.md", "pages/en/tour.md", "pages/own/story.md"] == pages_in(
        "en", tmp_path, ["pages"]
    )
    assert ["pages/own/story.md", "pages/zh-Hant/help.md"] == pages_in("zh-Hant", tmp_path, ["pages"])
    assert ["pages/help.md", "pages/own/story.md"] == pages_in("zh-Hans", tmp_path, ["pages"])


@pytest.mark.parametrize(("language", "heading"), [("zh-Hans", "帮助"), ("zh-Hant", "說明"), ("en", "Help")])
def test_help_is_there_in_every_language_at_one_address(
    sites: Callable[[str], Path], language: str, heading: str
) -> None:
    assert f"<h1>{heading}</h1>" in (sites(language) / "pages/help.html").read_text("utf-8")
