"""References read back by programs that are not ours: pybtex, rispy and citeproc-py."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import latexcodec  # noqa: F401 - teaches Python the codec `latex`
import pytest
import rispy
from citeproc.source.json import CiteProcJSON
from pybtex.database import Person, parse_string

from invented_archive import invented_archive
from newspaper_archive.site.pages.references import bibtex, csl, csl_json, ris
from newspaper_archive.site.story.citation import CitedDay, Reference
from rendered_site import render_site

PLAIN = Reference(
    "liuhe-c01-01",
    ("沈之禾", "鲁小满"),
    "把水引到田头",
    "晚晴日报",
    CitedDay("2021", "03", "10"),
    "C01",
    language="zh-CN",
)
FULL = replace(
    PLAIN,
    title="把水引到田头：泵站提前开机",
    edition="柳河新闻",
    section="要闻",
    issn="1009-2877",
    short="把水引到田头",
    subhead="全区二十八座泵站 & 闸门",
)
MANY = replace(PLAIN, writers=("沈之禾", "鲁小满", "江一帆", "骆青"))
NOBODY = replace(PLAIN, writers=())
OFFICES = replace(PLAIN, writers=("本报群众工作组", "区教体局"))
LATIN = replace(PLAIN, writers=("Mary Ann Smith", "Li Jiangning", "买买提·艾力"), title="R&D at 100%")
BRIEFS = replace(PLAIN, writers=(), title="一周速读")
ONLINE = replace(PLAIN, url="https://example.org/~a_b/c%20d#e/liuhe/c01-01.html")
NO_YEAR = replace(PLAIN, day=CitedDay(), remark="日期：某年6月1日（推算，未经证实）")
GUESSED = replace(
    PLAIN, day=CitedDay("2021", "03", "", "~"), told="推算", remark="日期：约2021年3月（推算，未经证实）"
)
HOSTILE = replace(
    PLAIN,
    writers=("A and B", "others", "}, title = {x", "Smith, John", "TY  - BOOK"),
    title=r"\input{/x} } @misc{k, a={%$#_^~\} ER  - </script> \u2028",
    paper='"晚晴" & <b>日报</b>',
)
ALL = {
    "plain": PLAIN,
    "full": FULL,
    "many": MANY,
    "nobody": NOBODY,
    "offices": OFFICES,
    "latin": LATIN,
    "briefs": BRIEFS,
    "online": ONLINE,
    "no year": NO_YEAR,
    "guessed": GUESSED,
    "hostile": HOSTILE,
}
each = pytest.mark.parametrize("known", ALL.values(), ids=list(ALL))


def plain(latex: str) -> str:
    """What TeX would print; latexcodec does not know the names of four characters."""
    decoded: str = latex.encode("utf-8").decode("latex+utf-8").replace(r"\$", "$")
    bare = decoded.replace("{", "").replace("}", "").replace(r"\textasciicircum", "^")
    return bare.replace(r"\textbraceleft", "{").replace(r"\textbraceright", "}")


def unspaced(text: str) -> str:
    """TeX takes blanks as it likes."""
    return "".join(text.split())


def in_bibtex(known: Reference) -> Any:
    database = parse_string(bibtex(known), "bibtex")
    assert list(database.entries) == [known.key]
    return database.entries[known.key]


@each
def test_bibtex_is_read_back_as_it_was_meant(known: Reference) -> None:
    entry = in_bibtex(known)
    assert entry.type == "article"
    written = [*(str(writer) for writer in entry.persons.get("author", [])), entry.fields["title"]]
    assert [unspaced(plain(text)) for text in written] == [
        unspaced(text) for text in (*known.writers, known.title)
    ]
    assert plain(entry.fields["journal"]) == known.paper
    named = {"edition": "edition", "chapter": "section", "issn": "issn", "shorttitle": "short"}
    for field, name in {**named, "titleaddon": "subhead"}.items():
        assert plain(entry.fields.get(field, "")) == getattr(known, name)
    assert entry.fields["pages"] == known.folio
    assert entry.fields.get("url", "") == known.url


def test_a_bibtex_name_is_one_name_however_it_is_spelt() -> None:
    for writer in (*in_bibtex(LATIN).persons["author"], *in_bibtex(HOSTILE).persons["author"]):
        assert isinstance(writer, Person)
        assert (writer.first_names, len(writer.last_names)) == ([], 1)


def test_an_estimate_is_no_year_in_bibtex() -> None:
    assert (in_bibtex(PLAIN).fields["year"], in_bibtex(PLAIN).fields["date"]) == ("2021", "2021-03-10")
    guessed = in_bibtex(GUESSED).fields
    assert ("year" in guessed, guessed["date"], guessed["note"]) == (False, "2021-03~", GUESSED.remark)
    assert {"year", "date"}.isdisjoint(in_bibtex(NO_YEAR).fields)


@each
def test_ris_is_read_back_as_it_was_meant(known: Reference) -> None:
    (entry,) = rispy.loads(ris(known))
    assert entry["type_of_reference"] == "NEWS"
    assert entry.get("authors", []) == list(known.writers)
    assert entry["title"] == known.title
    assert entry["secondary_title"] == known.paper
    named = {"edition": "edition", "section": "section", "issn": "issn", "short_title": "short"}
    for field, name in {**named, "abstract": "subhead"}.items():
        assert entry.get(field, "") == getattr(known, name)
    assert entry["start_page"] == known.folio
    assert entry["language"] == known.language
    assert entry.get("urls", []) == ([known.url] if known.url else [])


def test_ris_ends_each_line_with_both_characters() -> None:
    lines = ris(PLAIN).split("\r\n")
    assert lines == [
        "TY  - NEWS",
        "AU  - 沈之禾",
        "AU  - 鲁小满",
        "TI  - 把水引到田头",
        "T2  - 晚晴日报",
        "PY  - 2021",
        "DA  - 2021/03/10",
        "SP  - C01",
        "LA  - zh-CN",
        "ER  - ",
        "",
    ]


def test_an_estimate_says_so_in_ris() -> None:
    (entry,) = rispy.loads(ris(GUESSED))
    assert ("year" in entry, entry["date"], entry["notes"]) == (False, "2021/03//推算", [GUESSED.remark])
    (entry,) = rispy.loads(ris(NO_YEAR))
    assert "date" not in entry


@each
def test_csl_json_is_read_back_as_it_was_meant(known: Reference) -> None:
    read = CiteProcJSON(json.loads(csl_json(known)))[known.key]
    assert read.type == "article-newspaper"
    assert [name.literal for name in read.get("author", [])] == list(known.writers)
    assert ("".join(read["title"]), "".join(read["container_title"])) == (known.title, known.paper)
    assert "".join(read.get("URL", [])) == known.url
    named = {"edition": "edition", "section": "section", "ISSN": "issn", "title_short": "short"}
    for field, name in {**named, "abstract": "subhead"}.items():
        assert "".join(read.get(field, [])) == getattr(known, name)
    assert "".join(read["language"]) == known.language


def test_an_estimate_is_circa_in_csl_json() -> None:
    assert csl(PLAIN)["issued"] == {"date-parts": [[2021, 3, 10]]}
    assert csl(GUESSED)["issued"] == {"date-parts": [[2021, 3]], "circa": True}
    assert "issued" not in csl(NO_YEAR)


def test_beside_an_issue_lie_the_references_of_all_its_articles(tmp_path: Path) -> None:
    render_site(invented_archive(), tmp_path)
    folder = tmp_path / "liuhe" / "2021" / "2021-03-10"
    keys = [f"liuhe-2021-2021-03-10-{page}" for page in ("c01-01", "c01-02", "c01-03", "c01-04", "c02-01")]
    assert list(parse_string((folder / "references.bib").read_text("utf-8"), "bibtex").entries) == keys
    assert len(rispy.loads((folder / "references.ris").read_text("utf-8"))) == len(keys)
    items = json.loads((folder / "references.json").read_text("utf-8"))
    assert [item["id"] for item in items] == keys
    assert {"zh-CN"} == {item["language"] for item in items}
