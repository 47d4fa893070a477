"""Lost and private characters: `渡口镇的�工把船` is named with its line and quoted."""

from dataclasses import replace

from newspaper_archive.model import Problem, Role, Severity, Span
from newspaper_archive.problems import character
from prints import STORY, printed, seen

LOST = STORY.replace("老船工", "老\ufffd工").replace("隔河的人", "隔河的\ufffd")


def test_lost_characters_are_counted_and_the_first_is_quoted() -> None:
    (problem,) = character.replaced(printed(LOST))
    assert "有 2 个替代符 U+FFFD（第 3、5 行），如“…，渡口镇的老\ufffd工把船划到对…”" == problem.seen
    assert (3, (5,)) == (problem.line, problem.also)


def test_a_page_whose_bytes_were_broken_is_not_told_twice() -> None:
    broken = Problem(
        Severity.WARNING, "undecodable", "C01.txt", 3, "有 2 处字节不是 gb18030 的字", "请对照原版补字"
    )
    assert [] == seen(character.replaced, replace(printed(LOST), problems=(broken,)))
    assert [] == seen(character.replaced, printed(STORY))


def test_private_characters_are_named_by_their_number() -> None:
    page = printed(STORY.replace("船工", "\ue863工").replace("赶集", "赶\U000f0001"))
    assert [(3, "有 2 个私用区字符（第 3 行），如 U+E863，见“…，渡口镇的老\ue863工把船划到对…”")] == seen(
        character.private, page
    )


def test_rare_characters_that_unicode_knows_are_not_private() -> None:
    assert [] == seen(character.private, printed(STORY.replace("船工", "\U00020000工㙍")))


def test_signs_that_no_role_claims_are_named() -> None:
    page = printed(STORY)
    stray = Span(
        3,
        len("本报渡口3月8日讯（记者 宋一帆）3月8日"),
        len("本报渡口3月8日讯（记者 宋一帆）3月8日，"),
        Role.UNASSIGNED,
    )
    letters = replace(page.reading.spans[0], role=Role.UNASSIGNED)
    (problem,) = character.unassigned(replace(page, reading=replace(page.reading, spans=(letters, stray))))
    assert (3, "有 1 处符号没有归属（第 3 行），如“，”") == (problem.line, problem.seen)
    assert [] == seen(character.unassigned, page)
