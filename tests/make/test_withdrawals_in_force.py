"""What is withdrawn keeps out and keeps every other address, whatever happens to its page file afterwards."""

from collections.abc import Callable
from pathlib import Path

import pytest

from newspaper_archive.errors import ArchiveError
from newspaper_archive.folder.sidecar.fingerprint import fingerprints
from newspaper_archive.make.read_pages import NO_CACHE, ONE_WORKER, SILENCE, bound, read_pages
from newspaper_archive.make.withdrawing import settled, withdrawing
from newspaper_archive.model import Archive, Book
from newspaper_archive.settings import Settings

EDITION = "paper: 河湾日报\nedition: 今日河湾\nslug: hewan\n"
FERRY = (
    "渡口的船又开了\n\n　　本报讯（记者 宋一帆）老船工把船划到对岸，两岸居民又能坐船赶集，\n"
    "桥头早点摊也出来了。老船工说，他年轻时就在这里撑船，如今换了机动船。\n"
)
LAMPS = (
    "新路亮起了灯\n\n　　本报讯（记者 柏清漪）桐岭到石埠的夜路装好路灯，晚归的学生不再打\n"
    "手电，家长说放心多了。镇里说，灯杆是太阳能的，来年再把岔路口补上。\n"
)
SIGNED = "  on: 2031-04-01\n  why: 当事人要求\n  by: 何书简\n"
C01 = "hewan/2031-03-05/C01.txt"
PAGE = "hewan/2031/2031-03-05/c01"
OF_LAMPS = f"- address: {PAGE}-02\n{SIGNED}"

Read = Callable[..., Archive]


def write(folder: Path, name: str, text: str) -> None:
    (folder / name).parent.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text(text, "utf-8")


@pytest.fixture
def seeds(tmp_path: Path) -> Path:
    write(tmp_path, "hewan/edition.yaml", EDITION)
    write(tmp_path, C01, f"C01 要闻\n\n{FERRY}\n\n{LAMPS}")
    return tmp_path


@pytest.fixture
def read(seeds: Path) -> Read:
    """The archive as a build would publish it next; what one publishes the next one knows."""
    book: Book = {}

    def again(said: str | None = None) -> Archive:
        nonlocal book
        if said is not None:
            write(seeds, "withdrawn.yaml", said)
        found = withdrawing(seeds, Settings(seeds=seeds).edition, book)

        def archive() -> Archive:
            pages = read_pages(found.seen, NO_CACHE, ONE_WORKER, SILENCE)
            return bound(found.seen.found, pages, found.book)

        if found.unsettled:
            found = settled(found, archive())
        read = archive()
        book = read.book
        return read

    return again


def headlines(archive: Archive) -> dict[str, str]:
    """Of all stories, by their ids."""
    return {
        story.id: story.article.headline
        for issue in archive.issues
        for page in issue.pages
        for story in page.articles
    }


def refused(read: Read, said: str) -> str:
    with pytest.raises(ArchiveError) as error:
        read(said)
    return str(error.value)


def test_a_withdrawn_story_is_gone_with_day_and_reason_and_comes_back(read: Read) -> None:
    first = read()
    assert {f"{PAGE}-01": "渡口的船又开了", f"{PAGE}-02": "新路亮起了灯"} == headlines(first)
    gone = read(OF_LAMPS)
    assert ({f"{PAGE}-01": "渡口的船又开了"}, ()) == (headlines(gone), gone.lost)
    known = gone.book[f"{PAGE}-02"]
    assert ("", True, "2031-04-01", "当事人要求") == (known.sketch, known.gone, known.on, known.why)
    assert gone.book == read().book
    back = read("")
    assert (first.book, headlines(first)) == (back.book, headlines(back))


GOES_ON = "　　（上接C01版）镇里说，灯杆是太阳能的，阴雨天也能亮三个晚上，来年再把岔路口补上。\n"
C02 = "hewan/2031-03-05/C02.txt"
REST = "hewan/2031/2031-03-05/c02-01"


