"""What bears a name: articles by their bylines, captions by their photo credits, the newest first.

An article by `记者 沈之禾 通讯员 鲁小满` is Signed once for each of the two; a caption under which
`江一帆 摄` stands is a Photo. An article that names one person in two roles is one article.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from newspaper_archive.lexicon.edtf import newest_first
from newspaper_archive.model import Archive, ArchivedArticle, ArchivedPage, Caption, Issue, Placed


@dataclass(frozen=True, slots=True)
class Signed:
    """An article that somebody signed, and the roles printed before the name."""

    issue: Issue
    page: ArchivedPage
    article: ArchivedArticle
    roles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Photo:
    """A credited caption; `article` is the story it belongs to, None where it stands alone on its page."""

    issue: Issue
    page: ArchivedPage
    article: ArchivedArticle | None
    caption: Caption

    @property
    def address(self) -> str:
        return self.article.address if self.article else self.page.address


def signed_articles(archive: Archive) -> Iterator[tuple[str, Signed]]:
    """Each article under each of its writers' names."""
    for issue, page in _pages(archive):
        for article in page.articles:
            roles: dict[str, dict[str, None]] = {}
            for byline in (byline for part in article.parts for byline in part.article.byline):
                roles.setdefault(byline.name, {})[byline.role] = None
            for name, printed in roles.items():
                yield name, Signed(issue, page, article, tuple(printed))


def credited_photos(archive: Archive) -> Iterator[Photo]:
    """Each caption with a photographer, as printed within a page: the articles' own before those alone."""
    for issue, page in _pages(archive):
        wholes = {one.part.id: one.whole for one in page.continued}
        for article in page.printed:
            for caption in article.captions:
                if caption.photographers:
                    yield Photo(issue, page, wholes.get(article.id, article), caption)
        for caption in page.page.reading.captions:
            if caption.article is None and caption.photographers:
                yield Photo(issue, page, None, caption)


def photographers_at(entries: Iterable[object], addresses: Mapping[str, str]) -> dict[str, str]:
    """Where the names lead that stand under the photos of these entries."""
    names = {name for entry in entries for caption in _captions(entry) for name in caption.photographers}
    return {name: addresses[name] for name in sorted(names & addresses.keys())}


def _captions(entry: object) -> tuple[Caption, ...]:
    if isinstance(entry, Photo):
        return (entry.caption,)
    return entry.article.captions if isinstance(entry, Placed) else ()


def _pages(archive: Archive) -> Iterator[tuple[Issue, ArchivedPage]]:
    for issue in sorted(archive.issues, key=lambda issue: (not issue.certain, newest_first(issue.date))):
        for page in issue.pages:
            yield issue, page
