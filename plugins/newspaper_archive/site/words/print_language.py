"""In which characters print is, for `lang`: 鄉親回家 is zh-Hant, 乡亲回家 is zh-CN.

Simplified print has names and book titles in traditional characters at most (2 in 100 characters on the pages
measured), traditional print has 23 to 40 in 100 that are written in no other way. Where the site
itself speaks another language, what is printed says so, and a screen reader changes its voice.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from functools import cache, partial

from markupsafe import Markup, escape

from newspaper_archive.lexicon.han import FIRST_PLANE, IN_LATER_PLANES, SET_LIKE_HAN
from newspaper_archive.lexicon.simplified import traditional
from newspaper_archive.model import ArchivedArticle, ArchivedPage
from newspaper_archive.site.tongue import PRINTED, Tongue
from newspaper_archive.site.words.wording import folio_words, lead_of

TRADITIONAL = "zh-Hant"
SIMPLIFIED = re.compile(r"zh(-(CN|SG|MY|Hans\b.*))?", re.IGNORECASE)
CHINESE = re.compile(f"[{SET_LIKE_HAN}]+")
TELLING = 20  # characters: fewer, as of a picture with its credit, may be all names
SHARE = 1 / 8


def language(text: str, named: str) -> str:
    """The language that the edition names, but zh-Hant for a traditional text in a simplified edition."""
    return TRADITIONAL if SIMPLIFIED.fullmatch(named) and is_traditional(text) else named


def is_traditional(text: str) -> bool:
    told = sum(map(traditional().__contains__, _perhaps_telling().findall(text)))
    return told > 0 and not _has_chinese(text, told / SHARE)


@cache
def _perhaps_telling() -> re.Pattern[str]:
    """Finds what only traditional print has, and any rare character: a pattern that names those is slow."""
    told = "".join(character for character in traditional() if ord(character) in FIRST_PLANE)
    return re.compile(f"[{told}{IN_LATER_PLANES}]")


def _has_chinese(text: str, number: float) -> bool:
    """Whether it has so many Chinese characters; its first lines mostly tell."""
    for run in CHINESE.finditer(text):
        number -= len(run[0])
        if number <= 0:
            return True
    return False


def marks(tongue: Tongue) -> Mapping[str, Callable[..., str]]:
    """Filters that mark print within what the site says: `name | printed`, `<p{{ language | lang }}>`."""
    return {
        "printed": _as_it_is if tongue.tag == PRINTED else printed,
        "lang": partial(lang_attribute, tongue),
    }


def printed(text: str) -> str:
    """Words out of print as HTML that says what they are in; other words than Chinese are as they are."""
    # A page names so many things out of print that Markup's own format() would be felt.
    return Markup(f'<span lang="{PRINTED}">{escape(text)}</span>') if CHINESE.search(text) else text  # noqa: S704


def _as_it_is(text: str) -> str:
    return text


def folio(tongue: Tongue, page: ArchivedPage) -> str:
    """第C02版·看点 as HTML: of “Page C02 · 看点” the name is print, and so is a headline in its place."""
    words = folio_words(tongue, page)
    if tongue.tag == PRINTED:
        return words
    if not page.named and lead_of(page):
        return printed(words)
    return escape(words).replace(escape(page.name), printed(page.name)) if page.name else words


def lang_attribute(tongue: Tongue, code: str) -> Markup:
    """The attribute of an element that holds print in this language; nothing where the site speaks it."""
    return Markup() if code.lower() == tongue.tag.lower() else Markup(' lang="{}"').format(code)


def page_language(page: ArchivedPage, lines: Iterable[str]) -> str:
    """That of the page whose printed lines these are."""
    return language("".join(lines), page.page.edition.language)


def article_language(page: ArchivedPage, archived: ArchivedArticle, around: str) -> str:
    """That of an article; one too short to tell is in its page's, which is `around` it."""
    text = _text(archived)
    return language(text, page.page.edition.language) if _has_chinese(text, TELLING) else around


def _text(archived: ArchivedArticle) -> str:
    article = archived.article
    return article.kicker + article.headline + "".join(paragraph.text for paragraph in article.paragraphs)
