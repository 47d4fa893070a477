"""What a sidecar orders is what the page becomes; what it does not mention is read as before.

The page of these tests has its second headline beneath its body, and a slip of the scanner.
"""

import hashlib
import random
import re
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from depth import examples
from laws import broken_spans, unproven_records
from newspaper_archive.desk.console import main
from newspaper_archive.desk.page_json import page_json
from newspaper_archive.desk.sidecar_draft import starter
from newspaper_archive.folder import key_names
from newspaper_archive.folder.sidecar.orders import KINDS, PARTS, ROLES
from newspaper_archive.folder.sidecar.sidecar_file import sidecar_of
from newspaper_archive.folder.walk import find_page, find_pages
from newspaper_archive.make.read_pages import read_archive, read_page
from newspaper_archive.model import FactSource, Kind, Page, PageFile, Reading, Sidecar
from newspaper_archive.problems.lost import lost_text
from newspaper_archive.settings import Settings
from site_in_memory import site

SEEDS = Path(__file__).resolve().parents[2] / "seeds"
PAGE = """\
桥头镇给老桥做体检
本报临澜3月5日讯(记者 汤小满) 3月4日,桥头镇请来工程师给老桥做体检。
工程师敲了八十一块石板,记下四处空响。
镇里说,麦收以前修好。

晒秋场上话丰年
村口的晒场上铺满了玉米。
老人们坐在场边剥豆子,
说今年的豆子比去年圆。
记者 庾一苇

渡口加了夜班船
本报讯(记者 庾一苇) 渡工己经排好了班。
扫码看数字报
"""


@pytest.fixture
def page(tmp_path: Path) -> PageFile:
    (tmp_path / "C01.txt").write_text(PAGE, "utf-8")
    return found(tmp_path / "C01.txt")


def found(location: Path) -> PageFile:
    return find_page(location, Settings(seeds=location).edition).pages[0]


def told(page: PageFile, text: str) -> Page:
    """The page, read with this sidecar, which is taken to be of the page as it is."""
    said = sidecar_of(text, "C01.yaml")
    checksum = hashlib.sha256(page.location.read_bytes()).hexdigest()
    return read_page(replace(page, sidecar=replace(said, sha256=checksum)))


def headlines(reading: Reading) -> list[str]:
    return [article.headline for article in reading.articles]


def test_a_line_is_what_the_sidecar_says_it_is(page: PageFile) -> None:
    reading = told(page, "lines:\n  6: furniture\n  14: body\n").reading
    assert [line.number for line in reading.furniture] == [6]
    assert reading.articles[-1].body.endswith("扫码看数字报")
    assert "旁注指定" in [one.because for one in reading.decisions if one.lines == (6,)]


def test_kicker_headline_and_subhead_are_ranked_as_ordered(page: PageFile) -> None:
    text = "lines:\n  1: headline\n  6: kicker\n  7: headline\n  8: subhead\n"
    reading = told(page, text).reading
    second = reading.articles[1]
    assert (second.kicker, second.headline, second.subhead) == (
        "晒秋场上话丰年",
        "村口的晒场上铺满了玉米。",
        "老人们坐在场边剥豆子,",
    )


def test_an_article_is_put_together_in_the_order_of_its_lines(page: PageFile) -> None:
    text = "articles:\n  - {headline: 12, kicker: 6, body: [9, 7-8], tail: 10, kind: interview}\n"
    reading = told(page, text).reading
    (article,) = [one for one in reading.articles if one.kind is Kind.INTERVIEW]
    assert (article.kicker, article.headline) == ("晒秋场上话丰年", "渡口加了夜班船")
    assert [p.text for p in article.paragraphs] == [
        "说今年的豆子比去年圆。",
        "村口的晒场上铺满了玉米。",
        "老人们坐在场边剥豆子,",
    ]
    assert [(one.role, one.name) for one in article.byline] == [("记者", "庾一苇")]
    assert article.lines == (6, 7, 8, 9, 10, 12)


