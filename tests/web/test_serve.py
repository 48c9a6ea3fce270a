"""What only a socket shows: bodies that are cut, drip or never end; the end of the server; what is left behind."""

from __future__ import annotations

import http.client
import json
import signal
import socket
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Thread

import pytest
from click.testing import CliRunner

from matcher.entrypoints.cli import main
from matcher.entrypoints.web import create_app, keys, serve
from matcher.entrypoints.web.doors import HEADERS, MOST_BATCH_BODY
from matcher.isolation import IsolatedMatcher
from matcher.settings import Settings
from tests.builders import resume
from tests.isolation.processes import family
from tests.web.conftest import Running, running

CANARY = "quokka"
LATEST = 20


@contextmanager
def connected(server: Running) -> Iterator[socket.socket]:
    with socket.create_connection(("127.0.0.1", server.port), LATEST) as link:
        yield link


def answer_to(server: Running, sent: bytes) -> tuple[int, dict[str, str], bytes]:
    """(status, headers, body) of the answer to these bytes."""
    with connected(server) as link:
        with suppress(BrokenPipeError, ConnectionResetError):  # it may have heard enough
            link.sendall(sent)
        answer = http.client.HTTPResponse(link)
        answer.begin()
        return answer.status, dict(answer.getheaders()), answer.read()


def request(headers: str, body: bytes = b"", path: str = "/match", method: str = "POST") -> bytes:
    lines = f"{method} {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n{headers}\r\n"
    return lines.encode("latin-1") + body


