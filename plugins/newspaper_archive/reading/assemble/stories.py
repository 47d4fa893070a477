"""What makes a story: headlines, `本报讯(记者 …)`, paragraphs, crossheads, items, who wrote it."""

from newspaper_archive.model import Role
from newspaper_archive.reading.assemble.captions import CAPTION_LETTERS, credit_for, was_picture
from newspaper_archive.reading.assemble.draft import LooseCaption
from newspaper_archive.reading.assemble.pointers import after
from newspaper_archive.reading.assemble.reading_state import ReadingState
from newspaper_archive.reading.classify import Judged, forms
from newspaper_archive.reading.joined_lines import JoinedLines, cut, join, parted


def head(page: ReadingState, one: Judged) -> None:
    page.note, page.picture = None, False
    if page.heads and forms.PICTURE_ALONE.search(page.heads[-1][0].text):
        page.story()
    if not page.heads and page.open is not None and not page.open.has_body and not page.open.credits:
        if page.open.authors and forms.METADATA.match(page.open.authors[-1].text):
            page.found.captions.append(LooseCaption([one.look.joined], None, page.open))
            return
        page.open = None
    page.heads.append((one.look.joined, one.look.gap))


def opening(page: ReadingState, one: Judged) -> None:
    page.note, page.picture = None, False
    text = one.look.joined
    if (
        forms.DATELINE_TAIL.fullmatch(text.text)
        and not page.heads
        and page.open is not None
        and page.open.has_body
    ):
        page.open.dateline.append(text)
        return
    # Only the desk can say that a line without the form of a dateline is one; then all of it is.
    dateline_end = one.look.dateline.end() if one.look.dateline else len(text.text)
    if not page.heads and page.open is not None and page.open.has_body and not was_picture(page):
        page.open = None
    story = page.story()
    story.opens_with_dateline = True
    story.dateline.append(cut(text, 0, dateline_end))
    rest = cut(text, dateline_end)
    if rest.text:
        _story_text(page, rest)


def body(page: ReadingState, one: Judged) -> None:
    text = join([*page.broken, one.look.joined])
    page.broken = []
    picture, page.picture = page.picture, False
    if picture and len(text.text) <= CAPTION_LETTERS:
        page.found.captions.append(LooseCaption([text], None, page.open))
        return
    if page.note is not None:
        page.note.paragraphs.append((text, Role.BODY))
        page.note = None
        return
    if not page.heads and forms.JUMP_HEAD.match(text.text):
        page.open = None
    story = page.story()
    if story.is_briefs and not story.paragraphs[-1][0].text.endswith(("。", "!", "?", "”")):
        last, role = story.paragraphs.pop()
        story.paragraphs.append((join([last, text]), role))
        return
    _story_text(page, text)


def _story_text(page: ReadingState, text: JoinedLines) -> None:
    """A paragraph, without the credit, signature or jump at its end and the jump at its head."""
    story = page.story()
    if jump := forms.JUMP_HEAD.match(text.text):
        story.jump_from, text = cut(text, 0, jump.end()), cut(text, jump.end())
    jump_tail = forms.JUMP_TAIL.search(text.text)
    if jump_tail:
        story.jump_to = after(story.jump_to, cut(text, jump_tail.start()))
        text = cut(text, 0, jump_tail.start())
    wired = forms.DATELINE_TAIL.search(text.text, max(0, len(text.text) - 40))
    if wired and wired.start():
        story.dateline.append(cut(text, wired.start("tail")))
        text = cut(text, 0, wired.start("tail"))
    credit = forms.CREDIT_TAIL.search(text.text, max(0, len(text.text) - 80))
    signed = forms.BRACKETED_TAIL.search(text.text, max(0, len(text.text) - 60))
    if credit and credit.start():
        paragraph, tail = cut(text, 0, credit.start()), cut(text, credit.start())
        story.paragraphs.append((paragraph, Role.BODY))
        credit_for(page, tail)
    elif signed and not text.text.endswith(("左)", "右)", "中)", "图)")):
        story.paragraphs.append((cut(text, 0, signed.start("tail")), Role.BODY))
        story.tails.append(cut(text, signed.start("tail")))
    elif text.text:
        story.paragraphs.append((text, Role.BODY))


def unfinished(page: ReadingState, one: Judged) -> None:
    page.broken.append(one.look.joined)


def crosshead(page: ReadingState, one: Judged) -> None:
    story = page.story()
    if story.paragraphs and story.paragraphs[-1][1] is Role.CROSSHEAD and one.look.gap == 0:
        last, role = story.paragraphs.pop()
        open_quote = last.text.count("“") > last.text.count("”")
        story.paragraphs.append((join([last, one.look.joined], "" if open_quote else " "), role))
        return
    story.paragraphs.append((one.look.joined, Role.CROSSHEAD))


def item(page: ReadingState, one: Judged) -> None:
    text = one.look.joined
    starts = [m.start() for m in forms.BRIEF_MARK.finditer(text.text) if m.group()[0] == text.text[0]]
    if not starts or starts[0] != 0:
        starts = [0]
    new_column = page.column is not None and not page.column_used
    if page.open is not None and not page.heads and not page.open.is_briefs and (new_column or page.ended):
        page.open = None
    story = page.story()
    story.is_briefs = True
    story.paragraphs += ((item, Role.BRIEF) for item in parted(text, starts))


def author(page: ReadingState, one: Judged) -> None:
    text = one.look.joined
    if page.heads or page.open is None or not page.open.has_body:
        story = page.story()
        story.authors.append(text)
        story.interview = story.interview or "office" in one.look.forms
    else:
        page.open.tails.append(text)


def signature(page: ReadingState, one: Judged) -> None:
    if page.open is not None and not page.heads and forms.DATELINE_TAIL.fullmatch(one.look.text):
        page.open.dateline.append(one.look.joined)
        return
    if page.heads or page.open is None:
        page.story().authors.append(one.look.joined)
    else:
        page.open.tails.append(one.look.joined)


def row(page: ReadingState, one: Judged) -> None:
    page.story().rows += 1
    page.paragraph(one.look.joined, Role.BODY)
