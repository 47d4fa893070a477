"""What Pelican's settings say of the archive, checked before a page is read: `NEWSPAPER_SEEDS = "seeds"`."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from newspaper_archive.errors import ArchiveError
from newspaper_archive.folder.edition import UNSORTED
from newspaper_archive.folder.site_file import read_site
from newspaper_archive.folder.walk import pages_folder
from newspaper_archive.model import NO_IMPRINT, Edition, Imprint, SiteFile
from newspaper_archive.site.render_options import KIND
from newspaper_archive.site.tongue import SOURCE, languages, tongue
from newspaper_archive.store.jobs import Jobs, worker_per_core

LUNR = "node_modules/lunr/lunr.min.js"
FONTS = "node_modules"


@dataclass(frozen=True, slots=True)
class Settings:
    """`paper` names pages that no edition.yaml names; `site_address` has no stroke at its end, or is "".

    `sitename` is "" where nobody has named the site. With `shrink` a site is built though many of its page
    files are gone. `book` is the folder of the address book where it is not `addresses` beside the pages; a
    `draft` (`make devserver`) publishes nothing.
    """

    seeds: Path
    paper: str = ""
    sitename: str = ""
    site_address: str = ""
    lunr: Path = Path(LUNR)
    fonts: Path = Path(FONTS)
    article_cards: bool = False
    language: str = SOURCE
    imprint: Imprint = NO_IMPRINT
    cache: Path | None = None
    shrink: bool = False
    book: Path | None = None
    draft: bool = False
    jobs: Jobs = field(default_factory=worker_per_core)

    @property
    def edition(self) -> Edition:
        """Where pages stand of which no file, folder or print says what edition they are of."""
        return Edition(slug=UNSORTED, name=tongue(self.language).say("散页"), paper=self.paper)


def read_settings(given: Mapping[str, object]) -> Settings:
    """The settings from a mapping such as Pelican's; raises ArchiveError at the first that cannot be used.

    What was typed comes before what `site.yaml` says, and that before what the mapping says besides.
    """
    seeds = _folder(given)
    said = read_site(seeds, languages())
    return Settings(
        seeds=seeds,
        paper=_text(given, "NEWSPAPER_PAPER", ""),
        sitename=said.name or _own_name(given),
        site_address=_site_address(given, said),
        lunr=_path(given, "NEWSPAPER_LUNR", LUNR),
        fonts=_path(given, "NEWSPAPER_FONTS", FONTS),
        language=_language(given, "NEWSPAPER_TYPED_LANGUAGE") or said.language or _language(given) or SOURCE,
        imprint=said.imprint,
        article_cards=_yes(given, "NEWSPAPER_ARTICLE_CARDS"),
        cache=_path(given, "NEWSPAPER_CACHE", "") if given.get("NEWSPAPER_CACHE") else None,
        shrink=bool(given.get("NEWSPAPER_SHRINK")),
        book=_path(given, "NEWSPAPER_BOOK", "") if given.get("NEWSPAPER_BOOK") else None,
        draft=bool(given.get("NEWSPAPER_DEVSERVER")),
        jobs=Jobs(_workers(given), _text(given, "NEWSPAPER_CLUSTER", "")),
    )


def _folder(given: Mapping[str, object]) -> Path:
    if not given.get("NEWSPAPER_SEEDS"):
        raise ArchiveError("设置 NEWSPAPER_SEEDS: 没有写。请在 pelicanconf.py 里写上版面文本所在的文件夹")
    return pages_folder(_path(given, "NEWSPAPER_SEEDS", ""))


def _path(given: Mapping[str, object], name: str, default: str) -> Path:
    value = given.get(name) or default
    if isinstance(value, Path):
        return value
    if isinstance(value, str) and "\0" not in value:
        return Path(value)
    raise ArchiveError(f"设置 {name}: 看到“{value!r}”；应为加引号的路径，例如 {name} = 'seeds'")


def _workers(given: Mapping[str, object]) -> int:
    """As many as there are cores, where nothing is said."""
    value = given.get("NEWSPAPER_JOBS") or worker_per_core().workers
    if str(value).isascii() and str(value).isdigit() and int(str(value)) > 0:
        return int(str(value))
    raise ArchiveError(f"设置 NEWSPAPER_JOBS（make JOBS=…）: 看到“{value}”；应为 1、2、4 这样的数")


def _text(given: Mapping[str, object], name: str, default: str) -> str:
    value = given.get(name, default)
    if isinstance(value, str):
        return value.strip()
    raise ArchiveError(f"设置 {name}: 看到“{value!r}”；应为加引号的文字，例如 {name} = '河湾日报'")


def _own_name(given: Mapping[str, object]) -> str:
    """What pelicanconf.py calls the site; 数字报 alone, as it comes, is no name of one."""
    name = _text(given, "SITENAME", "")
    return "" if name == KIND else name


def _yes(given: Mapping[str, object], name: str) -> bool:
    value = given.get(name, False)
    if isinstance(value, bool):
        return value
    raise ArchiveError(f"设置 {name}: 看到“{value!r}”；应为 True 或 False，不加引号")


def _language(given: Mapping[str, object], name: str = "NEWSPAPER_LANGUAGE") -> str:
    """One that there is a catalogue for, by its name whatever the case; "" where nothing is said."""
    value = _text(given, name, "")
    known = {code.lower(): code for code in languages()}
    if not value or value.lower() in known:
        return known.get(value.lower(), "")
    raise ArchiveError(
        f"设置 NEWSPAPER_LANGUAGE（make LANGUAGE=…）: 看到“{value}”；应为 {'、'.join(known.values())} 之一"
    )


def _site_address(given: Mapping[str, object], said: SiteFile) -> str:
    """Without one the site's links are all relative; what `site.yaml` says is meant for `make publish`."""
    url = _text(given, "SITEURL", "").rstrip("/")
    if url and not url.startswith(("http://", "https://")):
        raise ArchiveError(
            f"设置 SITEURL: 看到“{url}”；应以 http:// 或 https:// 开头，例如 https://example.org，没有网址就留空"
        )
    if url or not given.get("NEWSPAPER_PUBLISH"):
        return url
    if not said.address:
        raise ArchiveError(
            "请说明网站的地址，例如：make publish SITEURL=https://example.org/archive；"
            "或者在版面文件夹里的 site.yaml 写一行 address: https://example.org/archive"
        )
    return said.address
