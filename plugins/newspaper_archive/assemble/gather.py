"""Parts to drafts: reading down the page, each part joins the story it stands in.

A headline closes the story above it; a credit ends a photo story; `C02 看点` makes the headline above it
a teaser.
"""

from collections.abc import Callable, Sequence

from newspaper_archive.assemble.draft import Draft, Gathered, LooseCaption, LooseTeaser
from newspaper_archive.classify import Judged, Part, forms
from newspaper_archive.model import Kind, Role
from newspaper_archive.strand import Strand, cut, join, parted

PHOTO_PARAGRAPHS = 3
PHOTO_LETTERS = 420
HEADLINE_LINES = 2


def gather(judged: Sequence[Judged]) -> Gathered:
    """Every block of a page in a draft, a caption, a teaser, the colophon or the furniture."""
    page = _Gatherer()
    for one in judged:
        if one.look.text:
            STEPS[one.part](page, one)
    page.close()
    return page.found


def gather_one(judged: Sequence[Judged], story: Draft) -> Gathered:
    """Every block in this one story, as the desk has ordered them."""
    page = _OneStory(story)
    for one in judged:
        page.open = story
        STEPS[one.part](page, one)
    page.close()
    return page.found


class _Gatherer:
    """Where the reading stands: the open story, the headlines that wait for one, the column above."""

    def __init__(self) -> None:
        self.found = Gathered()
        self.heads: list[tuple[Strand, int]] = []
        self.column: Strand | None = None
        self.column_used: bool = False
        self.open: Draft | None = None
        self.broken: list[Strand] = []
        self.note: Draft | None = None
        self.picture: bool = False
        self.pictured: Draft | None = None
        self.ended: bool = False

    def story(self) -> Draft:
        """The story that a body part joins: a new one if headlines wait, else the open one."""
        if self.heads or self.open is None:
            self.ended = False
            self.open = Draft(heads=self.heads, column=self.column)
            self.found.drafts.append(self.open)
            self.heads = []
            self.column_used = True
            if self.column is not None and not _persists(self.column):
                self.column = None
        return self.open

    def drop_heads(self) -> None:
        """Headlines that no story follows announce one elsewhere."""
        groups: list[list[Strand]] = []
        for head, gap in self.heads:
            if groups and gap == 0 and len(self.heads) <= HEADLINE_LINES:
                groups[-1].append(head)
            else:
                groups.append([head])
        self.found.teasers += (LooseTeaser(group, None) for group in groups)
        self.heads = []

    def drop_column(self) -> None:
        """A label that no story stood under is kept among the page's labels."""
        if self.column is not None and not self.column_used:
            self.found.labels.append(self.column)
        self.column = None

    def close(self) -> None:
        if self.broken:
            self.paragraph(join(self.broken), Role.BODY)
            self.broken = []
        self.drop_heads()
        self.drop_column()

    def paragraph(self, text: Strand, role: Role) -> None:
        self.story().paragraphs.append((text, role))


class _OneStory(_Gatherer):
    """A reading that stays in one story, whatever it meets."""

    def __init__(self, story: Draft) -> None:
        super().__init__()
        self.found.drafts.append(story)
        self.whole = story

    def story(self) -> Draft:
        return self.whole


def _persists(column: Strand) -> bool:
    """A label such as 专题访谈 names a series, over all that follows to the next label."""
    return column.text.endswith(("访谈", "专题", "专版", "特刊", "特别报道"))


def _head(page: _Gatherer, one: Judged) -> None:
    page.note = None
    if not page.heads and page.open is not None and not page.open.has_body and not page.open.credits:
        if page.open.authors and forms.METADATA.match(page.open.authors[-1].text):
            page.found.captions.append(LooseCaption([one.look.strand], None, page.open))
            return
        page.open = None
    page.heads.append((one.look.strand, one.look.gap))


def _opening(page: _Gatherer, one: Judged) -> None:
    page.note = None
    text = one.look.strand
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
    if not page.heads and page.open is not None and page.open.has_body:
        if page.open is page.pictured:
            _to_caption(page.open, page.found.captions[-1])
        else:
            page.open = None
    story = page.story()
    story.opens_with_dateline = True
    story.dateline.append(cut(text, 0, dateline_end))
    rest = cut(text, dateline_end)
    if rest.text:
        _story_text(page, rest)


