"""Names that are printed and not read, and what was read as a name and is none."""

from dataclasses import replace

import pytest

from newspaper_archive.folder.text.lines import normalise
from newspaper_archive.model import Article, Byline, Caption, Kind, Page, Paragraph, Role
from newspaper_archive.problems import signed
from pages import page
from prints import seen

TEXT = "渡口镇的老船工把船划到对岸，两岸居民又能坐船赶集。"


def reading(*raw: str, writers: tuple[str, ...] = (), photographers: tuple[str, ...] = ()) -> Page:
    """A story of these lines by these writers, and a picture on its last line by these photographers."""
    numbers = tuple(range(1, len(raw) + 1))
    byline = tuple(Byline("记者", name) for name in writers)
    story = Article(Kind.NEWS, "渡口", (Paragraph(TEXT, Role.BODY, numbers),), numbers, byline=byline)
    caption = Caption("", photographers, "", numbers[-1:])
    whole = page("C01.txt", story)
    read = replace(whole.reading, captions=(caption,))
    return replace(whole, lines=normalise("\n".join(raw)), reading=read)


UNREAD = "像作者或摄影者的名字，却没有这样读"


@pytest.mark.parametrize(
    "line",
    [
        f"本报渡口3月8日讯（记者 宋一帆）{TEXT}",
        f"本报渡口3月8日讯（新华社记者宋一帆）{TEXT}",
        f"本报讯记者宋一帆报道：{TEXT}",
        "本报记者 宋一帆",
        "本报记者 宋一帆 摄",
        "■通讯员 宋一帆 摄",
        f"{TEXT}（本报记者宋一帆摄）",
        f"{TEXT}（宋一帆）",
        "（宋一帆）",
    ],
)
def test_a_name_that_signs_and_was_not_read_is_asked_about(line: str) -> None:
    assert [(2, f"“宋一帆”{UNREAD}")] == seen(signed.unread_names, reading(TEXT, line))


@pytest.mark.parametrize(
    "line",
    [
        "记者获悉，渡口的船又开了。",
        "记者宋一帆在渡口看到，船又开了。",
        "船工宋一帆说：“记者 来了。”",
        f"{TEXT}（江苏连云港市）",
        f"{TEXT}（图片）",
        "请记者 安排 采访",
    ],
)
def test_words_beside_a_writer_are_no_name(line: str) -> None:
    assert [] == seen(signed.unread_names, reading(TEXT, line))


def test_a_name_that_was_read_is_none() -> None:
    line = "本报记者 宋一帆"
    assert [] == seen(signed.unread_names, reading(TEXT, line, writers=("宋一帆",)))


def test_a_photographer_who_was_read_as_a_writer_is_asked_about() -> None:
    line = "本报记者 宋一帆 摄"
    assert [(2, f"“宋一帆”{UNREAD}")] == seen(signed.unread_names, reading(TEXT, line, writers=("宋一帆",)))
    assert [] == seen(signed.unread_names, reading(TEXT, line, photographers=("宋一帆",)))


def test_all_names_of_a_page_are_one_question() -> None:
    found = list(signed.unread_names(reading("本报记者 宋一帆", TEXT, "■通讯员 王岚 摄")))
    assert [(1, (3,))] == [(one.line, one.also) for one in found]


def test_what_is_no_name_is_asked_about_where_it_stands() -> None:
    line = "照片除署名外均为宋一帆摄"
    whole = reading(TEXT, line, photographers=("照片除署名外均为", "宋一帆"))
    assert [(2, "“照片除署名外均为”读作人名，却不像人名")] == seen(signed.unlikely_names, whole)


@pytest.mark.parametrize("name", ["宋一帆", "买买提·艾山", "脫芷晴", "本报群众工作组", "Marie Curie"])
def test_rare_names_and_offices_are_none(name: str) -> None:
    assert [] == seen(signed.unlikely_names, reading(TEXT, name, writers=(name,)))
