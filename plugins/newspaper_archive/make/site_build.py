"""Makes a site: reads the pages that changed, renders the files that changed, puts it in the old one's place.

读版面：16 → 相关 → 目录 → 检索 → 图片：4 → 排印：4 → 发布
"""

from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from functools import partial
from pathlib import Path

from newspaper_archive.guard import Failure, attempt
from newspaper_archive.make.asked import asked_of_lost, forget_accepted
from newspaper_archive.make.book import digest, keep
from newspaper_archive.make.doubt_list import counted
from newspaper_archive.make.failing_pages import with_failing_as_raw
from newspaper_archive.make.plan import BuildPlan, Outcome
from newspaper_archive.make.read_pages import bound, read_pages
from newspaper_archive.make.search_files import write_search_files
from newspaper_archive.make.shrinking import SOURCES, refuse_unread, shrunken, sources_of
from newspaper_archive.make.still_printed import headlines, still_printed
from newspaper_archive.make.withdrawing import settled
from newspaper_archive.model import Archive, Book, BookInFiles, Page, Placed, Problem, Severity
from newspaper_archive.model.address_book import leads_now
from newspaper_archive.reading.raw_page import is_raw
from newspaper_archive.site.all_pages import render_lists
from newspaper_archive.site.bundles import bundles
from newspaper_archive.site.incremental import IncrementalRendering, NotRendered
from newspaper_archive.site.pages.issues import issue_jobs
from newspaper_archive.site.pages.moved import moved_jobs
from newspaper_archive.site.parts_table import LUNR
from newspaper_archive.site.pictures.picture_jobs import picture_jobs
from newspaper_archive.site.renderer import Writer, environment
from newspaper_archive.site.story.related import Past, by_story, days_of, read_past, search, write_past
from newspaper_archive.store.address_files import FOLDER, book_files
from newspaper_archive.store.build_record import BuildRecord, site_checksum, write_build_record
from newspaper_archive.store.kept_pinyin import forget_spelling
from newspaper_archive.store.kept_site import drop_kept_site, remove_files
from newspaper_archive.store.manifest import file_names
from newspaper_archive.store.page_cache import PAGES, PageCache
from newspaper_archive.store.progress import Progress
from newspaper_archive.store.stage import Stage
from newspaper_archive.store.staged_files import FileMark, cannot_write

EARLY = 64
"""Batches of pictures a worker that are given out before lists and index are begun."""
LUNR_ADDRESS = f"theme/{LUNR}"


