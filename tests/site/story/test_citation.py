"""References by GB/T 7714—2025, the numeric style, by its clauses and its examples for newspapers."""

from dataclasses import replace

import pytest

from invented_archive import BRIEFS, CAPTION, HOSTILE_NEWS, LIUHE, NAMELESS, NEWS, NOTE, PHOTO, issue, page
from newspaper_archive.model import Article, Byline, Edition, Fact, FactSource, Paragraph, Placed, Role
from newspaper_archive.settings import UNSORTED
from newspaper_archive.site.story.citation import CitedDay, gbt7714, reference
from newspaper_archive.site.tongue import tongue

ADDRESS = "https://archive.example.org"
UNKNOWN = Edition(slug=UNSORTED, name="未归入报纸的版面", paper="")


def printed(
    article: Article,
    edtf: str | None = "2021-03-10",
    source: FactSource | None = FactSource.PATH,
    folio: str | None = "C01",
    edition: Edition = LIUHE,
) -> Placed:
    """The article as the only one of its page, on which a date stands as `source` has it."""
    folder = f"{edition.slug}/2021/2021-03-10"
    fact = Fact(edtf, source) if edtf and source else None
    captions = (replace(CAPTION, article=0),)
    sheet = page(edition, folder, folio, None, (article,), captions=captions, date=fact)
    whole = replace(issue(edition, folder, edtf, sheet), certain=source is not None and edtf == "2021-03-10")
    return Placed(whole, sheet, sheet.articles[0])


def signed(*names: str, article: Article = NEWS) -> Article:
    return replace(article, subhead="", byline=tuple(Byline("记者", name) for name in names))


def cited(placed: Placed, site_address: str = "") -> str:
    return gbt7714(reference(placed, site_address, tongue()))


def test_it_reads_as_the_standards_own_example_of_a_newspaper() -> None:
    """§8.5.3 [1], Annex B.4 [2]: 丁文详. 数字革命与竞争国际化[N]. 中国青年报，2000-11-20（15）."""
    youth = Edition(slug="youth", name="要闻", paper="某某青年报")
    article = replace(signed("丁某"), headline="革命与竞争国际化")
    assert cited(printed(article, folio="15", edition=youth)) == (
        "丁某. 革命与竞争国际化[N]. 某某青年报，2021-03-10（15）."
    )


def test_with_an_address_the_medium_is_online_and_no_day_of_reading_is_told() -> None:
    """Annex B.4 [6]; days of reading are for web pages alone since 2025."""
    assert cited(printed(signed("沈之禾")), ADDRESS) == (
        "沈之禾. 不误农时，把水引到田头[N/OL]. 晚晴日报，2021-03-10（C01）. "
        "https://archive.example.org/liuhe/2021/2021-03-10/c01-01.html."
    )


@pytest.mark.parametrize(
    ("names", "written"),
    [
        (("沈之禾",), "沈之禾. "),
        (("沈之禾", "鲁小满", "江一帆"), "沈之禾，鲁小满，江一帆. "),
        (("沈之禾", "鲁小满", "江一帆", "骆青"), "沈之禾，鲁小满，江一帆，等. "),
        (("沈之禾", "沈之禾"), "沈之禾. "),
        ((), ""),
        (("本报群众工作组", "区教体局"), "本报群众工作组，区教体局. "),
        (("Mary Ann Smith", "Li Jiangning"), "Mary Ann Smith，Li Jiangning. "),
        (("买买提·艾力",), "买买提·艾力. "),
    ],
)
def test_writers_are_named_as_the_standard_has_them(names: tuple[str, ...], written: str) -> None:
    """§7.1.2 three and 等, §7.1.3 nobody, §7.1.4 offices."""
    title = "不误农时，把水引到田头[N]. 晚晴日报，2021-03-10（C01）."
    assert cited(printed(signed(*names))) == written + title


@pytest.mark.parametrize(
    ("edtf", "source", "written"),
    [
        ("2021-03-10", FactSource.PRINT, "晚晴日报，2021-03-10（C01）"),
        ("2021-03-10~", FactSource.ESTIMATE, "晚晴日报，[2021-03-10]（C01）"),
        ("2021-03~", FactSource.ESTIMATE, "晚晴日报，[2021-03]（C01）"),
        ("2021", FactSource.ESTIMATE, "晚晴日报，[2021]（C01）"),
        ("2021-03", FactSource.SIDECAR, "晚晴日报，2021-03（C01）"),
        ("2021-03-XX", FactSource.SIDECAR, "晚晴日报，2021-03（C01）"),
        ("2021-21", FactSource.SIDECAR, "晚晴日报，2021（C01）"),
        ("2021?", FactSource.SIDECAR, "晚晴日报，[2021]（C01）"),
        ("XXXX-06-01~", FactSource.ESTIMATE, "晚晴日报（C01）"),
        ("202X~", FactSource.ESTIMATE, "晚晴日报（C01）"),
        ("[2016..2025]", FactSource.ESTIMATE, "晚晴日报（C01）"),
        (None, None, "晚晴日报（C01）"),
    ],
)
def test_a_year_is_never_invented_and_an_estimate_stands_in_brackets(
    edtf: str | None, source: FactSource | None, written: str
) -> None:
    """§7.5.4.3."""
    assert cited(printed(signed("沈之禾"), edtf, source)) == f"沈之禾. 不误农时，把水引到田头[N]. {written}."


