"""A sidecar is held against its page: other lines, another page, other words than it says are errors."""

import hashlib
import re

import pytest

from newspaper_archive.errors import ArchiveError
from newspaper_archive.folder.sidecar.accept import Accepted, accept
from newspaper_archive.folder.sidecar.against_print import check_sidecar, print_lines
from newspaper_archive.folder.sidecar.fingerprint import carried, fingerprints
from newspaper_archive.folder.sidecar.sidecar_file import sidecar_of
from newspaper_archive.folder.text.transcript import Transcript
from newspaper_archive.model import Source

PAGE = "渡口的船又开了\n\n老船工把船划到对岸。\n两岸居民又能坐船赶集。\n\n扫码看数字报\n"

ACCEPT = "请核对后运行 make accept PAGE=河/C01.txt：能确定的行号自动改好，拿不准的会问你"


def transcript(text: str = PAGE) -> Transcript:
    data = text.encode()
    return Transcript(Source("河/C01.txt", hashlib.sha256(data).hexdigest(), len(data), "utf-8"), text)


def stamped(text: str, page: str = PAGE) -> str:
    """The sidecar as `accept` leaves it, beside this state of the page."""
    return accept(sidecar_of(text, "河/C01.yaml"), text, transcript(page)).text


def check(text: str, page: str = PAGE) -> None:
    check_sidecar(sidecar_of(text, "河/C01.yaml"), transcript(page))


def message(text: str, page: str = PAGE) -> str:
    with pytest.raises(ArchiveError) as caught:
        check(text, page)
    return str(caught.value)


def correction(line: int, printed: str) -> str:
    return f"corrections:\n  - {{line: {line}, from: {printed}, to: 改}}\n"


def test_a_sidecar_without_line_numbers_needs_no_checksum() -> None:
    check("paper: 大河日报\n")


def test_line_numbers_without_a_checksum_are_an_error_that_says_how_to_add_it() -> None:
    assert message("date: 2031-03-05\nlines:\n  1: headline\n") == (
        "河/C01.yaml:3: 写了行号而没有写 sha256，版面文件改动后无从知道。"
        "请运行 make accept PAGE=河/C01.txt 补上"
    )


def test_a_sidecar_of_the_page_as_it_is_passes() -> None:
    check(stamped("lines:\n  1: headline\n  6: furniture\n" + correction(3, "划到")))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("lines:\n  7: body\n", "河/C01.yaml:2: 看到“7”；可用的是：1 到 6，版面文件共 6 行"),
        ("lines:\n  3-9: body\n", "河/C01.yaml:2: 看到“3-9”；可用的是：1 到 6，版面文件共 6 行"),
        ("split: [2]\n", "河/C01.yaml:1: 看到“2”；可用的是：有字的行；版面文件第 2 行是空行"),
        (
            "articles:\n  - {kicker: 1, headline: 1}\n",
            "河/C01.yaml:2: 看到“1”；可用的是：kicker 和 headline 各一行，或中间有空格的同一行",
        ),
    ],
)
def test_numbers_and_words_that_are_not_on_the_page_are_errors(text: str, expected: str) -> None:
    assert expected in message(stamped(text))


