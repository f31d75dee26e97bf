"""Paths to a corpus: walking, identifiers, sources, and what happens to faults."""

import os
import pickle
from pathlib import Path

import pytest

from framing.errors import CorpusError, SettingsError
from framing.io.corpus import ReadOptions, read_corpus
from framing.io.readers import walk

TWO = '{"text": "a", "source": "A", "author": "X", "date": "2015-06-14T10:00:00Z"}\n{"text": "b", "source": "B"}\n'


def ids(corpus):
    return [article.id for article in corpus]


def reasons(corpus):
    return [(Path(item.where).name, item.why) for item in corpus.skipped]


class TestWalking:
    def test_sorted_and_without_what_is_no_article(self, read):
        names = ["b.txt", "a/z.md", "a/b/c.txt", "B.txt", "README.md", "LICENSE", "corpus.toml", ".git/x.txt",
                 ".hidden.txt", "__MACOSX/a.txt", "~$b.txt"]  # fmt: skip
        files = dict.fromkeys(names, "words") | {"corpus.toml": "", "p.pdf": b"\0", "DATA": "x"}
        corpus = read(files)
        assert ids(corpus) == ["B.txt", "a/b/c.txt", "a/z.md", "b.txt"]
        assert [article.source for article in corpus] == ["B", "a", "a", "b"]
        assert reasons(corpus) == [
            ("DATA", "files without an ending are not read"),
            ("p.pdf", "files of type '.pdf' are not read"),
        ]

    def test_order_of_the_file_system_is_nothing(self, read, monkeypatch):
        files = {f"{folder}/{name}.txt": name for folder in "xyz" for name in "abc"}
        first = read(files)
        forward = walk.Path.iterdir
        monkeypatch.setattr(walk.Path, "iterdir", lambda path: reversed(list(forward(path))))
        assert read(files) == first

    def test_several_paths_keep_their_names_apart(self, read):
        files = {"moscow/1.txt": "m", "exeter/1.txt": "e", "exeter/s/1.txt": "s", "c.txt": "c"}
        corpus = read(files, "moscow", "exeter", "c.txt")
        assert [(article.id, article.source) for article in corpus] == [
            ("moscow/1.txt", "moscow"),
            ("exeter/1.txt", "exeter"),
            ("exeter/s/1.txt", "s"),
            ("c.txt", "c"),
        ]

    def test_a_readme_among_several_files_is_left_out(self, read):
        files = {"README.md": "About", "a.txt": "A", "corpus.toml": ""}
        corpus = read(files, *files)
        assert (ids(corpus), reasons(corpus)[0][0]) == (["a.txt"], "README.md")
        assert ids(read(files, "README.md")) == ["README.md"]

    def test_links(self, write):
        folder = write({"real/a.txt": "A", "in/b.txt": "B"})
        (folder / "in/far").symlink_to(folder / "real")
        (folder / "in/up").symlink_to(folder / "in")
        (folder / "in/gone.txt").symlink_to("nowhere.txt")
        (folder / "in/self.txt").symlink_to("self.txt")
        corpus = read_corpus([folder / "in"], ReadOptions(on_error="skip"))
        assert ids(corpus) == ["b.txt", "far/a.txt"]
        assert reasons(corpus) == [
            ("up", f"the same folder as {folder}/in, already read"),
            ("gone.txt", "cannot be read: No such file or directory"),
            ("self.txt", "cannot be read: Too many levels of symbolic links"),
        ]

    def test_a_folder_that_may_not_be_opened(self, write, monkeypatch):
        folder = write({"a.txt": "A", "shut/b.txt": "B"})
        forward = walk.Path.iterdir

        def iterdir(path):
            if path.name == "shut":
                raise PermissionError(13, "Permission denied", str(path))
            return forward(path)

        monkeypatch.setattr(walk.Path, "iterdir", iterdir)
        with pytest.raises(CorpusError) as caught:
            read_corpus(folder)
        assert str(caught.value) == f"{folder}/shut: cannot be read: Permission denied; check the file"

    def test_a_file_that_vanishes(self, write, monkeypatch):
        folder = write({"a.txt": "A", "b.txt": "B"})
        monkeypatch.setattr("framing.io.corpus.find_places", _removing(walk.find_places, folder / "a.txt"))
        corpus = read_corpus(folder, ReadOptions(on_error="skip"))
        assert reasons(corpus) == [("a.txt", "cannot be read: No such file or directory")]

    def test_a_pipe_is_not_waited_for(self, write):
        folder = write({"b.txt": "B"})
        os.mkfifo(folder / "a.txt")
        corpus = read_corpus(folder, ReadOptions(on_error="skip"))
        assert reasons(corpus) == [("a.txt", "is not a regular file")]

    def test_names_that_would_break_a_line(self, write):
        folder = write({"a\nb.txt": "A"})
        (folder / os.fsdecode(b"caf\xe9.txt")).write_text("B")
        corpus = read_corpus(folder)
        assert ids(corpus) == ["a\ufffdb.txt", "caf\ufffd.txt"]
        pickle.dumps(corpus)


