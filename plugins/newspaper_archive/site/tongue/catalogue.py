"""What a language says for each message, out of its gettext catalogue: 首页 is “Home” in `locale/en`.

People edit `site.po`; gettext reads `site.mo`. The compiled file names the checksum of what it was made of,
and is made anew where that is another: whoever edits a .po and types `make` sees it.
"""

import gettext
import hashlib
import os
import re
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

SOURCE = "zh-Hans"
"""The language of the messages themselves, which needs no catalogue."""
LOCALE = Path(__file__).parent / "locale"
DOMAIN = "site"
PLURALS = re.compile(r"nplurals=(?P<forms>\d+);\s*plural=(?P<rule>[^;]+)")
# Every plural rule that gettext knows repeats itself long before.
NUMBERS_TRIED = 1000


@dataclass(frozen=True, slots=True, eq=False)
class Catalogue:
    """Messages in one language. `rule` says, as C and JavaScript write it, which form a number `n` takes."""

    translations: gettext.NullTranslations
    rule: str
    form_of: Callable[[int], int]
    samples: tuple[int, ...]
    checksum: str

    def forms(self, message: str, context: str = "") -> tuple[str, ...]:
        """What is said for a message: one form, or one for each plural where it counts."""
        if "%(n)s" not in message:
            return (self._one(message, context),)
        return tuple(self._counted(message, context, number) for number in self.samples)

    def _one(self, message: str, context: str) -> str:
        if context:
            return self.translations.pgettext(context, message)
        return self.translations.gettext(message)

    def _counted(self, message: str, context: str, number: int) -> str:
        if context:
            return self.translations.npgettext(context, message, message, number)
        return self.translations.ngettext(message, message, number)


def languages() -> list[str]:
    """Their names as a setting has them: en, zh-Hans, zh-Hant."""
    return sorted({SOURCE, *(path.parents[1].name.replace("_", "-") for path in po_files())})


def po_files() -> list[Path]:
    return sorted(LOCALE.glob(f"*/LC_MESSAGES/{DOMAIN}.po"))


def po_file(code: str) -> Path:
    return LOCALE / code.replace("-", "_") / "LC_MESSAGES" / f"{DOMAIN}.po"


def catalogue(code: str) -> Catalogue:
    """The messages of a language, compiled where that was not done yet."""
    if code == SOURCE:
        return _with(gettext.NullTranslations(), "nplurals=1; plural=0", "")
    return opened(po_file(code))


def opened(path: Path) -> Catalogue:
    """The messages of one .po."""
    translations, checksum = _compiled(path)
    return _with(translations, translations.info()["plural-forms"], checksum)


def compiled(source: bytes) -> bytes:
    """A .po as a .mo, which bears the checksum of its source as its version."""
    found = read_po(BytesIO(source), abort_invalid=True)
    found.project, found.version = DOMAIN, checksum_of(source)
    made = BytesIO()
    write_mo(made, found)
    return made.getvalue()


def checksum_of(source: bytes) -> str:
    return hashlib.sha256(source).hexdigest()


def _with(translations: gettext.NullTranslations, plurals: str, checksum: str) -> Catalogue:
    found = PLURALS.search(plurals)
    if found is None:
        raise ValueError(plurals)
    form_of = gettext.c2py(found["rule"])
    first: dict[int, int] = {}
    for number in range(NUMBERS_TRIED):
        first.setdefault(int(form_of(number)), number)
    samples = tuple(first[form] for form in range(int(found["forms"])))
    return Catalogue(translations, found["rule"].strip(), form_of, samples, checksum)


def _compiled(path: Path) -> tuple[gettext.GNUTranslations, str]:
    source = path.read_bytes()
    checksum, made = checksum_of(source), path.with_suffix(".mo")
    with suppress(OSError):
        known = gettext.GNUTranslations(BytesIO(made.read_bytes()))
        if known.info().get("project-id-version") == f"{DOMAIN} {checksum}":
            return known, checksum
    data = compiled(source)
    # Where nothing may be written here (a library of the system's) it is compiled each time.
    with suppress(OSError):
        own = made.with_suffix(f".{os.getpid()}")
        own.write_bytes(data)
        own.replace(made)
    return gettext.GNUTranslations(BytesIO(data)), checksum
