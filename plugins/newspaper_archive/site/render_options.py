"""What a renderer needs to be set up anywhere: the site's own facts, and where its templates lie."""

from dataclasses import dataclass, replace

from newspaper_archive.model import NO_IMPRINT, Archive, Imprint
from newspaper_archive.site.pictures.faces import Fonts
from newspaper_archive.site.tongue import SOURCE

KIND = "数字报"
"""What the site is; what it is called where nothing says whose it is."""


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
    imprint: Imprint = NO_IMPRINT

    def of(self, archive: Archive) -> "Site":
        """Under a name: its own, else that of the one paper whose pages it has."""
        papers = {issue.edition.paper for issue in archive.issues} - {""}
        return replace(self, name=self.name or (papers.pop() if len(papers) == 1 else KIND))


@dataclass(frozen=True, slots=True)
class RenderOptions:
    """Where templates are found and how they are set, so that every process can have the same renderer.

    `own` folders are searched in turn before the `theme`, which alone is what `!theme/…` names. In each
    of them parts lie as `parts/NAME/NAME.html`; the theme has its other templates in `templates/`.
    """

    own: tuple[str, ...]
    theme: str
    site: Site
