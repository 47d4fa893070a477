"""Each line that a starter offers has, alone and uncommented, the effect that it names.

`# - headline: 3` needs nothing but its `articles:`; `#   kind: photo` needs the first line of its article.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from case_files import cases
from depth import FULL
from newspaper_archive.desk.sidecar_draft import starter
from newspaper_archive.folder.sidecar.sidecar_file import sidecar_of
from newspaper_archive.folder.walk import find_page, find_pages
from newspaper_archive.lexicon.roles import BLOCKS, ROLES
from newspaper_archive.make.read_pages import read_page
from newspaper_archive.model import Article, Page, PageFile, Reading, Role
from newspaper_archive.reading.assemble import assemble_page
from newspaper_archive.settings import Settings

ROOT = Path(__file__).resolve().parents[2]
SHARED = ROOT.parent / "shared"
ROWS = {row.word: row for row in ROLES if row.word}
# What a line may be in print that stands in this part of an article.
TEXT = {Role.BODY, Role.BRIEF, Role.CROSSHEAD, Role.LABEL, *(Role.DATELINE, Role.SIGNATURE, Role.CAPTION)}
IN_PRINT = {"body": TEXT, "tail": {Role.SIGNATURE, Role.CAPTION}}


@dataclass(frozen=True, slots=True)
class Offer:
    """A commented line of a starter with the lines above it that it needs, without their `# `."""

    above: str
    line: str

    @property
    def sidecar(self) -> str:
        return f"{self.above}{self.line}\n"

    @property
    def word(self) -> str:
        """`headline` of an article's `- headline: 3`; under `lines` what is said of the line."""
        key, _, value = self.line.strip(" -").partition(": ")
        return value.split()[0] if self.above == "lines:\n" else key

    @property
    def value(self) -> str:
        key, _, value = self.line.strip(" -").partition(": ")
        return (key if self.above == "lines:\n" else value).partition("  # ")[0]


def offers(text: str) -> Iterator[Offer]:
    section, article = "", ""
    for line in text.splitlines():
        offered = line.startswith("# ")
        section = section if offered or line.startswith("##") or not line else f"{line}\n"
        if not offered:
            continue
        opens = line.startswith("#   - ")
        article = f"{line[2:]}\n" if opens else article
        inside = section == "articles:\n" and not opens
        yield Offer("" if line[2] != " " else section + (article if inside else ""), line[2:])


def numbers(value: str) -> list[int]:
    ends = [part.strip().partition("-") for part in value.strip("[]").split(",")]
    return [number for first, _, last in ends for number in range(int(first), int(last or first) + 1)]


def broken(page: Page, offer: Offer) -> str:
    """What an offer does instead of what it says; nothing where it is true."""
    orders = sidecar_of(offer.sidecar, "x.yaml").orders
    reading = assemble_page(page.source.path, page.lines, orders)
    if offer.above == "lines:\n":
        return broken_line(page, offer, reading)
    headed = re.search(r"(?m)^  - \w+: (.*?)(?:  # .*)?$", offer.sidecar)
    assert headed
    (story,) = [one for one in reading.articles if numbers(headed[1])[0] in one.lines]
    return broken_part(page, offer, reading, story)


def broken_line(page: Page, offer: Offer, reading: Reading) -> str:
    row = ROWS[offer.word]
    blocks = {BLOCKS[part] for part in (row.part, *(row.also if row.word == "teaser" else ()))}
    for number in printed(page, offer.value):
        (block,) = [one for one in reading.decisions if number in one.lines]
        if row.role not in roles_of(reading, number) or block.role not in blocks:
            return f"{number} is {block.role}, not {row.word}"
        if block.because != "旁注指定":
            return f"{number} is not as ordered: {block.because}"
    return ""


def broken_part(page: Page, offer: Offer, reading: Reading, story: Article) -> str:
    if offer.word == "kind":
        return "" if story.kind == offer.value else f"kind is {story.kind}"
    if offer.word == "column" and not re.fullmatch(r"[\d, \[\]-]+", offer.value):
        return "" if story.column == offer.value.strip('"') else f"column is {story.column}"
    allowed = IN_PRINT.get(offer.word, {ROWS[offer.word].role})
    for number in printed(page, offer.value):
        if not roles_of(reading, number) & allowed:
            return f"{number} is {roles_of(reading, number)}, not {offer.word}"
    return "" if offer.word != "column" or story.column else "no column"


def printed(page: Page, value: str) -> list[int]:
    """The numbers of lines that are not blank."""
    return [number for number in numbers(value) if page.lines[number - 1].raw.strip()]


