"""`make words`: puts every new message of the program and its theme into the catalogues, to be translated.

A message that is no longer said goes. `python -m newspaper_archive.site.tongue THEME [LANGUAGE…]`; a
language that has no catalogue yet gets one.
"""

import sys
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po, write_po

from newspaper_archive.site.tongue.catalogue import DOMAIN, SOURCE, languages, po_file
from newspaper_archive.site.tongue.dates import locale_of
from newspaper_archive.site.tongue.extraction import messages_of

PACKAGE = Path(__file__).resolve().parents[2]
# What would change with the day and the program, and tells nobody anything.
FLEETING = tuple(
    f'"{name}'.encode()
    for name in (
        "POT-Creation-Date",
        "PO-Revision-Date",
        "Generated-By",
        "Last-Translator",
        "Language-Team",
        "Report-",
    )
)
HEADING = (
    "# What the site says. `make words` adds what is new; msgstr is the translation of the msgid above it."
)


def main(given: list[str]) -> None:
    theme, *named = given
    found = messages_of(PACKAGE, Path(theme))
    for code in sorted({*languages(), *named} - {SOURCE}):
        path = po_file(code)
        catalog = updated(path, code, found)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(written(catalog))
        left = sum(
            1 for message in catalog if message.id and (not all(_forms(message.string)) or message.fuzzy)
        )
        print(f"{path}: {len(catalog)} 条" + (f"，还有 {left} 条没有译" if left else "，都译好了"))


def updated(path: Path, code: str, found: Catalog) -> Catalog:
    """The language's catalogue with these messages and no others; what was translated stays."""
    locale = str(locale_of(code))
    catalog = Catalog(locale=locale, charset="utf-8")
    if path.exists():
        catalog = read_po(BytesIO(path.read_bytes()), locale=locale)
    catalog.update(found, no_fuzzy_matching=True, update_creation_date=False)
    catalog.obsolete.clear()
    catalog.fuzzy = False
    catalog.project, catalog.version, catalog.header_comment = DOMAIN, "", HEADING
    return catalog


def written(catalog: Catalog) -> bytes:
    """The same messages, the same bytes."""
    made = BytesIO()
    write_po(made, catalog, width=0, sort_output=False, include_lineno=False, ignore_obsolete=True)
    lines = made.getvalue().splitlines(keepends=True)
    return b"".join(line for line in lines if not line.startswith(FLEETING))


def _forms(said: object) -> tuple[object, ...]:
    return said if isinstance(said, tuple) else (said,)


if __name__ == "__main__":
    main(sys.argv[1:])
