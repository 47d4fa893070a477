"""Links that hold on a web server and on a USB stick: relative, and always to a named file.

From `today/2022/2022-06-01/c02.html` the address `search.html` is reached by `../../../search.html`.
"""

from functools import lru_cache

from jinja2 import pass_context
from jinja2.runtime import Context

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
