"""A page without a mark, and the same page with marks of web pages and converters put among its lines.

`PLAIN` is what every one of them is to be read as.
"""

from collections.abc import Iterator

from laws import broken_spans, unproven_records
from newspaper_archive.folder.text.lines import normalise
from newspaper_archive.model import Article, Reading
from newspaper_archive.reading.assemble import assemble
from newspaper_archive.reading.printed import printed

PLAIN = """今日汀南
澄湾日报·汀南专刊
2031年6月13日 星期五

第C02版:要闻


渡口的船又开了

两岸走亲再不绕远

本报汀南6月13日讯（记者 高青山 通讯员 齐小龙）6月11日，白马河渡口的船又开了，船头挂一盏灯，天黑以后灯亮着。

船工韦玉见说，开船以前先看水，水一急就不开，等上半天也不要紧。


村口的书屋换了新灯

本报讯（通讯员 龙见飞）齐王庄的书屋昨天换了新灯，孩子们放学以后又能在里面坐到天黑，一人一卡，自取自还。


编辑 高青山 组版 齐小龙 校对 龙见飞
"""
# No name and no headline holds one of these.
_CODE = ("<", ">", "{", "}", "=", "&", ";", "](")


def read(text: str) -> Reading:
    return assemble("C02.txt", printed("C02.txt", normalise(text)))


def told(text: str) -> list[str]:
    """The codes of what was met on the page."""
    return [problem.code for problem in printed("C02.txt", normalise(text)).problems]


def print_of(text: str) -> list[str]:
    """The printed lines, blank ones left out."""
    return [line.raw.strip() for line in printed("C02.txt", normalise(text)).lines if line.text.strip()]


def said(text: str) -> object:
    """All that a page is read as, but for where it stands."""
    reading = read(text)
    colophon = [(one.role, one.names) for one in reading.colophon]
    captions = [(one.text, one.photographers) for one in reading.captions]
    teasers = [one.headline for one in reading.teasers]
    furniture = [line.raw for line in reading.furniture]
    articles = [_of_article(one) for one in reading.articles]
    return articles, captions, teasers, colophon, furniture, reading.label_lines


def _of_article(one: Article) -> object:
    dateline = one.dateline.raw if one.dateline else ""
    stack = (one.kicker, one.headline, one.subhead, dateline, one.tail)
    return stack, [(by.role, by.name) for by in one.byline], [(p.text, p.role) for p in one.paragraphs]


def broken(text: str) -> list[str]:
    """What of the laws of a reading does not hold for a page, and names and headlines that hold code."""
    page = printed("C02.txt", normalise(text))
    reading = assemble("C02.txt", page)
    code = [one for one in _names(reading) if any(mark in one for mark in _CODE)]
    return broken_spans(page.in_place, reading) + unproven_records(page.in_place, reading) + code


def _names(reading: Reading) -> Iterator[str]:
    for article in reading.articles:
        yield from (article.kicker, article.headline, article.subhead, article.column)
        yield from (one.name for one in article.byline)
    for caption in reading.captions:
        yield from caption.photographers
    for teaser in reading.teasers:
        yield teaser.headline
    for credit in reading.colophon:
        yield from credit.names


def with_at_every_gap(form: str) -> Iterator[str]:
    """The plain page with the form on lines of its own, between each two of its parts in turn."""
    parts = PLAIN.split("\n\n")
    for place in range(len(parts) + 1):
        yield "\n\n".join([*parts[:place], form, *parts[place:]])


def with_around_every_line(before: str, after: str) -> str:
    return "\n".join(f"{before}{line}{after}" if line.strip() else line for line in PLAIN.split("\n"))
