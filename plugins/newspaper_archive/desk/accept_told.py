"""What the desk is told when a sidecar is carried over: what moved, what it may look at, what it is asked.

`旁注第 95 行写的 85，原来那一行现在大概是第 87 行：“……”，对吗？`
"""

from collections.abc import Iterator, Sequence
from pathlib import Path

from newspaper_archive.folder.sidecar.accept import Accepted, Moved, Unsure
from newspaper_archive.folder.sidecar.correction_place import excerpt

_ADVICE = (
    "请逐处对照版面文件，在旁注里改：对的去掉问号，不对的改成对的行号，没有那一行了就删去那一处。"
    "问号都去掉了，这份旁注才起作用"
)


class Told:
    """The words for one sidecar, `lines` being its page's as they are now."""

    def __init__(self, path: str, found: Accepted, lines: Sequence[str]) -> None:
        self.path, self.found, self.lines = path, found, lines

    def done(self, location: Path) -> str:
        """When every number is certain."""
        moved = list(self._moved()) or ["  行号都没有变"]
        return "\n".join([f"{location}: 已对上现在的版面文件", *moved])

    def asked(self) -> str:
        """When some are not."""
        head = f"{self.path}: 有 {len(self.found.unsure)} 处行号拿不准，已在后面加了问号，其余的都已对上："
        moved = list(self._moved())
        others = ["能确定的已改好：", *moved] if moved else []
        return "\n".join([head, *(f"  {self._question(one)}" for one in self.found.unsure), *others, _ADVICE])

    def _moved(self) -> Iterator[str]:
        for one in self.found.moved:
            where, was = f"  第 {one.stretch.at} 行：", str(one.stretch)
            yield (
                where + (f"{was} 没有变" if was == one.now else f"{was} 改为 {one.now}") + self._changed(one)
            )

    def _changed(self, one: Moved) -> str:
        if one.changed is None:
            return ""
        which = "这一行" if one.now == str(one.changed) else f"其中第 {one.changed} 行"
        return f"，{which}改了几个字：{self._quoted(one.changed)}，请看一眼"

    def _question(self, one: Unsure) -> str:
        was = f"旁注第 {one.stretch.at} 行写的 {one.stretch}"
        lines = "那一行" if one.stretch.first == one.stretch.last else "那几行"
        if one.likely is None:
            return f"{was}，原来{lines}找不到了；{_around(one)}"
        first, last = one.likely
        if first == last:
            return f"{was}，原来{lines}现在大概是第 {first} 行：{self._quoted(first)}，对吗？"
        place = f"第 {first}-{last} 行，从{self._quoted(first)}到{self._quoted(last)}"
        return f"{was}，原来{lines}现在大概是{place}，对吗？{self._doubt(one)}"

    def _doubt(self, one: Unsure) -> str:
        if one.doubtful is None:
            return "其中有一行找不到了"
        return f"其中拿不准的是第 {one.doubtful} 行：{self._quoted(one.doubtful)}"

    def _quoted(self, number: int) -> str:
        return f"“{excerpt(self.lines[number - 1])}”"


def _around(one: Unsure) -> str:
    above, below = one.around
    if above and below:
        return f"它前面的现在是第 {above} 行，后面的是第 {below} 行"
    if above:
        return f"它前面的现在是第 {above} 行"
    return f"它后面的现在是第 {below} 行" if below else "前后的行也认不出来了"