@pytest.mark.parametrize(
    ("line", "printed", "expected"),
    [
        (
            4,
            "划到",
            (
                "版面文件第 4 行没有“划到”，那一行是“两岸居民又能坐船赶集。”；"
                "只有第 3 行有：“老船工把船划到对岸。”。请写 line: 3"
            ),
        ),
        (
            2,
            "划到",
            (
                "版面文件第 2 行没有“划到”，那一行没有字（共 6 行）；"
                "只有第 3 行有：“老船工把船划到对岸。”。请写 line: 3"
            ),
        ),
        (
            9,
            "扫码",
            "版面文件第 9 行没有“扫码”，那一行没有字（共 6 行）；只有第 6 行有：“扫码看数字报”。请写 line: 6",
        ),
        (
            6,
            "船",
            (
                "版面文件第 6 行没有“船”，那一行是“扫码看数字报”；有这几个字的是第 1、3、4 行。"
                "请看是哪一行，改好 line"
            ),
        ),
        (
            3,
            "船",
            (
                "版面文件第 3 行有 2 处“船”，不知改哪一处。"
                "请带上前后几个字，写 from: 船工 或 from: 船划，to 里也照样带上"
            ),
        ),
        (
            6,
            "看改报",
            (
                "版面文件第 6 行没有“看改报”，那一行是“扫码看数字报”；整版都没有这几个字。"
                "请照原文写 from，并核对 line"
            ),
        ),
        (
            4,
            "船赶集．",
            (
                "版面文件第 4 行没有“船赶集．”，那一行是“两岸居民又能坐船赶集。”；整版都没有这几个字。"
                "请照原文写 from，并核对 line"
            ),
        ),
    ],
)
def test_words_that_are_not_where_a_correction_has_them_are_told_with_what_to_write(
    line: int, printed: str, expected: str
) -> None:
    assert f"河/C01.yaml:2: {expected}" == message(correction(line, printed))


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        (
            PAGE.replace("船划到", "船,划到"),
            '版面文件第 3 行没有“，划”，那一行是“老船工把船,划到对岸。”。请照原文写 from: ",划"',
        ),
        (
            PAGE.replace("把船划", "把船改"),
            (
                "版面文件第 3 行没有“，划”，那一行是“老船工把船改到对岸。”，已有“改”。"
                "如果版面文件里已经改好，请删去这处更正"
            ),
        ),
        (
            PAGE.replace("划到", "，划到，划到"),
            (
                "版面文件第 3 行有 2 处“，划”，不知改哪一处。"
                '请带上前后几个字，写 from: "船，划到" 或 from: "到，划到"，to 里也照样带上'
            ),
        ),
    ],
)
def test_a_correction_that_nearly_fits_says_what_it_wants(now: str, expected: str) -> None:
    assert f"河/C01.yaml:2: {expected}" == message(correction(3, "，划"), now)


def test_a_page_long_away_is_not_searched_for_what_stands_on_it_twice() -> None:
    page = PAGE.replace("扫码", "\n" * 40 + "划到\n扫码")
    assert "版面文件第 1 行没有“划到”，那一行是“渡口的船又开了”；附近只有第 3 行有" in message(
        correction(1, "划到"), page
    )
    far = "渡口\n" + "\n" * 30 + "划到\n划到\n"
    assert "；有这几个字的是第 32、33 行。请看是哪一行，改好 line" in message(correction(1, "划到"), far)


def test_a_correction_and_the_facts_of_a_page_need_no_checksum_and_outlive_a_change() -> None:
    text = "paper: 大河日报\ncorrections:\n  - {line: 3, from: 划到, to: 摇到}\n"
    check(text)
    check(stamped(text), PAGE.replace("渡口的船", "渡口的新船"))
    assert "写了行号而没有写 sha256" in message(text + "split: [4]\n")
    assert "在写这份旁注之后改过" in message(stamped(text + "split: [4]\n"), PAGE + "完\n")


def test_a_corrected_line_that_moved_is_not_sought_where_the_same_words_stand_now() -> None:
    page = "老船工把船划到对岸。\n两岸\n"
    now = "新船工把船划到对岸。\n" + page
    assert message(stamped("corrections:\n  - {line: 1, from: 划到, to: 摇到}\n", page), now) == (
        "河/C01.yaml:2: 版面文件改过，原第 1 行现为第 2 行。请写 line: 2，或运行 make accept PAGE=河/C01.txt"
    )


def test_a_changed_page_is_an_error_that_shows_what_changed() -> None:
    now = (
        PAGE.replace("坐船", "乘船")
        .replace("老船工把船划到对岸。", "麦子熟了。")
        .replace("扫码", "晴，微风\n扫码")
    )
    assert message(stamped("lines:\n  1: headline\n"), now).splitlines() == [
        "河/C01.yaml: 版面文件“C01.txt”在写这份旁注之后改过，行号可能已对不上。",
        "  + 第 3 行：“麦子熟了。”",
        "  - 原第 3 行不见了",
        "  ~ 原第 4 行改了几个字，现为第 4 行：“两岸居民又能乘船赶集。”",
        "  + 第 6 行：“晴，微风”",
        "  = 原第 6 行现为第 7 行，以下类推",
        ACCEPT,
    ]


