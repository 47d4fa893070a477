"""What leads elsewhere: a teaser's `C02 看点`, a jump `(下转C02版)`."""

from newspaper_archive.reading.assemble.draft import LooseTeaser
from newspaper_archive.reading.assemble.reading_state import ReadingState
from newspaper_archive.reading.classify import Judged
from newspaper_archive.reading.joined_lines import JoinedLines, join


def pointer(page: ReadingState, one: Judged) -> None:
    point(page, one.look.joined)


def point(page: ReadingState, pointer: JoinedLines) -> None:
    if page.heads:
        *others, (last, gap) = page.heads
        headline = [last]
        while others and gap == 0:
            previous, gap = others.pop()
            headline.insert(0, previous)
        page.heads = others
        page.drop_heads()
        page.found.teasers.append(LooseTeaser(headline, pointer))
        page.open = None
    elif page.open is not None and page.open.heads:
        page.found.teasers.append(LooseTeaser([head for head, _ in page.open.heads], pointer))
        page.ended = True
    else:
        page.found.teasers.append(LooseTeaser([], pointer))


def jump(page: ReadingState, one: Judged) -> None:
    story = page.story()
    found = one.look.forms.get("jump")
    if found["way"] in ("上接", "接") if found else "上接" in one.look.text:
        story.jump_from = after(story.jump_from, one.look.joined)
    else:
        story.jump_to = after(story.jump_to, one.look.joined)


def after(before: JoinedLines | None, jump: JoinedLines) -> JoinedLines:
    return jump if before is None else join([before, jump], " ")
