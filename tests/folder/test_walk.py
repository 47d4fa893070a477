"""A folder of pages: what is a page, what stands beside one, what is passed over and named."""

import os
import shutil
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from depth import examples
from newspaper_archive.errors import ArchiveError
from newspaper_archive.folder.walk import find_page, find_pages
from newspaper_archive.model import Edition, Found, PageFile, Severity

DEFAULT = Edition(slug="unsorted", name="未归入报纸的版面", paper="数字报")
DAY = "今日大河/2024-03-08"


def lay(root: Path, **files: str) -> None:
    for name, text in files.items():
        write(root, name, text)


def write(root: Path, path: str, text: str = "渡口\n") -> None:
    location = root / path
    location.parent.mkdir(parents=True, exist_ok=True)
    location.write_text(text, encoding="utf-8")


def found(root: Path) -> Found:
    return find_pages(root, DEFAULT)


def paths(root: Path) -> list[str]:
    return [page.path for page in found(root).pages]


def codes(root: Path) -> list[tuple[str, str]]:
    return [(problem.code, problem.file) for problem in found(root).problems]


def told(root: Path) -> list[str]:
    return [str(problem) for problem in found(root).problems]


def only(root: Path) -> PageFile:
    (page,) = found(root).pages
    return page


def test_pages_come_sorted_by_path(tmp_path: Path) -> None:
    for path in ("b/2.txt", "a.md", "b/10.TXT", "b.txt", "A/1.Md", "版面.txt"):
        write(tmp_path, path)
    assert paths(tmp_path) == ["A/1.Md", "a.md", "b/10.TXT", "b/2.txt", "b.txt", "版面.txt"]
    assert codes(tmp_path) == []


@examples(25)
@given(st.lists(st.sampled_from(["一", "a", "A", "10", "2", "é"]), min_size=1, max_size=3, unique=True))
def test_the_order_of_making_leaves_no_trace(
    tmp_path_factory: pytest.TempPathFactory, names: list[str]
) -> None:
    orders = []
    for turn in (1, -1):
        root = tmp_path_factory.mktemp("pages")
        for folder in names[::turn]:
            for name in names[::-turn]:
                write(root, f"{folder}/{name}.txt")
        orders.append(paths(root))
        shutil.rmtree(root)
    assert orders[0] == orders[1] == sorted(orders[0], key=lambda path: path.split("/"))


def test_what_systems_leave_behind_is_named_once_for_all_folders(tmp_path: Path) -> None:
    junk = [
        "Thumbs.db",
        "a/Thumbs.db",
        "a/thumbs.DB",
        "b/desktop.ini",
        "b/.DS_Store",
        "b/~$稿.txt",
        "b/._C01.txt",
    ]
    for path in ["C01.txt", "a/C01.txt", "b/C01.txt", *junk]:
        write(tmp_path, path)
    assert told(tmp_path) == [
        (
            "Thumbs.db: 有 7 个系统或编辑软件留下的文件：“Thumbs.db”、“a/Thumbs.db”、“a/thumbs.DB”等。"
            "不是版面，已略过，不必理会"
        )
    ]
    assert [problem.severity for problem in found(tmp_path).problems] == [Severity.NOTE]


def test_a_page_that_is_not_read_is_told_of_with_what_to_do(tmp_path: Path) -> None:
    for path in ("C01.txt", "a/1.htm", "a/2.HTML", "a/3.htm", "b/4.htm", "b/稿.docx", "b/C05.pdf", "c.zip"):
        write(tmp_path, path)
    assert told(tmp_path) == [
        (
            "a/1.htm: 有 4 个网页，没有读：“a/1.htm”、“a/2.HTML”、“a/3.htm”等。"
            "请用浏览器打开，把文字复制到记事本，另存为 .txt（编码选 UTF-8）；不是版面就移出文件夹"
        ),
        (
            "b/C05.pdf: “C05.pdf”是 PDF 文件，没有读。"
            "请从排版系统导出文字，或把它转换成 .txt 或 .md；不是版面就移出文件夹"
        ),
        (
            "b/稿.docx: “稿.docx”是 Word 或 WPS 文档，没有读。"
            "请在 Word 或 WPS 里另存为“纯文本（*.txt）”，编码选 UTF-8；不是版面就移出文件夹"
        ),
        "c.zip: “c.zip”是压缩包，没有读。请解压，把里面的版面文件放进来；不是版面就移出文件夹",
    ]
    assert {problem.severity for problem in found(tmp_path).problems} == {Severity.WARNING}


