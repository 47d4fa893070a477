"""What was spelt once is known; what nobody can vouch for is spelt anew."""

from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from newspaper_archive.lexicon.slug import slug, spelt
from newspaper_archive.store.kept_pinyin import NAME, spelling_kept
from newspaper_archive.store.sealed import sealed


@pytest.fixture(autouse=True)
def _nothing_spelt_before() -> Iterator[None]:
    before = dict(spelt())
    forget()
    yield
    forget()
    spelt().update(before)


def forget() -> None:
    spelt().clear()
    slug.cache_clear()


def test_a_name_that_was_spelt_is_known_to_the_next_build(tmp_path: Path) -> None:
    with spelling_kept(tmp_path):
        assert "rao-cheng" == slug("饶城")
    forget()
    with spelling_kept(tmp_path):
        assert {"饶城": "rao-cheng"} == spelt()


def test_names_that_are_new_join_those_that_were_known(tmp_path: Path) -> None:
    for name in ("饶城", "柳河"):
        forget()
        with spelling_kept(tmp_path):
            slug(name)
    forget()
    with spelling_kept(tmp_path):
        assert {"饶城": "rao-cheng", "柳河": "liu-he"} == spelt()


def test_where_no_name_is_new_nothing_is_written(tmp_path: Path) -> None:
    with spelling_kept(tmp_path):
        slug("饶城")
    written = (tmp_path / NAME).stat()
    forget()
    with spelling_kept(tmp_path):
        slug("饶城")
    assert written == (tmp_path / NAME).stat()


@pytest.mark.parametrize(
    "harm", [lambda data: data[:-1], lambda data: data[:40] + b"x" + data[41:], lambda _: b""]
)
def test_a_damaged_memory_is_as_good_as_none(tmp_path: Path, harm: object) -> None:
    assert callable(harm)
    with spelling_kept(tmp_path):
        slug("饶城")
    path = tmp_path / NAME
    path.write_bytes(harm(path.read_bytes()))
    forget()
    with spelling_kept(tmp_path):
        assert {} == spelt()
        assert "rao-cheng" == slug("饶城")


def test_what_another_program_spelt_is_spelt_anew(tmp_path: Path) -> None:
    told = ("another program", {"饶城": "nao-cheng"})
    (tmp_path / NAME).write_bytes(sealed(msgspec.msgpack.encode(told)))
    with spelling_kept(tmp_path):
        assert "rao-cheng" == slug("饶城")


def test_without_a_cache_nothing_is_kept() -> None:
    with spelling_kept(None):
        assert "rao-cheng" == slug("饶城")


def test_a_name_that_no_file_can_hold_is_not_kept_and_stops_nothing(tmp_path: Path) -> None:
    with spelling_kept(tmp_path):
        slug("王岚\ud800")
        slug("周澄")
    spelt().clear()
    with spelling_kept(tmp_path):
        assert {"周澄"} == {name for name in spelt() if "周" in name or "王" in name}
