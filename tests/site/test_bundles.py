"""The theme's parts as the pages load them."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from newspaper_archive.errors import ArchiveError
from newspaper_archive.site.bundles import bundle, bundles
from newspaper_archive.site.makeup.measures import with_figures
from newspaper_archive.site.parts_table import read_parts
from newspaper_archive.site.tongue import tongue

THEME = Path(__file__).resolve().parents[2] / "theme"


def code(text: str) -> str:
    """What stands outside comments, with its figures, without blanks and without the last stop of a block."""
    bare = with_figures(re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL))
    return "".join(bare.split()).replace(";}", "}")


def test_a_bundle_is_all_of_its_parts_without_what_is_said_beside_them() -> None:
    made = dict(bundles((THEME,), tongue()))
    for one in read_parts((THEME,)):
        sources = "".join(part.read_text("utf-8") for part in one.parts)
        assert code(sources) == code(made[one.address].decode())
        assert len(made[one.address]) < 0.9 * len(sources.encode())


def test_no_part_of_the_theme_is_left_out_of_every_bundle() -> None:
    used = {part for one in read_parts((THEME,)) for part in one.parts}
    assert {path for path in (THEME / "parts").rglob("*.*") if path.suffix in (".css", ".js")} == used


def runs(sheet: Path) -> Iterator[tuple[str, ...]]:
    """Every six declarations in a row of a style sheet; fewer are no more than an idiom."""
    bare = re.sub(r"/\*.*?\*/", "", sheet.read_text("utf-8"), flags=re.DOTALL)
    for body in re.findall(r"\{([^{}]*)\}", bare):
        said = [" ".join(one.split()) for one in body.split(";") if one.strip()]
        yield from (tuple(said[start : start + 6]) for start in range(len(said) - 5))


def test_no_body_of_a_rule_stands_twice() -> None:
    stands: dict[tuple[str, ...], set[str]] = {}
    for sheet in sorted((THEME / "parts").rglob("*.css")):
        for run in runs(sheet):
            stands.setdefault(run, set()).add(sheet.name)
    assert {} == {run: sheets for run, sheets in stands.items() if len(sheets) > 1}


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


@pytest.fixture
def theme(tmp_path: Path) -> Path:
    """A copy of the theme, to be changed."""
    return Path(shutil.copytree(THEME, tmp_path / "theme"))


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """A folder of one's own with a style sheet and a script of a part, and nothing that names them."""
    folder = tmp_path / "own" / "parts" / "seal"
    folder.mkdir(parents=True)
    (folder / "seal.css").write_text(".seal {\n  color: red;\n}\n", "utf-8")
    (folder / "seal.js").write_text('  say("首页");\n', "utf-8")
    return tmp_path / "own"


def made_of(*folders: Path) -> dict[str, str]:
    return {address: data.decode() for address, data in bundles(folders, tongue("en"))}


def test_a_part_is_added_to_a_bundle_by_its_name_in_the_table(theme: Path) -> None:
    (theme / "parts" / "seal").mkdir()
    (theme / "parts" / "seal" / "seal.css").write_text(".seal {\n  color: red;\n}\n", "utf-8")
    before, table = made_of(theme), theme / "parts.toml"
    table.write_text(table.read_text("utf-8").replace('"prose"]', '"prose", "seal"]'), "utf-8")
    assert before | {"theme/plain.css": before["theme/plain.css"] + ".seal{color:red}\n"} == made_of(theme)


def test_a_table_of_ones_own_adds_bundles_and_changes_no_other(own: Path) -> None:
    rows = (
        '\ufeff[bundles]\n"seal.css" = ["seal"]\n"js/seal.js" = ["seal"]\n"paper.css" = ["paper", "seal"]\n'
    )
    (own / "parts.toml").write_text(rows, "utf-8")
    theirs = made_of(THEME)
    added = {
        "theme/seal.css": ".seal{color:red}\n",
        "theme/js/seal.js": 'say("Home");\n',
        "theme/paper.css": theirs["theme/paper.css"] + ".seal{color:red}\n",
    }
    assert theirs | added == made_of(own, THEME)


