"""The fixed forms of newspaper print, as patterns over folded text (full-width ASCII and brackets are ASCII).

`本报云汀6月1日讯(记者 王岚)` is a dateline, `本报记者 王岚 摄` a credit, `C02 看点` a pointer.
"""

import re

from newspaper_archive.lexicon import agencies
from newspaper_archive.lexicon.han import HAN
from newspaper_archive.lexicon.names import MIDDLE_DOTS, PICTURES_BY, WORDS_BY, WRITER
from newspaper_archive.lexicon.numerals import NUMERAL, YEAR_NUMERAL
from newspaper_archive.lexicon.word_lists import any_of, entries

NAME = rf"[{HAN}{MIDDLE_DOTS}]{{1,12}}"
NAMES = rf"{NAME}(?:[ 、,;/和]+{NAME})*"
OWN = agencies.OWN
WIRE = rf"[据據]?{agencies.OUTLET}"
DAY = agencies.DAY

# No place: 本報訊 before 本報廣州電, and what is the name of an office of the agency.
_OFFICE = rf"[{HAN}]{{2,10}}?[总總分支]{{1,2}}社"
_PLACE = rf"(?![讯訊])[{HAN}]{{2,7}}?(?<!社)"
_FAR = rf"(?![讯訊])[{HAN}]{{2,20}}?(?<!社)(?=\s?{DAY})"
# 本报云汀 青禾6月2日电; 本报记者 王岚6月2日电 names no places.
_APART = rf"(?!记者|記者){_PLACE}[ ](?:{_PLACE}[ ])?{_PLACE}(?=\s?(?:{DAY}))"
PLACE = rf"(?:{_PLACE}(?:、{_PLACE}){{0,3}}|{_APART}|{_FAR})"
# 【本市讯】: the paper's own place, and no other 本市.
_HERE = r"本[市县縣区區省埠港镇鎮乡鄉州]"

DATELINE = re.compile(
    rf"""
    [【\[(<]?\s*
    (?:
        (?P<agency>{WIRE}(?:{_OFFICE})?)
        (?P<place>{PLACE})?
        \s*(?P<date>{DAY})?(?:、[{HAN}]{{2,7}}?(?:{DAY}))?
        \s*(?P<kind>专?{agencies.WIRE}|消息)(?![{HAN}]{{0,2}}[话台视网子])
      | {_HERE}[讯訊](?=\s*[】\])(]|\s|$)
    )
    \s*[】\]>)]?\s*
    (?:
        \((?P<bracketed>[^()]{{2,80}})\)\s*:?
      | (?P<stated>(?:{WIRE})?{WRITER}[^,。:]{{2,40}}?(?:报道|報道|报导|報導)\s*[:,]?)
      | (?P<heard>{WRITER}\s*[{HAN}]{{2,3}}(?=[从從][^。]{{2,60}}?(?:[获獲]悉|了解到)|$))
      | :
    )?
    \s*""",
    re.VERBOSE,
)
REPORTED = re.compile(
    rf"[【\[(](?:{WIRE})?(?:(?P<by>{WRITER}[{HAN}·、 ]{{0,16}}?)(?:/(?P<place>[{HAN}]{{2,6}}?))?)?(?:综合|綜合)?"
    r"(?:报道|報道|报导|報導|專訊|专讯|訊|讯|電|电)[】\])]\s*"
)
STATED = re.compile(
    rf"(?:{WIRE})?(?P<by>{WRITER}[{HAN}·、 ]{{2,16}}?)(?P<date>{DAY})?(?:报道|报导|報道|報導)\s*[:：]\s*"
)

