"""`make file` and `make unfile`: loose pages go where they belong, nothing is guessed, nothing is lost."""

import errno
import os
import shlex
from collections.abc import Sequence
from pathlib import Path

import pytest

from newspaper_archive.desk.console import main
from newspaper_archive.desk.filing.move_journal import MoveJournal, MoveRecord
from newspaper_archive.folder.walk import find_pages
from newspaper_archive.make.read_pages import page_problems, read_page
from newspaper_archive.model import Fact, FactSource
from newspaper_archive.settings import Settings

PRINTED = """\
今日柳河

2023年6月16日 星期五

C02 看点

渡口的船又开了

本报讯(记者 宋一帆)6月15日,渡口镇的老船工把船划到对岸,两岸居民又能坐船赶集。
"""
SILENT = "渡口的船又开了\n\n本报讯(记者 宋一帆)日前,老船工把船划到对岸,两岸居民又能坐船赶集。\n"
GUESSED = "渡口的船又开了\n\n本报柳河6月1日讯(记者 宋一帆) 老船工把船划到对岸,两岸居民又能坐船赶集。\n"


def write(seeds: Path, path: str, content: str | bytes = SILENT) -> Path:
    location = seeds / path
    location.parent.mkdir(parents=True, exist_ok=True)
    location.write_bytes(content if isinstance(content, bytes) else content.encode())
    return location


@pytest.fixture
def seeds(tmp_path: Path) -> Path:
    folder = tmp_path / "原稿"
    folder.mkdir()
    return folder


def files(seeds: Path) -> dict[str, bytes]:
    """Every file but the journal, by path."""
    found = sorted(path for path in seeds.rglob("*") if path.is_file())
    return {
        path.relative_to(seeds).as_posix(): path.read_bytes() for path in found if ".filed" not in path.parts
    }


