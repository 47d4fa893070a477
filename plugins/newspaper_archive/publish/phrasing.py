"""Where a headline may break: at blanks, else at stops and around quotes, never inside a short phrase.

`凝心聚力打好“百日行动”` is set as 凝心聚力打好 and “百日行动”: no narrow screen parts 百 from 日. Where
a blank parts `社区食堂“小份菜”上新 午饭不再将就` the quotes do not, or 上新 would stand with what follows.
"""

import re

from markupsafe import Markup, escape

# What still fits on one line on a narrow phone, as the largest headline and as one in a list; a longer phrase
# must be free to break anywhere.
LARGE, SMALL = 12, 16
MEMBER = re.compile(r"\S+\s*")
PHRASE = re.compile(r"[“‘《「『（]*[^\s“‘《「『（，。、：；！？”’》」』）…]*[，。、：；！？”’》」』）…]*\s*")


def phrased(headline: str, longest: int = SMALL) -> Markup:
    """The headline as HTML: its phrases kept whole where none is over `longest`, else just its text."""
    phrases = [phrase for member in MEMBER.findall(headline) for phrase in _phrases(member, headline)]
    if len(phrases) < 2 or max(map(len, phrases)) > longest:
        return escape(headline)
    return Markup('<span class="phrased">{}</span>').format(Markup("<wbr>").join(phrases))


def _phrases(member: str, headline: str) -> list[str]:
    """A member of a headline that has several, whole where it fits on any line; else what it is made of."""
    if member != headline and len(member) <= LARGE:
        return [member]
    return [phrase for phrase in PHRASE.findall(member) if phrase]


def phrased_large(headline: str) -> Markup:
    return phrased(headline, LARGE)
