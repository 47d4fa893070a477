"""What the desk withdraws is hidden on a page with code too, however the code parts or writes it."""

from dataclasses import replace

import pytest

from newspaper_archive.folder.text.lines import normalise
from newspaper_archive.model import Mask
from newspaper_archive.reading.assemble import assemble
from newspaper_archive.reading.masked_page import masked_page
from newspaper_archive.reading.printed import printed
from prints import printed as page_of

PAGE = (
    "渡口的船又开了\n\n本报讯（记者 齐小龙）船工{}把船划到对岸，两岸居民又能坐船赶集。\n\n<p>扫码看{}</p>\n"
)


@pytest.mark.parametrize(
    ("written", "left"),
    [
        ("高青山", "███"),
        ("高<b>青</b>山", "█<b>█</b>█"),
        ("高&#38738;山", "█" * 10),
        ("[高青山]{.underline}", "[███]{.underline}"),
    ],
)
def test_a_withdrawn_name_is_hidden_though_code_stands_in_it(written, left):
    print_ = printed("C01.txt", normalise(PAGE.format(written, written)))
    page = replace(page_of(""), lines=print_.in_place, reading=assemble("C01.txt", print_))
    masked = masked_page(page, Mask(words=(("高青山", ()),)))
    assert f"船工{left}把船" in masked.lines[2].raw
    assert ["扫码看███"] == [line.raw for line in masked.reading.furniture]
    assert not {"高", "青", "山"} & set(repr(masked))
