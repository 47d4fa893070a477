"""What the templates show of pictures: an address, a size that is known before any is drawn, and words.

The page `today/2022/2022-06-01/c01.html` has `…/c01.webp` beside it, its issue `…/index.webp` and, for those
who share it, `…/index.png`; a scan in three sizes is `…/c01.w720.webp` and so on.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil, isqrt

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
# WebP ends at 16,383 pixels; a phone opens pictures of half of that without effort.
LONGEST, LONGEST_PART = 16_000, 8_000
# A screenshot of 1,080 by 20,000 is shown as wide as it is; a longer one in fewer columns.
MOST_SHOWN = 22_000_000
LONGEST_SMALL = 2 * WIDTH
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
class ScanPart:
    """What stands between two heights of a scan, in its sizes, the smallest first."""

    sizes: tuple[ShownPicture, ...]

    @property
    def largest(self) -> ShownPicture:
        return self.sizes[-1]


@dataclass(frozen=True, slots=True)
class Facsimile:
    """A scan, in one part or, where it is a long screenshot, in several from top to bottom."""

    parts: tuple[ScanPart, ...]


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
    sizes = facsimile_sizes(scan)
    every = part_count(sizes)
    return Facsimile(tuple(_part(stem, sizes, number, every, words, spoken) for number in range(every)))


def _part(
    stem: str, sizes: Sequence[tuple[int, int]], number: int, every: int, words: str, spoken: Tongue
) -> ScanPart:
    if every > 1:
        words = spoken.say("%(scan)s（%(part)s/%(every)s）", scan=words, part=number + 1, every=every)
    return ScanPart(
        tuple(
            ShownPicture(scan_address(stem, width, number), width, below - above, words)
            for width, height in sizes
            for above, below in [stretch(height, number, every)]
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
    """Of a long picture its head."""
    return (WIDTH, HEIGHT) if scan is None else (WIDTH, min(whole_height(scan, WIDTH), LONGEST_SMALL))


def facsimile_sizes(scan: Scan) -> list[tuple[int, int]]:
    """Width and height of each; none is larger than the scan, nor has more pixels than a browser can show."""
    largest = min(scan.width, SCAN_WIDTHS[-1], max(1, isqrt(MOST_SHOWN * scan.width // scan.height)))
    widths = [width for width in SCAN_WIDTHS if width * APART <= largest] + [largest]
    return [(width, whole_height(scan, width)) for width in widths]


def part_count(sizes: Sequence[tuple[int, int]]) -> int:
    """In how many parts a scan of these sizes is shown."""
    height = sizes[-1][1]
    return 1 if height <= LONGEST else ceil(height / LONGEST_PART)


def stretch(height: int, number: int, every: int) -> tuple[int, int]:
    """Where one of so many parts begins and ends."""
    return height * number // every, height * (number + 1) // every


def scan_address(stem: str, width: int, number: int) -> str:
    return f"{stem}.w{width}-{number + 1}.webp" if number else f"{stem}.w{width}.webp"


def whole_height(scan: Scan, width: int) -> int:
    """How high it is where it is so wide."""
    return max(1, round(scan.height * width / scan.width))


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
