"""An invented newspaper of any size, the same for the same seed, with the word frequencies of real ones.

Words and their frequencies are those of the dictionary of jieba (newspapers, mostly), without its names; a
word calls for one of a few others about as often as in print, and an article keeps to a handful of rarer
words. People, villages, numbers and projects are made up here. 1,000 articles are 2 editions, 10 years, 600
to 900 characters each.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from importlib.util import find_spec
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from newspaper_archive.archive.contributors import contributors
from newspaper_archive.model import (
    Archive,
    ArchivedArticle,
    ArchivedPage,
    Article,
    Byline,
    Caption,
    Dateline,
    Edition,
    Fact,
    FactSource,
    Issue,
    Kind,
    Page,
    PageLabel,
    Paragraph,
    Placed,
    Reading,
    Role,
    Section,
    Source,
)

VOCABULARY = 9_000
FOLLOWERS = 6
TOPIC_WORDS = 10
FIRST_DAY = date(2013, 1, 2)
YEARS = 10
EDITIONS = (
    Edition(slug="jinri-linlan", name="今日临澜", paper="云汀日报"),
    Edition(slug="tingnan-xinqu", name="汀南新区专刊", paper="云汀日报"),
)
SECTIONS = (
    ("yaowen", "要闻"),
    ("kandian", "看点"),
    ("xincheng", "新城"),
    ("jiayuan", "家园"),
    ("shijue", "视觉"),
)
KINDS = (Kind.NEWS, Kind.NEWS, Kind.NEWS, Kind.NEWS, Kind.BRIEFS, Kind.PHOTO, Kind.COMMENTARY)
SURNAMES = "骆穆闻鲁沈江温邵尤蔺荀嵇阮邢靳"
GIVEN = "青满禾帆澜汀岚舟越川苇宁朔望溪霖屿竹晏桐芷棠砚珩朗清岳衡"
PLACES = "柳榆槐枫桐荷菱苇石砚"
ENDS_OF_PLACES = ("渡", "湾", "坞", "埠", "浦", "岗")
UNITS = ("兆瓦", "公里", "亿元", "万元", "吨", "亩", "户", "人次", "%", "平方米", "家", "项")
LATIN = ("5G", "PPP", "GDP", "A股", "C02版", "Wi-Fi", "LED", "4#储罐", "37℃", "VR")
PER_PAGE, PAGES = 5, 4


@dataclass(frozen=True, slots=True)
class Language:
    """Words with how often they come, and for each the few that follow it most."""

    words: tuple[str, ...]
    cumulative: NDArray[np.float64]
    followers: NDArray[np.int32]


def language(random: np.random.Generator) -> Language:
    found = find_spec("jieba")
    if found is None or not found.submodule_search_locations:
        raise SystemExit("没有词频表。请运行：make setup-bench")
    lines = Path(found.submodule_search_locations[0], "dict.txt").read_text("utf-8").splitlines()
    entries = [line.split(" ") for line in lines]
    kept = [
        (int(times), word)
        for word, times, kind in entries
        if kind[:2] not in ("nr", "ns", "nt") and all("\u4e00" <= letter <= "\u9fff" for letter in word)
    ]
    kept.sort(key=lambda entry: (-entry[0], entry[1]))
    kept = kept[:VOCABULARY]
    # Words of one letter are fewer in newspapers than in the novels that the dictionary has counted as well.
    times = np.array([count ** (0.85 if len(word) == 1 else 1.0) for count, word in kept], np.float64)
    cumulative = np.cumsum(times / times.sum())
    followers = draw(cumulative, random.random((len(kept), FOLLOWERS)))
    return Language(tuple(word for _, word in kept), cumulative, followers)


def draw(cumulative: NDArray[np.float64], chance: NDArray[np.float64]) -> NDArray[np.int32]:
    return np.minimum(np.searchsorted(cumulative, chance), len(cumulative) - 1).astype(np.int32)


def sentences(speech: Language, random: np.random.Generator, articles: int, length: int) -> NDArray[np.int32]:
    """For each article `length` words in a row."""
    rarer = np.cumsum(np.diff(speech.cumulative, prepend=0) ** 0.8)
    topics = draw(rarer / rarer[-1], random.random((articles, TOPIC_WORDS)))
    said = np.empty((articles, length), np.int32)
    said[:, 0] = draw(speech.cumulative, random.random(articles))
    rows = np.arange(articles)
    for place in range(1, length):
        chance = random.random(articles)
        fresh = draw(speech.cumulative, random.random(articles))
        nth = (random.random(articles) ** 3 * FOLLOWERS).astype(np.int32)
        following = speech.followers[said[:, place - 1], nth]
        topical = topics[rows, (random.random(articles) ** 2 * TOPIC_WORDS).astype(np.int32)]
        said[:, place] = np.where(chance < 0.6, following, np.where(chance < 0.85, topical, fresh))
    return said


@dataclass(slots=True)
class Writer:
    """Turns rows of words into articles; names and numbers come from here."""

    speech: Language
    random: np.random.Generator

    def choose(self, among: Sequence[str], chance: float) -> str:
        return among[int(chance * len(among))]

    def person(self) -> str:
        first, second, third, long = self.random.random(4)
        given = self.choose(GIVEN, second) + (self.choose(GIVEN, third) if long < 0.7 else "")
        return self.choose(SURNAMES, first) + given

    def place(self) -> str:
        first, second, third = self.random.random(3)
        return (
            self.choose(PLACES, first) + self.choose(ENDS_OF_PLACES, second) + ("村" if third < 0.6 else "镇")
        )

    def figure(self) -> str:
        kind, size, unit = self.random.random(3)
        if kind < 0.15:
            return self.choose(LATIN, size)
        if kind < 0.4:
            return f"{int(1 + size * 12)}月{int(1 + unit * 28)}日"
        number = int(10 ** (size * 3.5)) + 1
        return f"{number}{'.5' if kind > 0.9 else ''}{self.choose(UNITS, unit)}"

    def set(self, word: str, special: Sequence[str], chance: float, other: float) -> str:
        """The word, now and then with a name, a figure, quotes or a stop."""
        if chance < 0.022:
            return word + self.choose(special, other)
        if chance < 0.05:
            return word + self.figure()
        if chance < 0.06:
            return f"“{word}”"
        return word + self.choose("，、，，。；，", other) if chance > 0.87 else word

    def story(self, row: NDArray[np.int32], length: int) -> tuple[str, list[str], list[str]]:
        """Headline, paragraphs and the people in it."""
        people = [self.person() for _ in range(1 + int(self.random.random() * 3))]
        special = [*people, self.place(), self.place()]
        chances = self.random.random((len(row), 2)).tolist()
        words = self.speech.words
        paragraphs, said, held, total = [], [], 0, 0
        for number, (chance, other) in zip(row.tolist(), chances, strict=True):
            piece = self.set(words[number], special, chance, other)
            said.append(piece)
            held += len(piece)
            if held > 110 + 80 * other:
                paragraphs.append("".join(said).rstrip("，。、；") + "。")
                total, held, said = total + held, 0, []
            if total + held >= length:
                break
        if said:
            paragraphs.append("".join(said).rstrip("，。、；") + "。")
        headline = "".join(words[number] for number in row[-6:].tolist())[:16]
        return headline, paragraphs, people


def invented_archive(articles: int, seed: int = 1) -> Archive:
    """Issues of four pages with five articles each, spread over ten years; a few undated pages."""
    random = np.random.Generator(np.random.PCG64(seed))
    speech = language(random)
    writer = Writer(speech, random)
    issues = tuple(_issues(writer, articles))
    dated = [issue for issue in issues if issue.certain]
    ordered = [*dated, *(issue for issue in issues if not issue.certain)]
    sections = tuple(
        Section(slug, name, f"sections/{slug}/index.html", tuple(_placed(dated, slug)))
        for slug, name in sorted(SECTIONS)
    )
    return Archive(
        editions=EDITIONS, issues=tuple(ordered), sections=sections, contributors=contributors(ordered)
    )


def _placed(issues: Sequence[Issue], slug: str) -> Iterator[Placed]:
    for issue in reversed(issues):
        for page in issue.pages:
            for article in page.articles:
                if slug in article.sections:
                    yield Placed(issue, page, article)


def _issues(writer: Writer, articles: int) -> Iterator[Issue]:
    per_issue = PER_PAGE * PAGES
    number_of_issues = max(1, articles // per_issue)
    undated_from = number_of_issues - max(1, number_of_issues // 200)
    for number in range(number_of_issues):
        edition = EDITIONS[number % 2]
        certain = number < undated_from
        day = FIRST_DAY + timedelta(days=number * (365 * YEARS + 2) // number_of_issues)
        slug = f"{edition.slug}/{day.year}/{day}" if certain else f"{edition.slug}/undated/sao-{number}"
        rows = sentences(writer.speech, writer.random, per_issue, 520)
        pages = tuple(
            _page(writer, edition, slug, folio, rows[folio * PER_PAGE : (folio + 1) * PER_PAGE])
            for folio in range(PAGES)
        )
        printed = str(day) if certain else f"XXXX-{day:%m-%d}~"
        yield Issue(slug, f"{slug}/index.html", edition, printed, certain, pages)


def _page(
    writer: Writer, edition: Edition, folder: str, number: int, rows: NDArray[np.int32]
) -> ArchivedPage:
    section, name = SECTIONS[number % len(SECTIONS)]
    page_id = f"{folder}/c{number + 1:02}"
    placed = tuple(
        _article(writer, f"{page_id}-{place:02}", section, row) for place, row in enumerate(rows, 1)
    )
    page = Page(
        source=Source(f"{page_id}.txt", "0" * 64, 1, "utf-8"),
        edition=edition,
        date=None,
        folio=Fact(f"C{number + 1:02}", FactSource.PATH),
        page_name=Fact(name, FactSource.PRINT),
        system_code=None,
        lines=(),
        reading=_NOTHING,
    )
    return ArchivedPage(page_id, f"{page_id}.html", page, placed, (), (section,))


_NOTHING = Reading(PageLabel(), None, None, (), (), (), (), (), (), (), ())


def _article(writer: Writer, id_: str, section: str, row: NDArray[np.int32]) -> ArchivedArticle:
    size, kind, photo = writer.random.random(3)
    headline, paragraphs, people = writer.story(row, 600 + int(size * 300))
    reporter = writer.person()
    captions = (
        (Caption(f"{people[0]}在{writer.place()}。", (reporter,), f"本报记者 {reporter} 摄", (9,)),)
        if photo < 0.15
        else ()
    )
    article = Article(
        kind=KINDS[int(kind * len(KINDS))],
        headline=headline,
        paragraphs=tuple(Paragraph(text, Role.BODY, (3,)) for text in paragraphs),
        lines=(1, 3),
        kicker="".join(writer.speech.words[number] for number in row[-9:-6].tolist()) if photo > 0.8 else "",
        dateline=Dateline(f"本报讯(记者 {reporter})", None, None),
        byline=(Byline("记者", reporter),),
    )
    return ArchivedArticle(id_, f"{id_}.html", article, captions, (section,))