CREDIT = re.compile(
    rf"""
    [(\[【■□▲△●◎◆]?\s*
    (?:图片?[:]?\s*)?
    (?:
        (?:文[/、和]?[图圖]|[图圖][/、]文|文|{PICTURES_BY})\s*[:/]?\s*{agencies.NAMED}?(?:{WRITER})?[ :]*{NAMES}
      | (?:(?:{WIRE})?[ ]?{WRITER}[ :]*{NAMES}|{NAMES})(?:[ ]*(?:{WIRE})?{WRITER}[ :]*{NAMES})*
        [ ]*(?:[摄攝]影?(?:报道|報道|报导|報導)?|供图|供圖|[图圖]/文|文/[图圖]|提供)
    )
    \s*[)\]】]?""",
    re.VERBOSE,
)
CREDIT_MARK = re.compile(r"[摄攝]|供[图圖]|文/?[图圖]|[图圖](?:/文|片?\s?[/:])")
CREDIT_TAIL = re.compile(
    rf"""
    (?P<credit>
        [(\[【]\s*(?:{WIRE})?[ ]?{WRITER}?[ :]*[{HAN}·、 ]{{2,30}}?(?:[摄攝](?:影)?(?:报道)?|供图)\s*[)\]】]
      | (?:(?<=[。!?”…) ])|(?<=\s))[■□▲●]?(?:{WIRE})?[ ]?{WRITER}[ :]*[{HAN}·、 ]{{2,40}}?[ ]?(?:[摄攝](?:影)?(?:报道)?|供图)
      | (?<=[。!?”…) ])[ ]*[{HAN}·]{{2,4}}(?:[ 、][{HAN}·]{{2,4}})*[ ]*[摄攝]
    )\s*$""",
    re.VERBOSE,
)
SIGNATURE = re.compile(
    rf"""
    (?:[(\[【■□]|[—–─]{{1,4}}(?=[据原选選摘]))?\s*
    (?:
        (?:{WIRE})?[ ]?{WRITER}[ :]*{NAMES}(?:[ ]*(?:{WIRE})?{WRITER}[ :]*{NAMES})*[ ]*(?:综合)?(?:整理|采写|综合|编译|报道|编辑|文)
      | [—–─]{{1,4}}\s*(?:{WIRE})?[ ]?{WRITER}[ :]+{NAMES}
      | 作者(?:为|是|单位|系)[^()]{{2,50}}
      | (?:原载|选自|摘自|来源|来自)[:《]?[^()。]{{2,30}}
      | 据(?:[:《][^()。]{{2,30}}|[^()。]{{1,26}}(?:[社电電讯訊报報网網台臺刊]|报道|報道|报导|消息|新闻|新聞|整理|资料|資料))
      | {OWN}[{HAN}]{{2,8}}(?:部|室|组|中心)
    )\s*[)\]】]?""",
    re.VERBOSE,
)
BRACKETED_TAIL = re.compile(
    rf"(?<=[。!?…”])\s*(?P<tail>\((?![^()]*[,。;:!?])(?P<within>[{HAN}· 、]{{2,40}}(?:/文)?)\))\s*$"
)
DATELINE_TAIL = re.compile(
    rf"(?P<tail>[(\[【]\s*(?:据)?{WIRE}(?P<place>{PLACE})?(?P<date>{DAY})?(?:专?[讯訊电電])[)\]】]\s*(?:\(\d{{1,2}}\))?)\s*$"
)
AUTHOR = re.compile(
    rf"""
    [■□◎●◆(]?\s*
    (?:
        (?:(?:{WIRE})?[ ]?{WRITER}[ :]*{NAMES})(?:[ 、]*(?:{WIRE})?{WRITER}[ :]*{NAMES})*
      | (?:{WORDS_BY}[ :/]+|(?:采访|採訪)\s*[:/]\s*){NAMES}(?:[ ]+(?:{WORDS_BY}|{PICTURES_BY})\s*[:/ ]\s*{NAMES})*
    )\s*\)?""",
    re.VERBOSE,
)
# 本报评论员, 本报编辑部: the paper itself as writer, and no headline such as 本报成立调查组.
_OWN_DESK = (
    "(?:融媒体?|全媒体?|联合|特约|社会|经济|政法|文化|理论|群众|读者|总)?"
    "(?:编辑部|編輯部|编委会|編委會|编辑室|总编室|评论部|評論部|评论组|理论部|群工部|工作部|调查组|采访组|报道组|记者组|来信组|来信部|专题组)"
)
OWN_AUTHOR = re.compile(
    rf"[■□(\[【]?\s*(?P<own>{OWN}(?:(?:特约|特約)?(?:评论员|評論員)|{_OWN_DESK}))\s*[)\]】]?"
)
OFFICE_AUTHOR = re.compile(
    rf"(?P<office>[{HAN}]{{2,18}}(?:{any_of('offices').pattern})) +(?P<name>[{HAN}]{{2,4}}|[{HAN}] [{HAN}])"
)
METADATA = re.compile(
    rf"(?:(?P<paper>[{HAN}]{{1,6}}[報报]) +)?(?:作者 *:(?P<by>.*?) *)?"
    r"(?:时间|日期|發佈日期|发布日期|发布时间) *: *(?P<date>\d{4}-\d{1,2}-\d{1,2})(?P<rest>.*)"
)