def test_what_no_article_claims_is_read_as_before(page: PageFile) -> None:
    reading = told(page, "articles:\n  - {headline: 6, body: 7-9, byline: 10}\n").reading
    assert headlines(reading) == ["桥头镇给老桥做体检", "晒秋场上话丰年", "渡口加了夜班船"]
    assert [one.lines for one in reading.articles] == [(1, 2, 3, 4), (6, 7, 8, 9, 10), (12, 13)]


def test_a_column_may_be_a_word_of_the_desk_or_a_line(page: PageFile) -> None:
    text = "articles:\n  - {headline: 12, column: 水上}\n  - {headline: 1, body: 2, column: 6}\n"
    reading = told(page, text).reading
    assert {one.headline: one.column for one in reading.articles if one.column} == {
        "渡口加了夜班船": "水上",
        "桥头镇给老桥做体检": "晒秋场上话丰年",
    }


def test_a_column_of_two_lines_keeps_both(page: PageFile) -> None:
    reading = told(page, "articles:\n  - {headline: 1, body: 2, column: [6, 12]}\n").reading
    assert reading.articles[0].column == "晒秋场上话丰年 渡口加了夜班船"


def test_a_kicker_and_headline_on_one_line_are_parted_at_their_blank(page: PageFile) -> None:
    page.location.write_text("水乡三月 渡口加了夜班船\n渡工排好了班。\n", "utf-8")
    (parted,) = told(page, "articles:\n  - {kicker: 1, headline: 1, body: 2}\n").reading.articles
    (whole,) = told(page, "articles:\n  - {headline: 1, body: 2}\n").reading.articles
    assert (parted.kicker, parted.headline) == ("水乡三月", "渡口加了夜班船")
    assert (whole.kicker, whole.headline) == ("", "水乡三月 渡口加了夜班船")


def test_lines_are_joined_and_split(page: PageFile) -> None:
    text = "articles:\n  - {headline: 6, body: 7-9}\njoin:\n  - [8, 9]\n"
    (joined,) = [one for one in told(page, text).reading.articles if one.headline == "晒秋场上话丰年"]
    assert [p.text for p in joined.paragraphs] == [
        "村口的晒场上铺满了玉米。",
        "老人们坐在场边剥豆子,说今年的豆子比去年圆。",
    ]
    text = text.replace("join:\n  - [8, 9]", "split: [8, 9]")
    (split,) = [one for one in told(page, text).reading.articles if one.headline == "晒秋场上话丰年"]
    assert len(split.paragraphs) == 3


def test_a_paragraph_of_a_narrow_column_is_split_at_its_line(tmp_path: Path) -> None:
    column = [
        "今年的麦子比去年早熟了三天，",
        "镇里的收割机昨天全部检修完",
        "毕，机手们连夜把车开到了地",
        "头，等着天亮开镰收第一垄的",
    ]
    location = tmp_path / "C01.txt"
    location.write_text("\n".join([*column, *column, "麦子。"]) + "\n", "utf-8")
    page = found(location)
    whole, split = told(page, "").reading, told(page, "split: [5]\n").reading
    assert [len(one.paragraphs) for one in (whole.articles[0], split.articles[0])] == [1, 2]


def test_a_teaser_is_what_the_sidecar_says(page: PageFile) -> None:
    reading = told(page, "lines:\n  12-13: teaser\n").reading
    assert [(t.headline, t.lines) for t in reading.teasers] == [
        ("渡口加了夜班船 本报讯(记者 庾一苇) 渡工己经排好了班。", (12, 13))
    ]


def test_a_caption_and_a_credit_belong_to_the_article_that_claims_them(page: PageFile) -> None:
    page.location.write_text("河灯亮了\n昨夜,镇里放河灯。\n图为孩子们放灯。\n记者 庾一苇 摄\n", "utf-8")
    text = "articles:\n  - {headline: 1, body: 2, caption: [3, 4], kind: photo}\n"
    reading = told(page, text).reading
    assert [(c.text, c.photographers, c.article) for c in reading.captions] == [
        ("图为孩子们放灯。", ("庾一苇",), 0)
    ]


CORRECTED = """\
corrections:
  - {line: 13, from: 己经, to: 已经, by: 庾一苇, on: 2031-03-06, why: 扫描错字}
  - {line: 12, from: 夜班船, to: 夜航船, by: 庾一苇, on: 2031-03-06, why: 与实不符}
"""


