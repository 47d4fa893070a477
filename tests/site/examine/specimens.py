"""The few files that stand for a whole built site: together they show all that its templates can show.

Of eighteen pages set alike one is enough; the one with an 编者按 on it comes as well. So a new template, or
a new class in an old one, is examined without being named anywhere. `make test` is content with each template
and each class somewhere, `make test-full` wants the class on each template that has it.
"""

from functools import cache
from html.parser import HTMLParser
from pathlib import Path

from depth import FULL

Feature = tuple[str, str, str]


class Features(HTMLParser):
    """What one file shows: each element with each of its classes, under the kind that its body names."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.kind = ""
        self.found: set[Feature] = set()
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        classes = (dict(attrs).get("class") or "").split()
        if tag == "body":
            self.kind = " ".join(classes)
        for name in classes or [""]:
            self.found.add((self.kind, tag, name))


def anywhere(found: set[Feature]) -> set[Feature]:
    """The same, whatever template an element is of; and of which templates there are some."""
    return {(kind, "", "") for kind, _, _ in found} | {("", tag, name) for _, tag, name in found}


def one_of_each(site: Path, chosen: list[str]) -> list[str]:
    """Of these addresses the first of each template: the one that shows most."""
    kinds = {Features((site / one).read_text("utf-8")).kind: one for one in reversed(chosen)}
    return [address for address in chosen if address in kinds.values()]


@cache
def specimens(site: Path, *, on_each: bool = FULL) -> list[str]:
    """Their addresses: the file that shows most comes first, then always the one that adds most to it."""
    shows = {
        path.relative_to(site).as_posix(): Features(path.read_text("utf-8")).found
        for path in sorted(site.rglob("*.html"))
    }
    if not on_each:
        shows = {address: anywhere(found) for address, found in shows.items()}
    chosen: list[str] = []
    missing = set().union(*shows.values())
    while missing:
        best = max(sorted(shows), key=lambda address: len(shows[address] & missing))
        chosen.append(best)
        missing -= shows[best]
    return chosen
