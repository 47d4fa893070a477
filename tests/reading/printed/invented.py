"""A page as it is printed, for tests that put into its file what is not."""

from newspaper_archive.folder.text.lines import normalise
from newspaper_archive.model import Reading
from newspaper_archive.reading.assemble import assemble_page

PAGE = """今日汀南
芦湾日报·汀南专刊
2031年6月13日 星期五

第C02版:要闻


渡口夜班船又开了

本报汀南6月13日讯（记者 高青山 通讯员 齐小龙）渡口的夜班船昨天又开了。船工民主推选的船长门立非说，一天六班。

水位涨到三米，船就停开。马日高在码头值夜，船长隔一小时看一次水尺。


西门书屋办到田间

本报讯（通讯员 龙见飞）走进齐家庄的西门书屋，土墙上挂着一面大鼓。村民歇晌时来读一页书，半年借出两千册。


编辑 高青山 组版 齐小龙 校对 龙见飞
"""


def read(text: str) -> Reading:
    return assemble_page("C02.txt", normalise(text))


def seen_as_printed(text: str) -> dict[str, object]:
    """What a reader finds by: names, headlines, dates, texts, credits."""
    reading = read(text)
    return {
        "title": reading.title,
        "label": reading.label,
        "articles": [
            (one.kicker, one.headline, one.subhead, one.dateline, one.byline, one.body)
            for one in reading.articles
        ],
        "captions": reading.captions,
        "credits": reading.colophon,
    }


def told(text: str, code: str) -> list[str]:
    return [problem.seen for problem in read(text).problems if problem.code == code]
