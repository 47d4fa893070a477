"""A build after a change is a clean build's twin, and touches nothing that the change does not."""

import os
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from built_once import built_once
from conftest import ROOT, SEEDS, Build
from depth import FULL
from newspaper_archive.desk.console import main
from newspaper_archive.store.build_record import BUILD_RECORD, read_build_record, write_build_record
from newspaper_archive.store.kept_site import KEPT_SITE
from newspaper_archive.store.manifest import MANIFEST, listed
from newspaper_archive.store.site_check import check_site
from newspaper_archive.store.stage import name_of

pytestmark = pytest.mark.build

NEW_PAGE = """C03 家园

渡口重建完工

本报讯(记者 柏清漪 通讯员 骆青)6月8日,柳河渡口重建完工,两岸居民又能坐船赶集。

一周速读

◎6月2日,柳河小学少年宫开放。
◎6月5日,全区小麦开镰。
"""
SECOND_PART = """C05 副刊

夜校开课

本报讯(记者 柏清漪)6月1日,柳河夜校开课,来了四十个学生,坐满了两间教室。

(上接C06版)老船工把船划到对岸,两岸居民又能坐船赶集,桥头的早点摊也出来了。他说,年轻时就在这里撑船。
"""
FIRST_PART = """C06 副刊

停航三年的渡口又通航

本报讯(记者 骆青)6月1日,停航三年的柳河渡口又通航了,第一班船坐了十二个人,都是去赶集的。(下转C05版)
"""
Change = Callable[[Path], None]


def add_an_issue(seeds: Path) -> None:
    page = seeds / "jinri-linlan" / "2023-06-23" / "C01.txt"
    page.parent.mkdir()
    page.write_text(NEW_PAGE.replace("C03 家园", "C01 要闻"), "utf-8")


def add_a_page(seeds: Path) -> None:
    (seeds / "jinri-linlan" / "2023-06-02" / "C03.txt").write_text(NEW_PAGE, "utf-8")


def add_the_rest_of_a_story(seeds: Path) -> None:
    (seeds / "jinri-linlan" / "2023-06-02" / "C05.txt").write_text(SECOND_PART, "utf-8")


def add_its_beginning(seeds: Path) -> None:
    (seeds / "jinri-linlan" / "2023-06-02" / "C06.txt").write_text(FIRST_PART, "utf-8")


def change_a_page(seeds: Path) -> None:
    page = seeds / "tingnan-xinqu" / "2023-06-06" / "02.txt"
    page.write_text(page.read_text("utf-8").replace("，", "、", 1) + "\n又添一行。\n", "utf-8")


def name_a_page(seeds: Path) -> None:
    (seeds / "tingnan-xinqu" / "2023-06-06" / "02.yaml").write_text("page_name: 桥头\n", "utf-8")


def remove_a_page(seeds: Path) -> None:
    (seeds / "tingnan-xinqu" / "2023-06-20" / "02.txt").unlink()


def move_an_issue(seeds: Path) -> None:
    issue = seeds / "tingnan-xinqu" / "2023-06-20"
    issue.rename(issue.with_name("2023-07-04"))


def rename_the_paper(seeds: Path) -> None:
    edition = next(seeds.glob("tingnan-xinqu/edition.yaml"))
    edition.write_text(edition.read_text("utf-8").replace("云汀日报", "云汀晚报"), "utf-8")


def register_the_site(seeds: Path) -> None:
    (seeds / "site.yaml").write_text("ICP备案号: 鲁ICP备2099000001号-1\n主办: 云汀日报社\n", "utf-8")


# What is built after: in `make test-full` each by itself.
TOGETHER: tuple[tuple[Change, ...], ...] = (
    (add_an_issue, change_a_page),
    (add_a_page, name_a_page, add_the_rest_of_a_story),
    (remove_a_page, move_an_issue, register_the_site, add_its_beginning),
    (rename_the_paper,),
)
CHANGES = tuple((change,) for changes in TOGETHER for change in changes) if FULL else TOGETHER


def contents(site: Path) -> dict[str, bytes]:
    return {
        path.relative_to(site).as_posix(): path.read_bytes()
        for path in sorted(site.rglob("*"))
        if path.is_file()
    }


def folders(site: Path) -> list[str]:
    return sorted(path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_dir())


def kept_site(output: Path) -> Path:
    """What is kept in the cache of the site that the last build replaced."""
    return Path(os.environ["NEWSPAPER_CACHE"]) / name_of(output) / KEPT_SITE


