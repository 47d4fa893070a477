"""From a folder of page files to the archive: every file is read or named, and nothing in it is trusted."""

import hashlib
from pathlib import Path

import pytest

from newspaper_archive.errors import ArchiveError
from newspaper_archive.folder.text.transcript import LARGEST, read_transcript
from newspaper_archive.make.read_pages import (
    archive_of,
    has_print,
    page_problems,
    read_archive,
    read_page,
    survey,
)
from newspaper_archive.model import Archive, PageFile, Severity
from newspaper_archive.reading.kept_text import page_lines
from newspaper_archive.settings import Settings

STORY = "渡口的船又开了\n\n本报讯（记者 宋一帆）3月8日，渡口镇的老船工把船划到对岸，两岸居民又能坐船赶集。\n"


def archive(seeds: Path) -> Archive:
    return read_archive(seeds, Settings(seeds=seeds).edition)


def write(seeds: Path, path: str, content: str | bytes = STORY) -> None:
    location = seeds / path
    location.parent.mkdir(parents=True, exist_ok=True)
    location.write_bytes(content if isinstance(content, bytes) else content.encode())


def files(found: Archive) -> list[str]:
    return [page.page.source.path for issue in found.issues for page in issue.pages]


def test_five_pages_dropped_flat_give_five_issues(tmp_path: Path) -> None:
    for number in range(5):
        write(tmp_path, f"00{number}_59187ce66b8751f{number}.txt")
    found = archive(tmp_path)
    assert [issue.id for issue in found.issues] == [
        f"unsorted/undated/00{number}-59187ce66b8751f{number}" for number in range(5)
    ]


def test_what_cannot_be_read_is_named_and_the_other_pages_are_built(tmp_path: Path) -> None:
    bad = {
        "图片.txt": b"\x89PNG\r\n\x1a\n" + bytes(2000),
        "太大.txt": b"\xe6\xb8\xa1" * (20_000_000 // 3),
        "空.txt": b"",
        "空白.txt": " 　\n\n",
    }
    for path, content in bad.items():
        write(tmp_path, path, content)
    write(tmp_path, "C01.txt")
    found = archive(tmp_path)
    assert files(found) == ["C01.txt"]
    errors = [
        (problem.file, problem.code) for problem in found.problems if problem.severity is Severity.ERROR
    ]
    expected = {
        "图片.txt": "binary",
        "太大.txt": "too-large",
        "空.txt": "empty-page",
        "空白.txt": "empty-page",
    }
    assert errors == sorted(expected.items())


def test_a_page_may_be_of_the_greatest_size_and_no_larger(tmp_path: Path) -> None:
    for size in (LARGEST, LARGEST + 1):
        write(tmp_path, "C01.txt", b"a\n" * (size // 2) + b"a" * (size % 2))
        transcript = read_transcript(PageFile("C01.txt", tmp_path / "C01.txt", Settings(tmp_path).edition))
        assert [problem.code for problem in transcript.problems] == ["too-large"] * (size > LARGEST)
        assert (len(transcript.text), transcript.source.size) == ((size, size) if size == LARGEST else (0, 0))


def test_a_file_that_has_gone_is_an_error_and_no_more(tmp_path: Path) -> None:
    page = read_page(PageFile("C02.txt", tmp_path / "C02.txt", Settings(tmp_path).edition))
    assert not has_print(page)
    assert [(problem.file, problem.code) for problem in page_problems(page)] == [("C02.txt", "unreadable")]


def test_a_page_that_changes_while_the_archive_is_read_is_named(tmp_path: Path) -> None:
    write(tmp_path, "C01.txt")
    seen = survey(tmp_path, Settings(seeds=tmp_path).edition)
    write(tmp_path, "C01.txt", STORY.replace("3月8日", "3月9日"))
    with pytest.raises(ArchiveError, match=r"^C01\.txt: 读到的与开始时看到的不同"):
        archive_of(seen)


def test_page_files_are_text_and_nothing_else(tmp_path: Path) -> None:
    hostile = (
        "../../C09\n\n<script>alert(1)</script> {{ 7 * 7 }} {% include 'x' %}\n\npaper: !!python/object:x\n"
    )
    write(tmp_path, "a/2024-03-08/C01.txt", hostile)
    (issue,) = archive(tmp_path).issues
    assert (issue.id, [page.id for page in issue.pages]) == (
        "a/2024/2024-03-08",
        ["a/2024/2024-03-08/c01"],
    )


def test_the_source_is_kept_with_its_checksum(tmp_path: Path) -> None:
    write(tmp_path, "C01.txt", STORY.encode("gb18030"))
    found = archive(tmp_path)
    page = found.issues[0].pages[0].page
    assert (page.source.encoding, page.source.size) == ("gb18030", len(STORY.encode("gb18030")))
    assert len(page.source.sha256) == 64
    assert "\n".join(page_lines(page, found.files[page.source.path])) == STORY.rstrip("\n")


def test_problems_come_by_file_and_line(tmp_path: Path) -> None:
    for path in ("b.txt", "a.pdf", "a/x.txt", "a.txt"):
        write(
            tmp_path,
            path,
            "渡口\0渡口\n\u2028渡口渡口渡口渡口\n渡口渡口渡口渡口渡口" if path == "a.txt" else "",
        )
    places = [(problem.file, problem.line) for problem in archive(tmp_path).problems]
    assert places == sorted(places, key=lambda place: (place[0].split("/"), place[1] or 0))
    assert len(places) >= 5


def test_the_same_folder_gives_the_same_archive(tmp_path: Path) -> None:
    for path in ("今日大河/2024-03-08/C01.txt", "今日大河/2024-03-08/C02.txt", "x.txt"):
        write(tmp_path, path)
    assert archive(tmp_path) == archive(tmp_path)


def test_a_line_that_a_sidecar_speaks_of_is_not_asked_about(tmp_path: Path) -> None:
    seeds = tmp_path / "今日大河/2024-03-08"
    write(seeds, "C01.txt", f"{STORY}\n两岸渔火 一河灯影镇里的灯会从初八办到十五，来看灯的人把桥都站满了。\n")
    assert [problem.line for problem in archive(tmp_path).problems] == [5]
    fixed = f"sha256: {hashlib.sha256((seeds / 'C01.txt').read_bytes()).hexdigest()}\n"
    write(seeds, "C01.yaml", f"{fixed}lines:\n  5: body\n")
    assert archive(tmp_path).problems == ()
    slip = "{line: 5, from: 渔火, to: 鱼火, by: 丁, on: 2024-03-09, why: 错字}"
    write(seeds, "C01.yaml", f"{fixed}corrections:\n  - {slip}\n")
    assert [problem.line for problem in archive(tmp_path).problems] == [5]
