"""What of `withdrawn.yaml` is in force: which words and lines of pages are hidden, which addresses gone.

Where a withdrawn address stands, and which addresses a page has on which words are to be hidden, is known
from a reading of the page as it was; from then on the address book says it by page file and line, and no
reading of the hidden words is kept anywhere.
"""

import hashlib
from collections import ChainMap
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from newspaper_archive.archive.text_place import TextPlace
from newspaper_archive.errors import ArchiveError
from newspaper_archive.folder.foreign_files import WITHDRAWN_FILE
from newspaper_archive.folder.page_file import page_bytes
from newspaper_archive.folder.text.masking import places
from newspaper_archive.folder.text.transcript import read_transcript
from newspaper_archive.folder.withdrawn_file import read_withdrawn
from newspaper_archive.make.survey import Survey, Withdrawing, masked_survey, survey
from newspaper_archive.model import (
    AddressEntry,
    Archive,
    ArchivedArticle,
    ArchivedPage,
    Book,
    BookInFiles,
    Edition,
    Mask,
    PageFile,
    Withdrawal,
)
from newspaper_archive.model.address_ids import is_story

_NAMED = 5


def withdrawing(seeds: Path, default: Edition, book: Book) -> Withdrawing:
    """Raises ArchiveError for what cannot be withdrawn; `default` as in `find_pages`."""
    said = read_withdrawn(seeds) if seeds.is_dir() else ()
    seen = survey(seeds, default)
    files = {file.path: file for file in seen.found.pages}
    return _in_force(said, seen, _given_back(_KnownPages(files, BookInFiles.of(book)), said))


def settled(found: Withdrawing, archive: Archive) -> Withdrawing:
    """With all of them in force; `archive` is bound of pages on which the unsettled are not hidden yet."""
    files = {file.path: file for file in found.seen.found.pages}
    book = BookInFiles.of(found.book or {})
    news: dict[str, AddressEntry] = {}
    pages = {page.page.source.path: page for issue in archive.issues for page in issue.pages}
    stories = {one.id: (page, one) for page in pages.values() for one in page.printed}
    gone: dict[str, AddressEntry] = {}
    for one in found.unsettled:
        if one.id:
            entries, touched = _taken_away(one, stands_at(one, book), stories, archive)
            gone |= entries
        else:
            touched = [pages[path] for path in (_file(one, files).path,) if path in pages]
        for page in touched:
            news |= _placed(page, book, BookInFiles.of(archive.book))
    return _in_force(found.said, found.seen, _KnownPages(files, book, news | gone), ask=False)


@dataclass(slots=True)
class _KnownPages:
    """Page files by path, the book as it was, and what of it becomes another."""

    files: Mapping[str, PageFile]
    before: BookInFiles
    news: dict[str, AddressEntry] = field(default_factory=dict)

    @property
    def book(self) -> Book:
        return ChainMap(self.news, self.before)  # type: ignore[arg-type] # the second is only read

    def file_at(self, place: TextPlace) -> PageFile | None:
        """The file where it lay, if it is still the same, else the one that has become of it."""
        here = self.files.get(place.path)
        others = (file for file in self.files.values() if file is not here)
        candidates = (*([here] if here else ()), *others)
        return next((file for file in candidates if place.is_of(_sha256(file))), None)

    def is_back(self, at: str) -> bool:
        """Whether a page file that was mended is there again as it was: from a backup, say."""
        place = TextPlace.read(at) if at else None
        here = self.files.get(place.path) if place else None
        return bool(place and here and place.is_of(_sha256(here)))


def _sha256(file: PageFile) -> str:
    data = page_bytes(file)
    return hashlib.sha256(data).hexdigest() if isinstance(data, bytes) else ""


def _given_back(known_pages: _KnownPages, said: Sequence[Withdrawal]) -> _KnownPages:
    """The same, but what is not withdrawn any more stands again if its place is still known."""
    book = known_pages.before
    ours = {stands_at(one, book) for one in said if one.id in book}
    for id_, known in book.others.items():
        if known.why and ours.isdisjoint((id_, known.part_of)):
            there = known.at and known_pages.file_at(TextPlace.read(known.at))
            known_pages.news[id_] = AddressEntry(at=known.at) if there else AddressEntry(gone=True)
    return known_pages


