"""Why a date is estimated as it is: every reason that `reading/date` gives is said in every language."""

import ast
import inspect
import re

import pytest

from newspaper_archive.model import Clue
from newspaper_archive.reading.date import day
from newspaper_archive.reading.date.sayings import RULES
from newspaper_archive.site.tongue import tongue
from newspaper_archive.site.words.wording import REASONS, reason_words

SENTENCE = re.compile("[\u4e00-\u9fff，]{4,}")


def given() -> set[str]:
    """The reasons in the rules for years, and those that stand as plain words where days are read."""
    constants = [
        node.value for node in ast.walk(ast.parse(inspect.getsource(day))) if isinstance(node, ast.Constant)
    ]
    days = {value for value in constants if isinstance(value, str) and SENTENCE.fullmatch(value)}
    return days | {tells for _, _, tells in RULES if tells}


def test_every_reason_that_is_given_is_said() -> None:
    assert given() == REASONS


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("zh-Hans", "会议按当年编号"),
        ("zh-Hant", "會議按當年編號"),
        ("en", "meetings are numbered within the year"),
    ],
)
def test_a_reason_is_said_in_the_site_s_language(code: str, said: str) -> None:
    assert said == reason_words(tongue(code), Clue(3, "2022年度第17次会议", "会议按当年编号"))
