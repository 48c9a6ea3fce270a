"""What a run reads, and what it leaves alone."""

from __future__ import annotations

import contextlib
import io
import os
import subprocess
import time
import zipfile
from pathlib import Path

import pytest

from matcher.batch.sources import Entry, Kind, Place, UnreadableError, entries, read
from matcher.batch.sources.archives import MOST_RATIO
from matcher.batch.sources.folders import DEEPEST
from matcher.errors import NothingToReadError, UsageError
from matcher.intake import MOST_BYTES


def found(*names: object, without: Path | None = None) -> list[Entry]:
    return list(entries([str(name) for name in names], without))


def labels(*names: object) -> list[str]:
    return [entry.label for entry in found(*names)]


def skips(*names: object) -> dict[str, str]:
    return {entry.label: entry.skipped for entry in found(*names)}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("b.txt", "a.txt", "sub/c.txt", "sub/deep/d.md", ".hidden"):
        path = tmp_path / "resumes" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"words of {name}")
    return tmp_path / "resumes"


def archive(path: Path, members: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as target:
        for name, data in members.items():
            target.writestr(name, data)
    return path


def test_files_come_by_name_and_hidden_ones_do_not(folder: Path) -> None:
    assert labels(folder) == ["a.txt", "b.txt", "sub/c.txt", "sub/deep/d.md"]
    assert next(read(entry.place).data for entry in found(folder)) == b"words of a.txt"


def test_several_names_keep_what_tells_them_apart(folder: Path, tmp_path: Path) -> None:
    other = tmp_path / "more" / "resumes"
    other.mkdir(parents=True)
    (other / "a.txt").write_text("words")
    assert labels(folder, other)[0] == "resumes/a.txt"
    assert labels(folder, other)[-1] == "more/resumes/a.txt"
    assert labels(folder / "a.txt") == ["a.txt"]


def test_the_same_file_named_twice_has_one_key(folder: Path) -> None:
    keys = [entry.key for entry in found(folder, folder / "a.txt")]
    assert len(keys) == 5
    assert len(set(keys)) == 4


def test_the_folder_of_answers_is_not_read(folder: Path) -> None:
    assert [e.label for e in found(folder, without=folder / "sub")] == ["a.txt", "b.txt"]


def test_a_path_that_is_not_there_is_said() -> None:
    with pytest.raises(NothingToReadError, match="no such file or folder"):
        found("nowhere")


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("*.txt", ["a.txt", "b.txt"]),
        ("**/*.txt", ["a.txt", "b.txt", "sub/c.txt"]),
        ("**", ["a.txt", "b.txt", "sub/c.txt", "sub/deep/d.md"]),
        ("sub/**/*.md", ["sub/deep/d.md"]),
        ("s?b/[a-c].txt", ["sub/c.txt"]),
        ("*/d.md", []),
    ],
)
def test_patterns_mean_what_shells_mean(folder: Path, pattern: str, expected: list[str]) -> None:
    base = "sub/" if pattern.startswith("sub/") else ""
    assert [base + label for label in labels(folder / pattern)] == expected


def test_a_list_names_documents_and_what_is_missing_is_a_row(folder: Path, tmp_path: Path) -> None:
    names = tmp_path / "list.txt"
    names.write_text(f"{folder / 'a.txt'}\n\n{folder / 'sub'}\n{tmp_path / 'gone.pdf'}\n")
    assert skips(f"@{names}") == {
        "resumes/a.txt": "",
        "resumes/sub/c.txt": "",
        "resumes/sub/deep/d.md": "",
        "gone.pdf": "there is no such file or folder.",
    }


