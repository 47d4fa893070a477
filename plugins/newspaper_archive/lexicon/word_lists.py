"""The word lists of `data/`, one entry a line, `#` opens a comment; read once, as patterns and tuples."""

import re
from importlib.resources import files


def entries(name: str) -> tuple[str, ...]:
    """The entries of a list, in its order; a line may hold several, parted by blanks."""
    text = files("newspaper_archive").joinpath("lexicon", "data", f"{name}.txt").read_text("utf-8")
    return tuple(word for line in text.splitlines() if not line.startswith("#") for word in line.split())


def any_of(name: str) -> re.Pattern[str]:
    """A pattern for any entry of a list, the longest first."""
    return re.compile("|".join(re.escape(word) for word in sorted(entries(name), key=lambda w: (-len(w), w))))
