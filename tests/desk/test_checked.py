"""What the desk has looked at it says once: `make checked PAGE=C01.txt LINE=5`, and `check` asks no more."""

import json
from pathlib import Path

import pytest

from newspaper_archive.desk.console import main
from newspaper_archive.folder.sidecar.fingerprint import fingerprint

STORY = (
    "渡口的船又开了\n\n本报讯（记者 宋一帆）3月8日，渡口镇的老船工把船划到对岸，两岸居民又能坐船赶集。\n\n"
)
CREDIT = "■通讯员 王岚 摄"
PHOTO = f"{STORY}{CREDIT}\n"
ADVICE = "上面若是图片的文字，请对照版面，在同名 .yaml 里写定是哪几行；若图片无文字，不必改"
ROW = f"5 orphan-credit {fingerprint(CREDIT)}  # {CREDIT}"
HOW = """\
对照版面看过、不必改的，运行它下面那一行命令，就算核过，以后不再列出；那里的字改了，会再列出来。
"""
COMMAND = "  make checked PAGE=C01.txt LINE=5\n"
AGAIN = "请运行 make checked PAGE=C01.txt LINE=5:orphan-credit 补上"
EMPTY = "C02.txt: 没有文字。请补上这一版的文本，或删去文件。此版未收入"
UNDO = "  make unchecked PAGE=C01.txt LINE=5:orphan-credit\n"
BACK = f"那里的字改了，会再列出来；要收回，删去旁注里那一行，或者照这样写：\n{UNDO}"
NONE = "疑点待核 0 处：错误 0，注意 0，说明 0；已核 {} 处\n"


@pytest.fixture
def seeds(tmp_path: Path) -> Path:
    write(tmp_path / "C01.txt", PHOTO)
    return tmp_path


def write(page: Path, text: str) -> Path:
    page.parent.mkdir(parents=True, exist_ok=True)
    page.write_text(text, "utf-8")
    page.with_name("edition.yaml").write_text("paper: 大河日报\nedition: 今日大河\n", "utf-8")
    dated = page.with_suffix(".yaml")
    dated.write_text("date: 2024-03-08  # 照合订本\n", "utf-8")
    return page


@pytest.fixture
def said(capsys: pytest.CaptureFixture[str]) -> "Said":
    return Said(capsys)


class Said:
    """What a command prints, and its exit status."""

    def __init__(self, capsys: pytest.CaptureFixture[str]) -> None:
        self.capsys = capsys

    def __call__(self, *arguments: str | Path) -> tuple[int, str]:
        status = main([str(argument) for argument in arguments])
        out, error = self.capsys.readouterr()
        return status, out + error

    def checked(self, seeds: Path, page: str, *line: str) -> tuple[int, str]:
        return self("checked", "--seeds", seeds, *(f"--line={one}" for one in line), "--", page)


def test_check_gives_with_each_doubt_what_ticks_it(seeds: Path, said: Said) -> None:
    assert said("check", seeds)[1] == (
        f"[说明] C01.txt:5: 有摄影署名而没有图片说明：“{CREDIT}”。{ADVICE}\n"
        "  make checked PAGE=C01.txt LINE=5\n"
        f"{HOW}疑点待核 1 处：错误 0，注意 0，说明 1；已核 0 处\n"
    )


def test_a_doubt_that_was_looked_at_is_done(seeds: Path, said: Said) -> None:
    assert said.checked(seeds, "C01.txt", "5") == (
        0,
        f"C01.yaml: 记下核过的疑点 1 处：\n  第 5 行：有摄影署名而没有图片说明：“{CREDIT}”\n{BACK}",
    )
    assert (seeds / "C01.yaml").read_text("utf-8") == f"date: 2024-03-08  # 照合订本\nchecked:\n  - {ROW}\n"
    assert said("check", seeds) == (0, NONE.format(1))
    assert said("explain", seeds / "C01.txt")[1].count("摄影署名而没有") == 0


def test_what_was_looked_at_is_listed_when_asked_for(seeds: Path, said: Said) -> None:
    said.checked(seeds, "C01.txt")
    assert said("check", "--all", seeds)[1] == (
        "核过的有 1 处（要收回，运行它下面那一行命令）：\n"
        f"[说明] C01.txt:5: 有摄影署名而没有图片说明：“{CREDIT}”。{ADVICE}\n{UNDO}{NONE.format(1)}"
    )
    assert [True] == [one["checked"] for one in json.loads(said("check", "--json", seeds)[1])]


