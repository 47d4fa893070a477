"""The records that the stages hand on, frozen; each can name the printed lines it was made of.

A printed page `HC01.txt` becomes `Source` → `Line`s → `Block`s → `Decision`s → `Reading` → `Page`; the
archive stage then orders pages into `Issue`s and gives `ArchivedPage`s and `ArchivedArticle`s addresses.
"""

from newspaper_archive.model.address_book import NO_BOOK, AddressEntry, Book
from newspaper_archive.model.archived import (
    Archive,
    ArchivedArticle,
    ArchivedPage,
    ArchivedTeaser,
    Contributor,
    Issue,
    Placed,
    PlacedTeaser,
    Section,
)
from newspaper_archive.model.book_in_files import BookFile, BookInFiles
from newspaper_archive.model.desk_words import (
    NO_MASK,
    NO_ORDERS,
    ArticleOrder,
    Claim,
    Mask,
    Orders,
    Sidecar,
    Stretch,
    Tick,
    Withdrawal,
)
from newspaper_archive.model.files import (
    NO_IMPRINT,
    Decoded,
    Edition,
    Found,
    Imprint,
    PageFile,
    Scan,
    SiteFile,
    Source,
)
from newspaper_archive.model.page import Clue, Fact, FactSource, KeptText, Likeness, Page, Phrase
from newspaper_archive.model.page_reading import PageLabel, Reading
from newspaper_archive.model.print import Block, Decision, Line, Role, Span
from newspaper_archive.model.printed_matter import (
    Article,
    Byline,
    Caption,
    Correction,
    Credit,
    Dateline,
    Kind,
    Paragraph,
    Teaser,
)
from newspaper_archive.model.problem import Problem, Severity

__all__ = [
    "NO_BOOK",
    "NO_IMPRINT",
    "NO_MASK",
    "NO_ORDERS",
    "AddressEntry",
    "Archive",
    "ArchivedArticle",
    "ArchivedPage",
    "ArchivedTeaser",
    "Article",
    "ArticleOrder",
    "Block",
    "Book",
    "BookFile",
    "BookInFiles",
    "Byline",
    "Caption",
    "Claim",
    "Clue",
    "Contributor",
    "Correction",
    "Credit",
    "Dateline",
    "Decision",
    "Decoded",
    "Edition",
    "Fact",
    "FactSource",
    "Found",
    "Imprint",
    "Issue",
    "KeptText",
    "Kind",
    "Likeness",
    "Line",
    "Mask",
    "Orders",
    "Page",
    "PageFile",
    "PageLabel",
    "Paragraph",
    "Phrase",
    "Placed",
    "PlacedTeaser",
    "Problem",
    "Reading",
    "Role",
    "Scan",
    "Section",
    "Severity",
    "Sidecar",
    "SiteFile",
    "Source",
    "Span",
    "Stretch",
    "Teaser",
    "Tick",
    "Withdrawal",
]
