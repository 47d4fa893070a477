"""A sidecar's line numbers, read to the letter: what it may say, and how it is told what it may not."""

import pytest

from newspaper_archive.errors import ArchiveError
from newspaper_archive.folder.sidecar.orders import ROLES
from newspaper_archive.folder.sidecar.sidecar_file import sidecar_of
from newspaper_archive.model import ArticleOrder, Claim, Correction, Kind

CORRECTION = """corrections:
  - line: 12
    from: 己经
    to: 已经
    by: 汤小满
    on: 2031-03-06
    why: 扫描错字
"""


def test_lines_have_roles() -> None:
    orders = sidecar_of("lines:\n  3: headline\n  5-7: body\n  ９: furniture\n", "C01.yaml").orders
    assert orders.claims == (
        (3, Claim("headline")),
        (5, Claim("body")),
        (6, Claim("body")),
        (7, Claim("body")),
        (9, Claim("furniture")),
    )


@pytest.mark.parametrize("word", ROLES)
def test_a_role_may_be_called_what_messages_call_it(word: str) -> None:
    said = sidecar_of(f"各行：\n  3：{ROLES[word]}\n", "C01.yaml").orders
    assert said.claims == ((3, Claim(word)),)


@pytest.mark.parametrize(
    ("numbers", "lines"),
    [
        ("7、9", (7, 9)),
        ("[7，9-13]", (7, 9, 10, 11, 12, 13)),
        ("［７；９－１０］", (7, 9, 10)),
        ("7 9", (7, 9)),
        ("7 - 9,", (7, 8, 9)),
        ("第7行至第9行", (7, 8, 9)),
        ("7到9行、11", (7, 8, 9, 11)),
        ("7——9", (7, 8, 9)),
    ],
)
def test_numbers_may_be_written_as_they_are_in_chinese(numbers: str, lines: tuple[int, ...]) -> None:
    assert sidecar_of(f"split: {numbers}\n", "C01.yaml").orders.splits == lines


def test_an_article_is_its_lines_in_the_order_of_reading() -> None:
    text = "articles:\n  - headline: 9\n    body: [5-7, 3]\n    column: 桥头\n    kind: interview\n"
    orders = sidecar_of(text, "C01.yaml").orders
    assert orders.articles == (
        ArticleOrder((("headline", (9,)), ("body", (5, 6, 7, 3))), Kind.INTERVIEW, "桥头"),
    )
    assert dict(orders.claims)[3] == Claim("text", 0)


def test_two_articles_may_stand_under_one_column() -> None:
    text = "articles:\n  - {headline: 3, column: 1}\n  - {headline: 9, column: 1}\n"
    assert [one.lines("column") for one in sidecar_of(text, "C01.yaml").orders.articles] == [(1,), (1,)]


def test_a_line_within_a_body_may_be_a_crosshead() -> None:
    text = "lines:\n  7: crosshead\narticles:\n  - {headline: 3, body: 5-9}\n"
    assert dict(sidecar_of(text, "C01.yaml").orders.claims)[7] == Claim("crosshead", 0)


def test_kicker_and_headline_may_stand_on_one_line() -> None:
    (article,) = sidecar_of("articles:\n  - {kicker: 3, headline: 3}\n", "C01.yaml").orders.articles
    assert (article.lines("kicker"), article.lines("headline")) == ((3,), (3,))


def test_paragraphs_are_split_and_joined() -> None:
    orders = sidecar_of("split: [19, 24]\njoin:\n  - [38, 40]\n  - [51-53, 60]\n", "C01.yaml").orders
    assert orders.splits == (19, 24)
    assert orders.joins == ((38, 40), (51, 52, 53, 60))


def test_a_correction_says_who_when_and_why() -> None:
    orders = sidecar_of(CORRECTION, "C01.yaml").orders
    assert orders.corrections == (Correction(12, "己经", "已经", "汤小满", "2031-03-06", "扫描错字", at=3),)


def test_a_correction_need_not_say_who_when_and_why() -> None:
    bare = "".join(line for line in CORRECTION.splitlines(keepends=True)[:4])
    for text in (bare, f"{bare}    by:\n    on: ''\n    why: null\n"):
        (one,) = sidecar_of(text, "C01.yaml").orders.corrections
        assert one == Correction(12, "己经", "已经", at=3)


def test_a_correction_may_take_something_out() -> None:
    (one,) = sidecar_of(CORRECTION.replace("to: 已经", 'to: ""'), "C01.yaml").orders.corrections
    assert one.corrected == ""