def test_links_are_not_followed(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("words")
    inside = tmp_path / "in"
    inside.mkdir()
    (inside / "link.txt").symlink_to(secret)
    (inside / "loop").symlink_to(inside)
    (inside / "device.pdf").symlink_to("/dev/zero")
    assert all("link" in reason for reason in skips(inside).values())
    assert len(skips(inside)) == 3
    with pytest.raises(UnreadableError):
        read(Place(Kind.FILE, os.fsencode(inside / "link.txt")))


def test_pipes_are_no_files_and_folders_named_like_resumes_are_folders(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.pdf")
    (tmp_path / "folder.pdf").mkdir()
    assert skips(tmp_path) == {"pipe.pdf": "it is no ordinary file."}
    with pytest.raises(UnreadableError, match="no ordinary file"):
        read(Place(Kind.FILE, os.fsencode(tmp_path / "pipe.pdf")))


def test_names_that_are_no_text_are_told_as_text(tmp_path: Path) -> None:
    for name in (b"caf\xe9\n.txt", b"caf\xe8\n.txt"):
        with open(os.path.join(os.fsencode(tmp_path), name), "wb") as stream:
            stream.write(name)
    assert labels(tmp_path) == ["caf\\xe8\n.txt", "caf\\xe9\n.txt"]
    assert read(found(tmp_path)[1].place).data == b"caf\xe9\n.txt"


def test_very_deep_folders_end(tmp_path: Path) -> None:
    here = os.getcwd()
    try:
        os.chdir(tmp_path)
        for _ in range(1000):
            os.mkdir("d")
            os.chdir("d")
    finally:
        os.chdir(here)
    (only,) = found(tmp_path)
    assert only.skipped == f"it lies more than {DEEPEST} folders deep."
    subprocess.run(["rm", "-rf", tmp_path / "d"], check=True)  # too deep for Python's own


def test_no_more_than_one_byte_above_the_limit_is_read(tmp_path: Path) -> None:
    path = tmp_path / "sparse.pdf"
    with path.open("wb") as stream:
        stream.truncate(10 * 1024**3)
    (entry,) = found(tmp_path)
    assert len(read(entry.place).data) == MOST_BYTES + 1


def test_a_file_that_changes_while_it_is_read_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "growing.txt"
    path.write_text("words")
    real = os.fstat

    def growing(descriptor: int) -> os.stat_result:
        with path.open("a") as stream:
            stream.write("more")
        return real(descriptor)

    monkeypatch.setattr(os, "fstat", growing)
    with pytest.raises(UnreadableError, match="changed while it was read"):
        read(Place(Kind.FILE, os.fsencode(path)))


def test_the_stamp_changes_with_the_file(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("words")
    before = found(tmp_path)[0].stamp
    assert found(tmp_path)[0].stamp == before == read(found(tmp_path)[0].place).stamp
    time.sleep(0.01)
    path.write_text("wards")
    os.utime(path, ns=(0, path.stat().st_mtime_ns))
    assert found(tmp_path)[0].stamp != before


class TestArchives:
    def test_the_members_are_read_out_of_it(self, tmp_path: Path) -> None:
        archive(tmp_path / "all.zip", {"a.txt": b"one", "sub/b.txt": b"two", "__MACOSX/._a.txt": b"", ".x": b""})
        assert labels(tmp_path) == ["all.zip/a.txt", "all.zip/sub/b.txt"]
        assert [read(entry.place).data for entry in found(tmp_path)] == [b"one", b"two"]
        assert sorted(path.name for path in tmp_path.iterdir()) == ["all.zip"]

    def test_names_that_lead_out_are_refused(self, tmp_path: Path) -> None:
        archive(
            tmp_path / "x.zip", {"../../etc/passwd": b"x", "/etc/shadow": b"x", "..\\win.txt": b"x", "in.txt": b"x"}
        )
        assert list(skips(tmp_path).values()) == ["its name leads out of the archive."] * 3 + [""]

    def test_bombs_are_refused_by_what_they_unpack_to(self, tmp_path: Path) -> None:
        archive(tmp_path / "x.zip", {"bomb.txt": b"\0" * 50_000_000, "blank.txt": b" " * 500_000})
        assert skips(tmp_path) == {
            "x.zip/bomb.txt": f"it unpacks to more than {MOST_RATIO} times its size.",
            "x.zip/blank.txt": "",
        }

    def test_a_member_that_lies_about_its_size_costs_no_more_than_the_limit(self, tmp_path: Path) -> None:
        path = archive(tmp_path / "x.zip", {"bomb.txt": b"\0" * 50_000_000})
        data = path.read_bytes()
        path.write_bytes(data.replace((50_000_000).to_bytes(4, "little"), (900_000).to_bytes(4, "little")))
        (entry,) = found(tmp_path)
        assert not entry.skipped
        with contextlib.suppress(UnreadableError):
            assert len(read(entry.place).data) <= MOST_BYTES + 1

    def test_overlapping_members_are_refused(self, tmp_path: Path) -> None:
        path = archive(tmp_path / "x.zip", {"a.txt": bytes(range(256)) * 40})
        data = path.read_bytes()
        start = data.index(b"PK\x01\x02")
        end = data.index(b"PK\x05\x06")
        entry = data[start:end]
        tail = data[end:]
        count = (30).to_bytes(2, "little")
        many = tail[:8] + count + count + (30 * len(entry)).to_bytes(4, "little") + tail[16:]
        path.write_bytes(data[:start] + entry * 30 + many)
        assert "overlap" in next(iter(skips(tmp_path).values()))

    def test_archives_in_archives_and_locked_ones_are_said(self, tmp_path: Path) -> None:
        inner = io.BytesIO()
        with zipfile.ZipFile(inner, "w") as target:
            target.writestr("a.txt", "x")
        path = archive(tmp_path / "x.zip", {"inner.zip": inner.getvalue(), "a.txt": b"x"})
        data = bytearray(path.read_bytes())
        at = data.rindex(b"PK\x01\x02")
        data[at + 8] |= 1
        path.write_bytes(bytes(data))
        said = skips(tmp_path)
        assert "archive within an archive" in said["x.zip/inner.zip"]
        assert "password" in said["x.zip/a.txt"]

    @pytest.mark.parametrize("data", [b"", b"PK\x03\x04 no", b"no archive at all", b"PK\x05\x06" + b"\0" * 10])
    def test_what_is_no_archive_is_one_row(self, tmp_path: Path, data: bytes) -> None:
        (tmp_path / "x.zip").write_bytes(data)
        assert "cannot be opened" in skips(tmp_path)["x.zip"]

    def test_too_many_members_are_refused_before_they_are_listed(self, tmp_path: Path) -> None:
        end = b"PK\x05\x06" + b"\0" * 4 + b"\xff\xff\xff\xff" + b"\xff\xff\xff\xff" * 2 + b"\0\0"
        (tmp_path / "x.zip").write_bytes(b"PK\x03\x04" + end)
        assert "more than" in skips(tmp_path)["x.zip"]

    def test_an_archive_that_was_replaced_is_said(self, tmp_path: Path) -> None:
        path = archive(tmp_path / "x.zip", {"a.txt": b"one", "b.txt": b"two"})
        second = found(tmp_path)[1]
        archive(path, {"a.txt": b"one"})
        with pytest.raises(UnreadableError, match="cannot be unpacked"):
            read(second.place)


class TestAddresses:
    def test_documents_are_listed_and_read_through_fsspec(self) -> None:
        fsspec = pytest.importorskip("fsspec")
        system = fsspec.filesystem("memory")
        system.pipe("/bucket/resumes/a.txt", b"one")
        system.pipe("/bucket/resumes/sub/b.txt", b"two")
        system.pipe("/bucket/resumes/.c.txt", b"hidden")
        assert labels("memory://bucket/resumes") == ["a.txt", "sub/b.txt"]
        assert [read(entry.place).data for entry in found("memory://bucket/resumes")] == [b"one", b"two"]
        assert labels("memory://bucket/resumes/a.txt") == ["a.txt"]

    def test_what_is_not_there_or_no_address_is_said(self) -> None:
        pytest.importorskip("fsspec")
        with pytest.raises(NothingToReadError, match="no such document"):
            found("memory://nothing/here")
        with pytest.raises(UsageError, match="no kind of address"):
            found("nonsense://nothing/here")
        with pytest.raises(UnreadableError, match="cannot be fetched"):
            read(Place(Kind.URL, b"memory://nothing/here"))

    def test_what_may_be_a_key_is_in_no_label(self) -> None:
        pytest.importorskip("fsspec")
        pytest.importorskip("aiohttp", reason="fsspec reads https with it")
        (entry,) = found("https://example.org/cv.pdf?signature=secret")
        assert entry.label == "cv.pdf"
