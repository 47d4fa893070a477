"""The walls of the house: imports run one way, and the repository names no machine of its makers."""

import ast
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

from newspaper_archive.lexicon import agencies, han
from newspaper_archive.store.program import LEANS_ON

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "plugins" / "newspaper_archive"

# The way of a newspaper page. A folder may import from those before it, never from one after.
ORDER = (
    "invisible",
    "errors",
    "guard",
    "model",
    "lexicon",
    "folder",
    "reading",
    "archive",
    "problems",
    "search",
    "store",
    "site",
    "settings",
    "make",
    "desk",
    "plugin",
)
PELICAN = "plugin"
READERS = ("lexicon", "folder", "reading")
MODULES_AT_THE_ROOT, MODULES_IN_A_FOLDER, LINES_IN_A_MODULE = 5, 25, 350
SMALL = 40
# One contract, one file each: who adds one finds it by its name, and who asks for all of them is one.
TABLES = {
    "desk.console": "a command of the console",
    "problems": "what is doubtful, of one kind",
    "reading.printed": "what of a file is no print, of one kind",
    "site.all_pages": "a kind of page, beside its template",
}
SMALL_AND_ALONE = {
    "site.template_error": "templates are the site's, and plugin.py holds only what Pelican asks of a plugin",
}

# Written in pieces, so that this file names none of them either.
REGISTRIES = tuple("".join(parts) for parts in (("py", "pi.org"), ("python", "hosted"), ("np", "mjs")))
# An agency or the paper itself by its name, or one ending beside another.
ENDING = "(?:日报|晚报|晨报|早报|时报|商报|都市报|融媒体中心)"
SPELT_AGENCY = re.compile(rf"{agencies.NAMED}|{ENDING}\|(?:\w*\|)?{ENDING}")
# An end of a block of Han characters, however it is written.
SPELT_HAN = re.compile(r"(?i)(?:\\u|0x)(?:3400|4e00|9fff|a000)|\\U000[23]")
MACHINE_PATH = re.compile(r"(?<![\w.~/-])/(?:home|root|work|Users)/[\w.-]")


def module_name(path: Path) -> str:
    parts = path.relative_to(PACKAGE.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def imported(path: Path) -> Iterator[tuple[int, str]]:
    """Line and full name of everything a module imports; `from a import b` counts as `a.b`."""
    package = module_name(path) if path.name == "__init__.py" else module_name(path).rpartition(".")[0]
    for found in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(found, ast.Import):
            yield from ((found.lineno, alias.name) for alias in found.names)
        elif isinstance(found, ast.ImportFrom):
            above = package.split(".")[: len(package.split(".")) + 1 - found.level] if found.level else []
            base = ".".join([*above, *([found.module] if found.module else [])])
            yield from ((found.lineno, f"{base}.{alias.name}") for alias in found.names)


def part(name: str) -> str | None:
    """The folder or root module of ours that a full name lies in; None for another library's."""
    first, _, rest = name.partition(".")
    inner = rest.partition(".")[0]
    return inner if first == PACKAGE.name and inner and not inner.startswith("__") else None


def modules() -> list[Path]:
    return sorted(PACKAGE.rglob("*.py"))


def tracked_files() -> list[Path]:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=False)
    if listed.returncode != 0:
        pytest.fail("the project's files can only be listed in a git clone")
    return [ROOT / name for name in listed.stdout.decode().split("\0") if name and (ROOT / name).is_file()]


def texts() -> Iterator[tuple[Path, str]]:
    for path in tracked_files():
        yield path, path.read_bytes().decode("utf-8", "replace")


def test_every_module_has_its_place_in_the_order() -> None:
    homeless = [str(path.relative_to(PACKAGE)) for path in modules() if not known(path)]
    assert [] == homeless, "name the new folder in ORDER, where it stands"


def known(path: Path) -> bool:
    return path == PACKAGE / "__init__.py" or part(module_name(path)) in ORDER


