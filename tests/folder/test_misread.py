"""What was read in the wrong set, or is still escaped, is named once, with a line as it would read."""

import json
import quopri
from pathlib import Path
from urllib.parse import quote

import pytest

from newspaper_archive.folder.text.encoding import decode
from newspaper_archive.folder.text.misread import misread
from newspaper_archive.model import Severity
from prints import asked

CASES = Path(__file__).parents[2].parent / "shared" / "cases" / "field" / "15-mojibake-unnamed"
PAGE = """今日清河
2031年3月10日 星期一

渡口的船又开了

本报渡口3月8日讯（记者 宋一帆）渡口镇的老船工昨天把船划到对岸，两岸的居民又能坐船赶集，不再绕远。

船是去年冬天重新上的漆，船头挂一盏灯，天黑以后灯亮着，隔河的人就知道还有一班船可以等。

编辑 高青山 校对 龙见飞
"""


def again(was: str, seen_as: str) -> str:
    return PAGE.encode(was, "replace").decode(seen_as, "replace")


MISREAD = {
    "UTF-8 的文字被当作 GBK": again("utf-8", "gbk"),
    "UTF-8 的文字被当作 GBK（GB18030）": again("utf-8", "gb18030"),
    "UTF-8 的文字被当作西文": again("utf-8", "latin-1"),
    "GBK（GB18030）的文字被当作西文": again("gbk", "latin-1"),
    "的文字被当作西文": again("gbk", "cp1252"),
    "GBK（GB18030）的文字被当作韩文": again("gbk", "cp949"),
    "UTF-8 的文字被当作日文": again("utf-8", "cp932"),
    "GBK（GB18030）的文字被当作俄文": again("gbk", "cp1251"),
    "\\u 转义": PAGE.encode("ascii", "backslashreplace").decode("ascii"),
    "u 转义": json.dumps(PAGE.split("\n"), indent=0),
    "% 转义": quote(PAGE, safe="\n "),
    "= 转义": quopri.encodestring(PAGE.encode()).decode("ascii"),
    "HZ 编码": PAGE.encode("hz", "replace").decode("ascii"),
    "UTF-7 编码": PAGE.encode("utf-7").decode("ascii"),
}


@pytest.mark.parametrize(("what", "text"), MISREAD.items(), ids=MISREAD.keys())
def test_a_page_that_was_misread_is_an_error_that_says_what_happened(what, text):
    problem = misread(text, "C01.txt")
    assert problem is not None
    assert Severity.ERROR is problem.severity
    assert what in problem.seen
    assert any(line[:2] in problem.seen for line in PAGE.split("\n") if line)


@pytest.mark.parametrize(
    "text", [again("gbk", "utf-8").encode().decode("gbk", "replace"), again("ascii", "ascii")]
)
def test_what_is_lost_is_an_error_that_says_so(text):
    problem = misread(text, "C01.txt")
    assert problem is not None
    assert "字已经丢失" in problem.seen


def test_some_lines_that_were_misread_are_a_warning_that_names_them():
    lines = PAGE.split("\n")
    lines[7] = lines[7].encode().decode("gb18030", "replace")
    problem = misread("\n".join(lines), "C01.txt")
    assert problem is not None
    assert (Severity.WARNING, 8) == (problem.severity, problem.line)


def test_one_doubt_is_told_of_a_page_that_was_misread():
    decoded = decode(again("gbk", "latin-1").encode("utf-8"), file="C01.txt")
    assert ["mojibake"] == [one.code for one in decoded.problems]


PRINT = {
    "Chinese": PAGE,
    "traditional": "渡口鎮的老船工昨天把船划到對岸，兩岸的居民又能坐船趕集，不再繞遠。\n" * 4,
    "of rare characters": "饕餮纹彝器出土于邙山，簋簠俎豆罍卣觚斝，鬲甗甑釜，琮璧圭璋，皆藏于囹圄之侧。\n"
    * 4,
    "English": "The ferry runs again, from bank to bank; \\n is a line end. Nobody walks round any more.\n"
    * 4,
    "French": "L'été dernier, à côté de la forêt, l'élève préféré a mangé du pâté où ça plaît.\n" * 4,
    "of a code snippet": PAGE + '程序里写 print("\\u4e2d\\u6587") 就是中文，网页里写 %E4%B8%AD 也是。\n',
    "of an address": PAGE
    + "详见 https://example.org/"
    + quote("渡口的船又开了两岸的居民又能坐船赶集")
    + "\n",
    "of sums": PAGE + "得数是 1+2345=2346，a=3D，电话 +8654321234。\n",
    "of questions": PAGE + "真的吗？？？真的！！！\n",
}


@pytest.mark.parametrize("text", PRINT.values(), ids=PRINT.keys())
def test_print_is_no_misreading(text):
    assert misread(text, "C01.txt") is None


@pytest.mark.parametrize("other", ["gb18030", "big5"])
@pytest.mark.parametrize("end", ["\n", "\r\n"], ids=ascii)
def test_a_file_of_two_sets_is_read_line_by_line(other, end):
    traditional = "渡口鎮的老船工昨天把船划到對岸，兩岸的居民又能坐船趕集，不再繞遠。\n食堂開到村口\n"
    data = (PAGE.replace("\n", end)).encode() + traditional.replace("\n", end).encode(other)
    decoded = decode(data, file="C01.txt")
    assert PAGE + traditional == decoded.text
    (problem,) = decoded.problems
    assert ("mixed-encodings", 11) == (problem.code, problem.line)


def test_damaged_bytes_of_one_set_are_not_two_sets():
    data = bytearray(PAGE.encode())
    del data[70], data[200]
    assert ["undecodable"] == [one.code for one in decode(bytes(data), file="C01.txt").problems]
    data = bytearray(PAGE.encode("gb18030"))
    del data[71]
    assert "mixed-encodings" not in [one.code for one in decode(bytes(data), file="C01.txt").problems]


@pytest.mark.skipif(not CASES.is_dir(), reason="no shared cases beside the repository")
@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("gbk-read-as-latin1.txt", "GBK（GB18030）的文字被当作西文"),
        ("utf8-read-as-gbk.txt", "UTF-8 的文字被当作 GBK"),
        ("half-and-half.txt", "拼着两种编码"),
    ],
)
def test_the_pages_of_the_desks_are_told_once(name, said):
    (problem,) = decode((CASES / name).read_bytes(), file=name).problems
    assert said in problem.seen


def test_nothing_else_is_asked_of_a_page_that_is_no_chinese():
    assert "mojibake" not in asked(PAGE)
