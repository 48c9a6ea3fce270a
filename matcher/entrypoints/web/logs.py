"""What is logged: one line of JSON a request, without anything that came with it."""

from __future__ import annotations

import json
import logging
import time
import traceback
from types import TracebackType
from typing import Any

from flask import Flask, Response, g, request

_log = logging.getLogger("matcher.web")


class Lines(logging.Formatter):
    """A record as a line of JSON. Of an exception: its class and the places in the code, never its text."""

    def format(self, record: logging.LogRecord) -> str:
        """The line."""
        said: dict[str, Any] = {
            "time": time.strftime("%Y-%m-%dT%H:%M:%S", time.gmtime(record.created)) + f".{record.msecs:03.0f}Z",
            "level": record.levelname.lower(),
            "logger": record.name,
            "event": record.msg if isinstance(record.msg, str) else type(record.msg).__name__,
        }
        said.update(getattr(record, "facts", {}))
        if record.exc_info and record.exc_info[0]:
            said |= {"error": record.exc_info[0].__name__, "at": _places(record.exc_info[2])}
        return json.dumps(said, ensure_ascii=False)


def _places(found: TracebackType | None) -> list[str]:
    return [f"{frame.filename}:{frame.lineno} {frame.name}" for frame in traceback.extract_tb(found)]


def to_standard_error(level: int = logging.INFO) -> None:
    """Sends every record of the process there, as lines of JSON."""
    handler = logging.StreamHandler()
    handler.setFormatter(Lines())
    logging.basicConfig(level=level, handlers=[handler], force=True)
    logging.getLogger("waitress.queue").setLevel(logging.ERROR)  # says the same as our 503, for every request


def log_requests(app: Flask) -> None:
    """One line a request: the rule that took it, not its address; the name of the key, not of the client."""
    app.after_request(_logged)
    app.log_exception = _exception  # type: ignore[method-assign]


def _logged(response: Response) -> Response:
    facts = {
        "request_id": g.get("request_id"),
        "method": request.method if request.url_rule else "-",
        "route": str(request.url_rule or "-"),
        "status": response.status_code,
        "code": g.get("code"),
        "ms": round(1000 * (time.perf_counter() - g.get("begun", time.perf_counter())), 1),
        "bytes": request.content_length or 0,
        "key": g.get("client"),
    }
    _log.info("request", extra={"facts": {name: fact for name, fact in facts.items() if fact is not None}})
    return response


def _exception(exc_info: Any) -> None:
    _log.error("fault", exc_info=exc_info, extra={"facts": {"request_id": g.get("request_id")}})
