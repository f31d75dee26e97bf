"""LIWC .dic as it is found: padded numbers, tabs and spaces, trees, rules that are not read."""

import pytest

from framing.errors import LexiconError
from framing.io.dictionaries.liwc import read_liwc, write_liwc
from framing.model.dictionary import Category, Dictionary, Term


def terms(text):
    return [(term.text, ".".join(term.path), term.line) for term in read_liwc(text, "own.dic").terms]


def lost(text):
    return [str(fault) for fault in read_liwc(text, "own.dic").lost]


HEAD = "%\n01\tcalm\n2\tstorm\n%\n"


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("breeze\t1", [("breeze", "calm", 5)]),
        ("breeze\t\t\t01  ", [("breeze", "calm", 5)]),
        ("breeze    01    02", [("breeze", "calm", 5), ("breeze", "storm", 5)]),
        ("breeze  \t1", [("breeze", "calm", 5)]),
        ("breeze  02\t1", [("breeze", "storm", 5), ("breeze", "calm", 5)]),
        ("gale force 10\t2", [("gale force 10", "storm", 5)]),
        ("gale force*    2", [("gale force*", "storm", 5)]),
        ("gale force 2", [("gale force", "storm", 5)]),
        ("breeze\t1\t1", [("breeze", "calm", 5)]),
        ("breeze\t1 2", [("breeze", "calm", 5), ("breeze", "storm", 5)]),
        ("", []),
    ],
)
def test_a_term_and_its_numbers(line, expected):
    assert terms(HEAD + line) == expected


def test_the_header_may_be_padded_spaced_and_followed_by_tabs():
    text = "%\t\t\r\n007    calm sea\n%  \nbreeze 7".replace("\r", "")
    assert terms(text) == [("breeze", "calm sea", 4)]


def test_a_title_in_parentheses_is_no_part_of_the_name():
    categories = read_liwc("%\n1\tcalm (Calm Weather)\n%\nbreeze\t1", "own.dic").categories
    assert categories == (Category(path=("calm",), title="Calm Weather"),)


@pytest.mark.parametrize("indent", ["\t", "    ", "  "])
def test_a_tree_drawn_by_indents(indent):
    tree = "1 sky\n>2 calm\n>3 storm\n>>4 hail\nsea\n>5 swell\n".replace(">", indent)
    text = f"%\n{tree}%\nice\t1\t3\t4\nwave\t5\nsun\t1"
    assert [row[:2] for row in terms(text)] == [("ice", "sky.storm.hail"), ("wave", "sea.swell"), ("sun", "sky")]


def test_our_own_dotted_names_are_a_tree_where_the_parent_is_declared():
    assert terms("%\n1\tsky\n2\tsky.calm\n3\tsea.swell\n%\nsun\t1\t2\nwave\t3") == [
        ("sun", "sky.calm", 6),
        ("wave", "sea.swell", 7),
    ]
    paths = [category.path for category in read_liwc("%\n1\tsky\n2\tsky.calm\n3\tsea.swell\n%\n", "own.dic").categories]
    assert paths == [("sky",), ("sky", "calm"), ("sea.swell",)]


def test_an_unknown_number_is_told_and_the_known_one_kept():
    text = HEAD + "breeze\t1\t7"
    assert terms(text) == [("breeze", "calm", 5)]
    assert lost(text) == ["own.dic:5: 'breeze': no category 7; declare it in the header"]


def test_a_term_without_a_known_number_is_told():
    assert lost(HEAD + "breeze") == ["own.dic:5: 'breeze' is left out: it has no category"]
    assert "no category x" in lost(HEAD + "breeze\tx")[0]


def test_rules_of_liwc_2007_are_told_and_not_counted():
    text = HEAD + "sort\t<of>1/2\ndraught\t(02 11)1/2\t(02 11)1\t2"
    assert terms(text) == [("draught", "storm", 6)]
    assert len(lost(text)) == 3
    assert "<of>" in lost(text)[0]
    assert "(02 11)1/2" in lost(text)[1]


def test_numbers_that_no_file_should_hold():
    assert terms(HEAD + "a\t" + "9" * 5000 + "\t1") == [("a", "calm", 5)]
    assert terms(HEAD + "a\t²\t1") == [("a", "calm", 5)]


def test_a_number_twice_is_told():
    text = "%\n1\tcalm\n1\tstorm\n%\nbreeze\t1"
    assert terms(text) == [("breeze", "calm", 5)]
    assert lost(text) == ["own.dic:3: category 1 is there twice; 'storm' gets no term; give it a number of its own"]


@pytest.mark.parametrize("text", ["", "breeze\t1", "%\n1\tcalm\nbreeze\t1"])
def test_no_header(text):
    with pytest.raises(LexiconError, match="no header of categories"):
        read_liwc(text, "own.dic")


def written(*rows):
    sky, calm, sea = ("sky",), ("sky", "calm"), ("sea",)
    return write_liwc(
        Dictionary(
            name="own",
            categories=(Category(path=sky), Category(path=calm), Category(path=sea)),
            terms=tuple(Term(text=text, path=calm if place == "calm" else sea) for text, place in rows),
        )
    ).partition("%\n1\tsky\n2\tsky.calm\n3\tsea\n%\n")[2]


def test_written_with_the_numbers_of_all_categories_above():
    assert written(("blue*", "calm"), ("wave", "sea")) == "blue*\t1\t2\nwave\t3\n"


def test_a_term_of_two_dimensions_is_written_on_one_line_where_the_order_allows():
    assert written(("blue*", "calm"), ("blue*", "sea"), ("wave", "sea")) == "blue*\t1\t2\t3\nwave\t3\n"
    assert written(("blue*", "calm"), ("wave", "sea"), ("blue*", "sea")) == "blue*\t1\t2\nwave\t3\nblue*\t3\n"
