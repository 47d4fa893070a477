"""What networks and messengers are told of a link, where the site has an address on the web."""

import re
from pathlib import Path

import pytest

from files_in_memory import FilesInMemory
from invented_archive import invented_archive
from newspaper_archive.site.all_pages import render
from newspaper_archive.site.pictures.faces import installed_fonts
from newspaper_archive.site.render_options import Site
from newspaper_archive.site.renderer import prepare
from rendered_site import templates

PACKAGES = Path(__file__).resolve().parents[3] / "node_modules"
TAG = re.compile(r'<meta (?:property|name)="((?:og|twitter):[a-z:_]+)" content="([^"]*)">')
ARTICLE = "liuhe/2021/2021-03-10/c01-01"
HOSTILE_ARTICLE = "liuhe/2020/2020-12-30/c01-01"


def told(
    address: str, *, site_address: str = "https://example.org", article_cards: bool = False
) -> dict[str, str]:
    environment, written = templates(), FilesInMemory()
    prepare(environment, Site("晚晴日报", site_address, installed_fonts(PACKAGES), article_cards))
    render(invented_archive(), environment, written)
    return dict(TAG.findall(written.files[address].decode()))


def test_an_issue_is_shared_with_its_card() -> None:
    tags = told("liuhe/2021/2021-03-10/index.html")
    assert "柳河新闻 2021年3月10日 · 晚晴日报" == tags["og:title"]
    assert "https://example.org/liuhe/2021/2021-03-10/index.html" == tags["og:url"]
    assert "https://example.org/liuhe/2021/2021-03-10/index.png" == tags["og:image"]
    assert ("1200", "630", "summary_large_image") == (
        tags["og:image:width"],
        tags["og:image:height"],
        tags["twitter:card"],
    )


@pytest.mark.parametrize(
    ("article_cards", "card"), [(False, "liuhe/2021/2021-03-10/index.png"), (True, f"{ARTICLE}.png")]
)
def test_an_article_is_shared_with_its_own_card_or_its_issues(article_cards: bool, card: str) -> None:
    tags = told(f"{ARTICLE}.html", article_cards=article_cards)
    assert ("article", "不误农时，把水引到田头") == (tags["og:type"], tags["og:title"])
    assert f"https://example.org/{card}" == tags["og:image"]


def test_what_is_shared_of_a_hostile_headline_is_text() -> None:
    title = told(f"{HOSTILE_ARTICLE}.html")["og:title"]
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in title
    assert "<" not in title


def test_without_an_address_nothing_is_told() -> None:
    assert {} == told(f"{ARTICLE}.html", site_address="")
