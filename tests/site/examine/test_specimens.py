"""The specimens stand for the whole site, and only as many of them as that takes."""

from pathlib import Path

from .specimens import Features, specimens


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


def test_every_class_that_the_sample_site_shows_is_on_a_specimen(site: Path, chosen: list[str]) -> None:
    def shown(paths: list[Path]) -> set[tuple[str, str, str]]:
        return {feature for path in paths for feature in Features(path.read_text("utf-8")).found}

    assert shown(sorted(site.rglob("*.html"))) == shown([site / address for address in chosen])
    assert {"index.html", "search.html", "404.html"} <= set(chosen)
