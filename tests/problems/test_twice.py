"""One text under two names, in a page, an issue and the archive."""

from dataclasses import replace

from newspaper_archive.model import Article, Kind, Line, Page, Paragraph, Role, Severity
from newspaper_archive.problems import twice
from pages import page
from prints import told

FERRY = "渡口镇的老船工把渡船划到对岸，两岸居民又能坐船赶集。"
ORCHARD = "后坡的梨树今年结得密，果农给每只梨套上纸袋，一天能套一千多只。"
BRIDGE = "桥头的石狮子洗过了，游人说它们看上去比从前年轻，也比从前和气。"


def story(headline: str, text: str, line: int = 1) -> Article:
    return Article(Kind.NEWS, headline, (Paragraph(text, Role.BODY, (line + 1,)),), (line, line + 1))


def sheet(path: str, *stories: Article, folio: str = "C01", date: str = "2024-03-08") -> Page:
    texts = [text for one in stories for text in (one.headline, one.body)]
    lines = tuple(Line(number, text, text) for number, text in enumerate(texts, 1))
    return replace(page(path, *stories, folio=folio, date=date), lines=lines)


def test_a_story_twice_on_a_page_is_named_with_both_places() -> None:
    again = sheet("a.txt", story("渡口", FERRY), story("渡船", FERRY.replace("，", ","), 3))
    (problem,) = told(twice.same_story, again)
    assert ("a.txt", 3, "“渡船”与本版第 1 行的一篇正文相同") == (problem.file, problem.line, problem.seen)
    assert Severity.WARNING is problem.severity


def test_a_story_twice_in_an_issue_is_a_warning_and_in_the_archive_a_note() -> None:
    first = sheet("a.txt", story("渡口", FERRY), story("后坡", ORCHARD, 3))
    inside = sheet("b.txt", story("渡船", FERRY), story("桥头", BRIDGE, 3), folio="C02")
    later = sheet("c.txt", story("渡船", FERRY), story("桥头", BRIDGE + "又", 3), date="2024-03-15")
    problems = told(twice.same_story, first, inside, later)
    assert [("b.txt", Severity.WARNING), ("c.txt", Severity.NOTE)] == [(p.file, p.severity) for p in problems]
    assert "日期不同" in problems[1].seen
    assert len({problem.seen for problem in problems}) == 2


def test_other_stories_and_short_ones_are_not_the_same() -> None:
    assert [] == told(twice.same_story, sheet("a.txt", story("渡口", FERRY), story("后坡", ORCHARD, 3)))
    assert [] == told(
        twice.same_story, sheet("a.txt", story("更正", "见本版。"), story("更正", "见本版。", 3))
    )


def test_a_page_under_two_names_is_told_once_and_not_story_by_story() -> None:
    stories = story("渡口", FERRY), story("后坡", ORCHARD, 3)
    pages = sheet("a.txt", *stories), sheet("b.txt", *stories, folio="C02")
    (problem,) = told(twice.same_page, *pages)
    assert ("b.txt", "与“a.txt”几乎是同一版：“渡口”") == (problem.file, problem.seen)
    assert [] == told(twice.same_story, *pages)


def test_pages_that_share_most_of_their_stories_are_one() -> None:
    shared = story("渡口", FERRY * 3), story("后坡", ORCHARD * 3, 3)
    pages = (
        sheet("a.txt", *shared, story("桥头", BRIDGE, 5)),
        sheet("b.txt", *shared, story("桥头", BRIDGE[:-4], 5), folio="C02"),
    )
    assert ["b.txt"] == [problem.file for problem in told(twice.same_page, *pages)]


def test_pages_that_share_one_story_are_two() -> None:
    pages = (
        sheet("a.txt", story("渡口", FERRY), story("后坡", ORCHARD, 3)),
        sheet("b.txt", story("渡口", FERRY), story("桥头", BRIDGE, 3), folio="C02"),
    )
    assert [] == told(twice.same_page, *pages)
