"""A page as the address book is held against it: where it would stand, and sketches of its texts."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PageTexts:
    """A page as it is now: its name for others (`key`), the id it would have, and its texts.

    `wish` is `river/2024/2024-03-08/c01`, without a number for a second page of one folio; `named` says that
    date and folio made it, not the name of a file. `stories` are the sketches of its articles in print order;
    of a page that could not be read this time (`unread`) there are none, and its addresses wait for it.
    Where something of it is withdrawn `at` is where it stands, and `stories_at` where each of them.
    """

    key: str
    wish: str
    named: bool
    sketch: str
    stories: tuple[str, ...]
    unread: bool = False
    at: str = ""
    stories_at: tuple[str, ...] = ()
