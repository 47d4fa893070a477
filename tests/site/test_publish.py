"""The site as files: every link holds, nothing comes from elsewhere, page text stays text, bytes repeat."""

import re
from dataclasses import replace
from pathlib import Path
from posixpath import dirname, join, normpath

import pytest

from folder_writer import FolderWriter
from invented_archive import BRIEFS, HOSTILE, invented_archive, paragraphs
from newspaper_archive.archive.contributors import own_id
from newspaper_archive.model import Archive, Caption, Problem, Role, Severity
from newspaper_archive.site.lists.neighbours import neighbours
from newspaper_archive.site.parts_table import read_parts
from newspaper_archive.site.renderer import relative
from newspaper_archive.site.story.story_view import Piece, Run, runs, story
from newspaper_archive.site.tongue import tongue
from newspaper_archive.site.words.date_words import date_words, day_words, weekday_words
from newspaper_archive.site.words.typography import typeset
from rendered_site import THEME
from site_in_memory import Anatomy, SiteInMemory, site

CONTENT_PAGES = {"pages/about.html", "pages/help.html"}


@pytest.fixture(scope="module")
def files() -> SiteInMemory:
    return site(invented_archive())


def pages(files: SiteInMemory) -> dict[str, Anatomy]:
    return {address: Anatomy(data) for address, data in files.items() if address.endswith(".html")}


def theme_files() -> set[str]:
    static = THEME / "static"
    static_files = {
        "theme/" + path.relative_to(static).as_posix() for path in static.rglob("*") if path.is_file()
    }
    return static_files | {bundle.address for bundle in read_parts((THEME,))}


def test_every_link_leads_to_a_file_and_every_anchor_to_its_element(files: SiteInMemory) -> None:
    anatomies = pages(files)
    known = set(files) | theme_files() | CONTENT_PAGES
    # What search.html loads is written by the search stage, and proved by its own tests.
    for address, anatomy in anatomies.items():
        if address == "search.html":
            continue
        for link in anatomy.links:
            if link == "data:,":
                continue
            way, _, anchor = link.partition("#")
            target = normpath(join(dirname(address), way)) if way else address
            assert target in known, f"{address}: {link}"
            if anchor:
                assert anchor in anatomies[target].ids, f"{address}: {link}"


def test_every_file_can_be_reached_from_home(files: SiteInMemory) -> None:
    anatomies = pages(files)
    reached, row = {"index.html"}, ["index.html"]
    while row:
        here = row.pop()
        for link in anatomies[here].links:
            target = normpath(join(dirname(here), link.partition("#")[0]))
            if target in anatomies and target not in reached:
                reached.add(target)
                row.append(target)
    assert set(anatomies) - reached == {"404.html"}


def test_no_link_is_absolute_or_names_a_folder(files: SiteInMemory) -> None:
    for address, anatomy in pages(files).items():
        for link in anatomy.links:
            assert not re.match(r"[a-z]+:|/", link) or link == "data:,", f"{address}: {link}"
            assert not link.endswith("/"), f"{address}: {link}"


def test_ids_are_unique_in_every_file(files: SiteInMemory) -> None:
    for address, anatomy in pages(files).items():
        assert len(anatomy.ids) == len(set(anatomy.ids)), address


# What search.html sends for early is run by its script.
SENT_FOR = ("theme/js/lunr.js", "search/head.js", "search/fold.js")


def test_page_text_is_shown_as_text_and_never_runs(files: SiteInMemory) -> None:
    for address, anatomy in pages(files).items():
        named = [link for link in anatomy.links if link.endswith(".js") and link not in SENT_FOR]
        assert all(re.fullmatch(r"(\.\./)*theme/[\w-]+\.js", link) for link in named), address
        assert len(named) == anatomy.tags.count("script"), f"{address}: a script without a file of ours"
        assert "img" not in anatomy.tags, address
    transcript = files["liuhe/2021/2021-03-10/c02.html"].decode()
    assert "&lt;script&gt;alert(1)&lt;/script&gt; {{ 7 * 7 }} {% raw %} ../../x &amp;" in transcript
    article = files["liuhe/2020/2020-12-30/c01-01.html"].decode()
    assert HOSTILE not in article
    assert "{{ 7 * 7 }}" in article


