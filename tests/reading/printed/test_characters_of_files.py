"""Characters that a PDF or a converter puts for those of print are read as print, and told once."""

import re
import unicodedata

import pytest

from newspaper_archive.folder.text.lines import normalise
from newspaper_archive.lexicon.simplified import radicals
from newspaper_archive.model import Role, Severity
from newspaper_archive.reading.assemble import assemble_page

from .invented import PAGE, read, seen_as_printed, told

HAN = "[\u4e00-\u9fff]"
APART = re.compile(r"(?<=\S)(?=\S)")
AS_RADICALS = {ideograph: radical for radical, ideograph in reversed(radicals().items())}


def apart(text: str, blank: str = " ") -> str:
    """Each character of a text by itself; blanks of print become two."""
    return APART.sub(blank, text.replace(" ", "  "))


def test_radicals_are_read_as_the_ideographs_they_look_like() -> None:
    text = "".join(AS_RADICALS.get(character, character) for character in PAGE)
    assert text != PAGE
    assert seen_as_printed(PAGE) == seen_as_printed(text)


@pytest.mark.parametrize("pair", ["⾼高", "高⾼"])
def test_a_radical_beside_its_own_ideograph_is_one_character(pair: str) -> None:
    assert seen_as_printed(PAGE) == seen_as_printed(PAGE.replace("高", pair))


def test_two_radicals_are_two_characters() -> None:
    assert "人人推选" in read(PAGE.replace("船工民主", "⼈⼈")).articles[0].body


def test_radicals_are_told_once_with_examples_and_lines() -> None:
    (seen,) = told(PAGE.replace("民", "⺠").replace("门", "⻔"), "radicals")
    assert "有 5 个部首字，如 ⺠、⻔（第 10、15、17 行）" == seen


def test_a_radical_keeps_its_form_in_the_file() -> None:
    lines = normalise(PAGE.replace("民", "⺠"))
    spans = assemble_page("C02.txt", lines).spans
    assert "⺠" in "".join(
        lines[one.line - 1].raw[one.start : one.end] for one in spans if one.role is Role.BODY
    )


@pytest.mark.parametrize("number", ["(cid:1203)", "（cid：88）", "(CID:40121)"])
def test_the_number_of_a_glyph_is_one_unknown_character(number: str) -> None:
    reading = read(PAGE.replace("高青山", f"{number}青山").replace("夜班船又", f"夜{number}船又"))
    assert "渡口夜〓船又开了" == reading.articles[0].headline
    assert ["〓青山", "齐小龙"] == [one.name for one in reading.articles[0].byline]
    assert ("〓青山",) == reading.colophon[0].names
    (problem,) = [one for one in reading.problems if one.code == "unmapped"]
    assert Severity.WARNING is problem.severity
    assert f"有 3 个没有译出的字（第 8、10、20 行），如“渡口夜{number}船又开了”" == problem.seen


def test_a_letter_and_its_marks_are_one() -> None:
    text = PAGE.replace("西门书屋", "Café书屋").replace("一面大鼓", "가が")
    assert seen_as_printed(text) == seen_as_printed(unicodedata.normalize("NFD", text))
    assert ["有 4 个字母和它的符号是分开编码的（第 15、17 行）"] == told(
        unicodedata.normalize("NFD", text), "combining"
    )


def test_a_compatibility_ideograph_is_not_composed_into_another() -> None:
    assert "金" in read(PAGE.replace("一面大鼓", "金e\u0301")).articles[1].body


@pytest.mark.parametrize("often", [2, 3])
def test_a_line_printed_over_itself_is_read_once(often: int) -> None:
    text = PAGE
    for line in ("渡口夜班船又开了", "第C02版:要闻", "西门书屋办到田间"):
        text = text.replace(line, "".join(character * often for character in line))
    assert seen_as_printed(PAGE) == seen_as_printed(text)
    times = {2: "两", 3: "三"}[often]
    assert [f"有 3 行每个字都印了{times}遍（第 5、8、15 行）"] == told(text, "doubled")


@pytest.mark.parametrize(
    "headline",
    [
        "天天向上",
        "家家户户高高兴兴",
        "家家户户 高高兴兴",
        "红红火火过大年",
        "渡渡口口夜夜班班船又开了",
        "叮叮咚咚干干净净",
    ],
)
def test_words_said_twice_stay_as_printed(headline: str) -> None:
    text = PAGE.replace("渡口夜班船又开了", headline)
    assert headline == read(text).articles[0].headline
    assert [] == told(text, "doubled")


@pytest.mark.parametrize("blank", [" ", "\u00a0", "\u2009", "\u3000"], ids=ascii)
def test_blanks_between_all_characters_are_no_print(blank: str) -> None:
    text = "\n".join(apart(line, blank) for line in PAGE.split("\n"))
    assert seen_as_printed(PAGE) == seen_as_printed(text)
    (seen,) = told(text, "spaced")
    assert seen == ("有 10 行的字与字之间有空格（第 1、2、3、5、8、10、12、15 等 10 行）")


