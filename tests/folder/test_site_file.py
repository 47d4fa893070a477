"""`site.yaml`: whose site it is, in Chinese keys or English ones; what is wrong is named with its line."""

from collections.abc import Callable
from pathlib import Path

import pytest

from conftest import ROOT
from newspaper_archive.desk.sidecar_writer import write_starter
from newspaper_archive.desk.tick_writer import write_ticks
from newspaper_archive.errors import ArchiveError
from newspaper_archive.folder.site_file import read_site
from newspaper_archive.folder.walk import find_page, find_pages
from newspaper_archive.model import Edition, Imprint, Severity, SiteFile

LANGUAGES = ("en", "zh-Hans", "zh-Hant")
WHOLE = SiteFile(
    "云汀日报",
    "https://archive.example.org/云汀",
    "zh-Hant",
    Imprint(
        publisher="云汀日报社",
        mail="desk@example.org",
        telephone="0999-8765432 转 801",
        icp="鲁ICP备2099000001号-1",
        police="鲁公网安备37990002000001号",
        copyright="© 2031 云汀日报社",
    ),
)


def said(folder: Path, text: str, name: str = "site.yaml") -> SiteFile:
    (folder / name).write_text(text, encoding="utf-8")
    return read_site(folder, LANGUAGES)


def refused(folder: Path, text: str) -> str:
    with pytest.raises(ArchiveError) as caught:
        said(folder, text)
    return str(caught.value)


def test_nothing_has_to_be_said(tmp_path: Path) -> None:
    assert SiteFile() == read_site(tmp_path, LANGUAGES)
    assert SiteFile() == said(tmp_path, "# 以后再写\n")
    assert SiteFile() == said(tmp_path, "name:\ncontact:\n")


@pytest.mark.parametrize(
    "text",
    [
        """name: 云汀日报
address: https://archive.example.org/云汀/
publisher: 云汀日报社
contact:
  mail: desk@example.org
  telephone: 0999-8765432 转 801
icp: 鲁ICP备2099000001号-1
police: 鲁公网安备 37990002000001号
copyright: © 2031 云汀日报社
language: zh-hant
""",
        """名称: 云汀日报
网址: https://archive.example.org/云汀/index.html
主办: 云汀日报社
联系:
  邮箱: desk@example.org
  电话: 0999-8765432 转 801
ICP备案号: 鲁icp备２０９９０００００１号－1
公安备案号: 鲁公网安备３７９９０００２０００００１号
版权: © 2031  云汀日报社
语言: 繁体
""",
        """name: 云汀日报
address: https://archive.example.org/云汀
publisher: 云汀日报社
邮箱: ｄｅｓｋ＠example.org
telephone: 0999-8765432 转 801
ICP: 鲁 ICP备 2099000001号–1
公安联网备案号: 鲁公网安备37990002000001号
版权: © 2031 云汀日报社
language: zh-TW
""",
        """名称：“云汀日报”
网址：https://archive.example.org/云汀，
主办：云汀日报社
Contact：
\t邮箱：desk@example.org
\t电话：0999-8765432 转 801
ＩＣＰ 备案号：鲁ICP备2099000001号-1
公安备案号：鲁公网安备37990002000001号
版权：© 2031 云汀日报社
LANGUAGE：zh-Hant
""",
    ],
    ids=["English", "Chinese", "mixed", "typed by a Chinese keyboard"],
)
def test_every_way_of_writing_it_says_the_same(tmp_path: Path, text: str) -> None:
    assert WHOLE == said(tmp_path, text)
    assert "37990002000001" == WHOLE.imprint.police_code


@pytest.mark.parametrize("readme", ["README.md", "README.zh.md"])
def test_the_example_of_the_readme_is_read(tmp_path: Path, readme: str) -> None:
    text = (ROOT / readme).read_text("utf-8")
    example = next(block for block in text.split("```yaml\n") if block.startswith(("name: ", "名称: ")))
    found = said(tmp_path, example.partition("```")[0])
    assert ("云汀日报", "https://archive.example.org") == (found.name, found.address)
    assert (WHOLE.imprint.icp, WHOLE.imprint.police) == (found.imprint.icp, found.imprint.police)