def test_a_pdf_of_a_page_that_is_there_as_text_is_no_missing_page(tmp_path: Path) -> None:
    for path in ("C01.txt", "C01.pdf", "C01.docx"):
        write(tmp_path, path)
    assert told(tmp_path) == [
        "C01.docx: 有 2 个与版面文本同名的其他文件：“C01.docx”、“C01.pdf”。读的是文本，已略过它"
    ]
    assert [problem.severity for problem in found(tmp_path).problems] == [Severity.NOTE]


PRINT = "本报讯 渡口的船又开了，两岸居民又能坐船赶集。\n"


@pytest.mark.parametrize("name", ["C14.text", "C14", "看点 2031.3.5", "C14.看点", "C14.markdown"])
@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
def test_chinese_text_by_another_name_is_told_of(tmp_path: Path, name: str, encoding: str) -> None:
    write(tmp_path, "C01.txt")
    (tmp_path / name).write_text(PRINT, encoding)
    assert told(tmp_path) == [
        (
            f"{name}: “{name}”是名字不以 .txt 或 .md 结尾的中文文本，没有读。"
            "请改名，让它以 .txt 结尾；不是版面就移出文件夹"
        )
    ]


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("README", PRINT.encode()),
        ("C14.bak", PRINT.encode()),
        ("C14.json", PRINT.encode()),
        ("C14", b"ferry\n"),
        ("C14", bytes(range(256)) * 9),
        ("C14", b""),
    ],
)
def test_what_is_no_chinese_text_is_only_passed_over(tmp_path: Path, name: str, data: bytes) -> None:
    write(tmp_path, "C01.txt")
    (tmp_path / name).write_bytes(data)
    assert told(tmp_path) == [f"{name}: “{name}”不是版面文本。已略过；不需要就移出文件夹"]


def test_a_sidecar_to_whose_name_notepad_added_txt_is_no_page(tmp_path: Path) -> None:
    for path in ("a/C01.txt", "a/C01.yaml.txt", "a/edition.yml.TXT", "a/yaml.txt"):
        write(tmp_path, path)
    assert paths(tmp_path) == ["a/C01.txt", "a/yaml.txt"]
    assert told(tmp_path) == [
        (
            "a/C01.yaml.txt: “C01.yaml.txt”的名字后面多了 .txt（记事本会自己加上）。"
            "请改名为 C01.yaml，现未使用"
        ),
        (
            "a/edition.yml.TXT: “edition.yml.TXT”的名字后面多了 .txt（记事本会自己加上）。"
            "请改名为 edition.yaml，现未使用"
        ),
    ]


def test_hidden_folders_are_passed_over(tmp_path: Path) -> None:
    for path in ("C01.txt", ".git/C02.txt", "__MACOSX/C03.txt", "a/.cache/C04.txt"):
        write(tmp_path, path)
    assert (paths(tmp_path), codes(tmp_path)) == (["C01.txt"], [])


def test_what_make_keeps_in_addresses_is_no_junk_and_is_so_nowhere_else(tmp_path: Path) -> None:
    names = ("river/2031.tsv", "river/.2031.tsv.new", "accepted.sha256")
    for path in ("C01.txt", *(f"addresses/{name}" for name in names), "old/accepted.sha256"):
        write(tmp_path, path)
    assert (paths(tmp_path), codes(tmp_path)) == (["C01.txt"], [("foreign-file", "old/accepted.sha256")])


def test_a_scan_beside_its_page_is_no_junk(tmp_path: Path) -> None:
    for path in ("a/C01.txt", "a/C01.jpg", "a/C01.PNG", "a/C02.jpg", "C01.tif"):
        write(tmp_path, path)
    assert only(tmp_path).scans == ("a/C01.PNG", "a/C01.jpg")
    assert codes(tmp_path) == [("foreign-file", "C01.tif"), ("foreign-file", "a/C02.jpg")]


def test_a_scan_without_its_page_is_told_what_name_it_wants(tmp_path: Path) -> None:
    for path in ("C01.txt", "C05.jpg"):
        write(tmp_path, path)
    (picture,) = found(tmp_path).problems
    assert picture.seen == "“C05.jpg”是图片，旁边没有同名的版面文件"
    assert "与 .txt 或 .md 同名" in picture.advice