def identities(site: Path) -> dict[str, tuple[int, int]]:
    """By address which file it is on the disk, and when it was last written."""
    found = {path.relative_to(site).as_posix(): path.stat() for path in site.rglob("*") if path.is_file()}
    return {address: (status.st_ino, status.st_mtime_ns) for address, status in found.items()}


@pytest.fixture
def seeds(tmp_path: Path) -> Path:
    return Path(shutil.copytree(SEEDS, tmp_path / "原稿"))


@pytest.fixture(scope="session")
def built(build: Build, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a site of the samples and the cache of its build."""

    def make(folder: Path) -> None:
        made = build(SEEDS, folder / "网站", NEWSPAPER_CACHE=str(folder / "cache"))
        assert 0 == made.returncode, made.stderr

    return built_once(tmp_path_factory, "kept-samples", make)


@pytest.fixture
def output(built: Path, tmp_path: Path) -> Path:
    """A site of the samples with what its build kept: moved here, so that the next build reads it once."""
    output = Path(shutil.copytree(built / "网站", tmp_path / "网站"))
    shutil.copytree(built / "cache" / name_of(built / "网站"), kept_site(output).parent)
    return output


def accept(seeds: Path, output: Path) -> None:
    """Takes away what is lost, if anything is."""
    assert 0 == main(["addresses", "--accept", "--seeds", str(seeds), str(output)])


def test_every_change_gives_what_a_clean_build_gives(
    seeds: Path, output: Path, build: Build, tmp_path: Path
) -> None:
    for number, changes in enumerate(CHANGES):
        for change in changes:
            change(seeds)
        told = " and ".join(change.__name__ for change in changes)
        before, old = contents(output), identities(output)
        accept(seeds, output)
        made = build(seeds, output, JOBS="1" if number else "2")
        assert 0 == made.returncode, made.stderr
        clean = tmp_path / f"clean-{number}"
        assert (
            0 == build(seeds, clean, JOBS="1", NEWSPAPER_CACHE=str(tmp_path / f"cache-{number}")).returncode
        )
        after, new = contents(output), identities(output)
        assert contents(clean) == after, told
        assert folders(clean) == folders(output), told
        same = {address for address in before.keys() & after.keys() if before[address] == after[address]}
        assert {address: old[address] for address in same - {MANIFEST}} == {
            address: new[address] for address in same - {MANIFEST}
        }, told
        assert same - {MANIFEST}, told
    whole = (output / "jinri-linlan/2023/2023-06-02/c06-01.html").read_text("utf-8")
    assert "老船工把船划到对岸" in whole, "a page that came later has completed its story"


def test_the_site_that_was_replaced_is_kept_for_the_next_build(
    seeds: Path, output: Path, build: Build
) -> None:
    first, kept = contents(output), kept_site(output)
    assert not kept.exists()
    add_an_issue(seeds)
    assert 0 == build(seeds, output).returncode
    assert first == contents(kept)
    shared = "tingnan-xinqu/2023/2023-06-06/02.html"
    assert (kept / shared).samefile(output / shared)
    second, folder = contents(output), kept.stat().st_ino
    change_a_page(seeds)
    assert 0 == build(seeds, output).returncode
    assert second == contents(kept)
    assert folder == output.stat().st_ino


def test_a_kept_site_that_was_harmed_harms_no_other(
    seeds: Path, output: Path, build: Build, tmp_path: Path
) -> None:
    add_an_issue(seeds)
    assert 0 == build(seeds, output).returncode
    kept = kept_site(output)
    changed = kept / "tingnan-xinqu" / "2023" / "2023-06-06" / "02.html"
    changed.unlink()
    changed.write_text("<p>vandal</p>", "utf-8")
    shutil.rmtree(kept / "jinri-linlan")
    added = kept / "extra" / "deep" / "file.html"
    added.parent.mkdir(parents=True)
    added.write_text("<p>vandal</p>", "utf-8")
    remove_a_page(seeds)
    accept(seeds, output)
    made = build(seeds, output)
    assert 0 == made.returncode, made.stderr
    assert 0 == build(seeds, tmp_path / "clean", NEWSPAPER_CACHE=str(tmp_path / "cache")).returncode
    assert contents(tmp_path / "clean") == contents(output)
    assert folders(tmp_path / "clean") == folders(output)


def test_a_build_that_nothing_asks_of_touches_nothing(seeds: Path, build: Build, tmp_path: Path) -> None:
    output = tmp_path / "out"
    assert 0 == build(seeds, output).returncode
    before = identities(output)
    made = build(seeds, output)
    assert 0 == made.returncode, made.stderr
    assert before == identities(output)
    assert "写 0 个文件" in made.stdout.splitlines()[-1]


def test_what_a_build_left_need_not_be_read_to_be_known(
    seeds: Path, output: Path, build: Build, tmp_path: Path
) -> None:
    for change in (add_an_issue, change_a_page):
        change(seeds)
        assert 0 == build(seeds, output).returncode
        assert [] == with_another_ctime(output)
    shutil.copytree(output, tmp_path / "linked", copy_function=os.link)
    assert with_another_ctime(output)
    made = build(seeds, output)
    assert "写 0 个文件" in made.stdout.splitlines()[-1]
    assert [] == with_another_ctime(output)


def with_another_ctime(output: Path) -> list[str]:
    """The files that the next build has to read, to see that they are as they were left."""
    files = read_build_record(kept_site(output).parent, output).files
    assert files
    return [name for name, mark in files.items() if (output / name).stat().st_ctime_ns != mark.ctime]


def test_doubts_are_told_again_by_a_build_that_has_nothing_to_do(
    seeds: Path, build: Build, tmp_path: Path
) -> None:
    first = build(seeds, tmp_path / "again")
    second = build(seeds, tmp_path / "again")
    doubts = [line for line in first.stderr.splitlines() if ".txt" in line or ".md" in line]
    assert doubts
    assert doubts == [line for line in second.stderr.splitlines() if ".txt" in line or ".md" in line]


def test_a_file_that_somebody_changed_in_the_site_is_made_whole(
    seeds: Path, output: Path, build: Build
) -> None:
    before = contents(output)
    home = output / "index.html"
    home.write_bytes(home.read_bytes() + b"<p>vandal</p>")
    (output / "search.html").unlink()
    assert 0 == build(seeds, output).returncode
    assert before == contents(output)


def test_what_rotted_unseen_is_made_anew_when_a_check_has_found_it(
    seeds: Path, output: Path, build: Build
) -> None:
    before, old = contents(output), identities(output)
    own = kept_site(output).parent
    rotten = {"index.html", "pages/about.html", "tingnan-xinqu/2023/2023-06-06/02.html"}
    for name in rotten:
        (output / name).write_bytes(before[name].replace(b"e", b"E", 1))
        os.utime(output / name, ns=(old[name][1], old[name][1]))
    # A disk that rots leaves even the ctime as it was.
    record = read_build_record(own, output)
    ctimes = {name: (output / name).stat().st_ctime_ns for name in rotten}
    marks = {name: replace(record.files[name], ctime=ctime) for name, ctime in ctimes.items()}
    write_build_record(own, replace(record, files=record.files | marks))
    assert "写 0 个文件" in build(seeds, output).stdout.splitlines()[-1]
    assert rotten == check_site(output, own.parent).altered.keys()
    assert "写 3 个文件" in build(seeds, output).stdout.splitlines()[-1]
    assert before == contents(output)
    assert rotten | {MANIFEST} == {name for name, one in identities(output).items() if one != old[name]}


def test_a_file_that_somebody_put_into_the_site_stays_there(seeds: Path, output: Path, build: Build) -> None:
    own = output / "本地" / "CNAME"
    own.parent.mkdir()
    own.write_text("paper.example.org", "utf-8")
    add_a_page(seeds)
    assert 0 == build(seeds, output).returncode
    assert "paper.example.org" == own.read_text("utf-8")
    assert "本地/CNAME" not in listed(output)


def test_a_file_of_somebody_elses_in_the_way_of_a_page_is_named_and_kept(
    seeds: Path, output: Path, build: Build
) -> None:
    other = output / "jinri-linlan" / "2023" / "2023-06-23" / "c01.html"
    other.parent.mkdir()
    other.write_text("别动", "utf-8")
    add_an_issue(seeds)
    made = build(seeds, output)
    assert made.returncode != 0
    assert "2023-06-23/c01.html: 这个文件不是本程序建的" in made.stderr
    assert "别动" == other.read_text("utf-8")


def test_what_no_page_asks_for_any_more_is_removed(seeds: Path, output: Path, build: Build) -> None:
    gone = output / "tingnan-xinqu" / "2023" / "2023-06-20"
    assert gone.is_dir()
    shutil.rmtree(seeds / "tingnan-xinqu" / "2023-06-20")
    assert list(gone.glob("*.webp"))
    accept(seeds, output)
    assert 0 == build(seeds, output).returncode
    left = list(gone.iterdir())
    assert {".html"} == {path.suffix for path in left}, (
        "where its addresses were it is said that they are gone"
    )
    assert all("已不在本站" in path.read_text("utf-8") for path in left)


@pytest.mark.parametrize("harm", ["lost", "damaged", "of another site"])
def test_without_a_build_record_to_believe_the_same_files_are_found_to_be_the_same(
    seeds: Path, output: Path, build: Build, harm: str, tmp_path: Path
) -> None:
    record = kept_site(output).parent / BUILD_RECORD
    before = identities(output)
    if harm == "lost":
        record.unlink()
    elif harm == "damaged":
        record.write_bytes(record.read_bytes()[:-99])
    else:
        assert 0 == build(SEEDS, tmp_path / "another").returncode
        shutil.copy(kept_site(tmp_path / "another").parent / BUILD_RECORD, record)
    made = build(seeds, output)
    assert 0 == made.returncode, made.stderr
    assert before == identities(output)


def test_what_a_template_or_pelican_renders_anew_are_new_files_and_a_linked_copy_stays(
    seeds: Path, build: Build, tmp_path: Path
) -> None:
    project = tmp_path / "project"
    project.mkdir()
    for name in ("content", "theme"):
        shutil.copytree(ROOT / name, project / name)
    settings = {"THEME": str(project / "theme"), "PATH": str(project / "content")}
    output = tmp_path / "out"
    extra = ["--extra-settings", *(f'{name}="{value}"' for name, value in settings.items())]
    assert 0 == build(seeds, output, extra=extra).returncode
    old, before = identities(output), contents(output)
    linked = Path(shutil.copytree(output, tmp_path / "linked", copy_function=os.link))
    template = project / "theme" / "templates" / "newspaper" / "404.html"
    template.write_text(template.read_text("utf-8").replace("<h1", '<h1 class="other"', 1), "utf-8")
    about = project / "content" / "pages" / "about.md"
    about.write_text(about.read_text("utf-8") + "\n又添一段。\n", "utf-8")
    made = build(seeds, output, extra=extra)
    assert 0 == made.returncode, made.stderr
    assert 'class="other"' in (output / "404.html").read_text("utf-8")
    changed = {address for address, one in identities(output).items() if one != old.get(address)}
    assert {"404.html", "pages/about.html", MANIFEST} == changed
    assert before == contents(linked)


def test_one_new_issue_in_ten_years_rewrites_few_files_that_are_not_its_own(
    build: Build, tmp_path: Path
) -> None:
    seeds, output = tmp_path / "seeds", tmp_path / "out"
    for number in range(120):
        write_issue(seeds, number)
    made = build(seeds, output)
    assert 0 == made.returncode, made.stderr
    before = contents(output)
    write_issue(seeds, 120)
    assert 0 == build(seeds, output).returncode
    after = contents(output)
    own = "hewan/2023/2023-01-11/"
    rewritten = {
        address
        for address in before.keys() | after.keys()
        if before.get(address) != after.get(address) and not address.startswith((own, "search/"))
    }
    assert any(address.startswith(own) for address in after)
    assert len(rewritten) <= 60, sorted(rewritten)


def write_issue(seeds: Path, number: int) -> None:
    """A month's issue of two pages, each with four stories by writers who take turns."""
    folder = seeds / "hewan" / f"{2013 + number // 12}-{number % 12 + 1:02}-11"
    folder.mkdir(parents=True)
    for folio, name in (("C01", "要闻"), ("C02", "家园")):
        stories = (story(number, folio, place) for place in range(4))
        (folder / f"{folio}.txt").write_text(f"{folio} {name}\n\n" + "\n\n".join(stories) + "\n", "utf-8")


NAMES = [first + second for first in "柏骆穆闻鲁沈江温邵尤" for second in ("清漪", "一帆", "小满", "之禾")]
PLACES = "柳榆槐枫桐荷菱苇石砚"


def story(number: int, folio: str, place: int) -> str:
    writer = NAMES[(7 * number + 3 * place + (folio == "C02")) % len(NAMES)]
    village = PLACES[(number + place) % 10] + PLACES[(3 * number + place) % 10]
    return (
        f"{village}村第{number + 1}座水站通水\n\n"
        f"本报讯(记者 {writer})日前,{village}村第{number + 1}座水站建成,{place + 2}00多户居民用上了自来水。"
    )