def test_a_changed_word_brings_the_doubt_back_and_another_look_ends_it(seeds: Path, said: Said) -> None:
    said.checked(seeds, "C01.txt")
    (seeds / "C01.txt").write_text(PHOTO.replace("王岚", "王兰"), "utf-8")
    status, told = said("check", seeds)
    assert (
        0,
        "[说明] C01.txt:5: 有摄影署名而没有图片说明：“■通讯员 王兰 摄”（上次核过，后来这一行改了）",
    ) == (
        status,
        told.partition("。")[0],
    )
    said.checked(seeds, "C01.txt", "5")
    again = ROW.replace("王岚", "王兰").replace(fingerprint(CREDIT), fingerprint("■通讯员 王兰 摄"))
    assert (seeds / "C01.yaml").read_text("utf-8") == f"date: 2024-03-08  # 照合订本\nchecked:\n  - {again}\n"
    assert said("check", seeds) == (0, NONE.format(1))


def test_a_line_that_comes_in_above_changes_nothing(seeds: Path, said: Said) -> None:
    said.checked(seeds, "C01.txt")
    (seeds / "C01.txt").write_text(f"\n\n{PHOTO}", "utf-8")
    assert said("check", seeds) == (0, NONE.format(1))


def test_line_ends_are_no_words(seeds: Path, said: Said) -> None:
    said.checked(seeds, "C01.txt")
    (seeds / "C01.txt").write_bytes(PHOTO.replace("\n", "\r\n").encode())
    assert said("check", seeds) == (0, NONE.format(1))


def test_what_was_looked_at_is_not_ticked_again(seeds: Path, said: Said) -> None:
    said.checked(seeds, "C01.txt")
    before = (seeds / "C01.yaml").read_bytes()
    assert said.checked(seeds, "C01.txt") == (0, "C01.txt: 这些疑点早已核过，旁注没有动\n")
    assert before == (seeds / "C01.yaml").read_bytes()


@pytest.mark.parametrize(
    ("line", "told"), [("3", "第 3 行"), ("5,3", "第 3 行"), ("", "“”这里"), ("undated", "“undated”这里")]
)
def test_where_nothing_is_doubtful_nothing_is_ticked(seeds: Path, said: Said, line: str, told: str) -> None:
    before = (seeds / "C01.yaml").read_bytes()
    assert said.checked(seeds, "C01.txt", line) == (
        2,
        f"C01.txt: {told}没有疑点，旁注没有动。这一版待核的，请照下面的写：\n{COMMAND}",
    )
    assert before == (seeds / "C01.yaml").read_bytes()


@pytest.mark.parametrize("line", ["5", "５", "5,", "5，5", "5:orphan-credit", "orphan-credit"])
def test_a_doubt_is_named_by_its_line_or_by_what_it_is(seeds: Path, said: Said, line: str) -> None:
    said.checked(seeds, "C01.txt", line)
    assert ROW in (seeds / "C01.yaml").read_text("utf-8")


def test_an_error_has_to_be_mended(seeds: Path, said: Said) -> None:
    write(seeds / "C02.txt", "")
    before = (seeds / "C02.yaml").read_bytes()
    assert said.checked(seeds, "C02.txt") == (
        2,
        f"C02.txt: 旁注没有动。错误要改好才行，不能只是核过：\n{EMPTY}\n",
    )
    assert before == (seeds / "C02.yaml").read_bytes()


def test_a_page_without_a_sidecar_gets_one_of_nothing_else(seeds: Path, said: Said) -> None:
    page = seeds / "2024-03-15/C01.txt"
    page.parent.mkdir()
    page.write_text(PHOTO, "utf-8")
    assert said.checked(seeds, "2024-03-15/C01.txt", "5")[0] == 0
    assert (page.parent / "C01.yaml").read_text("utf-8") == f"checked:\n  - {ROW}\n"