def test_the_same_archive_gives_the_same_bytes(files: SiteInMemory) -> None:
    assert files == site(invented_archive())


def test_every_article_and_page_and_issue_has_its_file(files: SiteInMemory) -> None:
    for issue in invented_archive().issues:
        assert issue.address in files
        for page in issue.pages:
            assert {page.address, *(article.address for article in page.articles)} <= set(files)


def test_an_article_shows_its_stack_its_printing_and_its_printed_lines(files: SiteInMemory) -> None:
    html = files["liuhe/2021/2021-03-10/c01-01.html"].decode()
    assert '<p class="kicker">柳河区召开春耕备耕工作会议</p>' in html
    assert '<h1 class="headline"><span class="phrased">不误农时，<wbr>把水引到田头</span></h1>' in html
    assert '<span class="opening">本报柳河3月8日讯（记者 沈之禾 通讯员 鲁小满）</span> 3月7日，' in html
    assert "提出“水到田头”的目标。" in html
    assert "会议要求：10:30前报送1,200亩缺水地块。" in html
    assert '<h2 class="crosshead">泵站提前开机</h2>' in html
    assert '<a href="c01.html">第C01版·要闻</a>' in html
    assert '<a href="c01.html#L1">第1–4行</a><a href="c01.html#L6">第6–8行</a>' in html
    assert '<a href="../../../sections/yaowen/index.html">要闻</a>' in html


def test_a_line_of_the_transcript_bears_the_number_that_it_has_in_its_file(files: SiteInMemory) -> None:
    html = files["liuhe/2021/2021-03-10/c01.html"].decode()
    assert '<li id="L1">不误农时</li>\n<li id="L2"></li>\n<li id="L3">&lt;script&gt;' in html


def test_each_brief_has_an_anchor_of_its_own_and_its_day_for_machines(files: SiteInMemory) -> None:
    html = files["liuhe/2021/2021-03-10/c01-02.html"].decode()
    item = '<li id="L4"><a class="briefs__mark" href="#L4" aria-label="本条链接：3月5日"></a>'
    assert f'{item}<p><time datetime="03-05">3月5日</time>，柳河图书馆延长开放。</p></li>' in html
    assert (
        '<li><a class="briefs__mark" href="c01-02.html#L4"'
        in files["liuhe/2021/2021-03-10/c01.html"].decode()
    )


@pytest.mark.parametrize(
    ("printed", "day", "machine"),
    [
        ("◎3月5日,图书馆延长开放。", "3月5日", "03-05"),
        ("【青石镇】3月5日上午,夜校开课。", "3月5日", "03-05"),
        ("2021年3月5日,图书馆延长开放。", "2021年3月5日", "2021-03-05"),
        ("2月29日,图书馆开放。", "2月29日", "02-29"),
        ("2月30日,图书馆开放。", "", ""),
        ("近日,青石镇办夜校,3月5日开课。", "", ""),
        ("青石镇办夜校。", "", ""),
    ],
)
def test_the_day_of_a_brief_is_that_of_its_first_clause(printed: str, day: str, machine: str) -> None:
    article = replace(
        C01.articles[1], article=replace(BRIEFS, paragraphs=paragraphs(printed, role=Role.BRIEF))
    )
    (passage,) = story(article, blank=(), tongue=tongue()).passages
    (brief,) = passage.briefs
    assert (brief.day, brief.machine_day) == (day, machine)
    assert brief.before + brief.day + brief.after == typeset(printed.lstrip("◎"))


def test_a_photo_whose_text_is_its_caption_shows_it_once(files: SiteInMemory) -> None:
    html = files["liuhe/2021/2021-03-10/c01-03.html"].decode()
    body = html.partition("<main")[2]
    assert 1 == body.count("3月6日，居民在河堤植树。")
    assert 1 == body.count(f'本报记者 <a href="../../../{own_id("江一帆")}.html">江一帆</a> 摄')


