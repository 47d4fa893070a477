"""The invented archive as page files for us, and as Markdown for Pelican and Hugo.

`jinri-linlan/2013-01-02/C01.txt` is a page's text; `2013-01-02-c01-01.md` is one of its articles.
"""

from collections.abc import Iterator
from pathlib import Path
from textwrap import wrap

from newspaper_archive.model import Archive, ArchivedArticle, ArchivedPage, Issue

COLUMN = 26
"""Characters a line, in every second page; the others have a paragraph a line."""


def write_pages(archive: Archive, folder: Path) -> int:
    """Writes the page files and their edition.yaml; says how many bytes the pages have."""
    for edition in archive.editions:
        root = folder / edition.slug
        root.mkdir(parents=True)
        said = f"paper: {edition.paper}\nedition: {edition.name}\nslug: {edition.slug}\nfrequency: 日报\n"
        root.joinpath("edition.yaml").write_text(said, "utf-8")
    return sum(_write_page(folder / path, text) for path, text in page_files(archive))


def page_files(archive: Archive) -> Iterator[tuple[str, str]]:
    """Each page file's path and text."""
    for issue in archive.issues:
        for number, page in enumerate(issue.pages):
            wide = COLUMN if number % 2 else 0
            yield f"{_folder(issue)}/{page.folio}.txt", _page(page, wide)


def _folder(issue: Issue) -> str:
    return issue.id if not issue.certain else f"{issue.edition.slug}/{issue.date}"


def _write_page(path: Path, text: str) -> int:
    path.parent.mkdir(parents=True, exist_ok=True)
    return path.write_bytes(text.encode("utf-8"))


def _page(page: ArchivedPage, width: int) -> str:
    stories = "\n\n".join("\n".join(_lines(article, width)) for article in page.articles)
    return f"{page.folio} {page.name}\n\n{stories}\n"


def _lines(archived: ArchivedArticle, width: int) -> Iterator[str]:
    article = archived.article
    if article.kicker:
        yield article.kicker
    yield article.headline
    opening = article.dateline.raw if article.dateline else ""
    for number, paragraph in enumerate(article.paragraphs):
        text = f"　　{'' if number else opening}{paragraph.text}"
        yield from wrap(text, width) if width else [text]
    for caption in archived.captions:
        yield f"　　{caption.text}{caption.credit}"


def write_markdown(archive: Archive, folder: Path) -> None:
    """One Markdown file an article, with what Pelican and Hugo ask for at its head."""
    folder.mkdir(parents=True)
    for issue in archive.issues:
        for page in issue.pages:
            for article in page.articles:
                name = article.id.replace("/", "-")
                folder.joinpath(f"{name}.md").write_text(_markdown(issue, page, article), "utf-8")


def _markdown(issue: Issue, page: ArchivedPage, archived: ArchivedArticle) -> str:
    day = issue.date if issue.certain else "2000-01-01"
    article = archived.article
    head = (
        f"---\ntitle: '{article.headline}'\ndate: {day}\ncategory: {page.name}\n"
        f"categories: ['{page.name}']\nslug: {archived.id.replace('/', '-')}\n---\n\n"
    )
    return head + "\n\n".join(paragraph.text for paragraph in article.paragraphs) + "\n"
