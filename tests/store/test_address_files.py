"""The address book on disk: what is written is read again, and what is damaged is never guessed at."""

from pathlib import Path

import pytest

from newspaper_archive.errors import ArchiveError
from newspaper_archive.model import AddressEntry, BookInFiles
from newspaper_archive.store.address_files import HEAD, book_files, book_paths, read_book, write_book

SKETCH = "a" * 64
BOOK = {
    "river/2031/2031-03-05/c01": AddressEntry(SKETCH),
    "river/2031/2031-03-05/c01-01": AddressEntry(leads="river/2032/2032-01-02/c01-01"),
    "river/2032/2032-01-02/c01-01": AddressEntry(SKETCH),
    "river/undated/scan-4/page": AddressEntry(gone=True),
    "sections/yao-wen": AddressEntry(name="要闻"),
    "people/s/1/shi-mi-si-123456": AddressEntry(name="John Smith"),
    "people/w/b/wang-lan-b232fd": AddressEntry(name="王岚", listed=True),
    "people/other/0/3-hao-lou-0f3a21": AddressEntry(name="×", gone=True),
}
PAGE_AT = "0123456789abcdef0123456789abcdef::版面/2031 三/C01.txt"
STORY_AT = "0123456789abcdef0123456789abcdef:3-5,9:版面/2031 三/C01.txt"
WITHDRAWN = {
    "river/2031/2031-03-05/c01": AddressEntry(SKETCH, at=PAGE_AT),
    "river/2031/2031-03-05/c01-01": AddressEntry(SKETCH, at=STORY_AT),
    "river/2031/2031-03-05/c01-02": AddressEntry(gone=True, on="2031-04-01", why="侵权", at=STORY_AT),
    "river/2031/2031-03-05/c01-03": AddressEntry(gone=True, on="2031-04-01", why="有误"),
}


def read(folder: Path, spare: Path | None = None) -> BookInFiles:
    return read_book(book_paths(folder, spare).values())


def test_the_book_is_a_file_an_edition_and_year_a_line_an_address() -> None:
    files = book_files(BOOK)
    assert ["people.tsv", "river/2031.tsv", "river/2032.tsv", "river/undated.tsv", "sections.tsv"] == list(
        files
    )
    assert (
        HEAD + "people/other/0/3-hao-lou-0f3a21\t×\t×\npeople/s/1/shi-mi-si-123456\t§\tJohn Smith\n"
        "people/w/b/wang-lan-b232fd\t→\t王岚\n"
    ) == files["people.tsv"].decode()
    assert (
        HEAD + f"river/2031/2031-03-05/c01\t{SKETCH}\n"
        "river/2031/2031-03-05/c01-01\t→\triver/2032/2032-01-02/c01-01\n"
    ) == files["river/2031.tsv"].decode()
    assert f"{HEAD}river/undated/scan-4/page\t×\n" == files["river/undated.tsv"].decode()


def test_what_is_written_is_read_again(tmp_path: Path) -> None:
    write_book(tmp_path, book_files(BOOK))
    assert BOOK == read(tmp_path)


def test_a_withdrawn_story_has_day_reason_and_place_and_no_sketch(tmp_path: Path) -> None:
    files = book_files(WITHDRAWN)
    assert [
        f"river/2031/2031-03-05/c01\t{SKETCH}\t{PAGE_AT}",
        f"river/2031/2031-03-05/c01-01\t{SKETCH}\t{STORY_AT}",
        f"river/2031/2031-03-05/c01-02\t×\t2031-04-01\t侵权\t{STORY_AT}",
        "river/2031/2031-03-05/c01-03\t×\t2031-04-01\t有误",
    ] == files["river/2031.tsv"].decode().splitlines()[1:]
    write_book(tmp_path, files)
    assert WITHDRAWN == read(tmp_path)


ROWS = [
    f"river/2031/2031-03-05/c01\t{SKETCH}\n",
    "river/2031/2031-03-05/c01-01\t→\triver/2031/2031-03-05/c01-02\n",
    f"river/2031/2031-03-05/c01-02\t{SKETCH}\n",
]


def test_a_file_in_which_nothing_changed_is_written_as_it_was_read(tmp_path: Path) -> None:
    path = tmp_path / "2031.tsv"
    path.write_text(HEAD + "".join(ROWS), "utf-8")
    assert path.read_bytes() == read_book([path]).files["river/2031"].written


@pytest.mark.parametrize(
    "text",
    [
        "".join(ROWS),
        f"\ufeff{HEAD}{''.join(ROWS)}",
        HEAD + "".join(ROWS).replace("\n", "\r\n"),
        HEAD + "".join(reversed(ROWS)),
        HEAD + "".join([*ROWS, ROWS[2]]),
        HEAD + HEAD + "".join(ROWS),
        HEAD + "\n" + "".join(ROWS),
        (HEAD + "".join(ROWS)).rstrip(),
        HEAD + ROWS[0].replace("\n", "\t\n") + "".join(ROWS[1:]),
    ],
    ids=[
        "no head",
        "mark",
        "CRLF",
        "order",
        "twice",
        "two heads",
        "empty line",
        "no end",
        "blank at the end",
    ],
)
def test_a_file_that_was_touched_by_hand_is_put_in_form(tmp_path: Path, text: str) -> None:
    path = tmp_path / "2031.tsv"
    path.write_bytes(text.encode())
    assert {"river/2031.tsv": (HEAD + "".join(ROWS)).encode()} == book_files(read_book([path]))


