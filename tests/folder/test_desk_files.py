"""The desk's own files: a sidecar and an edition.yaml are read to the letter, or say what is allowed."""

from itertools import pairwise
from pathlib import Path

import pytest

from newspaper_archive.errors import ArchiveError
from newspaper_archive.folder.edition import check_editions, edition_file, read_edition
from newspaper_archive.folder.sidecar.sidecar_file import read_sidecar
from newspaper_archive.model import Edition, Problem, Severity, Sidecar

ABOVE = Edition(slug="unsorted", name="未归入报纸的版面", paper="数字报")


def written(folder: Path, text: str | bytes) -> Path:
    location = folder / "file.yaml"
    location.write_bytes(text.encode() if isinstance(text, str) else text)
    return location


def test_a_sidecar_says_what_is_known(tmp_path: Path) -> None:
    text = """# 桥乡
paper: 大河日报
edition: 今日大河
date: 2024-03-08
folio: "02"
page_name: 看点
system_code: HC02
encoding: GB2312
"""
    expected = Sidecar("C01.yaml", "大河日报", "今日大河", "2024-03-08", "02", "看点", "HC02", "gb2312")
    assert read_sidecar(written(tmp_path, text), "C01.yaml") == expected


@pytest.mark.parametrize(
    ("text", "paper", "folio"),
    [
        ("报纸：《大河日报》\n版次：第2版\n", "大河日报", "2"),
        ("报纸：《大河》与《渡口》\n版次：C02版\n", "《大河》与《渡口》", "C02"),
        ("报纸：大河日报\n版次：第2版看点\n", "大河日报", "第2版看点"),
    ],
)
def test_names_and_folios_may_be_written_as_one_speaks_of_them(
    tmp_path: Path, text: str, paper: str, folio: str
) -> None:
    said = read_sidecar(written(tmp_path, text), "C01.yaml")
    assert (said.paper, said.folio) == (paper, folio)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "gb18030", "utf-16", "utf-16-le", "utf-16-be"])
def test_a_sidecar_typed_on_any_machine_is_read(tmp_path: Path, encoding: str) -> None:
    text = "报纸：“大河日报”\n专刊:今日大河\n日期：2024年3月8日\n版次：０２\n版名:\t看点\n编码: GB_18030\n"
    expected = Sidecar("C01.yaml", "大河日报", "今日大河", "2024-03-08", "02", "看点", None, "gb18030")
    assert (
        read_sidecar(written(tmp_path, text.replace("\n", "\r\n").encode(encoding)), "C01.yaml") == expected
    )


def test_values_stay_as_they_are_written(tmp_path: Path) -> None:
    said = read_sidecar(written(tmp_path, "folio: 010\npaper: no\nedition: null\npage_name:\n"), "C01.yaml")
    assert (said.folio, said.paper, said.edition, said.page_name) == ("010", "no", None, None)


def test_a_sidecar_saved_in_gb18030_is_read(tmp_path: Path) -> None:
    data = "paper: 大河日报\nedition: 今日大河\n".encode("gb18030")
    assert read_sidecar(written(tmp_path, data), "C01.yaml").paper == "大河日报"


@pytest.mark.parametrize("text", ["", "# 以后再写\n"])
def test_a_sidecar_may_be_empty(tmp_path: Path, text: str) -> None:
    assert read_sidecar(written(tmp_path, text), "C01.yaml") == Sidecar("C01.yaml")


@pytest.mark.parametrize(
    "date", ["2024", "2024-03", "2024-03~", "XXXX-06-01", "XXXX-06-01~", "201X", "2024-02-29?"]
)
def test_a_date_may_be_open(tmp_path: Path, date: str) -> None:
    assert read_sidecar(written(tmp_path, f"date: {date}\n"), "C01.yaml").date == date


