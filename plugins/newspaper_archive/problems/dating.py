"""A page whose date is unknown or only estimated: `C01.txt: 不知是哪一天的报纸`."""

from collections.abc import Iterator

from newspaper_archive.model import FactSource, Page, Problem, Severity
from newspaper_archive.problems.quoting import problem_on
from newspaper_archive.reading.identity import is_certain

_ADVICE = "如果知道，请运行 make file，照它问的答，或在同名 .yaml 里写 date"


def undated(page: Page) -> Iterator[Problem]:
    if page.date is None:
        seen = "不知是哪一天的报纸：版面上没有印日期，文件名和文件夹也没有说"
        yield problem_on(Severity.WARNING, "undated", page, (), seen, f"{_ADVICE}。现收在“日期不详”里")


def uncertain_date(page: Page) -> Iterator[Problem]:
    """A date that is no whole day or was only worked out."""
    if page.date is None or is_certain(page.date):
        return
    value, evidence = page.date.value, page.date.evidence
    if page.date.source is FactSource.ESTIMATE:
        because = f"，根据是{evidence}" if evidence else ""
        seen = f"日期“{value}”只是推算{because}"
    else:
        seen = f"日期“{value}”不是完整的年月日"
    yield problem_on(Severity.NOTE, "doubtful-date", page, (), seen, f"{_ADVICE}。写明以前按“日期不详”收录")
