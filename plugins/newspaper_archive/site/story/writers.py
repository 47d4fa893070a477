"""A name in a byline or a photo credit: whether a person bears it, and under which head it is listed.

`王岚` is a person, under W; `本报群众工作组` is an office.
"""

import re

from newspaper_archive.archive.contributors import OTHERS
from newspaper_archive.lexicon import agencies
from newspaper_archive.lexicon.names import COMPOUND, SINGLE
from newspaper_archive.lexicon.word_lists import entries
from newspaper_archive.site.tongue import Tongue

OFFICES = "offices"
LONGEST_NAME = 3
_INSTITUTIONS = entries("institutions")
_OUTLET = re.compile(rf"{agencies.NAMED}|{agencies.PAPER}$")


def letter_name(tongue: Tongue, key: str) -> str:
    """W, 机构, or 其他 for names that do not begin with a letter."""
    if key == OFFICES:
        return tongue.say("机构")
    return tongue.say("其他") if key == OTHERS else key.upper()


def is_office(name: str) -> bool:
    """本报群众工作组, 文汇报, 区教体局; not 王建社 nor 欧阳建社: what can be a person's name is one."""
    if _OUTLET.match(name):
        return True
    compound = name[:2] in COMPOUND
    if len(name) <= LONGEST_NAME + compound and (compound or name[0] in SINGLE):
        return False
    return name.endswith(_INSTITUTIONS)
