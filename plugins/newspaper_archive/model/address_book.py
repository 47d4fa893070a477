"""What the address book knows: what stands, or stood, at every address that was ever published."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class AddressEntry:
    """One published address, by its id (`river/2024/2024-03-08/c01-02`).

    `sketch` is of the text that stands there, `name` that of a section (letters and digits alone) or of a
    person as printed; `leads` is the id where that text stands now, `listed` says of a person that the name
    stands in a list alone; `gone` says that the desk took it away, `on` which day and `why`, "" where it does
    not say. `at` is where a text with something withdrawn stands that its sketch does not know. A text that
    is `part_of` a story which begins on another page leads to that one as long as the two are joined.
    """

    sketch: str = ""
    name: str = ""
    leads: str = ""
    gone: bool = False
    on: str = ""
    why: str = ""
    at: str = ""
    listed: bool = False
    part_of: str = ""

    @property
    def stands(self) -> bool:
        return not (self.leads or self.listed or self.gone)

    @property
    def leads_on(self) -> bool:
        """Whether who opens it is led to another one."""
        return bool(self.leads or self.listed or self.part_of) and not self.gone

    @property
    def is_text_alone(self) -> bool:
        """Whether a text stands there, and its sketch is all that is known of it."""
        return bool(self.sketch) and not (self.leads or self.gone or self.name or self.at or self.part_of)


Book = Mapping[str, AddressEntry]
"""By the ids of pages (`…/c01`), articles (`…/c01-02`), sections (`sections/yao-wen`) and people."""

NO_BOOK: Book = {}


def leads_now(id_: str, known: AddressEntry, before: Book) -> bool:
    """Whether what is `known` of an address is that it leads on, and it did not `before`."""
    return known.leads_on and id_ in before and before[id_].stands and not before[id_].leads_on
