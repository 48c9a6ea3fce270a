"""`python -m tests.web.fuzz [CASES]`: schemathesis asks a server of its own all that the description of the API allows,
and what it forbids, with all its checks; its exit code is passed on.
"""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.web.conftest import running

CASES = 2000
_ASKING = 3
"""Operations with something to vary: they share the cases that are left after the fixed ones."""
CONFIG = Path(__file__).with_name("schemathesis.toml")
_GENERATED = re.compile(r"(\d[\d,]*) generated")


def ask(cases: int, folder: Path, seed: int = 1) -> tuple[int, int, str]:
    """(exit code, cases generated, what schemathesis says) for so many cases at least, evenly over the operations."""
    with running(folder) as server:
        command = ["--config-file", str(CONFIG), "run", f"{server.address}/openapi.json", "--no-color"]
        options = ["--max-examples", str(max(1, cases // _ASKING)), "--seed", str(seed), "--warnings", "off"]
        tool = [sys.executable, "-c", "from schemathesis.cli import schemathesis; schemathesis()"]
        done = subprocess.run([*tool, *command, *options], capture_output=True, text=True, cwd=folder, check=False)
    found = _GENERATED.search(done.stdout)
    return done.returncode, int(found[1].replace(",", "")) if found else 0, done.stdout + done.stderr


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as name:
        wanted = int(sys.argv[1]) if len(sys.argv) > 1 else CASES
        code, asked, told = ask(wanted, Path(name))
    print(told)
    print(f"{asked} cases")
    sys.exit(code or asked < wanted)
