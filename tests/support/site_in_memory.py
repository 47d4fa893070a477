"""The site of an archive's records in memory, and its files taken apart as a browser takes them."""

from html.parser import HTMLParser

from newspaper_archive.model import Archive
from newspaper_archive.site.all_pages import render
from rendered_site import templates


class SiteInMemory(dict[str, bytes]):
    """A writer that keeps the files in memory."""

    def write(self, address: str, data: bytes) -> None:
        assert address not in self, f"{address} is written twice"
        self[address] = data


def site(archive: Archive, address: str = "") -> SiteInMemory:
    files = SiteInMemory()
    render(archive, templates(address), files)
    return files


class Anatomy(HTMLParser):
    """The links, ids and elements of one file, and whether each element is closed in its turn."""

    VOID = frozenset({"wbr", "meta", "link", "input", "br", "hr", "img"})

    def __init__(self, data: bytes) -> None:
        super().__init__()
        self.links: list[str] = []
        self.ids: list[str] = []
        self.tags: list[str] = []
        self.open: list[str] = []
        self.feed(data.decode("utf-8"))
        self.close()
        assert not self.open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        if tag not in self.VOID:
            self.open.append(tag)
        for name, value in attrs:
            assert not name.startswith("on"), name
            assert name != "style", "the page's own policy forbids inline styles"
            if name in ("href", "src", "action"):
                self.links.append(value or "")
            if name == "id":
                self.ids.append(value or "")

    def handle_endtag(self, tag: str) -> None:
        assert tag == self.open.pop()
