"""Code of web pages is no print: tags are marks or end lines, entities are their characters."""

import pytest

from marked_pages import PLAIN, broken, print_of, said, told, with_around_every_line, with_at_every_gap
from newspaper_archive.folder.text.lines import normalise
from newspaper_archive.model import Severity
from newspaper_archive.reading.printed import printed

AROUND = [
    ("<p>", "</p>"),
    ("<P class='zw'>", "</P>"),
    ("", "<br>"),
    ("", "<br />"),
    ('<div><span style="color:red">', "</span></div>"),
    ("<font color=red><b>", "</b></font>"),
    ("<o:p>", "</o:p>"),
    ("&nbsp;&nbsp;", ""),
    ("&nbsp&nbsp", "&nbsp;"),
    ("&#12288;&#x3000;", ""),
    ("&amp;nbsp;", "&amp;nbsp;"),
    ("&lt;p&gt;", "&lt;/p&gt;"),
    ("<!-- 正文 -->", "<!-- a > b -->"),
    ("<p><a href=\"javascript:x('>')\">", "</a></p>"),
]
ON_LINES = [
    "<!-- image -->",
    "<!--enpproperty <date>2031-06-13</date><author>高青山</author><title>渡口</title> /enpproperty-->",
    "<!--enpproperty\n<title>渡口的船又开了</title>\n<author>高青山</author>\n/enpproperty-->",
    "<founder-content>",
    "</founder-content>",
    '<div class="article">\n<div id=ozoom>',
    "<br>",
    "<br>\n<br>",
    "<hr/>",
    "<img src=\"images/0f3ab9c1.jpg\" alt='夜市 > 一角'>",
    "<img src=images/图 1.jpg>",
    '<div style="text-align: center;"><img src="imgs/1.jpg" alt="Image" width="43%" /></div>',
    "<script type='text/javascript'>\ndocument.write('渡口的船');\n</script>",
    "<style>\n.zw { color: red; }\n</style>",
    "<head>\n<title>渡口的船又开了_数字报</title>\n<meta charset=gbk>\n</head>",
    "<!DOCTYPE html>\n<html>\n<body bgcolor=white>",
    "<|ref|>",
    '<st1:chsdate w:st="on" year="2031">',
]


@pytest.mark.parametrize(("before", "after"), AROUND, ids=lambda side: side or "-")
def test_code_around_every_line_changes_nothing_that_is_read(before, after):
    assert said(PLAIN) == said(with_around_every_line(before, after))


@pytest.mark.parametrize("form", ON_LINES, ids=lambda form: form[:20])
def test_code_on_lines_of_its_own_changes_nothing_that_is_read(form):
    pages = list(with_at_every_gap(form))
    assert [said(PLAIN)] * len(pages) == [said(page) for page in pages]
    assert [[]] * len(pages) == [broken(page) for page in pages]


def test_a_page_of_one_line_is_read_line_by_line():
    page = PLAIN.replace("\n\n\n", "\n\n")
    assert said(page) == said("<body>" + page.strip().replace("\n", "<br>") + "</body>")


@pytest.mark.parametrize(
    "text",
    [
        "水位<警戒线",
        "5<6，7>6",
        "《<红楼>》",
        "a<b 且 c>d",
        "若a<b 且c=3,d>2",
        "甲组<A>，乙组<B>",
        "</本报讯>",
        "R&D投入",
        "AT&T",
        "?a=1&b=2&copy=3&lt=4",
        "M&A;R&D",
        "<COVID-19>",
        "<-- 见下",
        "见右 -->",
        "&foo;",
        "<p 民生>",
    ],
)
def test_what_only_looks_like_code_is_print(text):
    assert [text] == print_of(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("&ldquo;鸟语&rdquo;&hellip;&middot;&mdash;", ["“鸟语”…·—"]),
        ("&#20170;&#x65E5;&amp;&lt;&gt;", ["今日&<>"]),
        ("写信人高&NBSP;青&nbsp；山", ["写信人高\u00a0青\u00a0山"]),
        ("民&#0;生&#1;长&#xD800;廊&#10;开工", ["民生长廊 开工"]),
        ("民生长廊<br>开工", ["民生长廊", "开工"]),
        ("<p>一</p><p>二</p>三<div>四</div>", ["一", "二", "三", "四"]),
        ("马<sup>1</sup>日高", ["马1日高"]),
        ("前<!-- 一\n二\n三 -->后", ["前", "后"]),
        ("<table><tr><td>镇街</td><td>客流<br>人</td></tr></table>", ["镇街 客流 人"]),
        ("<table><tr><td><p>一</p><p>二</p></td></tr></table>", ["一", "二"]),
        ("<foo>渡口</foo>", ["渡口"]),
        ("<foo>渡口", ["<foo>渡口"]),
        ("<!-- 没有结尾的", ["没有结尾的"]),
    ],
)
def test_code_is_read_as_what_it_stands_for(text, expected):
    assert expected == print_of(text)


def test_two_halves_of_a_short_headline_are_one():
    page = PLAIN.replace("渡口的船又开了", "<h1>渡口的船<br>又开了</h1>")
    assert "渡口的船又开了" in str(said(page))


def test_a_heading_of_a_web_page_is_one_as_in_markdown():
    lines = ("渡口的船又开了", "两岸走亲再不绕远", "村口的书屋换了新灯")
    web = marked = PLAIN
    for rank, line in zip((2, 1, 1), lines, strict=True):
        web = web.replace(f"{line}\n", f"<h{rank} class=t>\n{line}\n</h{rank}>\n")
        marked = marked.replace(f"{line}\n", f"{'#' * rank} {line}\n")
    assert said(marked) == said(web)


def test_the_rows_of_a_table_are_rows_on_one_line_or_many():
    rows = (("镇街", "客流"), ("金鸡镇", "6000"))
    flat = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in rows)
    tall = flat.replace("<td>", "\n<td>").replace("</tr>", "\n</tr>\n")
    story = "渡口的船又开了\n\n本报讯（记者 高青山）白马河渡口的船又开了，船头挂一盏灯。\n\n"
    flat, tall = (f"{story}<table>{table}</table>" for table in (flat, tall))
    assert ["镇街 客流", "金鸡镇 6000"] == [text for text, _ in said(flat)[0][0][2][1:]]
    assert said(flat) == said(tall)


def test_it_is_told_once_a_page_how_much_code_there_was_and_where():
    page = printed("C02.txt", normalise("<p>今日</p>\n\n高&nbsp;青山\n"))
    (problem,) = page.problems
    assert (Severity.WARNING, 1) == (problem.severity, problem.line)
    assert "有网页代码 3 处（第 1、3 行），如“<p>”" == problem.seen


def test_what_a_converter_puts_for_a_picture_is_told_as_a_note():
    assert ["converter-code"] == told("<!-- image -->\n\n<img src='1.jpg'>\n")
    assert ["web-code"] == told("<!-- image -->\n<p>渡口</p>\n")


def test_an_entity_is_told_as_it_is_written():
    (problem,) = printed("C02.txt", normalise("今日 &foo;\n\n高&middot;青山&nbsp;\n")).problems
    assert "有网页代码 2 处（第 3 行），如“&middot;”" == problem.seen
