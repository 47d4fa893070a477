"""Archives of invented text, the same for the same seed, with everything that makes searching hard in it."""

from collections.abc import Iterable
from random import Random

from newspaper_archive.model import (
    Archive,
    ArchivedArticle,
    ArchivedPage,
    Article,
    Byline,
    Caption,
    Dateline,
    Edition,
    Fact,
    FactSource,
    Issue,
    Kind,
    Page,
    PageLabel,
    Paragraph,
    Reading,
    Role,
    Source,
)

EDITION = Edition(slug="liudu", name="柳渡周报", paper="青河日报")

WORDS = (  # noqa: SIM905 - nobody reads a list of sixty quoted words
    "柳渡村 青河 堤岸 春耕 水库 项目 220兆瓦 光伏 投产 5G A股 4#储罐 “十三五”规划 骆青 穆 小满 志愿者 "
    "红砖驿站 全村人 人人 百日 百日行动 37℃ 3.5亿元 8:30 C02版 ﹁古渡﹂ 𠮷渡桥 constructor 公里 10公里 ㎡ "
    "《渡口》 葛藤 干部 的 了 和 在 是 一 新 村 2022年 6月1日 Wi-Fi ①修路 ②种树 Ａ区 讲话 要求 指出 建设 "
    "推进 发展 服务 群众 工作"
).split()
MARKS = "，，，。；：、！？…— 　"


def paragraph(text: str, role: Role = Role.BODY) -> Paragraph:
    return Paragraph(text=text, role=role, lines=(1,))


def article(headline: str = "", *body: str, **parts: object) -> Article:
    return Article(
        kind=Kind.NEWS,
        headline=headline,
        paragraphs=tuple(paragraph(text) for text in body),
        lines=(1,),
        **parts,  # type: ignore[arg-type]  # whatever part of an article a test is about
    )


def archive(
    articles: Iterable[Article],
    *,
    date: str | None = "2022-06-01",
    certain: bool = True,
    folio: str | None = "C02",
    name: str | None = "看河",
    captions: tuple[Caption, ...] = (),
) -> Archive:
    """All articles on one page of one issue; the captions belong to the first."""
    placed = tuple(
        ArchivedArticle(
            id=f"liudu/2022/2022-06-01/c02-{number:02}",
            address=f"liudu/2022/2022-06-01/c02-{number:02}.html",
            article=each,
            captions=captions if number == 1 else (),
            page_id="liudu/2022/2022-06-01/c02",
        )
        for number, each in enumerate(articles, 1)
    )
    archived = ArchivedPage(
        id="liudu/2022/2022-06-01/c02",
        address="liudu/2022/2022-06-01/c02.html",
        page=_page(folio, name),
        articles=placed,
        teasers=(),
    )
    issue = Issue(
        "liudu/2022/2022-06-01", "liudu/2022/2022-06-01/index.html", EDITION, date, certain, (archived,)
    )
    return Archive(editions=(EDITION,), issues=(issue,), sections=())


def random_archive(seed: int, count: int) -> Archive:
    """`count` articles of a few paragraphs in the words above."""
    random = Random(seed)  # noqa: S311 - text for tests
    return archive([random_article(random) for _ in range(count)])


def random_article(random: Random) -> Article:
    return article(
        sentence(random, 4),
        *(sentence(random, 30) for _ in range(random.randint(1, 5))),
        kicker=sentence(random, 3) if random.random() < 0.2 else "",
        subhead=sentence(random, 3) if random.random() < 0.2 else "",
        byline=(Byline("通讯员", "穆小满"),) if random.random() < 0.5 else (),
        dateline=Dateline("本报青河6月1日讯", "青河", "6月1日") if random.random() < 0.5 else None,
    )


def sentence(random: Random, words: int) -> str:
    """Words run together, a mark after every fourth or so."""
    said = []
    for _ in range(random.randint(1, words)):
        said.append(random.choice(WORDS))
        if random.random() < 0.25:
            said.append(random.choice(MARKS))
    return "".join(said)


def random_query(random: Random, strings: list[str]) -> str:
    """A run of 1 to 8 characters of some article, now and then two of them, or one that nobody printed."""
    if random.random() < 0.1:
        return sentence(random, 2)
    runs = []
    for _ in range(2 if random.random() < 0.15 else 1):
        string = random.choice(strings)
        start = random.randrange(len(string))
        runs.append(string[start : start + random.randint(1, 8)])
    return " ".join(runs)


def _page(folio: str | None, name: str | None) -> Page:
    reading = Reading(PageLabel(), None, None, (), (), (), (), (), (), (), ())
    return Page(
        source=Source("liudu/2022-06-01/C02.txt", "0" * 64, 1, "utf-8"),
        edition=EDITION,
        date=None,
        folio=Fact(folio, FactSource.PATH) if folio else None,
        page_name=Fact(name, FactSource.PRINT) if name else None,
        system_code=None,
        lines=(),
        reading=reading,
    )
