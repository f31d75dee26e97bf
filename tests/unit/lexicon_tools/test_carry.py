"""Codes that are taken over from older sheets."""

from framing.lexicon_tools.carry import carry_over
from framing.model.sheet import CodedLine, Sheet, SheetLine


def line(id_):
    texts = dict.fromkeys(SheetLine._fields, "")
    return SheetLine(**texts | {"id": id_, "start": 0, "end": 1, "hits": 1})


def sheet(**codes):
    empty = dict.fromkeys(CodedLine._fields, "")
    rows = (CodedLine(**empty | {"id": id_, "code": code, "note": f"on {id_}"}) for id_, code in codes.items())
    return Sheet(where="old.csv", sha256="", lines=tuple(rows))


def test_the_same_line_takes_its_code_and_note():
    carried = carry_over([line("a"), line("b"), line("c")], [sheet(a="1", b="?", x="0"), sheet(b="?", c="")])
    assert [(row.code, row.note) for row in carried.lines] == [("1", "on a"), ("?", "on b"), ("", "")]
    assert carried[1:] == (2, 0, 1)


def test_where_old_sheets_differ_the_line_is_read_again():
    carried = carry_over([line("a"), line("b")], [sheet(a="1", b="1"), sheet(a="0", b="1")])
    assert [row.code for row in carried.lines] == ["", "1"]
    assert carried[1:] == (1, 1, 0)
