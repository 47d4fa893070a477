"""`lang` follows what is printed: traditional pages are zh-Hant, and a name or two makes none."""

from dataclasses import replace

import pytest

from invented_archive import LIUHE, NEWS, NOTE, page
from newspaper_archive.model import ArchivedPage, Article, Paragraph, Role
from newspaper_archive.site.words.print_language import article_language, language, page_language

TRADITIONAL = "柳河區召開春耕備耕工作會議，要求各鄉鎮搶抓農時，確保二十八座泵站提前開機，把水引到田頭。"
SIMPLIFIED = "柳河区召开春耕备耕工作会议，要求各乡镇抢抓农时，确保二十八座泵站提前开机，把水引到田头。"


@pytest.mark.parametrize(
    ("text", "named", "is_in"),
    [
        (TRADITIONAL, "zh-CN", "zh-Hant"),
        (TRADITIONAL, "zh", "zh-Hant"),
        (TRADITIONAL, "zh-Hans-CN", "zh-Hant"),
        (TRADITIONAL, "zh-TW", "zh-TW"),
        (SIMPLIFIED, "zh-CN", "zh-CN"),
        (SIMPLIFIED + "展览题为“鄉訊”，题字者葉慶瀾。", "zh-CN", "zh-CN"),
        (SIMPLIFIED, "zh-Hant", "zh-Hant"),
        ("Canal opened", "zh-CN", "zh-CN"),
        ("二十八座泵站", "zh-CN", "zh-CN"),
        ("", "zh-CN", "zh-CN"),
        ("東京都の教育委員会は、学校の図書館を開放する。", "ja", "ja"),
    ],
)
def test_a_text_is_in_the_characters_that_most_of_it_needs(text: str, named: str, is_in: str) -> None:
    assert is_in == language(text, named)


def printed(*articles: Article) -> tuple[ArchivedPage, list[str]]:
    """A page and its transcript, which is what its articles say."""
    made = page(LIUHE, "liuhe/2021/2021-03-10", "C01", "要闻", articles)
    return made, [paragraph.text for article in articles for paragraph in article.paragraphs]


def ways_of(*articles: Article) -> list[str]:
    """What each article of a page is in."""
    made, lines = printed(*articles)
    around = page_language(made, lines)
    return [article_language(made, archived, around) for archived in made.articles]


LONG = replace(NEWS, headline="", kicker="", paragraphs=(Paragraph(TRADITIONAL * 3, Role.BODY, (1,)),))
SHORT = replace(NOTE, headline="葉慶瀾攝", paragraphs=(Paragraph("龍舟", Role.BODY, (2,)),))


def test_an_article_is_in_its_own_characters_and_not_in_its_page_s() -> None:
    assert ["zh-Hant", "zh-CN"] == ways_of(LONG, NEWS)


def test_an_article_of_a_few_characters_is_in_its_page_s() -> None:
    assert ["zh-CN", "zh-CN"] == ways_of(NEWS, SHORT)
    assert ["zh-Hant", "zh-Hant"] == ways_of(LONG, SHORT)


def test_a_page_is_traditional_where_most_of_it_is() -> None:
    assert "zh-Hant" == page_language(*printed(LONG))
    assert "zh-CN" == page_language(*printed(NEWS))
