"""Pages read from a few printed lines, and what a rule says of them."""

from newspaper_archive.archive import build_archive
from newspaper_archive.folder.text.lines import normalise
from newspaper_archive.model import Fact, FactSource, Page, Problem, Source
from newspaper_archive.problems import ArchiveRule, PageRule, with_problems
from newspaper_archive.reading.assemble import assemble
from newspaper_archive.reading.printed import printed as printed_lines_of
from pages import DAY, RIVER

STORY = """渡口的船又开了

本报渡口3月8日讯（记者 宋一帆）3月8日，渡口镇的老船工把船划到对岸，两岸居民又能坐船赶集。

船是去年冬天重新上的漆，船头挂一盏灯，天黑以后灯亮着，隔河的人就知道还有一班船可以等。
"""


def printed(text: str, date: str | None = DAY) -> Page:
    """The page of these lines, as the reader takes it, before any rule has looked at it."""
    print_ = printed_lines_of("C01.txt", normalise(text))
    return Page(
        source=Source("C01.txt", "0" * 64, 1, "utf-8"),
        edition=RIVER,
        date=Fact(date, FactSource.PATH) if date else None,
        folio=Fact("C01", FactSource.PATH),
        page_name=None,
        system_code=None,
        lines=print_.in_place,
        reading=assemble("C01.txt", print_),
    )


def seen(rule: PageRule, page: Page) -> list[tuple[int | None, str]]:
    """Line and words of each problem."""
    return [(problem.line, problem.seen) for problem in rule(page)]


def asked(text: str) -> list[str]:
    """The codes of all problems of a page, in their order."""
    return [problem.code for problem in with_problems(printed(text)).problems]


def told(rule: ArchiveRule, *pages: Page) -> list[Problem]:
    """What a rule says of the archive of these pages."""
    return list(rule(build_archive(pages, sorted({page.edition for page in pages}, key=lambda e: e.slug))))
