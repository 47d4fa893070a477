"""What stands over stories or between them: a column's label 一周速读, an editor's note `编者按:`."""

from newspaper_archive.model import Role
from newspaper_archive.reading.assemble.draft import Draft
from newspaper_archive.reading.assemble.reading_state import ReadingState
from newspaper_archive.reading.classify import Judged
from newspaper_archive.reading.joined_lines import JoinedLines, cut


def column(page: ReadingState, one: Judged) -> None:
    page.drop_heads()
    page.drop_column()
    page.open, page.note = None, None
    page.column, page.column_used = one.look.joined, False


def note(page: ReadingState, one: Judged) -> None:
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


def note_label(one: Judged) -> tuple[JoinedLines, JoinedLines]:
    """`编者按:` and what it labels; the desk may call a line an editor's note that bears no label."""
    found = one.look.forms.get("note")
    end = found.end() if found else 0
    return cut(one.look.joined, 0, end), cut(one.look.joined, end)
