"""What the flags of a cue promise: where it is not asked, it would have seen nothing."""

from collections.abc import Iterator
from pathlib import Path

from newspaper_archive.folder.text.encoding import decode
from newspaper_archive.folder.text.lines import normalise
from newspaper_archive.reading.classify import scenes
from newspaper_archive.reading.classify.cues import CUES, Cue, Scene, asked_of
from newspaper_archive.reading.segment import segment

ROOT = Path(__file__).resolve().parents[2]
REAL = ROOT.parent / "shared"
FOLDERS = (ROOT / "seeds", REAL / "seeds", REAL / "fidelity")
# Ends of sentences and long text where pages seldom have them.
STRANGE = """\
本报记者 王岚

编辑:齐小龙 组版:高青山

{}

本报记者 王岚

1

{}

2

聚焦渡口,聚焦两岸的人家和他们每天都要过的那条河

{}
"""
FILLINGS = (
    "聚焦渡口,热线电话:0000-5550136 邮箱 地址 广告 发行。",
    "扫描二维码,关注微信 客户端 微博 网站 电话",
    "渡口的船又开了,两岸走亲的人再不必绕远路到下游过桥,从清早到天黑都有人在埠头等着船来接,没有人再抱怨风大浪急",
    "“渡口",
    "第02版 要闻",
)


def pages() -> Iterator[str]:
    """The samples, the readers' cases, the real pages if they are there, and some of odd ends of print."""
    for path in sorted(path for folder in FOLDERS for path in folder.rglob("*.txt")):
        yield decode(path.read_bytes()).text
    for path in sorted(Path(__file__).parent.joinpath("cases").glob("*.cases")):
        yield from path.read_text(encoding="utf-8").split("@@")
    yield from (STRANGE.format(one, other, one) for one in FILLINGS for other in FILLINGS)


def scenes_of(text: str) -> tuple[Scene, ...]:
    return scenes(segment(normalise(text)))


def unasked_but_seeing(scene: Scene, cues: tuple[Cue, ...] = CUES) -> list[str]:
    asked = asked_of(scene.here)
    return [f"{cue.name}: {scene.here.text}" for cue in cues if cue not in asked and cue.sees(scene)]


def test_a_cue_that_is_not_asked_would_have_seen_nothing() -> None:
    assert [] == [seen for text in pages() for scene in scenes_of(text) for seen in unasked_but_seeing(scene)]


def test_a_cue_with_a_wrong_flag_is_told() -> None:
    ends = Cue("句末", lambda scene: scene.here.ends, {}, open=True)
    (scene,) = scenes_of("渡口的船又开了。")
    assert ["句末: 渡口的船又开了。"] == unasked_but_seeing(scene, (ends,))


def test_no_two_cues_have_one_name() -> None:
    assert len(CUES) == len({cue.name for cue in CUES})
