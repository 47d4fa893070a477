"""What one year in print tells: `召开2021年第6次镇务会议` is the paper's own year, `到2025年` a plan.

Each looks at the words before and after one year and gives how many of them belong to what it recognised.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

from newspaper_archive.lexicon.han import HAN


class Force(Enum):
    """How far a mention carries.

    SAYS names the year by itself; MIDYEAR does where the paper is not of a turn of the year; a HINT needs
    another kind of mention of the same year beside it.
    """

    SAYS = "says"
    MIDYEAR = "midyear"
    HINT = "hint"
    NOT_BEFORE = "not before"
    NOT_AFTER = "not after"


@dataclass(frozen=True, slots=True)
class Mention:
    """One year in print, the words of its sentence before it and after 年."""

    year: int
    before: str
    after: str


Extent = tuple[int, int]
"""How many characters before and after the year belong to what was recognised."""

_YEARS_LONG = re.compile(r"的?(?:前|来|间|之久|历史|悠久)")
_AGO = re.compile(r"(?:已有|距今|约|近|超过|历经|长达)$")
_IN_TITLE = re.compile(r"《[^》]*$")
_THIS_YEAR = re.compile(r"(?:今年|本年度?|当前)\($")
_GONE = re.compile(r"(?:过去的|回首|回顾|走过|告别)$")

_PLAN_BEFORE = re.compile(
    r"""(?:截?至|(?<![查找看得收回提说谈达接听见遇想感])到
    |(?:争取|力争|计划|预计|确保|拟|将|有望|定)[在到于]?|面向|展望|瞄准|迈向)$""",
    re.VERBOSE,
)
_PLAN_AFTER = re.compile(
    r"""(?:年?底|末|\d{1,2}月(?:底|份)?)?(?:前(?!后)|将|力争|有望|计划|拟|预计)
    |,?[^,。]{0,8}将""",
    re.VERBOSE,
)
# 将 that puts the object first, as 把 does: `2019年,我镇将修堤作为头等大事`.
_PUT_FIRST = re.compile(
    r"[^。]{0,10}将[^,。]{1,14}(?:作为|列为|列入|纳入|打造成|变成|送到|交给|放在|摆在|转化|用于)"
)
_FROM_THEN_ON = re.compile(r"\d{1,2}月(?:\d{1,2}日)?(?:零时|0时|\d{1,2}时)?起|起,?[^。,]{0,12}将")
_DONE = re.compile(r"[^。]{0,24}(?:已|了|累计|共有|达到过)")
_HISTORY_BEFORE = re.compile(
    r"""(?:自从?|从|早在|始于|(?:建|成立|创办|创建|创刊|设立|开办|毕业|诞生|出生|生|坐落|兴起)于
    |(?<![将拟划计关对由属等争取望保定])于|截[至止]|继|曾在?|比|较|同|早于|追溯到)$""",
    re.VERBOSE,
)
_HISTORY_AFTER = re.compile(
    r"""(?:\d{1,2}月(?:份|\d{1,2}日)?|[春夏秋冬]季?)?
    (?:以来|以后|之后|后|起|至今|开始|同期|相比|出生|生人|生,|毕业|入党|入伍|参加工作|问世
      |被评为|被授予|荣获|获得?|升格|被录?取)
    |[^,。]{0,12}(?:曾|出生|毕业于|荣获|被评为)""",
    re.VERBOSE,
)
_PAST_DAY = re.compile(
    r"\d{1,2}月(?:\d{1,2}日)?[^。]{0,30}(?:曾|了(?!解)|已|发生|诞生|成立|签署|通过了|逝世)"
)
_ACCOUNT = re.compile(r"度?[^,。;“”]{0,14}(?:评估|考核|总结|决算|表彰|述职|工作报告|情况通报)")

_NUMBERED = re.compile(
    r"度?第(?:\d{1,3}|[一二三四五六七八九十]{1,4})次[^,。;、:]{0,20}?会(?:议|[,、强指听研]|\)|$)"
)
_RECALLING = re.compile(r"(?:根据|按照|依据|落实|贯彻|学习|传达|早在)了?[^,。]{0,10}$")
_RECALLED = re.compile(r"[^,。]{0,4}(?:以来|通过的|上通过|决定的|之后|后,)")
_COUNTED_EVENT = re.compile("普查|修订|印刷|修正|调查")
_HELD = re.compile(r"(?:召开|举行|举办|开展|组织|启动|开幕)了?[^,。;!?将拟划曾]{0,14}$")
_EVENT = re.compile(
    r"""度?[^,。;]{0,36}?(?:会(?:议|(?=[,、:)”暨]|$))|活动|大会|培训班?|仪式|比赛|大赛|招聘会|运动会|演练|晚会
    |论坛|音乐会|演唱会|联赛|文化节|艺术节)""",
    re.VERBOSE,
)
_LOOKS_BACK = re.compile("总结|表彰|考核|述职|年终|评估|评议|民主生活|决算|年会|汇报|获|第一名|回顾")
_LOOKS_ON = re.compile("将|拟|计划|筹备|谋划|争取|申办|申请|迎接|备战|确定")
_YEAR_OF = re.compile(r",?[^。;]{0,6}是[^。,;]{0,40}?(?:之年|关键年|攻坚年|突破年|提升年)")
_ANNIVERSARY = re.compile(r",?(?:正值|是|适逢|恰逢)[^。;]{0,24}(?:周年|诞辰)")
_TASK = re.compile(
    rf""",?(?:全[区市县省镇院校国乡]|各[^,。]{{0,8}}|我[区市县镇们]|[{HAN}]{{1,5}}[区市县镇乡])
    (?:上下)?要(?!求)""",
    re.VERBOSE,
)
_PROGRAMME = re.compile(r"度?[^,。;将]{0,10}(?:工作|任务|目标|重点)(?:安排|部署|计划|要点|打算)")
_ABOUT = re.compile(r"关于(?:印发|做好|开展|推进)?$")
_DOCUMENT = re.compile(r"[^,。;]{0,30}(?:文件|通知|意见|方案|公告)")
_ENTERED = re.compile(r"(?:走进|步入|跨入|迈入|进入)了?$")
_YEARLY = re.compile(r"(?:普通)?(?:高考|中考|春运|征兵|高招|研究生考试|国家公务员考试|义务教育招生)")


def _whole(before: re.Match[str] | None, after: re.Match[str] | None) -> Extent:
    return len(before[0]) if before else 0, after.end() if after else 0


def count_of_years(m: Mention) -> Extent | None:
    """`2000年前`, `已有1800年`: a number of years, no year."""
    round_number = m.year % 100 == 0
    ago = _AGO.search(m.before)
    return _whole(ago, None) if round_number and (ago or _YEARS_LONG.match(m.after)) else None


def title_of_a_work(m: Mention) -> Extent | None:
    """`《2020年总体规划》`: the work's year, not the paper's."""
    inside = _IN_TITLE.search(m.before)
    return _whole(inside, None) if inside else None


def year_gone(m: Mention) -> Extent | None:
    """`刚刚过去的2023年`."""
    gone = _GONE.search(m.before)
    return _whole(gone, None) if gone else None


def account(m: Mention) -> Extent | None:
    """`2019年河道治理评估`, `2023年度总结表彰大会`: drawn up in that year or after it."""
    found = _ACCOUNT.match(m.after)
    return _whole(None, found) if found and not _PLAN_BEFORE.search(m.before) else None


def plan(m: Mention) -> Extent | None:
    """`到2025年`, `2025年将`, `力争2030年`, `2025年底前`: but not `到2023年底已`."""
    before, after = _PLAN_BEFORE.search(m.before), _PLAN_AFTER.match(m.after)
    done = _DONE.match(m.after) or (after and not before and _PUT_FIRST.match(m.after))
    return _whole(before, after) if (before or after) and not done else None


def history(m: Mention) -> Extent | None:
    """`2016年以来`, `自2013年`, `始建于1958年`, `比2019年增长`, `2004年升格为大专后`."""
    before, after = _HISTORY_BEFORE.search(m.before), _HISTORY_AFTER.match(m.after)
    past = after or _PAST_DAY.match(m.after)
    return _whole(before, past) if before or past else None


def from_then_on(m: Mention) -> Extent | None:
    """`自2031年1月1日起施行`, `2031年起,全镇将`: of the past or to come, nobody knows."""
    found = _FROM_THEN_ON.match(m.after)
    return _whole(None, found) if found else None


def meeting_recalled(m: Mention) -> Extent | None:
    """`落实2021年第6次镇务会议精神`, `2021年第6次会议通过的办法`."""
    found = _NUMBERED.match(m.after)
    if found is None or _COUNTED_EVENT.search(found[0]):
        return None
    before = _RECALLING.search(m.before)
    return _whole(before, found) if before or _RECALLED.match(m.after[found.end() :]) else None


def numbered_meeting(m: Mention) -> Extent | None:
    """`2021年第6次镇务(扩大)会议`, `2021年度第6次…会`: not a census."""
    found = _NUMBERED.match(m.after)
    return _whole(None, found) if found and not _COUNTED_EVENT.search(found[0]) else None


def this_year(m: Mention) -> Extent | None:
    """`今年(2024年)`."""
    before = _THIS_YEAR.search(m.before)
    return _whole(before, None) if before else None


def event_held(m: Mention) -> Extent | None:
    """`组织开展2024年“河长赶集”活动`: not `申办2030年灯会`, not `召开2023年度总结表彰大会`."""
    held, event = _HELD.search(m.before), _EVENT.match(m.after)
    if held is None or event is None or _LOOKS_BACK.search(event[0]) or _LOOKS_ON.search(m.before):
        return None
    return _whole(held, event)


def year_of(m: Mention) -> Extent | None:
    """`2024年,是全镇河道整治的收官之年`."""
    found = _YEAR_OF.match(m.after)
    return _whole(None, found) if found and not _LOOKS_ON.search(found[0]) else None


def anniversary(m: Mention) -> Extent | None:
    """`2019年是建镇70周年`."""
    found = _ANNIVERSARY.match(m.after)
    return _whole(None, found) if found else None


def task(m: Mention) -> Extent | None:
    """`2020年全区要`: a year's tasks, most often the running year's."""
    found = _TASK.match(m.after)
    return _whole(None, found) if found else None


def programme(m: Mention) -> Extent | None:
    """`2024年工作安排`, `2021年度重点工作计划`."""
    found = _PROGRAMME.match(m.after)
    return _whole(None, found) if found else None


def document(m: Mention) -> Extent | None:
    """`关于2020年重点项目的有关文件`."""
    about, found = _ABOUT.search(m.before), _DOCUMENT.match(m.after)
    return _whole(about, found) if about and found else None


def year_entered(m: Mention) -> Extent | None:
    """`我们已走进二○一一年`."""
    before = _ENTERED.search(m.before)
    return _whole(before, None) if before else None


def yearly_event(m: Mention) -> Extent | None:
    """`2007年高考`."""
    found = _YEARLY.match(m.after)
    return _whole(None, found) if found else None


Rule = Callable[[Mention], Extent | None]

# The first rule that fits decides: what is no year, what speaks of another time, what of the paper's own.
# A meeting recalled stands before meetings, accounts before plans (`确保通过2019年…评估`: in 2019 or later).
RULES: tuple[tuple[Rule, Force | None, str], ...] = (
    (count_of_years, None, ""),
    (title_of_a_work, None, ""),
    (from_then_on, None, ""),
    (this_year, Force.SAYS, "说的是今年"),
    (meeting_recalled, Force.NOT_BEFORE, "说的是开过的会，报纸不早于这一年"),
    (numbered_meeting, Force.SAYS, "会议按当年编号"),
    (year_gone, Force.NOT_BEFORE, "说的是过去的一年，报纸不早于这一年"),
    (account, Force.NOT_BEFORE, "说的是一年的总结或考核，报纸不早于这一年"),
    (event_held, Force.MIDYEAR, "活动以当年为名"),
    (plan, Force.NOT_AFTER, "说的是打算，报纸不晚于这一年"),
    (history, Force.NOT_BEFORE, "说的是往事，报纸不早于这一年"),
    (year_of, Force.MIDYEAR, "说的是这一年的意义"),
    (anniversary, Force.HINT, "说的是这一年的纪念"),
    (task, Force.HINT, "说的是这一年的任务"),
    (programme, Force.HINT, "说的是这一年的安排"),
    (document, Force.HINT, "文件说的是这一年"),
    (year_entered, Force.HINT, "说的是进入这一年"),
    (yearly_event, Force.HINT, "说的是这一年的大事"),
)
