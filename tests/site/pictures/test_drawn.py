"""Pages in small, covers and cards, drawn from the headlines of the invented archive."""

from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image, ImageChops

from files_in_memory import FilesInMemory
from invented_archive import HOSTILE, NEWS, invented_archive
from newspaper_archive.folder.scan import look
from newspaper_archive.model import Archive, ArchivedPage, PageFile, Scan
from newspaper_archive.site.pictures.faces import Fonts, face_of, installed_fonts
from newspaper_archive.site.pictures.miniature import miniature
from newspaper_archive.site.pictures.picture_jobs import picture_jobs
from newspaper_archive.site.pictures.plate import plate
from newspaper_archive.site.pictures.type import compose, legible
from newspaper_archive.site.render_options import Site
from newspaper_archive.site.renderer import Renderer
from newspaper_archive.site.tongue import tongue
from rendered_site import templates
from scans import saved, sheet

PACKAGES = Path(__file__).resolve().parents[3] / "node_modules"
ADDRESS = "https://example.org"


@pytest.fixture(scope="module")
def fonts() -> Fonts:
    found = installed_fonts(PACKAGES)
    assert found is not None, "npm ci brings the type"
    return found


def drawn(archive: Archive, site: Site) -> dict[str, bytes]:
    written = FilesInMemory()
    for job in picture_jobs(archive, site):
        job.draw(Renderer(templates(), written), *job.shown)
    return written.files


def drawn_apart(archive: Archive, site: Site, which: int) -> dict[str, bytes]:
    """One of the jobs alone, as another process does it."""
    written = FilesInMemory()
    job = list(picture_jobs(archive, site))[which]
    job.draw(Renderer(templates(), written), *job.shown)
    return written.files


def opened(data: bytes) -> Image.Image:
    return Image.open(BytesIO(data))


def test_each_page_and_each_issue_has_its_picture(fonts: Fonts) -> None:
    archive = invented_archive()
    files = drawn(archive, Site("晚晴日报", fonts=fonts))
    pages = {page.address.replace(".html", ".webp") for issue in archive.issues for page in issue.pages}
    issues = {issue.address.replace(".html", ".webp") for issue in archive.issues}
    assert pages | issues == set(files)
    assert {(240, 336)} == {opened(files[page]).size for page in pages}
    assert all(len(data) < 16_000 for data in files.values())


def test_only_a_site_with_an_address_has_share_cards(fonts: Fonts) -> None:
    archive = invented_archive()
    cards = {
        address for address in drawn(archive, Site("晚晴日报", ADDRESS, fonts)) if address.endswith("png")
    }
    assert {issue.address.replace(".html", ".png") for issue in archive.issues} == cards


def test_each_article_has_a_card_where_the_desk_asks_for_them(fonts: Fonts) -> None:
    archive = invented_archive()
    files = drawn(archive, Site("晚晴日报", ADDRESS, fonts, article_cards=True))
    articles = [article for issue in archive.issues for page in issue.pages for article in page.articles]
    for article in articles:
        assert (1200, 630) == opened(files[article.address.replace(".html", ".png")]).size


def test_without_type_only_what_is_scanned_has_a_picture(tmp_path: Path) -> None:
    assert installed_fonts(tmp_path) is None
    assert {} == drawn(invented_archive(), Site("晚晴日报", ADDRESS))
    scanned = with_scan(tmp_path, invented_archive())
    folder = "liuhe/2021/2021-03-10"
    assert {f"{folder}/c01.webp", f"{folder}/c01.w300.webp", f"{folder}/index.webp"} == set(
        drawn(scanned, Site("晚晴日报", ADDRESS))
    )


def with_scan(folder: Path, archive: Archive) -> Archive:
    """The front page of the newest 柳河新闻 with a scan beside it."""
    (folder / "c01.png").write_bytes(saved(sheet(), "PNG"))
    issue = archive.issues[1]
    first = issue.pages[0]
    path = first.page.source.path
    file = PageFile(path, folder / "c01.txt", issue.edition, scans=(path.replace(".txt", ".png"),))
    scanned = replace(first, page=replace(first.page, scan=look(file).scan))
    issues = list(archive.issues)
    issues[1] = replace(issue, pages=(scanned, *issue.pages[1:]))
    return replace(archive, issues=tuple(issues), files={path: file})


def test_a_page_with_a_scan_is_shown_by_it(fonts: Fonts, tmp_path: Path) -> None:
    files = drawn(with_scan(tmp_path, invented_archive()), Site("晚晴日报", fonts=fonts))
    shown = opened(files["liuhe/2021/2021-03-10/c01.webp"]).convert("RGB")
    expected = sheet().resize((240, 336))
    difference = ImageChops.difference(shown, expected).convert("L").resize((1, 1)).getpixel((0, 0))
    assert isinstance(difference, int)
    assert difference < 8


