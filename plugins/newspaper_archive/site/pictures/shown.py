"""What the templates show of pictures: an address, a size that is known before any is drawn, and words.

The page `today/2022/2022-06-01/c01.html` has `…/c01.webp` beside it, its issue `…/index.webp` and, for those
who share it, `…/index.png`; a scan in three sizes is `…/c01.w720.webp` and so on.
"""

from dataclasses import dataclass

from jinja2 import Environment, pass_environment

from newspaper_archive.model import ArchivedPage, Issue, Scan
from newspaper_archive.site.pictures.miniature import HEIGHT, WIDTH
from newspaper_archive.site.tongue import Tongue, tongue
from newspaper_archive.site.words.wording import folio_words, issue_title, printed_headline

CARD = (1200, 630)
# A phone, a desk, and to look at closely.
SCAN_WIDTHS = (720, 1440, 2400)
# A size is worth its file when the next one is so much larger.
APART = 1.25
# Pages that a cover shows, and how much of each looks out behind the one before it.
PILE, STEP_RIGHT, STEP_DOWN = 4, 15, 10
TOLD = 3


@dataclass(frozen=True, slots=True)
class Drawn:
    """Whether there is type to draw pages with, and whether each article has a share card."""

    pages: bool = False
    article_cards: bool = False


@dataclass(frozen=True, slots=True)
class ShownPicture:
    """One file; `words` say what is to be seen to those who do not see it."""

    address: str
    width: int
    height: int
    words: str


@dataclass(frozen=True, slots=True)
class Facsimile:
    """A scan in its sizes, the smallest first."""

    sizes: tuple[ShownPicture, ...]

    @property
    def largest(self) -> ShownPicture:
        return self.sizes[-1]


@pass_environment
def thumbnail(environment: Environment, page: ArchivedPage) -> ShownPicture | None:
    """The page in small: its scan, else as drawn."""
    drawn = _drawn(environment)
    if not page.page.scan and not drawn.pages:
        return None
    return ShownPicture(
        beside(page.address, "webp"), *thumbnail_size(page.page.scan), _told(_tongue(environment), page)
    )


@pass_environment
def cover(environment: Environment, issue: Issue) -> ShownPicture | None:
    drawn = _drawn(environment)
    piled = pile(issue, drawn.pages)
    if not piled:
        return None
    width, height = pile_size(len(piled))
    spoken = _tongue(environment)
    words = spoken.say("%(issue)s的版面缩样", issue=issue_title(spoken, issue))
    return ShownPicture(beside(issue.address, "webp"), width, height, words)


@pass_environment
def facsimile(environment: Environment, page: ArchivedPage) -> Facsimile | None:
    """The scan beside the page, None where it has none."""
    scan = page.page.scan
    if scan is None:
        return None
    stem = page.address.removesuffix(".html")
    spoken = _tongue(environment)
    words = spoken.say("%(page)s的扫描图", page=folio_words(spoken, page))
    return Facsimile(
        tuple(
            ShownPicture(f"{stem}.w{width}.webp", width, height, words)
            for width, height in facsimile_sizes(scan)
        )
    )


@pass_environment
def issue_card(environment: Environment, issue: Issue) -> ShownPicture | None:
    """Shown by networks and messengers; only a site with an address on the web has any."""
    drawn = _drawn(environment)
    if not (drawn.pages and environment.globals["site_address"]):
        return None
    return ShownPicture(beside(issue.address, "png"), *CARD, issue_title(_tongue(environment), issue))


@pass_environment
def article_card(environment: Environment, address: str, issue: Issue, words: str) -> ShownPicture | None:
    """The card of the article at this address where the site draws them, else its issue's."""
    of_issue = issue_card(environment, issue)
    if of_issue is None or not _drawn(environment).article_cards:
        return of_issue
    return ShownPicture(beside(address, "png"), *CARD, words)


FILTERS = {
    "thumbnail": thumbnail,
    "cover": cover,
    "facsimile": facsimile,
    "issue_card": issue_card,
    "article_card": article_card,
}


def beside(address: str, suffix: str) -> str:
    return f"{address.removesuffix('html')}{suffix}"


def thumbnail_size(scan: Scan | None) -> tuple[int, int]:
    return (WIDTH, HEIGHT) if scan is None else (WIDTH, max(1, round(scan.height * WIDTH / scan.width)))


def facsimile_sizes(scan: Scan) -> list[tuple[int, int]]:
    """Width and height of each; none is larger than the scan."""
    largest = min(scan.width, SCAN_WIDTHS[-1])
    widths = [width for width in SCAN_WIDTHS if width * APART <= largest] + [largest]
    return [(width, max(1, round(scan.height * width / scan.width))) for width in widths]


def pile(issue: Issue, drawn: bool, most: int = PILE) -> list[ArchivedPage]:
    """The first pages that have a picture, which make a cover."""
    return [page for page in issue.pages if drawn or page.page.scan][:most]


def pile_size(pages: int) -> tuple[int, int]:
    return WIDTH + STEP_RIGHT * (pages - 1), HEIGHT + STEP_DOWN * (pages - 1)


def _drawn(environment: Environment) -> Drawn:
    drawn = environment.globals["drawn"]
    return drawn if isinstance(drawn, Drawn) else Drawn()


def _tongue(environment: Environment) -> Tongue:
    found = environment.globals["tongue"]
    return found if isinstance(found, Tongue) else tongue()


def _told(tongue: Tongue, page: ArchivedPage) -> str:
    """版面缩样：一河清水绕城来；开镰; where the page stands, the words beside the picture say."""
    headlines = [printed_headline(article.article) for article in page.articles if article.article.headline]
    if not headlines:
        return tongue.say("版面扫描图") if page.page.scan else tongue.say("版面缩样")
    told = tongue.say("；").join(headlines[:TOLD])
    if page.page.scan:
        return tongue.say("版面扫描图：%(headlines)s", headlines=told)
    return tongue.say("版面缩样：%(headlines)s", headlines=told)