def test_a_byline_leads_to_the_page_of_each_writer(files: SiteInMemory) -> None:
    links = [
        f'{role} <a href="../../../{own_id(name)}.html">{name}</a>'
        for role, name in (("记者", "沈之禾"), ("通讯员", "鲁小满"))
    ]
    byline = f'<p class="byline"><span>{links[0]}</span><span>{links[1]}</span></p>'
    for address in ("c01-01.html", "c01.html"):
        assert byline in files[f"liuhe/2021/2021-03-10/{address}"].decode()


def test_a_name_spread_over_a_blank_in_a_credit_is_still_one_name() -> None:
    caption = Caption("夜校开课。", ("刘歌", "江一帆"), "刘 歌 江一帆 摄", (16,))
    photo = replace(C01.articles[2], captions=(caption,))
    found_at = {"刘歌": "people/l.html#liu-ge", "江一帆": "people/j/0/jiang-yi-fan.html"}
    (picture,) = story(photo, blank=(), tongue=tongue(), found_at=found_at).pictures
    assert picture.credit == (
        Piece("刘 歌", found_at["刘歌"]),
        Piece(" "),
        Piece("江一帆", found_at["江一帆"]),
        Piece(" 摄"),
    )


def test_a_credit_is_said_once_and_without_the_mark_it_is_printed_behind() -> None:
    caption = Caption("夜校开课。", ("江一帆",), "■通讯员 江一帆 摄", (16,))
    told = story(replace(C01.articles[2], captions=(caption,)), blank=(), tongue=tongue())
    assert "通讯员 江一帆 摄" == "".join(piece.text for piece in told.pictures[0].credit)
    signed = replace(C01.articles[2].article, tail="■通讯员 江一帆 摄")
    assert (
        ""
        == story(
            replace(C01.articles[2], article=signed, captions=(caption,)), blank=(), tongue=tongue()
        ).tail
    )


def test_the_transcript_keeps_every_printed_line_in_its_place(files: SiteInMemory) -> None:
    html = files["liuhe/2021/2021-03-10/c01.html"].decode()
    assert '<li id="L1">不误农时</li>\n<li id="L2"></li>\n<li id="L3">' in html
    assert '<li id="L23">丁</li>' in html


def test_a_teaser_leads_to_its_article_or_is_said_to_be_missing(files: SiteInMemory) -> None:
    sheet = files["liuhe/2021/2021-03-10/c01.html"].decode()
    assert '<a href="c02-01.html">夜校开课</a> <span class="teasers__to">C02 看点</span>' in sheet
    assert "未曾收到的稿件 <span" in sheet
    section = files["sections/kandian/index.html"].decode()
    assert '未曾收到的稿件 <span class="tag missing">未收录</span>' in section


def test_home_leads_with_the_newest_issue_and_names_its_twin(files: SiteInMemory) -> None:
    html = files["index.html"].decode()
    assert '<a href="liuhe/2021/2021-03-10/index.html">柳河新闻</a></h2>' in html
    assert '同日：<a href="qingshi/2021/2021-03-10/index.html">青石专刊</a>' in html
    assert html.index("2021年") < html.index("2020年")


def test_issues_of_one_edition_lead_to_each_other_and_undated_ones_to_none(files: SiteInMemory) -> None:
    newer, older = files["liuhe/2021/2021-03-10/index.html"], files["liuhe/2020/2020-12-30/index.html"]
    assert b'rel="prev" href="../../2020/2020-12-30/index.html"' in newer
    assert b'rel="next" class="turn__next" href="../../2021/2021-03-10/index.html"' in older
    assert b'rel="next"' not in newer
    assert b'rel="prev"' not in files["qingshi/undated/c01/index.html"]


def test_no_file_asks_a_browser_to_load_the_next_one_ahead(files: SiteInMemory) -> None:
    # Firefox would, and the page's own policy forbids it with a word in the console on every page.
    assert [] == [name for name, data in files.items() if re.search(rb"<link rel=.(?:next|prev)", data)]


def test_an_unknown_date_is_said_to_be_unknown_and_an_estimate_to_be_one(files: SiteInMemory) -> None:
    listed = files["undated/index.html"].decode()
    assert "<span>某年6月1日</span>" in listed
    assert "<span>日期不详</span>" in listed
    assert listed.index("某年6月1日") < listed.index("<span>日期不详</span>")


