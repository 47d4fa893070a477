"""The renderer: one template and what it is to show make one file, as bytes, at one address.

Its links hold on a web server and on a USB stick: relative, and always to a named file. From
`today/2022/2022-06-01/c02.html` the address `search.html` is reached by `../../../search.html`.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache, partial
from pathlib import Path
from typing import Protocol

from jinja2 import BaseLoader, ChoiceLoader, Environment, FileSystemLoader, PrefixLoader, pass_context
from jinja2.runtime import Context

from newspaper_archive.site.pictures import shown
from newspaper_archive.site.render_options import RenderOptions, Site
from newspaper_archive.site.story.brief_items import items_of
from newspaper_archive.site.story.writers import letter_name
from newspaper_archive.site.tongue import PRINTED, Tongue, tongue
from newspaper_archive.site.tongue.templates import Spoken
from newspaper_archive.site.words import date_words, print_language, wording
from newspaper_archive.site.words.lacking import lack_words
from newspaper_archive.site.words.phrasing import phrased, phrased_large
from newspaper_archive.site.words.typography import typeset, visible

REMEMBERED = 4_000
"""Ways that are remembered: the files of one folder lead to the same places again and again."""


def relative(here: str, address: str) -> str:
    """The way from the file `here` to `address`, both relative to the output root."""
    return _way(here.rpartition("/")[0], address)


@lru_cache(REMEMBERED)
def _way(folder: str, address: str) -> str:
    climbed = ""
    while folder and not address.startswith(folder + "/"):
        folder = folder.rpartition("/")[0]
        climbed += "../"
    return climbed + (address[len(folder) + 1 :] if folder else address)


@pass_context
def link(context: Context, address: str) -> str:
    """The template filter; Pelican's own pages name themselves by `output_file`, ours by `here`."""
    here = context.get("here") or context["output_file"]
    return relative(here, address)


FILTERS = {
    "link": link,
    "typeset": typeset,
    "phrased": phrased,
    "phrased_large": phrased_large,
    "visible": visible,
    "credit_words": wording.credit_words,
    "excerpt": wording.excerpt,
    "opening": wording.opening,
    "brief_items": items_of,
    **shown.FILTERS,
}
# These speak: the site's tongue is their first argument.
SPEAKING: dict[str, Callable[..., str]] = {
    "lack_words": lack_words,
    "date_words": date_words.date_words,
    "weekday_words": date_words.weekday_words,
    "day_words": date_words.day_words,
    "year_words": date_words.year_words,
    "folio_words": wording.folio_words,
    "folio": print_language.folio,
    "headline_words": wording.headline_words,
    "kind_words": wording.kind_words,
    "teaser_words": wording.teaser_words,
    "issue_title": wording.issue_title,
    "role_words": wording.role_words,
    "source_words": wording.source_words,
    "letter_name": letter_name,
    "withdrawal_words": wording.withdrawal_words,
    "reason_words": wording.reason_words,
    "state_words": wording.state_words,
    "listed": Tongue.listed,
    "number": Tongue.number,
}


class Writer(Protocol):
    """Takes finished files; the address is relative to the output root, with slashes."""

    def write(self, address: str, data: bytes) -> None: ...


@cache
def environment(options: RenderOptions) -> Environment:
    """The environment of these options, prepared; made once a build, for which templates stay as they are."""
    made = Environment(
        loader=templates_of(options),
        auto_reload=False,
        trim_blocks=True,
        lstrip_blocks=True,
        autoescape=True,
    )
    prepare(made, options.site)
    return made


def templates_of(options: RenderOptions) -> BaseLoader:
    """Where a template is found by its name: newspaper/home.html, parts/heat/heat.html, !theme/base.html."""
    theme = [str(Path(options.theme, "templates")), options.theme]
    named = PrefixLoader({"!theme": FileSystemLoader(theme)})
    return ChoiceLoader([FileSystemLoader([*options.own, *theme]), named])


def prepare(environment: Environment, site: Site) -> None:
    """Makes an environment fit for page texts, which are never trusted; before its first template loads."""
    spoken = tongue(site.language)
    environment.autoescape = True
    environment.filters.update(FILTERS)
    environment.filters.update({name: partial(speaking, spoken) for name, speaking in SPEAKING.items()})
    environment.filters.update(plural=spoken.messages.form_of, **print_language.marks(spoken))
    drawn = shown.Drawn(site.fonts is not None, site.article_cards)
    environment.globals.update(SITENAME=site.name, site_address=site.address, drawn=drawn)
    # What is one edition's own is given that one, and bears its name in the masthead.
    environment.globals.update(imprint=site.imprint, edition_here=None)
    environment.globals.update(tongue=spoken, in_print=print_language.lang_attribute(spoken, PRINTED))
    environment.add_extension(Spoken)


@dataclass(frozen=True, slots=True)
class Renderer:
    environment: Environment
    writer: Writer

    @property
    def site_address(self) -> str:
        """The site's own on the web, or ""."""
        return str(self.environment.globals["site_address"])

    @property
    def tongue(self) -> Tongue:
        """What the site speaks."""
        found = self.environment.globals["tongue"]
        return found if isinstance(found, Tongue) else tongue()

    def together(
        self,
        name: str,  # noqa: ARG002 - here it is all rendered; another renderer keeps files
        made_of: Sequence[object],  # noqa: ARG002 - as above
        draw: Callable[["Renderer"], None],
    ) -> None:
        """Has `draw` render some files that are made of this and of nothing else."""
        draw(self)

    def render(self, template: str, address: str, **shown: object) -> None:
        """Renders and writes one file."""
        text = self.environment.get_template(template).render(here=address, **shown)
        # A lone surrogate (half of a character, from a broken page file) has no UTF-8 form.
        self.writer.write(address, text.encode("utf-8", "replace"))
