"""How fast one core reads pages: megabytes of page text a second, beside a plain pass of the same patterns.

`make bench-reading` prints the table, over the real pages if they are there, else the samples.
"""

import json
import platform
import re
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from newspaper_archive.folder.text.encoding import decode
from newspaper_archive.folder.text.lines import normalise
from newspaper_archive.reading.assemble import assemble_page
from newspaper_archive.reading.classify import forms

ROOT = Path(__file__).resolve().parents[1]
REAL = ROOT.parent / "shared" / "seeds"
RUNS = 9
LEAST_BYTES = 1_000_000
LARGE_BYTES = 5_000_000
NARROW = 13
NEVER_FIRST = "，。、；：？！”）》,.;:?!)"
PATTERNS = [value for value in vars(forms).values() if isinstance(value, re.Pattern)]


def page_texts() -> list[str]:
    """The pages to read, decoded: the five real ones, or all samples."""
    folder = REAL if REAL.is_dir() else ROOT / "seeds"
    files = sorted(path for path in folder.rglob("*") if path.suffix in (".txt", ".md"))
    return [decode(path.read_bytes()).text for path in files]


def in_narrow_columns(text: str) -> str:
    """The same text as a column of 13 em: a Chinese character is 1, an ASCII one half."""
    paragraphs = (line for line in text.split("\n") if line.strip())
    return "\n\n".join("\n".join(column(paragraph)) for paragraph in paragraphs)


def column(paragraph: str) -> Iterator[str]:
    start, width = 0, 0.0
    for i, character in enumerate(paragraph):
        width += 0.5 if character.isascii() else 1.0
        if width > NARROW and character not in NEVER_FIRST:
            yield paragraph[start:i]
            start, width = i, 0.5 if character.isascii() else 1.0
    yield paragraph[start:]


def read(texts: Sequence[str]) -> int:
    """The number of articles."""
    return sum(len(assemble_page("page.txt", normalise(text)).articles) for text in texts)


def plain_pass(texts: Sequence[str]) -> int:
    """Every pattern once at the head of every line, and nothing else."""
    return sum(
        pattern.match(line) is not None for text in texts for line in text.split("\n") for pattern in PATTERNS
    )


def megabytes_a_second(work: Callable[[Sequence[str]], int], texts: Sequence[str]) -> tuple[float, float]:
    """The median of the runs and the fastest, by CPU time; the fastest is the least disturbed."""
    size = sum(len(text.encode()) for text in texts)
    rates = []
    for _ in range(RUNS):
        start = time.process_time()
        work(texts)
        rates.append(size / (time.process_time() - start) / 1e6)
    return sorted(rates)[RUNS // 2], max(rates)


def repeated(texts: Sequence[str], least: int) -> list[str]:
    size = sum(len(text.encode()) for text in texts)
    return list(texts) * (1 + least // size)


def peak_memory() -> str:
    """Read one page of 5 MB in narrow columns in a process of its own: its articles and its peak in MB."""
    texts = [in_narrow_columns(text) for text in page_texts()]
    page = "\n\n\n".join(repeated(texts, LARGE_BYTES))
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    articles = read([page])
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return json.dumps({"articles": articles, "before": round(before), "peak": round(peak)})


def main() -> None:
    if sys.argv[1:] == ["--memory"]:
        print(peak_memory())
        return
    texts = page_texts()
    narrow = [in_narrow_columns(text) for text in texts]
    which = "real pages" if REAL.is_dir() else "samples"
    print(f"{platform.machine()}, Python {platform.python_version()}, {which}")
    print("| pages | read, MB/s, median (fastest) | plain pass | ratio of medians | goal, MB/s |")
    print("|---|---|---|---|---|")
    large = ["\n\n\n".join(repeated(texts, LARGE_BYTES))]
    rows = (
        ("as found", repeated(texts, LEAST_BYTES), 3.0),
        ("in narrow columns", repeated(narrow, LEAST_BYTES), 1.5),
    )
    for name, pages, goal in (*rows, ("one page of 5 MB", large, 3.0)):
        ours, plain = megabytes_a_second(read, pages), megabytes_a_second(plain_pass, pages)
        print(
            f"| {name} | {ours[0]:.2f} ({ours[1]:.2f}) | {plain[0]:.1f} | {ours[0] / plain[0]:.2f} | {goal} |"
        )
    memory = json.loads(
        subprocess.run([sys.executable, __file__, "--memory"], capture_output=True, check=True).stdout
    )
    print(f"\nOne page of 5 MB in narrow columns: {memory}")


if __name__ == "__main__":
    main()