# Four levels of ten thousand: written out they would fill any machine.
BILLION = "".join(f"  - &{name} [{', '.join([f'*{below}'] * 10_000)}]\n" for below, name in pairwise("abcd"))


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("paper: 大河\nfoliio: C01\n", "C01.yaml:2: 看到“foliio”；可用的是：paper（报纸）、edition（专刊）"),
        ("date: 2023-02-29\n", "C01.yaml:1: 看到“2023-02-29”；可用的是：年-月-日"),
        ("\ndate: 2023年2月29日\n", "C01.yaml:2: 看到“2023年2月29日”；可用的是：年-月-日"),
        ("encoding: latin9\n", "C01.yaml:1: 看到“latin9”；可用的是：utf-8、"),
        ("folio: C01\nfolio: C02\n", "C01.yaml:2: “folio”写了两次。请只留一个"),
        ("大河日报\n", "C01.yaml:1: 看到“大河日报”；可用的是：“键: 值”"),
        ("版: C02\n", "C01.yaml:1: 看到“版”；可用的是：paper（报纸）"),
        ("日期: 2024\ndate: 2024\n", "C01.yaml:2: “date”和“日期”是同一项，写了两次。请只留一个"),
        ("Folio: C01\nfolio: C02\n", "C01.yaml:2: “folio”和“Folio”是同一项，写了两次。请只留一个"),
        (
            "date: 2024\npaper：大河，版次：C01\n",
            "C01.yaml:2: 看到“大河，版次：C01”，一行里写了两项。请每行只写一项",
        ),
        (
            "articles:\n  - headline: 3\n    body:\n    - 4\n\t- 5\n",
            "C01.yaml:5: 看到“- 5”，行首有 Tab，看不出缩进了几格。请把各行行首的 Tab 都换成空格",
        ),
        ("paper: 大河\nfolio C01\ndate: 2024\n", "C01.yaml:2: 看到“folio C01”；可用的是：“键: 值”，每行一个"),
        ('paper: "大河\nfolio: C01\n', 'C01.yaml:1: 看到“paper: "大河”，不是正确的 YAML'),
        ("split: [3\nfolio: C01\n", "C01.yaml:1: 看到“split: [3”，不是正确的 YAML"),
        ("- paper\n", "C01.yaml:1: 看到“一个列表”；可用的是：“键: 值”"),
        ("paper: [大河]\n", "C01.yaml:1: 看到“一个列表”；可用的是：一行文字"),
        ("paper:\n  name: 大河\n", "C01.yaml:2: 看到“一组“键: 值””；可用的是：一行文字"),
        ("? [a]\n: b\n", "C01.yaml:1: 看到“一个列表”；可用的是：一行文字"),
        ("paper: !!python/object:os.system 大河\n", "；可用的是：不带“!”标签的文字"),
        ("paper: !local 大河\n", "C01.yaml:1: 看到“!local”；可用的是：不带“!”标签的文字"),
        ("paper: 大河\n\tfolio: C01\n", "C01.yaml:2: 看到“folio: C01”，不是正确的 YAML。请检查缩进"),
        ('paper: "大河\n', "不是正确的 YAML。请检查缩进"),
        ("paper: 大\0河" + "。" * 40 + "\n", "C01.yaml:1: 有 1 个 NUL 字节"),
        ("paper: *大河\n", "C01.yaml:1: 看到“paper: *大河”，以“*”开头是 YAML 的引用"),
        ("paper: 大河\npage_name: *重要*\n", "C01.yaml:2: 看到“page_name: *重要*”，以“*”开头是 YAML 的引用"),
        ("folio: &a C01\npage_name: *a\n", "C01.yaml:2: 看到“page_name: *a”，以“*”开头是 YAML 的引用"),
        ("articles: &a [*a]\n", "C01.yaml:1: 看到“articles: &a [*a]”，以“*”开头"),
        ("articles:\n  - &a [1, 1]\n" + BILLION, "C01.yaml:3: 看到“- &b [*a, *a"),
        ("[" * 100_000, "C01.yaml:1: 一层套一层，套得太深"),
        ("paper: 大河\narticles: " + "{a: " * 10_000, "C01.yaml:2: 一层套一层，套得太深"),
        ('paper: 大河\npage_name: "\\U00110000"\n', "C01.yaml:2: “\\U”后面的号码没有对应的字符"),
        ('page_name: "\\UFFFFFFFF"\n', "C01.yaml:1: “\\U”后面的号码没有对应的字符"),
        ('page_name: "\\ud83d"\n', "C01.yaml:1: 有一个看不见的字符 U+D83D"),
        ('page_name: "\\ud83d\\ude00"\n', "C01.yaml:1: 有一个看不见的字符 U+D83D"),
        ('paper: 大河\n"\\e[31m": 看点\n', "C01.yaml:2: 有一个看不见的字符 U+001B"),
        ('page_name: "看\\0点"\n', "C01.yaml:1: 有一个看不见的字符 U+0000"),
        ('page_name: "看\\L点"\n', "C01.yaml:1: 有一个看不见的字符 U+2028"),
        ("paper: 大河\npage_name: 看\x9b点\n", "C01.yaml:2: 有一个看不见的字符 U+009B"),
        ("page_name: 看\u202e点\n", "C01.yaml:1: 有一个看不见的字符 U+202E"),
        ("date: .inf\n", "C01.yaml:1: 看到“.inf”；可用的是：年-月-日"),
        ("folio: " + "9" * 100_000, f"C01.yaml:1: 看到“{'9' * 60}”；可用的是：一行文字，至多 60 字"),
        ("? " + "九" * 5_000 + "\n: x\n", f"C01.yaml:2: 看到“{'九' * 60}”；可用的是：paper"),
        ("lines:\n  1-99999999999: headline\n", "C01.yaml:2: 看到“1-99999999999”；可用的是：行号"),
        ("paper: |\n  大\n  河\n", "C01.yaml:1: 看到“大\n河”；可用的是：一行文字，至多 60 字"),
        (b"\x89PNG\r\n\x1a\n", "C01.yaml:1: 不是文字，看到的是PNG 图片。请用记事本"),
        ("#" * 1_000_001, "C01.yaml: 有 1000001 字节，大得不像是手写的"),
    ],
)
def test_a_sidecar_that_cannot_be_used_says_where_and_why(
    tmp_path: Path, text: str | bytes, message: str
) -> None:
    with pytest.raises(ArchiveError) as caught:
        read_sidecar(written(tmp_path, text), "C01.yaml")
    assert message in str(caught.value)
    assert str(tmp_path) not in str(caught.value)


