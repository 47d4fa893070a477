"""What a build says of its stages where nobody looks at a terminal."""

from io import StringIO

from newspaper_archive.store.progress import Progress


def test_a_stage_is_told_with_its_count_and_only_so() -> None:
    stream = StringIO()
    progress = Progress(stream)
    for name, total in (("读版面", 5), ("目录", None), ("检索", 0)):
        with progress.stage(name, total) as advance:
            advance(1)
    assert "读版面：5\n" == stream.getvalue()
    assert ["读版面", "目录", "检索"] == [one.stage for one in progress.spent]
