"""The desk's commands: what they print, where, and with which exit status."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from newspaper_archive.desk.console import main

STORY = "渡口的船又开了\n\n本报讯（记者 宋一帆）3月8日，渡口镇的老船工把船划到对岸，两岸居民又能坐船赶集。\n"
ROOT = Path(__file__).resolve().parents[2]


def write(seeds: Path, path: str, content: str | bytes = STORY) -> Path:
    location = seeds / path
    location.parent.mkdir(parents=True, exist_ok=True)
    location.write_bytes(content if isinstance(content, bytes) else content.encode())
    return location


def test_check_says_that_all_is_well(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(tmp_path, "今日大河/2024-03-08/C01.txt")
    assert main(["check", str(tmp_path)]) == 0
    assert capsys.readouterr().out == "疑点待核 0 处：错误 0，注意 0，说明 0；已核 0 处\n"


def test_check_fails_at_an_error_only(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(tmp_path, "今日大河/2024-03-08/C01.txt")
    write(tmp_path, "Thumbs.db", b"\0")
    assert main(["check", str(tmp_path)]) == 0
    write(tmp_path, "C02.txt", b"")
    capsys.readouterr()
    assert main(["check", str(tmp_path)]) == 1
    out = capsys.readouterr().out.splitlines()
    assert out[0] == "[错误] C02.txt: 没有文字。请补上这一版的文本，或删去文件。此版未收入"
    assert out[-1] == "疑点待核 2 处：错误 1，注意 0，说明 1；已核 0 处"


def test_check_stops_at_a_site_yaml_that_cannot_be_used(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(tmp_path, "今日大河/2024-03-08/C01.txt")
    write(tmp_path, "site.yaml", "主办: 大河日报社\n邮箱: 编辑部\n")
    assert main(["check", str(tmp_path)]) == 2
    said = "site.yaml:2: 看到“编辑部”；可用的是：一个邮箱，如 desk@example.org\n"
    assert said == capsys.readouterr().err


def test_check_gives_json(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(tmp_path, "C02.txt", b"")
    assert main(["check", "--json", str(tmp_path)]) == 1
    (problem,) = json.loads(capsys.readouterr().out)
    keys = ["severity", "code", "file", "line", "also", "seen", "advice", "checked", "since"]
    assert keys == list(problem)
    assert (problem["severity"], problem["code"], problem["line"]) == ("error", "empty-page", None)


@pytest.mark.parametrize(
    "arguments", [["check", "没有"], ["explain", "没有.txt"], ["parse", "没有.txt", "--out", "out"]]
)
def test_what_is_not_there_is_said_without_a_call_stack(
    arguments: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(arguments) == 2
    said = capsys.readouterr()
    assert (said.out, said.err.count("\n")) == ("", 1)
    assert said.err.startswith("没有")
    assert list(tmp_path.iterdir()) == []


def test_parse_writes_a_file_a_page(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(tmp_path, "in/今日大河/2024-03-08/C01.txt")
    write(tmp_path, "in/今日大河/2024-03-15/C01.txt")
    write(tmp_path, "in/今日大河/2024-03-15/C02.md")
    write(tmp_path, "in/空.txt", b"")
    alone = write(tmp_path, "alone.txt")
    assert main(["parse", str(tmp_path / "in"), str(alone), "--out", str(tmp_path / "a/b")]) == 0
    assert sorted(path.name for path in (tmp_path / "a/b").iterdir()) == [
        "C02.json",
        "alone.json",
        "今日大河_2024-03-08_C01.json",
        "今日大河_2024-03-15_C01.json",
    ]
    found = json.loads((tmp_path / "a/b/C02.json").read_text(encoding="utf-8"))
    assert (found["file"], found["page"]["number"], found["issue"]["date_edtf"]) == (
        "C02.md",
        "C02",
        "2024-03-15",
    )
    said = capsys.readouterr()
    assert said.out == ""
    assert "空.txt: 没有文字" in said.err


def test_parse_tells_pages_of_one_path_apart(tmp_path: Path) -> None:
    folders = [str(write(tmp_path, f"{name}/C01.txt").parent) for name in "ab"]
    assert main(["parse", *folders, "--out", str(tmp_path / "out")]) == 0
    assert len(list((tmp_path / "out").iterdir())) == 2


def test_parse_says_where_it_cannot_write(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page = write(tmp_path, "C01.txt")
    assert main(["parse", str(page), "--out", str(page)]) == 2
    assert "写不进去" in capsys.readouterr().err


def test_a_name_that_no_disk_takes_is_cut(tmp_path: Path) -> None:
    write(tmp_path, "in/" + "\x01" * 80 + ".txt")
    write(tmp_path, "in/C01.txt")
    assert main(["parse", str(tmp_path / "in"), "--out", str(tmp_path / "out")]) == 0
    long, short = sorted(path.name for path in (tmp_path / "out").iterdir())[::-1]
    assert ("C01.json", "\\x01" * 12) == (short, long[:48])


def test_a_terminal_is_shown_no_control_character(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page = write(tmp_path, "C01\x1b[2J.txt", STORY.replace("渡口镇", "渡口\x9b镇"))
    for arguments in (["sidecar", page], ["sidecar", page], ["check", tmp_path], ["explain", page]):
        main([str(argument) for argument in arguments])
    said = capsys.readouterr()
    assert "C01\\x1b[2J" in said.out
    assert "C01\\x1b[2J" in said.err
    assert "渡口\\x9b镇" in said.out
    assert {"\n", "\t"} >= {character for character in said.out + said.err if not character.isprintable()}


def test_explain_gives_a_line_a_block(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", str(write(tmp_path, "C01.txt"))]) == 0
    rows = [line.split("\t") for line in capsys.readouterr().out.splitlines()]
    assert [len(row) for row in rows] == [5] * len(rows)
    assert [row[0] for row in rows] == ["1", "3"]
    assert rows[0][3] == "渡口的船又开了"
    assert ["自成一行；短不成段", "自成一行"] == [row[4] for row in rows]


def run(*arguments: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    code = "import sys; from newspaper_archive.desk.console import main; sys.exit(main())"
    return subprocess.run(
        [sys.executable, "-X", "utf8=0", "-c", code, *arguments],
        env={**os.environ, "PYTHONPATH": str(ROOT / "plugins"), **environment},
        capture_output=True,
        check=False,
    )


def test_a_terminal_without_chinese_gets_utf8(tmp_path: Path) -> None:
    write(tmp_path, "C02.txt", b"")
    plain = {"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONIOENCODING": ""}
    checked = run("check", str(tmp_path), **plain)
    assert (checked.returncode, checked.stderr) == (1, b"")
    assert "没有文字" in checked.stdout.decode("utf-8")
    missing = run("check", str(tmp_path / "没有"), **plain)
    assert missing.returncode == 2
    assert "没有这个文件夹" in missing.stderr.decode("utf-8")


def test_a_reader_who_leaves_early_gets_no_call_stack(tmp_path: Path) -> None:
    for number in range(3000):
        write(tmp_path, f"版样{number:04}.pdf", b"")
    code = "import sys; from newspaper_archive.desk.console import main; sys.exit(main())"
    process = subprocess.Popen(
        [sys.executable, "-c", code, "check", str(tmp_path)],
        env={**os.environ, "PYTHONPATH": str(ROOT / "plugins")},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.readline()
    process.stdout.close()
    assert process.stderr.read() == b""
    process.stderr.close()
    process.wait()


def test_the_doubts_of_the_samples_are_told_so(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Word for word, advice and commands too; `newspaper-archive check seeds` writes the file anew."""
    monkeypatch.chdir(ROOT)
    assert 0 == main(["check", "seeds"])
    expected = Path(__file__).with_name("check_of_samples.txt").read_text("utf-8")
    assert expected == capsys.readouterr().out