class Desk:
    """Types commands; what was said on standard output, and on standard error where it was refused."""

    def __init__(self, seeds: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.seeds, self.capsys = seeds, capsys

    def file(self, *given: str, status: int = 0) -> str:
        return self._type("file", *given, status=status)

    def unfile(self, status: int = 0) -> str:
        return self._type("unfile", status=status)

    def refused(self, *given: str) -> str:
        assert main(["file", "--seeds", str(self.seeds), *given]) == 2
        return self.capsys.readouterr().err

    def _type(self, verb: str, *given: str, status: int) -> str:
        self.capsys.readouterr()
        assert main([verb, "--seeds", str(self.seeds), *given]) == status
        return self.capsys.readouterr().out


@pytest.fixture
def desk(seeds: Path, capsys: pytest.CaptureFixture[str]) -> Desk:
    return Desk(seeds, capsys)


def test_what_is_printed_is_shown_with_its_line_before_anything_moves(seeds: Path, desk: Desk) -> None:
    write(seeds, "0616.txt", PRINTED)
    before = files(seeds)
    assert desk.file() == (
        "可以移的 1 版：\n"
        "  0616.txt → jin-ri-liu-he/2023-06-16/C02.txt\n"
        "    报纸 今日柳河：第 1 行印着“今日柳河”\n"
        "    日期 2023-06-16：第 3 行印着“2023年6月16日 星期五”\n"
        "    版次 C02：第 5 行印着“C02 看点”\n"
        "新建 jin-ri-liu-he/edition.yaml，可以再改：\n"
        "    paper: 今日柳河\n"
        "    edition: 今日柳河\n"
        "    slug: jin-ri-liu-he\n"
        "已在该在的地方的 0 版，没有动\n"
        "现在什么也没有移。照上面移，请运行 make file YES=1\n"
    )
    assert (before, False) == (files(seeds), (seeds / ".filed").exists())


def test_what_else_stands_on_the_line_is_not_quoted(seeds: Path, desk: Desk) -> None:
    write(seeds, "0616.txt", PRINTED.replace("星期五\n", "星期五 责任编辑 宁守田 版式设计 臧广厚\n"))
    assert "    日期 2023-06-16：第 3 行印着“2023年6月16日 星期五”\n" in desk.file()


def test_what_is_certain_is_moved_once_that_is_said(seeds: Path, desk: Desk) -> None:
    write(seeds, "0616.txt", PRINTED)
    assert desk.file("--yes") == (
        "已移 1 版：\n"
        "  0616.txt → jin-ri-liu-he/2023-06-16/C02.txt\n"
        "要放回原处，请运行 make unfile\n"
        "接下来建网站，请运行 make\n"
    )
    assert files(seeds) == {
        "jin-ri-liu-he/2023-06-16/C02.txt": PRINTED.encode(),
        "jin-ri-liu-he/edition.yaml": "paper: 今日柳河\nedition: 今日柳河\nslug: jin-ri-liu-he\n".encode(),
    }
    assert desk.file() == "已在该在的地方的 1 版，没有动\n没有要归的版。建网站，请运行 make\n"


def test_where_a_page_is_filed_the_archive_reads_what_was_planned(seeds: Path, desk: Desk) -> None:
    write(seeds, "0616.txt", PRINTED)
    desk.file("--yes")
    (file,) = find_pages(seeds, Settings(seeds=seeds).edition).pages
    page = read_page(file)
    assert (page.edition.name, page.edition.slug) == ("今日柳河", "jin-ri-liu-he")
    assert (page.date, page.folio) == (
        Fact("2023-06-16", FactSource.PATH, file.path),
        Fact("C02", FactSource.PATH, file.path),
    )
    assert () == page_problems(page)


def test_an_estimate_is_asked_about_with_its_grounds_and_never_moved(seeds: Path, desk: Desk) -> None:
    write(seeds, "散页.txt", GUESSED)
    assert desk.file() == (
        "要问的 1 版。如果知道，把命令改对再运行；不知道的不必管，照样上网：\n"
        "  · 日期是推算的或没有，请对照报纸；X 的地方要换成数字\n"
        "  · 报上印了版次的，把 FOLIO=无 改成 FOLIO=C01 这样的\n"
        "  · “报名”换成报纸的名字，是子报就写子报的名字，再加 PAPER=报纸的名字\n"
        "  散页.txt\n"
        "    报纸 不知道是哪份报\n"
        "    日期 没有印，推算：某年6月1日\n"
        "      第3行“本报柳河6月1日讯(记者 宋一帆)”，电头的日子，报纸不会更早\n"
        "    版次 没有印\n"
        "  make file PAGE=散页.txt DATE=XXXX-06-01 FOLIO=无 EDITION=报名 YES=1\n"
        "已在该在的地方的 0 版，没有动\n"
        "现在什么也没有移\n"
    )
    assert desk.file() == desk.file("--yes")
    assert ["散页.txt"] == list(files(seeds))


def test_what_the_desk_answers_is_enough(seeds: Path, desk: Desk) -> None:
    write(seeds, "散页.txt", GUESSED)
    answers = (
        "--page=散页.txt",
        "--date=2021年6月2日",
        "--folio=无",
        "--edition=今日柳河",
        "--paper=云汀日报",
    )
    assert desk.file(*answers) == (
        "可以移的 1 版：\n"
        "  散页.txt → jin-ri-liu-he/2021-06-02/散页.txt\n"
        "    报纸 今日柳河：照你写的 EDITION=今日柳河\n"
        "    日期 2021-06-02：照你写的 DATE=2021-06-02\n"
        "    版次 不写，文件名不改：照你写的 FOLIO=无\n"
        "新建 jin-ri-liu-he/edition.yaml，可以再改：\n"
        "    paper: 云汀日报\n"
        "    edition: 今日柳河\n"
        "    slug: jin-ri-liu-he\n"
        "现在什么也没有移。照上面移，请运行 make file PAGE=散页.txt DATE=2021-06-02 FOLIO=无"
        " EDITION=今日柳河 PAPER=云汀日报 YES=1\n"
    )
    desk.file(*answers, "--yes")
    assert ["jin-ri-liu-he/2021-06-02/散页.txt", "jin-ri-liu-he/edition.yaml"] == list(files(seeds))


def test_one_name_answers_for_all_pages_of_which_none_is_known(seeds: Path, desk: Desk) -> None:
    write(seeds, "甲.txt", GUESSED)
    write(seeds, "乙.txt", GUESSED.replace("6月1日", "6月9日"))
    write(seeds, "丙.txt", PRINTED)
    said = desk.file()
    assert "  · 都是同一份报的，先这样写一次报名，列出的命令里就都有了：\n  make file EDITION=报名\n" in said
    commands = [line for line in desk.file("--edition=柳河晚报").splitlines() if line.startswith("  make")]
    assert commands == [
        "  make file PAGE=乙.txt DATE=XXXX-06-09 FOLIO=无 EDITION=柳河晚报 YES=1",
        "  make file PAGE=甲.txt DATE=XXXX-06-01 FOLIO=无 EDITION=柳河晚报 YES=1",
    ]
    desk.file("--edition=柳河晚报", "--yes")
    assert "jin-ri-liu-he/2023-06-16/C02.txt" in files(seeds)


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (
            ["--date=XXXX-06-01"],
            "DATE=XXXX-06-01: 里面还有 X。请把 X 换成报上印的年、月、日，如 DATE=2020-06-01\n",
        ),
        (["--date=2023-02-29"], "DATE=2023-02-29: 不是日历上有的一天。请写成年-月-日，如 DATE=2020-06-01\n"),
        (["--date=../etc"], "DATE=../etc: 不是日历上有的一天。请写成年-月-日，如 DATE=2020-06-01\n"),
        (
            ["--folio=看点"],
            "FOLIO=看点: 不是版次。请写成 FOLIO=C01 或 FOLIO=1；报上没有印的，写 FOLIO=无，文件名就不改\n",
        ),
        (
            ["--folio=../C01"],
            "FOLIO=../C01: 不是版次。请写成 FOLIO=C01 或 FOLIO=1；报上没有印的，写 FOLIO=无，文件名就不改\n",
        ),
        (
            ["--folio=版次"],
            "FOLIO=版次: 不是版次。请写成 FOLIO=C01 或 FOLIO=1；报上没有印的，写 FOLIO=无，文件名就不改\n",
        ),
        (["--edition=报名"], "EDITION=报名: 请把“报名”换成报纸或子报的名字，如 EDITION=今日大河\n"),
        (["--edition=a\nb"], "EDITION=a\\x0ab: 不像报名。请写一行文字，至多 60 字\n"),
        (
            ["--paper=云汀日报"],
            "PAPER=云汀日报: 只写了报纸，没有写是哪一份。请再写 EDITION=，子报写子报的名字\n",
        ),
    ],
)
def test_an_answer_that_cannot_be_is_refused(given: list[str], said: str, seeds: Path, desk: Desk) -> None:
    write(seeds, "散页.txt", GUESSED)
    assert said == desk.refused("--page=散页.txt", *given, "--yes")
    assert ["散页.txt"] == list(files(seeds))


