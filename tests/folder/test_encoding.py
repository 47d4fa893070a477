"""Bytes to text: `B4F3 BAD3 B1A8 D1B6` is 大河报讯 in GB18030, and a picture named `.txt` is no page."""

import codecs
import time

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from newspaper_archive.folder.text.damage import LONG_LINE
from newspaper_archive.folder.text.encoding import CODECS, decode
from newspaper_archive.model import Severity

SIMPLIFIED = "本报大河讯（记者 宋一帆）3月8日，渡口镇的老船工把最后一班船划到对岸。\n新桥通车了。\n"
TRADITIONAL = "本報大河訊（記者 宋一帆）三月八日，渡口鎮的老船工把最後一班船劃到對岸。\n裏面的燈還亮着。\n"


def codes(data: bytes, declared: str | None = None) -> list[str]:
    return [problem.code for problem in decode(data, declared, "C01.txt").problems]


@pytest.mark.parametrize(
    ("text", "codec", "encoding"),
    [
        (SIMPLIFIED, "utf-8", "utf-8"),
        (SIMPLIFIED, "utf-8-sig", "utf-8"),
        (SIMPLIFIED, "utf-16", "utf-16-le"),
        (SIMPLIFIED, "utf-16-le", "utf-16-le"),
        (SIMPLIFIED, "utf-16-be", "utf-16-be"),
        (SIMPLIFIED, "utf-32", "utf-32-le"),
        (SIMPLIFIED, "gb18030", "gb18030"),
        (TRADITIONAL, "gb18030", "gb18030"),
        (TRADITIONAL, "big5hkscs", "big5"),
        (TRADITIONAL, "utf-8", "utf-8"),
        ("plain ascii\n", "ascii", "utf-8"),
        ("plain ascii in wide letters\n", "utf-16-le", "utf-16-le"),
    ],
)
def test_the_encoding_is_found(text: str, codec: str, encoding: str) -> None:
    decoded = decode(text.encode(codec))
    assert (decoded.text, decoded.encoding, decoded.problems) == (text, encoding, ())


@pytest.mark.parametrize("text", ["大河报讯", "要闻", "导读", "第一版", "渡口夜话开讲", "C02 看点"])
def test_a_few_characters_of_gb18030_are_enough(text: str) -> None:
    assert decode(text.encode("gb18030")).text == text


@pytest.mark.parametrize("text", ["大河日報", "本報訊", "渡口夜話開講", "要聞版"])
def test_a_few_characters_of_big5_are_enough(text: str) -> None:
    assert decode(text.encode("big5")).text == text


def test_the_mark_of_gb18030_is_no_print() -> None:
    assert decode(("\ufeff" + SIMPLIFIED).encode("gb18030")).text == SIMPLIFIED


def test_western_letters_are_left_to_charset_normalizer() -> None:
    text = "The café by the quay has reopened; its rosé and its cliché décor are as they were. " * 4
    assert decode(text.encode("cp1252")).text == text


def test_what_the_sidecar_declares_is_believed() -> None:
    data = "渡口".encode("gb18030")
    assert decode(data, "big5").encoding == "big5"
    assert decode(data, "gbk").text == "渡口"


def test_a_byte_order_mark_overrules_the_sidecar() -> None:
    assert decode(codecs.BOM_UTF8 + "渡口".encode(), "gb18030").text == "渡口"


@pytest.mark.parametrize("data", [b"", b"\n \r\n", codecs.BOM_UTF8, b"\xff\xfe", b"\x1a", "　\n".encode()])
def test_a_file_without_print_is_an_error(data: bytes) -> None:
    decoded = decode(data, file="C01.txt")
    assert decoded.text is None
    assert [(p.code, p.severity) for p in decoded.problems] == [("empty-page", Severity.ERROR)]


@pytest.mark.parametrize(
    "data",
    [
        b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR",
        b"\xff\xd8\xff\xe0\0\x10JFIF",
        b"%PDF-1.7\n",
        b"PK\x03\x04\x14\0",
        b"{\\rtf1\\ansi",
        bytes(range(256)) * 8,
        b"\0" * 4096,
        b"text\0\0\0\0" * 50,
    ],
)
def test_a_file_that_is_no_text_is_an_error(data: bytes) -> None:
    decoded = decode(data, file="C01.txt")
    assert decoded.text is None
    assert [(p.code, p.severity) for p in decoded.problems] == [("binary", Severity.ERROR)]


def test_a_lone_bad_byte_leaves_the_rest_of_the_page() -> None:
    data = SIMPLIFIED.encode()
    decoded = decode(data + b"\xb4\xff" + "末行".encode(), file="C01.txt")
    assert decoded.text == SIMPLIFIED + "\ufffd\ufffd末行"
    assert [(p.code, p.line, p.severity) for p in decoded.problems] == [("undecodable", 3, Severity.WARNING)]


def test_bad_bytes_of_gb18030_do_not_make_it_another_encoding() -> None:
    decoded = decode(SIMPLIFIED.encode("gb18030") + b"\xff\n" + "末行".encode("gb18030"))
    assert decoded.text == SIMPLIFIED + "\ufffd\n末行"
    assert "“" not in decoded.problems[0].seen


