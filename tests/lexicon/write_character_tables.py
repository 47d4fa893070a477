"""Writes lexicon/data/radicals.txt and character_forms.txt: pairs of characters that are one, `⻓长`, `淸清`.

    .venv/bin/python tests/lexicon/write_character_tables.py /usr/share/unicode

The folder holds Unicode 15.0.0 as at https://www.unicode.org/Public/15.0.0/ucd/ (Unicode License); Debian's
package unicode-data 15.0.0-1 lays it out, Unihan's files in bzip2. What Hong Kong, Taiwan and Japan print
for traditional characters is asked of the OpenCC of requirements.lock (Apache 2.0).
"""

import bz2
import hashlib
import re
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from opencc import OpenCC

from newspaper_archive.lexicon.han import FIRST_PLANE
from newspaper_archive.lexicon.simplified import traditional
from newspaper_archive.lexicon.word_lists import entries

DATA = Path(__file__).parents[2] / "plugins" / "newspaper_archive" / "lexicon" / "data"
SHA256 = {
    "EquivalentUnifiedIdeograph.txt": "f2e04bae8c856fad3a16353a99d4cc2de6c72770260379f5e4974a97548aad2a",
    "Unihan_Variants.txt": "eaf54a2a5ea0df3e030cabe7917b04b7556e539874668eaaa106fce7c4b8bf46",
    "Unihan_OtherMappings.txt": "3e60f525d47eef6ea20b4673e22a14282669cb29ad7e94f1b249a197250534b1",
}
RADICALS = range(0x2E80, 0x2FE0)
# Told apart in Unicode for the sake of older character sets alone, as pull request 214 of
# github.com/hfhchan/irg lists for Hong Kong and ISO/IEC 10646 (annex S) names others; few of
# them stand in Unihan.
SEPARATED = """
吿告 喞唧 喩喻 姸妍 尙尚 廏厩 愼慎 曁暨 楡榆 槪概 淸清 漑溉 煕熙 靑青 繦襁 豣豜 兪俞 偸偷 値值 塡填 硏研
緖绪 鄕乡 汚污 毎每 宂冗 呑吞 吳吴 娛娱 悅悦 脫脱 說说 稅税 銳锐 閱阅 蛻蜕 挩捝 涗涚 梲棁 敓夺 兌兑 奧奥
媼媪 慍愠 溫温 縕缊 醞酝 蘊蕴 榲榅 膃腽 熅煴 搵揾 氳氲 轀辒 鰮鳁 淥渌 錄录 綠绿 祿禄 剝剥 彔录 卽即 旣既
靜静 淨净 錚铮 箏筝 郞郎 黃黄 橫横 廐厩 髙高 凈净 眾众 衆众 產产 彥彦 顏颜 虛虚 噓嘘 歔欷 戶户 爲为 僞伪
潙沩 嬀妫 瀨濑 賴赖 頹颓 頽颓 禿秃 穨颓 頻频 瀕濒 蘋苹 絕绝 強强 彊强 彛彝 彞彝 寃冤 覩睹 鬪斗 鬬斗 鬭斗
顚颠 巓巅 癲癫 鎭镇 眞真 甁瓶 餅饼 餠饼 幷并 倂并 屛屏 騈骈 腁胼 輧軿 絣绷 衞卫 敎教 査查 啓启 恆恒 冊册
刪删 柵栅 吶呐 內内 訥讷 鈉钠 納纳 別别 拋抛 搖摇 遙遥 謠谣 瑤瑶 姢娟 茘荔 晳皙 滾滚 袞衮 兗兖 藪薮 敍叙
敘叙 敚夺 翺翱 臯皋 皐皋 皥皞 皡皞 疊叠 曡叠 疉叠 鷄鸡
"""
OLDER_SETS = ("gbk", "big5hkscs", "cp932", "cp949")
_UNIHAN = re.compile(r"^U\+([0-9A-F]+)\t(\w+)\t(.+)$", re.MULTILINE)


