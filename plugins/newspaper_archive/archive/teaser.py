"""Finds the article that a teaser announces: `《渡口夜话》开讲 C02 看点` is that story on C02.

Headlines are compared by their letters alone: equal ones, or one within the other from six letters on, as a
front page shortens them. An index of six-letter runs keeps the cost linear in the issue's headlines.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from newspaper_archive.archive.folio import same_folio
from newspaper_archive.archive.section import letters
from newspaper_archive.model import ArchivedArticle, ArchivedPage, Article, Teaser

_RUN = 6
# An issue's headlines are all different; only a made-up page has more than this many that are alike.
_MOST_ALIKE = 200


@dataclass(frozen=True, slots=True)
class _Headlines:
    """The issue's headlines by their letters, and which of them hold, or begin with, a run of six letters."""

    articles: Mapping[str, tuple[tuple[ArchivedPage, ArchivedArticle], ...]]
    holding: Mapping[str, tuple[str, ...]]
    beginning: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Announced:
    """A page's teaser and the article it announces; None where the issue holds none such."""

    teaser: Teaser
    article: ArchivedArticle | None


def announced(pages: Sequence[ArchivedPage]) -> dict[str, tuple[Announced, ...]]:
    """By page id, what each teaser of an issue's pages announces."""
    headlines = _headlines(pages) if any(page.page.reading.teasers for page in pages) else None
    if headlines is None:
        return {}
    return {
        page.id: tuple(
            Announced(teaser, _article(teaser, page, headlines)) for teaser in page.page.reading.teasers
        )
        for page in pages
    }


def _headlines(pages: Sequence[ArchivedPage]) -> _Headlines:
    articles: dict[str, dict[str, tuple[ArchivedPage, ArchivedArticle]]] = {}
    for page in pages:
        for article in page.articles:
            for form in headline_forms(article.article):
                # The first of its headline on a page stands for its namesakes there.
                articles.setdefault(form, {}).setdefault(page.id, (page, article))
    holding: dict[str, dict[str, None]] = {}
    beginning: dict[str, list[str]] = {}
    for form in articles:
        for run in _runs(form):
            holding.setdefault(run, {})[form] = None
        if len(form) >= _RUN:
            beginning.setdefault(form[:_RUN], []).append(form)
    return _Headlines(
        {form: tuple(found.values()) for form, found in articles.items()},
        {run: tuple(forms) for run, forms in holding.items()},
        {run: tuple(forms) for run, forms in beginning.items()},
    )


def headline_forms(article: Article) -> list[str]:
    """The headline as a teaser may give it: alone, after its kicker, before its subhead."""
    kicker, headline, subhead = letters(article.kicker), letters(article.headline), letters(article.subhead)
    forms = (headline, kicker + headline, headline + subhead, kicker + headline + subhead)
    return list(dict.fromkeys(form for form in forms if form))


def _runs(text: str) -> Iterator[str]:
    return (text[start : start + _RUN] for start in range(len(text) - _RUN + 1))


def _article(teaser: Teaser, page: ArchivedPage, headlines: _Headlines) -> ArchivedArticle | None:
    wanted = letters(teaser.headline)
    best: tuple[tuple[int, ...], ArchivedArticle] | None = None
    for form in _alike(wanted, headlines):
        for found, article in headlines.articles[form]:
            if form == wanted or _may_stand_on(teaser, found, page):
                rank = _rank(teaser, page, found, wanted, form)
                if best is None or rank < best[0]:
                    best = rank, article
    return best[1] if best else None


def _alike(wanted: str, headlines: _Headlines) -> list[str]:
    """Headlines equal to the wanted one, around it or within it."""
    forms = [wanted] if wanted in headlines.articles else []
    if len(wanted) >= _RUN:
        runs = list(dict.fromkeys(_runs(wanted)))
        around = min((headlines.holding.get(run, ()) for run in runs), key=len)
        within = (form for run in runs for form in headlines.beginning.get(run, ()))
        forms += [form for form in islice(around, _MOST_ALIKE) if wanted in form]
        forms += [form for form in islice(within, _MOST_ALIKE) if form in wanted]
    return list(dict.fromkeys(forms))


def _may_stand_on(teaser: Teaser, found: ArchivedPage, page: ArchivedPage) -> bool:
    """One that is only alike must stand where the teaser points, or where no folio is known."""
    return (
        teaser.folio is None or found.folio is None or found is page or same_folio(teaser.folio, found.folio)
    )


def _rank(teaser: Teaser, page: ArchivedPage, found: ArchivedPage, wanted: str, form: str) -> tuple[int, ...]:
    """The smaller the better: on another page than the teaser's, where it points, equal, most alike."""
    pointed = teaser.folio is not None and found.folio is not None and same_folio(teaser.folio, found.folio)
    return found is page, not pointed, form != wanted, -min(len(form), len(wanted))