def test_a_file_saved_in_gb18030_is_read(tmp_path: Path) -> None:
    (tmp_path / "site.yaml").write_bytes("名称: 云汀日报\n主办: 云汀日报社\n".encode("gb18030"))
    assert SiteFile("云汀日报", imprint=Imprint("云汀日报社")) == read_site(tmp_path, LANGUAGES)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("contact: desk@example.org", Imprint(mail="desk@example.org")),
        ("联系: (0999) 8765432、8765433", Imprint(telephone="(0999) 8765432、8765433")),
        ("contact: +86 999 8765432", Imprint(telephone="+86 999 8765432")),
        ("icp: 京ICP证099999号", Imprint(icp="京ICP证099999号")),
        ("police: 京公网安备 110000000001号", Imprint(police="京公网安备110000000001号")),
    ],
)
def test_a_plain_line_is_taken_for_what_it_is(tmp_path: Path, line: str, expected: Imprint) -> None:
    assert expected == said(tmp_path, line).imprint


MAIL, TELEPHONE = "一个邮箱，如 desk@example.org", "电话号码，如 0999-8765432"
ADDRESS = "以 https:// 或 http:// 开头的网址，如 https://example.org/archive"
ICP = "工信部给的备案号，省的简称在前，如 鲁ICP备2099000001号-1"
POLICE = "公安机关给的备案号，省的简称在前，如 鲁公网安备37990002000001号"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "名称: 云汀日报\n备按号: 1\n",
            (
                "site.yaml:2: 看到“备按号”；可用的是：name（名称）、address（网址）、publisher（主办）、"
                "contact（联系）、mail（邮箱）、telephone（电话）、icp（ICP备案号）、police（公安备案号）、"
                "copyright（版权）、language（语言）"
            ),
        ),
        ("name: a\n名称: b\n", "site.yaml:2: “名称”与“name”说的是一件事。请只留一个"),
        (
            "mail: a@example.org\ncontact: b@example.org\n",
            "site.yaml:2: “contact”与“mail”说的是一件事。请只留一个",
        ),
        (
            "contact: 编辑部\n",
            f"site.yaml:1: 看到“编辑部”；可用的是：{MAIL}；{TELEPHONE}；两样都写，就在下面分两行",
        ),
        (
            "contact: [a@example.org]\n",
            f"site.yaml:1: 看到“一个列表”；可用的是：{MAIL}；{TELEPHONE}；两样都写，就在下面分两行",
        ),
        (
            "contact:\n  网址: https://example.org\n",
            "site.yaml:2: 看到“网址”；可用的是：mail（邮箱）、telephone（电话）",
        ),
        ("address: archive.example.org\n", f"site.yaml:1: 看到“archive.example.org”；可用的是：{ADDRESS}"),
        ("address: https://\n", f"site.yaml:1: 看到“https://”；可用的是：{ADDRESS}"),
        ("address: 'https://[1'\n", f"site.yaml:1: 看到“https://[1”；可用的是：{ADDRESS}"),
        (
            "address: https://example.org/?a=1\n",
            f"site.yaml:1: 看到“https://example.org/?a=1”；可用的是：{ADDRESS}",
        ),
        (
            "address: javascript://example.org\n",
            f"site.yaml:1: 看到“javascript://example.org”；可用的是：{ADDRESS}",
        ),
        ("mail: desk@example\n", f"site.yaml:1: 看到“desk@example”；可用的是：{MAIL}"),
        ("电话: 9999\n", f"site.yaml:1: 看到“9999”；可用的是：{TELEPHONE}"),
        ("icp: ICP备2099000001号\n", f"site.yaml:1: 看到“ICP备2099000001号”；可用的是：{ICP}"),
        ("icp: 鲁ICP备2099000001\n", f"site.yaml:1: 看到“鲁ICP备2099000001”；可用的是：{ICP}"),
        ("police: '37990002000001'\n", f"site.yaml:1: 看到“37990002000001”；可用的是：{POLICE}"),
        (
            "icp: 鲁公网安备37990002000001号\n",
            f"site.yaml:1: 看到“鲁公网安备37990002000001号”；可用的是：{ICP}",
        ),
        ("language: 法文\n", "site.yaml:1: 看到“法文”；可用的是：en、zh-Hans、zh-Hant 之一"),
        ("name: [云汀, 日报]\n", "site.yaml:1: 看到“一个列表”；可用的是：一行文字"),
    ],
)
def test_what_cannot_be_used_is_named_with_what_can(tmp_path: Path, text: str, message: str) -> None:
    assert message == refused(tmp_path, text)


