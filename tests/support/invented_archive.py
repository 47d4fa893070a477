"""An invented archive built straight from records, so that the site can be tested without a reader of pages.

晚晴日报 with two editions, 柳河新闻 and 青石专刊; four issues and a page of which nothing is known.
"""

from newspaper_archive.archive.contributors import contributors
from newspaper_archive.model import (
    Archive,
    ArchivedArticle,
    ArchivedPage,
    ArchivedTeaser,
    Article,
    Byline,
    Caption,
    Clue,
    Credit,
    Dateline,
    Edition,
    Fact,
    FactSource,
    Issue,
    Kind,
    Line,
    Page,
    PageLabel,
    Paragraph,
    Placed,
    PlacedTeaser,
    Problem,
    Reading,
    Role,
    Section,
    Severity,
    Source,
    Teaser,
)

LIUHE = Edition(slug="liuhe", name="柳河新闻", paper="晚晴日报", cn="CN 00-0000", frequency="每周三")
QINGSHI = Edition(slug="qingshi", name="青石专刊", paper="晚晴日报")

HOSTILE = "<script>alert(1)</script> {{ 7 * 7 }} {% raw %} ../../x & \"><img src=x onerror='a'>"


def paragraphs(*texts: str, role: Role = Role.BODY) -> tuple[Paragraph, ...]:
    return tuple(Paragraph(text, role, (number,)) for number, text in enumerate(texts, start=3))


NEWS = Article(
    kind=Kind.NEWS,
    kicker="柳河区召开春耕备耕工作会议",
    headline="不误农时,把水引到田头",
    subhead="——全区二十八座泵站提前开机",
    dateline=Dateline("本报柳河3月8日讯(记者 沈之禾 通讯员 鲁小满)", "柳河", "3月8日"),
    byline=(Byline("记者", "沈之禾"), Byline("通讯员", "鲁小满")),
    paragraphs=(
        *paragraphs(
            '3月7日,柳河区召开春耕备耕工作会议,提出"水到田头"的目标。',
            "会议要求:10:30前报送1,200亩缺水地块。",
        ),
        Paragraph("泵站提前开机", Role.CROSSHEAD, (6,)),
        *paragraphs("今年全区二十八座泵站比往年提前七天开机。"),
    ),
    lines=(1, 2, 3, 4, 6, 7, 8),
)
BRIEFS = Article(
    kind=Kind.BRIEFS,
    headline="一周速读",
    column="一周速读",
    paragraphs=paragraphs("◎3月3日,青石镇开办夜校。", "◎3月5日,柳河图书馆延长开放。", role=Role.BRIEF),
    lines=(12, 13),
    tail="本报记者 沈之禾 整理",
)
PHOTO = Article(
    kind=Kind.PHOTO,
    headline="河堤新绿",
    paragraphs=paragraphs("3月6日,居民在河堤植树。"),
    lines=(15, 16),
    tail="本报记者 江一帆 摄",
)
NOTE = Article(kind=Kind.EDITOR_NOTE, headline="编者按", paragraphs=paragraphs("本栏今起开设。"), lines=(18,))
NAMELESS = Article(kind=Kind.OTHER, headline="", paragraphs=paragraphs(HOSTILE), lines=(1,))
HOSTILE_NEWS = Article(
    kind=Kind.NEWS, headline=HOSTILE, kicker=HOSTILE, paragraphs=paragraphs(HOSTILE, "\ud800"), lines=(1,)
)
CAPTION = Caption("3月6日,居民在河堤植树。", ("江一帆",), "本报记者 江一帆 摄", (16,), article=2)
LOOSE = Caption("图为夜校课堂。", ("江一帆",), "江一帆 摄", (20,))
CLUE = Clue(3, "本报柳河6月1日讯 <b>", "电头的日子")
ESTIMATE = Fact("XXXX-06-01~", FactSource.ESTIMATE, str(CLUE), (CLUE,))
PROBLEM = Problem(
    Severity.WARNING, "no-headline", "liuhe/c01.txt", 1, "没有标题的稿件“不误农时”", "请在旁注里写明"
)