def test_a_page_that_is_none_or_lies_elsewhere_is_told(seeds: Path, desk: Desk, tmp_path: Path) -> None:
    write(seeds, "散页.txt", GUESSED)
    pdf, elsewhere = write(seeds, "散页.pdf", b"%PDF"), write(tmp_path, "别处.txt")
    assert desk.refused(f"--page={pdf}") == f"{pdf}: 不是版面文件。版面文件的名字以 .txt 或 .md 结尾\n"
    assert desk.refused(f"--page={elsewhere}") == (
        f"{elsewhere}: 不在版面文件的文件夹 {seeds} 里。请先把它放进去\n"
    )


@pytest.mark.parametrize("given", ["--date=2020-06-01", "--folio=C01"])
def test_a_day_or_a_folio_is_of_one_page(given: str, seeds: Path, desk: Desk) -> None:
    write(seeds, "散页.txt", GUESSED)
    said = given.removeprefix("--").replace("date", "DATE").replace("folio", "FOLIO")
    assert desk.refused(given) == f"{said}: 没有写是哪一版的。请再写 PAGE=，一次一版\n"


@pytest.mark.parametrize(
    "written", ["2020-6-1", "2020/6/1", "2020年6月1日", "20200601", "２０２０-０６-０１", "2020.06.01"]
)
def test_a_day_may_be_written_in_any_usual_form(written: str, seeds: Path, desk: Desk) -> None:
    write(seeds, "散页.txt", SILENT)
    desk.file("--page=散页.txt", f"--date={written}", "--folio=c01", "--edition=今日柳河", "--yes")
    assert "jin-ri-liu-he/2020-06-01/C01.txt" in files(seeds)


def test_sidecar_and_scans_come_along(seeds: Path, desk: Desk) -> None:
    write(seeds, "散页.TXT", SILENT)
    write(seeds, "散页.yaml", "paper: 云汀日报\nedition: 今日柳河\ndate: 2021-06-02\nfolio: C3\n")
    write(seeds, "散页.jpg", b"a scan")
    write(seeds, "散页.docx", b"none of ours")
    assert desk.file("--yes").startswith("已移 1 版：\n  散页.TXT → jin-ri-liu-he/2021-06-02/C03.TXT\n")
    assert list(files(seeds)) == [
        "jin-ri-liu-he/2021-06-02/C03.TXT",
        "jin-ri-liu-he/2021-06-02/C03.jpg",
        "jin-ri-liu-he/2021-06-02/C03.yaml",
        "jin-ri-liu-he/edition.yaml",
        "散页.docx",
    ]


def test_a_sidecar_has_to_be_mended_where_its_own_day_is_open(seeds: Path, desk: Desk) -> None:
    write(seeds, "散页.txt", SILENT)
    write(seeds, "散页.yaml", "edition: 今日柳河\ndate: 2021-06~\nfolio: C3\n")
    assert desk.file() == (
        "要问的 1 版。如果知道，把命令改对再运行；不知道的不必管，照样上网：\n"
        "  散页.txt\n"
        "    报纸 今日柳河：旁注 散页.yaml 写的\n"
        "    日期 旁注 散页.yaml 写的是“2021-06~”，不是确定的一天\n"
        "    版次 C03：旁注 散页.yaml 写的\n"
        "    如果知道，请在旁注 散页.yaml 里把 date 写全，如 date: 2020-06-01\n"
        "已在该在的地方的 0 版，没有动\n"
        "现在什么也没有移\n"
    )


def test_an_answer_against_the_sidecar_is_refused(seeds: Path, desk: Desk) -> None:
    write(seeds, "散页.txt", SILENT)
    write(seeds, "散页.yaml", "edition: 今日柳河\ndate: 2021-06-02\nfolio: C3\n")
    assert desk.refused("--page=散页.txt", "--date=2021-06-03") == (
        "“2021-06-03”：旁注 散页.yaml 里写的是 date: 2021-06-02，旁注说了算。请先改旁注，或照旁注写\n"
    )
    assert desk.file("--page=散页.txt", "--folio=C03").startswith("可以移的 1 版：\n")
    write(seeds, "散页.yaml", "paper: 云汀日报\ndate: 2021-06-02\n")
    assert desk.refused("--page=散页.txt", "--edition=今日柳河") == (
        "“今日柳河”：旁注 散页.yaml 里写的是 paper: 云汀日报，旁注说了算。请先改旁注，或照旁注写\n"
    )


@pytest.mark.parametrize("folders", ["2031/06/13", "203106/13", "2031-06/13", "2031-06-13 第123期"])
def test_a_page_in_folders_that_together_name_a_day_lies_where_it_belongs(
    folders: str, seeds: Path, desk: Desk
) -> None:
    write(seeds, f"甲/{folders}/C02.txt", SILENT)
    assert "已在该在的地方的 1 版，没有动\n" in desk.file()


@pytest.mark.parametrize("path", ["2031-0613/C02", "2031/06/13"])
@pytest.mark.parametrize("content", [SILENT, GUESSED])
def test_a_day_that_a_path_may_name_is_asked_about(path: str, content: str, seeds: Path, desk: Desk) -> None:
    write(seeds, f"甲/{path}.txt", content)
    said = desk.file()
    assert f"    日期 没有印；路径里的“{path.removesuffix('/C02')}”像是 2031-06-13\n" in said
    assert " DATE=2031-06-13 " in said


