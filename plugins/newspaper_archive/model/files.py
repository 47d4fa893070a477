"""A page file as it lies in its folder, before and after it is opened."""

from dataclasses import dataclass
from pathlib import Path

from newspaper_archive.model.desk_words import NO_MASK, Mask, Sidecar
from newspaper_archive.model.problem import Problem


@dataclass(frozen=True, slots=True)
class Source:
    """A page file as found; `path` is POSIX and relative to the folder of pages."""

    path: str
    sha256: str
    size: int
    encoding: str


@dataclass(frozen=True, slots=True)
class Edition:
    """What `edition.yaml` says of a folder of pages; `sections` pairs a section's name with its slug."""

    slug: str
    name: str
    paper: str
    folder: str = ""
    cn: str = ""
    issn: str = ""
    frequency: str = ""
    language: str = "zh-CN"
    sections: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Imprint:
    """Who publishes the site and answers for it, as `site.yaml` says; "" where it does not.

    `icp` and `police` are its numbers in the two registers that mainland law has a site show.
    """

    publisher: str = ""
    mail: str = ""
    telephone: str = ""
    icp: str = ""
    police: str = ""
    copyright: str = ""

    @property
    def police_code(self) -> str:
        """The figures by which the register of the police is asked."""
        return "".join(filter(str.isdigit, self.police))


NO_IMPRINT = Imprint()


@dataclass(frozen=True, slots=True)
class SiteFile:
    """What `site.yaml` says of the site; "" where it says nothing, and no stroke at the address's end."""

    name: str = ""
    address: str = ""
    language: str = ""
    imprint: Imprint = NO_IMPRINT


@dataclass(frozen=True, slots=True)
class PageFile:
    """A page file before it is opened: `path` as in `Source`, its path says `date`, `folio` and `page_name`.

    Its text is not shown without its `mask`.
    """

    path: str
    location: Path
    edition: Edition
    date: str | None = None
    folio: str | None = None
    sidecar: Sidecar | None = None
    scans: tuple[str, ...] = ()
    mask: Mask = NO_MASK
    page_name: str | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """A folder of pages, walked: pages by path, and every edition that a file, folder or sidecar names."""

    pages: tuple[PageFile, ...]
    editions: tuple[Edition, ...]
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Decoded:
    """A page's text with `\\n` at its line ends; None where the bytes are no text, as `problems` says."""

    text: str | None
    encoding: str
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Scan:
    """A picture of a page, by its path as in `Source`; `width` and `height` are its pixels when upright."""

    path: str
    sha256: str
    width: int
    height: int