def test_a_link_out_of_the_folder_is_never_followed(tmp_path: Path) -> None:
    write(tmp_path, "else/C09.txt")
    write(tmp_path, "pages/C01.txt")
    (tmp_path / "pages/out.txt").symlink_to(tmp_path / "else/C09.txt")
    (tmp_path / "pages/outside").symlink_to(tmp_path / "else")
    (tmp_path / "pages/up").symlink_to("..")
    assert paths(tmp_path / "pages") == ["C01.txt"]
    assert codes(tmp_path / "pages") == [("not-followed", name) for name in ("out.txt", "outside", "up")]


def test_links_in_a_ring_do_not_hang_the_walk(tmp_path: Path) -> None:
    write(tmp_path, "a/C01.txt")
    (tmp_path / "a/ring").symlink_to(tmp_path / "a")
    (tmp_path / "x.txt").symlink_to("y.txt")
    (tmp_path / "y.txt").symlink_to("x.txt")
    (tmp_path / "gone.txt").symlink_to("nowhere.txt")
    assert paths(tmp_path) == ["a/C01.txt"]
    assert [code for code, _ in codes(tmp_path)] == ["not-followed"] * 4


def test_a_link_within_the_folder_is_a_page(tmp_path: Path) -> None:
    write(tmp_path, "C01.txt")
    (tmp_path / "C02.txt").symlink_to("C01.txt")
    assert paths(tmp_path) == ["C01.txt", "C02.txt"]


def test_the_folder_itself_may_be_a_link(tmp_path: Path) -> None:
    write(tmp_path, "real/C01.txt")
    (tmp_path / "link").symlink_to("real")
    assert paths(tmp_path / "link") == ["C01.txt"]


def test_a_pipe_named_like_a_page_is_not_opened(tmp_path: Path) -> None:
    write(tmp_path, "C01.txt")
    os.mkfifo(tmp_path / "C02.txt")
    assert (paths(tmp_path), codes(tmp_path)) == (["C01.txt"], [("not-followed", "C02.txt")])


def test_a_folder_named_like_a_page_is_a_folder(tmp_path: Path) -> None:
    write(tmp_path, "C01.txt/C02.txt")
    assert paths(tmp_path) == ["C01.txt/C02.txt"]


def test_names_in_gbk_are_read_as_such(tmp_path: Path) -> None:
    Path(os.fsdecode(bytes(tmp_path) + b"/" + "渡口.txt".encode("gb18030"))).write_text("渡口")
    assert only(tmp_path).path == "渡口.txt"
    assert only(tmp_path).location.read_text() == "渡口"


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        (b"C01\x1b[2J\n.txt", "C01\\x1b[2J\\x0a.txt"),
        (b"C01\x7f\xc2\x9b.txt", "C01\\x7f\\x9b.txt"),
        ("C01\u202egpj.txt".encode(), "C01\\u202egpj.txt"),
        ("C01\u2028.txt".encode(), "C01\\u2028.txt"),
        (b"C01\xff\xfe\x1b.txt", "C01\\xff\\xfe\\x1b.txt"),
        ("渡\x07口.txt".encode("gb18030"), "渡\\x07口.txt"),
        (b"<script>alert(1)<.txt", "<script>alert(1)<.txt"),
        ("👨\u200d👩 é.txt".encode(), "👨\u200d👩 é.txt"),
    ],
)
def test_a_name_is_shown_without_what_a_terminal_obeys(tmp_path: Path, name: bytes, shown: str) -> None:
    Path(os.fsdecode(bytes(tmp_path) + b"/" + name)).write_text("渡口")
    assert (shown, "渡口") == (only(tmp_path).path, only(tmp_path).location.read_text())


def test_what_is_named_as_a_page_but_for_a_character_at_its_end_is_named_and_none(tmp_path: Path) -> None:
    for name in ("C01.txt\n", "C01.jpg\x1b", "C01.txt"):
        write(tmp_path, name)
    assert ["C01.txt"] == paths(tmp_path)
    assert [("foreign-file", "C01.jpg\\x1b"), ("foreign-file", "C01.txt\\x0a")] == codes(tmp_path)


def test_two_files_that_are_shown_alike_are_two_pages(tmp_path: Path) -> None:
    for folder, encoding in (("a", "utf-8"), ("b", "gb18030")):
        location = Path(os.fsdecode(bytes(tmp_path) + b"/" + "要闻/渡口.txt".encode(encoding)))
        location.parent.mkdir()
        location.write_text(folder)
    pages = found(tmp_path).pages
    assert ["要闻/渡口.txt", "要闻/渡口~7e77f6.txt"] == [page.path for page in pages]
    assert ["a", "b"] == sorted(page.location.read_text() for page in pages)


