"""The file of each article: `…/c01-01.html`, `…/c01-02.html`, in print order through the whole issue."""

from collections.abc import Mapping
from dataclasses import dataclass

from newspaper_archive.model import Archive, ArchivedArticle, ArchivedPage, Issue, Section
from newspaper_archive.publish.doubts import Problems, by_file, doubtful_lines, of_page
from newspaper_archive.publish.neighbours import Neighbours, neighbours
from newspaper_archive.publish.press import Press
from newspaper_archive.publish.story import Story
from newspaper_archive.publish.wording import excerpt


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What an article's file tells from beyond its issue: sections by slug, problems by page file."""

    sections: Mapping[str, Section]
    problems: Problems


def surroundings(archive: Archive) -> Surroundings:
    return Surroundings({section.slug: section for section in archive.sections}, by_file(archive))


def print_articles(press: Press, issue: Issue, stories: Mapping[str, Story], around: Surroundings) -> None:
    """One file for each article of an issue; `stories` has them set, by id."""
    articles = [(page, article) for page in issue.pages for article in page.articles]
    for (page, article), beside in neighbours(articles):
        press.put(
            "newspaper/article.html",
            article.address,
            issue=issue,
            page=page,
            story=stories[article.id],
            stories=[stories[other.id] for other in page.articles],
            summary=excerpt(article.article),
            sections=[around.sections[slug] for slug in article.sections if slug in around.sections],
            doubts=doubtful_lines(article, of_page(page, around.problems)),
            beside=_stories(beside, stories),
        )


def _stories(
    beside: Neighbours[tuple[ArchivedPage, ArchivedArticle]], stories: Mapping[str, Story]
) -> Neighbours[Story]:
    before = stories[beside.before[1].id] if beside.before else None
    after = stories[beside.after[1].id] if beside.after else None
    return Neighbours(before, after)
