"""Turns a name in print into the ASCII that an address may hold: 一周速读 → `yi-zhou-su-du`."""

import hashlib
import re
import unicodedata
from functools import cache

LONGEST = 80
_NOT_ADDRESS = re.compile(r"[^a-z0-9]+")
# A folder of one of these names cannot be copied to a Windows machine.
_DEVICE = re.compile(r"con|prn|aux|nul|com[0-9]|lpt[0-9]")


def is_device(address: str) -> bool:
    """Whether Windows keeps this name for a device, so that a folder cannot bear it."""
    return _DEVICE.fullmatch(address) is not None


def short_hash(text: str) -> str:
    """Six hexadecimal digits that belong to this text on every machine."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:6]


@cache
def slug(text: str) -> str:
    """Lower-case letters, digits and hyphens, never empty; different texts may share one slug."""
    spelt = _spelt(unicodedata.normalize("NFKC", text))
    plain = unicodedata.normalize("NFKD", spelt).encode("ascii", "ignore").decode("ascii").lower()
    found = _NOT_ADDRESS.sub("-", plain).strip("-")
    if len(found) > LONGEST:
        return f"{found[:LONGEST].strip('-')}-{short_hash(text)}"
    if not found or is_device(found):
        return f"{found or 'x'}-{short_hash(text)}"
    return found


@cache
def spelt() -> dict[str, str]:
    """Texts in pinyin, as far as this process knows them; an earlier build may have told it."""
    return {}


def _spelt(text: str) -> str:
    if text.isascii():
        return text
    known = spelt()
    if text not in known:
        known[text] = _pinyin(text)
    return known[text]


def _pinyin(text: str) -> str:
    from pypinyin import lazy_pinyin  # noqa: PLC0415 - a quarter of a second, and there may be none left to spell

    return "-".join(lazy_pinyin(text))
