"""The page of what was put right, and what a story says of it and of its state."""

from dataclasses import replace

import pytest

from newspaper_archive.archive import build_archive
from newspaper_archive.model import (
    Archive,
    Article,
    Correction,
    Kind,
    Page,
    Paragraph,
    Problem,
    Role,
    Severity,
)
from newspaper_archive.site.pages import correction_list
from newspaper_archive.site.pages.correction_list import corrected
from newspaper_archive.site.story.page_problems import State, by_file, state_of
from newspaper_archive.site.tongue import tongue
from pages import RIVER, page
from site_in_memory import site

SLIP = Correction(6, "己经", "已经", "汤小满", "2031-03-06", "扫描错字 <b>")


def story(headline: str, text: str = "古桥修好。", *, line: int = 6) -> Article:
    return Article(Kind.NEWS, headline, (Paragraph(text, Role.BODY, (line,)),), (line - 1, line))


def put_right(headline: str, slip: Correction = SLIP) -> Article:
    printed = story(headline, "古桥己经修好。")
    return replace(story(headline, "古桥已经修好。"), printed=printed, corrections=(slip,))


def on(date: str | None, *articles: Article, loose: tuple[Correction, ...] = ()) -> Page:
    found = page(f"{date or articles[0].headline}.txt", *articles, folio="C02", date=date)
    own = tuple(one for article in articles for one in article.corrections)
    return replace(found, reading=replace(found.reading, corrections=(*own, *loose)))


NOTICE = story("更正", "本报3月5日C02版《古桥通车》一文有误。")


def of(*pages: Page) -> Archive:
    return build_archive(pages, [RIVER])


def test_the_newest_issue_stands_first_and_the_undated_last() -> None:
    archive = of(*(on(date, put_right(str(date))) for date in ("2031-03-05", None, "2031-03-12")))
    found = corrected(archive, tongue())
    assert ["2031-03-12", "2031-03-05", None] == [one.issue.date for one in found]


def test_each_is_led_to_its_story_with_what_was_changed() -> None:
    html = site(of(on("2031-03-05", put_right("古桥通车"))))["corrections/index.html"].decode()
    assert '<a href="../river/2031/2031-03-05/c02-01.html#c6">古桥通车</a>' in html
    assert '原文“己经”（<a href="../river/2031/2031-03-05/c02.html#L6">第6行</a>），现作“已经”' in html
    assert "汤小满，2031年3月6日，扫描错字 &lt;b&gt;" in html


def test_what_belongs_to_no_story_is_led_to_its_line() -> None:
    loose = Correction(30, "校对 孙己", "校对 孙已")
    html = site(of(on("2031-03-05", story("古桥通车"), loose=(loose,))))["corrections/index.html"].decode()
    assert '<a href="../river/2031/2031-03-05/c02.html#L30">第C02版</a>' in html


def test_a_notice_and_its_story_lead_to_each_other() -> None:
    files = site(of(on("2031-03-05", story("古桥通车")), on("2031-03-12", NOTICE)))
    there = files["river/2031/2031-03-05/c02-01.html"].decode()
    here = files["river/2031/2031-03-12/c02-01.html"].decode()
    assert '报上的更正：<a href="../2031-03-12/c02-01.html">更正</a>（2031年3月12日 第C02版）' in there
    assert '更正的是：<a href="../2031-03-05/c02-01.html">古桥通车</a>（2031年3月5日 第C02版）' in here
    assert (
        '<a href="../river/2031/2031-03-05/c02-01.html">古桥通车</a>'
        in files["corrections/index.html"].decode()
    )


def test_home_says_how_many_were_put_right_and_the_page_where_none_was() -> None:
    files = site(of(on("2031-03-05", story("古桥通车"))))
    assert "还没有一篇稿件更正过。" in files["corrections/index.html"].decode()
    assert '<a class="more" href="corrections/index.html">更正</a>' in files["index.html"].decode()
    amended = site(of(on("2031-03-05", put_right("古桥通车"))))["index.html"].decode()
    assert '<a class="more" href="corrections/index.html">1篇稿件有更正</a>' in amended


def test_the_page_stays_small_however_much_was_put_right(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(correction_list, "MOST", 2)
    pages = [on(f"2031-03-0{day}", put_right(f"第{day}天")) for day in range(1, 6)]
    html = site(of(*pages))["corrections/index.html"].decode()
    assert ("第5天" in html, "第4天" in html, "第3天" in html) == (True, True, False)
    assert "还有3篇更早的" in html


def test_a_corrected_word_in_a_story_leads_to_what_was_printed_on_its_page_too() -> None:
    files = site(of(on("2031-03-05", put_right("古桥通车"))))
    own = files["river/2031/2031-03-05/c02-01.html"].decode()
    sheet = files["river/2031/2031-03-05/c02.html"].decode()
    assert 'href="#c6">已经</a>' in own
    assert '<li id="c6">更正：' in own
    assert '<a class="amended" href="c02-01.html#c6">已经</a>' in sheet


def doubt(*, checked: bool, code: str = "text-alone", severity: Severity = Severity.WARNING) -> Problem:
    return Problem(severity, code, "2031-03-05.txt", 6, "正文没有标题", "请对照版面", checked=checked)


@pytest.mark.parametrize(
    ("doubts", "state"),
    [
        ((), State.UNCHECKED),
        ((doubt(checked=True),), State.CHECKED),
        ((doubt(checked=False),), State.UNCHECKED),
        ((doubt(checked=True), doubt(checked=False, severity=Severity.NOTE)), State.UNCHECKED),
        ((doubt(checked=True), doubt(checked=True, code="jump-page", severity=Severity.NOTE)), State.CHECKED),
    ],
)
def test_a_story_is_checked_where_every_doubt_of_its_page_was_looked_at(
    doubts: tuple[Problem, ...], state: State
) -> None:
    archive = replace(of(on("2031-03-05", story("古桥通车"))), problems=doubts)
    (archived,) = archive.issues[0].pages
    assert state is state_of(archived.articles[0], [archived], by_file(archive))


def test_a_story_that_was_put_right_says_so_whatever_is_doubtful() -> None:
    archive = replace(of(on("2031-03-05", put_right("古桥通车"))), problems=(doubt(checked=True),))
    html = site(archive)["river/2031/2031-03-05/c02-01.html"].decode()
    assert '<dt>校对</dt><dd><a href="#c6">已更正</a></dd>' in html


def test_a_story_nobody_looked_at_says_so() -> None:
    html = site(of(on("2031-03-05", story("古桥通车"))))["river/2031/2031-03-05/c02-01.html"].decode()
    assert "<dt>校对</dt><dd>未校</dd>" in html
