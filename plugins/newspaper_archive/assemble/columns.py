"""What stands over stories or between them: a column's label 一周速读, an editor's note `编者按:`."""

from newspaper_archive.assemble.draft import Draft
from newspaper_archive.assemble.standing import Standing
from newspaper_archive.classify import Judged
from newspaper_archive.model import Role
from newspaper_archive.strand import Strand, cut


def column(page: Standing, one: Judged) -> None:
    page.drop_heads()
    page.drop_column()
    page.open, page.note = None, None
    page.column, page.column_used = one.look.strand, False


def note(page: Standing, one: Judged) -> None:
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
