"""Whose site it is: the name in the masthead, who publishes it, its numbers in the two registers."""

import re
from dataclasses import replace

from invented_archive import LIUHE, QINGSHI, invented_archive
from issues_held import archive_of, estimated, held
from newspaper_archive.model import Archive, Edition, Imprint
from newspaper_archive.site.all_pages import render
from newspaper_archive.site.render_options import Site
from newspaper_archive.site.renderer import prepare
from rendered_site import templates
from site_in_memory import SiteInMemory

MASTHEAD = re.compile(r'<p class="masthead__name"><a href="([^"]*)">([^<]*)</a>')
IMPRINT = Imprint(
    "云汀日报社",
    "desk@example.org",
    "0999-8765432",
    "鲁ICP备2099000001号-1",
    "鲁公网安备37990002000001号",
    "© 2031 云汀日报社",
)
REGISTERS = """<ul class="imprint__registers">
<li><a href="https://beian.miit.gov.cn/">鲁ICP备2099000001号-1</a></li>
<li><a href="https://beian.mps.gov.cn/#/query/webSearch?code=37990002000001">鲁公网安备37990002000001号</a></li>
</ul>"""
WHO = """<ul>
<li>主办：云汀日报社</li>
<li>邮箱：<a href="mailto:desk@example.org">desk@example.org</a></li>
<li>电话：0999-8765432</li>
</ul>
<p>© 2031 云汀日报社</p>"""


def printed(archive: Archive, imprint: Imprint, language: str = "zh-Hans") -> dict[str, str]:
    environment = templates(language=language)
    prepare(environment, Site("云汀日报", language=language, imprint=imprint))
    files = SiteInMemory()
    render(archive, environment, files)
    return {address: data.decode() for address, data in files.items() if address.endswith(".html")}


def mastheads(archive: Archive) -> dict[str, tuple[str, str]]:
    files = printed(archive, Imprint())
    return {address: found.groups() for address, text in files.items() if (found := MASTHEAD.search(text))}


def test_an_edition_s_own_files_bear_its_name_and_all_others_the_site_s() -> None:
    found = mastheads(invented_archive())
    of_edition = {address: name for address, (_, name) in found.items() if address.startswith("liuhe/")}
    assert {"柳河新闻"} == set(of_edition.values())
    assert {"index.html", "2021/index.html", "2021/2021-03-10/c01.html", "2021/2021-03-10/c01-01.html"} <= {
        address.removeprefix("liuhe/") for address in of_edition
    }
    assert ("../../index.html", "柳河新闻") == found["liuhe/2021/2021-03-10/c01-01.html"]
    of_all = {name for address, (_, name) in found.items() if not address.startswith(("liuhe/", "qingshi/"))}
    assert {"云汀日报"} == of_all


def test_pages_of_no_known_edition_bear_the_site_s_name() -> None:
    unsorted = Edition(slug="unsorted", name="未归入报纸的版面", paper="")
    found = mastheads(archive_of(estimated(unsorted, None), [unsorted]))
    assert {"云汀日报"} == {name for _, name in found.values()}


def test_a_site_is_called_as_it_is_named_or_by_its_one_paper() -> None:
    archive = archive_of([*held(LIUHE, "2021-03-10"), *held(QINGSHI, "2021-03-17")])
    assert ("晚晴日报", "柳河在线") == (Site("").of(archive).name, Site("柳河在线").of(archive).name)
    unknown = estimated(Edition(slug="unsorted", name="未归入报纸的版面", paper=""), None)
    assert "晚晴日报" == Site("").of(archive_of([*held(LIUHE, "2021-03-10"), *unknown])).name


def test_a_site_of_two_papers_or_of_none_is_called_by_its_kind() -> None:
    other = replace(QINGSHI, paper="青石日报")
    two = archive_of([*held(LIUHE, "2021-03-10"), *held(other, "2021-03-17")])
    unknown = estimated(Edition(slug="unsorted", name="未归入报纸的版面", paper=""), None)
    assert ["数字报"] * 3 == [Site("").of(found).name for found in (two, archive_of(unknown), archive_of([]))]


def test_the_registers_stand_at_the_foot_of_the_home_page_alone() -> None:
    files = printed(invented_archive(), IMPRINT)
    assert ["index.html"] == [address for address, text in files.items() if "imprint__registers" in text]
    assert REGISTERS in files["index.html"]


def test_every_page_tells_who_publishes_it() -> None:
    files = printed(invented_archive(), IMPRINT)
    assert {"404.html"} == {address for address, text in files.items() if WHO not in text}


def test_nothing_is_told_that_nobody_said() -> None:
    files = printed(invented_archive(), Imprint(icp=IMPRINT.icp))
    assert "主办" not in "".join(files.values())
    assert REGISTERS.replace(REGISTERS.splitlines()[2] + "\n", "") in files["index.html"]
    assert "imprint__registers" not in printed(invented_archive(), Imprint())["index.html"]


def test_in_another_language_the_names_stay_in_theirs() -> None:
    home = printed(invented_archive(), IMPRINT, "en")["index.html"]
    assert '<li>Published by <span lang="zh-CN">云汀日报社</span></li>' in home