@pytest.mark.slow
def test_the_same_archive_gives_the_same_pictures_whoever_draws_them(fonts: Fonts, tmp_path: Path) -> None:
    archive = with_scan(tmp_path, invented_archive())
    site = Site("晚晴日报", ADDRESS, fonts, article_cards=True)
    alone = drawn(archive, site)
    assert alone == drawn(archive, site)
    jobs = list(picture_jobs(archive, site))
    with ProcessPoolExecutor(2) as workers:
        parts = workers.map(drawn_apart, [archive] * len(jobs), [site] * len(jobs), range(len(jobs)))
        assert alone == {address: data for part in parts for address, data in part.items()}


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("今日临澜", "今日临澜"),
        ("國際龍舟賽·縣鄉鎮", "國際龍舟賽·縣鄉鎮"),
        ("龘犇喆珺㙟", "龘犇喆珺㙟"),
        ("丰收🎉啦😀", "丰收啦"),
        ("👨‍👩‍👧一家", "一家"),
        ("\u200b零\ufeff宽\x00", "零宽"),
        ("半个\ud800字", "半个字"),
        ("私\ue000用", "私用"),
        ("𠮷野家", "野家"),
        ("甲\u3000 乙\n丙", "甲 乙 丙"),
    ],
)
def test_a_letter_that_no_face_has_is_left_out(text: str, shown: str, fonts: Fonts) -> None:
    assert shown == legible(text, fonts.headline)


def test_what_the_first_face_lacks_another_sets(fonts: Fonts) -> None:
    xiaowei, bold = fonts.nameplate
    assert [xiaowei, bold, None] == [face_of(letter, fonts.nameplate) for letter in "今縣😀"]


def test_no_box_is_ever_drawn(fonts: Fonts) -> None:
    """A page of nothing but letters that no face has is drawn like one without letters."""
    archive = invented_archive()
    issue, page = archive.issues[1], archive.issues[1].pages[0]
    lacking = with_headlines(page, "😀🎉𠮷\U0010fffd")
    nothing = with_headlines(page, "\u200b")
    pictures = [miniature(plate(issue, one, tongue()), fonts) for one in (lacking, nothing)]
    assert ImageChops.difference(*pictures).getbbox() is None


def with_headlines(page: ArchivedPage, words: str) -> ArchivedPage:
    articles = tuple(
        replace(one, article=replace(one.article, headline=words, kicker="", paragraphs=()))
        for one in page.articles
    )
    return replace(page, articles=articles)


@pytest.mark.parametrize("words", [HOSTILE, "题" * 5000, "A" * 5000, "", " ", "“”。，"])
def test_any_headline_leaves_a_picture_of_the_same_size(words: str, fonts: Fonts) -> None:
    issue = invented_archive().issues[1]
    assert (240, 336) == miniature(plate(issue, with_headlines(issue.pages[0], words), tongue()), fonts).size


def test_a_page_of_three_hundred_articles_stays_on_its_sheet(fonts: Fonts) -> None:
    issue = invented_archive().issues[1]
    page = replace(issue.pages[0], articles=issue.pages[0].articles[:1] * 300)
    picture = miniature(plate(issue, page, tongue()), fonts)
    below = picture.crop((0, 330, 240, 336))
    assert 1 == len(below.getcolors() or ())


def test_a_headline_breaks_at_its_phrases(fonts: Fonts) -> None:
    lines = compose("凝心聚力打好“百日行动”攻坚战", fonts.headline, 20, 190, 3).lines
    assert ("凝心聚力打好", "“百日行动”攻坚战") == lines


def test_no_line_of_a_headline_is_one_letter_where_two_even_lines_go(fonts: Fonts) -> None:
    assert ("竹行街", "的灯，", "又亮了") == compose("竹行街的灯，又亮了", fonts.headline, 20, 85, 3).lines


def test_a_headline_too_long_for_its_lines_is_cut_and_says_so(fonts: Fonts) -> None:
    lines = compose(NEWS.headline * 9, fonts.headline, 20, 100, 2).lines
    assert 2 == len(lines)
    assert lines[1].endswith("……")


def test_the_front_page_alone_bears_the_name_of_the_edition() -> None:
    issue = invented_archive().issues[1]
    assert [True, False] == [plate(issue, page, tongue()).first for page in issue.pages]
    assert not plate(replace(issue, pages=issue.pages[1:]), issue.pages[1], tongue()).first


def test_the_size_of_a_scan_in_small_is_known_before_it_is_drawn(fonts: Fonts, tmp_path: Path) -> None:
    archive = with_scan(tmp_path, invented_archive())
    page = archive.issues[1].pages[0]
    scan = page.page.scan
    assert scan == Scan("liuhe/2021/2021-03-10/c01.png", scan.sha256 if scan else "", 300, 420)
    environment = templates()
    shown = environment.filters["thumbnail"](environment, page)
    drawn_size = opened(drawn(archive, Site("晚晴日报", fonts=fonts))[shown.address]).size
    assert drawn_size == (shown.width, shown.height)
