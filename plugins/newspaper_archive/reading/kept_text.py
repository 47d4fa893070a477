"""What is kept of a page's print once its lines are dropped: enough to compare it with other pages.

A page of 30 kB in memory becomes one of 20; two pages with the same letters have the same `Likeness`, and the
offices it names (镇党委书记周某) tell another page's year. Its lines are read again where they are shown.
"""

import hashlib
import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain

from newspaper_archive.errors import ArchiveError
from newspaper_archive.folder.page_file import page_bytes
from newspaper_archive.folder.text.lines import printed_lines
from newspaper_archive.folder.text.masking import masked_lines
from newspaper_archive.lexicon.han import HAN
from newspaper_archive.model import KeptText, Likeness, Page, PageFile, Phrase
from newspaper_archive.reading.date.prose import prose
from newspaper_archive.reading.raw_page import opened
from newspaper_archive.reading.text_sketch import sketch

OFFICE = re.compile(
    rf"""
    (?P<office>
        [省市区县镇乡]?(?:党工委|党委|工委|区委|县委|市委|管委会|人大常委会|人大|政协|办事处|指挥部(?:办公室)?|委员会)
        (?:常务副|副)?(?:书记|主任|主席)
      | (?:代|副)?(?:区|县|市|镇)长
    )
    (?P<name>(?![的和与等们为是在会对及要同个各由之一])[{HAN}]{{2,3}}?)
    (?=[,、。;:()\s“”]|出席|主持|参加|参与|带[领队]|陪同|到|在|就|率|致辞|讲话|指出|强调|要求|表示|介绍|说|来
      |对|作|为|等|会见|调研|宣读|一行|深入|和|与|以及|先后|分别|前往|赴|听取|传达|通报|总结|安排|解读|汇报
      |检查|看望|慰问|督导|围绕|代表|向|发言|考察|实地|一同|主任|$)""",
    re.VERBOSE,
)
CAMPAIGN = re.compile(r"“(?P<name>[^“”。,;!?\n]{4,14})”")
# Two campaigns say as much as one office.
OFFICE_WEIGHT, CAMPAIGN_WEIGHT = 2, 1

_NO_LETTERS = re.compile(r"[\W_]+")


def drop_lines(page: Page) -> Page:
    """The page as an archive holds it: articles, captions, facts; not its lines, nor what decided them."""
    reading = replace(page.reading, spans=(), decisions=())
    return replace(page, lines=(), reading=reading, kept=kept_text(page))


def page_lines(page: Page, file: PageFile | None) -> Sequence[str]:
    """What is printed on a page, line for line, read again from its file where it is kept without; masked.

    Raises ArchiveError where that file has changed since.
    """
    if page.lines or file is None:
        return [line.raw for line in page.lines]
    read = opened(file, page_bytes(file))
    if read.source.sha256 != page.source.sha256:
        raise ArchiveError(f"{file.path}: 生成网站的中途，这个版面文件被改动了。请再运行一次 make")
    lines = printed_lines(read.text)
    whole = chain.from_iterable(file.mask.stories)
    return masked_lines(lines, file.mask.words, whole) if file.mask else lines


def kept_text(page: Page) -> KeptText:
    """What is kept of a page's print; of a page without its lines what it bears."""
    if page.kept is not None:
        return page.kept
    return KeptText(
        print=likeness("".join(line.raw for line in page.lines)),
        opening=next((line.raw for line in page.lines if line.raw.strip()), ""),
        stories=tuple(likeness(article.body) for article in page.reading.articles),
        sketch=sketch("", "".join(line.raw for line in page.lines)),
        sketches=tuple(sketch(article.headline, article.body) for article in page.reading.articles),
        phrases=_phrases(page),
        jumps=tuple(_jumps(page)),
    )


def likeness(text: str) -> Likeness:
    """Of two texts the same if they are, but for blanks, marks, width and case."""
    letters = _NO_LETTERS.sub("", unicodedata.normalize("NFKC", text)).casefold()
    digest = hashlib.blake2b(letters.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()
    return Likeness(len(letters), digest)


def _phrases(page: Page) -> tuple[Phrase, ...]:
    """The offices with their holders and the campaigns that a page names, each once."""
    text = prose(page.lines, page.reading)
    found: dict[str, Phrase] = {}
    for form, weight in ((OFFICE, OFFICE_WEIGHT), (CAMPAIGN, CAMPAIGN_WEIGHT)):
        for match in form.finditer(text.text):
            name = match[0] if form is OFFICE else match["name"]
            found.setdefault(name, Phrase(name, weight, text.line_at(match.start())))
    return tuple(found.values())


def _jumps(page: Page) -> Iterator[tuple[str, int]]:
    """What jump lines say, as printed, each with its line."""
    for article in page.reading.articles:
        ours = set(article.lines)
        for said in filter(None, (article.jump_to, article.jump_from)):
            lines = (line.number for line in page.lines if line.number in ours and said in line.raw)
            yield said, next(lines, min(ours, default=1))