def test_a_part_of_ones_own_stands_for_the_themes_of_that_name(own: Path) -> None:
    (own / "parts" / "seal").rename(own / "parts" / "paper")
    (own / "parts" / "paper" / "seal.css").rename(own / "parts" / "paper" / "paper.css")
    theirs, mine = made_of(THEME), made_of(own, THEME)
    assert {"theme/paper.css", "theme/clipping.css"} == {name for name in mine if mine[name] != theirs[name]}
    assert ".seal{color:red}\n" == mine["theme/paper.css"]


def test_a_theme_that_lacks_a_part_is_told_which_and_where_it_is_named(theme: Path) -> None:
    (theme / "parts" / "masthead" / "masthead.css").unlink()
    line = 1 + (theme / "parts.toml").read_text("utf-8").partition('"masthead"')[0].count("\n")
    told = rf"parts\.toml:{line}: everywhere 要用“masthead”，主题里却缺这个文件：.*masthead\.css。请补上"
    with pytest.raises(ArchiveError, match=told):
        read_parts((theme,))


@pytest.mark.parametrize(
    ("table", "told"),
    [
        ('[bundle]\n"a.css" = []', "1: 看到“bundle”；可用的是：groups、bundles"),
        ("\n[bundles]\na.css = ['paper']", "3: a 后面应是一列部件的名字"),
        ('[bundles]\n"a.css" = "paper"', "2: a.css 后面应是一列部件的名字"),
        ('[bundles]\n"a.css" = ["paper", 3]', "2: a.css 后面应是一列部件的名字"),
        ("bundles = 3", "1: bundles 应单独成一节"),
        ('[bundles]\n"a.css" = ["paper"', "2: 不合 TOML 的写法"),
        ('[bundles]\n"a.css" = []\n"a.css" = []', "3: 不合 TOML 的写法"),
        ('[bundles]\n"a.css" = ["@nowhere"]', "2: a.css 里的“@nowhere”没有这一组；.*@everywhere"),
        ('[bundles]\n"a.css" = [\n"paper",\n"papr"]', "4: a.css 要用“papr”，主题里却缺这个文件.*papr.css"),
        ('[bundles]\n"a.js" = ["paper"]', "2: a.js 要用“paper”，主题里却缺这个文件.*paper.js"),
        ('[bundles]\n"a.css" = ["paper.css"]', "2: a.css 里看到“paper.css”。部件的名字是"),
        ('[bundles]\n"a.css" = ["../x"]', "2: a.css 里看到“../x”。部件的名字是"),
        ('[bundles]\n"a.css" = ["paper", "paper/paper"]', "2: a.css 里两次用到 paper.css"),
        ('[bundles]\n"../a.css" = ["paper"]', "2: 看到“../a.css”。合成的文件请取"),
        ('[bundles]\n"a.txt" = ["paper"]', "2: 看到“a.txt”。合成的文件请取"),
        ('[bundles]\n"js/lunr.js" = ["mode"]', "2: 看到“js/lunr.js”。合成的文件请取"),
        ('[bundles]\n"favicon.css" = ["paper"]', "2: static/favicon.css 已经有这个文件"),
    ],
)
def test_a_mistake_in_a_table_is_told_with_its_line(own: Path, theme: Path, table: str, told: str) -> None:
    (own / "parts.toml").write_text(table, "utf-8")
    (theme / "static" / "favicon.css").touch()
    with pytest.raises(ArchiveError, match=rf"own/parts\.toml:{told}"):
        read_parts((own, theme))


def test_a_theme_without_its_table_is_told_so_and_a_folder_of_ones_own_needs_none(
    own: Path, theme: Path
) -> None:
    assert read_parts((theme,)) == read_parts((own, theme))
    (theme / "parts.toml").unlink()
    with pytest.raises(ArchiveError, match=r"parts\.toml: 主题里缺这张表"):
        read_parts((own, theme))


def test_a_table_in_another_encoding_is_told_to_be_one(theme: Path) -> None:
    (theme / "parts.toml").write_bytes("# 样式\n".encode("gb18030"))
    with pytest.raises(ArchiveError, match=r"parts\.toml: 不是 UTF-8 编码的文字"):
        read_parts((theme,))