def _in_force(
    said: tuple[Withdrawal, ...], seen: Survey, known_pages: _KnownPages, *, ask: bool = True
) -> Withdrawing:
    """With `ask` those are left unsettled of which the book does not say where they stand."""
    masks: dict[str, Mask] = {}
    unsettled = []
    for one in said:
        found = _words_of(one, known_pages, ask=ask) if one.words else _story_of(one, known_pages, said)
        if found is None:
            unsettled.append(one)
            continue
        for path, mask in found:
            before = masks.get(path, Mask())
            masks[path] = Mask((*before.words, *mask.words), (*before.stories, *mask.stories))
    book = known_pages.before.with_entries(known_pages.news)
    return Withdrawing(said, masked_survey(seen, masks), book, tuple(unsettled))


_Found = tuple[tuple[str, Mask], ...]


def _words_of(one: Withdrawal, known_pages: _KnownPages, *, ask: bool) -> _Found | None:
    """The page and the words on it; None where its addresses are known by their texts alone.

    Words that a correction brought in are hidden with what was printed in their place.
    """
    file = _file(one, known_pages.files)
    _check_words(one, file)
    if ask and not _is_placed(_sha256(file), known_pages):
        return None
    corrections = file.sidecar.orders.corrections if file.sidecar else ()
    printed = [(put.printed, (put.line,)) for put in corrections if places(put.corrected, one.words)]
    return ((file.path, Mask(words=((one.words, one.lines), *printed))),)


def _story_of(one: Withdrawal, known_pages: _KnownPages, said: Sequence[Withdrawal]) -> _Found | None:
    """The pages and the lines of the story's parts, all gone; None where it is not known where they stand.

    A part that another one names is that one's.
    """
    book = known_pages.book
    if one.id not in book:
        raise ArchiveError(
            f"{WITHDRAWN_FILE}:{one.at}: 地址簿里没有“{one.id}”，没有发布过这个网址。"
            "请从浏览器的地址栏把稿件的网址抄全；要撤的稿件还没有上网，就把它从版面文件里删去"
        )
    own, whole = own_place(one, book), stands_at(one, book)
    others = {own_place(other, book) for other in said if other.id in book} - {own}
    later = [
        id_ for id_, known in (known_pages.before.others | known_pages.news).items() if known.part_of == whole
    ]
    found: list[tuple[str, AddressEntry, TextPlace | None]] = []
    for id_ in (whole, *later):
        if id_ not in others:
            part = _part_of_story(one, id_, known_pages, is_own=id_ == own)
            if part is None:
                return None
            found.append((id_, *part))
    known_pages.news |= {id_: entry for id_, entry, _ in found}
    return tuple((place.path, Mask(stories=(place.lines,))) for _, _, place in found if place)


def _part_of_story(
    one: Withdrawal, id_: str, known_pages: _KnownPages, *, is_own: bool
) -> tuple[AddressEntry, TextPlace | None] | None:
    """What the book says of it once it is gone, and what is to be hidden, if that is still there."""
    known = known_pages.book[id_]
    gone = AddressEntry(gone=True, on=one.on, why=one.why, part_of=known.part_of)
    if one.deleted and not known_pages.is_back(known.at):
        return replace(gone, at=known.at), None
    if one.lines and is_own:
        file = _file(one, known_pages.files)
        place = TextPlace(_sha256(file)[:32], one.lines, file.path)
    elif known.at and is_story(id_):
        place = TextPlace.read(known.at)
        now = known_pages.file_at(place)
        if now is None:
            raise _moved_away(one, id_, place)
        place = replace(place, path=now.path)
    else:
        return (gone, None) if known.gone else None
    return replace(gone, at=str(place)), place


def stands_at(one: Withdrawal, book: Book) -> str:
    """The id where the text of this one stands now; of a part of a story that of the whole."""
    id_ = own_place(one, book)
    return book[id_].part_of or id_


def own_place(one: Withdrawal, book: Book) -> str:
    """The same, but a part of a story is itself."""
    id_ = one.id
    while book[id_].leads:
        id_ = book[id_].leads
    return id_


def _moved_away(one: Withdrawal, id_: str, place: TextPlace) -> ArchiveError:
    said = f"{WITHDRAWN_FILE}:{one.at}: 网站没有动。“{id_}”撤下以后，版面文件 {place.path} 改动过，或者不在了"
    where = f"page: {place.path}\n  lines: 12-25"
    if id_ != one.id and place.lines and one.lines:
        return ArchiveError(
            f"{said}，不知道稿件的这一部分现在在哪几行。\n请另写一条：\n- address: {id_}\n  {where}"
        )
    return ArchiveError(
        f"{said}，不知道这篇稿件现在在哪几行。\n已经从版面文件里删去了，请在这一条加一行：\n  deleted: 是\n"
        f"还在，请加两行，写明在哪里，如：\n  {where}"
    )