def test_a_page_of_which_only_doubts_were_looked_at_can_still_be_given_a_starter(
    tmp_path: Path, said: Said
) -> None:
    page = tmp_path / "2024-03-08/C01.txt"
    page.parent.mkdir()
    page.write_text(PHOTO, "utf-8")
    (tmp_path / "edition.yaml").write_text("paper: 大河日报\n", "utf-8")
    said.checked(tmp_path, "C01.txt")
    before = page.with_suffix(".yaml").read_text("utf-8")
    assert said("sidecar", page)[0] == 0
    written = page.with_suffix(".yaml").read_text("utf-8")
    assert written.endswith(f"\n\n{before}")
    assert "#   - headline: 1  # 渡口的船又开了" in written
    assert said("check", tmp_path) == (0, NONE.format(1))
    assert said("accept", page)[0] == 0
    assert written == page.with_suffix(".yaml").read_text("utf-8")
    assert said("sidecar", page)[0] == 2


OLD = """\
# 合订本第三册
date: 2024-03-08
checked:   # 看过的
    - 1 breaks-off 000000
# 版名照报眼
page_name: 要闻
"""
NEW = OLD.replace("000000\n", f"000000\n    - {ROW}\n")


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_every_other_byte_of_a_sidecar_stays(seeds: Path, said: Said, codec: str, end: str) -> None:
    beside = seeds / "C01.yaml"
    beside.write_bytes(OLD.replace("\n", end).encode(codec))
    assert said.checked(seeds, "C01.txt", "5")[0] == 0
    assert NEW.replace("\n", end).encode(codec) == beside.read_bytes()


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("date: 2024-03-08", f"date: 2024-03-08\nchecked:\n  - {ROW}\n"),
        ("date: 2024-03-08\nchecked:", f"date: 2024-03-08\nchecked:\n  - {ROW}\n"),
        ("checked:\n- 1 breaks-off 000000\n", f"checked:\n- 1 breaks-off 000000\n- {ROW}\n"),
        ("checked:\n  - 5 orphan-credit\n", f"checked:\n  - {ROW}\n"),
        (
            "checked:\n\n  # 看过\n  - undated 000000",
            f"checked:\n\n  # 看过\n  - undated 000000\n  - {ROW}\n",
        ),
    ],
)
def test_a_tick_finds_its_place(seeds: Path, said: Said, before: str, after: str) -> None:
    (seeds / "C01.yaml").write_text(before, "utf-8")
    assert said.checked(seeds, "C01.txt", "5")[0] == 0
    assert after == (seeds / "C01.yaml").read_text("utf-8")


@pytest.mark.parametrize("form", ["checked: [1 breaks-off 000000]\n", "checked:\n  1: breaks-off 000000\n"])
def test_a_form_that_no_row_fits_into_is_left_to_the_desk(seeds: Path, said: Said, form: str) -> None:
    (seeds / "C01.yaml").write_text(form, "utf-8")
    assert said.checked(seeds, "C01.txt", "5") == (
        2,
        f"C01.yaml: 程序看不懂怎样往 checked 里加，没有动它。请自己在 checked: 下面加上：\n  - {ROW}\n",
    )
    assert form == (seeds / "C01.yaml").read_text("utf-8")


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ("5 orfan-credit 4f1a2c", "“5 orfan-credit”记作核过，而版面第 5 行的疑点是 orphan-credit。{}"),
        ("3 orphan-credit 4f1a2c", "“3 orphan-credit”记作核过，而版面第 3 行没有疑点。{}"),
        ("undated 4f1a2c", "“undated”记作核过，而这一版整版没有疑点。{}"),
        (
            "5 orphan-credit",
            f"“5 orphan-credit”后面没有写指纹，字改了也无从知道，现不算核过。{AGAIN}",
        ),
    ],
)
def test_a_tick_that_is_of_no_doubt_does_nothing_and_is_told(
    seeds: Path, said: Said, row: str, told: str
) -> None:
    (seeds / "C01.yaml").write_text(f"date: 2024-03-08\nchecked:\n  - {row}\n", "utf-8")
    away = f"请运行 make unchecked PAGE=C01.txt LINE={row.removesuffix(' 4f1a2c').replace(' ', ':')} 去掉它"
    shown = said("check", seeds)[1].splitlines()
    assert f"[说明] C01.yaml:3: {told.format(away)}" == shown[2]
    assert "疑点待核 2 处：错误 0，注意 0，说明 2；已核 0 处" == shown[-1]


def test_a_tick_of_an_error_is_told(seeds: Path, said: Said) -> None:
    write(seeds / "C02.txt", "").with_suffix(".yaml").write_text("checked:\n  - empty-page 4f1a2c\n", "utf-8")
    away = "请运行 make unchecked PAGE=C02.txt LINE=empty-page 去掉它"
    told = f"“empty-page”记作核过，而那是错误。错误要改好，不能只是核过。{away}"
    assert f"[说明] C02.yaml:2: {told}" in said("check", seeds)[1].splitlines()