def test_a_remark_tells_what_a_date_cannot_hold() -> None:
    known = reference(printed(NEWS, "XXXX-06-01~", FactSource.ESTIMATE), "", tongue())
    assert (known.day, known.remark) == (CitedDay(), "日期：某年6月1日（推算，未经证实）")
    assert reference(printed(NEWS, None, None), "", tongue()).remark == "日期不详"
    assert reference(printed(NEWS), "", tongue()).remark == ""


def test_where_paper_and_page_are_unknown_nothing_stands_in_their_place() -> None:
    assert cited(printed(signed("沈之禾"), folio=None)) == (
        "沈之禾. 不误农时，把水引到田头[N]. 晚晴日报，2021-03-10."
    )
    unknown = printed(signed("沈之禾"), None, None, folio=None, edition=UNKNOWN)
    assert cited(unknown) == "沈之禾. 不误农时，把水引到田头[N]."


def test_a_subtitle_follows_its_colon_and_a_summary_does_not() -> None:
    """§7.2.3."""
    assert cited(printed(replace(NEWS, byline=()))) == (
        "不误农时，把水引到田头：全区二十八座泵站提前开机[N]. 晚晴日报，2021-03-10（C01）."
    )
    summary = replace(NEWS, byline=(), subhead="全区二十八座泵站提前开机")
    assert cited(printed(summary)).startswith("不误农时，把水引到田头[N]")


def test_what_the_line_leaves_out_is_known_to_the_other_forms() -> None:
    weekly = replace(LIUHE, issn="1009-2877")
    known = reference(printed(NEWS, edition=weekly), "", tongue())
    assert (known.paper, known.edition, known.issn) == ("晚晴日报", "柳河新闻", "1009-2877")
    assert (known.short, known.subhead) == ("不误农时，把水引到田头", "")
    summary = reference(printed(replace(NEWS, subhead="全区二十八座泵站提前开机")), "", tongue())
    assert (summary.short, summary.subhead) == ("", "全区二十八座泵站提前开机")
    alone = replace(LIUHE, name="晚晴日报")
    assert reference(printed(NEWS, edition=alone), "", tongue()).edition == ""
    assert reference(printed(NEWS, edition=UNKNOWN), "", tongue()).edition == ""


@pytest.mark.parametrize(
    ("note", "title"),
    [
        (NOTE, "[编者按「本栏今起开设。」]"),
        (replace(NOTE, column="镇街访谈"), "镇街访谈"),
        (replace(NOTE, headline="", column="编者按"), "[「本栏今起开设。」]"),
        (replace(NOTE, headline="今起，听镇街说"), "今起，听镇街说"),
    ],
)
def test_an_editors_note_is_never_cited_by_its_label_alone(note: Article, title: str) -> None:
    assert cited(printed(note)) == f"{title}[N]. 晚晴日报，2021-03-10（C01）."


def test_briefs_are_cited_by_their_columns_name() -> None:
    assert cited(printed(BRIEFS)) == "一周速读[N]. 晚晴日报，2021-03-10（C01）."


def test_a_picture_that_nobody_else_signed_is_its_photographers() -> None:
    assert cited(printed(PHOTO)) == "江一帆. 河堤新绿[N]. 晚晴日报，2021-03-10（C01）."


def test_a_title_that_is_not_the_papers_own_stands_in_brackets() -> None:
    """§7.2.1."""
    named_by = replace(NAMELESS, paragraphs=(Paragraph("渡口的船又开了，两岸通行。", Role.BODY, (1,)),))
    assert cited(printed(named_by)) == "[「渡口的船又开了，两岸通行。」][N]. 晚晴日报，2021-03-10（C01）."


def test_hostile_text_stays_text_on_one_line() -> None:
    article = replace(HOSTILE_NEWS, headline="一\r\nER  - \n二\x00\u2028三\ud800四")
    assert cited(printed(article)) == "一 ER - 二 三 四[N]. 晚晴日报，2021-03-10（C01）."
