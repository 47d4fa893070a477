"""An article as it is seen from other issues: its headline and where it stands, without what it says.

What leads from `c01-01.html` to an older story shows no more of it; so a change to the older one's text
leaves the newer one's file alone.
"""

from dataclasses import dataclass, field, replace

from newspaper_archive.model import (
    ArchivedArticle,
    ArchivedPage,
    Article,
    Issue,
    PageLabel,
    Placed,
    Reading,
    Section,
)

NOTHING_READ = Reading(PageLabel(), None, None, (), (), (), (), (), (), (), ())


@dataclass(slots=True)
class SeenElsewhere:
    """Sees each issue and page once, for many links lead to one."""

    _issues: dict[str, Issue] = field(default_factory=dict)
    _pages: dict[str, ArchivedPage] = field(default_factory=dict)

    def article(self, placed: Placed) -> Placed:
        return Placed(self.issue(placed.issue), self.page(placed.page), _headline(placed.article))

    def issue(self, issue: Issue) -> Issue:
        if issue.id not in self._issues:
            self._issues[issue.id] = replace(issue, pages=())
        return self._issues[issue.id]

    def page(self, archived: ArchivedPage) -> ArchivedPage:
        if archived.id not in self._pages:
            page = replace(archived.page, lines=(), reading=NOTHING_READ, problems=(), kept=None, ticks=())
            self._pages[archived.id] = replace(archived, page=page, articles=(), teasers=(), continued=())
        return self._pages[archived.id]


def section_afar(section: Section) -> Section:
    """Its name and address."""
    return replace(section, articles=(), teasers=())


def _headline(archived: ArchivedArticle) -> ArchivedArticle:
    article = archived.article
    named = bool(article.headline or article.kicker or article.column)
    seen = Article(
        kind=article.kind,
        headline=article.headline,
        # Its first words stand for a headline.
        paragraphs=() if named else article.paragraphs[:1],
        lines=(),
        kicker=article.kicker,
        subhead=article.subhead,
        column=article.column,
        dateline=None if named else article.dateline,
        byline=() if named else article.byline,
        tail="" if named else article.tail,
    )
    return replace(archived, article=seen, captions=(), rest=(), open_jumps=())
