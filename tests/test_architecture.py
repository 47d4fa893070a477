"""The walls of the house: imports run one way, and the repository names no machine of its makers."""

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

from newspaper_archive import agencies
from newspaper_archive.cache import LEANS_ON

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "plugins" / "newspaper_archive"

# A room may import from the rooms above it, never from one below.
ROOMS = (
    "model",
    "errors",
    "guard",
    "tongue",
    "cache",
    "cluster",
    "jobs",
    "settings",
    "progress",
    "edtf",
    "slug",
    "spelling",
    "strand",
    "simplify",
    "words",
    "agencies",
    "people",
    "read",
    "normalise",
    "segment",
    "classify",
    "assemble",
    "date",
    "identity",
    "raw_page",
    "gist",
    "schema",
    "starter",
    "archive",
    "suggest",
    "problems",
    "search",
    "survey",
    "flow",
    "desk",
    "publish",
    "searched",
    "shrinking",
    "rehearsal",
    "build",
    "presswork",
    "devserver",
    "plugin",
    "cli",
)
PELICAN_ROOM = "plugin"
READING_ROOMS = ("words", "agencies", "people", "normalise", "segment", "classify", "assemble", "date")

# Written in pieces, so that this file names none of them either.
REGISTRIES = tuple("".join(parts) for parts in (("py", "pi.org"), ("python", "hosted"), ("np", "mjs")))
# An agency or the paper itself by its name, or one ending beside another.
ENDING = "(?:日报|晚报|晨报|早报|时报|商报|都市报|融媒体中心)"
SPELT_AGENCY = re.compile(rf"{agencies.NAMED}|{ENDING}\|(?:\w*\|)?{ENDING}")
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


def room(name: str) -> str | None:
    """The room of ours that a full name lies in; None for another library and the package's own facts."""
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


def test_every_module_belongs_to_a_room() -> None:
    homeless = [str(path.relative_to(PACKAGE)) for path in modules() if not known(path)]
    assert [] == homeless, "name the new room in ROOMS, where it stands in the order"


def known(path: Path) -> bool:
    return path == PACKAGE / "__init__.py" or room(module_name(path)) in ROOMS


def test_imports_run_one_way() -> None:
    downward = []
    for path in modules():
        here = room(module_name(path))
        for line, name in imported(path):
            there = room(name)
            if here in ROOMS and there in ROOMS and ROOMS.index(there) > ROOMS.index(here):
                downward.append(f"{path.relative_to(ROOT)}:{line}: {here} imports {name}")
    assert [] == downward


def test_only_the_plugin_knows_of_pelican() -> None:
    knowing = {
        room(module_name(path))
        for path in modules()
        for _, name in imported(path)
        if name.partition(".")[0] == "pelican"
    }
    assert knowing <= {PELICAN_ROOM}


def test_what_a_reading_leans_on_is_part_of_its_mark() -> None:
    used = {
        name.partition(".")[0]
        for path in modules()
        if room(module_name(path)) in READING_ROOMS
        for _, name in imported(path)
    }
    distributions = packages_distributions()
    foreign = {name for one in used - {PACKAGE.name} - sys.stdlib_module_names for name in distributions[one]}
    assert {"borax"} <= foreign <= set(LEANS_ON)


def test_agencies_are_spelt_in_one_list() -> None:
    """Docstrings may give them as examples; what is read by goes through `agencies`."""
    spelling = [
        f"{path.relative_to(ROOT)}:{line}: {text[:60]}"
        for path in modules()
        for line, text in spoken(path)
        if SPELT_AGENCY.search(text)
    ]
    assert [] == spelling


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