@pytest.mark.parametrize("text", ["看😀点", "👨\u200d👩\u200d👧", "河\u200e镇", "*重要*", "看\t点"])
def test_print_that_is_only_unusual_is_taken_as_it_is(tmp_path: Path, text: str) -> None:
    assert read_sidecar(written(tmp_path, f'page_name: "{text}"\n'), "C01.yaml").page_name == text


def test_a_message_obeys_no_terminal() -> None:
    said = ArchiveError("甲\x1b[2J.yaml:2: 看到“\u202e\udcff”\n\t第二行")
    assert str(said) == "甲\\x1b[2J.yaml:2: 看到“\\u202e\\udcff”\n\t第二行"
    problem = Problem(Severity.NOTE, "x", "C01.txt", 1, "“\x9b2J河”", "删去")
    assert str(problem) == "C01.txt:1: “\\x9b2J河”。删去"


def test_an_edition_file_names_its_edition(tmp_path: Path) -> None:
    text = """paper: 大河日报
edition: 今日大河
slug: river-today
cn: CN 00-0000
issn: 0000-0000
frequency: 周刊
language: zh-Hant
sections:
  要闻: news
  看点: focus
"""
    expected = Edition(
        slug="river-today",
        name="今日大河",
        paper="大河日报",
        folder="大河",
        cn="CN 00-0000",
        issn="0000-0000",
        frequency="周刊",
        language="zh-Hant",
        sections=(("要闻", "news"), ("看点", "focus")),
    )
    assert read_edition(written(tmp_path, text), "大河/edition.yaml", ABOVE) == expected


def test_an_edition_file_is_read_as_the_desk_typed_it(tmp_path: Path) -> None:
    text = """报名:“大河日报”
专刊：今日大河
网址名：river-today
刊号:\tCN 00-0000
ISSN: 0000-0000，
刊期　：周刊
语言：zh_Hant
版块：
\t要闻:news
\t“看点”：focus　# 也叫看点版
"""
    found = read_edition(written(tmp_path, text), "大河/edition.yaml", ABOVE)
    assert (found.paper, found.name, found.slug, found.cn) == (
        "大河日报",
        "今日大河",
        "river-today",
        "CN 00-0000",
    )
    assert (found.issn, found.frequency, found.language) == ("0000-0000", "周刊", "zh-Hant")
    assert (("要闻", "news"), ("“看点”", "focus")) == found.sections


def test_an_edition_inherits_what_belongs_to_the_paper(tmp_path: Path) -> None:
    above = Edition(
        "river", "大河日报", "大河日报", "大河", cn="CN 00-0000", frequency="日刊", language="zh-Hant"
    )
    found = read_edition(written(tmp_path, "edition: 今日渡口\n"), "大河/渡口/edition.yaml", above)
    expected = Edition("du-kou", "今日渡口", "大河日报", "大河/渡口", cn="CN 00-0000", language="zh-Hant")
    assert found == expected