def _to_caption(story: Draft, caption: LooseCaption) -> None:
    """What stood between a headline and its dateline, and ended in a credit, was the picture's text."""
    caption.text = [text for text, _ in story.paragraphs]
    caption.draft = story
    story.paragraphs, story.credits = [], []


def _body(page: _Gatherer, one: Judged) -> None:
    text = join([*page.broken, one.look.strand])
    page.broken = []
    if page.picture:
        page.picture = False
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


def _story_text(page: _Gatherer, text: Strand) -> None:
    """A paragraph, without the credit, signature or jump at its end and the jump at its head."""
    story = page.story()
    if jump := forms.JUMP_HEAD.match(text.text):
        story.jump_from, text = cut(text, 0, jump.end()), cut(text, jump.end())
    jump_tail = forms.JUMP_TAIL.search(text.text)
    if jump_tail:
        story.jump_to = _after(story.jump_to, cut(text, jump_tail.start()))
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
        _credit_for(page, tail)
    elif signed and not text.text.endswith(("左)", "右)", "中)", "图)")):
        story.paragraphs.append((cut(text, 0, signed.start("tail")), Role.BODY))
        story.tails.append(cut(text, signed.start("tail")))
    elif text.text:
        story.paragraphs.append((text, Role.BODY))


def _unfinished(page: _Gatherer, one: Judged) -> None:
    page.broken.append(one.look.strand)


def _crosshead(page: _Gatherer, one: Judged) -> None:
    story = page.story()
    if story.paragraphs and story.paragraphs[-1][1] is Role.CROSSHEAD and one.look.gap == 0:
        last, role = story.paragraphs.pop()
        open_quote = last.text.count("“") > last.text.count("”")
        story.paragraphs.append((join([last, one.look.strand], "" if open_quote else " "), role))
        return
    story.paragraphs.append((one.look.strand, Role.CROSSHEAD))


def _item(page: _Gatherer, one: Judged) -> None:
    text = one.look.strand
    starts = [m.start() for m in forms.BRIEF_MARK.finditer(text.text) if m.group()[0] == text.text[0]]
    if not starts or starts[0] != 0:
        starts = [0]
    new_column = page.column is not None and not page.column_used
    if page.open is not None and not page.heads and not page.open.is_briefs and (new_column or page.ended):
        page.open = None
    story = page.story()
    story.is_briefs = True
    story.paragraphs += ((item, Role.BRIEF) for item in parted(text, starts))


def _author(page: _Gatherer, one: Judged) -> None:
    text = one.look.strand
    if page.heads or page.open is None or not page.open.has_body:
        story = page.story()
        story.authors.append(text)
        story.interview = story.interview or "office" in one.look.forms
    else:
        page.open.tails.append(text)


def _credit(page: _Gatherer, one: Judged) -> None:
    text = one.look.strand
    pointer = one.look.forms.get("pointer tail")
    if pointer is None:
        _credit_for(page, text)
        return
    _credit_for(page, cut(text, 0, pointer.start("pointer")))
    _point(page, cut(text, pointer.start("pointer")))


def _credit_for(page: _Gatherer, credit: Strand) -> None:
    """A credit belongs to the caption above it, to the photo story it ends, or to a picture without text."""
    captions = page.found.captions
    if captions and captions[-1].credit is None and captions[-1].draft is page.open and not page.heads:
        captions[-1].credit = credit
        return
    if page.open is None and not page.heads:
        captions.append(LooseCaption([], credit, None))
        return
    story = page.story() if page.heads or page.open is None else page.open
    if not story.opens_with_dateline and len(story.paragraphs) <= PHOTO_PARAGRAPHS and story.heads:
        page.pictured = story
    if _is_photo_story(story):
        story.credits.append(credit)
        captions.append(LooseCaption([text for text, _ in story.paragraphs], credit, story))
    else:
        captions.append(LooseCaption([], credit, None))


def _is_photo_story(story: Draft) -> bool:
    if story.kind is not None:
        return story.kind is Kind.PHOTO and not story.credits
    plain = not (story.opens_with_dateline or story.authors or story.is_briefs or story.credits)
    short = len(story.paragraphs) <= PHOTO_PARAGRAPHS
    return plain and short and sum(len(text.text) for text, _ in story.paragraphs) <= PHOTO_LETTERS


def _caption(page: _Gatherer, one: Judged) -> None:
    text = one.look.strand
    if "caption label" in one.look.forms:
        page.found.furniture.append(text)
        page.found.furniture_lines += one.look.block.lines
        page.picture = True
        return
    page.picture = False
    credit = one.look.forms.get("credit tail")
    tail = cut(text, credit.start()) if credit and credit.start() else None
    words = cut(text, 0, credit.start()) if credit and tail else text
    page.found.captions.append(LooseCaption([words], tail, page.open))