def test_doubts_of_one_advice_stand_together_and_a_page_s_at_the_end(seeds: Path, said: Said) -> None:
    write(seeds / "C02.txt", f"{PHOTO}\n新茶上市\n\n茶农说，今年的新茶比去年早了三天。\n")
    sight = "有摄影署名而没有图片说明："
    assert said("check", seeds)[1] == (
        f"[说明] 2 处。{ADVICE}：\n"
        f"C01.txt:5: {sight}“{CREDIT}”\n"
        "  make checked PAGE=C01.txt LINE=5\n"
        f"C02.txt:5: {sight}“{CREDIT}”\n"
        "  make checked PAGE=C02.txt LINE=5\n"
        "[注意] C02.txt:1: “渡口的船又开了”与同期“C01.txt”第 1 行的一篇正文相同。请查是否有一处归错了版\n"
        "  make checked PAGE=C02.txt LINE=1\n"
        f"{HOW}整版都看过的，可以一次记完：\n"
        "  make checked PAGE=C02.txt\n"
        "疑点待核 3 处：错误 0，注意 1，说明 2；已核 0 处\n"
    )


@pytest.mark.parametrize("line", ["5", "7", "5:orphan-credit", "orphan-credit"])
def test_what_was_ticked_is_taken_back(seeds: Path, said: Said, line: str) -> None:
    before = (seeds / "C01.yaml").read_bytes()
    said.checked(seeds, "C01.txt")
    (seeds / "C01.txt").write_text(f"\n\n{PHOTO}", "utf-8")
    assert said("unchecked", "--seeds", seeds, f"--line={line}", "--", "C01.txt") == (
        0,
        "C01.yaml: 收回了 1 处：\n  5 orphan-credit\n疑点还在的，make check 又会列出来\n",
    )
    assert before == (seeds / "C01.yaml").read_bytes()


def test_one_of_several_is_taken_back_and_the_sidecar_stays_as_it_was(seeds: Path, said: Said) -> None:
    (seeds / "C01.yaml").write_bytes(NEW.replace("\n", "\r\n").encode("gb18030"))
    said("unchecked", "--seeds", seeds, "--line=5", "--", "C01.txt")
    assert OLD.replace("\n", "\r\n").encode("gb18030") == (seeds / "C01.yaml").read_bytes()


def test_a_sidecar_of_ticks_alone_goes_with_the_last_of_them(seeds: Path, said: Said) -> None:
    page = seeds / "2024-03-15/C03.txt"
    page.parent.mkdir()
    page.write_text(PHOTO, "utf-8")
    said.checked(seeds, "C03.txt")
    assert page.with_suffix(".yaml").exists()
    assert said("unchecked", page)[0] == 0
    assert not page.with_suffix(".yaml").exists()


@pytest.mark.parametrize(
    ("line", "told"), [("3", "没有记着“3”核过"), ("", "没有写明收回哪一处"), ("15", "没有记着“15”核过")]
)
def test_what_was_not_ticked_is_not_taken_back(seeds: Path, said: Said, line: str, told: str) -> None:
    said.checked(seeds, "C01.txt")
    before = (seeds / "C01.yaml").read_bytes()
    assert said("unchecked", "--seeds", seeds, f"--line={line}", "--", "C01.txt") == (
        2,
        f"C01.txt: {told}，旁注没有动。记着的有：\n  5 orphan-credit\n",
    )
    assert before == (seeds / "C01.yaml").read_bytes()


def test_where_nothing_was_ticked_nothing_is_taken_back(seeds: Path, said: Said) -> None:
    assert said("unchecked", "--seeds", seeds, "--", "C01.txt") == (
        2,
        "C01.txt: 没有写明收回哪一处，旁注没有动。记着的有：\n  一处也没有\n",
    )


def test_what_only_the_pages_together_show_is_ticked_too(seeds: Path, said: Said) -> None:
    write(seeds / "C02.txt", PHOTO)
    said.checked(seeds, "C01.txt")
    assert said.checked(seeds, "C02.txt")[0] == 0
    assert "- same-page " in (seeds / "C02.yaml").read_text("utf-8")
    assert said("check", seeds) == (0, NONE.format(3))
