"""The site as it is put on the web: `make publish SITEURL=https://…`. All links in it stay relative."""

import os
import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parent))
from pelicanconf import *  # noqa: F403 - Pelican's own way to build one settings file on another

# Canonical links and share cards need the site's address; everything else does without.
# Where none is typed, that of site.yaml serves; without either nothing is built.
SITEURL = os.environ.get("SITEURL", "").rstrip("/")
NEWSPAPER_PUBLISH = True
