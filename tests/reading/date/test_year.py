"""What one year in print tells, rule by rule, each with what looks like it and is not."""

import pytest

from date_pages import printed
from newspaper_archive.reading.date.prose import prose
from newspaper_archive.reading.date.year import year_clues


def told(sentence: str) -> list[tuple[int, str]]:
    lines, reading = printed(f"河堤新绿\n\n本报讯 {sentence}\n")
    return [(clue.year, clue.rule) for clue in year_clues(prose(lines, reading))]


@pytest.mark.parametrize(
    ("sentence", "year", "rule"),
    [
        ("临河镇召开2031年第6次镇务(扩大)会议。", 2031, "numbered_meeting"),
        ("临河镇召开2031年度第17次镇务委员会、第3次扩大会议。", 2031, "numbered_meeting"),
        ("镇里召开二〇三一年第三次办公会,听取汇报。", 2031, "numbered_meeting"),
        ("今年(2031年)雨水多。", 2031, "this_year"),
        ("镇文化站组织开展2031年“河长赶集”活动。", 2031, "event_held"),
        ("全镇举办2031年春季运动会。", 2031, "event_held"),
        ("2031年,是临河镇河道整治的收官之年,大家鼓足干劲。", 2031, "year_of"),
        ("2031年是建镇七十周年。", 2031, "anniversary"),
        ("2031年全镇要以河道整治为重点。", 2031, "task"),
        ("会上印发了2031年度重点工作安排。", 2031, "programme"),
        ("他解读了关于2031年临河镇堤防项目的有关文件。", 2031, "document"),
        ("转眼我们已走进二○三一年。", 2031, "year_entered"),
        ("2031年高考成绩今天公布。", 2031, "yearly_event"),
        ("确保顺利通过全区2030年河道治理评估。", 2030, "account"),
        ("镇里召开2030年度总结表彰大会。", 2030, "account"),
        ("落实2029年第2次镇务会议精神。", 2029, "meeting_recalled"),
        ("2019年第5次会议通过的办法仍然有效。", 2019, "meeting_recalled"),
        ("镇里召开2031年第一季度河道调度会,听取汇报。", 2031, "event_held"),
        ("力争于2040年全部建成。", 2040, "plan"),
        ("船闸定于2035年开工。", 2035, "plan"),
        ("在刚刚过去的2030年,全镇修堤十里。", 2030, "year_gone"),
        ("到2035年,全镇堤防全部加固。", 2035, "plan"),
        ("2035年将全部通车。", 2035, "plan"),
        ("力争2040年全部建成。", 2040, "plan"),
        ("工程2035年底前完工。", 2035, "plan"),
        ("确保2031年实现开门红。", 2031, "plan"),
        ("2026年以来,全镇修堤十里。", 2026, "history"),
        ("自2013年,渡口一直停用。", 2013, "history"),
        ("闸口始建于1958年。", 1958, "history"),
        ("收成比2029年增加一成。", 2029, "history"),
        ("截至2029年底,全镇已修堤十里。", 2029, "history"),
        ("他2019年毕业于水利学校。", 2019, "history"),
        ("2019年3月5日,渡口发生险情。", 2019, "history"),
    ],
)
def test_a_year_tells_what_its_sentence_says(sentence: str, year: int, rule: str) -> None:
    assert told(sentence) == [(year, rule)]


@pytest.mark.parametrize(
    "sentence",
    [
        "第61个植树纪念日到来之际,居民上堤植树。",  # a number of days, no year
        "古渡已有1800年历史。",
        "2000年前,这里就有渡口。",
        "《临河镇2035年总体规划》通过评审。",
        "这是2026—2030年的规划。",
        "这是2026年至2030年的规划。",
        "80年代的渡船还在。",
        "2010年代的渡船还在。",
        "她是2026年级的学生。",
        "工程编号20319年不详。",
        "2031年的船票很贵。",
        "今年是第一年。",
        "办法自2032年1月1日起施行。",
        "从2032年起,渡口将全天通船。",
    ],
)
def test_what_is_no_year_or_tells_nothing_is_left(sentence: str) -> None:
    assert told(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "not_rule"),
    [
        ("2030年第七次人口普查工作会议精神。", "numbered_meeting"),
        ("2019年第3次印刷。", "numbered_meeting"),
        ("2019年第5次会议通过的办法仍然有效。", "numbered_meeting"),
        ("2029年,我镇将修堤作为头等大事。", "plan"),
        ("力争于2040年全部建成。", "history"),
        ("镇里申请举办2040年灯会大会。", "event_held"),
        ("镇里申办2040年灯会活动。", "event_held"),
        ("镇里将举办2040年灯会活动。", "event_held"),
        ("在2029年第十届渡口比赛中获得一等奖。", "event_held"),
        ("快速查到2031年的水位。", "plan"),
        ("到2029年底,全镇已修堤十里。", "plan"),
        ("关于2031年的传说。", "document"),
        ("2031年全镇要求不变。", "task"),
    ],
)
def test_near_misses(sentence: str, not_rule: str) -> None:
    assert not_rule not in [rule for _, rule in told(sentence)]


def test_a_year_broken_over_two_lines_is_read_and_its_line_named() -> None:
    columns = [
        "临河镇召开会议,总结上半年的",
        "工作。会上解读了关于20",
        "31年堤防项目的文件,干部群",
        "众听完都说心里有了底。",
    ]
    lines, reading = printed("河堤新绿\n\n本报讯(记者 沈之禾)" + "\n".join(columns) + "\n")
    (clue,) = year_clues(prose(lines, reading))
    assert (clue.year, clue.clue.line, clue.clue.quote) == (2031, 4, "关于2031年堤防项目的文件")
