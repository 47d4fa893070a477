"""Print in disorder: fragments of newspaper pages, strange characters, and what befalls a page's lines.

`本报讯` may stand after `C02 看点`, a line twice, a heading mark before nothing.
"""

from collections.abc import Callable
from random import Random

from hypothesis import strategies as st

FRAGMENTS = (
    "本报云汀6月1日讯(记者 王岚) ",
    "本报讯",
    "新华社云汀６月１日电",
    "（记者︰王 岚）",
    "通讯员",
    "本报记者 王岚 摄",
    "■通讯员 佟安 摄",
    "【本報訊】",
    "據",
    "記者 王嵐",
    "C02 看点",
    "第A02版:要闻",
    "02 要闻",
    "HC01-PDF 版面",
    "一周速读",
    "◎",
    "●5月20日,",
    "(下转C02版)",
    "(上接01版)",
    "编者按:",
    "编辑:孔圆 组版:曾舟",
    "扫码看数字报",
    "2024年6月3日 星期一",
    "图为",
    "▲",
    "(图片)",
    "清河村的麦子收完了",
    "。",
    ",",
    "“",
    "”",
    "「",
    "」",
    "(",
    ")",
    "《",
    "》",
    "——",
    "村里今年种了两千亩稻子,比去年多了三成,收成好得出人意料",
    "文/图",
    "作者:王岚 时间:2024-06-03",
    "王岚",
    "欧阳小满",
    "街道办事处主任 骆小溪",
    "问:",
    "12℃",
    "第三版",
    "见C03、C04版",
)
STRANGE = (
    "\u3000",
    " ",
    "\t",
    "\x00",
    "\x0b",
    "\x1b",
    "\u200b",
    "\ufeff",
    "\u2028",
    "\x85",
    "\r",
    "\r\n",
    "\n",
    "\n\n",
    "\n\n\n",
    "#",
    "# ",
    "###### ",
    "**",
    "*",
    "_",
    "|",
    "|---|",
    "\U00020bb7",
    "😀",
    "👩\u200d🌾",
    "e\u0301",
    "\ud7ff",
    "\ufffd",
    "\ue000",
    "A",
    "the ",
    "a,b",
    "1",
    "９",
    "－",
    "...",
    "<script>",
    "{{ x }}",
    "../",
)
any_text = st.lists(
    st.one_of(st.sampled_from(FRAGMENTS), st.sampled_from(STRANGE), st.text(max_size=4)), max_size=60
).map("".join)


def chance(seed: int) -> Random:
    """The same chances for the same seed; nothing secret hangs on them."""
    return Random(seed)  # noqa: S311


def _drop(lines: list[str], dice: Random) -> None:
    del lines[dice.randrange(len(lines))]


def _repeat(lines: list[str], dice: Random) -> None:
    lines.insert(dice.randrange(len(lines)), dice.choice(lines))


def _swap(lines: list[str], dice: Random) -> None:
    here, there = dice.randrange(len(lines)), dice.randrange(len(lines))
    lines[here], lines[there] = lines[there], lines[here]


def _join(lines: list[str], dice: Random) -> None:
    here = dice.randrange(len(lines))
    lines[here : here + 2] = ["".join(lines[here : here + 2])]


def _blank(lines: list[str], dice: Random) -> None:
    lines.insert(dice.randrange(len(lines)), dice.choice(("", "\u3000", " \t")))


def _break(lines: list[str], dice: Random) -> None:
    here = dice.randrange(len(lines))
    at = dice.randint(0, len(lines[here]))
    lines[here : here + 1] = [lines[here][:at], lines[here][at:]]


DISTURBANCES: tuple[Callable[[list[str], Random], None], ...] = (_drop, _repeat, _swap, _join, _blank, _break)


def disturbed(text: str, dice: Random, times: int) -> str:
    lines = text.split("\n")
    for _ in range(times):
        dice.choice(DISTURBANCES)(lines, dice)
        lines = lines or [""]
    return "\n".join(lines)