def test_imports_run_one_way() -> None:
    backward = []
    for path in modules():
        here = part(module_name(path))
        for line, name in imported(path):
            there = part(name)
            if here in ORDER and there in ORDER and ORDER.index(there) > ORDER.index(here):
                backward.append(f"{path.relative_to(ROOT)}:{line}: {here} imports {name}")
    assert [] == backward


def test_no_module_imports_itself_round_a_corner() -> None:
    names = {module_name(path) for path in modules()}
    waiting = {
        module_name(path): {name if name in names else name.rpartition(".")[0] for _, name in imported(path)}
        - {module_name(path)}
        for path in modules()
    }
    while free := {name for name, found in waiting.items() if not found & waiting.keys()}:
        waiting = {name: found for name, found in waiting.items() if name not in free}
    assert {} == waiting


def visitors() -> dict[str, set[str]]:
    """By each module's name within the package the names of those that import it."""
    names = {module_name(path).partition(".")[2] for path in modules()}
    found: dict[str, set[str]] = {name: set() for name in names}
    for path in modules():
        here = module_name(path).partition(".")[2]
        for _, name in imported(path):
            first, _, inner = name.partition(".")
            there = inner if inner in names else inner.rpartition(".")[0]
            if first == PACKAGE.name and there in names - {here}:
                found[there].add(here)
    return found


def test_a_small_module_with_one_visitor_lives_with_it() -> None:
    asked = visitors()
    lines = {
        module_name(path).partition(".")[2]: path.read_text("utf-8").count("\n")
        for path in modules()
        if not path.stem.startswith("__")
    }
    small = {name for name, n in lines.items() if n < SMALL and len(asked[name]) == 1}
    alone = {name for name in small if not asked[name] <= TABLES.keys()}
    assert SMALL_AND_ALONE.keys() == alone, "move it to its visitor, or to a neighbour that fits better"


def test_the_tree_can_be_taken_in_at_a_look() -> None:
    at_the_root = [path.name for path in PACKAGE.glob("*.py") if path.name != "__init__.py"]
    assert len(at_the_root) <= MODULES_AT_THE_ROOT
    folders = Counter(path.parent.relative_to(PACKAGE).as_posix() for path in modules())
    assert {} == {folder: n for folder, n in folders.items() if n > MODULES_IN_A_FOLDER}
    lines = {path.relative_to(PACKAGE).as_posix(): path.read_text("utf-8").count("\n") for path in modules()}
    assert {} == {name: n for name, n in lines.items() if n > LINES_IN_A_MODULE}


def test_no_two_modules_and_no_two_public_classes_have_one_name() -> None:
    stems = Counter(path.stem for path in modules() if not path.stem.startswith("__"))
    classes = Counter(
        found.name
        for path in modules()
        for found in ast.parse(path.read_text("utf-8")).body
        if isinstance(found, ast.ClassDef) and not found.name.startswith("_")
    )
    assert {} == {name: n for name, n in (stems + classes).items() if n > 1}


def test_only_the_plugin_knows_of_pelican() -> None:
    knowing = {
        part(module_name(path))
        for path in modules()
        for _, name in imported(path)
        if name.partition(".")[0] == "pelican"
    }
    assert knowing <= {PELICAN}


def test_what_a_reading_leans_on_is_part_of_its_mark() -> None:
    used = {
        name.partition(".")[0]
        for path in modules()
        if part(module_name(path)) in READERS
        for _, name in imported(path)
    }
    distributions = packages_distributions()
    foreign = {name for one in used - {PACKAGE.name} - sys.stdlib_module_names for name in distributions[one]}
    assert {"borax"} <= {name.lower() for name in foreign} <= set(LEANS_ON)


def test_agencies_are_spelt_in_one_list() -> None:
    """Docstrings may give them as examples; what is read by goes through `agencies`."""
    spelling = [
        f"{path.relative_to(ROOT)}:{line}: {text[:60]}"
        for path in modules()
        for line, text in spoken(path)
        if SPELT_AGENCY.search(text)
    ]
    assert [] == spelling


