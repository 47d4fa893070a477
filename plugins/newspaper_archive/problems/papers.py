"""Pages of which nobody knows the paper, told of once: `a.txt: 不知道是哪份报纸的有 5 个版…`."""

from collections.abc import Iterator, Sequence
from pathlib import PurePosixPath

from newspaper_archive.folder.edition import EDITION_FILE
from newspaper_archive.folder.file_facts import file_facts
from newspaper_archive.model import Archive, Problem, Severity
from newspaper_archive.problems.quoting import listed

_FILE = "请运行 make file，照它问的答，由它归好；自己写，"
_LINES = """
  paper: 报纸的名称
  edition: 专刊的名称   # 没有专刊，就再写一遍报纸的名称
  slug: benbao          # 网址里用的名字：小写英文字母、数字和连字符"""


def unknown_paper(archive: Archive) -> Iterator[Problem]:
    """One problem for all of them, with what to write and where."""
    paths: dict[bool, list[str]] = {True: [], False: []}
    for issue in archive.issues:
        paths[bool(issue.edition.paper)].extend(page.page.source.path for page in issue.pages)
    unknown = sorted(paths[False], key=lambda path: path.split("/"))
    if unknown:
        seen = "不知道是哪份报纸：版面和旁注都没有说，文件夹里也没有 edition.yaml"
        if len(unknown) > 1:
            seen = f"不知道是哪份报纸的有 {len(unknown)} 个版：{listed(unknown)}"
        by_hand = f"{_where(unknown, paths[True])}新建 {EDITION_FILE}，照样写三行，换成自己的名称：{_LINES}"
        yield Problem(Severity.WARNING, "unknown-paper", unknown[0], None, seen, f"{_FILE}{by_hand}")


def _where(unknown: Sequence[str], known: Sequence[str]) -> str:
    """Where an edition.yaml names these pages, and no others that are known already."""
    folder = _folder_of(unknown)
    if any(_is_in(path, folder) for path in known):
        return "是已有的报纸，请移进它的文件夹；不是，请另建一个文件夹，移进去，在里面"
    return f"请在文件夹“{folder}”里" if folder else f"请在版面文件夹的最上层（“{_first(unknown[0])}”旁边）"


def _folder_of(paths: Sequence[str]) -> str:
    """The lowest folder that has them all; "" for the topmost, which stands above those of dates."""
    parents = [PurePosixPath(path).parents for path in paths]
    shared = next(folder for folder in parents[0] if all(folder in others for others in parents))
    is_date = file_facts(str(shared / "page.txt")).date
    return "" if is_date or str(shared) == "." else str(shared)


def _is_in(path: str, folder: str) -> bool:
    return not folder or path.startswith(f"{folder}/")


def _first(path: str) -> str:
    """The name at the top: of the file itself, or of the folder that it lies in."""
    return path.partition("/")[0]