@pytest.mark.parametrize(
    ("text", "file", "name", "slug"),
    [
        ("paper: 大河日报\n", "edition.yaml", "大河日报", "da-he-ri-bao"),
        ("paper: 大河日报\n", "river/edition.yaml", "大河日报", "river"),
        ("cn: CN 00-0000\n", "渡口/edition.yaml", "渡口", "du-kou"),
    ],
)
def test_an_edition_has_a_name_and_a_slug_without_being_told(
    tmp_path: Path, text: str, file: str, name: str, slug: str
) -> None:
    found = read_edition(written(tmp_path, text), file, ABOVE)
    assert (found.name, found.slug) == (name, slug)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "paper: 大河\nslgu: x\n",
            "大河/edition.yaml:2: 看到“slgu”；可用的是：paper（报纸）、edition（专刊）",
        ),
        ("slug: Today\n", "大河/edition.yaml:1: 看到“Today”；可用的是：小写英文字母、数字和连字符"),
        ("slug: ../x\n", "大河/edition.yaml:1: 看到“../x”；可用的是：小写英文字母"),
        ("slug: 今日\n", "大河/edition.yaml:1: 看到“今日”；可用的是：小写英文字母"),
        ("language: 中文\n", "大河/edition.yaml:1: 看到“中文”；可用的是：语言代码"),
        ("sections:\n  要闻: Yao Wen\n", "大河/edition.yaml:2: 看到“Yao Wen”；可用的是：小写英文字母"),
        ("sections:\n  - 要闻\n", "大河/edition.yaml:2: 看到“一个列表”；可用的是：“键: 值”"),
        ("sections: 要闻\n", "大河/edition.yaml:1: 看到“要闻”；可用的是：“键: 值”"),
        ("edition: 光影\nslug: photos\n", "大河/edition.yaml:2: 看到“photos”，这是网站自用的名字。请换一个"),
        ("slug: data\n", "大河/edition.yaml:1: 看到“data”，这个名字留给网站以后的栏目。请换一个"),
        ("slug: con\n", "大河/edition.yaml:1: 看到“con”，Windows 把这个名字留给设备"),
        ("slug: lpt9\n", "大河/edition.yaml:1: 看到“lpt9”，Windows 把这个名字留给设备"),
        ("sections:\n  要闻: com0\n", "大河/edition.yaml:2: 看到“com0”，Windows 把这个名字留给设备"),
        ("sections:\n  要闻: a\n  要闻：b\n", "大河/edition.yaml:3: “要闻”写了两次"),
        ("paper:大河\nslug river\nsections:\n", "大河/edition.yaml:2: 看到“slug river”；可用的是：“键: 值”"),
    ],
)
def test_an_edition_file_that_cannot_be_used_says_where_and_why(
    tmp_path: Path, text: str, message: str
) -> None:
    with pytest.raises(ArchiveError) as caught:
        read_edition(written(tmp_path, text), "大河/edition.yaml", ABOVE)
    assert message in str(caught.value)


@pytest.mark.parametrize("slug", ["photo", "con-news", "com10", "console", "proofs", "data-news"])
def test_a_slug_that_only_resembles_one_of_the_sites_own_is_free(tmp_path: Path, slug: str) -> None:
    said = read_edition(written(tmp_path, f"slug: {slug}\n"), "大河/edition.yaml", ABOVE)
    check_editions({said: "大河/edition.yaml"})
    assert slug == said.slug


@pytest.mark.parametrize("section", ["photos", "data", "people"])
def test_a_section_may_have_an_address_of_the_site_for_it_stands_below_its_own(
    tmp_path: Path, section: str
) -> None:
    said = read_edition(written(tmp_path, f"sections:\n  光影: {section}\n"), "edition.yaml", ABOVE)
    assert (("光影", section),) == said.sections


@pytest.mark.parametrize(
    ("one", "other", "message"),
    [
        (
            Edition("river", "甲", "甲", "a"),
            Edition("river", "乙", "乙", "b"),
            (
                "b/edition.yaml: “乙”与 a/edition.yaml 的“甲”网址同为“river”。"
                "请在这个文件里写一个别的 slug，如 slug: river-2"
            ),
        ),
        (
            Edition("search", "甲", "甲", "a"),
            Edition("b", "乙", "乙", "b"),
            "a/edition.yaml: “甲”的网址是“search”，这是网站自用的名字。请在这个文件里写",
        ),
        (
            Edition("a", "甲", "甲", "a", sections=(("要闻", "news"),)),
            Edition("b", "乙", "乙", "b", sections=(("要闻", "yaowen"),)),
            "b/edition.yaml: sections 里“要闻”对“yaowen”，a/edition.yaml 里却对“news”",
        ),
        (
            Edition("a", "甲", "甲", "a", sections=(("要闻", "news"),)),
            Edition("b", "乙", "乙", "b", sections=(("新闻", "news"),)),
            "b/edition.yaml: sections 里“news”对“新闻”，a/edition.yaml 里却对“要闻”",
        ),
    ],
)
def test_two_editions_never_share_an_address(one: Edition, other: Edition, message: str) -> None:
    with pytest.raises(ArchiveError) as caught:
        check_editions({edition: edition_file(edition) for edition in (one, other)})
    assert message in str(caught.value)


def test_two_editions_may_share_a_section() -> None:
    editions = [Edition(slug, slug, slug, slug, sections=(("要闻", "news"),)) for slug in "ab"]
    check_editions({edition: edition_file(edition) for edition in editions})