def roles_of(reading: Reading, number: int) -> set[Role]:
    return {span.role for span in reading.spans if span.line == number}


def broken_offers(page: Page) -> list[tuple[str, str]]:
    found = [(offer.line, broken(page, offer)) for offer in offers(starter(page)) if offer.above]
    return [(line, why) for line, why in found if why]


def in_folder(folder: Path) -> list[PageFile]:
    pages = find_pages(folder, Settings(seeds=folder).edition).pages if folder.is_dir() else ()
    return [replace(page, sidecar=None) for page in pages]


SAMPLES = in_folder(ROOT / "seeds")
REAL = in_folder(SHARED / "seeds")
MORE = [*in_folder(SHARED / "fidelity" / "pages"), *in_folder(SHARED / "fidelity" / "opened" / "pages")]


@pytest.mark.parametrize("file", [*SAMPLES, *REAL], ids=lambda file: file.path)
def test_each_line_that_a_starter_offers_does_what_it_says(file: PageFile) -> None:
    assert broken_offers(read_page(file)) == []


@pytest.mark.full
@pytest.mark.parametrize("file", MORE, ids=lambda file: file.path)
def test_each_line_that_a_starter_of_a_real_page_offers_does_what_it_says(file: PageFile) -> None:
    assert broken_offers(read_page(file)) == []


def test_each_line_that_a_starter_of_a_small_page_offers_does_what_it_says(tmp_path: Path) -> None:
    found = []
    for case in cases() if FULL else cases()[::5]:
        (tmp_path / "C01.txt").write_text(case.text, "utf-8")
        page = read_page(find_page(tmp_path / "C01.txt", Settings(seeds=tmp_path).edition).pages[0])
        found += [(case.name, *one) for one in broken_offers(page)]
    assert found == []


@pytest.mark.parametrize("file", SAMPLES, ids=lambda file: file.path)
def test_each_fact_that_a_starter_offers_is_the_one_that_the_page_has(file: PageFile) -> None:
    page = read_page(file)
    (*facts,) = (offer for offer in offers(starter(page)) if not offer.above)
    assert [fact.line for fact in facts if not fact.value] == []
    again = read_page(replace(file, sidecar=sidecar_of("".join(fact.sidecar for fact in facts), "x.yaml")))
    said = {fact.word: fact.value.strip('"') for fact in facts}
    now = {
        "paper": again.edition.paper,
        "edition": again.edition.name,
        "date": again.date and again.date.value,
        "folio": again.folio and again.folio.value,
        "page_name": again.page_name and again.page_name.value,
        "encoding": again.source.encoding,
    }
    assert said == {key: now[key] for key in said}


def offered(tmp_path: Path, text: str) -> list[str]:
    (tmp_path / "C01.txt").write_text(text, "utf-8")
    page = read_page(find_page(tmp_path / "C01.txt", Settings(seeds=tmp_path).edition).pages[0])
    return [offer.line for offer in offers(starter(page)) if offer.above]


PHOTO = "第C03版:民生\n\n▲孩子们放灯。\n\n\n编辑 汤小满 校对 庾一苇\n\n■通讯员 温承泽 摄\n"


def test_a_photographer_is_offered_as_a_credit_and_a_picture_as_a_caption(tmp_path: Path) -> None:
    assert offered(tmp_path, PHOTO) == [
        "  1: label  # 第C03版:民生",
        "  3: caption  # ▲孩子们放灯。",
        "  6: colophon  # 编辑 汤小满 校对 庾一苇",
        "  8: credit  # ■通讯员 温承泽 摄",
    ]


def test_a_story_is_offered_with_its_headline_first_and_its_own_of_two_labels(tmp_path: Path) -> None:
    story = "一周速读\n\n{}今天办了一件实事\n\n本报讯(记者 汤小满) {},大家都说好。\n\n"
    text = story.format("桥头镇", "老桥修好了") + story.format("河西镇", "水渠挖通了")
    assert offered(tmp_path, text) == [
        "  - headline: 3  # 桥头镇今天办了一件实事",
        "    column: 1  # 一周速读",
        "    body: 5  # 本报讯(记者 汤小满) 老桥修好了,大家…",
        "    kind: news",
        "  - headline: 9  # 河西镇今天办了一件实事",
        "    column: 7  # 一周速读",
        "    body: 11  # 本报讯(记者 汤小满) 水渠挖通了,大家…",
        "    kind: news",
    ]
