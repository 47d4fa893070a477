"""A folder of few and small pages, of which a build is soon done."""

from pathlib import Path

PAGES = 6


def write_pages(seeds: Path, version: int, pages: int = PAGES) -> None:
    """Pages of which one changes with every version, and one with every second."""
    for number in range(pages):
        said = version if number == 0 else version // 2 if number == 1 else 0
        page = seeds / "hewan" / f"2023-06-{number + 1:02}" / "C01.txt"
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_text(
            f"C01 要闻\n\n第{number + 1}座水站通水\n\n本报讯(记者 柏清漪)日前,第{said}号水站建成。\n",
            "utf-8",
        )
