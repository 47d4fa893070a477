"""A page made up: rows that fill twelve columns in print order, the lead above all, long texts held."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newspaper_archive.site.makeup.copyfit import (
    COLUMNS,
    HEADLINES,
    Form,
    Matter,
    full_widths,
    headline_lines,
)
from newspaper_archive.site.makeup.layout import Row, layout
from newspaper_archive.site.makeup.stacks import STEPS, Place
from newspaper_archive.site.makeup.weight import lead_of

LENGTHS = st.integers(0, 80)
MATTERS = st.lists(
    st.builds(
        Matter,
        form=st.sampled_from(Form),
        headline=LENGTHS,
        kicker=LENGTHS,
        subhead=LENGTHS,
        small_lines=st.integers(0, 2),
        paragraphs=st.lists(st.integers(0, 900), max_size=8).map(tuple),
    ),
    max_size=14,
)


def places(rows: tuple[Row, ...]) -> list[Place]:
    return [place for row in rows for stack in row.stacks for place in stack.places]


def story(text: int, headline: int = 12, kicker: int = 0) -> Matter:
    return Matter(Form.STORY, headline, kicker, paragraphs=(90,) * (text // 90))


def box(text: int) -> Matter:
    return Matter(Form.BOX, 6, small_lines=1, paragraphs=(text,))


@given(MATTERS)
def test_every_row_fills_twelve_columns(matters: list[Matter]) -> None:
    assert all(sum(stack.span for stack in row.stacks) == COLUMNS for row in layout(matters))


@given(MATTERS)
def test_every_article_stands_once_and_in_print_order(matters: list[Matter]) -> None:
    assert list(range(len(matters))) == [place.index for place in places(layout(matters))]


@given(MATTERS)
def test_no_headline_is_as_large_as_the_leads(matters: list[Matter]) -> None:
    stand = places(layout(matters))
    lead = lead_of(matters)
    assert all(place.size > stand[lead].size for place in stand if place.index != lead)


@given(MATTERS)
def test_the_theme_has_a_class_for_every_size_and_length(matters: list[Matter]) -> None:
    for place in places(layout(matters)):
        assert place.size in HEADLINES
        assert place.lines in (0, *STEPS)


def test_a_page_without_articles_has_no_rows() -> None:
    assert () == layout([])


def test_a_lead_stands_over_eight_columns_beside_two_small_ones() -> None:
    (row,) = layout([story(900), box(90), story(180)])
    assert [(8, 1), (4, 2)] == [(stack.span, len(stack.places)) for stack in row.stacks]


def test_the_first_story_leads_though_a_note_is_printed_before_it() -> None:
    note, lead, other = places(layout([box(90), story(360), story(1200)]))
    assert lead.size < min(note.size, other.size)
    assert note.boxed


def test_an_article_without_a_headline_does_not_lead_where_another_has_one() -> None:
    nameless, lead = places(layout([story(360, headline=0), story(360)]))
    assert lead.size < nameless.size


def test_a_story_of_seven_thousand_characters_is_held_and_a_short_one_is_whole() -> None:
    long, brief = places(layout([story(7000), story(90)]))
    assert long.lines in STEPS
    assert 0 == brief.lines


def test_a_headline_of_forty_characters_is_set_smaller_until_it_fits() -> None:
    lead, other = places(layout([story(500), story(2000, headline=44, kicker=10)]))
    wide = {
        stack.span
        for row in layout([story(500), story(2000, headline=44, kicker=10)])
        for stack in row.stacks
    }
    assert other.size > lead.size
    matter = story(2000, headline=44)
    assert any(headline_lines(matter, span, other.size) <= 3 for span in wide)


def test_a_short_text_across_the_page_stands_beside_its_headline() -> None:
    (only,) = places(layout([story(180)]))
    assert only.strip
    (longer,) = places(layout([story(1800)]))
    assert not longer.strip


@pytest.mark.parametrize(("text", "short"), [(90, True), (900, False)])
def test_a_phone_shows_all_of_a_short_text(text: int, short: bool) -> None:
    (only,) = places(layout([story(text)]))
    assert short == only.short


@pytest.mark.parametrize(
    ("text", "length"), [("", 0), ("水到田头", 4), ("GDP增长", 4), ("“水”", 3), ("ab", 1)]
)
def test_two_latin_letters_are_as_wide_as_one_character(text: str, length: int) -> None:
    assert length == full_widths(text)
