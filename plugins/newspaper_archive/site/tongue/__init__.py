"""The language in which the site speaks to its readers: 第3行 is 第3行 in zh-Hans and “line 3” in en.

What the site says is written in simplified Chinese where it is said; `locale/<language>/LC_MESSAGES/site.po`
has it in the others. A message with `%(n)s` counts: it has a form for each plural of its language. Articles,
headlines and names are print and stay as printed.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from newspaper_archive.site.tongue.catalogue import SOURCE, Catalogue, catalogue, languages
from newspaper_archive.site.tongue.dates import Dates, dates_of, grouped, locale_of

__all__ = ["PRINTED", "SOURCE", "Tongue", "languages", "tongue", "word"]

PRINTED = "zh-CN"
"""What print is in, where no page says otherwise."""
TAGS = {SOURCE: PRINTED}
"""What `lang` says of a language, where that is not its own name: fonts and voices know zh-CN best."""


def word(message: str) -> str:
    """Marks a message that stands in a table and is said later."""
    return message


@dataclass(frozen=True, slots=True, eq=False)
class Tongue:
    """One language: its messages, its dates, how it writes numbers. `tag` is what `lang` says of it."""

    code: str
    tag: str
    messages: Catalogue
    dates: Dates
    separator: str

    def say(self, message: str, **values: object) -> str:
        """The message with its values; what no catalogue has is said as it stands."""
        said = self.messages.forms(message)[0]
        return said % values if values else said

    def tell(self, message: str, n: int, **values: object) -> str:
        """A message with `%(n)s` in the form that this number takes."""
        form = self.messages.forms(message)[self.messages.form_of(n)]
        return form % {"n": self.number(n), **values}

    def number(self, number: int) -> str:
        """12,345."""
        return grouped(number, self.separator)

    def listed(self, parts: Iterable[object]) -> str:
        """王岚、鲁小满; in English with commas."""
        return self.say("、").join(map(str, parts))

    @property
    def checksum(self) -> str:
        """Another one where anything may be said otherwise."""
        return f"{self.code} {self.messages.checksum}"


@cache
def tongue(code: str = SOURCE) -> Tongue:
    """The language by its name, as `languages()` lists them; made once a process."""
    locale = locale_of(code)
    return Tongue(code, TAGS.get(code, code), catalogue(code), *dates_of(locale))
