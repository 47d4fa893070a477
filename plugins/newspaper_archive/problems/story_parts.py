"""A story that lacks something: its text, its headline, or a text that is more than its headline.

`C01.txt:12: 有标题而无正文：“渡口的船又开了”`.
"""

from collections.abc import Iterator, Sequence

from newspaper_archive.archive.section import letters
from newspaper_archive.model import Article, Kind, Page, Problem, Severity, Teaser
from newspaper_archive.problems.quoting import has_letters, problem_on, quoted, several

VERY_SHORT = 12
"""Letters; the shortest brief of the samples has 28, a verse line or a picture's words may have fewer."""

A_LIST = 4
"""Headlines one under another without text: a list of what stands elsewhere."""

_LOOK = "请对照版面；如果读错了，请在同名 .yaml 里"
# A picture may stand without words, and a jumped story's second half without its headline.
_WITHOUT_TEXT = frozenset({Kind.PHOTO})
_WITHOUT_HEADLINE = frozenset({Kind.EDITOR_NOTE})


def empty_story(page: Page) -> Iterator[Problem]:
    """Neither headline nor text: a byline or signature that found no story."""
    for article in page.reading.articles:
        if not has_letters(article.headline) and not has_letters(article.body):
            rest = (article.dateline.raw if article.dateline else "") or article.tail
            seen = f"一篇稿件没有标题也没有正文，只有{quoted(rest or article.column)}"
            yield _of(page, article, "empty-article", seen, f"{_LOOK}把这几行归到它所属的稿件")


def headline_alone(page: Page) -> Iterator[Problem]:
    for article in page.reading.articles:
        if (
            has_letters(article.headline)
            and not has_letters(article.body)
            and article.kind not in _WITHOUT_TEXT
        ):
            seen = f"有标题而无正文：{quoted(article.headline)}"
            yield _of(page, article, "headline-alone", seen, f"{_LOOK}指明它的正文在哪几行")


def stray_headlines(page: Page) -> Iterator[Problem]:
    """Headlines that no text follows and that point nowhere are kept as teasers; a list is one place."""
    stray = [t for t in page.reading.teasers if not t.label and has_letters(t.headline) and t.lines]
    rows = list(_rows(stray, page))
    if rows:
        lines = [row[0].lines[0] for row in rows]
        which = several([_in_row(row) for row in rows], lines)
        seen = f"{which}像标题，下面却没有正文，也没写转到哪一版，现作导读"
        advice = f"{_LOOK}写明是标题、栏目还是导读"
        yield problem_on(Severity.WARNING, "stray-headline", page, lines, seen, advice)


def _rows(stray: Sequence[Teaser], page: Page) -> Iterator[list[Teaser]]:
    """Those that stand one under another, where they are a list; the others each by itself."""
    worded = (line.number for line in page.lines if any(map(str.isalpha, line.raw)))
    place = {number: at for at, number in enumerate(worded)}
    row: list[Teaser] = []
    for one, below in zip(stray, (*stray[1:], None), strict=False):
        row.append(one)
        if below is None or place.get(below.lines[0], 0) != place.get(one.lines[-1], 0) + 1:
            yield from [row] if len(row) >= A_LIST else [[each] for each in row]
            row = []


def _in_row(row: Sequence[Teaser]) -> str:
    if len(row) == 1:
        return quoted(row[0].headline)
    return f"从{quoted(row[0].headline)}起连着 {len(row)} 条"


def text_alone(page: Page) -> Iterator[Problem]:
    for article in page.reading.articles:
        if letters(article.headline) or not has_letters(article.body) or article.jump_from:
            continue
        if article.kind not in _WITHOUT_HEADLINE:
            seen = f"正文没有标题，开头是{quoted(article.body)}"
            yield _of(page, article, "text-alone", seen, f"{_LOOK}指明它的标题，或把它并入前一篇")


def very_short_story(page: Page) -> Iterator[Problem]:
    for article in page.reading.articles:
        size = len(letters(article.body[: 4 * VERY_SHORT]))
        if 0 < size < VERY_SHORT and has_letters(article.headline) and article.kind is not Kind.PHOTO:
            seen = f"{quoted(article.headline)}的正文只有 {size} 字：{quoted(article.body)}"
            yield _of(page, article, "very-short", seen, f"{_LOOK}指明其余正文，或说明这不是一篇稿件")


def headline_as_text(page: Page) -> Iterator[Problem]:
    for article in page.reading.articles:
        headline = letters(article.headline)
        if headline and headline == letters(article.body[: 4 * len(article.headline)]):
            seen = f"正文与标题一样：{quoted(article.headline)}"
            yield _of(page, article, "headline-as-text", seen, "若是转换时重复，请在同名 .yaml 里删去一处")


def _of(page: Page, article: Article, code: str, seen: str, advice: str) -> Problem:
    return problem_on(Severity.WARNING, code, page, article.lines[:1], seen, advice)
