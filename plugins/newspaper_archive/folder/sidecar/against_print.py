"""Holds a sidecar against the page it is of: is it the same page, are those its lines, is that what they say?

A page changed since is an error that shows what changed, for its line numbers may now name other lines.
"""

from collections.abc import Iterator, Sequence

from newspaper_archive.errors import ArchiveError, command, not_allowed
from newspaper_archive.folder.sidecar.correction_place import check_correction, excerpt
from newspaper_archive.folder.sidecar.fingerprint import carried, sketched
from newspaper_archive.folder.sidecar.nearly_same import nearly_kept
from newspaper_archive.folder.text.transcript import Transcript
from newspaper_archive.model import ArticleOrder, Sidecar, Stretch

_MOST_SHOWN = 6


def print_lines(text: str) -> tuple[str, ...]:
    """The lines of a page's text, as editors count them."""
    lines = text.split("\n")
    return tuple(lines if lines[-1] else lines[:-1])


def check_sidecar(said: Sidecar, transcript: Transcript) -> None:
    """Raises ArchiveError where the sidecar is of another state of the page, or gainsays its print.

    What is said of the page as a whole, and corrections, hold whatever else changed.
    """
    if not transcript.source.sha256:
        return  # The file cannot be opened, which is a problem of its own.
    unproven = said.orders.unproven
    if unproven and said.sha256 is None:
        raise ArchiveError(
            f"{said.path}:{unproven[0].at}: 写了行号而没有写 sha256，版面文件改动后无从知道。"
            f"请运行 {_accept(transcript)} 补上"
        )
    if unproven and said.sha256 != transcript.source.sha256:
        raise ArchiveError("\n".join(_changed(said, transcript)))
    if said.sha256 not in (None, transcript.source.sha256):
        _check_still_there(said, transcript)
    check_numbers(said, transcript)


def _check_still_there(said: Sidecar, transcript: Transcript) -> None:
    """A corrected line that certainly moved must not be sought where another one stands now."""
    now = carried(said.fingerprints, sketched(print_lines(transcript.text)))
    for one in said.orders.corrections:
        if now.get(one.line, one.line) != one.line:
            moved = f"版面文件改过，原第 {one.line} 行现为第 {now[one.line]} 行"
            advice = f"请写 line: {now[one.line]}，或运行 {_accept(transcript)}"
            raise ArchiveError(f"{said.path}:{one.at}: {moved}。{advice}")


def check_numbers(said: Sidecar, transcript: Transcript) -> None:
    """Raises ArchiveError where a line number, or a correction's printed text, is not on the page."""
    lines = print_lines(transcript.text)
    for stretch in said.orders.unproven:
        _check_stretch(stretch, lines, said.path)
    for order in said.orders.articles:
        _check_one_line(order, lines, said)
    for correction in said.orders.corrections:
        check_correction(correction, lines, said.path)


def _check_stretch(stretch: Stretch, lines: Sequence[str], file: str) -> None:
    if stretch.last > len(lines):
        raise not_allowed(file, stretch.at, str(stretch), f"1 到 {len(lines)}，版面文件共 {len(lines)} 行")
    if not any(line.strip() for line in lines[stretch.first - 1 : stretch.last]):
        raise not_allowed(file, stretch.at, str(stretch), f"有字的行；版面文件第 {stretch} 行是空行")


def _check_one_line(order: ArticleOrder, lines: Sequence[str], said: Sidecar) -> None:
    """Kicker and headline may share one line only where a blank parts them."""
    for number in set(order.lines("kicker")) & set(order.lines("headline")):
        if len(lines[number - 1].split()) < 2:
            at = next(s.at for s in said.orders.mentions if s.first <= number <= s.last)
            raise not_allowed(said.path, at, str(number), "kicker 和 headline 各一行，或中间有空格的同一行")


def _changed(said: Sidecar, transcript: Transcript) -> Iterator[str]:
    yield f"{said.path}: 版面文件“{_name(transcript)}”在写这份旁注之后改过，行号可能已对不上。"
    shown = list(_differences(said.fingerprints, print_lines(transcript.text)))
    if said.fingerprints:
        yield from shown[:_MOST_SHOWN]
        if len(shown) > _MOST_SHOWN:
            yield f"  ……另有 {len(shown) - _MOST_SHOWN} 处"
    else:
        yield "  旁注里没有各行的指纹（fingerprints），看不出改了哪里"
    yield f"请核对后运行 {_accept(transcript)}：能确定的行号自动改好，拿不准的会问你"


def _differences(old: Sequence[str], lines: Sequence[str]) -> Iterator[str]:
    """What changed, in the order of the page: `- 原第 7 行`, `+ 第 9 行：“…”`, `~ 原第 3 行改了几个字`."""
    new = sketched(lines)
    same = carried(old, new)
    nearly = nearly_kept(old, new, same)
    kept = {**same, **nearly}
    gone = [(number, f"  - 原第 {number} 行不见了") for number, one in enumerate(old, 1) if one != "."]
    came = [(number, f"  + 第 {number} 行：“{excerpt(line)}”") for number, line in enumerate(lines, 1)]
    still, there = set(kept), set(kept.values())
    found = [one for one in gone if one[0] not in still]
    found += [one for one in came if one[0] not in there and new[one[0] - 1] != "."]
    found += [
        (b, f"  ~ 原第 {a} 行改了几个字，现为第 {b} 行：“{excerpt(lines[b - 1])}”") for a, b in nearly.items()
    ]
    moved = next(((a, b) for a, b in sorted(same.items()) if a != b), None)
    yield from (text for _, text in sorted(found))
    if moved:
        yield f"  = 原第 {moved[0]} 行现为第 {moved[1]} 行，以下类推"
    if not found and not moved:
        yield "  文字没有变，变的是空白、空行或编码"


def _accept(transcript: Transcript) -> str:
    return command("accept", transcript.source.path)


def _name(transcript: Transcript) -> str:
    return transcript.source.path.rsplit("/", 1)[-1]
