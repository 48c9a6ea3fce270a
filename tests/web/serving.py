"""What the tests of the pages send, and a server in this process for a browser. All people are invented."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from flask import Flask
from werkzeug.serving import make_server

from tests.builders import DATA_WORK, resume

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
SECURITY = resume()
DATA = resume(DATA_WORK, name="Kim Muster")
DAMAGED = b"%PDF-1.4 cut off"


@contextmanager
def served(app: Flask) -> Iterator[str]:
    """Serves the application on this machine; gives its origin."""
    server = make_server("127.0.0.1", 0, app, threaded=True)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
