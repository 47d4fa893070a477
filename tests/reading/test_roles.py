"""The table of roles against all that must know each of them; a new row says what it still lacks."""

import re
from collections.abc import Iterator, Sequence
from enum import StrEnum
from pathlib import Path
from typing import cast

from newspaper_archive.lexicon.roles import KINDS, ROLES, Part, RoleRow, Shown, Under, sayable, within
from newspaper_archive.model import Kind, Role
from newspaper_archive.reading.assemble import article, ordered
from newspaper_archive.reading.assemble.gather import STEPS
from newspaper_archive.reading.classify.cues import CUES
from newspaper_archive.reading.classify.grammar import BENEATH
from newspaper_archive.site.words import wording

DOCS = Path(__file__).resolve().parents[2] / "docs"
TOLD = [(DOCS / name).read_text(encoding="utf-8") for name in ("sidecar.md", "sidecar.zh.md")]
# Nobody decides these: they are what is left of a line, or what a page begins and ends with.
NOT_READ = {Role.MARK, Role.UNASSIGNED}
# Said of no article by the print alone, or nothing that a reader must be told.
BY_THE_DESK_ALONE, PLAIN = {Kind.AD}, {Kind.NEWS, Kind.OTHER}


def names(told: str, word: str) -> bool:
    return re.search(rf"\b{word}\b", told, re.ASCII) is not None


def lacking(rows: Sequence[RoleRow]) -> list[str]:
    """What the house does not know yet of the rows."""
    found = [f"{row.word or row.chinese}: {what}" for row in rows for what in lacking_of(row)]
    found += [f"Role.{role.name}: no row" for role in set(Role) - NOT_READ - {row.role for row in rows}]
    found += [f"Part.{part.name}: no row" for part in set(Part) - {Part.EDGE} - {row.part for row in rows}]
    return sorted(found)


def lacking_of(row: RoleRow) -> Iterator[str]:
    if row.part not in STEPS:
        yield "no step in gather.STEPS puts such a block into an article"
    if row.part not in BENEATH or not any(row.part in beneath for beneath in BENEATH.values()):
        yield "no weights in grammar.BENEATH say what stands above and beneath it"
    if not any(cue.says.get(row.part, 0) > 0 for cue in CUES):
        yield "no cue in cues.CUES speaks for it"
    if row.under is not Under.NEITHER and not all(names(told, row.word) for told in TOLD):
        yield "docs/sidecar.md or its Chinese twin does not name it"
    written = (*ordered.HEADS, *ordered.TEXT, "column")
    if row.under in (Under.ARTICLES, Under.BOTH) and row.word not in written:
        yield "ordered.TEXT does not say where it is read in an article"


def test_every_role_is_known_wherever_it_must_be() -> None:
    assert [] == lacking(ROLES)


def test_a_new_role_is_told_what_it_still_lacks() -> None:
    verse = StrEnum("Verse", {"POEM": "poem"})
    row = RoleRow("poem", "诗", cast("Part", verse.POEM), Role.BODY, Shown.PARAGRAPHS, Under.BOTH)
    assert [
        "poem: docs/sidecar.md or its Chinese twin does not name it",
        "poem: no cue in cues.CUES speaks for it",
        "poem: no step in gather.STEPS puts such a block into an article",
        "poem: no weights in grammar.BENEATH say what stands above and beneath it",
        "poem: ordered.TEXT does not say where it is read in an article",
    ] == lacking([*ROLES, row])


def test_a_role_that_lost_its_row_is_missed() -> None:
    rows = [row for row in ROLES if row.word != "crosshead"]
    assert ["Part.CROSSHEAD: no row", "Role.CROSSHEAD: no row"] == lacking(rows)


def test_no_step_and_no_weight_is_for_a_part_without_a_row() -> None:
    parts = {row.part for row in ROLES}
    assert parts == STEPS.keys() == BENEATH.keys() - {Part.EDGE}


def test_a_word_is_one_row_and_a_role_is_shown_in_one_place() -> None:
    words = [row.word for row in ROLES if row.word]
    assert len(words) == len(set(words))
    shown: dict[Role, set[Shown]] = {}
    for row in ROLES:
        shown.setdefault(row.role, set()).add(row.shown)
    assert {} == {role: places for role, places in shown.items() if len(places) > 1}


def test_a_word_is_within_a_part_that_an_article_has() -> None:
    parts = sayable(Under.ARTICLES)
    assert [] == [row.word for row in ROLES if row.within and row.within not in parts]
    assert (frozenset({"signature", "credit"}), frozenset({"byline"})) == (within("tail"), within("byline"))


def test_the_desk_s_gloss_is_said_under_articles_alone() -> None:
    assert ("栏目", "栏目，行号或文字") == (sayable(Under.LINES)["column"], sayable(Under.ARTICLES)["column"])
    assert all(row.gloss == "" or row.under is Under.BOTH for row in ROLES)
    assert "" not in sayable(Under.LINES) | sayable(Under.ARTICLES)


def test_every_kind_is_told_to_the_desk_and_to_readers_and_seen_in_print() -> None:
    assert set(Kind) == KINDS.keys()
    assert set(Kind) - PLAIN == wording.KINDS.keys()
    told_otherwise = {kind: said for kind, said in wording.KINDS.items() if said != KINDS[kind]}
    assert {Kind.NOTICE: "启事"} == told_otherwise
    assert set(Kind) - BY_THE_DESK_ALONE == {kind for kind, _ in article.KINDS}
    assert [] == [kind for kind in Kind for told in TOLD if not names(told, kind)]
