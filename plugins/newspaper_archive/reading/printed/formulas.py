r"""Figures that converters write as formulas: `$30\%$` is 30%, `$12\mathrm{km}$` 12km, `$\mathrm{m}^{2}$` m².

What is truly a formula stays as it is, and the desk is told of it. `US$30` and `$5 到 $10` are prices.
"""

import re
from collections import Counter
from collections.abc import Iterator

from newspaper_archive.lexicon.han import HAN
from newspaper_archive.model import Line, Severity
from newspaper_archive.reading.printed.step import Edit, Met, Step, line_by_line, named_lines

SIGN = re.compile(r"\$|\\\(")
# Chinese stands in a formula only as `\text{万元}`.
_PART = rf"(?:[^$\n\\{HAN}，。；：、！？（）“”]|\\text\s*\{{[^{{}}$\n]*\}}|\\[^\n])"
FORMULA = re.compile(
    rf"\$\$(?P<display>{_PART}{{1,120}}?)\$\$ | (?<![\\$])\$(?P<inline>{_PART}{{1,120}}?)\$(?![$0-9])"
    rf"| \\\((?P<round>{_PART}{{1,120}}?)\\\)",
    re.VERBOSE,
)
_TEX = re.compile(r"\\[A-Za-z]|\\%|[_^]")
_PLAIN = re.compile(r"\d[\d.,:/%+~-]*(?<=[\d%])(?:\s?[A-Za-z]{1,3})?")
_GROUP = r"\{(?P<%s>(?:[^{}]|\{[^{}]*\})*)\}"
_TOKEN = re.compile(
    rf"""
      \\(?:math(?:rm|bf|sf|it)|text(?:rm|bf|normal)?|operatorname|boldsymbol|rm|bf)\s*{_GROUP % "roman"}
    | \\textcircled\s*\{{\s*(?:\\[a-z]+\s*)?\{{?\s*(?P<circled>\d{{1,2}})\s*\}}{{1,2}}
    | \^\s*(?:{_GROUP % "raised"}|(?P<raised_one>\\[a-z]+|[^\s{{}}\\]))
    | _\s*(?:{_GROUP % "lowered"}|(?P<lowered_one>\d))
    | \\(?P<command>[A-Za-z]+) | \\(?P<escaped>[%\#&$]) | (?P<nothing>\\[,;:!\ ]|~|\s)
    | (?P<letters>[A-Za-z](?:\s?[A-Za-z])*) | (?P<figure>[0-9.,:/%+()\-\u00b0-\u00b7\u2030-\u33ff]) | [{{}}]
    """,
    re.VERBOSE,
)
_COMMANDS = dict(
    zip(
        (
            *(
                "circ",
                "degree",
                "sim",
                "thicksim",
                "quad",
                "qquad",
                "le",
                "leq",
                "leqslant",
                "ge",
                "geq",
                "geqslant",
            ),
            *(
                "dots",
                "ldots",
                "cdots",
                "to",
                "rightarrow",
                "times",
                "div",
                "pm",
                "cdot",
                "bullet",
                "prime",
                "approx",
            ),
            *(
                "permil",
                "perthousand",
                "celsius",
                "mu",
                "Omega",
                "triangle",
                "ast",
                "square",
                "Box",
                "blacksquare",
            ),
            *("diamond", "star", "percent"),
        ),
        "°°～～  ≤≤≤≥≥≥………→→×÷±·•′≈‰‰℃μΩ△*□□■◇★%",
        strict=True,
    )
)
_UNITS = frozenset(
    [
        *(
            "km",
            "m",
            "cm",
            "mm",
            "nm",
            "kg",
            "g",
            "mg",
            "t",
            "h",
            "s",
            "min",
            "L",
            "l",
            "ml",
            "mL",
            "hm",
            "ha",
        ),
        *("kW", "MW", "GW", "W", "kV", "V", "kVA", "A", "mA", "Hz", "kHz", "MHz", "GHz", "Pa", "kPa", "MPa"),
        *("dB", "C", "F", "K", "kWh", "MB", "GB", "TB", "mol", "rpm"),
    ]
)
_LOWERED = ("PM", "CO", "SO", "NO", "H", "O", "N")
_HIGH = str.maketrans("0123456789+-n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻ⁿ")
_LOW = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")
_NOTE = re.compile(r"\[?[\d,*†‡①-⑳]+\]?")
_SHOWN = 24


