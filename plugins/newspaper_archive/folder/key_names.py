"""The keys of the desk's files and what they are called in Chinese: `日期: 2031` is `date: 2031`."""

import unicodedata
from collections.abc import Iterable, Mapping

Spelt = Mapping[str, str]
"""A key by each of its spellings, as `plain` has them."""

# The first is what messages call it. 版 alone is none of them: it might be edition, folio or name.
PAGE = {
    "paper": ("报纸", "报名", "报纸名", "报纸名称"),
    "edition": ("专刊", "子报", "专刊名", "子报名"),
    "date": ("日期", "出版日期"),
    "folio": ("版次", "版号"),
    "page_name": ("版名", "版面名称"),
    "system_code": ("系统编号", "系统版号", "系统代码"),
    "encoding": ("编码", "字符编码"),
    "sha256": ("校验和",),
    "fingerprints": ("指纹", "各行指纹"),
    "lines": ("各行", "行", "哪些行是什么"),
    "articles": ("稿件", "文章"),
    "split": ("另起一段", "分段"),
    "join": ("接成一段", "并段"),
    "corrections": ("改正文字", "更正", "改正"),
    "checked": ("已核", "核过"),
}
CORRECTION = {
    "line": ("哪一行", "行", "行号"),
    "from": ("原文", "印作"),
    "to": ("改作", "改为", "改成"),
    "by": ("谁改的", "改的人"),
    "on": ("哪天", "哪天改的", "日期"),
    "why": ("为什么", "原因"),
}
EDITION = {
    "paper": ("报纸", "报名", "报纸名", "报纸名称"),
    "edition": ("专刊", "子报", "专刊名", "子报名"),
    "slug": ("网址名", "网址", "英文名"),
    "cn": ("国内刊号", "刊号", "CN刊号", "国内统一刊号"),
    "issn": ("国际刊号", "ISSN号"),
    "frequency": ("刊期", "出版周期"),
    "language": ("语言", "语种"),
    "sections": ("版块", "栏目"),
}
WITHDRAWAL = {
    "address": ("网址",),
    "page": ("版面", "版面文件"),
    "words": ("文字", "字句"),
    "lines": ("行", "行号", "哪一行", "哪几行", "line"),
    "on": ("日期", "哪天", "哪天撤的"),
    "why": ("原因", "为什么", "理由", "reason"),
    "by": ("谁撤的", "经手人", "撤的人"),
    "deleted": ("已删去", "已删除"),
}
# Whose quotes, commas and blanks may be print.
VERBATIM = frozenset({"from", "to", "why", "words"})
_QUOTES = "\"'“”‘’「」『』＂＇"
_LEFT_OUT = str.maketrans("", "", "_- \t\u3000\xa0")


def plain(word: str) -> str:
    """Of two that are alike in this they are one: `Page-Name`, `page_name`, `“ｐａｇｅ　ｎａｍｅ”`."""
    return unicodedata.normalize("NFKC", word).strip().strip(_QUOTES).lower().translate(_LEFT_OUT)


def spelt(names: Mapping[str, Iterable[str]]) -> Spelt:
    """Of two words that are spelt alike the first has it."""
    found: dict[str, str] = {}
    for word in (*((key, key) for key in names), *((name, key) for key in names for name in names[key])):
        found.setdefault(plain(word[0]), word[1])
    return found


def unmarked(name: str) -> str:
    """`大河日报` of `《大河日报》`, as papers are written of."""
    inner = name[1:-1]
    return inner if name == f"《{inner}》" and not set(inner) & set("《》") else name


def glossed(keys: Iterable[str], names: Mapping[str, tuple[str, ...]]) -> str:
    """`paper（报纸）、edition（专刊）`."""
    return "、".join(f"{key}（{names[key][0]}）" if key in names else key for key in keys)
