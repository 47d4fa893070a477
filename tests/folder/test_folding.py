"""A line for recognising has each of its characters in the form that patterns know, and as many."""

import sys

from newspaper_archive.folder.text.lines import FOLDING, folded


def test_a_line_is_folded_as_the_table_says() -> None:
    everything = "".join(map(chr, range(sys.maxunicode + 1)))
    assert everything.translate(FOLDING) == folded(everything)


def test_signs_of_classes_are_folded_by_themselves_alone() -> None:
    assert "[渡]^-(口)\\" == folded("［渡］＾－（口）＼")