@pytest.fixture
def over_two_pages(seeds: Path) -> Path:
    write(seeds, C01, f"C01 要闻\n\n{FERRY}\n\n{LAMPS.rstrip()}（下转C02版）\n")
    write(seeds, C02, f"C02 看点\n\n{GOES_ON}")
    return seeds


@pytest.mark.usefixtures("over_two_pages")
@pytest.mark.parametrize("address", [f"{PAGE}-02", REST])
def test_a_story_over_two_pages_is_gone_from_both(read: Read, address: str) -> None:
    """Whichever of its addresses is named."""
    first = read()
    assert ["渡口的船又开了", "新路亮起了灯"] == [*headlines(first).values()]
    gone = read(f"- address: {address}\n{SIGNED}")
    assert ({f"{PAGE}-01": "渡口的船又开了"}, ()) == (headlines(gone), gone.lost)
    assert [True, True] == [page.page.masked for page in gone.issues[0].pages]
    known = [gone.book[id_] for id_ in (f"{PAGE}-02", REST)]
    assert [("", True, "2031-04-01", "当事人要求")] * 2 == [
        (one.sketch, one.gone, one.on, one.why) for one in known
    ]
    assert gone.book == read().book
    back = read("")
    assert (first.book, headlines(first)) == (back.book, headlines(back))


def test_a_withdrawn_part_whose_page_has_changed_is_asked_for(read: Read, over_two_pages: Path) -> None:
    read()
    said = f"- address: {PAGE}-02\n{SIGNED}"
    read(said)
    write(over_two_pages, C02, f"C02 看点\n\n增补一行。\n\n{GOES_ON}")
    assert f"“{REST}”撤下以后，版面文件 {C02} 改动过" in refused(read, said)
    assert refused(read, said + "  page: 2031-03-05/C01.txt\n  lines: 8-9\n").endswith(
        f"请另写一条：\n- address: {REST}\n  page: {C02}\n  lines: 12-25"
    )
    gone = read(said + f"- address: {REST}\n{SIGNED}  page: {C02}\n  lines: 5\n")
    assert ({f"{PAGE}-01"}, ()) == ({id_ for id_ in headlines(gone) if id_.startswith(PAGE)}, gone.lost)
    assert REST not in headlines(gone)


@pytest.mark.usefixtures("over_two_pages")
def test_words_withdrawn_on_one_of_its_pages_leave_a_story_whole(read: Read) -> None:
    read()
    masked = read(f"- page: 2031-03-05/C02.txt\n  words: 阴雨天\n{SIGNED}")
    assert {f"{PAGE}-01": "渡口的船又开了", f"{PAGE}-02": "新路亮起了灯"} == headlines(masked)
    assert f"{PAGE}-02" == masked.book[REST].part_of
    both = read(f"- page: 2031-03-05/C02.txt\n  words: 阴雨天\n{SIGNED}- address: {PAGE}-02\n{SIGNED}")
    assert {f"{PAGE}-01": "渡口的船又开了"} == headlines(both)


def test_a_page_that_is_renamed_keeps_its_story_withdrawn(read: Read, seeds: Path) -> None:
    read()
    read(OF_LAMPS)
    (seeds / C01).rename(seeds / "hewan/2031-03-05/C02.txt")
    moved = read()
    assert ({"hewan/2031/2031-03-05/c02-01": "渡口的船又开了"}, ()) == (headlines(moved), moved.lost)


def test_a_story_that_moves_while_it_is_withdrawn_is_gone_all_the_same(read: Read, seeds: Path) -> None:
    read()
    (seeds / "hewan/2031-03-05").rename(seeds / "hewan/2031-03-06")
    gone = read(OF_LAMPS)
    assert (["渡口的船又开了"], ()) == ([*headlines(gone).values()], gone.lost)
    assert (True, "hewan/2031/2031-03-06/c01-01") == (
        gone.book[f"{PAGE}-02"].gone,
        gone.book[f"{PAGE}-01"].leads,
    )