@pytest.mark.parametrize(
    ("address", "way"),
    [
        ("undated/index.html", "../qingshi/undated/c01/c01.html#L3"),
        ("qingshi/index.html", "undated/c01/c01.html#L3"),
        ("qingshi/undated/c01/index.html", "c01.html#L3"),
        ("qingshi/undated/c01/c01.html", "c01.html#L3"),
        ("qingshi/undated/c01/c01-01.html", "c01.html#L3"),
    ],
)
def test_an_estimate_says_why_wherever_it_stands(files: SiteInMemory, address: str, way: str) -> None:
    html = files[address].decode()
    reasons = html[html.index("<summary>怎样推算的</summary>") :]
    assert f'<a href="{way}">第3行</a>：「本报柳河6月1日讯 &lt;b&gt;」，电头的日子' in reasons


def test_a_date_that_somebody_says_needs_no_reasons(files: SiteInMemory) -> None:
    for address in ("liuhe/2021/2021-03-10/index.html", "liuhe/undated/sao-miao/index.html", "index.html"):
        assert b"<summary>" not in files[address]


def test_the_front_is_of_a_certain_date_where_there_is_any(files: SiteInMemory) -> None:
    assert '<h2 id="front"><a href="liuhe/2021/2021-03-10/index.html">' in files["index.html"].decode()


def test_an_archive_without_pages_still_makes_a_home() -> None:
    files = site(Archive((), (), ()))
    assert "还没有收录任何版面" in files["index.html"].decode()


def test_only_a_site_with_an_address_names_it() -> None:
    named = site(invented_archive(), "https://paper.example")["liuhe/2021/2021-03-10/c01.html"].decode()
    assert '<link rel="canonical" href="https://paper.example/liuhe/2021/2021-03-10/c01.html">' in named
    assert "https://paper.example/index.html" in site(Archive((), (), ()), "https://paper.example")[
        "404.html"
    ].decode("utf-8")


def test_the_folder_writer_makes_the_folders_it_needs(tmp_path: Path) -> None:
    FolderWriter(tmp_path / "带 空格").write("a/b.html", b"x")
    assert b"x" == (tmp_path / "带 空格/a/b.html").read_bytes()


@pytest.mark.parametrize(
    ("here", "address", "way"),
    [
        ("index.html", "a/b.html", "a/b.html"),
        ("a/2021/c.html", "a/2021/d.html", "d.html"),
        ("a/2021/c.html", "a/index.html", "../index.html"),
        ("a/2021/c.html", "ab/x.html", "../../ab/x.html"),
        ("pages/help.html", "index.html", "../index.html"),
    ],
)
def test_a_link_climbs_only_as_far_as_it_must(here: str, address: str, way: str) -> None:
    assert way == relative(here, address)


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("2022-06-01", "2022年6月1日"),
        ("2022-06-01~", "约2022年6月1日"),
        ("2022-06-01?", "2022年6月1日（待查）"),
        ("XXXX-06-01", "某年6月1日"),
        ("XXXX-06-01~", "某年6月1日"),
        ("XXXX-06-01?", "某年6月1日（待查）"),
        ("XXXX-06~", "某年6月"),
        ("XXXX-XX-30~", "某年某月30日"),
        ("2022~", "约2022年"),
        ("2022-06~", "约2022年6月"),
        ("2022-22", "2022年夏"),
        ("202X", "2020–2029年"),
        ("[2016..]", "2016年或以后"),
        ("[..2025]", "2025年或以前"),
        ("[2016..2025]", "2016年至2025年之间"),
        ("2022-06", "2022年6月"),
        ("2022-XX-XX", "2022年"),
        ("2022", "2022年"),
        ("2022-06-01/2022-06-03", "2022年6月1日 至 2022年6月3日"),
        ("2022-06-01/..", "2022年6月1日 至 不详"),
        ("XXXX", "日期不详"),
        ("去年六月", "日期不详"),
        (None, "日期不详"),
    ],
)
def test_a_date_in_words_says_what_is_known_and_no_more(edtf: str | None, words: str) -> None:
    assert words == date_words(tongue(), edtf)


