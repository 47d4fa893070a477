"""The columns of each edition as rows: every 一周速读 of 今日运河 by date, each with its neighbours."""

from newspaper_archive.archive.section import letters
from newspaper_archive.model import Archive, Placed
from newspaper_archive.site.lists.neighbours import Neighbours, neighbours


def beside_in_columns(archive: Archive) -> dict[str, Neighbours[Placed]]:
    """By an article's id what its column ran before and after; the undated stand in no row."""
    rows: dict[tuple[str, str], list[Placed]] = {}
    for issue in archive.issues:
        for page in issue.pages if issue.certain else ():
            for article in page.articles:
                if column := letters(article.article.column):
                    rows.setdefault((issue.edition.slug, column), []).append(Placed(issue, page, article))
    return {
        placed.article.id: beside
        for row in rows.values()
        if len(row) > 1
        for placed, beside in neighbours(row)
    }
