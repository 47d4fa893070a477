"""Which characters are Han (汉字), for patterns and for counting: 渡 is one, 〇, の and A are none.

Written down once: a pattern says `[{HAN}]`, and what reads rare characters reads them everywhere.
"""

# Extension A and the common block; the two planes that Unicode keeps for what was added since.
FIRST_PLANE, LATER_PLANES = range(0x3400, 0xA000), range(0x20000, 0x40000)
# What newspapers print nearly all in; bytes read as another character set give the rare ones around it.
COMMON_BLOCK = range(0x4E00, 0xA000)


def _between(first: int, last: int) -> str:
    return f"{chr(first)}-{chr(last)}"


IN_LATER_PLANES = _between(LATER_PLANES.start, LATER_PLANES.stop - 1)
# What print sets for a character that it has not; it stands for one, and is counted and named as one.
UNKNOWN = "〓"
# To stand within the brackets of a pattern: [{HAN}], [^{HAN}].
HAN = _between(FIRST_PLANE.start, FIRST_PLANE.stop - 1) + IN_LATER_PLANES + UNKNOWN
# All else, for a pattern of Han characters without some of them: [^的了{NOT_HAN}].
NOT_HAN = (
    _between(0, ord(UNKNOWN) - 1)
    + _between(ord(UNKNOWN) + 1, FIRST_PLANE.start - 1)
    + _between(FIRST_PLANE.stop, LATER_PLANES.start - 1)
    + _between(LATER_PLANES.stop, 0x10FFFF)
)
# With the zero of years (二〇〇一) and the characters for compatibility, which are set like Han.
SET_LIKE_HAN = f"\N{IDEOGRAPHIC NUMBER ZERO}{HAN}{_between(0xF900, 0xFAFF)}"
