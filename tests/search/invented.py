"""Archives of invented text, the same for the same seed, with everything that makes searching hard in it."""

from collections.abc import Iterable
from dataclasses import replace
from random import Random

from newspaper_archive.archive.contributors import contributors
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
SURNAMES = "骆穆闻鲁沈江温邵尤蔺荀嵇阮邢靳"
GIVEN = "青满禾帆澜汀岚舟越川苇宁朔望溪霖屿竹晏桐"
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
    return Archive(editions=(EDITION,), issues=(issue,), sections=(), contributors=contributors([issue]))


def random_archive(seed: int, count: int) -> Archive:
    """`count` articles of a few paragraphs in the words above."""
    random = Random(seed)  # noqa: S311 - text for tests
    picture = Caption(sentence(random, 6), ("骆青",), "骆青 摄", (9,), printed=None)
    misread = replace(picture, text=sentence(random, 6))
    captions = (replace(picture, printed=misread),)
    return archive([random_article(random) for _ in range(count)], captions=captions)


def random_article(random: Random) -> Article:
    """Now and then one that was corrected, so that it has another reading as printed."""
    roles = (Role.BODY, Role.BODY, Role.BODY, Role.CROSSHEAD, Role.BRIEF)
    writer = person(random)
    made = article(
        sentence(random, 4),
        kicker=sentence(random, 3) if random.random() < 0.2 else "",
        subhead=sentence(random, 3) if random.random() < 0.2 else "",
        byline=(Byline("通讯员", "穆小满"), Byline("记者", writer))[random.random() < 0.5 :],
        dateline=Dateline("本报青河6月1日讯", "青河", "6月1日") if random.random() < 0.5 else None,
    )
    said = [paragraph(sentence(random, 30), random.choice(roles)) for _ in range(random.randint(1, 5))]
    said.append(paragraph(f"{person(random)}说，{sentence(random, 3)}{person(random)}"))
    made = replace(made, paragraphs=tuple(said))
    if random.random() > 0.15:
        return made
    other = (paragraph(sentence(random, 30)), *said[1:])
    return replace(made, printed=replace(made, headline=sentence(random, 4), paragraphs=other))


def person(random: Random) -> str:
    return random.choice(SURNAMES) + "".join(random.choices(GIVEN, k=random.choice((1, 2, 2))))


def sentence(random: Random, words: int) -> str:
    """Words run together, a mark after every fourth or so."""
    said = []
    for _ in range(random.randint(1, words)):
        said.append(random.choice(WORDS))
        if random.random() < 0.25:
            said.append(random.choice(MARKS))
    return "".join(said)


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
