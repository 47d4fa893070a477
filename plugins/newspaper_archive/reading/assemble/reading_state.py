"""Where the reading of a page stands: the open story, the headlines that wait for one, the column above."""

from newspaper_archive.lexicon.series_words import LASTING
from newspaper_archive.model import Role
from newspaper_archive.reading.assemble.draft import Draft, Gathered, LooseTeaser, Pictured
from newspaper_archive.reading.joined_lines import JoinedLines, join

HEADLINE_LINES = 2


class ReadingState:
    """One reading, from a page's first part to its last."""

    def __init__(self) -> None:
        self.found = Gathered()
        self.heads: list[tuple[JoinedLines, int]] = []
        self.column: JoinedLines | None = None
        self.column_used: bool = False
        self.open: Draft | None = None
        self.broken: list[JoinedLines] = []
        self.note: Draft | None = None
        self.picture: bool = False
        self.pictured: Pictured | None = None
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
        groups: list[list[JoinedLines]] = []
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

    def paragraph(self, text: JoinedLines, role: Role) -> None:
        self.story().paragraphs.append((text, role))


class OneStory(ReadingState):
    """A reading that stays in one story, whatever it meets."""

    def __init__(self, story: Draft) -> None:
        super().__init__()
        self.found.drafts.append(story)
        self.whole = story

    def story(self) -> Draft:
        return self.whole


def _persists(column: JoinedLines) -> bool:
    """A label such as 专题访谈 names a series, over all that follows to the next label."""
    return column.text.endswith(LASTING)