def test_capitals_of_its_name_do_not_matter_but_there_is_one(tmp_path: Path) -> None:
    assert "云汀日报" == said(tmp_path, "name: 云汀日报\n", "Site.YAML").name
    assert "Site.YAML: 旁边还有 site.yaml，不知道该听哪一个的。请只留一个" == refused(
        tmp_path, "name: 云汀\n"
    )


def test_a_link_out_of_the_folder_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "outside.yaml").write_text("name: 别处\n", encoding="utf-8")
    seeds = tmp_path / "seeds"
    seeds.mkdir()
    (seeds / "site.yaml").symlink_to("../outside.yaml")
    assert SiteFile() == read_site(seeds, LANGUAGES)


DEFAULT = Edition(slug="unsorted", name="未归入报纸的版面", paper="")


def test_it_is_no_page_and_no_foreign_file(tmp_path: Path) -> None:
    (tmp_path / "C01.txt").write_text("桥通了。\n", encoding="utf-8")
    before = find_pages(tmp_path, DEFAULT)
    (tmp_path / "site.yaml").write_text("name: 云汀日报\n", encoding="utf-8")
    assert before == find_pages(tmp_path, DEFAULT)


def test_a_page_of_that_name_takes_it_for_no_sidecar(tmp_path: Path) -> None:
    (tmp_path / "site.txt").write_text("桥通了。\n", encoding="utf-8")
    (tmp_path / "site.yaml").write_text("name: 云汀日报\n", encoding="utf-8")
    found = find_pages(tmp_path, DEFAULT)
    told = [(one.severity, str(one)) for one in found.problems]
    seen = "site.txt: 旁边的 site.yaml 说的是整个网站，不是这一版的旁注。要给这一版写旁注，请先给版面文件改名"
    assert ([None], [(Severity.NOTE, seen)]) == ([page.sidecar for page in found.pages], told)
    assert refused(tmp_path, "date: 2031-03-05\n").endswith(
        "language（语言）。site.yaml 说的是整个网站；要给 site.txt 写旁注，请先给这个版面文件改名"
    )


def test_further_down_it_is_nobody_s(tmp_path: Path) -> None:
    below = tmp_path / "大河"
    below.mkdir()
    (below / "site.yaml").write_text("name: 云汀日报\n", encoding="utf-8")
    (below / "C01.txt").write_text("桥通了。\n", encoding="utf-8")
    misplaced = "大河/site.yaml: site.yaml 不在最上面的文件夹里。请移到版面文件夹的最上层，现未使用"
    assert [misplaced] == list(map(str, find_pages(tmp_path, DEFAULT).problems))
    (below / "site.txt").write_text("桥通了。\n", encoding="utf-8")
    found = find_pages(tmp_path, DEFAULT)
    assert ([None, None], 2) == ([page.sidecar for page in found.pages], len(found.problems))
    assert [None] == [page.sidecar for page in find_page(below / "site.txt", DEFAULT).pages]


def ticked(location: Path, default: Edition) -> str:
    (file,) = find_page(location, default).pages
    return str(write_ticks(file, (), ()))


@pytest.mark.parametrize("name", ["site", "edition"])
@pytest.mark.parametrize("write", [write_starter, ticked])
def test_no_sidecar_is_written_under_a_name_that_means_something_else(
    tmp_path: Path, name: str, write: Callable[[Path, Edition], str]
) -> None:
    page = tmp_path / f"{name}.txt"
    page.write_text("桥通了。\n", encoding="utf-8")
    with pytest.raises(ArchiveError) as caught:
        write(page, DEFAULT)
    told = f"{name}.txt: 它的旁注该叫 {name}.yaml，这个名字另有用处。请先给版面文件改名"
    assert (told, [page]) == (str(caught.value), list(tmp_path.iterdir()))
