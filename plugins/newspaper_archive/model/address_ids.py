"""What an id in the address book is of: `river/2031/2031-03-05/c01-02` is a story, `…/c01` its page."""

PEOPLE_NAME = "people"
PEOPLE = f"{PEOPLE_NAME}/"
"""What the ids of people begin with: `people/w/b/wang-lan-b232fd`."""


def page_of(id_: str) -> str:
    """`…/c01` for `…/c01-02`; a page's own id as it is."""
    stem, _, number = id_.rpartition("-")
    return stem if number.isdigit() and "/" in stem else id_


def is_story(id_: str) -> bool:
    return page_of(id_) != id_ and not is_person(id_)


def is_person(id_: str) -> bool:
    return id_.startswith(PEOPLE)


def place_of(page: str) -> str:
    """`…/c01` for the second page of that folio, `…/c01_2`, as well."""
    stem, mark, number = page.rpartition("_")
    return stem if mark and number.isdigit() and len(number) < 3 else page


def issue_of(id_: str) -> str:
    return id_.rpartition("/")[0]


def edition_of(id_: str) -> str:
    return id_.partition("/")[0]


def file_of(id_: str) -> str:
    """The file of the book that it is in: `river/2031`, `river/undated`, `sections`, `people`."""
    if is_person(id_):
        return PEOPLE_NAME
    parts = id_.split("/", 2)
    return f"{parts[0]}/{parts[1]}" if len(parts) > 2 else parts[0]
