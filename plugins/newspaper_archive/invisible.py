"""Characters that are no print: what a terminal obeys, what turns a line round, half a character.

The file name `C01\x1b[2J.txt` (a terminal would be wiped) is shown as `C01\\x1b[2J.txt`.
"""

import re

# Controls, halves of characters, line separators, what turns the direction of reading, noncharacters.
INVISIBLE = re.compile(
    "[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufeff\ufffe\uffff]"
)
# A message may have several lines, and a quoted line its tabs.
_IN_A_MESSAGE = re.compile(rf"(?![\t\n]){INVISIBLE.pattern}")


def shown(name: str) -> str:
    """The name with each of them by its number, as Python writes it."""
    return INVISIBLE.sub(_written, name)


def told(message: str) -> str:
    """A message as it may go to a terminal."""
    return _IN_A_MESSAGE.sub(_written, message)


def _written(found: re.Match[str]) -> str:
    code = ord(found[0])
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"
