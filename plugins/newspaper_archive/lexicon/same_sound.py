"""Characters that sound alike, tones apart: 光 and 广 are both `guang`.

What a reader heard and typed is seldom what was printed; tones are what is misheard least and typed never.
The table is data/sounds.txt.
"""

from collections.abc import Container, Iterator
from importlib.resources import files


def alike(held: Container[str]) -> Iterator[str]:
    """Each row of characters of one sound of which any is held: those in daily use, and what else is held."""
    text = files("newspaper_archive").joinpath("lexicon", "data", "sounds.txt").read_text("utf-8")
    for line in text.splitlines():
        if line.startswith("#"):
            continue
        _, daily, others = f"{line} ".split(" ", 2)
        row = daily + "".join(character for character in others.strip() if character in held)
        if len(row) > 1 and any(character in held for character in row):
            yield row
