"""Line numbers follow their lines through any small change of a page, and never go to another line.

The sample pages with characters misread, lines lost, put in, replaced, cut in two and run together.
"""

import random
from collections import Counter
from collections.abc import Iterator

import pytest

from depth import FULL
from newspaper_archive.folder.sidecar.fingerprint import FORM, carried, fingerprints, sketched
from newspaper_archive.folder.sidecar.nearly_same import alike, likely_kept, nearly_kept
from newspaper_archive.folder.sidecar.sketch import ORDERS, letters_of, likeness, sketch
from sample_pages import page_files, read

PAGES = [read(name).split("\n") for name in page_files()]
LETTERS = sorted({letter for page in PAGES for line in page for letter in line if letter > "一"})
LINES = [line for page in PAGES for line in page if len(line) > 3]


def misread(line: str, share: float, chance: random.Random) -> str:
    return "".join(
        chance.choice(LETTERS) if not letter.isspace() and chance.random() < share else letter
        for letter in line
    )


def changed(page: list[str], share: float, chance: random.Random) -> tuple[list[str], dict[int, int]]:
    """The page with a share of its characters misread, and where its old lines are if they are there."""
    now: list[str] = []
    still: dict[int, int] = {}
    for number, line in enumerate(page, 1):
        fate = chance.random()
        if not line.strip() or fate >= 0.14:
            now.append(misread(line, share, chance))
            still[number] = len(now)
        elif fate < 0.03:
            continue
        elif fate < 0.06:
            now += [chance.choice(LINES), misread(line, share, chance)]
            still[number] = len(now)
        elif fate < 0.08:
            now.append(chance.choice(LINES))
        elif fate < 0.11 and len(line) > 6:
            cut = chance.randrange(2, len(line) - 2)
            now += [line[:cut], line[cut:]]
        elif now:
            now[-1] += line
    return now, still


def fates(share: float) -> Iterator[str]:
    for place, page in enumerate(PAGES):
        for seed in range(20 if FULL else 2):
            chance = random.Random(f"{share} {place} {seed}")  # noqa: S311 - not for secrets
            now, still = changed(page, share, chance)
            old, new = sketched(page), sketched(now)
            kept = carried(old, new)
            nearly = nearly_kept(old, new, kept)
            for number, line in enumerate(page, 1):
                there = kept.get(number) or nearly.get(number)
                if line.strip():
                    yield fate(line, there and now[there - 1], still.get(number) == there)


def fate(line: str, now: str | None, right: bool) -> str:
    if now is None:
        return "asked"
    if now.split() == line.split():
        return "the same"
    return "nearly the same" if right else f"wrong: {line} as {now}"


@pytest.mark.parametrize(("share", "known"), [(0.01, 0.85), (0.03, 0.75), (0.05, 0.6)])
def test_no_number_is_carried_to_another_line(share: float, known: float) -> None:
    times = Counter(fates(share))
    assert [told for told in times if told.startswith("wrong")] == []
    assert times["nearly the same"] > 0
    assert (times["the same"] + times["nearly the same"]) / times.total() > known


OLD = ["渡口的船又开了", "老船工把船划到对岸。", "两岸居民又能坐船赶集。", "扫码看数字报"]


@pytest.mark.parametrize(
    ("new", "nearly"),
    [
        (["渡口的船又开了", "老船工把船摇到对岸。", "两岸居民又能坐船赶集。", "扫码看数字报"], {2: 2}),
        (["渡口的船又开了", "老船工把船摇到对岸。", "两岸居民又能乘船赶集。", "扫码看数字报"], {2: 2, 3: 3}),
        (["渡口的船又开了", "晴", "老船工把船摇到对岸。", "两岸居民又能坐船赶集。"], {2: 3}),
        (["渡口的新船又开了", "老船工把船划到对岸。", "两岸居民又能坐船赶集。"], {1: 1}),
        # What was cut off, put on, doubled, or is elsewhere as it was, is for the desk to say.
        (["渡口的船又开了", "老船工把船", "划到对岸。", "两岸居民又能坐船赶集。"], {}),
        (["渡口的船又开了", "老船工把船划到对岸。两岸居民又能坐船赶集。", "扫码看数字报"], {}),
        (["渡口的船又开了", "老船工把船摇到对岸。", "老船工把船划过对岸。", "两岸居民又能坐船赶集。"], {}),
        (["渡口的船又开了", "老船工把船摇到对岸。", "扫码看数字报", "老船工把船划到对岸。"], {}),
        (["渡口的船又开了", "年轻人在岸上唱歌。", "两岸居民又能坐船赶集。", "扫码看数字报"], {}),
    ],
)
def test_a_line_is_nearly_the_same_where_no_other_can_be_meant(new: list[str], nearly: object) -> None:
    old, now = sketched(OLD), sketched(new)
    assert nearly == nearly_kept(old, now, carried(old, now))


def test_a_line_that_is_not_certain_is_most_likely_where_it_moved_or_in_its_place() -> None:
    old = sketched(OLD)
    for new, likely in (
        ([OLD[1], OLD[2], OLD[0], OLD[3]], {1: 3}),
        ([OLD[0], "年轻人在岸上唱歌。", OLD[2], OLD[3]], {2: 2}),
        ([OLD[0], "年轻人在岸上唱歌。", "晴。", OLD[2], OLD[3]], {}),
        ([OLD[0], "老船工把船", "划到对岸。", OLD[2], OLD[3]], {2: 3}),
        ([OLD[0], OLD[2], OLD[3]], {}),
    ):
        now = sketched(new)
        assert likely == likely_kept(old, now, carried(old, now))


def test_a_sketch_tells_how_long_a_line_is_and_what_it_is_like() -> None:
    line = "老船工把船划到对岸。"
    assert (letters_of(sketch(line)), letters_of(sketch(line * 7)), letters_of(sketch("船" * 9999))) == (
        10,
        70,
        4095,
    )
    assert likeness(sketch(line), sketch(line)) == ORDERS
    assert likeness(sketch(line), sketch("麦子熟了，晒场满了。")) <= 1
    assert all(FORM.fullmatch(one) for one in sketched([line, "", "\ud800", "a"]))


def test_lines_without_a_sketch_are_not_alike() -> None:
    (one,) = sketched(["渡口的船又开了"])
    assert fingerprints(["渡口的船又开了"]) == (one[:6],)
    assert (alike(one, one), alike(one[:6], one), alike(".", one)) == (ORDERS, 0, 0)
