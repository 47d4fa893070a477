"""What a renderer needs to be set up anywhere: the site's own facts, and where its templates lie."""

from dataclasses import dataclass

from newspaper_archive.site.pictures.faces import Fonts
from newspaper_archive.site.tongue import SOURCE


@dataclass(frozen=True, slots=True)
class Site:
    """The archive's own name, and its address on the web where it has one (no slash at the end).

    Without `fonts` no page is drawn in small; with `article_cards` each article has a share card.
    `language` is what the site itself speaks.
    """

    name: str
    address: str = ""
    fonts: Fonts | None = None
    article_cards: bool = False
    language: str = SOURCE


@dataclass(frozen=True, slots=True)
class RenderOptions:
    """Where templates are found and how they are set, so that every process can have the same renderer.

    `own` folders are searched in turn before the `theme`, which alone is what `!theme/…` names. In each
    of them parts lie as `parts/NAME/NAME.html`; the theme has its other templates in `templates/`.
    """

    own: tuple[str, ...]
    theme: str
    site: Site
