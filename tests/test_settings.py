"""Settings from a mapping such as Pelican's; a wrong one says which, what was seen, what is allowed."""

from pathlib import Path

import pytest

from newspaper_archive.errors import ArchiveError
from newspaper_archive.model import Imprint
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


def said(folder: Path, text: str) -> dict[str, object]:
    (folder / "site.yaml").write_text(text, encoding="utf-8")
    return {"NEWSPAPER_SEEDS": folder}


def test_what_is_typed_comes_before_site_yaml_and_that_before_pelicanconf(tmp_path: Path) -> None:
    given = said(tmp_path, "name: 云汀日报\nlanguage: en\naddress: https://example.org/a\n主办: 云汀日报社\n")
    given |= {"SITENAME": "大河数字报", "NEWSPAPER_LANGUAGE": "zh-Hans", "NEWSPAPER_PUBLISH": True}
    found = read_settings(given)
    assert ("云汀日报", "en", "https://example.org/a") == (found.sitename, found.language, found.site_address)
    assert Imprint(publisher="云汀日报社") == found.imprint
    typed = read_settings(given | {"SITEURL": "https://example.org/b", "NEWSPAPER_TYPED_LANGUAGE": "zh-Hant"})
    assert ("zh-Hant", "https://example.org/b") == (typed.language, typed.site_address)


def test_a_site_yaml_that_is_silent_leaves_what_pelicanconf_says(tmp_path: Path) -> None:
    given = said(tmp_path, "主办: 云汀日报社\n") | {"SITENAME": "大河数字报", "NEWSPAPER_LANGUAGE": "en"}
    found = read_settings(given)
    assert ("大河数字报", "en", "") == (found.sitename, found.language, found.site_address)


def test_the_kind_of_site_is_no_name_of_one(tmp_path: Path) -> None:
    assert "" == read_settings({"NEWSPAPER_SEEDS": tmp_path, "SITENAME": "数字报"}).sitename


def test_without_publish_the_site_has_no_address(tmp_path: Path) -> None:
    assert "" == read_settings(said(tmp_path, "address: https://example.org\n")).site_address


def test_to_publish_takes_an_address_from_somewhere(tmp_path: Path) -> None:
    with pytest.raises(ArchiveError) as caught:
        read_settings(said(tmp_path, "name: 云汀日报\n") | {"NEWSPAPER_PUBLISH": True})
    assert (
        "请说明网站的地址，例如：make publish SITEURL=https://example.org/archive；"
        "或者在版面文件夹里的 site.yaml 写一行 address: https://example.org/archive"
    ) == str(caught.value)


def test_a_wrong_language_in_site_yaml_is_named_with_its_line(tmp_path: Path) -> None:
    with pytest.raises(ArchiveError) as caught:
        read_settings(said(tmp_path, "# 本站\n语言: fr\n"))
    assert "site.yaml:2: 看到“fr”；可用的是：en、zh-Hans、zh-Hant 之一" == str(caught.value)
