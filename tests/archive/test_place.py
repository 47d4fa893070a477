"""Addresses: `river/2024/2024-03-08/c01-02.html` is the second article of C01 of that day."""

import re
from itertools import permutations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from newspaper_archive.archive import build_archive
from newspaper_archive.model import Archive, Edition, FactSource, Page
from pages import DAY, FERRY, RIVER, article, page

ADDRESS = re.compile(r"[a-z0-9_-]+(?:/[a-z0-9_-]+)*\.html")


def built(*pages: Page) -> Archive:
    return build_archive(pages, (RIVER, FERRY))


def page_addresses(archive: Archive) -> list[str]:
    return [found.address for issue in archive.issues for found in issue.pages]


def test_an_article_is_addressed_by_edition_date_folio_and_number() -> None:
    archive = built(page("大河/C01.txt", article("甲"), article("乙"), folio="C01"))
    (issue,) = archive.issues
    (found,) = issue.pages
    assert (issue.id, issue.address) == (f"river/2024/{DAY}", f"river/2024/{DAY}/index.html")
    assert (found.id, found.address) == (f"river/2024/{DAY}/c01", f"river/2024/{DAY}/c01.html")
    assert [a.address for a in found.articles] == [f"river/2024/{DAY}/c01-0{n}.html" for n in (1, 2)]


def test_pages_stand_in_print_order() -> None:
    folios = ["C10", "C02", "B1", "C1", "10", "2"]
    archive = built(page("无版次.txt"), *(page(f"{folio}.txt", folio=folio) for folio in folios))
    names = [address.rsplit("/", 1)[1] for address in page_addresses(archive)]
    assert names == ["2.html", "10.html", "b1.html", "c1.html", "c02.html", "c10.html", "page-wu-ban-ci.html"]


def test_issues_stand_oldest_first_and_the_undated_last() -> None:
    archive = built(
        page("x.txt", date=None),
        page("a.txt", date="2024-03-15"),
        page("b.txt", date="2024-03-08"),
        page("c.txt", date="2024-03-08", edition=FERRY),
    )
    assert [issue.id for issue in archive.issues] == [
        "ferry/2024/2024-03-08",
        "river/2024/2024-03-08",
        "river/2024/2024-03-15",
        "river/undated/x",
    ]
    assert [edition.slug for edition in archive.editions] == ["ferry", "river"]


def test_an_estimated_date_never_enters_an_address() -> None:
    (issue,) = built(page("大河/x.txt", date=DAY, date_source=FactSource.ESTIMATE)).issues
    assert (issue.id, issue.date, issue.certain) == ("river/undated/x", DAY, False)


@pytest.mark.parametrize("date", ["2024-03", "XXXX-03-08", "2024-03-08~"])
def test_an_open_date_never_enters_an_address(date: str) -> None:
    (issue,) = built(page("大河/x.txt", date=date)).issues
    assert (issue.id, issue.date, issue.certain) == ("river/undated/x", date, False)


def test_the_undated_stand_by_what_is_known_of_their_dates() -> None:
    dates = ["[2016..]", "2019-07-11~", "2020-03~", "2020-03-23~", "XXXX-06-01~", "XXXX-08~", None]
    names = dict(zip("gfedcba", dates, strict=True))
    archive = built(
        page("z.txt", date="2031-01-01"),
        *(page(f"{name}.txt", date=date, date_source=FactSource.ESTIMATE) for name, date in names.items()),
    )
    assert [issue.date for issue in archive.issues] == ["2031-01-01", *dates]
    assert [issue.id for issue in archive.issues[1:]] == [f"river/undated/{name}" for name in names]


def test_each_undated_page_is_an_issue_of_its_own() -> None:
    archive = built(
        *(page(f"大河/{name}.txt", article("甲"), date=None) for name in ("000_ab", "001_cd", "渡口/三"))
    )
    assert page_addresses(archive) == [
        "river/undated/000-ab/page.html",
        "river/undated/001-cd/page.html",
        "river/undated/du-kou-san/page.html",
    ]
    assert archive.issues[0].pages[0].articles[0].id == "river/undated/000-ab/page-01"


def test_an_undated_page_keeps_its_folio() -> None:
    assert page_addresses(built(page("x.txt", folio="C02", date=None))) == ["river/undated/x/c02.html"]


def test_undated_pages_of_one_spelling_get_a_hash_whatever_their_order() -> None:
    pages = [page(f"{name}.txt", date=None) for name in ("时事", "实施", "史诗", "渡口")]
    found = {tuple(page_addresses(built(*order))) for order in permutations(pages)}
    assert len(found) == 1
    (addresses,) = found
    assert sum(bool(re.search(r"/shi-shi-[0-9a-f]{6}/", address)) for address in addresses) == 3
    assert "river/undated/du-kou/page.html" in addresses
    assert len(set(addresses)) == 4


def test_two_pages_of_one_folio_are_a_problem_and_both_are_kept() -> None:
    archive = built(page("b.txt", folio="C1"), page("a.txt", folio="C01"), page("c.txt", folio="C01"))
    assert page_addresses(archive) == [f"river/2024/{DAY}/{stem}.html" for stem in ("c01", "c1", "c01_2")]
    assert [(problem.code, problem.file) for problem in archive.problems] == [
        ("same-folio", "b.txt"),
        ("same-folio", "c.txt"),
    ]


def test_papers_that_pinyin_spells_alike_are_a_problem() -> None:
    archive = built(
        page("a.txt", edition=Edition("shi-shi", "时事", "时事")),
        page("b.txt", edition=Edition("shi-shi", "实施", "实施")),
    )
    assert [(problem.code, problem.file) for problem in archive.problems] == [("same-slug", "b.txt")]


@example([("0", "index", "2024-03-08"), ("01", None, "2024-03-08")])
@given(
    st.lists(
        st.tuples(
            st.text(alphabet="甲01-_ab", min_size=1, max_size=4),
            st.sampled_from([None, "C01", "C1", "C01-02", "C01_2", "页", "index", "…"]),
            st.sampled_from([None, DAY]),
        ),
        max_size=6,
        unique_by=lambda given: given[0],
    )
)
def test_no_two_things_share_an_address(given: list[tuple[str, str | None, str | None]]) -> None:
    archive = built(*(page(f"{n}.txt", article("甲"), article("乙"), folio=f, date=d) for n, f, d in given))
    addresses = [issue.address for issue in archive.issues] + page_addresses(archive)
    addresses += [a.address for i in archive.issues for p in i.pages for a in p.articles]
    assert len(addresses) == len(set(addresses))
    assert [address for address in addresses if not ADDRESS.fullmatch(address)] == []
