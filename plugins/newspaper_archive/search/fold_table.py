"""Which characters are searched as others, for the browser: theme/parts/search/fold.js reads it.

Only characters whose simplified form some article holds: any other finds nothing however it is folded. 鄉 →
乡 is the gap from the last key as a printable number and three digits of 乡.
"""

from collections.abc import Container

from newspaper_archive.lexicon.simplified import simplified
from newspaper_archive.search.printable import DIGITS, printable
from newspaper_archive.search.scripts import digest, script, written

FOLD_FILE = "search/fold.js"


def fold_script(held: Container[str]) -> tuple[str, bytes]:
    """The table's stamp and its script; `held` are the units of the archive."""
    digits = fold_digits(held)
    stamp = digest([written(*digits)])
    return stamp, script("fold", stamp, *digits)


def fold_digits(held: Container[str]) -> list[str]:
    pairs = sorted((ord(key), ord(end)) for key, end in simplified().items() if end in held)
    keys = [key for key, _ in pairs]
    gaps = printable(key - before for key, before in zip(keys, [0, *keys], strict=False))
    base = len(DIGITS)
    return [
        gaps,
        *("".join(DIGITS[end // power % base] for _, end in pairs) for power in (base * base, base, 1)),
    ]
