"""A folder of files, and what read_corpus says of it, with the folder's own path taken out."""

import pytest

from framing.errors import CorpusError
from framing.io.corpus import ReadOptions, read_corpus


@pytest.fixture
def write(tmp_path):
    def write_files(files):
        for name, content in files.items():
            path = tmp_path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return tmp_path

    return write_files


@pytest.fixture
def read(write):
    def read_files(files, *names, **options):
        folder = write(files)
        return read_corpus([folder / name for name in names or ("",)], ReadOptions(**options))

    return read_files


@pytest.fixture
def complaint(read, tmp_path):
    def complain(files, *names, **options):
        with pytest.raises(CorpusError) as caught:
            read(files, *names, **options)
        return str(caught.value).replace(f"{tmp_path}/", "").replace(str(tmp_path), "DIR")

    return complain
