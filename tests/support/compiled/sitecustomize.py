"""On PYTHONPATH this has builds share what Jinja makes of a template: it is compiled once for all tests.

A third of what a build of a few pages takes is spent on them otherwise. `COMPILED` says where they lie.
"""

import os
import sys
from typing import Any

# This one of multiprocessing's own prints nothing.
if not any("resource_tracker" in one for one in sys.orig_argv):
    import jinja2

    class Compiled(jinja2.FileSystemBytecodeCache):
        """Kept apart by all that is compiled in besides the text, such as the language."""

        def get_bucket(self, environment: jinja2.Environment, name: str, *text: Any) -> jinja2.bccache.Bucket:
            speaks = getattr(environment.globals.get("tongue"), "code", None)
            with_it = (environment.autoescape, environment.trim_blocks, environment.lstrip_blocks)
            named = (speaks, *with_it, *sorted(environment.extensions), name)
            return super().get_bucket(environment, repr(named), *text)

    real = jinja2.Environment.__init__

    def prepared(self: jinja2.Environment, *given: Any, **named: Any) -> None:
        real(self, *given, **named)
        self.bytecode_cache = self.bytecode_cache or Compiled(os.environ["COMPILED"])

    jinja2.Environment.__init__ = prepared  # type: ignore[method-assign]