def _removing(find_places, path):
    def find(paths, found):
        places = find_places(paths, found)
        path.unlink()
        return places

    return find


BY = "choose a field, date:year, date:quarter, date:month, date:week, date:day, or several as source,date:month"


class TestSources:
    @pytest.mark.parametrize(
        ("options", "sources"),
        [
            ({}, ["A", "s"]),
            ({"source_from": "folder"}, ["s", "s"]),
            ({"source_from": "filename"}, ["n", "t"]),
            ({"source_from": "field:Author"}, ["X", "Y"]),
            ({"source_field": ""}, ["A", "s"]),
            ({"by": "author"}, ["X", "Y"]),
            ({"by": "date:year"}, ["2015", "2016"]),
            ({"by": "date:month"}, ["2015-06", "2016-02"]),
            ({"by": "date:quarter"}, ["2015-Q2", "2016-Q1"]),
            ({"by": "date:day"}, ["2015-06-14", "2016-02-01"]),
        ],
    )
    def test_by_and_source_from(self, read, options, sources):
        files = {"s/n.jsonl": TWO.partition("\n")[0], "s/t.txt": "---\nauthor: Y\ndate: 2016/2/1\n---\nText"}
        assert [article.source for article in read(files, **options)] == sources

    def test_the_source_is_kept_beside_by(self, read):
        article = read({"s/t.txt": "---\nauthor: Y\n---\nText"}, by="author").articles[0]
        assert (article.source, article.metadata["source"]) == ("Y", "s")

    def test_folder_of_a_flat_folder_and_of_a_file(self, read, tmp_path):
        assert read({"a.txt": "A"}, source_from="folder").sources == (tmp_path.name,)
        assert read({"a.txt": "A"}, "a.txt", source_from="folder").sources == (tmp_path.name,)

    @pytest.mark.parametrize(
        ("by", "message"),
        [
            ("author", "a.jsonl:2: article has no field 'author'; known fields are: source"),
            ("date:month", "a.jsonl:2: article has no field 'date'; known fields are: source"),
        ],
    )
    def test_articles_without_the_field(self, complaint, by, message):
        assert complaint({"a.jsonl": TWO}, by=by) == message

    @pytest.mark.parametrize("date", ["14 June 2015", "2015-13-01", "2015-02-30", "20150614123", "1434276000"])
    def test_unreadable_dates(self, complaint, date):
        expected = f"a.jsonl:1: date '{date}' is no date with a month; write dates as 2015-06-14"
        assert complaint({"a.jsonl": f'{{"text": "a", "date": "{date}"}}'}, by="date:month") == expected