def page(
    edition: Edition,
    folder: str,
    folio: str | None,
    name: str | None,
    articles: tuple[Article, ...],
    teasers: tuple[tuple[Teaser, str | None], ...] = (),
    captions: tuple[Caption, ...] = (),
    sections: tuple[str, ...] = (),
    date: Fact | None = None,
) -> ArchivedPage:
    """A page at its address; every article belongs to the page's sections, and briefs to their column's."""
    lines = tuple(
        Line(number, raw, raw) for number, raw in enumerate(["不误农时", "", HOSTILE, *"甲乙丙丁" * 5], 1)
    )
    reading = Reading(
        label=PageLabel(folio, name),
        title=None,
        printed_date=None,
        dateline_dates=(),
        articles=articles,
        captions=captions,
        teasers=tuple(teaser for teaser, _ in teasers),
        colophon=(Credit("编辑", ("沈之禾",), (21,)), Credit("校对", ("鲁小满", "江一帆"), (22,))),
        furniture=(lines[2],),
        spans=(),
        decisions=(),
        problems=(PROBLEM,),
    )
    stem = (folio or "page").lower()
    return ArchivedPage(
        id=f"{folder}/{stem}",
        address=f"{folder}/{stem}.html",
        page=Page(
            source=Source(f"{folder}/{stem}.txt", "0" * 64, 9, "utf-8"),
            edition=edition,
            date=date,
            folio=Fact(folio, FactSource.PATH) if folio else None,
            page_name=Fact(name, FactSource.PRINT) if name else None,
            system_code=None,
            lines=lines,
            reading=reading,
            problems=(PROBLEM,),
        ),
        articles=tuple(
            ArchivedArticle(
                id=f"{folder}/{stem}-{place:02}",
                address=f"{folder}/{stem}-{place:02}.html",
                article=article,
                captions=tuple(caption for caption in captions if caption.article == place - 1),
                sections=("yizhou",) if article.column else sections,
            )
            for place, article in enumerate(articles, 1)
        ),
        teasers=tuple(ArchivedTeaser(teaser, address, ("kandian",)) for teaser, address in teasers),
        sections=sections,
    )


def issue(edition: Edition, folder: str, date: str | None, *pages: ArchivedPage) -> Issue:
    certain = date is not None and "X" not in date
    return Issue(folder, f"{folder}/index.html", edition, date, certain, pages)


def invented_archive() -> Archive:
    """Dated issues of two editions, an estimate and a page without a date; a teaser met and one missing."""
    day = "liuhe/2021/2021-03-10"
    found = Teaser("夜校开课", "C02", "看点", "C02 看点", (20,))
    missing = Teaser("未曾收到的稿件", "C03", "看点", "C03 看点", (21,))
    first = page(
        LIUHE,
        day,
        "C01",
        "要闻",
        (NEWS, BRIEFS, PHOTO, NOTE),
        ((found, f"{day}/c02-01.html"), (missing, None)),
        (CAPTION, LOOSE),
        ("yaowen",),
    )
    second = page(LIUHE, day, "C02", "看点", (NAMELESS,), sections=("kandian",))
    older = page(LIUHE, "liuhe/2020/2020-12-30", "C01", "要闻", (HOSTILE_NEWS,), sections=("yaowen",))
    other = page(QINGSHI, "qingshi/2021/2021-03-10", "H01", None, (NEWS, PHOTO))
    guessed = page(QINGSHI, "qingshi/undated/c01", "C01", "视觉", (PHOTO,), date=ESTIMATE)
    unknown = page(LIUHE, "liuhe/undated/sao-miao", None, None, ())
    issues = (
        issue(LIUHE, "liuhe/2020/2020-12-30", "2020-12-30", older),
        issue(LIUHE, day, "2021-03-10", first, second),
        issue(QINGSHI, "qingshi/2021/2021-03-10", "2021-03-10", other),
        issue(QINGSHI, "qingshi/undated/c01", "XXXX-06-01~", guessed),
        issue(LIUHE, "liuhe/undated/sao-miao", None, unknown),
    )
    return Archive(
        (LIUHE, QINGSHI),
        issues,
        tuple(sections_of(issues)),
        (PROBLEM,),
        contributors=contributors(issues),
    )


def sections_of(issues: tuple[Issue, ...]) -> list[Section]:
    names = {"yaowen": "要闻", "kandian": "看点", "yizhou": "一周速读"}
    found = []
    for slug, name in names.items():
        articles = tuple(
            Placed(issue, page, article)
            for issue in reversed(issues)
            for page in issue.pages
            for article in page.articles
            if slug in article.sections
        )
        teasers = tuple(
            PlacedTeaser(issue, page, teaser)
            for issue in issues
            for page in issue.pages
            for teaser in page.teasers
            if slug in teaser.sections and teaser.address is None
        )
        found.append(Section(slug, name, f"sections/{slug}/index.html", articles, teasers))
    return found