def test_headlines_set_apart_on_a_page_that_is_not_are_read_without() -> None:
    text = PAGE.replace("渡口夜班船又开了", apart("渡口夜班船又开了")).replace(
        "西门书屋办到田间", apart("西门书屋办到田间")
    )
    assert seen_as_printed(PAGE) == seen_as_printed(text)
    assert ["有 2 行的字与字之间有空格（第 8、15 行）"] == told(text, "spaced")


@pytest.mark.parametrize("step", [4, 7])
def test_blanks_anywhere_in_prose_are_no_print(step: int) -> None:
    lines = PAGE.split("\n")
    for number in (9, 11, 16):
        lines[number] = re.sub(rf"({HAN}{{{step}}})(?={HAN})", r"\1 ", lines[number])
    lines[14] = "西 门书屋 办到田 间"
    text = "\n".join(lines)
    assert text.count(" ") > PAGE.count(" ") + 6
    assert seen_as_printed(PAGE) == seen_as_printed(text)


@pytest.mark.parametrize(
    "line",
    [
        "2031年6月13日 星期五 农历辛亥年",
        "王 岚 李 明 张 伟 刘 歌",
        "要闻 看点 副刊 体育 文化 民生 时评",
        "图 / 记者 王 岚 通讯员 刘 歌",
        "讣 告",
        "王岚 李小满 张伟民 刘歌 陈一帆 赵立夫",
    ],
)
def test_blanks_that_are_print_stay(line: str) -> None:
    text = PAGE.replace("2031年6月13日 星期五", f"2031年6月13日 星期五\n{line}")
    assert [] == told(text, "spaced")


@pytest.mark.parametrize("line", ["要闻 看点 副刊 体育", "王岚 李小满 张伟民 刘歌", "渡口开船 书屋迎客"])
def test_whole_words_on_a_page_of_noisy_prose_stay_apart(line: str) -> None:
    page = PAGE
    for prose in (PAGE.split("\n")[9], PAGE.split("\n")[11]):
        page = page.replace(prose, re.sub(rf"({HAN}{{3}})(?={HAN})", r"\1 ", prose))
    page = page.replace("星期五", f"星期五\n{line}")
    lines = {one.number: one for one in normalise(page)}
    (seen,) = told(page, "spaced")
    assert 4 not in map(int, re.findall(r"\d+", seen.split("第")[1]))
    assert line == lines[4].raw


def test_names_in_many_bylines_do_not_make_a_page_noisy() -> None:
    byline = "本报讯（记者 王岚 李小满 张伟民 通讯员 买买提·艾山 齐小龙 韦玉见）走进齐家庄，听一听，看一看。"
    text = PAGE + f"\n\n{byline}\n" * 8
    assert [] == told(text, "spaced")


def test_names_in_a_byline_of_noisy_prose_stay_apart() -> None:
    lines = PAGE.split("\n")
    lines[9] = lines[9].replace("（记者 高青山 通讯员 齐小龙）", "（记者 高青 山 王岚 通讯员 齐小龙）")
    for number in (9, 11, 16):
        head, mark, rest = lines[number].partition("）")
        lines[number] = head + mark + re.sub(rf"({HAN}{{4}})(?={HAN})", r"\1 ", rest or head) * bool(rest)
    lines[11] = re.sub(rf"({HAN}{{3}})(?={HAN})", r"\1 ", PAGE.split("\n")[11])
    names = [(one.role, one.name) for one in read("\n".join(lines)).articles[0].byline]
    assert [("记者", "高青山"), ("记者", "王岚"), ("通讯员", "齐小龙")] == names


@pytest.mark.parametrize("dot", "·•‧・")
def test_any_middle_dot_is_part_of_a_name(dot: str) -> None:
    text = PAGE.replace("编辑 高青山", f"编辑 买买提{dot}艾山").replace(
        "通讯员 齐", f"买买提{dot}艾山 通讯员 齐"
    )
    assert (f"买买提{dot}艾山",) == read(text).colophon[0].names
    assert f"买买提{dot}艾山" in [one.name for one in read(text).articles[0].byline]


@pytest.mark.parametrize("blank", [" ", "\u3000", "\u00a0", "\u2009", "\u202f"], ids=ascii)
def test_blanks_beside_figures_of_dates_and_folios_count_for_nothing(blank: str) -> None:
    text = re.sub(
        r"(?<=[\d第])(?=[年月日版C])|(?<=[年月])(?=\d)", blank, PAGE.replace("一天六班", "两月 3 日")
    )
    text = text.replace("汀南6", f"汀南{blank}6").replace("日讯", f"日{blank}讯")
    assert seen_as_printed(PAGE.replace("一天六班", "两月 3 日")) == seen_as_printed(
        text.replace(f"3{blank}日{blank}", "3 日")
    )


def test_blanks_beside_figures_in_headlines_and_sentences_stay() -> None:
    text = PAGE.replace("渡口夜班船又开了", "渡口 6 月 开船").replace("一天六班", "到 2031 年 9 月 为止")
    assert "渡口 6 月 开船" == read(text).articles[0].headline
    assert "到 2031 年 9 月 为止" in read(text).articles[0].body
