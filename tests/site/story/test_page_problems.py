"""A page of the site knows what waits to be looked at; what the desk has looked at is its own affair."""

from pathlib import Path

from newspaper_archive.folder.sidecar.fingerprint import fingerprint
from newspaper_archive.make.read_pages import read_archive
from newspaper_archive.settings import Settings
from newspaper_archive.site.story.page_problems import by_file, of_page

CREDITS = ("■通讯员 王岚 摄", "■通讯员 江帆 摄")
PAGE = f"""渡口的船又开了

本报讯（记者 宋一帆）3月8日，渡口镇的老船工把船划到对岸，两岸居民又能坐船赶集。

{CREDITS[0]}

新茶上市了

本报讯（记者 何宁）3月8日，茶山的新茶上市，茶农说今年比去年早了三天。

{CREDITS[1]}
"""


def test_a_doubt_that_was_looked_at_is_not_told_to_readers(tmp_path: Path) -> None:
    day = tmp_path / "今日大河/2024-03-08"
    day.mkdir(parents=True)
    (day / "C01.txt").write_text(PAGE, "utf-8")
    assert told_of(tmp_path) == [5, 11]
    (day / "C01.yaml").write_text(f"checked:\n  - 5 orphan-credit {fingerprint(CREDITS[0])}\n", "utf-8")
    assert told_of(tmp_path) == [11]


def told_of(seeds: Path) -> list[int | None]:
    """Where the only page has doubts."""
    archive = read_archive(seeds, Settings(seeds=seeds).edition)
    (page,) = [page for issue in archive.issues for page in issue.pages]
    return [problem.line for problem in of_page(page, by_file(archive))]
