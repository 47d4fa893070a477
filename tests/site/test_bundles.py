"""The theme's parts as the pages load them."""

import re
import shutil
from pathlib import Path

import pytest

from newspaper_archive.errors import ArchiveError
from newspaper_archive.site.bundles import ON_DEMAND, SCRIPTS, STYLES, bundle, bundles
from newspaper_archive.site.tongue import tongue

STATIC = Path(__file__).resolve().parents[2] / "theme" / "static"
TABLES = (("css", STYLES), ("js", SCRIPTS))


def code(text: str) -> str:
    """What stands outside comments, without blanks and without the last stop of a block."""
    bare = re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL)
    return "".join(bare.split()).replace(";}", "}")


@pytest.mark.parametrize(("kind", "table"), TABLES, ids=["styles", "scripts"])
def test_a_bundle_is_all_of_its_parts_without_what_is_said_beside_them(
    kind: str, table: dict[str, tuple[str, ...]]
) -> None:
    made = dict(bundles(STATIC, tongue()))
    for address, parts in table.items():
        sources = "".join((STATIC / kind / f"{part}.{kind}").read_text("utf-8") for part in parts)
        assert code(sources) == code(made[address].decode())
        assert len(made[address]) < 0.9 * len(sources.encode())


@pytest.mark.parametrize(("kind", "table"), TABLES, ids=["styles", "scripts"])
def test_no_part_of_the_theme_is_left_out_of_every_bundle(
    kind: str, table: dict[str, tuple[str, ...]]
) -> None:
    used = {part for parts in table.values() for part in parts}
    used |= set(ON_DEMAND) if kind == "css" else set()
    assert {path.stem for path in (STATIC / kind).glob(f"*.{kind}")} == used


def test_a_style_sheet_loses_no_blank_that_says_something(tmp_path: Path) -> None:
    sheet = tmp_path / "one.css"
    sheet.write_text(
        """/* Why. */
@media (min-width: 48rem) and (hover: hover) {
  nav :is(a, b) > i::before,
  p:not(.x) + p {
    content: "; } : 甲 , ";
    inset: min(0px, (100% - var(--target)) / 2);
  }
}
""",
        "utf-8",
    )
    expected = (
        "@media (min-width:48rem) and (hover:hover){nav :is(a,b)>i::before,p:not(.x) + p"
        '{content:"; } : 甲 , ";inset:min(0px,(100% - var(--target)) / 2)}}\n'
    )
    assert bundle([sheet], tongue()).decode() == expected


def test_a_theme_that_lacks_a_part_is_told_which(tmp_path: Path) -> None:
    shutil.copytree(STATIC, tmp_path / "static")
    (tmp_path / "static" / "css" / "masthead.css").unlink()
    with pytest.raises(ArchiveError, match=r"masthead\.css: 主题里缺这个文件"):
        dict(bundles(tmp_path / "static", tongue()))
