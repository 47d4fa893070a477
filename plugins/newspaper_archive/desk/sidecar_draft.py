"""Writes a sidecar to begin with: the program's own reading of a page, commented out, for the desk to mend.

`# - headline: 3  # 渡口的船又开了` does nothing; without its `# ` it orders what the program read anyway.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from newspaper_archive.folder.edition import is_taken
from newspaper_archive.folder.sidecar.accept import stamps
from newspaper_archive.folder.sidecar.fingerprint import sketched
from newspaper_archive.folder.sidecar.orders import KINDS, PARTS, ROLES
from newspaper_archive.folder.yaml_file import as_value
from newspaper_archive.invisible import shown
from newspaper_archive.lexicon import roles
from newspaper_archive.model import Article, FactSource, Page, Role

EXCERPT = 20
HEAD = """\
## {name} 的旁注。以 ## 起的是说明；以 # 起的是程序现在的读法，去掉行首的“# ”就成了指定，可照版面改。
## 行号是 {name} 里的行号。只留要改的几行就行，没写到的仍由程序来读。写法见 docs/sidecar.zh.md。
"""
PAGE = "\n## 这是哪一版。日期不详的部分写 X，如 XXXX-06-01\n"
UNKNOWN = "## 程序还不知道、如果知道可以照样写一行的：{examples}\n"
EXAMPLES = {
    "paper": "报名",
    "edition": "子报名",
    "date": "2024-03-08",
    "folio": "C02",
    "page_name": "看点",
}
LINES = "\n## 哪些行是什么。可用：{roles}\n"
ARTICLES = "\n## 稿件，行号按阅读先后写。可用：{parts}；\n## kind 可用：{kinds}\n"
REST = """
## 另起一段、接成一段、改正文字，例如
## split: [19]
## join:
##   - [38, 40]
## corrections:
##   - line: 12
##     from: 原文
##     to: 改作
## 谁改的（by）、哪天（on: 2024-03-08）、为什么（why），要让读者知道就写在 to 下面
"""
# What may share a line with the beginning and with the end of a story's text.
OPENING = frozenset({Role.DATELINE, Role.LABEL})
ENDING = frozenset({Role.SIGNATURE, Role.CAPTION})
COLUMN, CAPTION = (roles.BLOCKS[part] for part in (roles.Part.COLUMN, roles.Part.CAPTION))
# What a line that no article has is called, by its role in print, and by the block that it is as well.
OF_PAGE = {row.role: row.word for row in roles.ROLES if row.stray}
OF_BLOCK = {
    (row.role, roles.BLOCKS[row.part]): row.word
    for row in roles.ROLES
    if row.word in ROLES and row.role in OF_PAGE
}


def starter(page: Page) -> str:
    """The text of a sidecar for a page that has none."""
    reading = _Reading(page)
    articles = [list(reading.article(index)) for index in range(len(page.reading.articles))]
    parts = [
        HEAD.format(name=page.source.path.rsplit("/", 1)[-1]),
        stamps(page.source.sha256, sketched([line.raw for line in page.lines])),
        PAGE,
        *_facts(page),
        LINES.format(roles=_words(ROLES)),
        "lines:\n",
        _commented(f"  {line}" for line in reading.lines()),
        ARTICLES.format(parts=_words(PARTS), kinds=_words(KINDS)),
        "articles:\n",
        _commented(f"  {line}" for line in chain.from_iterable(articles)),
        REST,
    ]
    return "".join(parts)


def _words(words: dict[str, str]) -> str:
    return "、".join(f"{word} {gloss.partition('，')[0]}" for word, gloss in words.items())


def _commented(lines: Iterable[str]) -> str:
    return "".join(f"# {line}\n" for line in lines)


def _facts(page: Page) -> Iterator[str]:
    # An estimate that the desk uncommented unread would become its word.
    date = None if page.date and page.date.source is FactSource.ESTIMATE else page.date
    facts = {"date": date, "folio": page.folio, "page_name": page.page_name}
    paper, edition = ("", "") if is_taken(page.edition.slug) else (page.edition.paper, page.edition.name)
    said = {"paper": paper, "edition": edition} | {
        key: fact.value if fact else "" for key, fact in facts.items()
    }
    said["encoding"] = page.source.encoding
    yield _commented(f"{key}: {as_value(value)}" for key, value in said.items() if value)
    unknown = [f"{key}: {example}" for key, example in EXAMPLES.items() if not said[key]]
    if unknown:
        yield UNKNOWN.format(examples="、".join(unknown))


class _Reading:
    """A page's reading by its lines."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.reading = page.reading
        self.raws = {line.number: line.raw for line in page.lines if line.raw.strip()}
        self.rank = {number: rank for rank, number in enumerate(sorted(self.raws))}
        self.roles: dict[int, set[Role]] = {}
        for span in page.reading.spans:
            if span.role is not Role.MARK:
                self.roles.setdefault(span.line, set()).add(span.role)
        self.blocks = {n: one.role for one in self.reading.decisions for n in one.lines}
        self.columns = [self._column(article) for article in self.reading.articles]

    def article(self, index: int) -> Iterator[str]:
        """`- headline: 3`, and what else the article is made of; the first line alone is an article too."""
        article = self.reading.articles[index]
        parts = [(part, lines) for part, lines in self._parts(index) if lines]
        first = next((part for part, _ in parts if part == "headline"), "body")
        parts.sort(key=lambda one: one[0] != first)
        written = [f"{part}: {self._listed(lines)}{self._note(part, lines)}" for part, lines in parts]
        if article.column and not self.columns[index]:
            written.append(f"column: {as_value(article.column)}")
        written.append(f"kind: {article.kind}")
        if parts and parts[0][0] == first:
            yield from (f"{'  ' if place else '- '}{line}" for place, line in enumerate(written))

    def _parts(self, index: int) -> Iterator[tuple[str, Sequence[int]]]:
        article = self.reading.articles[index]
        body = list(dict.fromkeys(n for p in article.paragraphs for n in p.lines))
        own = [n for n in article.lines if n not in body and n not in self.columns[index]]
        opening, ending = self._broken(own, body[:1], OPENING), self._broken(own, body[-1:], ENDING)
        body = opening + body + ending
        own = [n for n in own if n not in body]
        for role in (Role.KICKER, Role.HEADLINE, Role.SUBHEAD):
            yield str(role), [n for n in own if role in self.roles.get(n, ())]
        yield "column", self.columns[index]
        yield "dateline", [n for n in own if Role.DATELINE in self.roles.get(n, ())]
        yield "byline", [n for n in own if Role.BYLINE in self.roles.get(n, ())]
        yield "body", self._labels(own, article) + body
        yield "caption", self._captions(index, article)
        yield "tail", [n for n in own if self.roles.get(n, set()) & ENDING]
        yield "jump", self._jumps(own, article)
        yield "pointer", self._pointers(article)

    def _broken(self, own: Sequence[int], edge: Sequence[int], roles: frozenset[Role]) -> list[int]:
        """Lines of a dateline or signature that begins or ends on a line of the text: they stay with it."""
        shared = {role for n in edge for role in self.roles.get(n, ())} & roles
        return [n for n in own if self.roles.get(n, set()) & shared]

    def _labels(self, own: Sequence[int], article: Article) -> list[int]:
        """The label of an editor's note, where it has a line of its own."""
        jumps = self._jumps(own, article)
        return [n for n in own if Role.LABEL in self.roles.get(n, ()) and n not in jumps]

    def _column(self, article: Article) -> list[int]:
        """The lines of the label above the story, else of the first that has its words."""
        name = _bare(article.column)
        if not name:
            return []
        blocks = [list(one.lines) for one in self.reading.decisions if one.role == COLUMN]
        labels = [[n] for n in self.raws if Role.LABEL in self.roles.get(n, ())]
        named = [
            lines for lines in blocks + labels if _bare("".join(self.raws.get(n, "") for n in lines)) == name
        ]
        above = [lines for lines in named if lines < list(article.lines)]
        return max(above, default=[]) or min(named, default=[])

    def _captions(self, index: int, article: Article) -> list[int]:
        found = [n for one in self.reading.captions if one.article == index for n in one.lines]
        return [n for n in dict.fromkeys(found) if n not in article.lines]

    def _jumps(self, own: Sequence[int], article: Article) -> list[int]:
        jumps = {_bare(article.jump_to), _bare(article.jump_from)} - {""}
        return [n for n in own if _bare(self.raws[n]) in jumps]

    def _pointers(self, article: Article) -> list[int]:
        """The pointer below a story that announces it on another page too."""
        found = [t.lines for t in self.reading.teasers if set(t.lines) & set(article.lines)]
        return [n for lines in found for n in lines if n not in article.lines]

    def lines(self) -> Iterator[str]:
        """What stands in no article, in print order, neighbours of one role together."""
        told = self._told()
        stretches: list[tuple[str, list[int]]] = [
            ("teaser", list(teaser.lines)) for teaser in self.reading.teasers if not set(teaser.lines) & told
        ]
        teasers = {n for _, lines in stretches for n in lines}
        for number in sorted(set(self.raws) - told - teasers):
            role = self._word(number)
            if role and stretches and stretches[-1][0] == role and self._adjoin(stretches[-1][1][-1], number):
                stretches[-1][1].append(number)
            elif role:
                stretches.append((role, [number]))
        for role, lines in sorted(stretches, key=lambda one: one[1]):
            where = str(lines[0]) if len(lines) == 1 else f"{lines[0]}-{lines[-1]}"
            yield f"{where}: {role}{self._note(role, lines)}"

    def _word(self, number: int) -> str | None:
        """What `lines` is to say of a line: `credit` where all of its caption is one.

        None for `图片：`, which announces a caption; to call that furniture would part it from the caption.
        """
        found = sorted(role for role in self.roles.get(number, ()) if role in OF_PAGE)
        block = self.blocks.get(number, "")
        if block == CAPTION and Role.CAPTION not in found:
            return None
        exactly = (OF_BLOCK[role, block] for role in found if (role, block) in OF_BLOCK)
        return next(chain(exactly, (OF_PAGE[role] for role in found)), None)

    def _told(self) -> set[int]:
        in_articles = {n for article in self.reading.articles for n in article.lines}
        parts = (lines for i in range(len(self.reading.articles)) for _, lines in self._parts(i))
        return in_articles | set(chain.from_iterable(parts))

    def _adjoin(self, upper: int, lower: int) -> bool:
        return self.rank[lower] == self.rank[upper] + 1

    def _listed(self, lines: Sequence[int]) -> str:
        """`7`, or `[7-11, 15]`: blank lines part no stretch."""
        stretches: list[list[int]] = []
        for line in lines:
            if stretches and self._adjoin(stretches[-1][-1], line):
                stretches[-1].append(line)
            else:
                stretches.append([line])
        shown = [str(run[0]) if len(run) == 1 else f"{run[0]}-{run[-1]}" for run in stretches]
        return shown[0] if len(shown) == 1 else f"[{', '.join(shown)}]"

    def _note(self, part: str, lines: Sequence[int]) -> str:
        """The print beside its number, so that the desk sees what it is."""
        text = shown(" ".join(self.raws.get(lines[0], "").split()))
        excerpt = text if len(text) <= EXCERPT else text[:EXCERPT] + "…"
        return f"  # {excerpt}" if excerpt and part != "kind" else ""


def _bare(text: str) -> str:
    return "".join(text.split()).strip("#*")