def chunked(size: int) -> bytes:
    chunk = b"x" * 65_536
    return (b"%x\r\n%b\r\n" % (len(chunk), chunk)) * (size // len(chunk) + 1) + b"0\r\n\r\n"


JSON = "Content-Type: application/json\r\n"
PLAIN = "Content-Type: text/plain\r\n"
FORM = "Content-Type: multipart/form-data; boundary=x\r\n"
ODD = (
    b'--x\r\nContent-Disposition: form-data; name="resume"; filename="\0/../\x1b[1ma\tb\xc3\xa9.txt"\r\n\r\n'
    b"short text of a resume\r\n--x--\r\n"
)
HOSTILE: dict[str, tuple[bytes, int]] = {
    "chunked over the limit": (request(PLAIN + "Transfer-Encoding: chunked\r\n", chunked(MOST_BATCH_BODY)), 413),
    "chunked over the limit of one": (request(PLAIN + "Transfer-Encoding: chunked\r\n", chunked(9_000_000)), 413),
    "chunked that is none": (request(PLAIN + "Transfer-Encoding: chunked\r\n", b"zz\r\n"), 400),
    "a length over the limit": (request(PLAIN + f"Content-Length: {10**12}\r\n"), 413),
    "a length that is none": (request(PLAIN + "Content-Length: -1\r\n"), 400),
    "two lengths": (request(PLAIN + "Content-Length: 1\r\nContent-Length: 2\r\n", b"xx"), 400),
    "length and chunks": (
        request(JSON + "Content-Length: 3\r\nTransfer-Encoding: chunked\r\n", b"2\r\n{}\r\n0\r\n\r\n"),
        400,
    ),
    "a shorter length": (request(JSON + "Content-Length: 5\r\n", b'{"text": "x"}'), 400),
    "an unknown coding": (request(PLAIN + "Transfer-Encoding: gzip\r\n"), 501),
    "deep JSON": (request(JSON + "Content-Length: 200000\r\n", b"[" * 200_000), 400),
    "headers without end": (request("X: " + "x" * 40_000 + "\r\n"), 431),
    "no HTTP": (b"\x16\x03\x01\r\n\r\n", 400),
    "an odd path": (request("", path="/%00%ff/../../etc/passwd", method="GET"), 404),
    "an odd name": (request(FORM + f"Content-Length: {len(ODD)}\r\n", ODD), 422),
    "a name not in UTF-8": (request(FORM + f"Content-Length: {len(ODD)}\r\n", ODD.replace(b"\0", b"\xff")), 400),
    "another host": (b"GET / HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n", 400),
}


@pytest.mark.parametrize(("sent", "status"), HOSTILE.values(), ids=HOSTILE)
def test_hostile_requests_are_refused_with_all_headers_and_never_with_500(
    server: Running, sent: bytes, status: int
) -> None:
    got, headers, body = answer_to(server, sent)
    assert got == status, body
    assert set(HEADERS) <= set(headers)
    if got != 422:
        assert headers["Content-Type"] == "application/problem+json"
        assert json.loads(body)["status"] in {status, 400}


def test_a_body_that_never_ends_holds_nobody_up(server: Running) -> None:
    begun = [socket.create_connection(("127.0.0.1", server.port), LATEST) for _ in range(30)]
    try:
        for link in begun:
            link.sendall(request(PLAIN + "Content-Length: 1000\r\n", b"x"))
        start = time.monotonic()
        status, _, _ = answer_to(server, request(JSON + "Content-Length: 13\r\n", b'{"text": "x"}'))
        assert status == 422
        assert time.monotonic() - start < 5
    finally:
        for link in begun:
            link.close()


def drip(link: socket.socket) -> None:
    until = time.monotonic() + LATEST
    while time.monotonic() < until:
        time.sleep(0.05)
        link.sendall(b"x")


def test_a_request_that_drips_is_given_up(isolated: IsolatedMatcher, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(serve, "_TO_ARRIVE", 0.2)
    monkeypatch.setattr(isolated, "close", lambda: None)
    server = serve.Server(create_app(Settings(), isolated), "127.0.0.1", 0, 2)
    thread = Thread(target=server.run)
    thread.start()
    try:
        port = int(server.addresses[0].rsplit(":", 1)[1])
        with socket.create_connection(("127.0.0.1", port), LATEST) as link:
            link.sendall(request(PLAIN + "Content-Length: 1000\r\n"))
            with pytest.raises((BrokenPipeError, ConnectionResetError)):
                drip(link)
    finally:
        server.stop()
        thread.join(LATEST)
    assert not thread.is_alive()


def test_who_hangs_up_hurts_nobody(server: Running) -> None:
    data = resume().encode()
    for _ in range(5):
        with connected(server) as link:
            link.sendall(request(PLAIN + f"Content-Length: {len(data)}\r\n", data))
    assert answer_to(server, request("", path="/readyz", method="GET"))[0] == 200


def post(server: Running, data: bytes, name: str = "a.txt") -> tuple[int, bytes]:
    link = http.client.HTTPConnection("127.0.0.1", server.port, timeout=LATEST)
    head = f'--x\r\nContent-Disposition: form-data; name="resume"; filename="{name}"\r\n\r\n'.encode()
    link.request("POST", "/match", head + data + b"\r\n--x--\r\n", {"Content-Type": "multipart/form-data; boundary=x"})
    answer = link.getresponse()
    told = answer.status, answer.read()
    link.close()
    return told


def test_told_to_stop_it_answers_what_it_has_and_leaves_nobody_behind(tmp_path: Path) -> None:
    with running(tmp_path) as server, ThreadPoolExecutor(6) as pool:
        assert len(family(server.process.pid)) >= 2, "the fork server and a child"
        answers = [pool.submit(post, server, resume().encode()) for _ in range(6)]
        time.sleep(0.05)
        server.process.send_signal(signal.SIGTERM)
        assert [answer.result()[0] for answer in answers] == [200] * 6
        assert server.process.wait(LATEST) == 0
        with pytest.raises(OSError, match="refused"):
            socket.create_connection(("127.0.0.1", server.port), 1)
        until = time.monotonic() + 5
        while family(server.process.pid) and time.monotonic() < until:
            time.sleep(0.02)
        assert not family(server.process.pid)
        assert "stopped" in server.log.read_text("utf-8")


def test_a_canary_is_found_in_no_log_and_no_file(tmp_path: Path) -> None:
    with running(tmp_path) as server:
        for data, name in (
            (resume(name=f"Robin {CANARY}").encode(), f"{CANARY}.txt"),
            (b"%PDF-1.7\n1 0 obj << /Author (" + CANARY.encode() + b") >>\n%%EOF", "a.pdf"),
            (b"MZ" + CANARY.encode(), f"{CANARY}.pdf"),
            ((resume() + f"\n{CANARY}" * 100_000).encode(), "large.txt"),
            (b"x" * 7_000_000 + CANARY.encode(), "larger.txt"),
        ):
            assert post(server, data, name)[0] in {200, 413, 415, 422}
        answer_to(server, request("", path=f"/{CANARY}?{CANARY}", method="GET"))
        answer_to(server, request(PLAIN + "Content-Length: x\r\n", CANARY.encode()))
        answer_to(server, request(JSON + "Content-Length: 8\r\n", b'{"' + CANARY.encode()))
        files = [path for path in tmp_path.rglob("*") if path.is_file()]
        assert files == [server.log]
        server.process.terminate()
        server.process.wait(LATEST)
        said = server.log.read_text("utf-8")
    assert CANARY not in said.lower()
    lines = [json.loads(line) for line in said.splitlines() if line.startswith("{")]
    assert len([line for line in lines if line["event"] == "request"]) >= 7


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.0.2.1", "example.org"])
def test_it_serves_others_only_with_keys_or_if_told_so(host: str, tmp_path: Path) -> None:
    told = CliRunner().invoke(main, ["serve", "--host", host])
    assert told.exit_code == 2
    assert "without a key" in told.stderr
    empty = CliRunner().invoke(main, ["serve", "--host", host, "--keys", str(tmp_path / "none.json")])
    assert empty.exit_code == 2


def test_with_keys_it_serves_others(tmp_path: Path) -> None:
    token = keys.add(tmp_path / "keys.json", "robin", 1)
    with running(tmp_path, "--host", "0.0.0.0", "--keys", str(tmp_path / "keys.json")) as server:
        assert answer_to(server, request("", path="/roles", method="GET"))[0] == 401
        assert answer_to(server, request(f"Authorization: Bearer {token}\r\n", path="/roles", method="GET"))[0] == 200


def test_a_place_that_is_taken_is_told(server: Running) -> None:
    told = CliRunner().invoke(main, ["serve", "--port", str(server.port)])
    assert told.exit_code == 2
    assert "cannot be listened at" in told.stderr


@pytest.mark.parametrize(
    ("name", "value"),
    [("MATCHER_WORKERS", "many"), ("MATCHER_PATIENCE", "0"), ("MATCHER_FRESH", "maybe"), ("MATCHER_WAITING", "-1")],
)
def test_a_setting_that_is_none_is_told(name: str, value: str) -> None:
    told = CliRunner().invoke(main, ["serve"], env={name: value})
    assert told.exit_code == 4
    assert f"{name}: " in told.stderr