class SiteBuild:
    """A build under way on its stage."""

    def __init__(self, build: BuildPlan, progress: Progress) -> None:
        environment.cache_clear()  # this process may have built before, of other templates
        self.settings, self.sources, self.stage = build.settings, build.sources, _stage(build)
        self.build, self.progress, self.record = build, progress, build.record
        self.withdrawn_headlines: Mapping[int, str] = {}
        self.render_options = self.sources.render_options
        self.rendering = self._new_rendering()
        self.pages: Sequence[Page] = ()
        self.archive = Archive((), (), ())

    def _new_rendering(self) -> IncrementalRendering:
        staged = self.stage.staged_files(self.record.files)
        made_with = f"{self.build.made_with} {self.render_options.site.name}"
        return IncrementalRendering(self.render_options, made_with, staged, self.record)

    def read(self) -> None:
        """The archive, from the cache as far as it is there; then it is known what the site is called."""
        cache = PageCache(self.settings.cache / PAGES if self.settings.cache else None)
        if self.build.withdrawing.unsettled:
            self._settle(cache)
        if self.build.withdraws:
            self._forget()
        self.pages = read_pages(self.build.seen, cache, self.settings.jobs, self.progress)
        self.archive = self._bound()
        if self.archive.lost and not self.settings.draft:
            fewer = shrunken(self.stage.output, self.build.seen.found.pages)
            raise asked_of_lost(self.archive.lost, fewer, self.settings.cache)
        site = self.render_options.site.of(self.archive)
        self.render_options = replace(self.render_options, site=site)
        self.rendering = self._new_rendering()

    def _settle(self, cache: PageCache) -> None:
        """Pages are read as they were, to know where what is withdrawn stands; what was kept of them goes."""
        self.pages = read_pages(self.build.seen, cache, self.settings.jobs, self.progress)
        before = self._bound()
        self.withdrawn_headlines = headlines(self.build.withdrawing, before)
        self.build = replace(self.build, withdrawing=settled(self.build.withdrawing, before))

    def _forget(self) -> None:
        """No cache knows what the site does not show any more; the reading of its page goes by its name."""
        if self.settings.cache:
            forget_spelling(self.settings.cache.parent)

    def _bound(self) -> Archive:
        return bound(self.build.seen.found, self.pages, self.build.book)

    def render(self) -> None:
        """Everything but Pelican's own pages, on the stage; a page that cannot be rendered as raw text."""
        pelicans = frozenset(file_names(self.stage.folder)) - self.stage.from_kept
        while failed := self._failed():
            found = self.build.seen.found
            self.pages = with_failing_as_raw(failed, self.pages, found, self.render_options)
            self.archive = self._bound()
            remove_files(self.stage.folder, set(file_names(self.stage.folder)) - pelicans)
            self.stage = replace(self.stage, from_kept=frozenset())
            self.rendering = self._new_rendering()

    def _failed(self) -> list[NotRendered]:
        """Renders, and says what could not be rendered; pages are named where it is known which they are."""
        done = attempt(self._render_all)
        return [*self.rendering.failed, *([NotRendered((), done)] if isinstance(done, Failure) else [])]

    def _render_all(self) -> None:
        """What one process has to do alone is done while the workers draw."""
        pictures = list(picture_jobs(self.archive, self.render_options.site))
        with self.settings.jobs.worker_pool(local=True) as pool:
            drawn = self.rendering.start(pictures, pool, EARLY)
            with self.progress.stage("相关"):
                nearest = self._related()
            with self.progress.stage("目录"):
                render_lists(self.rendering.renderer(), self.archive)
            write_search_files(self.rendering, self.archive, self.settings.jobs, self.progress)
            with self.progress.stage("图片", len(pictures)) as advance:
                self.rendering.finish(drawn, advance)
                pool.stop()  # the time they took is known when they have ended, and belongs to this stage
        jobs = [*issue_jobs(self.archive, nearest), *moved_jobs(self.archive)]
        with (
            self.progress.stage("排印", len(jobs)) as advance,
            self.settings.jobs.worker_pool(local=True) as pool,
        ):
            self.rendering.finish(self.rendering.start(jobs, pool), advance)
        self.rendering.once("theme", (), self._write_theme)
        for name, data in book_files(self._published_book()).items():
            self.rendering.once(f"{FOLDER}/{name}", (data,), partial(_write_book_file, name, data))
        sources = sources_of(self.pages)
        self.rendering.once("sources", (sources,), lambda writer: writer.write(SOURCES, sources))

    def _related(self) -> dict[str, tuple[Placed, ...]]:
        """Which older stories a story leads to; only days after one that changed are searched."""
        days = days_of(self.archive)
        marks = [
            (day, self.rendering.mark(tuple(story.article for story in stories))) for day, stories in days
        ]
        cache = self.settings.cache
        before = read_past(cache) if cache and not self.build.withdraws else Past()
        past = search(days, marks, before)
        if cache and past != before:
            write_past(cache, past)
        return by_story(days, past.found)

    def _write_theme(self, writer: Writer) -> None:
        for address, data in bundles(self.sources.parts, self.sources.tongue):
            writer.write(address, data)
        writer.write(LUNR_ADDRESS, self.settings.lunr.read_bytes())

    def publish(self) -> Outcome:
        """The new site in the old one's place, and the record of what it is made of."""
        if not self.settings.shrink:
            refuse_unread(self.stage.output, [page for issue in self.archive.issues for page in issue.pages])
        in_folder = self.settings.draft or keep(self.build.kept.folder, self.archive.book)
        try:
            files = self.stage.publish(self.rendering.files)
        except OSError as error:
            raise cannot_write(self.stage.output, error) from error
        if not self.settings.draft:
            forget_accepted(self.build.kept.folder)
        errors, warnings = _told(self.archive.problems)
        kept = _kept(files, self.record.files)
        outcome = Outcome(
            errors,
            warnings,
            frozenset(self.record.warnings),
            holdings(self.archive),
            len(files) - kept,
            kept,
            self._of_addresses(in_folder=in_folder),
            self._withdrawn(),
        )
        if self.settings.cache:
            self._remember(self.settings.cache, files, outcome, in_folder=in_folder)
        return outcome

    def _published_book(self) -> Book:
        """What is looked at on this machine only is not published."""
        return self.build.kept.book if self.settings.draft else self.archive.book

    def _withdrawn(self) -> tuple[str, ...]:
        if not self.build.withdraws:
            return ()
        return tuple(still_printed(self.build.withdrawing, self.withdrawn_headlines, self.archive))

    def _of_addresses(self, *, in_folder: bool) -> str:
        """What happened to published addresses, for the last line."""
        before, now = self.build.kept.book, BookInFiles.of(self.archive.book).others
        people = before.people
        led = sum(1 for id_, known in now.items() if leads_now(id_, known, before))
        moved = f"有 {led} 个网址的内容换了地方，旧网址会带读者过去。" if led else ""
        gone = [id_ for id_, known in people.items() if not known.gone and id_ in now and now[id_].gone]
        if lost := len(self.archive.lost) + len(gone):
            moved += f"有 {lost} 个网址的内容哪里都没有了，那里会说明已不在本站。"
        if forgotten := sum(id_ not in now for id_ in people):
            moved += f"有 {forgotten} 个作者的名字哪里都没有了，网址也不再留。"
        folder = self.build.kept.folder
        return moved if in_folder else f"{moved}地址簿写不进 {folder}，只存在网站里：请不要删掉网站。"

    def _remember(self, cache: Path, files: dict[str, FileMark], made: Outcome, *, in_folder: bool) -> None:
        """Leaves the next build the record, and the old site as far as the new one is still the same."""
        site, made_files = site_checksum(self.stage.output), self.rendering.made
        book = digest(book_files(self._published_book()).values(), in_folder=in_folder)
        # What the program failed on is tried again though nothing changed: its set-up may have been mended.
        whole = "" if any(map(is_raw, self.pages)) else self.build.whole(book)
        made_of = (whole, self.build.made_with)
        hidden = self.build.withdrawing.digest
        told = (made.errors, made.warnings)
        record = BuildRecord(site, *made_of, made_files, files, *told, made.holds, hidden)
        # A site without a build record is whole; it only costs the next build more.
        with suppress(OSError):
            write_build_record(cache, record)
        if made.kept > made.written and not self.build.withdraws:
            self.stage.keep_site(cache)