def tables(folder: Path) -> tuple[str, str]:
    """What radicals.txt and character_forms.txt hold."""
    radicals = dict(_radicals(_read(folder, "EquivalentUnifiedIdeograph.txt")))
    standard = {key for key, field, _ in _unihan(folder, "Unihan_OtherMappings.txt") if field == "kTGH"}
    of_opencc = list(_opencc_pairs())
    components = set(radicals.values()) - {key for key, _ in of_opencc}
    forms = dict(_forms([*_unicode_pairs(folder), *of_opencc], standard, components))
    return _written(radicals), _written(forms)


def _read(folder: Path, name: str) -> str:
    packed = folder / f"{name}.bz2"
    data = bz2.decompress(packed.read_bytes()) if packed.exists() else (folder / name).read_bytes()
    if hashlib.sha256(data).hexdigest() != SHA256[name]:
        sys.exit(f"{folder / name}: not the {name} of Unicode 15.0.0")
    return data.decode("utf-8")


def _radicals(text: str) -> Iterator[tuple[str, str]]:
    for first, last, to in re.findall(
        r"^([0-9A-F]+)(?:\.\.([0-9A-F]+))?\s*;\s*([0-9A-F]+)", text, re.MULTILINE
    ):
        for code in range(int(first, 16), int(last or first, 16) + 1):
            if code in RADICALS:
                yield chr(code), chr(int(to, 16))


def _unihan(folder: Path, name: str) -> Iterator[tuple[str, str, str]]:
    for code, field, value in _UNIHAN.findall(_read(folder, name)):
        yield chr(int(code, 16)), field, value


def _unicode_pairs(folder: Path) -> Iterator[tuple[str, str]]:
    for key, field, value in _unihan(folder, "Unihan_Variants.txt"):
        if field in ("kZVariant", "kSemanticVariant"):
            for code in re.findall(r"U\+([0-9A-F]+)", value):
                yield key, chr(int(code, 16))


def _opencc_pairs() -> Iterator[tuple[str, str]]:
    """`黒` is Japan's 黑, `衞` Hong Kong's 衛."""
    characters = list(map(chr, FIRST_PLANE))
    for convert in map(OpenCC, ("jp2t", "hk2t", "tw2t")):
        forms = convert.convert("\n".join(characters)).split("\n")
        yield from (
            (key, to) for key, to in zip(characters, forms, strict=True) if len(to) == 1 and key != to
        )


def _forms(
    named: Iterable[tuple[str, str]], standard: set[str], components: set[str]
) -> Iterator[tuple[str, str]]:
    """Each form by the one character of 通用规范汉字表 that it is said to be.

    What that list has as a character of its own (喆, 龢) stays itself, so does what could be two (陜: 陕 or
    狭), what no older character set has, and what is part of characters only (亻).
    """
    searched = traditional()
    said: dict[str, set[str]] = defaultdict(set)
    for pair in named:
        for key, to in (pair, pair[::-1]):
            said[key].add(searched.get(to, to))
    left = set(entries("other_character"))
    for key, ends in said.items():
        meant = {end for end in ends & standard if end != key and key + end not in left}
        if len(meant) == 1 and not ({key} & (standard | components | searched.keys())) and _is_in_use(key):
            yield key, meant.pop()
    yield from ((key, to) for key, to in SEPARATED.split() if key not in searched)


def _is_in_use(character: str) -> bool:
    for name in OLDER_SETS:
        try:
            return bool(character.encode(name))
        except UnicodeEncodeError:
            continue
    return False


def _written(pairs: dict[str, str]) -> str:
    return "".join(f"{key}{to}\n" for key, to in sorted(pairs.items()))


if __name__ == "__main__":
    radicals, forms = tables(Path(sys.argv[1]))
    (DATA / "radicals.txt").write_text(radicals, "utf-8")
    (DATA / "character_forms.txt").write_text(forms, "utf-8")
