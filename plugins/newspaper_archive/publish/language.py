"""In which characters a page or an article is printed, for `lang`: 鄉親回家 is zh-Hant, 乡亲回家 is zh-CN.

Simplified print has names and book titles in traditional characters at most (2 in 100 characters on the pages
measured), traditional print has 23 to 40 in 100 that are written in no other way.
"""

import re

from newspaper_archive.model import ArchivedArticle, ArchivedPage, Issue
from newspaper_archive.publish.typography import HAN
from newspaper_archive.simplify import simplified

TRADITIONAL = "zh-Hant"
SIMPLIFIED = re.compile(r"zh(-(CN|SG|MY|Hans\b.*))?", re.IGNORECASE)
CHINESE = re.compile(f"[{HAN}]")
TELLING = 20  # characters: fewer, as of a picture with its credit, may be all names
SHARE = 1 / 8


def language(text: str, named: str) -> str:
    """The language that the edition names, but zh-Hant for a traditional text in a simplified edition."""
    return TRADITIONAL if SIMPLIFIED.fullmatch(named) and is_traditional(text) else named


def is_traditional(text: str) -> bool:
    return _share(CHINESE.findall(text)) > SHARE


def _share(characters: list[str]) -> float:
    """How many of them only traditional print has; 0.0 of none."""
    return sum(map(simplified().__contains__, characters)) / max(1, len(characters))


def page_language(page: ArchivedPage) -> str:
    return language("".join(line.raw for line in page.page.lines), page.page.edition.language)


def article_language(page: ArchivedPage, address: str) -> str:
    """That of the article at this address; one too short to tell is in its page's."""
    for archived in page.articles:
        if archived.address == address and len(CHINESE.findall(text := _text(archived))) >= TELLING:
            return language(text, page.page.edition.language)
    return page_language(page)


def issue_language(issue: Issue) -> str:
    """zh-Hant where all of its pages are."""
    found = {page_language(page) for page in issue.pages}
    return found.pop() if len(found) == 1 else issue.edition.language


def _text(archived: ArchivedArticle) -> str:
    article = archived.article
    return article.kicker + article.headline + "".join(paragraph.text for paragraph in article.paragraphs)
