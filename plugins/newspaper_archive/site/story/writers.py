"""A name in a byline or a photo credit: the address of its page, and whether a person bears it.

`王岚` has `people/w/b/wang-lan-b232fd.html`; `本报群众工作组` is an office.
"""

import re

from newspaper_archive.lexicon import agencies
from newspaper_archive.lexicon.names import COMPOUND, SINGLE
from newspaper_archive.lexicon.slug import short_hash, slug
from newspaper_archive.lexicon.word_lists import entries
from newspaper_archive.site.tongue import Tongue

OTHERS = "other"
FOLDER = "people"
LONGEST_NAME = 3
_INSTITUTIONS = entries("institutions")
_OUTLET = re.compile(rf"{agencies.NAMED}|{agencies.PAPER}$")


def writer_address(name: str) -> str:
    """The hash keeps apart names that pinyin spells alike, its first digit parts a folder grown too large."""
    spelt, digits = slug(name), short_hash(name)
    return f"{FOLDER}/{first_letter(spelt)}/{digits[0]}/{spelt}-{digits}.html"


def first_letter(spelt: str) -> str:
    """The letter under which a name in pinyin stands, or `other`."""
    return spelt[0] if spelt[0].isalpha() else OTHERS


def letter_name(tongue: Tongue, letter: str) -> str:
    """W, or 其他 for names that do not begin with a letter."""
    return tongue.say("其他") if letter == OTHERS else letter.upper()


def is_office(name: str) -> bool:
    """本报群众工作组, 文汇报, 区教体局; not 王建社 nor 欧阳建社: what can be a person's name is one."""
    if _OUTLET.match(name):
        return True
    compound = name[:2] in COMPOUND
    if len(name) <= LONGEST_NAME + compound and (compound or name[0] in SINGLE):
        return False
    return name.endswith(_INSTITUTIONS)
