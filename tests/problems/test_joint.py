"""Stories, or a headline and its text, that have run into one."""

from dataclasses import replace

import pytest

from newspaper_archive.model import Article, Caption, Kind, Page, Paragraph, Role, Span
from newspaper_archive.problems import PageRule, asked_once, joint
from pages import page
from prints import STORY, printed, seen

PLAIN = "船是去年冬天重新上的漆，船头挂一盏灯，天黑以后灯亮着。"


def story(*paragraphs: str, kind: Kind = Kind.NEWS, headline: str = "渡口的船又开了", jump: str = "") -> Page:
    texts = tuple(Paragraph(text, Role.BODY, (line,)) for line, text in enumerate(paragraphs, 2))
    lines = tuple(range(1, len(paragraphs) + 2))
    return page("C01.txt", Article(kind, headline, texts, lines, jump_to=jump))


def lines(rule: PageRule, *paragraphs: str) -> list[int | None]:
    return [line for line, _ in seen(rule, story(*paragraphs))]


@pytest.mark.parametrize(
    "text",
    [
        "渡口的船又开了本报渡口3月8日讯（记者 宋一帆）3月8日，老船工把船划到对岸。",
        "渡口的船又开了新华社渡口3月8日电（记者宋一帆）老船工把船划到对岸。",
        "天黑以后灯亮着。本报讯(通讯员 尤满仓)隔河的人都来看。",
        "天黑以后灯亮着。大众日报讯（记者 宋一帆）隔河的人都来看。",
        "渡口的船又开了大众日报渡口３月８日讯（记者　宋一帆）老船工把船划到对岸。",
        "天黑以后灯亮着云汀县融媒体中心讯（见习记者 宋一帆）隔河的人都来看。",
        "天黑以后灯亮着。中新社渡口3月8日电 隔河的人都来看。",
        "天黑以后灯亮着。中央社渡口八日電隔河的人都來看。",
        "天黑以后灯亮着。【大众日报讯】隔河的人都来看。",
    ],
)
def test_a_dateline_within_a_paragraph_is_a_joint(text: str) -> None:
    assert [3] == lines(joint.dateline_within, PLAIN, text)


@pytest.mark.parametrize(
    "text",
    [
        "本报渡口3月8日讯（记者 宋一帆）老船工把船划到对岸。",
        "老船工说，本报讯息他每天都看。",
        "他接受本报电话采访时说，船开了。",
        "大众日报渡口3月8日讯（记者 宋一帆）老船工把船划到对岸。",
        "据新华社渡口3月8日电（记者宋一帆）老船工把船划到对岸。",
        "他订了大众日报三十年。大众日报电话响了三回，大众日报社来电（记者不在）没有人接。",
        "渡口的事上了《大众日报》3月8日讯（记者宋一帆）的版面。",
        "船又开了。据大众日报3月8日讯，隔河的人都来看。",
        "他读了一夜的报。新华社电讯稿说船开了，大众日报网络版也说船开了。",
    ],
)
def test_a_dateline_at_the_head_and_the_paper_s_name_are_none(text: str) -> None:
    assert [] == lines(joint.dateline_within, text)


def test_a_byline_within_a_paragraph_is_a_joint() -> None:
    assert [2] == lines(joint.byline_within, "渡口的船又开了本报记者 宋一帆 尤满仓 老船工把船划到对岸。")
    assert [2] == lines(joint.byline_within, "渡口的船又开了大众日报 记者 宋一帆 尤满仓 老船工把船划到对岸。")
    assert [] == lines(joint.byline_within, "他不认得大众日报记者。大众日报记者 走了以后船又开了。")
    assert [] == lines(joint.byline_within, "老船工对本报记者说，船又开了。", "本报记者 宋一帆看见船开了。")


def test_a_brief_s_mark_within_a_paragraph_is_a_joint() -> None:
    assert [2] == lines(joint.mark_within, "一周速读◎3月5日，渡口镇的船又开了。")
    assert [] == lines(joint.mark_within, "◎3月5日，渡口镇的船又开了。", "评分是★★★，◎表示有雨。")


@pytest.mark.parametrize(
    "text",
    [
        "两岸渔火 一河灯影渡口镇的老船工把船划到对岸，两岸居民都来看。",
        "渡口晨忙3月8日，老船工把船划到对岸，两岸居民都来看灯。",
    ],
)
def test_a_blank_or_a_bare_date_after_a_headline_is_a_joint(text: str) -> None:
    assert [2] == lines(joint.headline_within, text)


@pytest.mark.parametrize(
    "text",
    [
        "镇里办了“花开渡口 灯照两岸”游园会，两岸居民都来看灯赏花。",
        "截至3月8日，老船工把船划到对岸，两岸居民都来看灯赏花。",
        "今年3月8日，老船工把船划到对岸，两岸居民都来看灯赏花了。",
        "两岸渔火 一河灯影",
    ],
)
def test_a_quotation_and_a_date_with_its_word_are_none(text: str) -> None:
    assert [] == lines(joint.headline_within, text)


def test_a_paragraph_that_stops_in_mid_sentence_is_a_joint() -> None:
    broken = "船是去年冬天重新上的漆，船头挂一盏灯，天黑以后灯亮着，隔河的"
    assert [(2, "段落没有说完，末尾是“…，天黑以后灯亮着，隔河的”")] == seen(
        joint.breaks_off, story(broken, PLAIN)
    )


