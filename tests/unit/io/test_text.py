"""Text files, front matter and corpus.toml."""

import pytest

from framing.io.readers.text import front_matter

TOML = '[[article]]\nfile = "a.txt"\nsource = "Post"\ndate = 2015-06-14\n'


def test_front_matter_is_metadata_and_stays_in_the_text(read):
    text = "---\nSource: 'The Post'\n# a note\ntags:\n  - x\nsummary: >\n  long\nPen name: A: B\n---\n\nSome words."
    article = read({"a.md": text}).articles[0]
    assert (article.source, article.text) == ("The Post", text)
    assert dict(article.metadata) == {"source": "The Post", "pen_name": "A: B"}


@pytest.mark.parametrize("text", ["---\nA paragraph.\n---\nB", "---\na: b\nno end", "a\n---\na: b\n---\n", "---", ""])
def test_no_front_matter(text):
    assert front_matter(text) == (0, {})


def test_corpus_toml_comes_before_front_matter_before_folder(read):
    files = {"corpus.toml": TOML, "a.txt": "---\nsource: X\nauthor: Y\n---\nText", "s/b.txt": "---\nsource: X\n---\nB",
             "s/c.txt": "C", "d.txt": "D"}  # fmt: skip
    corpus = read(files)
    assert [(article.id, article.source) for article in corpus] == [
        ("a.txt", "Post"),
        ("d.txt", "d"),
        ("s/b.txt", "X"),
        ("s/c.txt", "s"),
    ]
    assert dict(corpus.articles[0].metadata) == {"source": "Post", "author": "Y", "date": "2015-06-14"}


def test_corpus_toml_reaches_a_single_file_and_those_below(read):
    files = {
        "a.txt": "A",
        "s/a.txt": "A",
        "corpus.toml": TOML + TOML.replace("a.txt", "./s/a.txt").replace("Post", "Q"),
    }
    assert [article.source for article in read(files)] == ["Post", "Q"]
    assert read(files, "a.txt").sources == ("Post",)
    assert read({"corpus.toml": TOML + '[[article]]\nfile = "gone.txt"'}, "a.txt").sources == ("Post",)


def test_corpus_toml_speaks_for_the_rows_of_a_table(read):
    files = {"corpus.toml": TOML.replace("a.txt", "a.csv"), "a.csv": "text,author\nSome words,A\n"}
    article = read(files).articles[0]
    assert (article.source, article.metadata["date"], article.metadata["author"]) == ("Post", "2015-06-14", "A")


@pytest.mark.parametrize(
    ("toml", "message"),
    [
        (TOML + "[[article]\n", "corpus.toml:5: not valid TOML: Expected ']]' at the end of an array declaration"),
        (TOML + 'x = """', "corpus.toml:5: not valid TOML: Unterminated string"),
        (b"\0\0\0", "corpus.toml: is not a text file; save it as plain text in UTF-8"),
        (TOML + '[[article]]\nsource = "A"', "corpus.toml:5: [[article]] lacks 'file'; write file = \"name.txt\""),
        (TOML + '[[article]]\nfile = "b.txt"',
         "corpus.toml:6: [[article]] names 'b.txt', which is not there; correct the name or remove the table"),
        (TOML + TOML, "corpus.toml:6: [[article]] names 'a.txt' twice; remove one of them"),
        (TOML + '[[article]]\nfile = "../b.txt"',
         "corpus.toml:6: [[article]] names '../b.txt', outside its folder; list files beside corpus.toml or below it"),
        ("corpus = 1\n" + TOML, "corpus.toml:1: unknown key 'corpus'; known are: article"),
        (TOML + '[[artcle]]\nfile = "a.txt"', "corpus.toml:5: unknown key 'artcle'; did you mean 'article'?"),
        ("article = 3", "corpus.toml:1: [[article]] lacks 'file'; write file = \"name.txt\""),
    ],
)  # fmt: skip
def test_complaints_about_corpus_toml(complaint, toml, message):
    assert complaint({"a.txt": "A", "corpus.toml": toml}) == message


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("", "a.txt: the file is empty; leave it out, or use --on-error skip"),
        ("\ufeff \n\u00a0\u200b", "a.txt: the file is empty; leave it out, or use --on-error skip"),
        ("---\na: b\n---\n\n", "a.txt: there is no text below the front matter; leave it out, or use --on-error skip"),
        (b"\0\1\2", "a.txt: is not a text file; save it as plain text in UTF-8"),
    ],
)
def test_complaints_about_a_file(complaint, content, message):
    assert complaint({"a.txt": content}) == message
