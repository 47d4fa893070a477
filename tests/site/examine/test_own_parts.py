"""A folder of one's own beside the theme, as docs/theme.md has it: templates, and parts with their table."""

from pathlib import Path

import pytest

from conftest import ROOT, SEEDS, Build

pytestmark = pytest.mark.build

OWN = {
    # What every page has, by a block; Pelican's hand-written pages, by a macro of the theme; a page kind.
    "base.html": """{% extends "!theme/base.html" %}
{% block own_style %}<link rel="stylesheet" href="{{ 'theme/seal.css' | link }}">{% endblock %}""",
    "page.html": """{% extends "!theme/page.html" %}
{% import "parts/seal/seal.html" as seals with context %}
{% block content %}{{ super() }}{{ seals.seal() }}{% endblock %}""",
    "newspaper/calendars.html": """{% extends "!theme/newspaper/calendars.html" %}
{% import "parts/seal/seal.html" as seals with context %}
{% block content %}{{ super() }}{{ seals.seal() }}{% endblock %}""",
    # A part of one's own, and one that stands for the theme's and builds on it.
    "parts/seal/seal.html": """{% macro seal() %}
<p class="seal">{{ 'index.html' | link }}</p>
{% endmacro %}""",
    "parts/seal/seal.css": ".seal {\n  color: red;\n}\n",
    "parts/heat/heat.html": """{% import "!theme/parts/heat/heat.html" as theirs with context %}
{% macro heat_map(heat, caption) %}
<div class="mine">{{ theirs.heat_map(heat, caption) }}</div>
{% endmacro %}""",
    "parts.toml": '[bundles]\n"seal.css" = ["seal"]\n',
}


@pytest.fixture(scope="module")
def own_site(tmp_path_factory: pytest.TempPathFactory, build: Build) -> Path:
    folder = tmp_path_factory.mktemp("own") / "自己的 样子"
    for name, text in OWN.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, "utf-8")
    output = folder.parent / "网站"
    made = build(SEEDS, output, extra=["--extra-settings", f'THEME_TEMPLATES_OVERRIDES=["{folder}"]'])
    assert 0 == made.returncode, made.stderr
    return output


def test_a_template_of_ones_own_changes_a_block_of_every_page(own_site: Path) -> None:
    for page in sorted(own_site.rglob("*.html")):
        if page.name != "404.html":
            assert "theme/seal.css" in page.read_text("utf-8"), page
    assert b".seal{color:red}\n" == (own_site / "theme" / "seal.css").read_bytes()


@pytest.mark.parametrize("address", ["pages/about.html", "calendar/index.html"])
def test_a_part_of_ones_own_is_imported_by_its_name(own_site: Path, address: str) -> None:
    assert '<p class="seal">../index.html</p>' in (own_site / address).read_text("utf-8")


def test_a_part_of_ones_own_stands_for_the_themes_and_may_build_on_it(own_site: Path, site: Path) -> None:
    for address in ("index.html", "calendar/index.html"):
        assert '<div class="mine"><div class="heat">' in "".join(
            (own_site / address).read_text("utf-8").split("\n")
        )
    theirs = sorted((site / "theme").rglob("*.*"))
    mine = [own_site / path.relative_to(site) for path in theirs]
    assert [path.read_bytes() for path in theirs] == [path.read_bytes() for path in mine]


def test_a_slip_in_the_table_stops_the_build_before_a_page_is_read(build: Build, tmp_path: Path) -> None:
    (tmp_path / "parts.toml").write_text('[bundles]\n"seal.css" = ["seel"]\n', "utf-8")
    extra = ["--extra-settings", f'THEME_TEMPLATES_OVERRIDES=["{tmp_path}"]']
    made = build(SEEDS, tmp_path / "out", extra=extra)
    told = (
        f"{tmp_path}/parts.toml:2: seal.css 要用“seel”，主题里却缺这个文件：{ROOT}/theme/parts/seel/seel.css"
    )
    assert 0 != made.returncode
    assert told in made.stderr + made.stdout
    assert "读版面" not in made.stderr + made.stdout
