"""A QR code beside an issue or an article, as printed papers have one: `…/c01-01.html` has `…/c01-01.svg`.

It holds the file's address on the web; where the site has none there is no code. It lies in a file of its
own, as drawn in the page it would weigh 400 of the 14,000 bytes in which an article comes.
"""

import io
from urllib.parse import quote

import segno

from newspaper_archive.site.renderer import Renderer

# What stays in an address as it is; the rest goes in %-form, for readers do not agree on it.
IN_AN_ADDRESS = ":/?#[]@!$&'()*+,;=%~"
QUIET = 4  # modules of white around it
# To find which of the eight masks looks calmest takes four times as long; every reader reads them all.
MASK = 3


def qr_address(address: str) -> str:
    return address.removesuffix(".html") + ".svg"


def qr(url: str) -> bytes:
    """An SVG picture."""
    drawn = io.BytesIO()
    code = segno.make(quote(url, safe=IN_AN_ADDRESS), error="m", micro=False, mask=MASK)
    code.save(
        drawn,
        kind="svg",
        border=QUIET,
        light="#fff",
        omitsize=True,
        xmldecl=False,
        svgclass=None,
        lineclass=None,
    )
    return drawn.getvalue()


def render_qr(renderer: Renderer, address: str) -> None:
    """The code of the file at this address, where the site has one on the web."""
    if renderer.site_address:
        renderer.writer.write(qr_address(address), qr(f"{renderer.site_address}/{address}"))