FOLIO = r"[A-Z]{0,2}\d{1,2}"
POINTER = re.compile(
    rf"""
    (?:[>→▶]+|详见|見|见|请看|全文见|报道见|更多报道见)?\s*[(\[]?\s*
    (?:
        第?\s*(?P<folio>[A-Z]{{1,2}}\d{{1,2}}|0\d|\d{{1,2}}(?=\s*版|\s+[{HAN}]))(?:\s*[、,—–\-~至/]\s*{FOLIO})*\s*版?
      | 第(?P<ordinal>[一二三四五六七八九十]{{1,3}})版
    )
    [ ·:|/]*(?P<name>[{HAN}·]{{2,8}})?\s*[)\]]?[>→▶]*""",
    re.VERBOSE,
)
POINTER_TAIL = re.compile(
    rf"(?<=[摄攝) ]) *(?P<pointer>(?P<folio>[A-Z]{{1,2}}\d{{1,2}}|0\d)版? *(?P<name>[{HAN}]{{2,4}})?)\s*$"
)
PAGE_LABEL = re.compile(
    rf"""
    (?:第\s*)?(?P<folio>[A-Z]{{0,2}}\d{{1,2}})(?:\s*[—–\-]\s*[A-Z]{{0,2}}\d{{1,2}})?\s*(?P<ban>版)?\s*[:·|/ ]*
    (?P<name>[{HAN}]{{2,8}}(?:·[{HAN}]{{2,8}})?)?
    |(?P<code>[A-Z]{{1,3}}\d{{1,3}})-?PDF\s*版面
    |第(?P<ordinal>[一二三四五六七八九十]{{1,3}})版\s*[:·]?\s*(?P<ordinal_name>[{HAN}]{{2,8}})?""",
    re.VERBOSE,
)
PRINTED_DATE = re.compile(
    r"(?P<year>\d{4})\s*[年\-./]\s*(?P<month>\d{1,2})\s*[月\-./]\s*(?P<day>\d{1,2})\s*日?(?:\s*[(]?(?:星期|周|週|礼拜)(?P<weekday>[一二三四五六日天])[)]?)?"
)
# 二〇三一年三月五日, alone or with 民国; the year may have any sign of zero.
_NUMERAL_DATE = (
    rf"(?:(?<![{HAN}]){YEAR_NUMERAL}|民[国國]{NUMERAL}{{1,3}})年{NUMERAL}{{1,3}}月{NUMERAL}{{1,3}}日"
)
DATE_LINE_REST = re.compile(
    rf"{_NUMERAL_DATE}(?![{HAN},])|农历|農曆|夏历|[甲乙丙丁戊己庚辛壬癸][子丑寅卯辰巳午未申酉戌亥]年|第\s*\d+\s*期(?!\s*(?:开奖|開獎|中奖|中獎|号码|號碼))|总第|今日\s*\d+\s*版|星期[一二三四五六日天]|(?<![{HAN}])周[一二三四五六日](?![{HAN}])|刊号|CN\s*\d"
)
JUMP = re.compile(
    r"[(\[【]?\s*(?:[▶▲■]?\s*)?(?P<way>下转|紧接|上接|转|接)\s*(?:第\s*)?(?P<folio>[A-Z]{1,2}\d{1,2}|\d{1,2}|[一二三四五六七八九十]{1,3})\s*版?[^。]{0,8}[)\]】]?"
)
JUMP_TAIL = re.compile(
    rf"(?P<jump>[(\[【]\s*(?:下转|紧接|转)\s*第?\s*(?:{FOLIO}|[一二三四五六七八九十]{{1,3}})\s*版?[^()。]{{0,8}}[)\]】])\s*$"
)
JUMP_HEAD = re.compile(
    rf"(?P<jump>[(\[【]\s*(?:上接|紧接)\s*第?\s*(?:{FOLIO}|[一二三四五六七八九十]{{1,3}})\s*版?[^()。]{{0,8}}[)\]】]"
    rf"|[▲▶■]\s*(?:上接|紧接)\s*第?\s*(?:{FOLIO}|[一二三四五六七八九十]{{1,3}})\s*版?(?= ))\s*"
)
# 编 辑:高 山, as a role of two characters is set beside one of four.
_SPACED_ROLES = "|".join(
    rf"{role[0]}\ {{1,2}}{role[1]}" for role in entries("colophon_roles") if len(role) == 2
)
CREDIT_ROLES = rf"(?:{any_of('colophon_roles').pattern}|(?:{_SPACED_ROLES})(?=\s*:))"
COLOPHON = re.compile(
    rf"(?P<role>{CREDIT_ROLES}(?:[、/]{CREDIT_ROLES})*)\s*[:/ ]\s*(?P<names>{NAMES}?)(?=\s*(?:(?:{CREDIT_ROLES})\s*[:/ ]|$|[|;()】\]■□●◆▲·]|[{HAN}]{{2,4}}:|[A-Za-z]))"
)
BRIEF_MARK = re.compile(r"[◎●■▶►◆★☆○◇□※•]\s*(?=\S)")
BRIEF_DATE = re.compile(rf"(?:\d{{1,2}}月)?\d{{1,2}}日(?:[上下]午|晚|清晨|凌晨|至|,|[{HAN}])")
ENDS_SENTENCE = re.compile(r"[。!?…;][”’」』)\]】》\"']*$|\.{3}$|[。!?]\s*[”’\"]?$")
CAPTION = re.compile(
    rf"[(\[]?(?:图为|图片为|上图|下图|左图|右图|题图|本版图片|图[①-⑳一二三四五六七八九十\d]+[:: 为]|[▲△▼◀▶↑↓←→]\s*(?=[{HAN}\d“]))"
)
# 海濱街市:昨日重開,六成攤檔復業。 beside a picture.
PLACE_AND_CAPTION = re.compile(rf"[{HAN}]{{2,8}}:[^:。]{{3,30}}。(?=$|[(\[【])")
CAPTION_LABEL = re.compile(r"[(\[]?图片[)\]]?[:]?$")
PHOTO_HEADLINE = re.compile(r"[(]附?(?:图片|图|组图|摄影)[^)]{0,6}[)]$")
# 春到茶山（图片）: what stands beneath is another story's.
PICTURE_ALONE = re.compile(r"[(](?:图片|圖片|组图|組圖)[)]$")
NAME_LIST = re.compile(rf"(?:[{HAN}]{{2,4}}[ 、]+){{2,}}[{HAN}]{{2,4}}")
SIGNING_OFFICE = re.compile(rf"[{HAN}]{{2,20}}{any_of('signing_offices').pattern}")
QUESTION = re.compile(rf"(?P<speaker>记者|问|主持人|答|[{HAN}]{{2,4}})[:]")
MEASURED = re.compile(r"-?\d+℃|\d+%$|^(?:白天|夜间|风向|风力|降水|气温|温度|空气质量)")
ROW = re.compile(
    rf"{MEASURED.pattern}|\d(?:元|万元)$|^[\d\s.,/%-]{{4,}}$"
    r"|[开開中]?[奖獎]?(?:号码|號碼)\s*[:]\s*[\d红紅蓝藍球+、,:\s]+$"
)
# 据北京日报报道,: an item taken from elsewhere, and a story of its own.
BY_ANOTHER_PAPER = re.compile(
    rf"[据據](?:{agencies.NAMED}|{agencies.PAPER}|《[^》]{{2,10}}》)[^,。]{{0,8}}(?:报道|報道|报导|報導|消息)"
)
# 据菲律宾火山与地震研究所, torn from what it says; but 据守孤岛三十年 is a headline.
BY_A_SOURCE = re.compile(
    r"[据據](?:.{2,20}(?:[所局台臺站部会會院社报報网網厅廳办辦]|中心|大学|大學)|统计|統計|介绍|介紹|了解|悉|报道|報道)$"
)
# 今年以来,云汀新区推行: a sentence begins so, and no headline.
SENTENCE_OPENING = re.compile(
    r"(?:今年以来|去年以来|近年来|近年|近日|近期|日前|连日来|昨[天日晚]|今[天日晨]|前不久|不久前|目前|眼下|如今|入[春夏秋冬]以来"
    r"|据[了悉]解?|(?:\d{4}年)?\d{1,2}月\d{1,2}日(?:[上下]午|晚|清晨)?|\w{2,12}(?:前夕|期间|之际)),"
)