@pytest.mark.parametrize(
    ("path", "seen"),
    [
        ("2031/C02", "2031"),
        ("备份2031-06-13/C02", "备份2031-06-13"),
        ("IMG_20310613_C02", "IMG_20310613_C02"),
    ],
)
def test_what_of_a_day_in_a_path_is_not_the_paper_s_is_told_of(
    path: str, seen: str, seeds: Path, desk: Desk
) -> None:
    write(seeds, f"甲/{path}.txt", SILENT)
    said = desk.file()
    assert f"    日期 不知道是哪一天\n      路径里有“{seen}”，没有读成日期\n    版次 C02：文件名" in said
    assert " DATE=XXXX-XX-XX " in said


def test_a_page_s_name_that_its_file_alone_says_stays(seeds: Path, desk: Desk) -> None:
    write(seeds, "柳河/edition.yaml", "paper: 云汀日报\nedition: 今日柳河\nslug: liuhe\n")
    write(seeds, "柳河/第C05版：家园.txt", PRINTED.replace("C02 看点\n\n", ""))
    write(seeds, "柳河/第C02版：家园.txt", PRINTED)
    said = desk.file()
    assert "  柳河/第C05版：家园.txt → 柳河/2023-06-16/C05版家园.txt\n" in said
    assert "  柳河/第C02版：家园.txt → 柳河/2023-06-16/C02.txt\n" in said


def test_a_page_is_filed_beside_those_in_folders_of_year_month_and_day(seeds: Path, desk: Desk) -> None:
    write(seeds, "柳河/edition.yaml", "paper: 云汀日报\nedition: 今日柳河\nslug: liuhe\n")
    write(seeds, "柳河/2023年6月/16日/C01.txt")
    write(seeds, "散页.txt", PRINTED)
    assert "  散页.txt → 柳河/2023年6月/16日/C02.txt\n" in desk.file()


def test_a_printed_day_that_is_doubtful_is_asked_about(seeds: Path, desk: Desk) -> None:
    write(seeds, "散页.txt", PRINTED.replace("星期五", "星期四"))
    said = desk.file()
    assert (
        "    日期 像是2023年6月16日，第 3 行印着“2023年6月16日 星期四”，可是拿不准\n"
        "      印的是“2023年6月16日 星期四”，那天是星期五\n"
        "    版次 C02：第 5 行印着“C02 看点”\n"
        "  make file PAGE=散页.txt DATE=2023-06-16 YES=1\n"
    ) in said


def test_a_file_s_name_tells_its_folio_unless_the_print_tells_another(seeds: Path, desk: Desk) -> None:
    write(seeds, "C02.txt", PRINTED.replace("C02 看点\n\n", ""))
    write(seeds, "C05.txt", PRINTED.replace("C02 看点", "C04 家园"))
    said = desk.file()
    assert "  C02.txt → jin-ri-liu-he/2023-06-16/C02.txt\n" in said
    assert "    版次 C02：文件名“C02.txt”\n" in said
    assert (
        "    版次 第 5 行印着“C04 家园”，文件名却是“C05.txt”\n  make file PAGE=C05.txt FOLIO=C04 YES=1\n"
    ) in said


def test_a_page_goes_to_the_folders_that_its_edition_and_day_have(seeds: Path, desk: Desk) -> None:
    write(seeds, "柳河/edition.yaml", "paper: 云汀日报\nedition: 今日柳河\nslug: liuhe\n")
    write(seeds, "柳河/2023/2023年6月16日/C01.txt")
    write(seeds, "柳河/新来的.txt", PRINTED)
    write(seeds, "散页.txt", PRINTED.replace("C02", "C03").replace("16日 星期五", "23日 星期五"))
    said = desk.file()
    assert (
        "  柳河/新来的.txt → 柳河/2023/2023年6月16日/C02.txt\n    报纸 今日柳河：在文件夹“柳河”里\n" in said
    )
    assert "  散页.txt → 柳河/2023-06-23/C03.txt\n    报纸 今日柳河：第 1 行印着“今日柳河”\n" in said
    assert "已在该在的地方的 1 版，没有动\n" in said
    assert "新建" not in said


def test_an_edition_of_the_whole_folder_has_its_days_there(seeds: Path, desk: Desk) -> None:
    write(seeds, "edition.yaml", "paper: 今日柳河\n")
    write(seeds, "散页.txt", PRINTED)
    write(seeds, "2023-06-09-C01.txt")
    desk.file("--yes")
    assert ["2023-06-09-C01.txt", "2023-06-16/C02.txt", "edition.yaml"] == list(files(seeds))


def test_a_folder_of_days_is_an_edition_s_without_an_edition_file(seeds: Path, desk: Desk) -> None:
    write(seeds, "今日柳河/2023-06-09/C01.txt")
    write(seeds, "今日柳河/散页.txt", PRINTED.removeprefix("今日柳河\n\n"))
    assert "  今日柳河/散页.txt → 今日柳河/2023-06-16/C02.txt\n" in desk.file()


def test_a_folder_of_loose_pages_may_be_an_edition_s(seeds: Path, desk: Desk) -> None:
    write(seeds, "今日柳河/散页.txt", PRINTED.removeprefix("今日柳河\n\n"))
    said = desk.file()
    assert "    报纸 不知道是哪份报，文件夹叫“今日柳河”\n" in said
    assert "  make file PAGE=今日柳河/散页.txt EDITION=今日柳河 YES=1\n" in said
    desk.file("--page=散页.txt", "--edition=今日柳河", "--yes")
    (file,) = find_pages(seeds, Settings(seeds=seeds).edition).pages
    assert (file.path, file.edition.name) == ("今日柳河/2023-06-16/C02.txt", "今日柳河")