def test_a_correction_is_shown_and_the_print_stays(page: PageFile) -> None:
    reading = told(page, CORRECTED).reading
    article = reading.articles[-1]
    assert (article.headline, article.body) == ("渡口加了夜航船", "渡工已经排好了班。")
    assert article.printed is not None
    assert (article.printed.headline, article.printed.body) == ("渡口加了夜班船", "渡工己经排好了班。")
    assert [one.line for one in article.corrections] == [13, 12]
    assert reading.articles[0].printed is None
    assert reading.spans == told(page, "").reading.spans


def test_a_correction_stands_beside_the_printed_body_in_json(page: PageFile) -> None:
    parsed = page_json(told(page, CORRECTED))["articles"]
    assert (parsed[-1]["body"], parsed[-1]["body_corrected"]) == ("渡工己经排好了班。", "渡工已经排好了班。")
    assert parsed[-1]["headline_corrected"] == "渡口加了夜航船"
    assert parsed[-1]["corrections"][0] == {
        "line": 13,
        "from": "己经",
        "to": "已经",
        "by": "庾一苇",
        "on": "2031-03-06",
        "why": "扫描错字",
    }
    assert not [key for key in parsed[0] if key.endswith("_corrected") or key == "corrections"]


def test_a_correction_that_says_no_more_than_what_is_mended_needs_no_checksum(page: PageFile) -> None:
    said = sidecar_of("corrections:\n  - {line: 13, from: 己经, to: 已经}\n", "C01.yaml")
    article = read_page(replace(page, sidecar=said)).reading.articles[-1]
    assert article.body == "渡工已经排好了班。"
    assert page_json(read_page(replace(page, sidecar=said)))["articles"][-1]["corrections"] == [
        {"line": 13, "from": "己经", "to": "已经"}
    ]


@pytest.mark.parametrize(
    ("printed", "corrected", "body"),
    [
        ("一苇) 渡工己", "一苇) 渡工已", "渡工已经排好了班。"),
        ("一苇) 渡工", "一苇) 老渡工", "老渡工己经排好了班。"),
        ("一苇) 渡工己经", "一苇) 己经", "己经排好了班。"),
        ("渡工", "渡工们", "渡工们己经排好了班。"),
        ("渡工", "老渡工", "老渡工己经排好了班。"),
        ("班。", "班。。", "渡工己经排好了班。。"),
    ],
)
def test_a_correction_changes_only_what_differs(
    page: PageFile, printed: str, corrected: str, body: str
) -> None:
    """The words around it, which say where it is, stay in the dateline that they are printed in."""
    said = sidecar_of(f'corrections:\n  - {{line: 13, from: "{printed}", to: "{corrected}"}}\n', "C01.yaml")
    article = read_page(replace(page, sidecar=said)).reading.articles[-1]
    assert body == article.body
    assert "本报讯(记者 庾一苇)" == (article.dateline.raw if article.dateline else "")


def test_a_correction_reaches_bylines_and_captions(page: PageFile) -> None:
    text = """corrections:
  - {line: 2, from: 汤小满, to: 汤小蛮, by: 甲, on: 2031-03-06, why: 人名}
  - {line: 3, from: "八十一块石板,", to: "", by: 甲, on: 2031-03-06, why: 衍文}
"""
    first = told(page, text).reading.articles[0]
    assert first.byline[0].name == "汤小蛮"
    assert "工程师敲了记下四处空响。" in first.body
    page.location.write_text("河灯亮了\n\n▲孩子门放灯。\n", "utf-8")
    text = "corrections:\n  - {line: 3, from: 孩子门, to: 孩子们, by: 甲, on: 2031-03-06, why: 错字}\n"
    (caption,) = told(page, text).reading.captions
    assert (caption.text, caption.printed and caption.printed.text) == ("▲孩子们放灯。", "▲孩子门放灯。")


