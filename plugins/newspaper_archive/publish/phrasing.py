"""Where a headline may break: at its blanks and stops and around its quotes, never inside a short phrase.

`凝心聚力打好“百日行动”` is set as 凝心聚力打好 and “百日行动”: no narrow screen parts 百 from 日.
"""

import re

from markupsafe import Markup, escape

# What still fits on one line on a narrow phone, as the largest headline and as one in a list; a longer phrase
# must be free to break anywhere.
LARGE, SMALL = 12, 16
PHRASE = re.compile(r"[“‘《「『（]*[^\s“‘《「『（，。、：；！？”’》」』）…]*[，。、：；！？”’》」』）…]*\s*")


def phrased(headline: str, longest: int = SMALL) -> Markup:
    """The headline as HTML: its phrases kept whole where none is over `longest`, else just its text."""
    phrases = [phrase for phrase in PHRASE.findall(headline) if phrase]
    if len(phrases) < 2 or max(map(len, phrases)) > longest:
        return escape(headline)
    return Markup('<span class="phrased">{}</span>').format(Markup("<wbr>").join(phrases))


def phrased_large(headline: str) -> Markup:
    return phrased(headline, LARGE)
