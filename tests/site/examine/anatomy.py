"""What a built file refers to, taken apart for tests: its links, what it loads, its ids, its language.

`<img srcset="a.png 1x, b.png 2x">` loads both; `<a href="c01.html#L3">` leads to a line of c01.html.
"""

import re
from html.parser import HTMLParser
from posixpath import dirname, join, normpath
from urllib.parse import unquote

# A link leads the reader somewhere; everything else in these attributes is fetched for the page itself.
LOADS = frozenset({"src", "poster", "data", "href", "xlink:href"})
LINKS = frozenset({"href", "action", "cite", "formaction"})
PICTURES = frozenset({"use", "image"})  # in an SVG their href is fetched
# What a `<link>` only says where it is, and has nothing fetched.
SIGNPOSTS = frozenset({"prev", "next", "canonical", "alternate", "license"})
CSS_LOADS = re.compile(r"""url\(\s*["']?([^"')]*)|@import\s+["']([^"']*)""")
OUTSIDE = re.compile(r"(?:[a-z][a-z0-9+.-]*:)?//|[a-z][a-z0-9+.-]*:", re.IGNORECASE)


class Anatomy(HTMLParser):
    def __init__(self, text: str) -> None:
        super().__init__()
        self.links: list[str] = []
        self.loads: list[str] = []
        self.ids: list[str] = []
        self.languages: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        for name, value in given.items():
            if name == "href" and tag == "link" and given.get("rel") not in SIGNPOSTS:
                self.loads.append(value)
            elif name in LINKS and tag not in PICTURES:
                self.links.append(value)
            else:
                self.loads += loads(name, value)
        if "id" in given:
            self.ids.append(given["id"])
        if "lang" in given:
            self.languages.append(given["lang"])


def loads(name: str, value: str) -> list[str]:
    """What one attribute has fetched, but for the `href` of a style sheet."""
    if name in ("srcset", "imagesrcset"):
        return [one.split()[0] for one in value.split(",") if one.strip()]
    if name == "style":
        return css_loads(value)
    return [value] if name in LOADS else []


def css_loads(text: str) -> list[str]:
    return [first or second for first, second in CSS_LOADS.findall(text)]


def is_outside(way: str) -> bool:
    """Whether it leads to another host or scheme; `data:` holds what it names."""
    return bool(OUTSIDE.match(way)) and not way.startswith("data:")


def target(here: str, way: str) -> tuple[str, str]:
    """The file that a relative way leads to from the file `here`, and the place in it, or ""."""
    path, _, anchor = way.partition("#")
    path = unquote(path.partition("?")[0])
    return (normpath(join(dirname(here), path)) if path else here), unquote(anchor)