def test_han_characters_are_told_in_one_place() -> None:
    """Patterns and counts go through `lexicon.han`, so that all of them know the rare characters."""
    telling = [
        f"{path.relative_to(ROOT)}:{number}: {line.strip()[:60]}"
        for path in modules()
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if path.stem != "han" and SPELT_HAN.search(line)
    ]
    assert [] == telling


def test_the_browser_tells_no_other_han_characters_than_the_lexicon() -> None:
    """A browser cannot ask `lexicon.han`: what a script says of the common block is held equal to it."""
    block = f"code >= {han.COMMON_BLOCK.start:#x} && code <= {han.COMMON_BLOCK.stop - 1:#x}"
    telling = [
        (path.name, line.strip())
        for path in sorted((ROOT / "theme").rglob("*.js"))
        for line in path.read_text(encoding="utf-8").splitlines()
        if SPELT_HAN.search(line)
    ]
    assert [("units.js", f"if ({block}) return false;")] == telling


def spoken(path: Path) -> Iterator[tuple[int, str]]:
    """The strings of a module that are not its docstrings."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    told = {id(found.value) for found in ast.walk(tree) if isinstance(found, ast.Expr)}
    for found in ast.walk(tree):
        if isinstance(found, ast.Constant) and isinstance(found.value, str) and id(found) not in told:
            yield found.lineno, found.value


def test_no_module_is_a_box_of_odds_and_ends() -> None:
    boxes = {"utils", "util", "helpers", "common", "misc"}
    assert [] == [str(path) for path in modules() if path.stem in boxes]


def test_lock_files_name_no_host() -> None:
    locks = [path for path in tracked_files() if path.suffix == ".lock" or path.name == "package-lock.json"]
    assert len(locks) >= 3
    assert [] == [path.name for path in locks if "://" in path.read_text(encoding="utf-8")]


def test_every_locked_python_package_has_a_hash() -> None:
    for name in ("requirements.lock", "requirements-dev.lock"):
        pins = re.split(r"\n(?=\w)", (ROOT / name).read_text(encoding="utf-8"))
        assert [] == [pin.partition(" ")[0] for pin in pins if "==" in pin and "--hash=sha256:" not in pin]


def test_the_repository_names_no_registry() -> None:
    naming = [
        str(path.relative_to(ROOT)) for path, text in texts() if any(host in text for host in REGISTRIES)
    ]
    assert [] == naming


def test_the_repository_holds_no_path_of_a_machine() -> None:
    holding = [
        f"{path.relative_to(ROOT)}:{number}: {line.strip()[:80]}"
        for path, text in texts()
        for number, line in enumerate(text.splitlines(), 1)
        if MACHINE_PATH.search(line)
    ]
    assert [] == holding


PATH_IN_DOCS = re.compile(r"`([\w./-]+/(?:[\w.-]+\.\w+)?|[\w-]+\.py)`")
EXAMPLES = ("柳河/", "liuhe/", "sections/", "site/tongue/locale/ja/")
HOUSE = tuple(ROOT / name for name in ("docs/ARCHITECTURE.md", "docs/ARCHITECTURE.zh.md", "CONTRIBUTING.md"))


@pytest.mark.parametrize("page", HOUSE, ids=lambda page: page.name)
def test_every_path_that_the_map_of_the_house_names_is_there(page: Path) -> None:
    named = set(PATH_IN_DOCS.findall(page.read_text("utf-8")))
    places = (ROOT, PACKAGE, *(PACKAGE / folder for folder in ("folder/text", "reading/classify")))
    missing = {path for path in named if not any((place / path).exists() for place in places)}
    missing = {path for path in missing if not path.startswith(EXAMPLES)}
    assert set() == missing


def test_both_maps_of_the_house_name_the_same_paths() -> None:
    english, chinese = (set(PATH_IN_DOCS.findall(page.read_text("utf-8"))) for page in HOUSE[:2])
    assert english == chinese


def test_the_map_of_the_house_shows_every_folder() -> None:
    shown = HOUSE[0].read_text("utf-8")
    assert [] == [name for name in ORDER if f"`{name}/`" not in shown and f"`{name}.py`" not in shown]
