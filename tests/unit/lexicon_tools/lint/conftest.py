"""Small lexicon files that lint clean but for what a test puts into them."""

import itertools

import pytest

import framing

SUBFRAMES = ("one", "two", "three", "four")
WORDS = "alder birch cedar damson elder fir gorse hazel ivy juniper kale laurel".split()


class Files:
    """Writes lexicon files from entries given as dicts, and lints them."""

    def __init__(self, folder):
        self.folder = folder
        self._numbers = itertools.count()

    def write(self, *entries, name="d", more="", head=""):
        """Write a file of four sub-frames with three entries each, and `entries`; return its path."""
        text = f"[lexicon]\nname = '{name}'\nversion = '1.0.0'\nlanguage = 'en'\nlicence = 'CC0-1.0'\n{head}"
        text += f"[[dimension]]\nid = '{name}'\ndefinition = 'x'\nreferences = ['x']\n"
        text += "".join(f"[[dimension.subframe]]\nid = '{sub}'\ndefinition = 'x'\n" for sub in SUBFRAMES)
        # Words of one dimension are no words of another: two files must not clash before a test makes them.
        for word, sub in zip(WORDS, SUBFRAMES * 3, strict=True):
            text += self.entry({"pattern": f"{word} {name}wood", "subframe": sub})
        return self.raw(text + "".join(map(self.entry, entries)) + more)

    def raw(self, text):
        path = self.folder / f"{next(self._numbers)}.toml"
        path.write_text(text, "utf-8")
        return path

    @staticmethod
    def entry(keys):
        rows = {"subframe": "one", "note": "n", "source": "s", **keys}
        return "[[entry]]\n" + "".join(f"{key} = {_written(value)}\n" for key, value in rows.items())

    def lint(self, *entries, name="d", more="", head="", **corpora):
        """Return the faults of one file with `entries`."""
        return framing.lint_lexicon(self.write(*entries, name=name, more=more, head=head), **corpora)

    def codes(self, *entries, **options):
        return [fault.code for fault in self.lint(*entries, **options)]


def _written(value):
    if isinstance(value, dict):
        return "{ " + ", ".join(f"{key} = {_written(one)}" for key, one in value.items()) + " }"
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, list | tuple):
        return "[" + ", ".join(map(_written, value)) + "]"
    return '"' + value.replace("\\", "\\\\") + '"' if isinstance(value, str) else str(value)


@pytest.fixture
def files(tmp_path):
    return Files(tmp_path)
