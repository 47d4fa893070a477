"""What was put right, `corrections/index.html`: by the desk or by a printed notice, the newest issue first.

`古桥昨日通车` of 2031-03-05 with 己经 put right as 已经, and the 更正 of 2031-03-12 that is about it.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from newspaper_archive.archive.correction_notice import by_story, correction_notices
from newspaper_archive.lexicon.edtf import newest_first
from newspaper_archive.model import Archive, ArchivedPage, Correction, Issue, Placed
from newspaper_archive.site.lists.seen_elsewhere import SeenElsewhere
from newspaper_archive.site.renderer import Renderer
from newspaper_archive.site.story.amended import Amendment, amendments
from newspaper_archive.site.tongue import Tongue

INDEX_ADDRESS = "corrections/index.html"
MOST = 200
"""Stories that the page has room for; what was put right in an older one stands below that story."""


@dataclass(frozen=True, slots=True)
class Corrected:
    """A story, or (`story` is None) a page of which something beside its stories was put right."""

    issue: Issue
    page: ArchivedPage
    story: Placed | None
    amendments: tuple[Amendment, ...]
    notices: tuple[Placed, ...] = ()

    @property
    def target(self) -> str:
        """Where it is told: below the story, else the line of the transcript."""
        first = self.amendments[0] if self.amendments else None
        if self.story is None:
            return f"{self.page.address}#L{first.line}" if first else self.page.address
        return f"{self.story.article.address}#{first.anchor}" if first else self.story.article.address


def render_corrections(renderer: Renderer, archive: Archive) -> int:
    """The page, which says so where nothing was put right; how many stories it could list."""
    found = corrected(archive, renderer.tongue)
    renderer.render(
        "newspaper/corrections.html", INDEX_ADDRESS, entries=found[:MOST], others=max(0, len(found) - MOST)
    )
    return len(found)


def corrected(archive: Archive, tongue: Tongue) -> list[Corrected]:
    """The newest issue first, the undated last; within one in print order."""
    notices, afar = by_story(correction_notices(archive)), SeenElsewhere()
    issues = sorted(archive.issues, key=lambda issue: (not issue.certain, newest_first(issue.date)))
    return [
        one
        for issue in issues
        for page in issue.pages
        if page.page.reading.corrections or notices
        for one in _of_page(issue, page, notices, afar, tongue)
    ]


def _of_page(
    issue: Issue,
    page: ArchivedPage,
    notices: Mapping[str, Sequence[Placed]],
    afar: SeenElsewhere,
    tongue: Tongue,
) -> Iterator[Corrected]:
    """Its stories, then the page itself for what is in none of them."""
    told: set[Correction] = set()
    wholes = {one.part.id: one.whole for one in page.continued}
    for article in page.printed:
        own, of_it = article.article.corrections, notices.get(article.id, ())
        told.update(own)
        if own or of_it:
            seen = afar.article(Placed(issue, page, wholes.get(article.id, article)))
            printed = tuple(map(afar.article, of_it))
            yield Corrected(seen.issue, seen.page, seen, amendments(own, tongue), printed)
    rest = [one for one in page.page.reading.corrections if one not in told]
    if rest:
        here = afar.page(page)
        yield Corrected(afar.issue(issue), here, None, amendments(rest, tongue))
