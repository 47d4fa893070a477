"""Blanks that a PDF's text has between the characters, and print has not.

`民 生 长 廊 开 工` is 民生长廊开工, and in `农业与农村生 活用 水定额，按年 核定。` no blank is print. A blank
between two names, or a weekday and its date, stays: where all characters stand apart, two blanks are one.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from newspaper_archive.lexicon.han import HAN
from newspaper_archive.lexicon.names import COMPOUND, ROLE, SINGLE
from newspaper_archive.lexicon.word_lists import any_of
from newspaper_archive.model import Line, Severity
from newspaper_archive.reading.printed.step import Edit, Met, Step, edited, named_lines

SIGN = re.compile(rf"[{HAN}] [{HAN}]|[{HAN}][\u00a0\u2000-\u200a\u202f\u205f\u3000][{HAN}]")
_HAN = re.compile(f"[{HAN}]")
_PARTED = re.compile(rf"(?<=[{HAN}]) (?=[{HAN}])")
_BLANK_RUN = re.compile(" +")
_PROSE = re.compile("[,。;、]")
_OWN_BLANKS = re.compile(
    rf"{ROLE.pattern}|{any_of('colophon_roles').pattern}|星期|农历|农曆|[周週][一二三四五六日]"
)
_OWN_WORD = re.compile(rf"(?:{ROLE.pattern}|{any_of('colophon_roles').pattern})")
_BRACKETED = re.compile(r"\([^()]*\)")
_PARTING = re.compile("[ (),、:]")
_LONG_PROSE, _LONGEST_LABEL = 20, 60
# Of a line's pieces between single blanks, how many are one character where each stands apart.
_APART = 0.75
_FEWEST_APART = 6
# Prose has no blanks; with one in twenty-five characters it has been through a PDF.
_NOISE, _FEWEST_NOISE = 0.04, 6


def _read(lines: tuple[Line, ...]) -> tuple[tuple[Line, ...], tuple[Met, ...]]:
    edits = _edits(lines)
    if not edits:
        return lines, ()
    met = [line.number for line in lines if line in edits]
    seen = f"有 {len(met)} 行的字与字之间有空格（{named_lines(met)}）"
    advice = "多半是 PDF 取字造成的，已当作没有空格来读，原文照存；请对照原版看词句、人名有没有断错"
    now = tuple(edited(line, edits[line]) if line in edits else line for line in lines)
    return now, (Met("spaced", tuple(met), seen, advice, Severity.WARNING),)


def _edits(lines: Sequence[Line]) -> dict[Line, list[Edit]]:
    """What goes of which lines; none has nothing that goes."""
    if apart := _lines_apart(lines):
        return {line: _gaps_apart(line.text) for line in apart}
    noisy = _noisy_prose(lines)
    if not noisy:
        return {}
    prose = "".join("".join(line.text.split()) for line in noisy)
    edits = {line: _gaps_in_prose(line.text) for line in noisy}
    short = (line for line in lines if len(line.text) < _LONGEST_LABEL and line not in noisy)
    edits |= {line: _gaps_in_label(line.text, prose) for line in short if _PARTED.search(line.text)}
    return {line: gaps for line, gaps in edits.items() if gaps}


def _lines_apart(lines: Sequence[Line]) -> set[Line]:
    """The lines each of whose characters stands apart; short ones only on a page of such lines."""
    apart = {line for line in lines if _stands_apart(line.text)}
    if not apart:
        return apart
    letters = sum(len(_HAN.findall(line.text)) for line in lines)
    if 2 * sum(len(_HAN.findall(line.text)) for line in apart) >= letters:
        return apart
    return {line for line in apart if _is_long_apart(line.text)}


def _stands_apart(text: str) -> bool:
    pieces = text.split()
    # A look at the length spares counting the pieces of nearly every line.
    if len(pieces) < 2 or 3 * len(pieces) < len(text.strip()):
        return False
    return sum(len(piece) == 1 for piece in pieces) >= _APART * len(pieces)


def _is_long_apart(text: str) -> bool:
    """Alone on its page: more than a name list of names of two, and more than a heading set wide."""
    pieces = text.split()
    if len(pieces) < _FEWEST_APART or any(map(_OWN_WORD.fullmatch, pieces)):
        return False
    return not _are_names(["".join(pair) for pair in zip(pieces[::2], pieces[1::2], strict=False)])


def _are_names(pieces: Sequence[str]) -> bool:
    named = sum(2 <= len(piece) <= 4 and (piece[0] in SINGLE or piece[:2] in COMPOUND) for piece in pieces)
    return named >= 0.75 * len(pieces)


def _noisy_prose(lines: Sequence[Line]) -> set[Line]:
    """The prose with blanks of a page whose prose has so many that no one has set them."""
    prose = [line for line in lines if len(line.text) >= _LONG_PROSE and _PROSE.search(line.text)]
    blanks = {line: number for line in prose if (number := _blanks_in_prose(line.text.strip()))}
    noise = sum(blanks.values())
    if noise < _FEWEST_NOISE or 2 * len(blanks) < len(prose):
        return set()
    return set(blanks) if noise >= _NOISE * sum(len(line.text) for line in prose) else set()


def _blanks_in_prose(text: str) -> int:
    """Those between two characters, but for the names of a byline or of a list of people."""
    if " " not in text or not (number := len(_PARTED.findall(_BRACKETED.sub("", text)))):
        return 0
    return 0 if _are_names(text.split()) else number


def _gaps_apart(text: str) -> list[Edit]:
    """Of a line whose characters stand apart: single blanks go, of more one stays."""
    return [Edit(*run.span(), "" if len(run[0]) == 1 else " ") for run in _inner_blanks(text)]


def _gaps_in_prose(text: str) -> list[Edit]:
    runs = (run for run in _inner_blanks(text) if len(run[0]) == 1)
    return [Edit(*run.span()) for run in runs if not _is_latin(text, run) and not _is_of_byline(text, run)]


def _gaps_in_label(text: str, prose: str) -> list[Edit]:
    """Of a short line among noisy prose: blanks beside a lone character and within a word of the prose.

    In `鸟 语书 屋办到` they go all; `要闻 看点 副刊`, `王岚 李小满`, `编辑 高青山` are whole.
    """
    pieces = text.split()
    if _are_names(pieces):
        return []
    runs = list(_inner_blanks(text))
    if not _OWN_BLANKS.search(text) and _is_cut_anywhere(pieces):
        return _gaps_in_prose(text)
    parted = {place for place, pair in enumerate(pairwise(pieces)) if _OWN_WORD.fullmatch("".join(pair))}
    return [
        Edit(*run.span())
        for place, (run, pair) in enumerate(zip(runs, pairwise(pieces), strict=True))
        if len(run[0]) == 1
        and (place in parted or (not {place - 1, place + 1} & parted and _is_one_word(*pair, prose)))
    ]


def _is_one_word(before: str, after: str, prose: str) -> bool:
    if _OWN_WORD.fullmatch(before) or _OWN_BLANKS.match(after):
        return False
    return 1 in (len(before), len(after)) or before[-1] + after[0] in prose


def _is_cut_anywhere(pieces: Sequence[str]) -> bool:
    lengths = set(map(len, pieces))
    return len(lengths) > 1 and len(pieces) > 2 and sum(map(len, pieces)) < 4 * len(pieces)


def _inner_blanks(text: str) -> Iterator[re.Match[str]]:
    end = len(text.rstrip())
    return _BLANK_RUN.finditer(text, end - len(text[:end].lstrip()), end)


def _is_of_byline(text: str, blank: re.Match[str]) -> bool:
    """`(记者 高青山 通讯员 齐小龙)`: within brackets that name a role, but not beside a lone character."""
    start, end = blank.span()
    opened, closed = text.rfind("(", 0, start), text.find(")", end)
    if (
        opened < 0
        or text.rfind(")", opened, start) >= 0
        or not _OWN_BLANKS.search(text, opened, closed % len(text))
    ):
        return False
    before, after = _PARTING.split(text[:start])[-1], _PARTING.split(text[end:], maxsplit=1)[0]
    return not _is_one_word(before, after, "")


def _is_latin(text: str, blank: re.Match[str]) -> bool:
    return text[blank.start() - 1].isascii() and text[blank.end()].isascii()


SPACED_CHARACTERS = Step(SIGN, _read, re.compile("[ \u00a0\u2000-\u200a\u202f\u205f\u3000\t]"))