@pytest.mark.parametrize("folder", ["2023", "2023年6月", "2023-06"])
def test_a_folder_of_a_year_is_no_edition_s(folder: str, seeds: Path, desk: Desk) -> None:
    write(seeds, f"{folder}/散页.txt", PRINTED.removeprefix("今日柳河\n\n"))
    assert "    报纸 不知道是哪份报\n" in desk.file()


def test_the_paper_of_an_edition_that_is_there_is_written_in_its_file(seeds: Path, desk: Desk) -> None:
    write(seeds, "柳河/edition.yaml", "paper: 云汀日报\nedition: 今日柳河\n")
    write(seeds, "散页.txt", PRINTED)
    answers = ("--page=散页.txt", "--edition=今日柳河")
    assert desk.refused(*answers, "--paper=汀州晚报") == (
        "PAPER=汀州晚报: “今日柳河”的文件夹已经有了。请在 柳河/edition.yaml 里写 paper: 汀州晚报\n"
    )
    assert desk.file(*answers, "--paper=云汀日报").startswith("可以移的 1 版：\n")


def test_nothing_is_written_over(seeds: Path, desk: Desk) -> None:
    write(seeds, "今日柳河/2023-06-16/c02.md", "另一版\n")
    write(seeds, "今日柳河/2023-06-16/C03.txt", PRINTED.replace("C02", "C03"))
    write(seeds, "今日柳河/2023-06-16/C04.jpg", b"a scan")
    for folio in ("C02", "C03", "C04"):
        write(seeds, f"今日柳河/散{folio}.txt", PRINTED.replace("C02", folio))
    before = files(seeds)
    assert desk.file() == (
        "没有动的 3 版：\n"
        "  今日柳河/散C02.txt：该到 今日柳河/2023-06-16/C02.txt，那里已有“今日柳河/2023-06-16/c02.md”，"
        "文字不同。请对照报纸看哪一个对；这一个版次不对的，改版次\n"
        "  make file PAGE=今日柳河/散C02.txt FOLIO=版次 YES=1\n"
        "  今日柳河/散C03.txt：该到 今日柳河/2023-06-16/C03.txt，那里已有“今日柳河/2023-06-16/C03.txt”，"
        "一字不差。是重复的，删去这一个就行；不是，就改版次\n"
        "  make file PAGE=今日柳河/散C03.txt FOLIO=版次 YES=1\n"
        "  今日柳河/散C04.txt：该到 今日柳河/2023-06-16/C04.txt，那里已有“今日柳河/2023-06-16/C04.jpg”，"
        "不能盖掉它。请先把它移走或改名\n"
        "  make file PAGE=今日柳河/散C04.txt FOLIO=版次 YES=1\n"
        "已在该在的地方的 2 版，没有动\n"
        "现在什么也没有移\n"
    )
    desk.file("--yes")
    assert before == files(seeds)


def test_two_pages_for_one_place_both_stay(seeds: Path, desk: Desk) -> None:
    write(seeds, "甲.txt", PRINTED)
    write(seeds, "乙.md", PRINTED)
    assert desk.file("--yes").startswith("没有动的 2 版：\n")
    assert (
        "  乙.md：该到 jin-ri-liu-he/2023-06-16/C02.md，可是“甲.txt”也该到那里。请删去重复的；"
        "这一个版次不对的，改版次\n  make file PAGE=乙.md FOLIO=版次 YES=1\n"
    ) in desk.file()
    assert ["乙.md", "甲.txt"] == list(files(seeds))


def test_what_was_moved_last_is_put_back_with_what_came_to_lie_beside_it(seeds: Path, desk: Desk) -> None:
    write(seeds, "散页.txt", PRINTED)
    before = files(seeds)
    desk.file("--yes")
    write(seeds, "jin-ri-liu-he/2023-06-16/C02.yaml", "folio: C02\n")
    assert desk.unfile() == (
        "已放回 1 版：\n  jin-ri-liu-he/2023-06-16/C02.txt → 散页.txt\n要重新归，请运行 make file\n"
    )
    assert files(seeds) == before | {"散页.yaml": b"folio: C02\n"}
    assert ["散页.txt", "散页.yaml"] == sorted(path.name for path in seeds.iterdir())
    assert desk.unfile() == (
        "没有可以放回的：这里没有 make file 移过的版。要看有哪些散放的版，请运行 make file\n"
    )


def test_each_run_is_taken_back_by_itself(seeds: Path, desk: Desk) -> None:
    write(seeds, "甲.txt", PRINTED)
    desk.file("--yes")
    write(seeds, "乙.txt", PRINTED.replace("C02", "C03"))
    desk.file("--yes")
    assert desk.unfile() == (
        "已放回 1 版：\n"
        "  jin-ri-liu-he/2023-06-16/C03.txt → 乙.txt\n"
        "再前一次移的也要放回，请再运行 make unfile；要重新归，请运行 make file\n"
    )
    assert ["jin-ri-liu-he/2023-06-16/C02.txt", "jin-ri-liu-he/edition.yaml", "乙.txt"] == list(files(seeds))
    desk.unfile()
    assert ["乙.txt", "甲.txt"] == list(files(seeds))


