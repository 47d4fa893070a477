r"""A reference for programs that keep bibliographies: BibTeX, RIS and CSL-JSON.

    @article{liuhe-2021-2021-03-10-c01-01,      TY  - NEWS         [{"type": "article-newspaper",
      author = {沈之禾 and 鲁小满},               AU  - 沈之禾         "author": [{"literal": "沈之禾"}, …

The words are those of a page file and trusted in none of them: `{\input x}` comes out as printed.
"""

import json
import re
from collections.abc import Iterator, Mapping

import msgspec

from newspaper_archive.lexicon.han import SET_LIKE_HAN
from newspaper_archive.model import Issue, Placed
from newspaper_archive.site.renderer import Renderer
from newspaper_archive.site.story.citation import Reference, reference

# Braces count even behind a backslash, so they go by name.
IN_TEX = str.maketrans(
    {
        "\\": r"{\textbackslash}",
        "{": r"{\textbraceleft}",
        "}": r"{\textbraceright}",
        "~": r"{\textasciitilde}",
        "^": r"{\textasciicircum}",
        **{character: f"\\{character}" for character in "#$%&_"},
    }
)
IN_URL = str.maketrans({"\\": "%5C", "{": "%7B", "}": "%7D"})
# 沈之禾 and 买买提·艾力 are one word; `Smith, and sons` would be taken apart.
ONE_WORD = re.compile(f"[{SET_LIKE_HAN}·]+")
LINE_END = "\r\n"  # of RIS


def bibtex(known: Reference) -> str:
    r"""An entry for BibLaTeX and, by `year`, for BibTeX; `entrysubtype` tells a newspaper from a journal.

    Neither has a field for the section of a paper: programs that read both take `chapter` for it.
    """
    fields = "".join(f",\n  {name} = {{{value}}}" for name, value in _bibtex_fields(known) if value)
    return f"@article{{{known.key}{fields}\n}}\n"


def _bibtex_fields(known: Reference) -> Iterator[tuple[str, str]]:
    yield "author", " and ".join(_bibtex_name(name) for name in known.writers)
    yield "title", known.title.translate(IN_TEX)
    yield "shorttitle", known.short.translate(IN_TEX)
    yield "titleaddon", known.subhead.translate(IN_TEX)
    yield "journal", known.paper.translate(IN_TEX)
    yield "edition", known.edition.translate(IN_TEX)
    yield "chapter", known.section.translate(IN_TEX)
    yield "entrysubtype", "newspaper"
    yield "year", "" if known.day.qualifier else known.day.year
    yield "date", "-".join(known.day.parts) + known.day.qualifier
    yield "pages", known.folio.translate(IN_TEX)
    yield "issn", known.issn.translate(IN_TEX)
    yield "note", known.remark.translate(IN_TEX)
    yield "url", known.url.translate(IN_URL)


def _bibtex_name(name: str) -> str:
    return name if ONE_WORD.fullmatch(name) else f"{{{name.translate(IN_TEX)}}}"


def ris(known: Reference) -> str:
    """One record, its lines ended as RIS has them; a date that is no fact says so in its last part."""
    return "".join(f"{tag}  - {value}{LINE_END}" for tag, value in _ris_fields(known) if value) + (
        f"ER  - {LINE_END}"
    )


def _ris_fields(known: Reference) -> Iterator[tuple[str, str]]:
    yield "TY", "NEWS"
    yield from (("AU", name) for name in known.writers)
    yield "TI", known.title
    yield "ST", known.short
    yield "T2", known.paper
    yield "ET", known.edition
    yield "SE", known.section
    yield "PY", "" if known.day.qualifier else known.day.year
    if known.day.year:
        yield "DA", "/".join((known.day.year, known.day.month, known.day.day, known.told)).rstrip("/")
    yield "SP", known.folio
    yield "SN", known.issn
    yield "AB", known.subhead
    yield "LA", known.language
    yield "N1", known.remark
    yield "UR", known.url


def csl_json(known: Reference) -> str:
    """A list of one item, as programs read it; names as printed are `literal`."""
    return _listed([csl(known)])


def csl(known: Reference) -> dict[str, object]:
    item: dict[str, object] = {
        "id": known.key,
        "type": "article-newspaper",
        "author": [{"literal": name} for name in known.writers],
        "title": known.title,
        "title-short": known.short,
        "abstract": known.subhead,
        "container-title": known.paper,
        "edition": known.edition,
        "section": known.section,
        "ISSN": known.issn,
        "issued": _csl_date(known),
        "page": known.folio,
        "language": known.language,
        "note": known.remark,
        "URL": known.url,
    }
    return {name: value for name, value in item.items() if value}


def _csl_date(known: Reference) -> dict[str, object]:
    if not known.day.year:
        return {}
    parts: dict[str, object] = {"date-parts": [[int(part) for part in known.day.parts]]}
    return {**parts, "circa": True} if known.day.qualifier else parts


def references(renderer: Renderer, issue: Issue) -> dict[str, Reference]:
    """Each article's by its address, in print order."""
    return {
        article.address: reference(Placed(issue, page, article), renderer.site_address, renderer.tongue)
        for page in issue.pages
        for article in page.articles
    }


def render_references(renderer: Renderer, issue: Issue, known: Mapping[str, Reference]) -> None:
    """Beside an issue's page the references of all its articles, each form a file, and all for the button."""
    folder = issue.address.rpartition("/")[0]
    for name, text in _files(known):
        renderer.writer.write(f"{folder}/references.{name}", text.encode("utf-8"))


def _files(known: Mapping[str, Reference]) -> Iterator[tuple[str, str]]:
    forms = {address: (bibtex(one), ris(one), csl_json(one)) for address, one in known.items()}
    yield "bib", "\n".join(entry for entry, _, _ in forms.values())
    yield "ris", LINE_END.join(record for _, record, _ in forms.values())
    yield "json", _listed(list(map(csl, known.values())))
    yield "js", _script(forms)


def _listed(items: list[dict[str, object]]) -> str:
    return msgspec.json.format(msgspec.json.encode(items), indent=1).decode("utf-8") + "\n"


def _script(forms: Mapping[str, tuple[str, str, str]]) -> str:
    """By an article's file name its reference in each form, in the order of the buttons."""
    named = {address.rpartition("/")[2]: each for address, each in forms.items()}
    return f"NewspaperArchive.cite.take({json.dumps(named, ensure_ascii=False)});\n"
