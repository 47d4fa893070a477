"""Tells code that neither program, templates nor benches use. What only tests call is dead.

`make lint` runs this. What is used in a way that cannot be seen has its reason in `USED_UNSEEN`.
"""

import re
import sys
from collections.abc import Iterator
from pathlib import Path

from vulture import Vulture

ROOT = Path(__file__).resolve().parents[2]
PLUGIN = ROOT / "plugins"
IN_TEMPLATE = re.compile(r"\{\{.*?\}\}|\{%.*?%\}", re.DOTALL)
READ = re.compile(r"\.\s*(\w+)|\bcall\s+(\w+)")

USED_UNSEEN = {
    "autoescape": "Jinja reads it of its environment",
    "filter_stream": "Babel and Jinja call it of an extension",
    "generate_context": "Pelican calls it of a generator",
    "generate_output": "Pelican calls it of a generator",
    "handle_data": "Python's reader of HTML calls it",
    "handle_endtag": "Python's reader of HTML calls it",
    "handle_starttag": "Python's reader of HTML calls it",
    "header_comment": "Babel writes it into a catalogue",
    "msg": "Pelican's logger reads it of a record",
    "output_path": "Pelican reads it of its own object",
    "project": "Babel writes it into a catalogue",
    "reader_classes": "Pelican reads it of its readers",
    "register": "Pelican calls it of a plugin",
    "_make_node": "Jinja calls it of its extension for translations",
    "_source_path": "Pelican's reader of Markdown reads it",
    "Future": "stands in quotes, for a type",
    "REASONS": "what reasons can be given: a test holds the program's own words against the list",
}


def unused() -> Iterator[str]:
    """`folder/file.py:12: unused function 'name'`, in order."""
    found = Vulture()
    found.scavenge([str(PLUGIN), str(ROOT / "benchmarks")])
    # Vulture has no way to be told of the templates but this set.
    found.used_names |= read_by_templates()
    items = [one for one in found.get_unused_code() if PLUGIN in Path(one.filename).parents]
    for one in items:
        if one.name not in USED_UNSEEN:
            yield f"{Path(one.filename).relative_to(ROOT)}:{one.first_lineno}: {one.message}"
    for name in sorted(USED_UNSEEN.keys() - {one.name for one in items}):
        yield f"tests/support/dead_code.py: {name} is used or gone; its reason is not needed any more"


def read_by_templates() -> set[str]:
    """The attributes that the theme's templates ask for."""
    texts = (path.read_text(encoding="utf-8") for path in sorted((ROOT / "theme").rglob("*.html")))
    asked = (IN_TEMPLATE.findall(text) for text in texts)
    return {name for parts in asked for part in parts for pair in READ.findall(part) for name in pair if name}


if __name__ == "__main__":
    told = list(unused())
    print(*told, sep="\n", end="\n" if told else "")
    sys.exit(1 if told else 0)
