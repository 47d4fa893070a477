"""What is put right in a value of the desk's YAML: `“今日大河”，` is `'今日大河'`, `［7，9］` is `[7,9]`.

Each mend is an edit of the line as typed: from where to where, and what is to stand there.
"""

import re
from collections.abc import Callable, Iterator

BLANKS = " \t\u3000\xa0"
Edit = tuple[int, int, str]
Known = Callable[[str], str | None]
"""The key that a word is a spelling of."""

_DOUBLE, _SINGLE = '"“”„‟＂〝〞', "'‘’‚‛＇"
_QUOTED = re.compile(
    rf"""
    (?: (?P<opens>[{_DOUBLE}])[^{_DOUBLE}]*(?P<ends>[{_DOUBLE}])
    | (?P<open>[{_SINGLE}])[^{_SINGLE}]*(?P<end>[{_SINGLE}])
    | 「[^「」]*」 | 『[^『』]*』 )
    (?P<tail>[{BLANKS},，;；]*(?:(?<=[{BLANKS}])\#.*)?)""",
    re.VERBOSE,
)
_PROPER = re.compile(rf"""(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*')(?P<tail>[{BLANKS},，;；]*)(?:\#.*)?""")
_COMMENT = re.compile(rf"(?:^|[{BLANKS}]+)#")
# A list of line numbers in whatever brackets, and what YAML has in the place of each.
_LIST = re.compile(r"[\[［【(（][\d第行至到?？\s,，、;；–—－~～\[\]［］【】-]*[\]］】)）]")
_OF_LIST = re.compile(r"[\d第行至到?？\s,，、;；–—－~～\[\]［］【】-]*")
_ASCII = str.maketrans("［【（(］】）)，、；;－", "[[[[]]]],,,,-")
_COLON = re.compile(r":(?=[ \t]|$)")
_LATIN = re.compile(r"[A-Za-z_]+")
_NO_BEGINNING = "%@`"
_OTHER_FORM = "\"'[{|>&*!"
_FLOW_KEY = re.compile(
    rf"(?<=[{{,，])[{BLANKS}]*(?P<key>[^\s{{}}\[\],，:：]+)[{BLANKS}]*(?P<colon>：|:(?![ ]))"
)
OPENING, _CLOSING = ("[", "{", "［", "【", "｛"), ("]", "}", "］", "】", "｝")
TO_THE_END = {'"': re.compile(r'(?:[^"\\]|\\.)*"'), "'": re.compile(r"(?:[^']|'')*'")}
_IN_FLOW = re.compile(
    r"""
    (?<![^\[{,:，：\s]) (?: "(?:[^"\\]|\\.)*+(?P<closed>"?) | '(?:[^']|'')*+(?P<shut>'?) )
    | (?<!\S)\#.* | [\[{［【｛\]}］】｝]""",
    re.VERBOSE,
)
_FLOW_QUOTES = re.compile(r'"(?:[^"\\]|\\.)*"|\'(?:[^\']|\'\')*\'')


def value_edits(line: str, start: int, known: Known, *, verbatim: bool) -> Iterator[Edit]:
    """Of what stands from `start`; a `verbatim` value is print: quotes, commas and blanks are its own."""
    value = line[start:].rstrip(BLANKS)
    found = _COMMENT.search(value)
    body = value[: found.start()] if found else value
    if not verbatim and (quoted := _QUOTED.fullmatch(value)) and not _proper(quoted):
        yield from _in_quotes(quoted, start)
    elif not verbatim and (proper := _PROPER.fullmatch(value)):
        yield from _blanked(proper["tail"], start + proper.start("tail"), BLANKS + ",，;；")
    elif not verbatim:
        yield from _plain(body, start, known)
        yield from _blanked(value[len(body) :], start + len(body), BLANKS, found and len(found[0]) - 1)
    elif body in ("“”", "‘’", "「」", "＂＂"):
        yield from ((start, start + 1, "'"), (start + 1, start + 2, "'"))
    else:
        yield from _escaped(body, start, known)


def opens_quotes(line: str, start: int) -> str:
    """The mark that a value begins with and that does not end it on its line."""
    value = line[start:]
    is_open = value[:1] in ('"', "'") and not _FLOW_QUOTES.match(value)
    return value[0] if is_open else ""