def test_a_page_alone_in_folders_of_another_character_set_is_found(tmp_path: Path) -> None:
    location = Path(os.fsdecode(bytes(tmp_path) + b"/" + "渡口".encode("gb18030") + b"/2024-03-08/C01.txt"))
    location.parent.mkdir(parents=True)
    location.write_text("渡口")
    (page,) = find_page(location, DEFAULT).pages
    assert ("渡口/2024-03-08/C01.txt", "渡口") == (page.path, page.edition.name)


def test_very_deep_folders_are_walked(tmp_path: Path) -> None:
    write(tmp_path, "d/" * 400 + "C01.txt")
    assert len(paths(tmp_path)) == 1


def test_a_missing_folder_and_a_file_are_no_folders_of_pages(tmp_path: Path) -> None:
    write(tmp_path, "C01.txt")
    with pytest.raises(ArchiveError, match="没有这个文件夹"):
        found(tmp_path / "没有")
    with pytest.raises(ArchiveError, match="不是文件夹"):
        found(tmp_path / "C01.txt")


def test_a_folder_without_pages_is_a_problem(tmp_path: Path) -> None:
    assert codes(tmp_path) == [("no-pages", ".")]


def test_a_page_carries_its_sidecar(tmp_path: Path) -> None:
    lay(tmp_path, **{"a/C01.TXT": "渡口", "a/C01.yaml": "folio: C02\n"})
    said = only(tmp_path).sidecar
    assert said is not None
    assert (said.path, said.folio) == ("a/C01.yaml", "C02")


@pytest.mark.parametrize("name", ["C02.yaml", "C01.yml", "Edition.yaml"])
def test_a_sidecar_without_its_page_is_named(tmp_path: Path, name: str) -> None:
    lay(tmp_path, **{"C01.txt": "渡口", name: "folio: C02\n"})
    assert only(tmp_path).sidecar is None
    assert codes(tmp_path) == [("unused-sidecar", name)]


def test_a_sidecar_of_two_pages_stops_the_program(tmp_path: Path) -> None:
    lay(tmp_path, **{"C01.txt": "渡口", "C01.md": "渡口", "C01.yaml": "folio: C02\n"})
    with pytest.raises(ArchiveError, match="分不清"):
        found(tmp_path)


def test_two_pages_of_one_name_need_no_sidecar(tmp_path: Path) -> None:
    lay(tmp_path, **{"C01.txt": "渡口", "C01.md": "渡口"})
    assert paths(tmp_path) == ["C01.md", "C01.txt"]


def test_an_edition_file_names_its_folder_and_below(tmp_path: Path) -> None:
    lay(
        tmp_path,
        **{
            "edition.yaml": "paper: 大河日报\n",
            "C01.txt": "渡口",
            "a/edition.yaml": "edition: 今日大河\nslug: today\n",
            "a/2024-03-08/C01.txt": "渡口",
            "b/2024-03-08/C01.txt": "渡口",
        },
    )
    assert [page.edition.slug for page in found(tmp_path).pages] == ["da-he-ri-bao", "today", "da-he-ri-bao"]
    assert [edition.slug for edition in found(tmp_path).editions] == ["da-he-ri-bao", "today"]


def test_a_folder_above_a_date_is_an_edition(tmp_path: Path) -> None:
    write(tmp_path, f"{DAY}/C01.txt")
    page = only(tmp_path)
    assert page.edition == Edition("jin-ri-da-he", "今日大河", "数字报", "今日大河")
    assert (page.date, page.folio) == ("2024-03-08", "C01")


def test_a_folder_without_a_date_is_no_edition(tmp_path: Path) -> None:
    write(tmp_path, "新建文件夹/C01.txt")
    assert only(tmp_path).edition == DEFAULT


@pytest.mark.parametrize("folder", ["search", "unsorted", "photos", "iiif", "404"])
def test_a_folder_may_not_take_an_address_of_the_site(tmp_path: Path, folder: str) -> None:
    write(tmp_path, f"{folder}/2024-03-08/C01.txt")
    with pytest.raises(ArchiveError, match=r"网站自用|网站以后"):
        found(tmp_path)


