"""An article as a bibliography names it, by GB/T 7714—2025 (numeric style), in force since July 2026:

    沈之禾，鲁小满. 把水引到田头[N/OL]. 晚晴日报，2021-03-10（C01）. https://example.org/….

Commas and round brackets are full width, stops and square brackets are not. Up to three writers are named
(§7.1.2), none is no 佚名 in this style (§7.1.3); what is estimated or not the paper's own stands in brackets
(§7.2.1, §7.5.4.3). What nobody knows is left out with the mark before it. Names stand as printed, Latin ones
too: which word is the family's the print does not say.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from newspaper_archive.folder.edition import UNSORTED
from newspaper_archive.lexicon.edtf import DatePart, parse_edtf
from newspaper_archive.model import ArchivedArticle, FactSource, Kind, Placed
from newspaper_archive.site.tongue import Tongue, tongue
from newspaper_archive.site.words.date_words import UNDATED, date_words
from newspaper_archive.site.words.typography import typeset
from newspaper_archive.site.words.wording import NOTE_LABELS, first_words, genre_words, printed_headline

NAMED = 3  # writers
# The standard asks for the language of what is cited, whatever the site speaks.
AND_OTHERS = "等"
MONTHS = 12  # what stands higher in the place of a month is a season
# A subhead of its own title (——全区二十八座泵站提前开机); one without the dash is a summary in large type.
SUBTITLE = re.compile(r"[—－―–-]{1,4}\s*(?=\S)")
# Control characters, line ends of every kind and halves of characters: none may end a field of a reference.
UNPRINTABLE = re.compile(r"[\s\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]+")


@dataclass(frozen=True, slots=True)
class CitedDay:
    """As much of a date as is known, "" where it is open; `qualifier` is EDTF's mark where it is no fact."""

    year: str = ""
    month: str = ""
    day: str = ""
    qualifier: str = ""

    @property
    def parts(self) -> tuple[str, ...]:
        return tuple(part for part in (self.year, self.month, self.day) if part)


@dataclass(frozen=True, slots=True)
class Reference:
    """What every form of reference is made of; "" where unknown.

    `edition` is a supplement's name and `section` the page's, which the standard's line leaves out. `short`
    is the headline where `title` goes on with a subtitle, `subhead` one that is none. `remark` tells what
    `day` cannot hold, `told` that it is no fact.
    """

    key: str
    writers: tuple[str, ...]
    title: str
    paper: str
    day: CitedDay
    folio: str
    told: str = ""
    remark: str = ""
    url: str = ""
    language: str = ""
    edition: str = ""
    section: str = ""
    issn: str = ""
    short: str = ""
    subhead: str = ""


def reference(placed: Placed, site_address: str, spoken: Tongue) -> Reference:
    """`site_address` is the site's on the web, or "" where it has none; `spoken` that of the remark."""
    issue, page, archived = placed.issue, placed.page, placed.article
    edition, fact = issue.edition, page.page.date
    guessed = not issue.certain and (fact is None or fact.source is FactSource.ESTIMATE)
    day = _day(issue.date or "", guessed)
    paper = _plain(edition.paper or (edition.name if edition.slug != UNSORTED else ""))
    title, short, subhead = _titles(archived)
    return Reference(
        key=archived.address.removesuffix(".html").replace("/", "-"),
        writers=tuple(dict.fromkeys(_plain(name) for name in _writers(archived) if _plain(name))),
        title=title,
        paper=paper,
        day=day,
        folio=_plain(page.folio or ""),
        told=spoken.say("推算") if day.qualifier else "",
        remark="" if issue.certain else _remark(spoken, issue.date, guessed),
        url=f"{site_address}/{archived.address}" if site_address else "",
        language=_plain(edition.language),
        edition=_plain(edition.name) if edition.slug != UNSORTED and _plain(edition.name) != paper else "",
        section=_plain(page.name or ""),
        issn=_plain(edition.issn),
        short=short,
        subhead=subhead,
    )


def gbt7714(known: Reference) -> str:
    """The reference in one line, with its full stop at the end."""
    medium = "[N/OL]" if known.url else "[N]"
    parts = (_names(known.writers), known.title + medium, _printed(known), known.url)
    return ". ".join(part for part in parts if part) + "."


def _names(writers: tuple[str, ...]) -> str:
    return "，".join((*writers[:NAMED], *((AND_OTHERS,) if len(writers) > NAMED else ())))


def _printed(known: Reference) -> str:
    """晚晴日报，2021-03-10（C01）."""
    day = "-".join(known.day.parts)
    dated = f"[{day}]" if day and known.day.qualifier else day
    folio = f"（{known.folio}）" if known.folio else ""
    return "，".join(part for part in (known.paper, dated) if part) + folio


def _writers(archived: ArchivedArticle) -> Iterator[str]:
    """Those in the byline of any part; of a picture that nobody else signed its photographers."""
    yield from (signed.name for part in archived.parts for signed in part.article.byline)
    if archived.article.kind is Kind.PHOTO and not archived.article.byline:
        for caption in archived.captions:
            yield from caption.photographers


def _titles(archived: ArchivedArticle) -> tuple[str, str, str]:
    """Headline and subtitle, the headline alone where it has one, and a subhead that is none.

    A title that is none of the paper's own stands in brackets; what only labels a note (编者按) is no title.
    """
    article = archived.article
    headline, subhead = printed_headline(article), typeset(article.subhead)
    if not headline or headline in NOTE_LABELS:
        words = first_words(article) or genre_words(tongue(), article)
        return f"[{_plain(words)}]", "", ""
    subtitle = SUBTITLE.match(subhead)
    if not subtitle:
        return _plain(headline), "", _plain(subhead)
    return _plain(f"{headline}：{subhead[subtitle.end() :]}"), _plain(headline), ""


def _day(edtf: str, guessed: bool) -> CitedDay:
    """A single date as far as its year, month and day are closed; a stretch of time is none."""
    found = parse_edtf(edtf)
    if found is None or found.form or found.start is None or "X" in found.start.year:
        return CitedDay()
    return _closed(found.start, "~" if guessed and not found.start.qualifier else found.start.qualifier)


def _closed(part: DatePart, qualifier: str) -> CitedDay:
    if not part.month or "X" in part.month or int(part.month) > MONTHS:
        return CitedDay(part.year, qualifier=qualifier)
    return CitedDay(part.year, part.month, "" if "X" in part.day else part.day, qualifier)


def _remark(tongue: Tongue, edtf: str | None, guessed: bool) -> str:
    """日期：某年6月1日（推算，未经证实）."""
    words = date_words(tongue, edtf)
    if words == tongue.say(UNDATED):
        return words
    if guessed:
        return tongue.say("日期：%(date)s（推算，未经证实）", date=words)
    return tongue.say("日期：%(date)s", date=words)


def _plain(text: str) -> str:
    return UNPRINTABLE.sub(" ", text).strip()
