"""A story's writers: once, under its headline, wherever print has them; a note by its series' name."""

import pytest

from newspaper_archive.archive import build_archive
from newspaper_archive.folder.text.lines import normalise
from newspaper_archive.model import Placed
from newspaper_archive.reading.assemble import assemble_page
from newspaper_archive.site.story.citation import gbt7714, reference
from newspaper_archive.site.story.story_view import Story, story
from newspaper_archive.site.tongue import tongue
from newspaper_archive.site.words.wording import headline_words, kind_words
from pages import RIVER, page

BODY = "先说做成的。今年开春，全镇把散在各村的旧农机登记造册，合起来办了一个农机服务社，打个电话就来。"
LABEL = "“我在基层当家人”·镇街访谈"
NOTE = (
    "编者按:村里的路灯坏了谁来修，一口井归谁管，大事小情最后都落在镇街的肩上。即日起，本报请镇街负责人来说。"
)


def read(*lines: str) -> list[Placed]:
    reading = assemble_page("c01.txt", normalise("\n\n".join(lines) + "\n"))
    (issue,) = build_archive([page("c01.txt", *reading.articles)], [RIVER]).issues
    (sheet,) = issue.pages
    return [Placed(issue, sheet, one) for one in sheet.articles]


def view(*lines: str) -> Story:
    return story(read(*lines)[-1].article, (), tongue())


def signatures(of: Story) -> list[str]:
    """The byline as it stands under the headline, a line each."""
    lines = ["".join(piece.text for piece in line) for line in of.signed]
    return lines + [" ".join([one.role, *(piece.text for piece in one.names)]).strip() for one in of.writers]


@pytest.mark.parametrize(
    ("above", "shown"),
    [
        ("石楠镇镇长 尤满仓", ["石楠镇镇长 尤满仓"]),
        ("本报记者 王岚", ["记者 王岚"]),
        ("本报记者 王岚 通讯员 赵小满", ["记者 王岚", "通讯员 赵小满"]),
        ("本报记者 王岚 文/图", ["本报记者 王岚 文/图"]),
    ],
)
def test_a_line_of_writers_stands_alone_under_the_headline(above: str, shown: list[str]) -> None:
    told = view("把账算在田埂上", above, BODY)
    assert (signatures(told), told.opening) == (shown, "")


def test_a_dateline_runs_into_the_text_and_the_line_of_writers_above_it_does_not() -> None:
    told = view("把账算在田埂上", "本报记者 王岚", f"本报石楠5月18日讯 {BODY}")
    assert (signatures(told), told.opening) == (["记者 王岚"], "本报石楠5月18日讯")


def test_a_dateline_that_names_its_writers_stays_as_printed() -> None:
    told = view("把账算在田埂上", f"本报石楠5月18日讯(记者 王岚){BODY}")
    assert (signatures(told), told.opening) == (["记者 王岚"], "本报石楠5月18日讯（记者 王岚）")


def test_writers_lines_above_and_beneath_the_text_are_shown_alike() -> None:
    above, beneath = (
        view(LABEL, "把账算在田埂上", "石楠镇镇长 尤满仓", BODY, BODY),
        view(LABEL, "把账算在田埂上", BODY, BODY, "石楠镇镇长 尤满仓"),
    )
    assert (signatures(above), above.tail, above.opening) == (["石楠镇镇长 尤满仓"], "", "")
    assert (signatures(beneath), beneath.tail, beneath.opening) == (["石楠镇镇长 尤满仓"], "", "")


def test_a_signature_at_the_end_that_says_more_stays_there() -> None:
    assert view("把账算在田埂上", BODY, "(本报记者 王岚 整理)").tail == "（本报记者 王岚 整理）"


def test_a_note_goes_by_the_name_of_its_series() -> None:
    note, _ = read(LABEL, NOTE, "把账算在田埂上", "石楠镇镇长 尤满仓", BODY)
    article = note.article.article
    assert (headline_words(tongue(), article), kind_words(tongue(), article)) == (LABEL, "编者按")
    assert gbt7714(reference(note, "", tongue())).startswith(f"{LABEL}[N]. ")
    shown = story(note.article, (), tongue())
    assert (shown.headline, shown.column, shown.kind_words, shown.opening) == (LABEL, "", "编者按", "")


def test_a_note_without_a_series_goes_by_its_label_and_its_first_words() -> None:
    note, _ = read("编者的话", BODY, "把账算在田埂上", "石楠镇镇长 尤满仓", BODY)
    article = note.article.article
    assert (
        headline_words(tongue(), article) == "编者的话「先说做成的。今年开春，全镇把散在各村的旧农机登记……」"
    )
    assert kind_words(tongue(), article) == ""
    assert gbt7714(reference(note, "", tongue())).startswith("[编者的话「先说做成的。")


def test_a_story_about_editors_notes_keeps_its_headline() -> None:
    (told,) = read("编者按怎么写", f"本报讯(记者 王岚){BODY}")
    assert headline_words(tongue(), told.article.article) == "编者按怎么写"


def test_a_kind_that_the_columns_name_says_is_not_said_again() -> None:
    told = view(LABEL, "把账算在田埂上", "石楠镇镇长 尤满仓", BODY)
    assert (told.kind, told.column, told.kind_words) == ("interview", LABEL, "")
