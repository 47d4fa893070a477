"""Where withdrawn words stand elsewhere too: on other pages they stay, and the desk is told of them.

withdrawn.yaml:5: 撤下的“柏清漪”还在另外 2 处，没有动：hewan/2031/2031-03-12/c01-01.html、…
"""

from collections.abc import Iterator, Mapping

from newspaper_archive.folder.foreign_files import WITHDRAWN_FILE
from newspaper_archive.folder.text.masking import places
from newspaper_archive.make.survey import Withdrawing
from newspaper_archive.make.withdrawing import now_at, stands_at
from newspaper_archive.model import Archive, ArchivedArticle, ArchivedPage

_NAMED = 5
_QUOTED = 20
_FEWEST = 6
"""Letters of a headline that is looked for; 通知 is everybody's."""


def headlines(found: Withdrawing, archive: Archive) -> dict[int, str]:
    """Of stories that are about to be taken away, by the line that says so; nothing else is kept of them."""
    titles = {
        one.id: one.article.headline
        for issue in archive.issues
        for page in issue.pages
        for one in page.articles
    }
    ids = {
        one.at: now_at(stands_at(one, found.book or {}), archive.book) for one in found.unsettled if one.id
    }
    return {at: titles[id_] for at, id_ in ids.items() if len(titles.get(id_, "")) >= _FEWEST}


def still_printed(found: Withdrawing, told: Mapping[int, str], archive: Archive) -> Iterator[str]:
    """How much is withdrawn, and what of it stands elsewhere; `told` are headlines as above."""
    if not found.said:
        return
    yield f"照 {WITHDRAWN_FILE} 撤下了 {len(found.said)} 处"
    for one in found.said:
        words = one.words or told.get(one.at, "")
        there = list(_places(words, archive)) if words else []
        if there:
            named = "、".join(there[:_NAMED]) + ("……" if len(there) > _NAMED else "")
            quoted = words[:_QUOTED] + ("……" if len(words) > _QUOTED else "")
            yield (
                f"{WITHDRAWN_FILE}:{one.at}: 撤下的“{quoted}”还在另外 {len(there)} 处，没有动：{named}。"
                "要一并撤下，请每处再写一条"
            )


def _places(words: str, archive: Archive) -> Iterator[str]:
    for issue in archive.issues:
        for page in issue.pages:
            stories = [story.address for story in page.articles if places(_story(story), words)]
            yield from stories
            if not stories and places(_loose(page), words):
                yield page.address


def _story(story: ArchivedArticle) -> str:
    return "\n\n".join(map(_part, story.parts))


def _part(story: ArchivedArticle) -> str:
    article = story.article
    names = "\n\n".join(one.name for one in article.byline)
    captions = "\n\n".join(f"{one.text}\n\n{one.credit}" for one in story.captions)
    above = (article.kicker, article.headline, article.subhead, names, captions)
    return "\n\n".join((*above, article.body, article.tail))


def _loose(page: ArchivedPage) -> str:
    reading = page.page.reading
    names = [name for credit in reading.colophon for name in credit.names]
    captions = [f"{one.text}\n\n{one.credit}" for one in reading.captions]
    teasers = [one.headline for one in reading.teasers]
    return "\n\n".join((*captions, *teasers, *names, *(line.raw for line in reading.furniture)))