def test_a_page_file_that_changed_since_is_asked_about(read: Read, seeds: Path) -> None:
    read()
    read(OF_LAMPS)
    write(seeds, C01, f"C01 要闻\n\n{FERRY}\n\n又一行\n\n{LAMPS}")
    assert (
        f"withdrawn.yaml:1: 网站没有动。“{PAGE}-02”撤下以后，版面文件 {C01} 改动过，或者不在了，"
        "不知道这篇稿件现在在哪几行。\n已经从版面文件里删去了，请在这一条加一行：\n  deleted: 是\n"
        f"还在，请加两行，写明在哪里，如：\n  page: {C01}\n  lines: 12-25"
    ) == refused(read, OF_LAMPS)
    still = read(f"{OF_LAMPS}  page: C01\n  lines: 11-14\n")
    assert f"{PAGE}-02" not in headlines(still)
    assert not any("灯" in headline for headline in headlines(still).values())
    write(seeds, C01, f"C01 要闻\n\n{FERRY}")
    deleted = read(f"{OF_LAMPS}  deleted: 是\n")
    assert ({f"{PAGE}-01": "渡口的船又开了"}, ()) == (headlines(deleted), deleted.lost)
    assert deleted.book[f"{PAGE}-02"].gone


def test_a_page_file_that_comes_back_from_a_backup_is_hidden_again(read: Read, seeds: Path) -> None:
    read()
    read(OF_LAMPS)
    before = (seeds / C01).read_bytes()
    write(seeds, C01, f"C01 要闻\n\n{FERRY}")
    read(f"{OF_LAMPS}  deleted: 是\n")
    (seeds / C01).write_bytes(before)
    assert {f"{PAGE}-01": "渡口的船又开了"} == headlines(read())


def test_what_was_deleted_before_it_is_withdrawn_is_asked_about_no_more(read: Read, seeds: Path) -> None:
    read()
    write(seeds, C01, f"C01 要闻\n\n{FERRY}")
    gone = read(OF_LAMPS)
    assert ((), "当事人要求") == (gone.lost, gone.book[f"{PAGE}-02"].why)


def test_texts_of_which_nothing_is_left_keep_their_addresses(read: Read) -> None:
    texts = [line.strip() for line in f"{FERRY}\n{LAMPS}".splitlines() if line]
    first = read()
    assert 2 == len(headlines(first))
    hidden = read("".join(f"- page: C01\n  words: {one}\n{SIGNED}" for one in texts))
    assert (list(headlines(first)), ()) == (list(headlines(hidden)), hidden.lost)
    assert not any(one in repr(hidden.issues) for one in texts)
    back = read("")
    assert (first.book, headlines(first)) == (back.book, headlines(back))


def test_a_teaser_made_of_the_story_s_own_headline_goes_with_it(read: Read, seeds: Path) -> None:
    teaser = (
        "新学校开学了\n\n9月1日，河湾实验学校迎来第一批新生，校园里彩旗飘扬。\n\n记者 柏清漪 摄\n\nC02 看点\n"
    )
    write(seeds, C01, f"C01 要闻\n\n{FERRY}\n\n{teaser}")
    (page,) = read().issues[0].pages
    assert ["新学校开学了"] == [one.headline for one in page.page.reading.teasers]
    (page,) = read(OF_LAMPS).issues[0].pages
    assert ((), 1) == (page.page.reading.teasers, page.page.withdrawn)


