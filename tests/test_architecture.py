"""The arrows of the house: who may import whom, and which room each third-party package lives in."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent / "matcher"
MODULES = sorted(ROOT.rglob("*.py"))

MAY_IMPORT = {
    "core": {"core", "errors"},
    "readers": {"readers", "intake", "core", "errors"},
    "writers": {"writers", "core", "errors", "resources"},
    "reference_data": {"reference_data", "core", "errors", "resources"},
    "intake": {"core", "errors"},
    "ocr": {"core", "errors"},
    "pipeline": {"core", "errors", "intake", "readers", "reference_data", "uncollected", "version"},
    "extraction": {"core", "errors", "intake", "pipeline", "readers"},
    "isolation": {"isolation", "pipeline", "intake", "settings", "core", "errors"},
    "batch": {"batch", "isolation", "intake", "writers", "core", "errors"},
    "entrypoints": {
        "batch",
        "core",
        "errors",
        "extraction",
        "intake",
        "isolation",
        "ocr",
        "pipeline",
        "readers",
        "settings",
        "version",
        "writers",
        "entrypoints",
        "resources",
    },
    "settings": {"errors"},
    "errors": set(),
    "resources": set(),
    "uncollected": set(),
    "version": set(),
}
ROOMS = {
    "rapidfuzz": {"core/mentions.py"},
    "sklearn": {"core/phrase_fit.py", "core/job_description/line_fit.py"},
    "Stemmer": {"core/paraphrase.py", "core/phrase_fit.py"},
    "scipy": {"core/paraphrase.py", "core/phrase_fit.py"},
    "numpy": {
        "core/job_description/line_fit.py",
        "core/job_description/line_weights.py",
        "core/job_description/parts.py",
        "core/paraphrase.py",
        "core/phrase_fit.py",
        "core/scoring/",
        "readers/pdf/pdfium/",
        "readers/pdf/risks.py",
    },
    "pdfminer": {"readers/pdf/"},
    "pypdfium2_raw": {"readers/pdf/pdfium/"},
    "docx": {"readers/docx"},
    "orjson": {"writers/json.py", "batch/record.py"},
    "lxml": {"readers/docx", "readers/html", "readers/odt"},
    "tinycss2": {"readers/html"},
    "webencodings": {"readers/html"},
    "tomli": {"reference_data/table.py"},
    "typing_extensions": {"writers/outcome_form.py"},
    "pebble": {"isolation/lane.py"},
    "filelock": {"batch/session.py"},
    "xlsxwriter": {"batch/exports/xlsx.py"},
    "rich": {"entrypoints/progress.py"},
    "click": {"entrypoints/"},
    "flask": {"entrypoints/web"},
    "flask_openapi3": {"entrypoints/web/openapi.py", "entrypoints/web/api.py"},
    "pydantic": {"entrypoints/web/models.py", "entrypoints/web/openapi.py", "entrypoints/web/answering.py"},
    "flask_limiter": {"entrypoints/web/limits.py"},
    "prometheus_client": {"entrypoints/web/metrics.py"},
    "waitress": {"entrypoints/web/serve.py"},
    "jinja2": {"writers/templates.py"},
    "markupsafe": {"writers/html.py"},
    "werkzeug": {"entrypoints/web"},
}


def imports(path: Path) -> Iterator[str]:
    """The dotted names a module imports, those inside functions included, those for type checking left out."""
    tree = ast.parse(path.read_text("utf-8"))
    checking = {id(n) for node in ast.walk(tree) if _is_type_checking(node) for n in ast.walk(node)}
    for node in ast.walk(tree):
        if id(node) in checking:
            continue
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield from (
                [f"matcher.{alias.name}" for alias in node.names] if node.module == "matcher" else [node.module]
            )


def _is_type_checking(node: ast.AST) -> bool:
    return isinstance(node, ast.If) and isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING"


def place(path: Path) -> str:
    """The module's path below `matcher/`."""
    return path.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("path", MODULES, ids=place)
def test_arrows_point_one_way(path: Path) -> None:
    room = place(path).split("/")[0].removesuffix(".py")
    if room not in MAY_IMPORT:
        assert room in {"__init__", "__main__"}
        return
    inner = {name.split(".")[1] for name in imports(path) if name.startswith("matcher.")}
    inner.discard("__version__")
    assert inner <= MAY_IMPORT[room]


@pytest.mark.parametrize("path", MODULES, ids=place)
def test_every_package_stays_in_its_room(path: Path) -> None:
    for name in imports(path):
        top = name.split(".")[0]
        if top == "matcher" or top in sys.stdlib_module_names:
            continue
        assert top in ROOMS, f"{top} has no room"
        assert any(place(path).startswith(room) for room in ROOMS[top]), f"{top} does not live in {place(path)}"


@pytest.mark.parametrize("path", [p for p in MODULES if place(p).startswith("core/")], ids=place)
def test_the_core_touches_no_file_network_clock_or_environment(path: Path) -> None:
    forbidden = {"os", "pathlib", "socket", "time", "datetime", "random", "subprocess", "urllib", "http", "logging"}
    assert not forbidden & {name.split(".")[0] for name in imports(path)}
    calls = {
        node.func.id
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
    }
    assert "open" not in calls


def test_only_the_settings_read_the_environment() -> None:
    users = [place(p) for p in MODULES if "os" in set(imports(p)) and "environ" in p.read_text("utf-8")]
    assert users == ["isolation/fences.py", "settings.py"], "the fences take a variable away from the parsers"


def test_the_parent_needs_no_reader() -> None:
    code = (
        "import sys; from matcher.entrypoints import cli; from matcher.isolation import IsolatedMatcher;"
        "from matcher.writers import json, text;"
        "print([m for m in ('numpy', 'scipy', 'pdfminer', 'rapidfuzz', 'matcher.readers') if m in sys.modules])"
    )
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert out.strip() == "[]"