def _file(one: Withdrawal, files: Mapping[str, PageFile]) -> PageFile:
    """The one page file whose path is what the desk wrote, or ends so, with its suffix or without."""
    end = f"/{one.page.removeprefix('./')}"
    found = [file for path, file in files.items() if f"/{path}" == end]
    found = found or [file for path, file in files.items() if f"/{path}".endswith(end)]
    found = found or [file for path, file in files.items() if f"/{path}".rpartition(".")[0].endswith(end)]
    if len(found) == 1:
        return found[0]
    if not found:
        raise ArchiveError(
            f"{WITHDRAWN_FILE}:{one.at}: 没有名字这样结尾的版面文件：“{one.page}”。"
            "请照 make check 列出的文件名写；这个文件已经不在了，就删去这一条"
        )
    named = "、".join(file.path for file in found[:_NAMED])
    raise ArchiveError(
        f"{WITHDRAWN_FILE}:{one.at}: “{one.page}”结尾的版面文件有 {len(found)} 个：{named}。请多写几层文件夹"
    )


def _check_words(one: Withdrawal, file: PageFile) -> None:
    text = read_transcript(file).text
    corrections = file.sidecar.orders.corrections if file.sidecar else ()
    lines = [text.count("\n", 0, start) + 1 for start, _ in places(text, one.words)]
    lines += [put.line for put in corrections if places(put.corrected, one.words)]
    if not lines:
        raise ArchiveError(
            f"{WITHDRAWN_FILE}:{one.at}: {file.path} 里没有“{one.words[:60]}”。请照版面文件抄，一处不要跨栏；"
            "已经从版面文件里删去了，就删去这一条"
        )
    ends = {text.count("\n", 0, end) + 1 for _, end in places(text, one.words)}
    if one.lines and not set(one.lines) & (set(lines) | ends):
        there = "、".join(map(str, sorted(set(lines))))
        raise ArchiveError(
            f"{WITHDRAWN_FILE}:{one.at}: {file.path} 的这一行里没有“{one.words[:60]}”，它在第 {there} 行。"
            "请改对行号，或不写行号，全版都撤"
        )


def _is_placed(sha256: str, known_pages: _KnownPages) -> bool:
    known = (known_pages.before.others | known_pages.news).values()
    return any(entry.at and TextPlace.read(entry.at).is_of(sha256) for entry in known)


def _placed(page: ArchivedPage, before: BookInFiles, now: BookInFiles) -> dict[str, AddressEntry]:
    """What was published and stands on this page, known by its place from now on."""
    lines: dict[str, tuple[int, ...]] = {page.id: ()}
    lines |= {story.id: story.article.lines for story in page.printed}
    stood = {id_: id_ for id_ in lines} | {
        id_: known.leads for id_, known in now.others.items() if known.leads
    }
    return {
        id_: replace(before[id_], at=str(TextPlace.of(page.page, lines[here])))
        for id_, here in stood.items()
        if here in lines and id_ in before and before[id_].sketch
    }


def now_at(id_: str, book: Book) -> str:
    """Where the text of an id stands in a book that was just bound; of a part of a story that story."""
    here = book[id_].leads or id_
    return book[here].part_of or here


def _taken_away(
    one: Withdrawal, id_: str, stories: Mapping[str, tuple[ArchivedPage, ArchivedArticle]], archive: Archive
) -> tuple[dict[str, AddressEntry], list[ArchivedPage]]:
    """The entries of all parts of a story and their pages; none of an address whose text is lost.

    `id_` is where it stood before.
    """
    gone = AddressEntry(gone=True, on=one.on, why=one.why)
    whole = now_at(id_, archive.book)
    if whole in stories:
        page, story = stories[whole]
        pages = [page, *(stories[part.part.id][0] for part in story.rest)]
        placed = {
            part.id: replace(gone, at=_place_of(part, where), part_of=whole if part is not story else "")
            for where, part in zip(pages, story.parts, strict=True)
        }
        return {id_: replace(placed[whole])} | placed, pages
    if id_ in archive.lost:
        return {id_: gone}, []
    raise ArchiveError(
        f"{WITHDRAWN_FILE}:{one.at}: “{one.id}”不是一篇稿件的网址。请写这一版上各篇稿件的网址，一条一篇；"
        "整版都要撤，请把版面文件移出文件夹，再运行 make addresses ACCEPT=1"
    )


def _place_of(story: ArchivedArticle, page: ArchivedPage) -> str:
    pictures = (line for caption in story.captions for line in caption.lines)
    return str(TextPlace.of(page.page, {*story.article.lines, *pictures}))