def test_what_the_desk_ticked_off_on_a_withdrawn_story_is_no_doubt(read: Read, seeds: Path) -> None:
    broken = f"C01 要闻\n\n{FERRY}\n\n{LAMPS}".replace("赶集，\n", "赶集，桥头\n").replace("\n桥头早", "\n早")
    broken = broken.replace("再打\n手电，家长说放心", "再打手电，家长说放心\n")
    write(seeds, C01, broken)
    doubts = [problem for problem in read().problems if problem.file == C01 and problem.line]
    assert 11 in {problem.line for problem in doubts}
    marks = fingerprints(broken.splitlines())
    ticks = "".join(f"  - {one.line} {one.code} {marks[(one.line or 0) - 1]}\n" for one in doubts)
    write(seeds, "hewan/2031-03-05/C01.yaml", f"checked:\n{ticks}")
    assert all(problem.checked for problem in read().problems if problem.file == C01 and problem.line)
    about = [one for one in read(OF_LAMPS).problems if one.file.startswith("hewan/2031-03-05/C01")]
    assert [] == [str(problem) for problem in about if problem.line]


def test_nobody_is_called_by_hidden_letters(read: Read) -> None:
    archive = read(f"- page: C01\n  words: 宋一帆\n{SIGNED}")
    (page,) = archive.issues[0].pages
    assert [(), ("柏清漪",)] == [tuple(one.name for one in story.article.byline) for story in page.articles]
    (first, second) = (story.article.dateline for story in page.articles)
    assert ("本报讯（记者 ███）", "本报讯（记者 柏清漪）") == (first and first.raw, second and second.raw)
    assert (True, 0) == (page.page.masked, page.page.withdrawn)


def test_what_a_correction_brought_in_is_hidden_with_what_was_printed(read: Read, seeds: Path) -> None:
    correction = "corrections:\n  - line: 5\n    from: 宋一帆\n    to: 宋亦凡\n"
    write(seeds, "hewan/2031-03-05/C01.yaml", correction)
    assert "宋亦凡" in repr(read().issues)
    hidden = repr(read(f"- page: C01\n  words: 宋亦凡\n{SIGNED}").issues)
    assert (False, False) == ("宋亦凡" in hidden, "宋一帆" in hidden)


def test_what_cannot_be_withdrawn_is_named(read: Read, seeds: Path) -> None:
    write(seeds, "hewan/2031-03-12/C01.txt", f"C01 要闻\n\n{LAMPS.replace('路灯', '电灯')}")
    read()
    assert (
        "withdrawn.yaml:1: 地址簿里没有“hewan/2031/2031-03-05/c09-01”，没有发布过这个网址。"
        "请从浏览器的地址栏把稿件的网址抄全；要撤的稿件还没有上网，就把它从版面文件里删去"
    ) == refused(read, f"- address: hewan/2031/2031-03-05/c09-01\n{SIGNED}")
    assert (
        f"withdrawn.yaml:1: “{PAGE}”不是一篇稿件的网址。请写这一版上各篇稿件的网址，一条一篇；"
        "整版都要撤，请把版面文件移出文件夹，再运行 make addresses ACCEPT=1"
    ) == refused(read, f"- address: {PAGE}\n{SIGNED}")
    assert (
        "withdrawn.yaml:1: 没有名字这样结尾的版面文件：“C07.txt”。请照 make check 列出的文件名写；"
        "这个文件已经不在了，就删去这一条"
    ) == refused(read, f"- page: C07.txt\n  words: 宋一帆\n{SIGNED}")
    assert (
        f"withdrawn.yaml:1: “C01.txt”结尾的版面文件有 2 个：{C01}、hewan/2031-03-12/C01.txt。请多写几层文件夹"
    ) == refused(read, f"- page: C01.txt\n  words: 宋一帆\n{SIGNED}")
    assert (
        f"withdrawn.yaml:1: {C01} 里没有“宋二帆”。请照版面文件抄，一处不要跨栏；"
        "已经从版面文件里删去了，就删去这一条"
    ) == refused(read, f"- page: 2031-03-05/C01\n  words: 宋二帆\n{SIGNED}")
    assert (
        f"withdrawn.yaml:1: {C01} 的这一行里没有“宋一帆”，它在第 5 行。请改对行号，或不写行号，全版都撤"
    ) == refused(read, f"- page: 2031-03-05/C01\n  words: 宋一帆\n  line: 7\n{SIGNED}")
