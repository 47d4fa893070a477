"""更正 and 致歉 of which the story that they put right cannot be told.

`2024-03-15/C01.txt:9: “更正”说的是3月5日的《古桥通车》，没有找到这一篇`.
"""

from collections.abc import Iterator

from newspaper_archive.archive.correction_notice import Unmet, correction_notices
from newspaper_archive.model import Archive, Problem, Severity
from newspaper_archive.problems.quoting import problem_on, quoted


def unfollowed_notices(archive: Archive) -> Iterator[Problem]:
    """A note for each story that a notice names and the archive cannot tell."""
    for one in correction_notices(archive):
        article = one.notice.article.article
        name = quoted(article.headline or article.kicker or article.column or "更正")
        for unmet in one.unmet:
            seen, advice = _said(unmet)
            yield problem_on(
                Severity.NOTE,
                "correction-notice",
                one.notice.page.page,
                article.lines[:1],
                name + seen,
                advice,
            )


def _said(unmet: Unmet) -> tuple[str, str]:
    what = _named(unmet)
    if unmet.fitting > 1:
        return f"更正的是{what}，而有 {unmet.fitting} 篇都像是它", "两处没有互相链接。不改也可以"
    if not unmet.mention.headline:
        lacking = _lacking(unmet)
        said = f"说到{what}，" if what else ""
        return (
            f"{said}看不出更正的是哪一篇：没有认出{lacking}",
            "请对照这一段文字；文字读错了，请在旁注里改正。本来没写就不必管",
        )
    if not unmet.held:
        return f"更正的是{what}，那一版没有收入", "如果有那一版，请补入；没有就不必管"
    return f"更正的是{what}，那里没有这样的稿件", "请对照两处的日期、版次和标题，是不是读错了"


def _named(unmet: Unmet) -> str:
    mention = unmet.mention
    day = unmet.date.strip("-")
    folio = f"{mention.folio} 版" if mention.folio else ""
    headline = quoted(mention.headline) if mention.headline else ""
    return " ".join(part for part in (day, folio, headline) if part)


def _lacking(unmet: Unmet) -> str:
    lacking = ["标题"]
    if unmet.mention.day is None:
        lacking.append("日期")
    if not unmet.mention.folio:
        lacking.append("版次")
    return "、".join(lacking)
