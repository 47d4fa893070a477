"""A reading as a few lines of text, so that a fixture can be written by hand and a difference be read.

`article news | headline 麦子上场 | dateline 本报讯(记者 王岚) | byline 记者:王岚`, and under it a line for
each paragraph, `¶ 麦子收完了。`, crosshead, `# …`, and brief, `◦ …`; of a long text only its ends and length.
"""

from collections.abc import Iterable, Iterator

from newspaper_archive.model import Article, Caption, PageLabel, Reading, Role, Teaser

WHOLE, HEAD, TAIL = 30, 12, 8
SIGNS = {Role.CROSSHEAD: "#", Role.BRIEF: "◦"}


def dump(reading: Reading) -> str:
    """The page's label first, then what stands on it, kind by kind, each in print order."""
    lines = [*_page(reading)]
    for article in reading.articles:
        lines += _article(article)
    lines += (_caption(caption, reading.articles) for caption in reading.captions)
    lines += (_teaser(teaser) for teaser in reading.teasers)
    lines += (f"colophon {credit.role} {'、'.join(credit.names)}" for credit in reading.colophon)
    lines += (f"furniture {line.raw.strip()}" for line in reading.furniture)
    return "\n".join(lines)


def excerpt(text: str) -> str:
    """A text of 83 characters is `六月的第一个早晨,渡口…又回来了一次。 ·83`."""
    text = text.replace("\u3000", "□")
    return text if len(text) <= WHOLE else f"{text[:HEAD]}…{text[-TAIL:]} ·{len(text)}"


def _page(reading: Reading) -> Iterator[str]:
    if reading.label != PageLabel():
        label = reading.label
        parts = (("folio", label.folio), ("name", label.page_name), ("code", label.system_code))
        yield _row("page", parts)
    if reading.title or reading.printed_date:
        yield _row("issue", (("title", reading.title), ("date", reading.printed_date)))
    yield from (f"label {line}" for line in reading.label_lines)


def _article(article: Article) -> Iterator[str]:
    dateline = article.dateline
    yield _row(
        f"article {article.kind}",
        (
            ("column", article.column),
            ("kicker", article.kicker),
            ("headline", article.headline),
            ("subhead", article.subhead),
            ("dateline", dateline.raw if dateline else None),
            ("place", dateline.place if dateline else None),
            ("date", dateline.date if dateline else None),
            ("byline", " ".join(f"{one.role}:{one.name}" for one in article.byline)),
            ("tail", article.tail),
            ("from", article.jump_from),
            ("to", article.jump_to),
        ),
    )
    yield from (f"  {SIGNS.get(p.role, '¶')} {excerpt(p.text)}" for p in article.paragraphs)


def _caption(caption: Caption, articles: tuple[Article, ...]) -> str:
    story = None if caption.article is None else articles[caption.article].headline or "(无题)"
    parts = (("by", "、".join(caption.photographers)), ("credit", caption.credit), ("of", story))
    return _row(f"caption {excerpt(caption.text)}".rstrip(), parts)


def _teaser(teaser: Teaser) -> str:
    return _row(
        f"teaser {teaser.headline}",
        (("folio", teaser.folio), ("name", teaser.page_name), ("as", teaser.label)),
    )


def _row(head: str, parts: Iterable[tuple[str, str | None]]) -> str:
    return " | ".join([head, *(f"{name} {value}" for name, value in parts if value)])
