"""Where a story reads otherwise than in print: the corrected words lead to what stood there.

`渡口的古桥己经修好` with 己经 put right is shown as 渡口的古桥, 已经 (a link to its correction) and 修好.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from newspaper_archive.model import Article, Correction, Paragraph
from newspaper_archive.site.tongue import Tongue
from newspaper_archive.site.words.date_words import date_words
from newspaper_archive.site.words.typography import typeset

MOST = 20
"""Corrections of one paragraph that are looked for in it; of more it is only said that there are some."""


@dataclass(frozen=True, slots=True)
class Amendment:
    """A correction as the reader is told of it: the line in print, what stood there, what is shown.

    `by`, `on` and `why` are "" where the desk does not say. `anchor` is its place below the story: `c12`, and
    `c12-2` of a second one on that line.
    """

    anchor: str
    line: int
    printed: str
    corrected: str
    by: str
    on: str
    why: str


@dataclass(frozen=True, slots=True)
class Reworded:
    """Some words of a paragraph as set, and the anchor of the correction that put them there, else ""."""

    text: str
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Amended:
    """A paragraph with corrected words; `more` are the anchors of those that no words of it show."""

    wordings: tuple[Reworded, ...] = ()
    more: tuple[str, ...] = ()

    @property
    def anchors(self) -> tuple[str, ...]:
        """Of all its corrections."""
        return (*(one.anchor for one in self.wordings if one.anchor), *self.more)


NOT_AMENDED = Amended()


def amendments(corrections: Sequence[Correction], tongue: Tongue) -> tuple[Amendment, ...]:
    """In their order."""
    return tuple(
        Amendment(anchor, one.line, one.printed, one.corrected, one.by, _day(one, tongue), one.why)
        for anchor, one in anchored(corrections)
    )


def _day(one: Correction, tongue: Tongue) -> str:
    return date_words(tongue, one.on) if one.on else ""


def anchored(corrections: Sequence[Correction]) -> Iterator[tuple[str, Correction]]:
    """By their lines, each with its anchor."""
    times: dict[int, int] = {}
    for one in corrections:
        times[one.line] = times.get(one.line, 0) + 1
        yield f"c{one.line}" + (f"-{times[one.line]}" if times[one.line] > 1 else ""), one


def amended(article: Article) -> Mapping[Paragraph, Amended]:
    """The paragraphs that were put right, as they are shown; nothing where print was parted otherwise."""
    before = article.printed.paragraphs if article.printed else ()
    if len(before) != len(article.paragraphs):
        return {}
    known = list(anchored(article.corrections))
    pairs = zip(article.paragraphs, before, strict=True)
    return {shown: _amended(shown, printed, known) for shown, printed in pairs if shown.text != printed.text}


def beside_text(article: Article, found: Mapping[Paragraph, Amended]) -> tuple[str, ...]:
    """The anchors of the corrections that no paragraph leads to: those of a headline, a byline."""
    led = {anchor for one in found.values() for anchor in one.anchors}
    return tuple(anchor for anchor, _ in anchored(article.corrections) if anchor not in led)


def _amended(shown: Paragraph, printed: Paragraph, known: Sequence[tuple[str, Correction]]) -> Amended:
    own = [
        (anchor, one) for anchor, one in known if one.line in printed.lines and one.printed in printed.text
    ]
    own.sort(key=lambda found: (printed.lines.index(found[1].line), printed.text.find(found[1].printed)))
    places = _places(shown.text, printed.text, [one for _, one in own]) if len(own) <= MOST else None
    if places is None:
        return Amended((), tuple(anchor for anchor, _ in own))
    whole, wordings, more, here = typeset(shown.text), list[Reworded](), list[str](), 0
    for (anchor, one), place in zip(own, places, strict=True):
        start = _as_set(shown.text, whole, one.corrected, place)
        if start is None or start < here:
            more.append(anchor)
            continue
        end = start + len(typeset(one.corrected))
        wordings += [Reworded(whole[here:start]), Reworded(whole[start:end], anchor)]
        here = end
    return Amended((*wordings, Reworded(whole[here:])) if wordings else (), tuple(more))


def _places(shown: str, printed: str, own: Sequence[Correction]) -> list[int] | None:
    """Where in the shown text the words of each correction stand, so that all make it of the print."""
    if not own:
        return [] if shown == printed else None
    first, rest = own[0], own[1:]
    start = printed.find(first.printed)
    while start >= 0 and shown[:start] == printed[:start]:
        if shown.startswith(first.corrected, start):
            end = start + len(first.corrected)
            after = _places(shown[end:], printed[start + len(first.printed) :], rest)
            if after is not None:
                return [start, *(end + place for place in after)]
        start = printed.find(first.printed, start + 1)
    return None


def _as_set(text: str, whole: str, word: str, place: int) -> int | None:
    """Where the word at that place stands once the text is set; None where setting changed the word."""
    before, after = _all(text, word), _all(whole, typeset(word))
    return after[before.index(place)] if place in before and len(before) == len(after) else None


def _all(text: str, word: str) -> list[int]:
    return [place for place in range(len(text)) if word and text.startswith(word, place)]