def test_folders_that_pinyin_spells_alike_stop_the_program(tmp_path: Path) -> None:
    for folder in ("时事", "实施"):
        write(tmp_path, f"{folder}/2024-03-08/C01.txt")
    with pytest.raises(ArchiveError) as caught:
        found(tmp_path)
    assert (
        "时事/: “时事”与 实施/ 的“实施”网址同为“shi-shi”。"
        "请在文件夹“时事”里新建 edition.yaml，写两行：edition: 时事 和 slug: shi-shi-2"
    ) == str(caught.value)
    write(tmp_path, "时事/edition.yaml", "edition: 时事\nslug: shi-shi-2\n")
    assert ["shi-shi", "shi-shi-2"] == [edition.slug for edition in found(tmp_path).editions]


def test_the_slug_that_is_proposed_is_free(tmp_path: Path) -> None:
    for folder in ("时事", "实施", "shi-shi-2"):
        write(tmp_path, f"{folder}/2024-03-08/C01.txt")
    with pytest.raises(ArchiveError, match=r"slug: shi-shi-3$"):
        found(tmp_path)


def test_an_edition_that_only_a_sidecar_names_is_told_by_that_sidecar(tmp_path: Path) -> None:
    lay(tmp_path, **{"时事/2024-03-08/C01.txt": "渡口", "乡讯.txt": "渡口", "乡讯.yaml": "edition: 实施\n"})
    with pytest.raises(ArchiveError) as caught:
        found(tmp_path)
    assert (
        "时事/: “时事”与 乡讯.yaml 的“实施”网址同为“shi-shi”。"
        "请在文件夹“时事”里新建 edition.yaml，写两行：edition: 时事 和 slug: shi-shi-2"
    ) == str(caught.value)


@pytest.mark.parametrize(
    ("said", "slug", "name"),
    [
        ("edition: 今日大河\n", "river", "今日大河"),
        ("edition: river\n", "river", "今日大河"),
        ("edition: 今日渡口\n", "jin-ri-du-kou", "今日渡口"),
        ("paper: 渡口时报\n", "du-kou-shi-bao", "渡口时报"),
        ("paper: 数字报\n", "shu-zi-bao", "数字报"),
        ("folio: C01\n", "unsorted", "未归入报纸的版面"),
    ],
)
def test_a_sidecar_names_the_edition(tmp_path: Path, said: str, slug: str, name: str) -> None:
    lay(
        tmp_path,
        **{
            "river/edition.yaml": "paper: 大河日报\nedition: 今日大河\n",
            "river/C01.txt": "渡口",
            "乡讯.txt": "渡口",
            "乡讯.yaml": said,
        },
    )
    edition = found(tmp_path).pages[-1].edition
    assert (edition.slug, edition.name) == (slug, name)


def test_a_page_alone_knows_the_folders_around_it(tmp_path: Path) -> None:
    lay(
        tmp_path,
        **{
            "报/edition.yaml": "edition: 今日大河\nslug: river\n",
            "报/2024-03-08/C01.txt": "渡口",
            "报/2024-03-08/C01.md": "渡口",
            "报/2024-03-08/C01.yaml": "page_name: 看点\n",
            "报/2024-03-08/C02.txt": "渡口",
            "报/2024-03-08/Thumbs.db": "",
        },
    )
    alone = find_page(tmp_path / "报/2024-03-08/C01.txt", DEFAULT)
    (page,) = alone.pages
    assert (page.path, page.edition.slug, page.date, page.folio) == (
        "报/2024-03-08/C01.txt",
        "river",
        "2024-03-08",
        "C01",
    )
    assert page.sidecar is not None
    assert alone.problems == ()


def test_a_page_alone_knows_the_edition_above_its_date(tmp_path: Path) -> None:
    write(tmp_path, f"{DAY}/C01.txt")
    (page,) = find_page(tmp_path / DAY / "C01.txt", DEFAULT).pages
    assert (page.path, page.edition.slug) == (f"{DAY}/C01.txt", "jin-ri-da-he")


def test_what_is_no_page_cannot_be_read_alone(tmp_path: Path) -> None:
    write(tmp_path, "版样.pdf")
    with pytest.raises(ArchiveError, match="不是版面文件"):
        find_page(tmp_path / "版样.pdf", DEFAULT)
    with pytest.raises(ArchiveError, match="没有这个版面文件"):
        find_page(tmp_path / "C01.txt", DEFAULT)