def test_the_desk_is_told_where_bad_bytes_stand() -> None:
    data = b"\n".join([b"\xff" + "渡口镇的老船工".encode()] * 12)
    assert (
        decode(data).problems[0].seen == "有 12 处字节不是 utf-8 的字（第 1、2、3、4、5、6、7、8 等 12 行）"
    )


def test_replacement_characters_that_are_in_the_file_are_no_bad_bytes() -> None:
    assert codes("渡口\ufffd镇".encode()) == []


def test_nul_bytes_are_named_and_the_text_kept() -> None:
    decoded = decode(SIMPLIFIED.encode() + "末\0行".encode(), file="C01.txt")
    assert decoded.text == SIMPLIFIED + "末\ufffd行"
    assert [(p.code, p.line) for p in decoded.problems] == [("nul", 3)]


def test_the_end_mark_of_old_dos_editors_is_no_print() -> None:
    assert decode(SIMPLIFIED.encode("gb18030") + b"\x1a").text == SIMPLIFIED


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_end_where_an_editor_ends_them(end: str) -> None:
    assert decode(f"一{end}二{end}{end}三".encode()).text == "一\n二\n\n三"


def test_a_line_end_that_was_turned_into_one_twice_ends_one_line() -> None:
    assert decode("一\r\r\n\r\r\n二\r\r\n".encode()).text == "一\n\n二\n"


@pytest.mark.parametrize("end", ["\u2028", "\u2029", "\x85", "\v"], ids=ascii)
def test_unicodes_other_line_ends_end_a_line_and_are_noted(end: str) -> None:
    decoded = decode(f"一\n二{end}三{end}{end}四\n".encode(), file="C01.txt")
    assert decoded.text == "一\n二\n三\n\n四\n"
    assert [(p.code, p.line) for p in decoded.problems] == [("line-separator", 2)]
    assert f"有 3 处换行不是普通换行，是 U+{ord(end):04X}（第 2、3、4 行末尾）" == decoded.problems[0].seen


def test_a_next_line_character_among_its_kind_is_a_broken_character() -> None:
    text = "开放".encode().decode("latin-1") + "\x85\n"
    assert decode(text.encode()).text == text


@pytest.mark.parametrize("stray", ["\x01", "\x08", "\x1f", "\x7f"], ids=ascii)
def test_a_stray_control_character_is_nothing(stray: str) -> None:
    decoded = decode(f"{SIMPLIFIED}民{stray}生长廊{stray}\n".encode(), file="C01.txt")
    assert decoded.text == f"{SIMPLIFIED}民生长廊\n"
    assert [(p.code, p.line, p.severity) for p in decoded.problems] == [("stray-control", 3, Severity.NOTE)]
    assert f"有 2 个多余的控制字符，如 U+{ord(stray):04X}（第 3 行）" == decoded.problems[0].seen


def test_a_substitute_stands_for_a_character_that_is_lost() -> None:
    assert decode(f"{SIMPLIFIED}民\x1a生长廊".encode()).text == f"{SIMPLIFIED}民\ufffd生长廊"


def test_gb18030_is_read_by_the_standard_of_2022() -> None:
    rows = [
        "A6D9 A6DA A6DB A6DC A6DD A6DE A6DF A6EC A6ED A6F3",
        "FE59 FE61 FE66 FE67 FE6D FE7E FE90 FEA0 A8BC FE51",
    ]
    text = decode(SIMPLIFIED.encode("gb18030") + bytes.fromhex("".join(rows)), "gb18030").text or ""
    assert text.removeprefix(SIMPLIFIED) == "︐︒︑︓︔︕︖︗︘︙龴龵龶龷龸龹龺龻ḿ𠂇"


def test_private_characters_of_utf_8_stay_what_they_are() -> None:
    assert decode("渡口\ue78d".encode()).text == "渡口\ue78d"


def test_a_line_of_twenty_megabytes_is_read_at_once_and_named() -> None:
    data = ("渡口镇的老船工把船划到对岸。" * 480_000).encode()
    assert len(data) > 20_000_000
    began = time.process_time()
    decoded = decode(data, file="C01.txt")
    assert time.process_time() - began < 20
    assert decoded.text is not None
    assert [(p.code, p.line) for p in decoded.problems] == [("long-line", 1)]


def test_a_long_paragraph_is_no_long_line() -> None:
    assert codes(("岸" * LONG_LINE).encode()) == []
    assert codes(("岸" * (LONG_LINE + 1)).encode()) == ["long-line"]


@given(st.binary(max_size=400), st.sampled_from([None, *CODECS]))
@example(b"+2AE-", None)
@example(b"\xff\xfe\x00\xd8", None)
def test_no_bytes_whatever_raise(data: bytes, declared: str | None) -> None:
    decoded = decode(data, declared, "C01.txt")
    assert decoded.text is not None or decoded.problems
    assert "\r" not in (decoded.text or "")
    assert "\0" not in (decoded.text or "")
    (decoded.text or "").encode("utf-8")


@given(st.text(alphabet=st.characters(codec="utf-8", exclude_categories=["Cc"]), min_size=1))
def test_faultless_utf8_is_kept_to_the_letter(text: str) -> None:
    decoded = decode(text.encode())
    expected = text.removeprefix("\ufeff").replace("\ufffe", "\ufffd").replace("\uffff", "\ufffd")
    assert decoded.text in (expected, None)
    assert (decoded.text is None) == (not expected.strip())