def _read(lines: tuple[Line, ...]) -> tuple[tuple[Line, ...], tuple[Met, ...]]:
    now, times = line_by_line(lines, lambda raw: list(_edits(raw)))
    left = Counter[int]()
    first = ""
    for line in now:
        for found in unread(line.raw):
            left[line.number] += 1
            first = first or found[0]
    return now, (*_of_read(times), *_of_left(left, first))


def _of_read(times: Counter[int]) -> Iterator[Met]:
    if times:
        seen = f"有 {times.total()} 处数字或单位写成了公式（$…$，{named_lines(times)}）"
        yield Met("formula-read", tuple(times), seen, "已读成文字，原文照存，不需要改")


def _of_left(left: Counter[int], first: str) -> Iterator[Met]:
    if left:
        seen = f"有 {left.total()} 处公式读不成文字（{named_lines(left)}），如“{first[:_SHOWN]}”"
        advice = "现照代码原样登出，请对照版面；可在同名 .yaml 里写更正"
        yield Met("formula", tuple(left), seen, advice, Severity.WARNING)


def unread(raw: str) -> Iterator[re.Match[str]]:
    """The formulas of a line that are read as no text."""
    for found in FORMULA.finditer(raw):
        body = _body(found)
        if _TEX.search(body) and _text(body, roman=False) is None:
            yield found


def _edits(raw: str) -> Iterator[Edit]:
    for found in FORMULA.finditer(raw):
        body = _body(found)
        if not _TEX.search(body) and not _stands_alone(raw, found.start(), body):
            continue
        text = _text(body, roman=False)
        if text and text.strip():
            yield Edit(*found.span(), text.strip())


def _body(found: re.Match[str]) -> str:
    return found["display"] or found["inline"] or found["round"] or ""


def _stands_alone(raw: str, start: int, body: str) -> bool:
    """`$30$`, and not between two prices."""
    return _PLAIN.fullmatch(body) is not None and not raw[:start][-1:].isalnum()


def _text(body: str, *, roman: bool) -> str | None:
    """A formula of figures, signs and units as text; None where it is more than that."""
    said = ""
    here = 0
    while here < len(body):
        token = _TOKEN.match(body, here)
        part = _of_token(token, said, roman=roman) if token else None
        if token is None or part is None:
            return None
        said += part
        here = token.end()
    return said


def _of_token(token: re.Match[str], before: str, *, roman: bool) -> str | None:
    kind = token.lastgroup
    value = token[kind] if kind else ""
    if kind in ("roman", "circled", "escaped", "command"):
        return _of_command(kind, value)
    if kind in ("raised", "raised_one"):
        return _raised(value)
    if kind in ("lowered", "lowered_one"):
        return _lowered(value, before, roman=roman)
    if kind == "letters":
        return _letters("".join(value.split()), before, token, roman=roman)
    return value if kind == "figure" else ""


def _of_command(kind: str, value: str) -> str | None:
    if kind == "roman":
        return _text(value, roman=True) if _TEX.search(value) or value.isascii() else "".join(value.split())
    if kind == "circled":
        return chr(0x2460 + int(value) - 1) if 1 <= int(value) <= 20 else None
    return value if kind == "escaped" else _COMMANDS.get(value)


def _raised(value: str) -> str | None:
    bare = "".join(value.split())
    if bare in ("\\circ", "°"):
        return "°"
    if bare and not bare.strip("0123456789+-n"):
        return bare.translate(_HIGH)
    return bare if _NOTE.fullmatch(bare) else None


def _lowered(value: str, before: str, *, roman: bool) -> str | None:
    bare = "".join(value.split())
    known = roman or before.endswith((*_LOWERED, *"₀₁₂₃₄₅₆₇₈₉"))
    if not known or bare.strip("0123456789."):
        return None
    return bare if "." in bare else bare.translate(_LOW)


def _letters(letters: str, before: str, token: re.Match[str], *, roman: bool) -> str | None:
    """Of a formula's letters the units behind figures are text, and what has figures below."""
    lowered = token.string[token.end() :].lstrip().startswith("_") and letters in _LOWERED
    behind = letters in _UNITS and before.rstrip()[-1:] in "0123456789°/²³%～" and before.strip() != ""
    return letters if roman or lowered or behind else None


FORMULAS = Step(SIGN, _read, re.compile(r"[$\\]"))
