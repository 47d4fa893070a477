"""Whatever is done to a folder, one thing after another: no address vanishes or shows another text."""

import random
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_here import build_here
from depth import examples
from desk_year import EDITION, misread, paste, story, write
from newspaper_archive.desk.console import main
from newspaper_archive.errors import ArchiveError
from published_site import gone_of, read_site

NAMES = [
    f"{first}{second}村"
    for first in "柳青白云栗沙榆桐石枣荷松芦槐"
    for second in "河石塘汀坪洲荫岭埠园湾坡港滩"
]
DAYS = [f"2031-{month:02}-{day:02}" for month in range(4, 13) for day in (2, 9, 16, 23)]


class Folder:
    """Page files by the stories that they hold; what is done gives how many stories it took away."""

    def __init__(self, seeds: Path) -> None:
        self.seeds, self.pages = seeds, dict[str, list[str]]()
        self.names, self.days = iter(NAMES), iter(DAYS)
        write(seeds, "hewan/edition.yaml", EDITION)
        for path, stories in (("2031-03-05/C01", 3), ("2031-03-05/C02", 2), ("2031-03-12/C01", 3)):
            self.put(f"hewan/{path}.txt", [story(next(self.names)) for _ in range(stories)])
        self.put("scan_4.txt", [story(next(self.names)) for _ in range(2)])

    def put(self, path: str, stories: list[str]) -> None:
        self.pages[path] = stories
        dated = path.startswith("hewan/")
        write(self.seeds, path, paste(Path(path).stem, *stories) if dated else "\n".join(stories))

    def drop(self, path: str) -> list[str]:
        (self.seeds / path).unlink()
        return self.pages.pop(path)

    def insert(self, path: str, place: int) -> int:
        stories = self.pages[path]
        self.put(path, [*stories[:place], story(next(self.names)), *stories[place:]])
        return 0

    def delete(self, path: str, place: int) -> int:
        stories = self.pages[path]
        if len(stories) == 1:
            return self.remove(path, place)
        self.put(path, stories[:place] + stories[place + 1 :])
        return 1

    def remove(self, path: str, _: int) -> int:
        return len(self.drop(path)) if len(self.pages) > 1 else 0

    def replace(self, path: str, place: int) -> int:
        self.pages[path][place] = story(next(self.names))
        self.put(path, self.pages[path])
        return 1

    def reorder(self, path: str, place: int) -> int:
        self.put(path, random.Random(place).sample(self.pages[path], len(self.pages[path])))  # noqa: S311 - an order
        return 0

    def read_anew(self, path: str, _: int) -> int:
        self.put(path, [misread(one) for one in self.pages[path]])
        return 0

    def date(self, path: str, place: int) -> int:
        """A page put right, or one that had no date."""
        self.put(f"hewan/{next(self.days)}/C{place + 1:02}.txt", self.drop(path))
        return 0

    def carry(self, path: str, place: int) -> int:
        """A story is printed on another page than was thought."""
        stories = self.pages[path]
        if len(stories) > 1:
            self.put(f"hewan/{next(self.days)}/C01.txt", [story(next(self.names)), stories[place]])
            self.put(path, stories[:place] + stories[place + 1 :])
        return 0

    def another_issue(self, _: str, __: int) -> int:
        self.put(f"hewan/{next(self.days)}/C01.txt", [story(next(self.names)) for _ in range(2)])
        return 0

    def move_all(self, _: str, __: int) -> int:
        """The edition's address is another one."""
        write(self.seeds, "hewan/edition.yaml", EDITION.replace("hewan", f"hewan-{next(self.days)}"))
        return 0


DONE: list[Callable[[Folder, str, int], int]] = [
    Folder.insert,
    Folder.delete,
    Folder.remove,
    Folder.replace,
    Folder.reorder,
    Folder.read_anew,
    Folder.date,
    Folder.carry,
    Folder.another_issue,
    Folder.move_all,
]


@pytest.fixture(scope="module")
def first_build(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("random-year")
    Folder(folder / "seeds")
    build_here(folder / "seeds", folder / "site", folder / "cache")
    return folder


@contextmanager
def copied(folder: Path) -> Iterator[Path]:
    with TemporaryDirectory() as own:
        yield Path(shutil.copytree(folder, Path(own) / "year", ignore=shutil.ignore_patterns("cache")))


@pytest.mark.full
@pytest.mark.build
@examples(10)
@given(
    st.lists(st.tuples(st.sampled_from(DONE), st.integers(0, 99), st.integers(0, 99)), min_size=1, max_size=5)
)
def test_whatever_is_done_only_what_was_taken_away_is_gone(
    first_build: Path, year: list[tuple[Callable[[Folder, str, int], int], int, int]]
) -> None:
    with copied(first_build) as own:
        folder = Folder(own / "seeds")
        for do, page, place in year:
            before = read_site(own / "site")
            path = sorted(folder.pages)[page % len(folder.pages)]
            taken = do(folder, path, place % len(folder.pages[path]))
            assert bool(taken) == is_asked(own)
            gone = gone_of(before, read_site(own / "site"))
            assert taken == len([address for address in gone if not before[address].on])


def is_asked(own: Path) -> bool:
    """Whether a build stopped with a question; then it is answered, and the site built."""
    seeds, site, cache = own / "seeds", own / "site", own / "cache"
    try:
        build_here(seeds, site, cache)
    except ArchiveError as asked:
        assert "make addresses ACCEPT=1" in str(asked)  # noqa: PT017 - most builds ask nothing
        assert 0 == main(["addresses", "--seeds", str(seeds), "--accept", str(site)])
        build_here(seeds, site, cache)
        return True
    return False
