"""Tells the desk of a slip in a template where it stands, as of one in a page file or a sidecar.

theme/templates/base.html:12: 模板有错：“unexpected '}'”。请改正模板
"""

import re
import traceback
from collections.abc import Iterator
from contextlib import contextmanager

from jinja2 import TemplateError, TemplateSyntaxError

from newspaper_archive.errors import ArchiveError

# Jinja names the template's own lines in a traceback, and so does one that came from another process.
PLACE = re.compile(r'File "([^"\n]+\.(?:html|xml|svg))", line (\d+)')


@contextmanager
def slips_of_templates() -> Iterator[None]:
    """Raises ArchiveError for a slip in a template."""
    try:
        yield
    except TemplateError as error:
        raise ArchiveError(f"{_place(error)}: 模板有错：“{error.message}”。请改正模板") from error


def _place(error: TemplateError) -> str:
    if isinstance(error, TemplateSyntaxError):
        return f"{error.filename or error.name}:{error.lineno}"
    places = PLACE.findall("".join(traceback.format_exception(error)))
    return ":".join(places[-1]) if places else "theme"