def test_a_page_whose_blanks_alone_changed_says_so() -> None:
    assert "文字没有变" in message(stamped("split: [1]\n"), PAGE.replace("渡口", " 渡口"))


def test_a_sidecar_without_fingerprints_cannot_say_what_changed() -> None:
    assert "看不出改了哪里" in message(f"split: [1]\nsha256: {'0' * 64}\n")


def test_numbers_are_carried_over_where_lines_moved() -> None:
    before = "# 我的话\nlines:\n  1: headline   # 主题\n  '3-4': body\narticles: []\nsplit: [4]\n"
    now = "大河日报\n\n" + PAGE
    found = accepted(stamped(before), now)
    assert "# 我的话\nlines:\n  3: headline   # 主题\n  5-6: body\narticles: []\nsplit: [6]\n" in found.text
    check(found.text, now)
    assert [(str(one.stretch), one.now, one.changed) for one in found.moved] == [
        ("1", "3", None),
        ("3-4", "5-6", None),
        ("4", "6", None),
    ]


def test_numbers_typed_with_slips_are_carried_over_where_they_stand() -> None:
    before = "各行：\n\t１：主题　# 主题\n\t3－4：正文\n并段：\n  -［3，4］\n"
    now = "大河日报\n\n" + PAGE
    found = accepted(stamped(before), now)
    assert found.text is not None
    assert "各行：\n\t3：主题　# 主题\n\t5-6：正文\n并段：\n  -［5，6］\n" in found.text
    check(found.text, now)


def accepted(text: str, page: str) -> Accepted:
    return accept(sidecar_of(text, "河/C01.yaml"), text, transcript(page))


@pytest.mark.parametrize(
    ("now", "orders", "uncertain"),
    [
        (PAGE.replace("赶集", "过河"), "lines:\n  1: headline\n  3-4: body\nsplit: [4]\n", []),
        (
            PAGE.replace("两岸", "晴\n两岸"),
            "lines:\n  1: headline\n  3-5？: body\nsplit: [5]\n",
            [("3-4", (3, 5), (1, 7))],
        ),
        (
            PAGE.replace("两岸居民又能坐船赶集。\n", ""),
            "lines:\n  1: headline\n  3？: body\nsplit: [4？]\n",
            [("3-4", (3, 3), (1, 5)), ("4", None, (3, 5))],
        ),
        (
            PAGE.replace("两岸居民又能坐船赶集。", "麦子熟了。"),
            "lines:\n  1: headline\n  3-4？: body\nsplit: [4？]\n",
            [("3-4", (3, 4), (1, 6)), ("4", (4, 4), (3, 6))],
        ),
        (
            PAGE.replace("两岸居民又能坐船赶集。", "麦子熟了。\n下雨了。"),
            "lines:\n  1: headline\n  3？: body\nsplit: [4？]\n",
            [("3-4", (3, 3), (1, 7)), ("4", None, (3, 7))],
        ),
        (
            "新的一版\n没有一句\n是从前的\n",
            "lines:\n  1？: headline\n  3-4？: body\nsplit: [4？]\n",
            [("1", None, (None, None)), ("3-4", None, (None, None)), ("4", None, (None, None))],
        ),
    ],
)
def test_a_number_that_is_not_certain_bears_a_question_mark(
    now: str, orders: str, uncertain: list[object]
) -> None:
    found = accepted(stamped("lines:\n  1: headline\n  3-4: body\nsplit: [4]\n"), now)
    assert found.text.startswith(orders + "sha256: ")
    assert [(str(one.stretch), one.likely, one.around) for one in found.unsure] == uncertain