def test_what_does_not_lie_as_it_was_left_stays_and_is_told(seeds: Path, desk: Desk) -> None:
    for number in range(1, 5):
        write(seeds, f"散{number}.txt", PRINTED.replace("C02", f"C0{number}"))
    desk.file("--yes")
    issue = seeds / "jin-ri-liu-he/2023-06-16"
    write(seeds, "散1.txt", "又来一版\n")
    write(seeds, "jin-ri-liu-he/2023-06-16/C02.txt", "改过\n")
    (issue / "C03.txt").unlink()
    write(seeds, "jin-ri-liu-he/edition.yaml", "paper: 云汀日报\nslug: jin-ri-liu-he\n")
    assert desk.unfile(status=1) == (
        "已放回 1 版：\n"
        "  jin-ri-liu-he/2023-06-16/C04.txt → 散4.txt\n"
        "没有放回的 3 版：\n"
        "  jin-ri-liu-he/2023-06-16/C01.txt：原来的地方又有了“散1.txt”，不会盖掉它。请先把它移走或改名\n"
        "  jin-ri-liu-he/2023-06-16/C02.txt：移过以后文字改过了，没有动它。要放回去，请用文件管理器\n"
        "  jin-ri-liu-he/2023-06-16/C03.txt：已经不在那里了\n"
        "要重新归，请运行 make file\n"
    )
    assert files(seeds) == {
        "jin-ri-liu-he/2023-06-16/C01.txt": PRINTED.replace("C02", "C01").encode(),
        "jin-ri-liu-he/2023-06-16/C02.txt": "改过\n".encode(),
        "jin-ri-liu-he/edition.yaml": "paper: 云汀日报\nslug: jin-ri-liu-he\n".encode(),
        "散1.txt": "又来一版\n".encode(),
        "散4.txt": PRINTED.replace("C02", "C04").encode(),
    }
    (seeds / "散1.txt").unlink()
    assert desk.unfile(status=1).startswith(
        "已放回 1 版：\n  jin-ri-liu-he/2023-06-16/C01.txt → 散1.txt\n没有放回的 2 版：\n"
    )


def test_what_cannot_be_put_back_is_no_bar_to_the_run_before(seeds: Path, desk: Desk) -> None:
    write(seeds, "甲.txt", PRINTED)
    desk.file("--yes")
    write(seeds, "乙.txt", PRINTED.replace("C02", "C03"))
    desk.file("--yes")
    write(seeds, "乙.txt", "又来一版\n")
    assert "  jin-ri-liu-he/2023-06-16/C02.txt → 甲.txt\n" in desk.unfile(status=1)


class Killed(BaseException):
    """The end of the process, as far as the program can see."""