def is_mixed(line: str, start: int) -> bool:
    """`"大河日报”`: opened on one keyboard, closed on another."""
    found = _QUOTED.fullmatch(line[start:].rstrip(BLANKS))
    return found is not None and not _proper(found)


def scanned(line: str, at: int, depth: int, quote: str) -> tuple[int, str]:
    """How many brackets are open at the end of a line and in what quotes it ends; as it is at `at`."""
    if quote:
        end = TO_THE_END[quote].match(line, at)
        if end is None:
            return depth, quote
        at, quote = end.end(), ""
    for found in _IN_FLOW.finditer(line, at):
        depth += (found[0] in OPENING) - (found[0] in _CLOSING)
        if found[0][0] in TO_THE_END and not found["closed"] and not found["shut"]:
            quote = found[0][0]
    return depth, quote


def flow_edits(line: str, start: int, known: Known) -> Iterator[Edit]:
    """Of a list of numbers, or of `{headline：3，body：[4，5]}`, on a line that begins in no quotes."""
    value = line[start:]
    if _OF_LIST.fullmatch(value):
        yield from _translated(value, start)
        return
    spans = [found.span() for found in _FLOW_QUOTES.finditer(value)]
    edits = [*_flow_keys(value, known), *_flow_lists(value)]
    for first, last, text in edits:
        if not any(a <= first < b for a, b in spans):
            yield start + first, start + last, text


def _flow_keys(value: str, known: Known) -> Iterator[Edit]:
    for found in _FLOW_KEY.finditer(value):
        if known(found["key"]):
            yield found.start("colon"), found.end("colon"), ": "
    for comma in re.finditer("，", value):
        following = _FLOW_KEY.match(value, comma.end()) or re.match(r"\s*(?P<key>\w+):", value[comma.end() :])
        if following and known(following["key"]):
            yield comma.start(), comma.end(), ","


def _flow_lists(value: str) -> Iterator[Edit]:
    for found in _LIST.finditer(value):
        if value[: found.start()].rstrip(BLANKS)[-1:] in (":", "：", ",", "，", "-", "[", ""):
            yield from _translated(found[0], found.start())


def _plain(body: str, start: int, known: Known) -> Iterator[Edit]:
    bare = body.rstrip(BLANKS + ",，;；")
    if not bare:
        return
    yield from _blanked(body[len(bare) :], start + len(bare), BLANKS + ",，;；")
    if _LIST.fullmatch(bare):
        yield from _translated(bare, start)
    elif bare[0] in "[{｛":
        yield from flow_edits(" " * start + bare, start, known)
    else:
        yield from _escaped(bare, start, known)


def _escaped(body: str, start: int, known: Known) -> Iterator[Edit]:
    """In quotes what YAML would take for a key, `看点: 新闻`, unless the desk may have meant one."""
    colons = list(_COLON.finditer(body))
    before = [body[: colon.start()].split() or [""] for colon in colons]
    if (
        not body
        or body[0] in _OTHER_FORM
        or any(known(words[-1]) or _LATIN.fullmatch(words[-1]) for words in before)
    ):
        return
    if colons or body[0] in _NO_BEGINNING:
        yield start, start, "'"
        yield from _doubled(body, start)
        yield start + len(body), start + len(body), "'"
    else:
        yield from _blanked(body, start, "\t")


def _proper(found: re.Match[str]) -> bool:
    return (found["opens"], found["ends"]) == ('"', '"') or (found["open"], found["end"]) == ("'", "'")


def _in_quotes(found: re.Match[str], start: int) -> Iterator[Edit]:
    last = found.start("tail") - 1
    yield start, start + 1, "'"
    yield from _doubled(found[0][1:last], start + 1)
    yield start + last, start + last + 1, "'"
    tail = found["tail"].partition("#")[0]
    yield from _blanked(tail, start + last + 1, BLANKS + ",，;；")


def _doubled(text: str, start: int) -> Iterator[Edit]:
    yield from ((start + at, start + at + 1, "''") for at, one in enumerate(text) if one == "'")


def _blanked(text: str, start: int, blanks: str, end: int | None = None) -> Iterator[Edit]:
    """A blank for each of these that is none."""
    for at, one in enumerate(text[:end]):
        if one in blanks and one != " ":
            yield start + at, start + at + 1, " "


def _translated(text: str, start: int) -> Iterator[Edit]:
    for at, (one, other) in enumerate(zip(text, text.translate(_ASCII), strict=True)):
        if one != other:
            yield start + at, start + at + 1, other
