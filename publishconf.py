"""The site as it is put on the web: `make publish SITEURL=https://…`. All links in it stay relative."""

import os
import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parent))
from pelicanconf import *  # noqa: F403 - Pelican's own way to build one settings file on another

# Feeds, the site map and canonical links need the site's address; everything else does without.
SITEURL = os.environ.get("SITEURL", "").rstrip("/")
if not SITEURL.startswith(("https://", "http://")):
    raise SystemExit("请说明网站的地址，例如：make publish SITEURL=https://example.org/archive")
