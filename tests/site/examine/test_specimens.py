"""The specimens stand for the whole site, and only as many of them as that takes."""

from pathlib import Path

import pytest

from .specimens import Feature, Features, anywhere, specimens


def write(folder: Path, **pages: str) -> Path:
    for name, text in pages.items():
        (folder / f"{name}.html").write_text(text, "utf-8")
    return folder


def test_of_pages_set_alike_one_is_enough(tmp_path: Path) -> None:
    plain, other = "<body class=a><p class='x y'>甲", "<body class=a><p class=x>乙"
    assert ["one.html"] == specimens(write(tmp_path, one=plain, three=other, two=plain))


def test_a_class_of_another_template_s_comes_as_well(tmp_path: Path) -> None:
    pages = {
        "one": "<body class=a><p class=x>",
        "two": "<body class=b><p class=x>",
        "zero": "<body><p class=x>",
    }
    assert ["one.html", "two.html", "zero.html"] == sorted(specimens(write(tmp_path, **pages)))


def test_a_class_seen_on_one_template_comes_on_another_only_where_all_are_wanted(tmp_path: Path) -> None:
    pages = {
        "one": "<body class=a><p class=x><p class=y>",
        "three": "<body class=b><p class=y>",
        "two": "<body class=b><p class=x>",
    }
    site = write(tmp_path, **pages)
    assert ["one.html", "three.html", "two.html"] == specimens(site, on_each=True)
    assert ["one.html", "three.html"] == specimens(site, on_each=False)


def shown(site: Path, addresses: list[str]) -> set[Feature]:
    return {one for address in addresses for one in Features((site / address).read_text("utf-8")).found}


@pytest.mark.parametrize("on_each", [False, True])
def test_every_class_that_the_sample_site_shows_is_on_a_specimen(site: Path, on_each: bool) -> None:
    seen = shown(site, [path.relative_to(site).as_posix() for path in site.rglob("*.html")])
    chosen = specimens(site, on_each=on_each)
    if on_each:
        assert seen == shown(site, chosen)
    assert anywhere(seen) == anywhere(shown(site, chosen))
    assert {"index.html", "search.html", "404.html"} <= set(chosen)
