"""What is the page's and no story's: its labels, `编辑:… 校对:…`, hotlines and codes."""

from newspaper_archive.assemble.draft import LooseTeaser
from newspaper_archive.assemble.standing import Standing
from newspaper_archive.classify import Judged, forms
from newspaper_archive.strand import Strand, cut


def label(page: Standing, one: Judged) -> None:
    page.found.labels.append(one.look.strand)


def colophon(page: Standing, one: Judged) -> None:
    page.drop_heads()
    text = one.look.strand
    named = list(forms.COLOPHON.finditer(text.text))
    start, end = (named[0].start(), named[-1].end()) if named else (0, len(text.text))
    if start:
        _beside_colophon(page, cut(text, 0, start))
    page.found.colophon.append(cut(text, start, end))
    if (rest := cut(text, end)).text:
        page.found.labels.append(rest)


def _beside_colophon(page: Standing, text: Strand) -> None:
    """A date line may share its line with the credits; anything else there is a line of its own."""
    if forms.PRINTED_DATE.search(text.text) or forms.PAGE_LABEL.fullmatch(text.text):
        page.found.labels.append(text)
    elif text.text:
        page.found.teasers.append(LooseTeaser([text], None))


def furniture(page: Standing, one: Judged) -> None:
    page.drop_heads()
    page.found.furniture.append(one.look.strand)
    page.found.furniture_lines += one.look.block.lines
