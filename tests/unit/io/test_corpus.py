"""Reading: sources, encodings, tables, skipped items."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

import framing
from framing.io.readers.encoding import decode

BODY = "The army warned of war, and the ministry said nothing.\n"


def write(folder, files):
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return folder


def sources(corpus):
    return {article.id: article.source for article in corpus}


def test_corpus_toml_then_front_matter_then_folder_then_name(tmp_path):
    write(
        tmp_path,
        {
            "a.txt": "---\nsource: Front\n---\n" + BODY,
            "b.txt": "---\nsource: Front\n---\n" + BODY,
            "deep/c.txt": BODY,
            "d.txt": BODY,
            "corpus.toml": '[[article]]\nfile = "a.txt"\nsource = "Manifest"\n',
            "README.md": "about",
        },
    )
    found = sources(framing.read_corpus(tmp_path))
    assert found == {"a.txt": "Manifest", "b.txt": "Front", "d.txt": "d", "deep/c.txt": "deep"}


def test_source_from_overrides(tmp_path):
    write(tmp_path, {"one/a.txt": "---\nsource: X\ndesk: World\n---\n" + BODY})
    assert sources(framing.read_corpus(tmp_path, source_from="folder")) == {"one/a.txt": "one"}
    assert sources(framing.read_corpus(tmp_path, source_from="filename")) == {"one/a.txt": "a"}
    assert sources(framing.read_corpus(tmp_path, source_from="field:desk")) == {"one/a.txt": "World"}


def test_by_a_field_and_by_month(tmp_path):
    write(tmp_path, {"a.txt": "---\nsource: X\nauthor: Ann\ndate: 2015-06-14\n---\n" + BODY})
    assert sources(framing.read_corpus(tmp_path, by="author")) == {"a.txt": "Ann"}
    assert sources(framing.read_corpus(tmp_path, by="date:month")) == {"a.txt": "2015-06"}


def test_front_matter_stays_in_the_text_and_out_of_the_count(tmp_path):
    write(tmp_path, {"a.txt": "---\nsource: War war war\n---\n" + BODY})
    corpus = framing.read_corpus(tmp_path)
    assert corpus.articles[0].text.startswith("---")
    assert framing.compare(corpus)["War war war"].tokens == 10


def test_a_manifest_that_names_a_missing_file(tmp_path):
    write(tmp_path, {"a.txt": BODY, "corpus.toml": '[[article]]\nfile = "b.txt"\n'})
    with pytest.raises(framing.CorpusError, match=r"corpus\.toml:2: .*'b\.txt'"):
        framing.read_corpus(tmp_path)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_encodings(tmp_path, encoding):
    text = "The régime’s “crisis” café — " + BODY
    write(tmp_path, {"a.txt": text.encode(encoding)})
    corpus = framing.read_corpus(tmp_path)
    assert corpus.articles[0].text.lstrip("\ufeff") == text
    assert bool(corpus.notes) == (not encoding.startswith("utf-8"))


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"], include_characters="\n\r\t")))
def test_utf8_reads_as_open_would(text):
    assert decode(text.encode(), "x").text == text.replace("\r\n", "\n").replace("\r", "\n")


def test_csv_guesses_are_told_and_lines_are_physical(tmp_path):
    write(tmp_path, {"x.csv": 'Outlet;Body\nA;"two\nlines"\nB;\nC;war\n'})
    corpus = framing.read_corpus(tmp_path / "x.csv", on_error="skip")
    assert [article.source for article in corpus] == ["A", "C"]
    assert corpus.articles[1].where.endswith("x.csv:5")
    assert corpus.skipped[0].where.endswith("x.csv:4")
    assert any("text from 'Body'" in note for note in corpus.notes)


def test_what_is_not_read_is_listed(tmp_path):
    write(tmp_path, {"a.txt": BODY, "b.png": b"\x89PNG", ".hidden": b"x"})
    corpus = framing.read_corpus(tmp_path)
    assert len(corpus) == 1
    assert [item.where.rpartition("/")[2] for item in corpus.skipped] == ["b.png"]


def test_records_and_frames():
    corpus = framing.from_records([{"outlet": "A", "body": BODY, "n": 3}])
    assert corpus.articles[0].metadata["n"] == "3"
    with pytest.raises(framing.CorpusError, match="record 1: no text"):
        framing.from_records([{"a": "b"}])