def _stage(build: BuildPlan) -> Stage:
    """The stage, with what an older site has of this one; where all is made anew that is of no use."""
    cache, record = build.settings.cache, build.record
    if cache is None:
        return build.stage
    if record.made_with == build.made_with:
        return build.stage.on_kept_site(cache, record.rendered)
    drop_kept_site(cache)
    return build.stage


def _write_book_file(name: str, data: bytes, writer: Writer) -> None:
    writer.write(f"{FOLDER}/{name}", data)


def holdings(archive: Archive) -> str:
    """7 期、18 版、64 篇稿件，疑点待核 30 处，已核 2 处."""
    pages = [page for issue in archive.issues for page in issue.pages]
    articles = sum(len(page.articles) for page in pages)
    raw = sum(is_raw(page.page) for page in pages)
    told = f"，其中 {raw} 版程序没能处理，只登原文，见上面的错误" if raw else ""
    held = f"{len(archive.issues)} 期、{len(pages)} 版、{articles} 篇稿件{told}"
    return f"{held}，{counted(archive.problems)}"


def _told(problems: Iterable[Problem]) -> tuple[tuple[Problem, ...], tuple[Problem, ...]]:
    """What the desk is told of: what has to be mended, and all else that it has not looked at."""
    errors: list[Problem] = []
    warnings: list[Problem] = []
    for problem in problems:
        if not problem.checked:
            (errors if problem.severity is Severity.ERROR else warnings).append(problem)
    return tuple(errors), tuple(warnings)


def _kept(files: dict[str, FileMark], before: dict[str, FileMark]) -> int:
    return sum(before.get(address) == mark for address, mark in files.items())
