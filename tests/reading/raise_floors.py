"""Raises `floors.json` to what the reader reaches now; no floor sinks but by hand.

From the repository's folder: `PYTHONPATH=plugins:tests:tests/support python -m reading.raise_floors`.
"""

import json
import math
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from sample_pages import gold

from .test_fidelity import FLOORS, SHARED, parse_real_pages, score
from .test_samples_gold import AT_LEAST, scored
from .test_samples_gold import FLOORS as SAMPLE_FLOORS

FILE = Path(__file__).parent / "floors.json"
GROUPS = ("00[0-3]*", "004*", "1*")
FIELDS = (
    "articles",
    "headline letters",
    "kicker",
    "byline role+name",
    "captions",
    "photographers",
    "teasers",
    "credits",
    "furniture",
    "paragraph count",
)


def real_pages() -> dict[str, dict[str, float]]:
    """The scores of the real pages, cut to three digits; the old ones where those pages are not at hand."""
    if not SHARED.is_dir():
        return FLOORS
    with tempfile.TemporaryDirectory() as folder:
        parse_real_pages(Path(folder))
        now = {group: _reached(score(Path(folder), group)) for group in GROUPS}
    return {group: _higher(FLOORS.get(group, {}), reached, reached) for group, reached in now.items()}


def _reached(fields: dict[str, Any]) -> dict[str, float]:
    values = {name: fields[name].get("f1", fields[name].get("acc")) for name in FIELDS}
    return {name: math.floor(1000 * value) / 1000 for name, value in values.items() if value is not None}


def _higher(old: dict[str, Any], new: dict[str, Any], fields: Iterable[str]) -> dict[str, Any]:
    return new | {name: max(old.get(name, 0), new[name]) for name in fields}


def _in_lines(floors: dict[str, dict[str, Any]]) -> str:
    """A line for each page, so that a difference shows which page moved."""
    rows = (
        f"  {json.dumps(name, ensure_ascii=False)}: {json.dumps(floor)}" for name, floor in floors.items()
    )
    return "{\n" + ",\n".join(rows) + "\n }"


def main() -> None:
    now = {printed["_path"]: scored(printed) for printed in gold()}
    samples = {page: _higher(SAMPLE_FLOORS.get(page, {}), reached, AT_LEAST) for page, reached in now.items()}
    parts = f' "samples": {_in_lines(samples)},\n "fidelity": {_in_lines(real_pages())}'
    FILE.write_text("{\n" + parts + "\n}\n", "utf-8")


if __name__ == "__main__":
    main()
