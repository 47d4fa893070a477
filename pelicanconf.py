"""How the site is built. The desk need not touch this: what a folder of pages is, its edition.yaml says."""

import os
from pathlib import Path

ROOT = Path(__file__).resolve().parent

# What the desk writes in site.yaml, beside the pages, comes before SITENAME and NEWSPAPER_LANGUAGE.
SITENAME = "数字报"  # as it stands, the site bears the name of its paper
SITEURL = ""  # without one every link is relative and the site opens from a USB stick; see publishconf.py
DEFAULT_LANG = "zh-cn"  # of the hand-written pages that do not say theirs
# The language of the site itself, whatever is printed: "zh-Hans", "zh-Hant" or "en"; or `make LANGUAGE=en`.
NEWSPAPER_LANGUAGE = "zh-Hans"
NEWSPAPER_TYPED_LANGUAGE = os.environ.get("NEWSPAPER_LANGUAGE", "")
TIMEZONE = "Asia/Shanghai"
LOCALE = ("C.UTF-8", "C")  # the machine's own language must leave no trace in the site

PATH = str(ROOT / "content")
OUTPUT_PATH = os.environ.get("OUTPUT") or str(ROOT / "output")
THEME = str(ROOT / "theme")
PLUGINS = ["newspaper_archive.plugin"]

# `make SEEDS=… OUTPUT=…` hands both on as absolute paths.
NEWSPAPER_SEEDS = os.environ.get("SEEDS") or str(ROOT / "seeds")
NEWSPAPER_PAPER = ""  # the paper of pages that lie in no edition's folder, where all are of one paper
NEWSPAPER_LUNR = str(ROOT / "node_modules" / "lunr" / "lunr.min.js")
NEWSPAPER_FONTS = str(ROOT / "node_modules")  # what pages in small and share cards are set in
NEWSPAPER_ARTICLE_CARDS = False  # True: a share card for each article, not only for each issue

# What was read and made before; the site is the same without it. `make JOBS=1` keeps to one core.
NEWSPAPER_CACHE = os.environ.get("NEWSPAPER_CACHE") or str(ROOT / ".cache")
NEWSPAPER_JOBS = os.environ.get("JOBS") or None
# `make SHRINK=1` builds though many of the pages are gone that the site was made of.
NEWSPAPER_SHRINK = bool(os.environ.get("SHRINK"))
# Where the address book lies, if not in `addresses` beside the pages: `make BOOK=DIR`.
NEWSPAPER_BOOK = os.environ.get("BOOK", "")
NEWSPAPER_CLUSTER = os.environ.get("NEWSPAPER_CLUSTER", "")

# Pelican itself makes only the hand-written pages: content/pages/about.md → pages/about.html.
PAGE_PATHS = ["pages"]
PAGE_URL = PAGE_SAVE_AS = PAGE_LANG_URL = PAGE_LANG_SAVE_AS = "pages/{slug}.html"
SLUGIFY_SOURCE = "basename"
ARTICLE_PATHS: list[str] = []
STATIC_PATHS: list[str] = []
DIRECT_TEMPLATES: list[str] = []
ARTICLE_SAVE_AS = AUTHOR_SAVE_AS = CATEGORY_SAVE_AS = TAG_SAVE_AS = ""
FEED_ALL_ATOM = CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None
RELATIVE_URLS = True

# The stage is a fresh folder each time, and nothing of an earlier build may enter a later one.
DELETE_OUTPUT_DIRECTORY = False
CACHE_CONTENT = False
LOAD_CONTENT_CACHE = False
IGNORE_FILES = ["**/.*", "**/__pycache__"]
