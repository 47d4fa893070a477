"""Where a headline may break: at its blanks and stops and around its quotes, never inside a short phrase.

`凝心聚力打好“百日行动”` is set as 凝心聚力打好 and “百日行动”: no narrow screen parts 百 from 日.
"""

import re
from functools import lru_cache

from markupsafe import Markup, escape

from newspaper_archive.site.words.typography import SHOWN_AGAIN

# What still fits on one line on a narrow phone, as the largest headline and as one in a list; a longer phrase
# must be free to break anywhere.
LARGE, SMALL = 12, 16
# What does even in the largest type that a reader may choose: modes.css.
SHORT = 6
PHRASE = re.compile(r"[“‘《「『（]*[^\s“‘《「『（，。、：；！？”’》」』）…]*[，。、：；！？”’》」』）…]*\s*")


@lru_cache(SHOWN_AGAIN)
def phrased(headline: str, longest: int = SMALL) -> Markup:
    """The headline as HTML: its phrases kept whole where none is over `longest`, else just its text.

    One that the largest type cannot hold on one line of a phone may be set as a block of its own, without the
    blank after it.
    """
    phrases = [phrase for phrase in PHRASE.findall(headline) if phrase]
    if len(phrases) < 2 or max(map(len, phrases)) > longest:
        return escape(headline)
    spans = "<wbr>".join(map(_set, phrases))
    return Markup(f'<span class="phrased">{spans}</span>')  # noqa: S704 - of escaped words


def _set(phrase: str) -> str:
    words = phrase.rstrip()
    if len(words) <= SHORT:
        return escape(phrase)
    return f"<span>{escape(words)}</span>{phrase[len(words) :]}"


def phrased_large(headline: str) -> Markup:
    return phrased(headline, LARGE)
