"""Invented pages straight from records, for tests of what comes after the reading."""

from newspaper_archive.model import (
    Article,
    Edition,
    Fact,
    FactSource,
    Kind,
    Line,
    Page,
    PageLabel,
    Paragraph,
    Reading,
    Role,
    Source,
    Teaser,
)

RIVER = Edition(slug="river", name="今日大河", paper="大河日报", folder="大河")
FERRY = Edition(slug="ferry", name="今日渡口", paper="大河日报", folder="渡口")
DAY = "2024-03-08"


def article(headline: str, kicker: str = "", subhead: str = "", column: str = "") -> Article:
    body = (Paragraph("渡口的船又开了。", Role.BODY, (2,)),)
    return Article(Kind.NEWS, headline, body, (1, 2), kicker=kicker, subhead=subhead, column=column)


def teaser(headline: str, folio: str | None = None, page_name: str | None = None) -> Teaser:
    return Teaser(headline, folio, page_name, f"{folio or ''} {page_name or ''}".strip(), (9,))


def reading(
    *parts: Article | Teaser,
    folio: str | None = None,
    page_name: str | None = None,
    title: str | None = None,
    date: str | None = None,
) -> Reading:
    return Reading(
        label=PageLabel(folio, page_name),
        title=title,
        printed_date=date,
        dateline_dates=(),
        articles=tuple(part for part in parts if isinstance(part, Article)),
        captions=(),
        teasers=tuple(part for part in parts if isinstance(part, Teaser)),
        colophon=(),
        furniture=(),
        spans=(),
        decisions=(),
    )


def page(
    path: str,
    *parts: Article | Teaser,
    folio: str | None = None,
    name: str | None = None,
    date: str | None = DAY,
    date_source: FactSource = FactSource.PATH,
    edition: Edition = RIVER,
) -> Page:
    return Page(
        source=Source(path, "0" * 64, 1, "utf-8"),
        edition=edition,
        date=Fact(date, date_source) if date else None,
        folio=Fact(folio, FactSource.PATH) if folio else None,
        page_name=Fact(name, FactSource.PRINT) if name else None,
        system_code=None,
        lines=(Line(1, "渡口", "渡口"),),
        reading=reading(*parts),
    )
