"""Runs the application on waitress: one process, threads, nothing on disk, and an orderly end."""

from __future__ import annotations

import ipaddress
import logging
import secrets
import signal
import sys
import time
from collections.abc import Mapping
from dataclasses import replace
from types import FrameType
from typing import Any

from flask import Flask
from waitress import create_server
from waitress.channel import HTTPChannel
from waitress.task import ErrorTask, ThreadedTaskDispatcher
from waitress.wasyncore import dispatcher
from waitress.wasyncore import loop as one_turn

from matcher.entrypoints.web import create_app, problems
from matcher.entrypoints.web.doors import HEADERS, MOST_BATCH_BODY
from matcher.entrypoints.web.keys import KeyRing
from matcher.errors import UsageError
from matcher.settings import Settings, WebSettings

_MORE_THREADS = 8
"""Besides those that wait for documents: they say 503, and show pages and roles meanwhile."""
_MOST_CONNECTIONS = 200
_IDLE = 30
"""Seconds a connection may be silent."""
_TO_ARRIVE = 30.0
"""Seconds a request may take to arrive, however steadily it drips."""
_TURN = 0.25
"""Seconds between two looks for a signal."""
_AT_A_STRETCH = 0.02
"""Seconds a thread may compute before the next one does, Python's own are 0.005: an answer is written in less, so that
four at once are finished one after the other (pasted text, four clients: p95 53–62 ms instead of 66–79).
"""
_TO_END = 10.0
"""Seconds for what is being answered when the server is told to stop; a document is read within 8."""
_MIB = 1024 * 1024
_LOCAL_NAMES = ("localhost", "127.0.0.1", "[::1]", "::1")
_log = logging.getLogger("matcher.serve")


class _Refusal(ErrorTask):
    """What waitress refuses by itself, in the words and with the headers of the application."""

    def execute(self) -> None:
        """Writes the answer."""
        status = self.request.error.code
        told = problems.refused(status).encode()
        self.status = f"{status} {self.request.error.reason}"
        self.response_headers += [*HEADERS.items(), ("X-Request-ID", secrets.token_hex(8))]
        self.response_headers.append(("Content-Type", problems.MEDIA_TYPE))
        self.response_headers.append(("Content-Length", str(len(told))))
        self.set_close_on_finish()
        self.content_length = len(told)
        if getattr(self.request, "command", "") != "HEAD":  # there is none where nothing of it was understood
            self.write(told)


class _Channel(HTTPChannel):
    """A connection on which a request must arrive in time."""

    error_task_class = _Refusal
    _since: float | None = None

    def received(self, data: bytes) -> Any:
        """Takes what came in; gives the connection up where the request takes too long."""
        now = time.monotonic()
        if self.request is None or self._since is None:
            self._since = now
        if now - self._since > _TO_ARRIVE:
            self.will_close = True
            return False
        return super().received(data)

    @property
    def is_busy(self) -> bool:
        """True while something is answered or still to be sent."""
        return bool(self.requests or self.total_outbufs_len)


class Server:
    """The application behind a socket. `port` 0: any free one."""

    def __init__(self, app: Flask, host: str, port: int, threads: int) -> None:
        self._app = app
        self._map: dict[int, dispatcher] = {}
        self._is_stopping = False
        self._tasks = ThreadedTaskDispatcher()
        try:
            self._listen(host, port)
        except OSError:
            self._close()
            raise
        self._tasks.set_thread_count(threads)
        self._listeners = [part for part in self._map.values() if hasattr(part, "channel_class")]
        for listener in self._listeners:
            listener.channel_class = _Channel

    def _listen(self, host: str, port: int) -> None:
        create_server(
            self._app,
            map=self._map,
            _dispatcher=self._tasks,
            host=host,
            port=port,
            connection_limit=_MOST_CONNECTIONS,
            recv_bytes=64 * 1024,
            channel_timeout=_IDLE,
            cleanup_interval=5,
            max_request_header_size=32 * 1024,
            max_request_body_size=MOST_BATCH_BODY,
            inbuf_overflow=2 * MOST_BATCH_BODY,  # above it waitress writes to the disk
            outbuf_overflow=256 * _MIB,
            outbuf_high_watermark=256 * _MIB,
            asyncore_use_poll=True,
            clear_untrusted_proxy_headers=False,  # ours to judge: ProxyFix by MATCHER_PROXIES
            log_socket_errors=False,
            ident=None,
        )

    @property
    def addresses(self) -> list[str]:
        """Where it can be reached."""
        places = [listener.socket.getsockname()[:2] for listener in self._listeners]
        return [f"http://{f'[{host}]' if ':' in host else host}:{port}" for host, port in places]

    def stop(self, number: int = 0, frame: FrameType | None = None) -> None:
        """To end in order; at once where it was told before. A handler of signals."""
        if self._is_stopping:
            raise KeyboardInterrupt
        self._is_stopping = True

    def run(self) -> None:
        """Serves until it is stopped; then answers what is being answered and ends all children."""
        try:
            while not self._is_stopping:
                self._turn()
            self._drain()
        finally:
            self._app.extensions["matcher"].close()
            self._tasks.shutdown(timeout=1)
            self._close()

    def _drain(self) -> None:
        self._app.extensions["readiness"].stop()
        for listener in self._listeners:
            dispatcher.close(listener)
        until = time.monotonic() + _TO_END
        while time.monotonic() < until and any(c.is_busy for c in self._map.values() if isinstance(c, _Channel)):
            self._turn()

    def _close(self) -> None:
        for part in list(self._map.values()):
            part.close()

    def _turn(self) -> None:
        one_turn(timeout=_TURN, use_poll=True, map=self._map, count=1)


def serve(settings: Settings, host: str, port: int, insecure: bool = False) -> Server:
    """A server that is ready to `run()`. Raises `UsageError` where strangers could ask without a key."""
    is_local = _is_loopback(host)
    if not is_local and not insecure and not _has_keys(settings.web):
        raise UsageError(
            f"--host {host}",
            "others could use it without a key. Make one with `matcher keys add` and name its file in MATCHER_KEYS, "
            "or say --insecure.",
        )
    web = settings.web
    if is_local and not web.hosts and not web.proxies:
        web = replace(web, hosts=_LOCAL_NAMES)  # no other website may be led here by a name of its own
    app = create_app(replace(settings, web=web))
    try:
        return Server(app, host, port, web.waiting + web.readers + _MORE_THREADS)
    except OSError as error:
        app.extensions["matcher"].close()
        raise UsageError(f"{host}:{port}", f"cannot be listened at: {error.strerror}.") from error


def until_told_to_stop(server: Server) -> None:
    """Runs it, ended by SIGTERM and SIGINT."""
    sys.setswitchinterval(_AT_A_STRETCH)
    kept: Mapping[int, Any] = {number: signal.signal(number, server.stop) for number in (signal.SIGTERM, signal.SIGINT)}
    try:
        server.run()
    finally:
        for number, handler in kept.items():
            signal.signal(number, handler)
        _log.info("stopped")


def _has_keys(web: WebSettings) -> bool:
    return web.keys is not None and bool(KeyRing(web.keys))


def _is_loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return host == "localhost"