class TestFaults:
    @pytest.mark.parametrize(
        ("files", "names", "message"),
        [
            ({}, ["gone"], "gone: no such file or folder; check the path"),
            ({"a.txt": "A"}, ["a.txt/b"], "a.txt/b: no such file or folder; check the path"),
            ({"a.txt": "A"}, ["a\0b"], "a\ufffdb: no such file or folder; check the path"),
            ({}, [""], ("DIR: the folder holds no articles; put files there that end in "
             ".txt, .md, .csv, .tsv, .jsonl or .json")),
            ({"a.pdf": "", "b.docx": ""}, [""], ("DIR: no article could be read: a.pdf: "
             "files of type '.pdf' are not read (and 1 more); "
             "put files there that end in .txt, .md, .csv, .tsv, .jsonl or .json")),
            ({"a.pdf": ""}, ["a.pdf"], ("a.pdf: files of type '.pdf' are not read; "
             "save it as .txt, .md, .csv, .tsv, .jsonl or .json")),
            ({"corpus.toml": ""}, ["corpus.toml"], ("corpus.toml: no article could be read; "
             "give .txt, .md, .csv, .tsv, .jsonl or .json")),
            ({"a.txt": "A"}, ["a.txt", "a.txt"], ("a.txt: id 'a.txt' is also that of a.txt; "
             "ids must differ; choose another field with --id-field")),
            ({"s/a.txt": "A"}, ["", "s"], "s: the same folder as s, already read; leave one of them out"),
        ],
    )  # fmt: skip
    def test_one_line(self, complaint, files, names, message):
        assert complaint(files, *names) == message

    def test_nothing_given(self):
        with pytest.raises(CorpusError, match=r"^no articles given; name files or folders"):
            read_corpus([])

    def test_all_at_once(self, complaint):
        files = {"a.txt": "", "b.jsonl": '{"\n' + TWO, "c.csv": "x\n1\n"}
        assert complaint(files).splitlines() == [
            "3 faults; mend them, or use --on-error skip",
            "  a.txt: the file is empty; leave it out, or use --on-error skip",
            "  b.jsonl:1: not valid JSON: Unterminated string starting at at column 2; write one object a line",
            "  c.csv: no column holds the text; the columns are: x; name it with --text-field NAME",
        ]

    def test_twenty_are_shown(self, complaint):
        lines = complaint({"a.jsonl": TWO + "[]\n" * 37}).splitlines()
        assert (lines[0], len(lines), lines[-1]) == (
            "37 faults, the first 20 are; mend them, or use --on-error skip",
            22,
            "  and 17 more",
        )

    def test_skipped_and_listed(self, read):
        corpus = read({"a.txt": "", "b.jsonl": TWO + "[]\n"}, on_error="skip")
        assert ids(corpus) == ["b.jsonl#1", "b.jsonl#2"]
        assert reasons(corpus) == [
            ("a.txt", "the file is empty"),
            ("b.jsonl:3", "not an object but a list"),
        ]

    def test_nothing_left(self, complaint):
        message = complaint({"a.txt": "", "b.txt": ""}, on_error="skip")
        assert message.splitlines()[0] == "no article could be read: 2 faults"

    def test_a_path_that_is_not_there_is_never_skipped(self, complaint):
        assert complaint({"a.txt": "A"}, "a.txt", "gone", on_error="skip").startswith("gone: no such")

    @pytest.mark.parametrize(
        ("options", "message"),
        [
            ({"source_from": "file"}, "source_from is 'file'; choose folder, filename or field:NAME"),
            ({"source_from": "field:"}, "source_from is 'field:'; choose folder, filename or field:NAME"),
            (
                {"by": "source,date:decade"},
                f"by is 'source,date:decade'; {BY}",
            ),
            (
                {"by": ""},
                f"by is ''; {BY}",
            ),
            ({"on_error": "stop"}, "on_error is 'stop'; choose fail or skip"),
        ],
    )
    def test_options(self, options, message):
        with pytest.raises(SettingsError) as caught:
            ReadOptions(**options)
        assert str(caught.value) == message


def test_progress_counts_articles(write):
    seen = []
    read_corpus(write({"a.txt": "A", "b.jsonl": TWO}), progress=seen.append)
    assert seen == [1, 3]


def test_notes_name_the_encoding(read):
    corpus = read({"a.txt": "“No”, said the café.".encode("cp1252")})
    assert [note.rpartition("/")[2] for note in corpus.notes] == ["a.txt: read as windows-1252"]
