"""Data as classic scripts, which open from a USB stick as from a server.

`NewspaperArchive.take("1f0c2b7a9d/i/3","A河B堤","! !");` hands over one piece under its name; the name has
in it what the piece was made from, so that pieces of two builds are never taken for each other.
"""

import hashlib
import json
from collections.abc import Iterable

# Legal in JSON, but the end of a line or of the script where a page holds it.
_ESCAPES = (("\u2028", "\\u2028"), ("\u2029", "\\u2029"), ("<", "\\u003c"))
_JSON = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))
_PER_FOLDER = 1000


def script(name: str, *data: object) -> bytes:
    return named(name, written(*data))


def named(name: str, data: bytes) -> bytes:
    return b'NewspaperArchive.take("%s",%s);\n' % (name.encode("ascii"), data)


def written(*data: object) -> bytes:
    """The pieces as the arguments of a call."""
    text = _JSON.encode(data)[1:-1]
    for character, escape in _ESCAPES:
        text = text.replace(character, escape)
    return _utf8(text)


def numbered(folder: str, number: int) -> str:
    """A thousand files a folder, and no folder of folders over a thousand before a million articles."""
    return f"{folder}/{number // _PER_FOLDER}/{number}"


def digest(parts: Iterable[bytes]) -> str:
    """Ten characters that change with any of the parts."""
    whole = hashlib.sha256()
    for part in parts:
        whole.update(b"%d:" % len(part))
        whole.update(part)
    return whole.hexdigest()[:10]


def _utf8(text: str) -> bytes:
    """Half a character, which UTF-8 cannot hold, becomes the escape that JSON has for it."""
    return text.encode("utf-8", "backslashreplace")