@pytest.mark.parametrize(
    "whole",
    [
        story(PLAIN),
        story("渡口镇卫生院 尤满仓"),
        story("船是去年冬天重新上的漆，船头挂一盏灯，天黑以后灯亮着，请看 iPad / Android"),
        story("他说：“船又开了，两岸的人都来看，船头挂一盏灯，天黑以后灯亮着。”"),
        story("船是去年冬天重新上的漆，船头挂一盏灯，天黑以后灯亮着，隔河的", kind=Kind.OTHER),
        story("船是去年冬天重新上的漆，船头挂一盏灯，天黑以后灯亮着，隔河的", jump="（下转C02版）"),
    ],
    ids=["a sentence", "a short line", "a foreign word", "a quotation", "a table", "a jump"],
)
def test_what_ends_as_it_should_is_none(whole: Page) -> None:
    assert [] == seen(joint.breaks_off, whole)


def test_a_paragraph_that_opens_with_a_comma_is_a_joint() -> None:
    assert [3] == lines(joint.opens_midway, PLAIN, "，隔河的人就知道还有一班船可以等。")
    assert [] == lines(joint.opens_midway, "“，”是逗号。", "（记者 宋一帆）船开了。", "……船开了。")


def test_a_signature_with_text_beneath_it_is_a_joint() -> None:
    signed = printed(STORY)
    (article,) = signed.reading.articles
    between = replace(article, lines=(1, 3, 4, 5))
    spans = (*signed.reading.spans, Span(3, 0, 4, Role.SIGNATURE))
    here = replace(signed, reading=replace(signed.reading, articles=(between,), spans=spans))
    assert [] == seen(joint.signed_midway, here), "line 3 holds text as well"
    lower = replace(article, paragraphs=(replace(article.paragraphs[0], lines=(1,)), article.paragraphs[1]))
    here = replace(here, reading=replace(here.reading, articles=(lower,)))
    assert [(3, "稿件中间出现署名：“本报渡口”")] == seen(joint.signed_midway, here)


def test_a_signature_at_the_end_is_none() -> None:
    assert [] == seen(joint.signed_midway, printed(f"{STORY}\n（宋一帆）\n"))


def test_a_headline_that_reads_like_text_is_asked_about() -> None:
    assert [1] == [
        line for line, _ in seen(joint.headline_like_text, story(PLAIN, headline="船又开了。两岸来看"))
    ]
    assert [1] == [line for line, _ in seen(joint.headline_like_text, story(PLAIN, headline="渡口的船，"))]
    assert [1] == [line for line, _ in seen(joint.headline_like_text, story(PLAIN, headline="船" * 51))]
    assert [] == seen(joint.headline_like_text, story(PLAIN, headline="船又开了，两岸来看"))


def test_a_credit_without_a_picture_s_words_is_asked_about() -> None:
    credit = Caption("", ("宋一帆",), "■通讯员 宋一帆 摄", (7,))
    bare = story(PLAIN)
    assert [(7, "有摄影署名而没有图片说明：“■通讯员 宋一帆 摄”")] == seen(
        joint.orphan_credit, replace(bare, reading=replace(bare.reading, captions=(credit,)))
    )
    told = replace(credit, text="渡口晨忙。")
    assert [] == seen(joint.orphan_credit, replace(bare, reading=replace(bare.reading, captions=(told,))))


@pytest.mark.parametrize(
    ("above", "asked"),
    [
        ("图为渡口镇的老船工在修船。" + PLAIN * 4, True),
        (PLAIN, True),
        (PLAIN * 4, False),
    ],
    ids=["of a picture", "short enough", "a story's paragraph"],
)
def test_a_credit_beneath_a_story_s_text_lacks_nothing(above: str, asked: bool) -> None:
    """Most pictures with a story have no words of their own."""
    credit = Caption("", ("宋一帆",), "■通讯员 宋一帆 摄", (7,))
    whole = story(PLAIN, above)
    found = seen(joint.orphan_credit, replace(whole, reading=replace(whole.reading, captions=(credit,))))
    assert asked == bool(found)


def test_a_story_without_a_sentence_is_asked_about() -> None:
    assert [1] == lines(joint.no_sentence, "地址:渡口街12号 电话:000-0000")
    assert [] == lines(joint.no_sentence, "船开了。")
    assert [] == seen(joint.no_sentence, story("白天 晴 26℃", kind=Kind.OTHER))


def test_a_line_is_asked_about_once() -> None:
    twice = story(f"两岸渔火 一河灯影本报渡口3月8日讯（记者 宋一帆）{PLAIN}", PLAIN)
    assert [2] == lines(joint.headline_within, twice.reading.articles[0].paragraphs[0].text)
    assert ["dateline-within"] == [problem.code for problem in asked_once(twice)]


def test_what_the_desk_has_settled_is_not_asked_again() -> None:
    twice = story(f"两岸渔火 一河灯影{PLAIN}", PLAIN, f"渡口晨忙 船来船往{PLAIN}")
    assert [2, 4] == [problem.line for problem in asked_once(twice)]
    assert [4] == [problem.line for problem in asked_once(twice, frozenset({2, 3}))]
