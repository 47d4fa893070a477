"""Share cards of 1,200 by 630 pixels, which messengers show for a link: an issue's, an article's.

An issue's says 今日临澜, its day and its foremost headlines, its pages in a pile beside them; an article's
its headline stack and how it begins.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from PIL import Image, ImageDraw

from newspaper_archive.site.pictures.faces import Faces, Fonts
from newspaper_archive.site.pictures.ink import INK, PAPER, RULE, SOFT, VERMILION
from newspaper_archive.site.pictures.shown import CARD
from newspaper_archive.site.pictures.type import LEADING, compose, run_on

MARGIN = 64.0
PILE_FROM = 760


@dataclass(frozen=True, slots=True)
class Wording:
    """What a card says: whose it is, of when and where; the foremost words, and what stands about them."""

    flag: str
    place: str
    headline: str
    kicker: str = ""
    others: Sequence[str] = ()
    text: str = ""


def issue_card(said: Wording, pile: Image.Image, fonts: Fonts) -> Image.Image:
    image, pen = _sheet()
    foot = _flag(pen, said, fonts, PILE_FROM - 2 * MARGIN)
    width = PILE_FROM - MARGIN - 44
    _stack(pen, said, fonts, foot, width, 60)
    box = (CARD[0] - PILE_FROM - int(MARGIN), CARD[1] - 2 * 52)
    pile.thumbnail(box, Image.Resampling.LANCZOS)
    image.paste(pile, (CARD[0] - int(MARGIN) - pile.width, (CARD[1] - pile.height) // 2), pile)
    return image


def article_card(said: Wording, fonts: Fonts) -> Image.Image:
    image, pen = _sheet()
    foot = _flag(pen, said, fonts, CARD[0] - 2 * MARGIN)
    _stack(pen, said, fonts, foot, CARD[0] - 2 * MARGIN, 78)
    return image


def _sheet() -> tuple[Image.Image, ImageDraw.ImageDraw]:
    image = Image.new("RGB", CARD, PAPER)
    pen = ImageDraw.Draw(image)
    pen.rectangle((0, 0, CARD[0], 9), fill=VERMILION)
    return image, pen


def _flag(pen: ImageDraw.ImageDraw, said: Wording, fonts: Fonts, width: float) -> float:
    """The name of the paper, under it day and place; gives where they end."""
    name = compose(said.flag, fonts.nameplate, 72, width, least=36)
    name.draw(pen, MARGIN, 44, INK)
    place = compose(said.place, fonts.small, 26, width, least=18)
    top = 52 + name.height
    place.draw(pen, MARGIN, top, SOFT)
    foot = top + place.height + 14
    pen.rectangle((MARGIN, foot, MARGIN + width, foot + 2), fill=RULE)
    return foot + 26


def _stack(
    pen: ImageDraw.ImageDraw, said: Wording, fonts: Fonts, top: float, width: float, size: float
) -> None:
    """Kicker, headline, and as many further lines as there is room for."""
    kicker = compose(said.kicker, fonts.small, 24, width)
    kicker.draw(pen, MARGIN, top, VERMILION)
    top += kicker.height + (6 if kicker.lines else 0)
    headline = compose(said.headline, fonts.headline, size, width, 3, least=40)
    headline.draw(pen, MARGIN, top, INK)
    top += headline.height + 22
    for text, faces, size in _further(said, fonts):
        lines = run_on(text, faces, size, width, max(1, int((CARD[1] - 40 - top) / (size * LEADING))))
        if top + lines.height > CARD[1] - 36 or not lines.lines:
            return
        lines.draw(pen, MARGIN, top, SOFT)
        top += lines.height + 12


def _further(said: Wording, fonts: Fonts) -> list[tuple[str, Faces, float]]:
    return [(other, fonts.headline, 27.0) for other in said.others] + [(said.text, fonts.small, 34.0)]