@pytest.mark.parametrize("key", ["lines", "articles", "split", "join", "corrections"])
def test_a_key_without_a_value_orders_nothing(key: str) -> None:
    assert sidecar_of(f"{key}:\n", "C01.yaml") == sidecar_of("", "C01.yaml")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("lines:\n  3: heading\n", "C01.yaml:2: 看到“heading”；可用的是：kicker（引题）、headline（主题）"),
        ("lines:\n  3:\n", "C01.yaml:2: 看到“空白”；可用的是：kicker（引题）"),
        ("lines:\n  三: body\n", "C01.yaml:2: 看到“三”；可用的是：行号，如 7 或 9-13"),
        ("lines:\n  0: body\n", "C01.yaml:2: 看到“0”；可用的是：从小到大的行号，第一行是 1"),
        ("lines:\n  9-7: body\n", "C01.yaml:2: 看到“9-7”；可用的是：从小到大的行号"),
        ("lines: body\n", "C01.yaml:1: 看到“body”；可用的是：“行号: 是什么”，如 3: headline"),
        ("lines: [3]\n", "C01.yaml:1: 看到“一个列表”；可用的是：“行号: 是什么”"),
        ("lines:\n  3: body\n  3: headline\n", "C01.yaml:3: “3”写了两次。请只留一个"),
        (
            "lines:\n  5-7: body\n  7: headline\n",
            "C01.yaml:3: 版面第 7 行写作 headline，而本文件第 2 行已写作 body。一行只能有一种说法",
        ),
        ("articles:\n  headline: 3\n", "C01.yaml:2: 看到“一组“键: 值””；可用的是：列表，每篇以“- ”起"),
        ("articles:\n  - title: 3\n", "C01.yaml:2: 看到“title”；可用的是：kicker（引题）、headline"),
        ("articles:\n  - byline: 3\n", "；可用的是：一篇稿件，至少有 headline 或 body 的行号"),
        ("articles:\n  - 3\n", "C01.yaml:2: 看到“3”；可用的是：一篇稿件，至少有 headline"),
        ("articles:\n  - {headline: 3, kind: 新闻}\n", "看到“新闻”；可用的是：news（消息）、briefs（简讯）"),
        (
            "articles:\n  - {headline: 3, body: 7、九}\n",
            "看到“7、九”；可用的是：行号，如 7 或 9-13；几段用方括号",
        ),
        (
            "articles:\n  - {headline: 3}\n  - {body: 2-3}\n",
            "C01.yaml:3: 版面第 3 行写作 body，而本文件第 2 行已写作 headline",
        ),
        (
            "lines:\n  5: furniture\narticles:\n  - {headline: 3, body: 4-6}\n",
            "C01.yaml:4: 版面第 5 行写作 body，而本文件第 2 行已写作 furniture",
        ),
        ("split: 甲\n", "C01.yaml:1: 看到“甲”；可用的是：行号"),
        ("join: [38, 40]\n", "C01.yaml:1: 看到“38”；可用的是：每处至少两行，各用一个方括号"),
        ("join: 38\n", "C01.yaml:1: 看到“38”；可用的是：列表，如 - [38, 40]"),
        ("join:\n  - [3, 5]\n  - [5, 7]\n", "C01.yaml:3: 版面第 5 行接了两次"),
        ("split: [5]\njoin:\n  - [3, 5]\n", "C01.yaml:1: 版面第 5 行在 join 里与前文接成一段"),
        (
            "lines:\n  3: body\n  5: headline\njoin:\n  - [3, 5]\n",
            "C01.yaml:5: 版面第 3 行和第 5 行不同篇或不同类，不能接成一段",
        ),
        (
            CORRECTION.replace("    to: 已经\n", ""),
            (
                "C01.yaml:2: 更正没有写 to。line（哪一行）、from（原文）、to（改作）三项都要写；"
                "by（谁改的）、on（哪天）、why（为什么）可写可不写"
            ),
        ),
        ("corrections:\n  - {to: 改}\n", "C01.yaml:2: 更正没有写 line、from。"),
        (CORRECTION.replace("by:", "who:"), "C01.yaml:5: 看到“who”；可用的是：line（哪一行）、from（原文）"),
        (CORRECTION.replace("2031-03-06", "三月六日"), "C01.yaml:6: 看到“三月六日”；可用的是：年-月-日"),
        (CORRECTION.replace("已经", "己经"), "C01.yaml:3: from 和 to 都是“己经”"),
        (CORRECTION.replace("12", "12-13"), "C01.yaml:2: 看到“12-13”；可用的是：一个行号"),
        ("corrections: 12\n", "C01.yaml:1: 看到“12”；可用的是：列表，每处以“- ”起"),
        ("sha256: 12ab\n", "C01.yaml:1: 看到“12ab”；可用的是：64 位校验和"),
        ("fingerprints: abcdef xyz\n", "C01.yaml:1: 看到“xyz”；可用的是：各行的指纹"),
        ("articles:\n" + "  - [" * 40, "C01.yaml"),
    ],
)
def test_what_a_sidecar_may_not_say_is_told_with_its_line(text: str, message: str) -> None:
    with pytest.raises(ArchiveError) as caught:
        sidecar_of(text, "C01.yaml")
    assert message in str(caught.value)
