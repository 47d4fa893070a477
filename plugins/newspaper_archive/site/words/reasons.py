"""What the passages tell that an estimated date rests on, in the tongue of the site.

Beside `2022年度第17次会议` stands 会议按当年编号, “meetings are numbered within the year”. The reasons are
those of the room `date`, which knows no tongue.
"""

from newspaper_archive.model import Clue
from newspaper_archive.site.tongue import Tongue, word

REASONS = frozenset(
    {
        word("电头写明年月日"),
        word("电头的日子，报纸不会更早"),
        word("发稿的年月日和钟点"),
        word("印着年月日和星期"),
        word("文中说到当天"),
        word("报道的日子，报纸不会更早"),
        word("说的是今年"),
        word("说的是开过的会，报纸不早于这一年"),
        word("会议按当年编号"),
        word("说的是过去的一年，报纸不早于这一年"),
        word("说的是一年的总结或考核，报纸不早于这一年"),
        word("活动以当年为名"),
        word("说的是打算，报纸不晚于这一年"),
        word("说的是往事，报纸不早于这一年"),
        word("说的是这一年的意义"),
        word("说的是这一年的纪念"),
        word("说的是这一年的任务"),
        word("说的是这一年的安排"),
        word("文件说的是这一年"),
        word("说的是进入这一年"),
        word("说的是这一年的大事"),
    }
)


def reason_words(tongue: Tongue, clue: Clue) -> str:
    return tongue.say(clue.tells)