def test_an_article_page_says_what_was_corrected(page: PageFile) -> None:
    beside = page.location.with_suffix(".yaml")
    beside.write_text(CORRECTED.replace("与实不符", "与<b>实</b>不符"), "utf-8")
    main(["accept", str(page.location)])
    folder = page.location.parent
    files = site(read_archive(folder, Settings(seeds=folder).edition))
    shown = [html.decode() for name, html in files.items() if name.endswith("-02.html")]
    assert [text.count("更正：") for text in shown] == [2]
    told = re.sub(r"</?a[^>]*>", "", shown[0])
    assert "更正：原文“己经”（第13行），现作“已经”，庾一苇，2031年3月6日，扫描错字" in told
    assert "与&lt;b&gt;实&lt;/b&gt;不符" in told
    assert "渡工已经排好了班。" in told
    before = [html.decode() for name, html in files.items() if name.endswith("-01.html")]
    assert "更正" not in before[0]


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("", "更正：原文“己经”（第13行），现作“已经”"),
        (", on: 2031-03-06", "更正：原文“己经”（第13行），现作“已经”，2031年3月6日"),
        (", by: 庾一苇, why: 错字", "更正：原文“己经”（第13行），现作“已经”，庾一苇，错字"),
    ],
)
def test_an_article_page_says_no_more_of_a_correction_than_the_desk(
    page: PageFile, said: str, shown: str
) -> None:
    text = f"corrections:\n  - {{line: 13, from: 己经, to: 已经{said}}}\n"
    page.location.with_suffix(".yaml").write_text(text, "utf-8")
    folder = page.location.parent
    files = site(read_archive(folder, Settings(seeds=folder).edition))
    (html,) = [html.decode() for name, html in files.items() if name.endswith("-02.html")]
    (told,) = re.findall(r"(?s)<li id=\"c13\">\s*(更正.*?)\s*</li>", html)
    assert re.sub(r"</?a[^>]*>", "", told) == shown


def uncommented(text: str) -> str:
    return re.sub(r"(?m)^# ", "", text)


def sample_pages() -> list[PageFile]:
    return list(find_pages(SEEDS, Settings(seeds=SEEDS).edition).pages)


@pytest.mark.parametrize("file", sample_pages(), ids=lambda file: file.path)
def test_a_starter_orders_what_the_program_reads(file: PageFile) -> None:
    file = replace(file, sidecar=None)
    page = read_page(file)
    text = starter(page)
    assert replace(sidecar_of(text, "x.yaml"), sha256=None, fingerprints=()) == Sidecar("x.yaml")
    again = read_page(replace(file, sidecar=sidecar_of(uncommented(text), "x.yaml")))
    for part in ("articles", "captions", "teasers"):
        assert in_print(page, part) == in_print(again, part)
    assert sorted(page_json(page)["furniture"]) == sorted(page_json(again)["furniture"])


