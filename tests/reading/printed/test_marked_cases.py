"""Pages with code of web pages and converters, invented for others to try: what each is to be read as."""

from pathlib import Path

import pytest

from marked_pages import broken, read
from newspaper_archive.model import Reading

CASES = Path(__file__).resolve().parents[4] / "shared/cases"
PAGES = ("field/07-html-remains", "field/08-converter-markdown", "field/09-backslash-break")
STORIES = [
    ("民生长廊开工", "百里长河添新绿", ("高青山", "齐小龙")),
    ("", "鸟语书屋办到田间", ("龙见飞",)),
    ("", "西门夜市食客多", ("毛风齐",)),
]

pytestmark = pytest.mark.skipif(not CASES.is_dir(), reason="needs ../shared/cases")


def pages() -> list[Path]:
    return sorted(path for kind in PAGES for path in (CASES / kind).glob("*") if path.stem != "EXPECT")


def stories(reading: Reading) -> list[tuple[str, str, tuple[str, ...]]]:
    return [(one.kicker, one.headline, tuple(by.name for by in one.byline)) for one in reading.articles]


@pytest.mark.parametrize("page", pages(), ids=lambda path: path.name)
def test_each_page_has_its_stories_its_editors_and_its_folio(page):
    text = page.read_text("utf-8")
    reading = read(text)
    quoted = [
        (above, head.translate({ord("“"): "", ord("”"): ""}), by) for above, head, by in stories(reading)
    ]
    assert STORIES == quoted
    assert [("编辑", ("高青山",)), ("组版", ("齐小龙",)), ("校对", ("龙见飞",))] == [
        (one.role, one.names) for one in reading.colophon
    ]
    assert "C02" == reading.label.folio
    assert ([], ()) == (broken(text), reading.furniture)
    assert reading.problems


def test_pictures_of_a_converter_are_no_text():
    reading = read((CASES / "reading/14-md-images/page.txt").read_text("utf-8"))
    heads = ["滨河公园开园", "南湖社区办起夜校", "桥头修车摊搬家"]
    assert heads == [one.headline for one in reading.articles]
    assert [("图为开园当天的健身步道。", ("周澄",))] == [
        (one.text, one.photographers) for one in reading.captions
    ]
    assert not any("![" in line.raw for line in reading.furniture)