def test_a_weekday_belongs_to_a_certain_day_only() -> None:
    assert "星期三" == weekday_words(tongue(), "2022-06-01")
    assert "" == weekday_words(tongue(), "XXXX-06-01~")
    assert "" == weekday_words(tongue(), "2022-13-40")
    assert "6月1日" == day_words(tongue(), "2022-06-01")


def test_printed_lines_are_named_in_runs() -> None:
    assert (Run(3, 5), Run(9, 9)) == runs((5, 3, 4, 9, 9), blank=())
    assert (Run(3, 5), Run(9, 9)) == runs((3, 5, 9), blank=(4, 6, 7))


def test_neighbours_end_with_the_row() -> None:
    assert [(None, 2), (1, 3), (2, None)] == [(near.before, near.after) for _, near in neighbours((1, 2, 3))]


C01 = invented_archive().issues[1].pages[0]


def with_doubts(*problems: Problem) -> SiteInMemory:
    return site(replace(invented_archive(), problems=problems))


DOUBT = Problem(
    Severity.WARNING,
    "doubtful-cut",
    C01.page.source.path,
    1,
    "“不误农时”读作小标题，也可能是标题（差 0.7 分）",
    "请对照版面，在同名 .yaml 里写定",
    also=(3,),
)
NO_PLACE = replace(DOUBT, code="missing-folio", line=None, also=(), seen="缺 C02", advice="请补入缺的版")
NOTE_OF_THE_DESK = replace(DOUBT, code="orphan-credit", severity=Severity.NOTE)


def test_readers_are_told_in_one_sentence_how_sure_the_program_is() -> None:
    files = with_doubts(DOUBT, replace(DOUBT, line=999, also=()), NO_PLACE, NOTE_OF_THE_DESK)
    assert '<p class="note">这一版由程序分篇，有3处没有把握。</p>' in files[C01.address].decode()
    first, second, *_ = (files[article.address].decode() for article in C01.articles)
    assert '<p class="note">这一篇由程序分出，有2处没有把握。</p>' in first
    assert "没有把握" not in second
    assert '<p class="note">这一版由程序分篇，有1处没有把握。</p>' in with_doubts()[C01.address].decode()


def test_a_page_without_a_doubt_is_said_to_be_parted_by_a_program_all_the_same() -> None:
    archive = invented_archive()
    issue = archive.issues[1]
    reading = replace(C01.page.reading, problems=())
    certain = replace(C01, page=replace(C01.page, reading=reading, problems=()))
    issues = [
        replace(issue, pages=(certain, *issue.pages[1:])) if one is issue else one for one in archive.issues
    ]
    files = site(replace(archive, issues=tuple(issues), problems=(NO_PLACE,)))
    assert '<p class="note">这一版由程序分篇。</p>' in files[C01.address].decode()


def test_a_page_that_the_program_failed_on_is_said_not_to_be_parted() -> None:
    archive = invented_archive()
    issue = archive.issues[1]
    failed = replace(DOUBT, code="program-failed", severity=Severity.ERROR, line=None, also=())
    raw = replace(C01, page=replace(C01.page, problems=(failed,)), articles=())
    issues = [
        replace(issue, pages=(raw, *issue.pages[1:])) if one is issue else one for one in archive.issues
    ]
    files = site(replace(archive, issues=tuple(issues)))
    assert '<p class="note">这一版没有分篇，只登原文。</p>' in files[C01.address].decode()


def test_what_is_the_desk_s_stands_on_no_page() -> None:
    """No advice, no file's name, no score, no checksum: `make check` has them."""
    whole = [
        replace(DOUBT, file=page.page.source.path) for one in invented_archive().issues for page in one.pages
    ]
    paths = {problem.file for problem in whole}
    desks = {
        *paths,
        *(path.rpartition("/")[2] for path in paths),
        DOUBT.seen,
        DOUBT.advice,
        "SHA-256",
        "0" * 64,
    }
    telling = {
        (address, word)
        for address, data in with_doubts(*whole, NO_PLACE).items()
        if address.endswith(".html")
        for word in desks
        if word in data.decode()
    }
    assert set() == telling
