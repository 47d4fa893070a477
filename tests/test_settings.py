"""Settings from a mapping such as Pelican's; a wrong one says which, what was seen, what is allowed."""

from pathlib import Path

import pytest

from newspaper_archive.errors import ArchiveError
from newspaper_archive.settings import Settings, read_settings


def test_settings_have_working_defaults(tmp_path: Path) -> None:
    assert read_settings({"NEWSPAPER_SEEDS": str(tmp_path)}) == Settings(seeds=tmp_path)


def test_settings_are_read(tmp_path: Path) -> None:
    given = {
        "NEWSPAPER_SEEDS": tmp_path,
        "NEWSPAPER_PAPER": " 大河日报 ",
        "NEWSPAPER_LUNR": "lunr.js",
        "SITENAME": "大河数字报",
        "SITEURL": "https://example.org/paper/",
        "THEME": "theme",
    }
    expected = Settings(tmp_path, "大河日报", "大河数字报", "https://example.org/paper", Path("lunr.js"))
    assert read_settings(given) == expected
    assert expected.edition.paper == "大河日报"


@pytest.mark.parametrize(
    ("name", "value", "message"),
    [
        ("NEWSPAPER_SEEDS", "", "设置 NEWSPAPER_SEEDS: 没有写"),
        ("NEWSPAPER_SEEDS", "没有这个", "没有这个: 没有这个文件夹"),
        ("NEWSPAPER_SEEDS", 7, "设置 NEWSPAPER_SEEDS: 看到“7”；应为加引号的路径"),
        ("NEWSPAPER_SEEDS", "a\0b", "设置 NEWSPAPER_SEEDS: 看到“'a\\x00b'”；应为加引号的路径"),
        ("NEWSPAPER_PAPER", 7, "设置 NEWSPAPER_PAPER: 看到“7”；应为加引号的文字"),
        ("NEWSPAPER_JOBS", "两个", "设置 NEWSPAPER_JOBS（make JOBS=…）: 看到“两个”；应为 1、2、4 这样的数"),
        ("NEWSPAPER_JOBS", -1, "看到“-1”"),
        ("SITEURL", "example.org", "设置 SITEURL: 看到“example.org”；应以 http:// 或 https:// 开头"),
    ],
)
def test_a_wrong_setting_is_named(tmp_path: Path, name: str, value: object, message: str) -> None:
    with pytest.raises(ArchiveError) as caught:
        read_settings({"NEWSPAPER_SEEDS": str(tmp_path), name: value})
    assert message in str(caught.value)
