"""Where a headline may break: at its blanks and stops and around its quotes, never inside a short phrase.

`凝心聚力打好“百日行动”` is set as 凝心聚力打好 and “百日行动”: no narrow screen parts 百 from 日.
"""

import re

from markupsafe import Markup, escape

# What still fits on one line of a headline on a narrow phone; a longer phrase must be free to break anywhere.
LONGEST_PHRASE = 12
PHRASE = re.compile(r"[“‘《「『（]*[^\s“‘《「『（，。、：；！？”’》」』）…]*[，。、：；！？”’》」』）…]*\s*")


def phrased(headline: str) -> Markup:
    """The headline as HTML: its phrases kept whole where each is short enough, else just its text."""
    phrases = [phrase for phrase in PHRASE.findall(headline) if phrase]
    if len(phrases) < 2 or max(map(len, phrases)) > LONGEST_PHRASE:
        return escape(headline)
    return Markup('<span class="phrased">{}</span>').format(Markup("<wbr>").join(phrases))
