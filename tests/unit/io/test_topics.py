import pytest

from framing import FramingError, LexiconError, read_topic


def write(tmp_path, content, name="topic.txt"):
    path = tmp_path / name
    path.write_text(content, "utf-8")
    return path


def test_lines_comments_and_blanks(tmp_path):
    topic = read_topic(
        write(tmp_path, "\ufeff# Arania\n\nArania{,n,ns}\n  Duke of Arania   # the man\r\nArania{,n,ns}\n")
    )
    assert [entry.name for entry in topic.entries] == ["Arania{,n,ns}", "Duke of Arania"]
    assert {entry.dimension for entry in topic.entries} == {"topic"}


def test_both_spellings(tmp_path):
    topic = read_topic(write(tmp_path, "harbour\n"))
    assert {form.text for form in topic.entries[0].pattern.items[0].forms} == {"harbour", "harbor"}


def test_comments_and_order_change_no_signature(tmp_path):
    a = read_topic(write(tmp_path, "fire\nblaze\n")).signature
    assert read_topic(write(tmp_path, "# x\nblaze\nfire # y\n")).signature == a
    assert read_topic(write(tmp_path, "blaze\nfires\n")).signature != a


def test_every_faulty_line_is_named(tmp_path):
    path = write(tmp_path, "fire\n*\nwa*r\n<state>\n")
    with pytest.raises(LexiconError) as caught:
        read_topic(path)
    assert [fault.where for fault in caught.value.faults] == [f"{path}:{line}" for line in (2, 3, 4)]
    assert "a topic file has no classes" in str(caught.value)


@pytest.mark.parametrize(
    ("line", "hint"),
    [
        ('"Karst Front"', "without quotation marks"),
        ("\u201cKarst Front\u201d", "without quotation marks"),
        ('{"militia",rebels}', "without quotation marks"),
        ("militia|rebels", "one word or phrase a line, or alternatives in braces"),
        ("militia, rebels", "one word or phrase a line"),
        ("militia,rebels", "one word or phrase a line"),
        ("militia; rebels", "one word or phrase a line"),
        ("'militia'", "write the word or phrase alone"),
        ("\u2018militia\u2019", "quotation marks|write the word or phrase alone"),
        ("- militia", "write the word or phrase alone"),
        ("\u2022 militia", "write the word or phrase alone"),
        ("mili\x07tia", "control character U\\+0007"),
        ("mili\x00tia", "control character U\\+0000|not a text file"),
    ],
)
def test_a_line_that_is_a_list_in_another_notation(tmp_path, line, hint):
    """Read as a pattern it matches nowhere, and the topic would seem to be mentioned by nobody."""
    with pytest.raises(FramingError, match=hint):
        read_topic(write(tmp_path, f"fire\n{line}\n"))


def test_commas_that_are_of_a_word(tmp_path):
    topic = read_topic(write(tmp_path, "{militia,rebels} of the north\n10,000 men\n"))
    assert [entry.name for entry in topic.entries] == ["{militia,rebels} of the north", "10,000 men"]


@pytest.mark.parametrize("content", ["", "# only words about words\n", "\n \n"])
def test_a_file_without_a_pattern(tmp_path, content):
    with pytest.raises(LexiconError, match="no pattern"):
        read_topic(write(tmp_path, content))


def test_no_file_a_binary_one_and_a_long_one(tmp_path):
    with pytest.raises(FramingError, match="cannot be read"):
        read_topic(tmp_path / "none.txt")
    (tmp_path / "b.txt").write_bytes(b"\x00\x01\x02" * 500)
    with pytest.raises(FramingError, match="not a text file"):
        read_topic(tmp_path / "b.txt")
    with pytest.raises(LexiconError, match="more than 10,000 lines"):
        read_topic(write(tmp_path, "\n".join(f"word{n}" for n in range(10_001))))


def test_many_faults_are_cut(tmp_path):
    with pytest.raises(LexiconError, match="and 30 more") as caught:
        read_topic(write(tmp_path, "*\n" * 50))
    assert len(caught.value.faults) == 21


def test_a_lexicon_is_a_topic_with_its_rules(tmp_path):
    lines = """[lexicon]
name = "names"
version = "1"
licence = "CC0-1.0"
language = "en"
[[dimension]]
id = "places"
title = "Places"
definition = "Names of places."
[[dimension.subframe]]
id = "all"
title = "All"
definition = "All."
[[entry]]
pattern = "Reading"
dimension = "places"
subframe = "all"
case = "exact"
"""
    topic = read_topic(write(tmp_path, lines, "names.toml"))
    assert [(entry.name, entry.dimension, entry.exact_case) for entry in topic.entries] == [("Reading", "topic", True)]
