"""What `make weigh` counts: stories, headlines and parts, with a cue and without it, by source."""

from collections import Counter

import made_pages
import right_stories
import weigh
from known_pages import Known
from read_with import kept_scenes, read_with

from newspaper_archive.folder.text.lines import normalise
from newspaper_archive.reading.assemble import assemble_page
from newspaper_archive.reading.printed import printed
from sample_pages import gold

PAGE = """渡口的船又开了

本报渡口3月8日讯(记者 宋一帆)3月8日,渡口镇的老船工把船划到对岸,两岸居民又能坐船赶集。

河边新添十把长椅

本报讯(记者 王岚)椅子背后刻着一行小字,是居民投票选出来的:请坐,水不急,船也不急。
"""
STORIES = {
    "articles": [
        {
            "headline": "渡口的船又开了",
            "body": "3月8日,渡口镇的老船工把船划到对岸,两岸居民又能坐船赶集。",
            "byline": [{"role": "记者", "name": "宋一帆"}],
        },
        {
            "headline": "河边新添十把长椅",
            "body": "椅子背后刻着一行小字,是居民投票选出来的:请坐,水不急,船也不急。",
            "byline": [{"role": "记者", "name": "王岚"}],
        },
    ]
}
DUMP = """article news | headline 渡口的船又开了
  ¶ 船又开了。
furniture 扫码看报"""


def known(source: str) -> Known:
    return Known(source, "", printed("page.txt", normalise(PAGE)), STORIES)


def test_without_a_change_of_weights_a_page_is_read_as_ever() -> None:
    assert assemble_page("page.txt", normalise(PAGE)) == read_with(known("a paper").page, {})[0]


def test_a_cue_left_out_is_as_if_it_were_not_in_the_table() -> None:
    reading, seen = read_with(known("a paper").page, {"电头": 0.0})
    assert "电头" in seen
    assert not any("电头" in one.because.split("、") for one in reading.decisions)


def test_weights_are_as_they_were_after_a_page_was_read_with_others() -> None:
    read_with(known("a paper").page, {"电头": 0.0, "短行无句号": -1.0})
    assert assemble_page("page.txt", normalise(PAGE)) == read_with(known("a paper").page, {})[0]


def test_a_story_counts_with_all_its_paragraphs_and_a_headline_with_its_story() -> None:
    score = right_stories.of_dumps(DUMP, DUMP.replace("又开了\n", "停了\n"))
    assert (2, 2, 0, 2) == tuple(score[of] for of in ("stories", "of_stories", "headlines", "of_headlines"))
    cut_short = right_stories.of_dumps(DUMP, DUMP.replace("又开了。", "又开"))
    assert (0, 0, 1.0) == tuple(right_stories.f1(cut_short, field) for field in right_stories.FIELDS)


def test_what_a_cue_is_worth_is_told_of_the_source_that_it_serves() -> None:
    with kept_scenes():
        bench = weigh.Bench([known("a paper"), Known("made: nothing", "", printed("", ()), {"articles": []})])
        base = bench.by_source({})
        changes = weigh.differences(base, bench.by_source({"电头": 0.0}))
    assert {"a paper"} == set(changes) == weigh.served(changes)
    assert 1.0 == right_stories.f1(base["a paper"], "stories")


def test_a_cue_serves_where_stories_fall_and_not_where_only_parts_do_while_stories_rise() -> None:
    changes = {"one": (-0.1, 0.2, 0.0), "another": (0.1, 0.0, -0.2), "a third": (0.0, 0.0, -0.1)}
    assert {"one", "a third"} == weigh.served(changes)


def test_what_stems_from_a_source_says_nothing_where_that_is_left_out() -> None:
    with kept_scenes():
        made = (
            "made: samples, no datelines",
            "made: newspapers, no datelines",
            "made: cases, briefs",
            "made: jumps",
        )
        bench = weigh.Bench([known(source) for source in ("a paper", "samples", *made)])
    assert ["samples", made[0], made[3]] == weigh.evidence(bench, "a paper")
    assert ["a paper", made[3]] == weigh.evidence(bench, "samples")


def test_a_cue_that_the_other_sources_do_not_ask_for_goes_and_the_others_stay() -> None:
    with kept_scenes():
        bench = weigh.Bench([known("a paper"), known("another"), known("made: jumps")])
        cues = [cue for cue in weigh.CUES if cue.name in ("电头", "表格样式")]
        assert {"表格样式": 0.0} == weigh.chosen(bench, weigh.evidence(bench, "a paper"), cues)


def test_made_pages_are_the_same_each_time_and_say_all_that_their_stories_say() -> None:
    pages = list(made_pages.made_pages(gold()))
    assert pages == list(made_pages.made_pages(gold()))
    assert set(made_pages.SHAPES) == {shape for shape, _, _ in pages}
    for shape, text, truth in pages:
        print_ = Counter(right_stories.fold(text))
        for story in truth["articles"]:
            assert not Counter(right_stories.fold(story["body"])) - print_, (shape, story["headline"])


def test_a_story_of_another_text_and_one_of_another_headline_are_not_right() -> None:
    page = known("a paper").page
    read = right_stories.page_of(read_with(page, {})[0], page.in_place)
    first, second = STORIES["articles"]
    other = {"articles": [first, {**second, "body": "茶山的新茶上市,茶农说今年的茶比去年早了整整三天。"}]}
    headed = {"articles": [first, {**second, "headline": "椅子"}]}
    scores = [right_stories.of_gold(gold, read) for gold in (STORIES, other, headed)]
    assert [1.0, 0.5, 1.0] == [right_stories.f1(score, "stories") for score in scores]
    assert [1.0, 0.5, 0.5] == [right_stories.f1(score, "headlines") for score in scores]
