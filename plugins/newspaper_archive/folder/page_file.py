"""Opens a page file; what its bytes say is `transcript`'s to find."""

import os

from newspaper_archive.model import PageFile

# 5 MB is some 250 broadsheet pages; beyond it a file is no page's text, and is not read to its end.
LARGEST = 5_000_000


def page_bytes(file: PageFile) -> bytes | OSError:
    """What the file holds, up to one byte more than a page can have; or why it cannot be opened."""
    try:
        with file.location.open("rb") as opened:
            # Room is made for all that is asked for: a file is not asked for more than it says it has.
            return opened.read(min(os.fstat(opened.fileno()).st_size, LARGEST) + 1)
    except OSError as error:
        return error
