"""The pictures as jobs: an issue's pages, cover and card; the sizes of a scan; cards of articles."""

from collections.abc import Iterator, Mapping, Sequence

from PIL import Image, ImageDraw, ImageOps

from newspaper_archive.model import Archive, ArchivedPage, Article, Issue, PageFile
from newspaper_archive.site.pages.issues import page_paths
from newspaper_archive.site.pictures import card, webp
from newspaper_archive.site.pictures.faces import Fonts
from newspaper_archive.site.pictures.facsimile import draw_facsimile, scan_thumbnail
from newspaper_archive.site.pictures.ink import RULE
from newspaper_archive.site.pictures.miniature import miniature
from newspaper_archive.site.pictures.plate import edition_words, plate
from newspaper_archive.site.pictures.shown import PILE, STEP_DOWN, STEP_RIGHT, beside, pile, pile_size
from newspaper_archive.site.render_job import RenderJob
from newspaper_archive.site.render_options import Site
from newspaper_archive.site.renderer import Renderer
from newspaper_archive.site.tongue import Tongue
from newspaper_archive.site.words.date_words import date_words, weekday_words
from newspaper_archive.site.words.typography import typeset
from newspaper_archive.site.words.wording import STORIES, excerpt, folio_words, printed_headline

CARD_TIMES = 2
CARD_HEADLINES, CARD_TEXT = 5, 150


def picture_jobs(archive: Archive, site: Site) -> Iterator[RenderJob]:
    """Everything that can be drawn: without type only what is scanned."""
    for issue in archive.issues:
        paths = page_paths(issue)
        scanned = {page.id: archive.files[page.page.source.path] for page in issue.pages if page.page.scan}
        if pile(issue, site.fonts is not None):
            yield RenderJob(f"{issue.id}/pictures", draw_issue, (issue, scanned, site), paths)
        for page in issue.pages:
            if page.page.scan:
                shown = (page.address.removesuffix(".html"), page.page.scan, scanned[page.id])
                yield RenderJob(f"{page.id}/scan", draw_facsimile, shown, (page.page.source.path,))
        if site.fonts and site.address and site.article_cards:
            flag = edition_words(issue) or site.name
            yield RenderJob(f"{issue.id}/cards", draw_article_cards, (issue, flag, site.fonts), paths)


def draw_issue(renderer: Renderer, issue: Issue, scanned: Mapping[str, PageFile], site: Site) -> None:
    """Each page in small, the cover, and the share card where the site has an address on the web."""
    pages = [(page, scanned.get(page.id)) for page in pile(issue, site.fonts is not None, len(issue.pages))]
    small = [_small(renderer.tongue, issue, page, file, site.fonts) for page, file in pages]
    for (page, file), image in zip(pages, small, strict=True):
        renderer.writer.write(
            beside(page.address, "webp"), webp.photograph(image) if file else webp.drawing(image)
        )
    piled = _cover(small[:PILE])
    renderer.writer.write(
        beside(issue.address, "webp"), webp.photograph(piled) if scanned else webp.drawing(piled)
    )
    if site.fonts and site.address:
        large = [
            _small(renderer.tongue, issue, page, file, site.fonts, CARD_TIMES) for page, file in pages[:PILE]
        ]
        words = _issue_words(renderer.tongue, issue, site.name)
        drawn = card.issue_card(words, _cover(large, CARD_TIMES), site.fonts)
        renderer.writer.write(beside(issue.address, "png"), webp.card(drawn, scanned=bool(scanned)))


def draw_article_cards(renderer: Renderer, issue: Issue, flag: str, fonts: Fonts) -> None:
    for page in issue.pages:
        for article in page.articles:
            words = card.Wording(
                flag=flag,
                place=_place(renderer.tongue, issue, _page_words(renderer.tongue, page)),
                headline=printed_headline(article.article),
                kicker=typeset(article.article.kicker) if article.article.headline else "",
                text=excerpt(article.article, CARD_TEXT),
            )
            renderer.writer.write(
                beside(article.address, "png"), webp.card(card.article_card(words, fonts), scanned=False)
            )


def _small(
    tongue: Tongue,
    issue: Issue,
    page: ArchivedPage,
    file: PageFile | None,
    fonts: Fonts | None,
    times: int = 1,
) -> Image.Image:
    """The page in small: its scan, else drawn; a page of neither is not asked for."""
    if page.page.scan and file:
        return scan_thumbnail(page.page.scan, file, times)
    if fonts is None:
        raise ValueError(page.id)
    return miniature(plate(issue, page, tongue), fonts, times)


def _cover(pages: Sequence[Image.Image], times: int = 1) -> Image.Image:
    """The pages in a pile on no ground of its own, the front page before the others; they are of one size."""
    width, height = (length * times for length in pile_size(len(pages)))
    piled = Image.new("RGBA", (width, height))
    pen = ImageDraw.Draw(piled)
    one = (width - STEP_RIGHT * (len(pages) - 1) * times, height - STEP_DOWN * (len(pages) - 1) * times)
    for number in reversed(range(len(pages))):
        left, top = number * STEP_RIGHT * times, number * STEP_DOWN * times
        piled.paste(ImageOps.fit(pages[number], one, centering=(0.5, 0.0)), (left, top))
        pen.rectangle((left, top, left + one[0] - 1, top + one[1] - 1), outline=RULE, width=times)
    return piled


def _issue_words(tongue: Tongue, issue: Issue, site_name: str) -> card.Wording:
    """The lead of each page before what else stands on the front page."""
    pages = [[printed_headline(article) for article in _stories_first(page)] for page in issue.pages]
    leads = [headlines[0] for headlines in pages if headlines]
    headlines = [*leads, *(headline for headlines in pages for headline in headlines[1:])]
    pages_in_all = tongue.tell("共%(n)s版", len(issue.pages))
    where = pages_in_all if issue.certain else _page_words(tongue, issue.pages[0])
    return card.Wording(
        flag=edition_words(issue) or site_name,
        place=_place(tongue, issue, where),
        headline=headlines[0] if headlines else "",
        others=headlines[1:CARD_HEADLINES],
    )


def _stories_first(page: ArchivedPage) -> list[Article]:
    """Those with a headline in print order, pictures and briefs after the stories."""
    named = [article.article for article in page.articles if article.article.headline]
    return sorted(named, key=lambda article: article.kind not in STORIES)


def _page_words(tongue: Tongue, page: ArchivedPage) -> str:
    """第C01版·要闻, "" of a page that only its headlines name: the card bears them in large type."""
    return folio_words(tongue, page) if page.named else ""


def _place(tongue: Tongue, issue: Issue, where: str) -> str:
    """2023年6月2日 星期五 第C01版·要闻."""
    day = date_words(tongue, issue.date)
    if issue.certain:
        day = tongue.say("%(day)s %(weekday)s", day=day, weekday=weekday_words(tongue, issue.date))
    return tongue.say("%(day)s %(where)s", day=day, where=where) if where else day