@pytest.mark.parametrize(
    ("now", "doubtful"),
    [
        (PAGE.replace("两岸", "晴\n两岸"), 4),
        (PAGE.replace("老船工把船划到对岸。", "麦子熟了。"), 3),
        (PAGE.replace("老船工把船划到对岸。\n", ""), None),
    ],
)
def test_of_several_lines_the_one_is_named_that_leaves_a_doubt(now: str, doubtful: int | None) -> None:
    (one,) = accepted(stamped("lines:\n  1-4: body\n"), now).unsure
    assert one.doubtful == doubtful


@pytest.mark.parametrize(
    ("number", "text"),
    [
        ("4？", "split: [4？]\n"),
        ("3-5?", "lines:\n  3-5?: body\n"),
        ("1？", "articles:\n  - {headline: 3, column: 1？}\n"),
        ("4？", "split: ［4？，7］\n"),
        ("4？、7", "分段：4？、7\n"),
        ("3－5？", "各行：\n\t3－5？：正文\n"),
    ],
)
def test_a_number_with_a_question_mark_waits_for_the_desk(number: str, text: str) -> None:
    with pytest.raises(ArchiveError) as caught:
        sidecar_of(text, "河/C01.yaml")
    assert str(caught.value).partition(": ")[2] == (
        f"“{number}”还没有核对，问号是 make accept 拿不准时加的。"
        "请对照版面文件的这一行：对就去掉问号，不对就改成对的行号，没有这一行了就删去这一处"
    )


def test_a_sidecar_of_fingerprints_without_sketches_is_carried_over_where_lines_are_the_same() -> None:
    text = stamped("lines:\n  1: headline\nsplit: [4]\n")
    older = re.sub(r"\b([0-9a-f]{6})[\w-]{10}(?=\s)", r"\1", text)
    assert len(older) == len(text) - 4 * 10
    found = accepted(older, "报头\n" + PAGE)
    assert ([(str(one.stretch), one.now) for one in found.moved], found.unsure) == (
        [("1", "2"), ("4", "5")],
        (),
    )
    asked = accepted(older, PAGE.replace("赶集", "过河"))
    assert [(str(one.stretch), one.likely) for one in asked.unsure] == [("4", (4, 4))]


def test_a_corrected_line_that_is_not_certain_is_asked_for_where_its_words_are() -> None:
    text = stamped("corrections:\n  - {line: 4, from: 坐船, to: 乘船}\n")
    found = accepted(
        text, "报头\n\n" + PAGE.replace("两岸居民又能坐船赶集。", "从今天起，大家坐船。\n晴。\n")
    )
    assert [(str(one.stretch), one.likely) for one in found.unsure] == [("4", (6, 6))]
    assert "line: 6？" in found.text


def test_accepting_twice_changes_nothing() -> None:
    once = stamped("lines:\n  3-4: body\n")
    assert accepted(once, PAGE) == Accepted(once)


def test_keys_that_follow_the_fingerprints_stay() -> None:
    text = stamped("lines:\n  1: headline\n") + "\nsplit: [4]\n"
    found = accepted(text, "报头\n" + PAGE).text
    assert found.endswith("\nsplit: [5]\n")
    check(found, "报头\n" + PAGE)


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("甲 乙 丙", "甲 乙 丙", {1: 1, 2: 2, 3: 3}),
        ("甲 乙 丙", "乙 丙 甲", {2: 1, 3: 2}),
        ("甲 同 同 乙", "甲 同 同 乙", {1: 1, 2: 2, 3: 3, 4: 4}),
        ("甲 同 同 乙", "甲 同 乙", {1: 1, 4: 3}),
        ("同 同", "同 同", {}),
        ("甲", "", {}),
    ],
)
def test_a_line_is_known_again_where_only_one_can_be_meant(old: str, new: str, expected: object) -> None:
    assert expected == carried(fingerprints(old.split()), fingerprints(new.split()))


def test_lines_are_counted_as_editors_do() -> None:
    assert print_lines("甲\n\n乙\n") == ("甲", "", "乙")
    assert print_lines("甲") == ("甲",)
    assert print_lines("") == ()
