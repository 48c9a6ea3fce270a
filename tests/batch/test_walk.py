from __future__ import annotations

import os
from pathlib import Path

import pytest

from matcher.batch.walk import DEEPEST, Entry, content, entries
from matcher.errors import NothingToReadError
from matcher.intake import MOST_BYTES


def labels(*paths: Path) -> list[str]:
    return [entry.label for entry in entries(paths)]


def only(entry: list[Entry]) -> Entry:
    (found,) = entry
    return found


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("b.txt", "a.txt", "sub/c.txt", ".hidden"):
        path = tmp_path / "resumes" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("words")
    return tmp_path / "resumes"


def test_files_come_by_name_and_hidden_ones_do_not(folder: Path) -> None:
    assert labels(folder) == ["a.txt", "b.txt", "sub/c.txt"]


def test_several_folders_keep_their_names_apart(folder: Path, tmp_path: Path) -> None:
    other = tmp_path / "more"
    other.mkdir()
    (other / "a.txt").write_text("words")
    assert labels(folder, other)[0] == "resumes/a.txt"
    assert labels(folder, other)[-1] == "more/a.txt"


def test_a_path_that_is_not_there_is_said() -> None:
    with pytest.raises(NothingToReadError, match="no such file or folder"):
        labels(Path("nowhere"))


def test_links_are_not_followed(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("words")
    inside = tmp_path / "in"
    inside.mkdir()
    (inside / "link.txt").symlink_to(secret)
    (inside / "loop").symlink_to(inside)
    found = list(entries([inside]))
    assert ["link" in entry.skipped for entry in found] == [True, True]
    with pytest.raises(OSError, match="levels of symbolic links"):
        content(found[0])


def test_pipes_and_directories_named_like_resumes_are_no_files(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.pdf")
    (tmp_path / "folder.pdf").mkdir()
    found = only(list(entries([tmp_path])))
    assert (found.label, found.skipped) == ("pipe.pdf", "it is no ordinary file.")
    with pytest.raises(OSError, match="no ordinary file"):
        content(found)


def test_names_that_are_no_text_are_told_as_text(tmp_path: Path) -> None:
    path = os.path.join(os.fsencode(tmp_path), b"caf\xe9\n.txt")
    with open(path, "wb") as stream:
        stream.write(b"words")
    found = only(list(entries([tmp_path])))
    assert found.label == "caf\ufffd\n.txt"
    assert content(found) == b"words"


def test_very_deep_folders_end(tmp_path: Path) -> None:
    path = tmp_path
    for _ in range(DEEPEST + 2):
        path /= "d"
    path.mkdir(parents=True)
    assert "folders deep" in only(list(entries([tmp_path]))).skipped


def test_no_more_than_one_byte_above_the_limit_is_read(tmp_path: Path) -> None:
    path = tmp_path / "sparse.pdf"
    with path.open("wb") as stream:
        stream.truncate(10 * 1024**3)
    assert len(content(only(list(entries([tmp_path]))))) == MOST_BYTES + 1
