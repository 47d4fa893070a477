"""The laws of a reading, for any text at all and for the sample pages with their lines disturbed.

A page that lost every second line is still covered, character by character, by spans of one role each.
"""

import hashlib
import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from case_files import Case, cases
from depth import examples
from disorder import FRAGMENTS, any_text, chance, disturbed
from laws import broken_spans, missing_letters, unproven_records
from newspaper_archive.folder.text.lines import normalise
from newspaper_archive.model import Reading
from newspaper_archive.problems.lost import lost_text
from newspaper_archive.reading.assemble import assemble_page
from prints import printed
from sample_pages import page_files, read
from splices import MANY_BLANK_LINES, many_blank_lines, sources, spliced

ROOT = Path(__file__).resolve().parents[2]
SOURCES = sources()
THOROUGH = examples(250)
# Till a heading mark without words is no record (see below), texts with one are left out.


def reading_of(text: str) -> Reading:
    return assemble_page("page.txt", normalise(text))


def broken_laws(text: str) -> list[str]:
    page = printed(text)
    lost = [problem.seen for problem in lost_text(page)]
    return broken_spans(page.lines, page.reading) + unproven_records(page.lines, page.reading) + lost


def missing(text: str) -> dict[str, int]:
    lines = normalise(text)
    return missing_letters(lines, assemble_page("page.txt", lines))


@THOROUGH
@given(any_text)
def test_any_text_keeps_every_character_in_one_place(text: str) -> None:
    assert broken_laws(text) == []


@THOROUGH
@given(st.lists(st.sampled_from(FRAGMENTS), min_size=1, max_size=40).map("\n".join))
def test_fragments_of_print_in_any_order_keep_every_character_in_one_place(text: str) -> None:
    assert broken_laws(text) == []


@THOROUGH
@given(st.sampled_from(page_files()), st.integers(0, 2**32), st.integers(1, 40))
def test_a_disturbed_sample_keeps_every_character_in_one_place(page: str, seed: int, times: int) -> None:
    text = disturbed(read(page), chance(seed), times)
    assert broken_laws(text) == []


@settings(THOROUGH, phases=[Phase.generate])
@given(st.integers(0, 2**32))
def test_a_spliced_page_keeps_every_letter_where_it_is_read(seed: int) -> None:
    assert broken_laws(spliced(SOURCES, chance(seed))) == []


def test_a_hundred_thousand_blank_lines_keep_every_letter_where_it_is_read() -> None:
    lines = read(page_files()[0]).split("\n")
    many_blank_lines(lines, chance(1))
    assert len(lines) > MANY_BLANK_LINES
    assert broken_laws("\n".join(lines)) == []


@pytest.mark.parametrize("case", cases(), ids=lambda case: case.name)
def test_a_case_keeps_every_character_in_one_place(case: Case) -> None:
    assert broken_laws(case.text) == []


@pytest.mark.parametrize("page", page_files())
def test_a_sample_keeps_every_character_in_one_place(page: str) -> None:
    assert broken_laws(read(page)) == []


def test_a_heading_mark_alone_is_no_record() -> None:
    assert broken_laws("编者按:\n# \n") == []


@pytest.mark.parametrize("page", page_files())
def test_a_parsed_sample_shows_all_that_is_printed(page: str) -> None:
    assert missing(read(page)) == {}


@settings(THOROUGH, phases=[Phase.generate])
@given(st.sampled_from(page_files()), st.integers(0, 2**32), st.integers(1, 40))
def test_a_parsed_disturbed_sample_shows_all_that_is_printed(page: str, seed: int, times: int) -> None:
    assert missing(disturbed(read(page), chance(seed), times)) == {}


@pytest.mark.parametrize(
    "text",
    [
        "桥通了。\n\n\n\n一周速读\n\n\n\n扫码看数字报\n",
        "编辑:孔圆 组版:曾舟\n编辑:丁小禾 组版:佟安\n",
        "2024年6月3日 星期一 责任编辑 孔圆\n",
        "桥通了\n\n本报讯(记者 王岚)两岸的人在桥中间握了握手,又各自回去做饭。(下转02版)\n\n下转03版\n",
    ],
)
def test_a_parsed_page_shows_all_that_is_printed(text: str) -> None:
    assert missing(text) == {}


@examples(60)
@given(any_text)
def test_the_same_text_is_read_the_same_again(text: str) -> None:
    assert reading_of(text) == reading_of(text)


@examples(60)
@given(any_text)
def test_a_line_end_at_the_end_of_the_text_changes_nothing(text: str) -> None:
    if not text.endswith(("\r", "\n")):
        assert reading_of(text + "\n") == reading_of(text)


SAY_DIGEST = """
import hashlib
import sys
from newspaper_archive.reading.assemble import assemble_page
from newspaper_archive.folder.text.lines import normalise
texts = sys.stdin.buffer.read().decode("utf-8").split("\\x1e")
said = "".join(repr(assemble_page("p", normalise(text))) for text in texts)
print(hashlib.sha256(said.encode("utf-8")).hexdigest())
"""


def _digest_elsewhere(texts: str, hash_seed: str) -> str:
    environment = os.environ | {"PYTHONHASHSEED": hash_seed, "PYTHONPATH": str(ROOT / "plugins")}
    said = subprocess.run(
        [sys.executable, "-c", SAY_DIGEST],
        input=texts.encode(),
        capture_output=True,
        env=environment,
        check=True,
    )
    return said.stdout.decode().strip()


@pytest.mark.slow
def test_another_interpreter_with_another_hash_seed_reads_the_same() -> None:
    texts = [*(read(page) for page in page_files()), *(case.text for case in cases())]
    texts += [disturbed(text, chance(number), 30) for number, text in enumerate(texts)]
    here = hashlib.sha256(
        "".join(repr(assemble_page("p", normalise(text))) for text in texts).encode("utf-8")
    ).hexdigest()
    assert [here, here] == [_digest_elsewhere("\x1e".join(texts), seed) for seed in ("1", "2024")]