IN_CHINESE = {**{key: names[0] for key, names in key_names.PAGE.items()}, **ROLES, **PARTS, **KINDS}
KEY = re.compile(r"(?m)^(?P<before>\s*(?:- )?)(?P<key>[\w-]+): ?")
# What a desk makes of a starter that it uncomments and mends.
HABITS = {
    "the blank behind the mark stays": lambda text: re.sub("(?m)^#(?= )(?!# *#)", "", text),
    "wide colons": lambda text: KEY.sub(r"\g<before>\g<key>：", uncommented(text)),
    "no blank behind colons": lambda text: KEY.sub(r"\g<before>\g<key>:", uncommented(text)),
    "no blank behind dashes": lambda text: uncommented(text).replace("- headline", "-headline"),
    "tabs": lambda text: re.sub("(?m)^ +", lambda found: "\t" * (len(found[0]) // 2), uncommented(text)),
    "wide tabs": lambda text: re.sub("(?m)^ {4}", "\t", uncommented(text)),
    "wide blanks": lambda text: re.sub(
        "(?m)^ +", lambda found: "\u3000" * (len(found[0]) // 2), uncommented(text)
    ),
    "wide commas": lambda text: uncommented(text).replace(", ", "，"),
    "capitals": lambda text: KEY.sub(
        lambda found: f"{found['before']}{found['key'].upper()}: ", uncommented(text)
    ),
    "Chinese": lambda text: re.sub(
        r"(?m)(?:(?<=\d: )|^(?P<before>\s*(?:- )?))(?P<word>[a-z_]+)",
        lambda found: (
            f"{found['before'] or ''}{IN_CHINESE.get(found['word'], found['word']).partition('，')[0]}"
        ),
        uncommented(text),
    ),
}


@pytest.mark.parametrize("habit", HABITS)
def test_a_starter_mended_with_any_habit_of_typing_is_read_the_same(page: PageFile, habit: str) -> None:
    text = starter(read_page(page))
    typed = HABITS[habit](text)
    assert typed != uncommented(text)
    assert without_places(sidecar_of(typed, "x.yaml")) == without_places(
        sidecar_of(uncommented(text), "x.yaml")
    )


def without_places(said: Sidecar) -> Sidecar:
    """Without the characters at which its numbers stand."""
    mentions = tuple(replace(one, start=0, end=0) for one in said.orders.mentions)
    return replace(said, orders=replace(said.orders, mentions=mentions))


def test_a_starter_states_no_date_that_is_only_estimated(page: PageFile) -> None:
    read = read_page(page)
    text = starter(read)
    assert read.date is None or read.date.source is FactSource.ESTIMATE
    assert "\n# date:" not in text
    assert (
        "\n# folio: C01\n# encoding: utf-8\n## 程序还不知道、如果知道可以照样写一行的："
        "paper: 报名、edition: 子报名、date: 2024-03-08、page_name: 看点\n"
    ) in text


def test_a_starter_of_a_page_with_unprintable_characters_can_be_read(tmp_path: Path) -> None:
    (tmp_path / "C01.txt").write_text(PAGE.replace("渡口加", "C01\x91看\u2028点\n\n渡口\x9b加"), "utf-8")
    text = starter(read_page(found(tmp_path / "C01.txt")))
    assert "渡口\\x9b加了夜班船" in text
    sidecar_of(uncommented(text), "C01.yaml")


def in_print(page: Page, part: str) -> list[object]:
    return sorted(page_json(page)[part], key=lambda one: one["source_lines"])


def random_sidecar(lines: list[int], chance: random.Random) -> str:
    """A sidecar that says of some lines what they are, and makes articles of others."""
    free = [line for line in lines if chance.random() < 0.7]
    chance.shuffle(free)
    roles = [f"  {free.pop()}: {chance.choice(sorted(ROLES))}" for _ in range(len(free) // 3)]
    articles = []
    while len(free) >= 2 and chance.random() < 0.8:
        parts = chance.sample(
            ["kicker", "subhead", "column", "dateline", "byline", "caption", "tail", "jump", "pointer"], 3
        )
        order = [f"{part}: {free.pop()}" for part in parts if len(free) > 2]
        body = [str(free.pop()) for _ in range(chance.randint(1, len(free)))]
        kind = [f"kind: {chance.choice(sorted(KINDS))}"] if chance.random() < 0.5 else []
        articles.append("  - {" + ", ".join([*order, f"body: [{', '.join(body)}]", *kind]) + "}")
    splits = chance.sample(lines, min(len(lines), 3))
    return "\n".join(["lines:", *roles, "articles:", *articles, f"split: {splits}"]) + "\n"


@examples(150)
@given(st.sampled_from(sample_pages()), st.integers(0, 2**32))
def test_any_sidecar_keeps_every_character_in_one_place(file: PageFile, seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - not for secrets
    lines = read_page(replace(file, sidecar=None)).lines
    text = random_sidecar([line.number for line in lines if line.text.strip()], chance)
    page = told(file, text)
    broken = broken_spans(page.lines, page.reading) + unproven_records(page.lines, page.reading)
    broken += [problem.seen for problem in lost_text(page)]
    assert (broken, text) == ([], text)


def test_a_starter_is_written_once_and_never_over_another(
    page: PageFile, capsys: pytest.CaptureFixture[str]
) -> None:
    location = page.location
    assert main(["sidecar", str(location)]) == 0
    beside = location.with_suffix(".yaml")
    written = beside.read_bytes()
    assert "#   - headline: 1  # 桥头镇给老桥做体检" in written.decode()
    assert main(["sidecar", str(location)]) == 2
    assert beside.read_bytes() == written
    assert "C01.yaml: 已经有了，不会覆盖" in capsys.readouterr().err
    assert page_json(read_page(found(location)))["articles"] == page_json(read_page(page))["articles"]


def test_a_changed_page_stops_the_program_till_it_is_accepted(
    page: PageFile, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    location, beside = page.location, page.location.with_suffix(".yaml")
    beside.write_text("lines:\n  14: furniture\n", "utf-8")
    assert main(["check", str(tmp_path)]) == 2
    assert main(["accept", str(location)]) == 0
    assert main(["check", str(tmp_path)]) == 0
    location.write_text("今日临澜\n\n" + PAGE, "utf-8")
    capsys.readouterr()
    assert main(["parse", str(tmp_path), "--out", str(tmp_path / "out")]) == 2
    assert "  + 第 1 行：“今日临澜”" in capsys.readouterr().err
    assert not (tmp_path / "out").exists()
    assert main(["accept", str(location)]) == 0
    assert "  第 2 行：14 改为 16" in capsys.readouterr().out
    assert main(["check", str(tmp_path)]) == 0


def test_what_cannot_be_carried_over_is_asked_in_plain_words(
    page: PageFile, capsys: pytest.CaptureFixture[str]
) -> None:
    location, beside = page.location, page.location.with_suffix(".yaml")
    beside.write_text(
        "lines:\n  6: headline\n  7-9: body\n  10: byline\n  14: furniture\nsplit: [3]\n", "utf-8"
    )
    main(["accept", str(location)])
    location.write_text(
        PAGE.replace("扫码看数字报", "订报电话\n找庾一苇")
        .replace("四处空响", "四处闷响")
        .replace("说今年的豆子比去年圆。", "大雨下了一夜")
        .replace("晒秋场", "今日临澜\n晒秋场"),
        "utf-8",
    )
    capsys.readouterr()
    assert main(["accept", str(location)]) == 2
    assert capsys.readouterr().err == (
        "C01.yaml: 有 2 处行号拿不准，已在后面加了问号，其余的都已对上：\n"
        "  旁注第 3 行写的 7-9，原来那几行现在大概是第 8-10 行，"
        "从“村口的晒场上铺满了玉米。”到“大雨下了一夜”，对吗？其中拿不准的是第 10 行：“大雨下了一夜”\n"
        "  旁注第 5 行写的 14，原来那一行找不到了；它前面的现在是第 14 行\n"
        "能确定的已改好：\n"
        "  第 2 行：6 改为 7\n"
        "  第 4 行：10 改为 11\n"
        "  第 6 行：3 没有变，这一行改了几个字：“工程师敲了八十一块石板,记下四处闷响。”，请看一眼\n"
        "请逐处对照版面文件，在旁注里改：对的去掉问号，不对的改成对的行号，没有那一行了就删去那一处。"
        "问号都去掉了，这份旁注才起作用\n"
    )
    assert main(["check", str(location.parent)]) == 2
    assert "C01.yaml:3: “8-10？”还没有核对" in capsys.readouterr().err
    beside.write_text(beside.read_text("utf-8").replace("8-10？", "8-10").replace("14？", "15-16"), "utf-8")
    assert main(["check", str(location.parent)]) == 0


def test_a_line_of_which_a_few_characters_changed_is_carried_over_and_told(
    page: PageFile, capsys: pytest.CaptureFixture[str]
) -> None:
    location, beside = page.location, page.location.with_suffix(".yaml")
    beside.write_text("lines:\n  7-9: body\n  12: headline\n  14: furniture\n", "utf-8")
    main(["accept", str(location)])
    changed = PAGE.replace("坐在场边", "坐到场边").replace("夜班船", "夜航船").replace("去年圆", "去年还圆")
    location.write_text("今日临澜\n" + changed, "utf-8")
    capsys.readouterr()
    assert main(["accept", str(location)]) == 0
    assert capsys.readouterr().out.splitlines()[1:] == [
        "  第 2 行：7-9 改为 8-10，其中第 9 行改了几个字：“老人们坐到场边剥豆子,”，请看一眼",
        "  第 3 行：12 改为 13，这一行改了几个字：“渡口加了夜航船”，请看一眼",
        "  第 4 行：14 改为 15",
    ]
