"""Says what `make file` would do, asks and has done, so that each command can be pasted as it stands."""

from collections.abc import Iterable, Iterator, Sequence

from newspaper_archive.desk.filing.answers import OPEN_EDITION, Answers
from newspaper_archive.desk.filing.filing_plan import FilingPlan, Move, Question, Reasons, Skipped
from newspaper_archive.desk.filing.moving import MovedPages
from newspaper_archive.desk.typed import as_typed
from newspaper_archive.folder.edition import EDITION_FILE
from newspaper_archive.folder.listing import printable_path

# What stands in a command, and what the desk has to know of it.
ASKED = {
    "DATE=": "日期是推算的或没有，请对照报纸；X 的地方要换成数字",
    "FOLIO=无": "报上印了版次的，把 FOLIO=无 改成 FOLIO=C01 这样的",
    f"EDITION={OPEN_EDITION}": f"“{OPEN_EDITION}”换成报纸的名字，是子报就写子报的名字，再加 PAPER=报纸的名字",
}


def planned(plan: FilingPlan, answers: Answers) -> str:
    """What would be done and why, what is asked, what stays, and what to type next."""
    moving = [f"可以移的 {len(plan.moves)} 版："] if plan.moves else []
    lines = [*moving, *_lines(map(_move, plan.moves)), *_editions(plan)]
    lines += [*_questions(plan), *_skipped(plan)]
    lines += [] if answers.page else [f"已在该在的地方的 {plan.filed} 版，没有动"]
    return "\n".join([*lines, _next(plan, answers)])


def done(moved: MovedPages, left: int) -> str:
    """What was moved and what was not."""
    lines = [f"已移 {len(moved.done)} 版：", *map(_pair, moved.done)] if moved.done else []
    if moved.failed:
        lines += [
            f"没有移的 {len(moved.failed)} 版：",
            *(f"  {_shown(page)}：{why}" for page, why in moved.failed),
        ]
    if left:
        lines.append(as_typed(f"还有 {left} 版没有归好。要看是哪些、缺什么，请运行 make file"))
    if moved.done:
        lines.append(as_typed("要放回原处，请运行 make unfile"))
    return "\n".join([*lines, as_typed("接下来建网站，请运行 make")])


def taken_back(moved: MovedPages) -> str:
    if not moved.done and not moved.failed:
        return as_typed("没有可以放回的：这里没有 make file 移过的版。要看有哪些散放的版，请运行 make file")
    lines = [f"已放回 {len(moved.done)} 版：", *map(_pair, moved.done)] if moved.done else []
    if moved.failed:
        lines.append(f"没有放回的 {len(moved.failed)} 版：")
        lines += [f"  {_shown(page)}：{why}" for page, why in moved.failed]
    again = "再前一次移的也要放回，请再运行 make unfile；" if moved.earlier else ""
    return "\n".join([*lines, as_typed(f"{again}要重新归，请运行 make file")])


def _lines(blocks: Iterable[Sequence[str]]) -> Iterator[str]:
    for block in blocks:
        yield from block


def _move(move: Move) -> list[str]:
    beside = [printable_path(location.name) for location, _ in move.files[1:]]
    also = [f"    一同移的：{'、'.join(beside)}"] if beside else []
    return [f"  {move.page} → {move.target}", *_why(move.why), *also]


def _why(why: Reasons) -> list[str]:
    return [line for said, grounds in why for line in (f"    {said}", *(f"      {one}" for one in grounds))]


def _editions(plan: FilingPlan) -> Iterator[str]:
    for folder, text in sorted(plan.editions.items()):
        yield f"新建 {folder}/{EDITION_FILE}，可以再改："
        yield from (f"    {line}" for line in text.splitlines())


def _questions(plan: FilingPlan) -> Iterator[str]:
    if plan.questions:
        yield f"要问的 {len(plan.questions)} 版。如果知道，把命令改对再运行；不知道的不必管，照样上网："
        commands = "".join(one.command for one in plan.questions)
        yield from (f"  · {said}" for asked, said in ASKED.items() if asked in commands)
    if plan.nameless:
        yield "  · 都是同一份报的，先这样写一次报名，列出的命令里就都有了："
        yield as_typed(f"  make file EDITION={OPEN_EDITION}")
    for question in plan.questions:
        yield from _question(question)


def _question(question: Question) -> list[str]:
    todo = f"    {question.mend}" if question.mend else as_typed(f"  {question.command}")
    return [f"  {question.page}", *_why(question.why), todo]


def _skipped(plan: FilingPlan) -> Iterator[str]:
    if plan.skipped:
        yield f"没有动的 {len(plan.skipped)} 版："
    for one in plan.skipped:
        yield from _left(one)


def _left(one: Skipped) -> list[str]:
    return [f"  {one.page}：{as_typed(one.why)}", *([as_typed(f"  {one.command}")] if one.command else [])]


def _next(plan: FilingPlan, answers: Answers) -> str:
    if plan.moves:
        return as_typed(f"现在什么也没有移。照上面移，请运行 {answers.command()} YES=1")
    if plan.questions or plan.skipped:
        return "现在什么也没有移"
    return as_typed("没有要归的版。建网站，请运行 make")


def _pair(pair: tuple[str, str]) -> str:
    return f"  {_shown(pair[0])} → {_shown(pair[1])}"


def _shown(path: str) -> str:
    return printable_path(path)
