"""Tables."""

import csv

import pytest

HINT = "put quotes around the text"
TWIN = "a.csv:3: id '1' is also that of a.csv:2; ids must differ; choose another field with --id-field"
QUOTES = "nothing below it is read; close the quotes, and double those inside a field"


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.csv", "id,text,source\n7,Some words,Post\n"),
        ("a.csv", "id;text;source\n7;Some words;Post\n"),
        ("a.csv", "id\ttext\tsource\n7\tSome words\tPost\n"),
        ("a.tsv", "id\ttext\tsource\n7\tSome words\tPost\n"),
        ("a.CSV", "\ufeff\"UID\",'x',Full Text,Outlet\r\n7,,Some words,Post\r\n"),
        ("a.csv", "text;source;title, subtitle, standfirst;id\nSome words;Post;x;7\n"),
        ("a.csv", ",id,text,source\n0,7,Some words,Post\n,,,\n\n"),
        ("a.csv", "id,text,source\n7,Some words,Post,,\n"),
    ],
)
def test_one_row(read, name, content):
    article = read({name: content}).articles[0]
    assert (article.id, article.text, article.source) == ("7", "Some words", "Post")
    assert article.where.endswith(f"{name}:2")


def test_guesses_are_noted_and_named_columns_are_not(read):
    files = {"a.csv": "uid,body,summary,site\n1,Long text,Short text,Post\n"}
    assert [note.rpartition("/")[2] for note in read(files).notes] == [
        "a.csv: text from 'body', source from 'site', id from 'uid'"
    ]
    named = read(files, text_field="summary", id_field="uid", source_field="site")
    assert (named.articles[0].text, named.notes) == ("Short text", ())
    assert named.articles[0].metadata["body"] == "Long text"


def test_long_fields_nul_and_lines_of_records(read):
    limit = csv.field_size_limit()
    long = "word " * 100_000
    corpus = read({"a.csv": f'text,source\n"two\nlines",A\n{long},B\n"a\0b ""c""",A\n'})
    assert [article.text for article in corpus] == ["two\nlines", long, 'a\0b "c"']
    assert [article.id for article in corpus] == ["a.csv#2", "a.csv#4", "a.csv#5"]
    assert csv.field_size_limit() == limit


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("", "a.csv: the file is empty; leave it out, or use --on-error skip"),
        ("text,source\n", "a.csv: the table has no rows; give a header line and one row an article"),
        (
            "id,headline,words\n1,2,3\n",
            "a.csv: no column holds the text; the columns are: id, headline, words; name it with --text-field NAME",
        ),
        ("text,text\n1,2\n", "a.csv: two columns are called 'text'; rename one of them"),
        ("text,source\none,A\n\n ,B\n", "a.csv:4: there is no text in 'text'; fill it, or use --on-error skip"),
        ("text,source\none,A\ntwo,\n", "a.csv:3: there is no source in 'source'; fill it, or use --source-from"),
        ("text,source\none,A\ntwo, or three,A\n", f"a.csv:3: the row has 3 fields, the header 2; {HINT}"),
        ("text,source\none,A\ntwo\nhalf,A\n", f"a.csv:3: the row has 1 fields, the header 2; {HINT}"),
        ('text,source\none,A\n"two,A\nthree,A\n', f"a.csv:3: not a valid row: unexpected end of data; {QUOTES}"),
        ('text,source\none,A\n"two "x",A\n', f"a.csv:3: not a valid row: ',' expected after '\"'; {QUOTES}"),
        ("id,text,source\n1,a,A\n1,b,A\n", TWIN),
    ],
)  # fmt: skip
def test_complaints(complaint, content, message):
    assert complaint({"a.csv": content}) == message


def test_a_named_column_that_is_not_there(complaint):
    files = {"a.csv": "id,headline,words\n1,2,3\n"}
    head = "a.csv: no column '{}'; the columns are: id, headline, words; "
    assert complaint(files, text_field="wrods") == head.format("wrods") + "did you mean 'words'?"
    assert complaint(files, text_field="q") == head.format("q") + "correct --text-field"