def _signature(page: _Gatherer, one: Judged) -> None:
    if page.open is not None and not page.heads and forms.DATELINE_TAIL.fullmatch(one.look.text):
        page.open.dateline.append(one.look.strand)
        return
    if page.heads or page.open is None:
        page.story().authors.append(one.look.strand)
    else:
        page.open.tails.append(one.look.strand)


def _column(page: _Gatherer, one: Judged) -> None:
    page.drop_heads()
    page.drop_column()
    page.open, page.note = None, None
    page.column, page.column_used = one.look.strand, False


def _note(page: _Gatherer, one: Judged) -> None:
    """An editor's note is a story of its own, of one paragraph; the story about it goes on."""
    label, rest = note_label(one)
    page.column_used = True
    note = Draft(column=page.column, notes_label=label)
    page.found.drafts.append(note)
    if rest.text:
        note.paragraphs.append((rest, Role.BODY))
    else:
        page.note = note
    if not page.heads and page.open is not None and not page.open.has_body:
        return
    if not page.heads and page.column is not None:
        page.open = None


def note_label(one: Judged) -> tuple[Strand, Strand]:
    """`编者按:` and what it labels; the desk may call a line an editor's note that bears no label."""
    found = one.look.forms.get("note")
    end = found.end() if found else 0
    return cut(one.look.strand, 0, end), cut(one.look.strand, end)


def _pointer(page: _Gatherer, one: Judged) -> None:
    _point(page, one.look.strand)


def _point(page: _Gatherer, pointer: Strand) -> None:
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
        page.found.teasers.append(LooseTeaser([head for head, _ in page.open.heads], pointer, repeats=True))
        page.ended = True
    else:
        page.found.teasers.append(LooseTeaser([], pointer))


def _jump(page: _Gatherer, one: Judged) -> None:
    story = page.story()
    found = one.look.forms.get("jump")
    if found["way"] in ("上接", "接") if found else "上接" in one.look.text:
        story.jump_from = _after(story.jump_from, one.look.strand)
    else:
        story.jump_to = _after(story.jump_to, one.look.strand)


def _after(before: Strand | None, jump: Strand) -> Strand:
    return jump if before is None else join([before, jump], " ")


def _label(page: _Gatherer, one: Judged) -> None:
    page.found.labels.append(one.look.strand)


def _colophon(page: _Gatherer, one: Judged) -> None:
    page.drop_heads()
    text = one.look.strand
    named = list(forms.COLOPHON.finditer(text.text))
    start, end = (named[0].start(), named[-1].end()) if named else (0, len(text.text))
    if start:
        _beside_colophon(page, cut(text, 0, start))
    page.found.colophon.append(cut(text, start, end))
    if (rest := cut(text, end)).text:
        page.found.labels.append(rest)


def _beside_colophon(page: _Gatherer, text: Strand) -> None:
    """A date line may share its line with the credits; anything else there is a line of its own."""
    if forms.PRINTED_DATE.search(text.text) or forms.PAGE_LABEL.fullmatch(text.text):
        page.found.labels.append(text)
    elif text.text:
        page.found.teasers.append(LooseTeaser([text], None))


def _furniture(page: _Gatherer, one: Judged) -> None:
    page.drop_heads()
    page.found.furniture.append(one.look.strand)
    page.found.furniture_lines += one.look.block.lines


def _row(page: _Gatherer, one: Judged) -> None:
    page.story().rows += 1
    page.paragraph(one.look.strand, Role.BODY)


STEPS: dict[Part, Callable[[_Gatherer, Judged], None]] = {
    Part.HEAD: _head,
    Part.OPENING: _opening,
    Part.BODY: _body,
    Part.UNFINISHED: _unfinished,
    Part.CROSSHEAD: _crosshead,
    Part.ITEM: _item,
    Part.AUTHOR: _author,
    Part.CREDIT: _credit,
    Part.CAPTION: _caption,
    Part.SIGNATURE: _signature,
    Part.COLUMN: _column,
    Part.NOTE: _note,
    Part.LABEL: _label,
    Part.POINTER: _pointer,
    Part.JUMP: _jump,
    Part.COLOPHON: _colophon,
    Part.FURNITURE: _furniture,
    Part.ROW: _row,
}