@pytest.mark.parametrize("other", ["river/2032", "sections", "town/2031"])
def test_lines_in_another_file_than_theirs_are_put_back(tmp_path: Path, other: str) -> None:
    astray = {"sections": "sections/kan\t§\t看\n"}.get(other, f"{other}/2031-01-01/c01\t{SKETCH}\n")
    path = tmp_path / "2031.tsv"
    path.write_text(HEAD + "".join(sorted([*ROWS, astray])), "utf-8")
    files = book_files(read_book([path]))
    assert (HEAD + "".join(ROWS), HEAD + astray) == (
        files["river/2031.tsv"].decode(),
        files[f"{other}.tsv"].decode(),
    )


def test_of_two_files_of_one_year_the_last_is_right(tmp_path: Path) -> None:
    for name, rows in (("a", ROWS), ("b", [ROWS[0].replace("\ta", "\tb")])):
        (tmp_path / f"{name}.tsv").write_text(HEAD + "".join(rows), "utf-8")
    book = read_book(book_paths(tmp_path).values())
    assert ("b", 3) == (book["river/2031/2031-03-05/c01"].sketch[0], len(book))


def test_a_second_writing_touches_no_file(tmp_path: Path) -> None:
    write_book(tmp_path, book_files(BOOK))
    before = {path: path.stat().st_ino for path in tmp_path.rglob("*.tsv")}
    write_book(tmp_path, book_files(BOOK))
    assert before == {path: path.stat().st_ino for path in tmp_path.rglob("*.tsv")}


def test_a_file_that_was_lost_comes_from_the_site_s_copy(tmp_path: Path) -> None:
    for folder in ("addresses", "copy"):
        write_book(tmp_path / folder, book_files(BOOK))
    (tmp_path / "addresses" / "river" / "2031.tsv").unlink()
    assert BOOK == read(tmp_path / "addresses", tmp_path / "copy")
    assert BOOK == read(tmp_path / "nowhere", tmp_path / "copy")
    assert {} == read(tmp_path / "nowhere")


def test_two_books_merged_line_by_line_are_one(tmp_path: Path) -> None:
    path = tmp_path / "river" / "2031.tsv"
    path.parent.mkdir()
    one, other = (
        book_files(BOOK)["river/2031.tsv"].decode(),
        f"\ufeff{HEAD}river/2031/2031-03-05/c02\t{SKETCH}\r\n",
    )
    path.write_text(other + one, "utf-8", newline="")
    assert 3 == len(read(tmp_path))


def test_of_a_person_two_books_may_say_that_there_is_a_page_and_that_there_is_none(tmp_path: Path) -> None:
    id_ = "people/w/b/wang-lan-b232fd"
    (tmp_path / "people.tsv").write_text(f"{HEAD}{id_}\t§\t王岚\n{id_}\t→\t王岚\n", "utf-8")
    assert {id_: "王岚"} == {found: known.name for found, known in read(tmp_path).items()}
    (tmp_path / "people.tsv").write_text(f"{HEAD}{id_}\t§\t王岚\n{id_}\t§\t王兰\n", "utf-8")
    with pytest.raises(ArchiveError, match="写了两次，说法不同"):
        read(tmp_path)


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("<<<<<<< HEAD", ":2: 看到“<<<<<<< HEAD”，不是地址簿的一行"),
        ("river/2031/2031-03-05/c01-01", ":2: 看到“river/2031/2031-03-05/c01-01”，不是地址簿的一行"),
        ("../../etc/passwd\t" + SKETCH, ":2: 看到“../../etc/passwd\t"),
        ("people/w/b/wang-lan-b232fd\t王岚", ":2: 看到“people/w/b/wang-lan-b232fd\t王岚”"),
        ("river/2031/2031-03-05/c02\t×\t王岚", ":2: 看到“river/2031/2031-03-05/c02\t×\t王岚”"),
        ("river/2031/2031-03-05/c01\t×", ":3: 网址“river/2031/2031-03-05/c01”写了两次，说法不同"),
    ],
)
def test_a_line_that_is_none_stops_the_build(tmp_path: Path, line: str, told: str) -> None:
    path = tmp_path / "river" / "2031.tsv"
    path.parent.mkdir()
    path.write_text(f"{HEAD}{line}\nriver/2031/2031-03-05/c01\t{SKETCH}\n", "utf-8")
    with pytest.raises(ArchiveError) as error:
        read(tmp_path)
    assert str(error.value).startswith(f"{path}{told}")