@pytest.fixture
def half_moved(seeds: Path, desk: Desk, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A page that was moved, and its sidecar and scan, which were not, for the program was killed."""
    write(seeds, "甲.txt", PRINTED.replace("C02", "C01"))
    write(seeds, "散页.txt", SILENT)
    write(seeds, "散页.yaml", "edition: 今日柳河\ndate: 2023-06-16\nfolio: C02\n")
    write(seeds, "散页.jpg", b"a scan")
    rename = os.rename

    def killed(old: Path, new: Path) -> None:
        if Path(new).name == "C02.yaml":
            raise Killed
        rename(old, new)

    with monkeypatch.context() as patched:
        patched.setattr(os, "rename", killed)
        with pytest.raises(Killed):
            desk.file("--yes")
    assert (seeds / "jin-ri-liu-he/2023-06-16/C02.txt").is_file()
    return seeds


def test_what_was_killed_between_two_files_is_finished(half_moved: Path, desk: Desk) -> None:
    desk.capsys.readouterr()
    assert desk.refused() == (
        "散页.txt: 上次移到一半停了，它和旁边的文件有的移了、有的没有。"
        "请运行 make file YES=1 接着移完，或运行 make unfile 放回原处\n"
    )
    assert desk.file("--yes").startswith(
        "已移 2 版：\n"
        "  散页.txt → jin-ri-liu-he/2023-06-16/C02.txt\n"
        "  甲.txt → jin-ri-liu-he/2023-06-16/C01.txt\n"
    )
    assert list(files(half_moved)) == [
        "jin-ri-liu-he/2023-06-16/C01.txt",
        "jin-ri-liu-he/2023-06-16/C02.jpg",
        "jin-ri-liu-he/2023-06-16/C02.txt",
        "jin-ri-liu-he/2023-06-16/C02.yaml",
        "jin-ri-liu-he/edition.yaml",
    ]


def test_what_was_killed_between_two_files_is_taken_back(half_moved: Path, desk: Desk) -> None:
    assert desk.unfile().startswith("已放回 1 版：\n  jin-ri-liu-he/2023-06-16/C02.txt → 散页.txt\n")
    assert ["散页.jpg", "散页.txt", "散页.yaml", "甲.txt"] == list(files(half_moved))
    assert not (half_moved / "jin-ri-liu-he").exists()


def test_a_page_that_cannot_be_moved_stays_whole_and_stops_no_other(
    seeds: Path, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(seeds, "甲.txt", PRINTED.replace("C02", "C03"))
    write(seeds, "散页.txt", PRINTED)
    write(seeds, "散页.jpg", b"a scan")
    rename = os.rename

    def elsewhere(old: Path, new: Path) -> None:
        if Path(new).name == "C02.jpg":
            raise OSError(errno.EXDEV, os.strerror(errno.EXDEV))
        rename(old, new)

    monkeypatch.setattr(os, "rename", elsewhere)
    assert desk.file("--yes", status=1) == (
        "已移 1 版：\n"
        "  甲.txt → jin-ri-liu-he/2023-06-16/C03.txt\n"
        "没有移的 1 版：\n"
        "  散页.txt：要去的文件夹在另一个磁盘上，不能一步移过去。请用文件管理器拷过去，核对以后再删\n"
        "还有 1 版没有归好。要看是哪些、缺什么，请运行 make file\n"
        "要放回原处，请运行 make unfile\n"
        "接下来建网站，请运行 make\n"
    )
    assert list(files(seeds)) == [
        "jin-ri-liu-he/2023-06-16/C03.txt",
        "jin-ri-liu-he/edition.yaml",
        "散页.jpg",
        "散页.txt",
    ]


def test_a_file_that_appears_meanwhile_is_not_written_over(
    seeds: Path, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(seeds, "散页.txt", PRINTED)
    add = MoveJournal.add

    def meanwhile(journal: MoveJournal, records: Sequence[MoveRecord]) -> None:
        add(journal, records)
        write(seeds, "jin-ri-liu-he/2023-06-16/C02.txt", "先到的\n")

    monkeypatch.setattr(MoveJournal, "add", meanwhile)
    assert "没有移的 1 版：\n  散页.txt：“C02.txt”已经有了，不会盖掉它\n" in desk.file("--yes", status=1)
    assert files(seeds)["散页.txt"] == PRINTED.encode()


NAMES = {
    "a blank": "散 页 1.txt".encode(),
    "quotes": "散'页\"$x`.txt".encode(),
    "bytes of an old Windows": "散页.txt".encode("gb18030"),
    "a control character": "散\x1b[2J页.txt".encode(),
    "a line end": "散\n页.txt".encode(),
    "dots": b"a...txt",
    "a device": b"con.txt",
    "an option": b"-v.txt",
    "a backslash": "散\\页.txt".encode(),
    "two days": b"20110101 20120101.txt",
    "a folio that it is not": b"C07 C08.txt",
    "a long name": b"x" * 250 + b".txt",
}


@pytest.mark.parametrize("name", NAMES.values(), ids=NAMES.keys())
def test_a_page_of_any_name_is_filed_by_the_command_that_is_printed_for_it_and_put_back(
    name: bytes, seeds: Path, desk: Desk
) -> None:
    location = Path(os.fsdecode(os.fsencode(seeds) + b"/" + name))
    location.write_text(SILENT, "utf-8")
    location.with_suffix(".yaml").write_text("page_name: 看点\n", "utf-8")
    before = sorted(seeds.iterdir())
    (command,) = [line for line in desk.file().splitlines() if line.startswith("  make file ")]
    filled = command.replace("XXXX-XX-XX", "2023-06-16").replace("报名", "今日柳河")
    options = [
        f"--{key.lower()}={value}" for key, value in (arg.split("=", 1) for arg in shlex.split(filled)[2:])
    ]
    assert options.pop() == "--yes=1"
    desk.file(*options, "--yes")
    pages = find_pages(seeds, Settings(seeds=seeds).edition).pages
    assert [(file.date, file.folio, file.edition.name) for file in pages] == [
        ("2023-06-16", None, "今日柳河")
    ]
    assert [file.sidecar.page_name for file in pages if file.sidecar] == ["看点"]
    assert pages[0].location.parent == seeds / "jin-ri-liu-he/2023-06-16"
    desk.unfile()
    assert before == sorted(seeds.iterdir())


@pytest.mark.parametrize(
    ("edition", "folder"),
    [
        ("con", "con-1143da"),
        ("Search", "search-2"),
        ("../../etc", "etc"),
        ("近日柳河", "jin-ri-liu-he-2"),
        ("长" * 60, "chang-chang-chang-chang-chang-chang-chang-chang-ch-9f944d"),
    ],
)
def test_a_new_edition_s_folder_can_be_copied_anywhere_and_is_no_other_s(
    edition: str, folder: str, seeds: Path, desk: Desk
) -> None:
    write(seeds, "柳河/edition.yaml", "paper: 云汀日报\nedition: 今日柳河\nslug: jin-ri-liu-he\n")
    write(seeds, "散页.txt", PRINTED)
    desk.file("--page=散页.txt", f"--edition={edition}", "--yes")
    (page,) = (file for file in find_pages(seeds, Settings(seeds=seeds).edition).pages)
    assert (page.path, page.edition.name) == (f"{folder}/2023-06-16/C02.txt", edition)


def test_one_edition_gets_one_folder_whoever_names_it(seeds: Path, desk: Desk) -> None:
    write(seeds, "甲.txt", PRINTED)
    write(seeds, "乙.txt", PRINTED.removeprefix("今日柳河\n\n").replace("C02", "C03"))
    desk.file("--edition=今日柳河", "--paper=云汀日报", "--yes")
    assert list(files(seeds)) == [
        "jin-ri-liu-he/2023-06-16/C02.txt",
        "jin-ri-liu-he/2023-06-16/C03.txt",
        "jin-ri-liu-he/edition.yaml",
    ]
    assert files(seeds)["jin-ri-liu-he/edition.yaml"].decode().startswith("paper: 云汀日报\n")


def test_a_paper_s_name_does_not_mean_its_supplement(seeds: Path, desk: Desk) -> None:
    write(seeds, "柳河/edition.yaml", "paper: 云汀日报\nedition: 今日柳河\n")
    write(seeds, "散页.txt", PRINTED)
    said = desk.file("--page=散页.txt", "--edition=云汀日报")
    assert "  散页.txt → yun-ting-ri-bao/2023-06-16/C02.txt\n" in said


@pytest.mark.parametrize("said", ["今日柳河", "liuhe", "柳河"])
def test_an_edition_is_meant_by_its_name_its_slug_or_its_folder(said: str, seeds: Path, desk: Desk) -> None:
    write(seeds, "柳河/edition.yaml", "paper: 云汀日报\nedition: 今日柳河\nslug: liuhe\n")
    write(seeds, "散页.txt", SILENT)
    asked = [line for line in desk.file().splitlines() if line.startswith("  make")]
    assert asked == ["  make file PAGE=散页.txt DATE=XXXX-XX-XX FOLIO=无 EDITION=报名 YES=1"]
    assert "    报纸 不知道是哪份报，这里已有今日柳河\n" in desk.file()
    desk.file("--page=散页.txt", "--date=2023-06-16", "--folio=C02", f"--edition={said}", "--yes")
    assert "柳河/2023-06-16/C02.txt" in files(seeds)


def test_a_folder_whose_name_is_in_another_character_set_is_found(seeds: Path, desk: Desk) -> None:
    folder = Path(os.fsdecode(os.fsencode(seeds) + b"/" + "柳河".encode("gb18030")))
    (folder / "2023-06-16").mkdir(parents=True)
    (folder / "edition.yaml").write_text("edition: 今日柳河\n", "utf-8")
    (folder / "散页.txt").write_text(PRINTED, "utf-8")
    assert desk.file("--yes").startswith("已移 1 版：\n  柳河/散页.txt → 柳河/2023-06-16/C02.txt\n")
    assert (folder / "2023-06-16/C02.txt").is_file()
    assert [folder] == [path for path in seeds.iterdir() if path.name != ".filed"]
    assert desk.unfile().startswith("已放回 1 版：\n  柳河/2023-06-16/C02.txt → 柳河/散页.txt\n")


def test_a_link_and_what_it_points_to_stay(seeds: Path, desk: Desk) -> None:
    write(seeds, "甲.txt", PRINTED)
    (seeds / "乙.txt").symlink_to("甲.txt")
    assert desk.file() == (
        "没有动的 2 版：\n"
        "  乙.txt：“乙.txt”是链接，移了就断了。请把文件本身放进来\n"
        "  甲.txt：“乙.txt”是指到它的链接，移了就断了。请先删去那个链接\n"
        "已在该在的地方的 0 版，没有动\n"
        "现在什么也没有移\n"
    )


def test_a_page_without_text_stays(seeds: Path, desk: Desk) -> None:
    write(seeds, "散页.txt", "")
    assert desk.file() == (
        "没有动的 1 版：\n"
        "  散页.txt：没有文字，或打不开。要看原因，请运行 make check\n"
        "已在该在的地方的 0 版，没有动\n"
        "现在什么也没有移\n"
    )


def test_only_loose_pages_are_read(seeds: Path, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    for day in range(10, 20):
        write(seeds, f"柳河/2023-06-{day}/C01.txt")
    write(seeds, "散页.txt", PRINTED)
    typed = ["file", "--seeds", str(seeds), "--cache", str(tmp_path / "缓存")]
    for more, said in (([], "读版面：1\n"), (["--page=柳河/2023-06-10/C01.txt"], "读版面：1\n"), ([], "")):
        assert main([*typed, *more]) == 0
        assert said == capsys.readouterr().err


def test_a_page_that_was_filed_wrongly_is_filed_again_where_it_is_named(seeds: Path, desk: Desk) -> None:
    write(seeds, "柳河/2023-06-16/散页.txt")
    desk.file("--page=散页.txt", "--date=2023-06-17", "--folio=C01", "--yes")
    assert ["柳河/2023-06-17/C01.txt"] == list(files(seeds))
    assert desk.file("--page=C01.txt") == (
        "没有动的 1 版：\n  柳河/2023-06-17/C01.txt：已经在该在的地方\n现在什么也没有移\n"
    )


def test_a_line_of_the_journal_that_was_cut_off_tells_of_nothing(seeds: Path, desk: Desk) -> None:
    write(seeds, "散页.txt", PRINTED)
    write(seeds, ".filed/moves.jsonl", '{"run": 1, "fil')
    desk.file("--yes")
    assert desk.unfile().startswith("已放回 1 版：\n")


@pytest.mark.parametrize(
    "line",
    [
        "甲移到乙",
        '{"run": 1, "files": [], "sha256": ""}',
        '{"run": 1, "files": [["../甲.txt", "乙.txt"]], "sha256": ""}',
        '{"run": 1, "files": [["甲.txt", "/tmp/乙.txt"]], "sha256": ""}',
    ],
)
def test_a_line_of_the_journal_that_is_none_is_named(line: str, seeds: Path, desk: Desk) -> None:
    write(seeds, "散页.txt", PRINTED)
    write(seeds, ".filed/moves.jsonl", f"{line}\n")
    said = (
        f".filed/moves.jsonl:1: 看到“{line[:60]}”，不是 make file 写的记录。请删去这一行，或把文件恢复原样\n"
    )
    assert said == desk.refused("--yes")


def test_two_cannot_file_at_once(seeds: Path, desk: Desk) -> None:
    write(seeds, "散页.txt", PRINTED)
    with MoveJournal(seeds).alone():
        assert desk.refused("--yes") == (
            f"{seeds}: 另一个 make file 或 make unfile 还没有做完。请等它做完再试\n"
        )
    assert ["散页.txt"] == list(files(seeds))
