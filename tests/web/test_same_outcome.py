"""Web, API and command line give the same outcome, to the byte, for every case of one table."""

from __future__ import annotations

import base64
import io
import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner
from flask.testing import FlaskClient

from matcher import Matcher
from matcher.core.model import NotAssessable
from matcher.entrypoints.cli import main
from matcher.entrypoints.web.problems import status_of
from matcher.writers import WRITERS
from tests import pdfs
from tests.builders import DATA_WORK, resume

EXAMPLES = sorted((Path(__file__).parents[2] / "examples").iterdir())
CASES: dict[str, bytes] = {
    **{path.name: path.read_bytes() for path in EXAMPLES},
    "empty.pdf": b"",
    "short.txt": b"Robin Beispiel. Cook.",
    "program.pdf": b"MZ\x90\0",
    "picture.png": b"\x89PNG\r\n\x1a\n",
    "damaged.pdf": b"%PDF-1.7\n%%EOF",
    "text.pdf": resume().encode(),
    "pages.pdf": pdfs.pdf(*[pdfs.page(["Robin"])] * 31),
    "scan.pdf": pdfs.pdf(pdfs.picture),
    "long.txt": b"word " * 90_000,
    "german.txt": ("Ich habe viele Projekte geleitet und dabei sehr viel gelernt. " * 20).encode(),
    "utf-16.txt": resume(DATA_WORK).encode("utf-16"),
    "cp1252.txt": resume(name="Zoë Müller").encode("cp1252"),
    "markup.txt": resume(summary="<script>alert(1)</script> & <b>team lead</b>").encode(),
    "no ending": resume().encode(),
    "Lebenslauf – Zoë (2).txt": resume().encode(),
    "no utf-8.txt": b"\xff\xfe\xfd" * 50,
}


@pytest.fixture(scope="module")
def cli(tmp_path_factory: pytest.TempPathFactory, matcher: Matcher) -> Path:
    """A folder with the documents of all cases."""
    folder = tmp_path_factory.mktemp("cases")
    for name, data in CASES.items():
        (folder / name).write_bytes(data)
    return folder


@pytest.mark.parametrize("name", CASES)
def test_the_api_gives_what_the_matcher_gives(client: FlaskClient, matcher: Matcher, name: str) -> None:
    outcome = matcher.match_bytes(CASES[name], name)
    expected = WRITERS["json"].write(outcome, matcher.skills).encode()
    form = client.post("/match", data={"resume": (io.BytesIO(CASES[name]), name)})
    content = base64.b64encode(CASES[name]).decode()
    body = client.post("/match", json={"document": {"name": name, "content_base64": content}})
    assert form.data == body.data == expected
    assert form.status_code == body.status_code == status_of(outcome)
    quiet = client.post("/match?evidence=false", json={"document": {"name": name, "content_base64": content}})
    assert quiet.data == WRITERS["json"].write(outcome, matcher.skills, with_evidence=False).encode()


@pytest.mark.parametrize("name", ["amara-cdo.docx", "short.txt", "damaged.pdf", "Lebenslauf – Zoë (2).txt"])
def test_the_command_line_does_so_too(cli: Path, client: FlaskClient, name: str) -> None:
    printed = CliRunner().invoke(main, ["match", str(cli / name), "--format", "json"])
    sent = client.post("/match", data={"resume": (io.BytesIO(CASES[name]), name)})
    assert printed.stdout_bytes == sent.data
    assert (printed.exit_code == 0) == (sent.status_code == 200)


@pytest.mark.parametrize("name", ["lea-growing.pdf", "amara-cdo.txt"])
def test_what_would_lift_a_role_is_the_same_everywhere(cli: Path, client: FlaskClient, name: str) -> None:
    printed = CliRunner().invoke(main, ["match", str(cli / name), "--format", "json", "--what-if"])
    sent = client.post("/match?what_if=true", data={"resume": (io.BytesIO(CASES[name]), name)})
    assert printed.stdout_bytes == sent.data
    page = client.post("/", data={"resume": (io.BytesIO(CASES[name]), name)}).get_data(as_text=True)
    (kept,) = re.findall(r'href="data:text/html[^,"]*;base64,([^"]+)"', page)
    assert CliRunner().invoke(main, ["match", str(cli / name), "--format", "html"]).stdout_bytes == base64.b64decode(
        kept
    )
    lifts = [role["next_band"] for role in json.loads(sent.data)["roles"] if role["next_band"]]
    assert lifts
    for lift in lifts:
        assert f"this would be {lift['band']}, at {lift['score']:.1f}." in page


@pytest.mark.parametrize("name", CASES)
def test_the_page_is_about_the_same_outcome(client: FlaskClient, matcher: Matcher, name: str) -> None:
    outcome = matcher.match_bytes(CASES[name], name)
    page = client.post("/", data={"resume": (io.BytesIO(CASES[name]), name)})
    assert page.status_code == status_of(outcome)
    text = page.get_data(as_text=True)
    if isinstance(outcome, NotAssessable):
        assert outcome.way_out in text.replace("&#39;", "'")
        return
    kept = [base64.b64decode(found) for found in re.findall(r'href="data:application/json[^,"]*;base64,([^"]+)"', text)]
    assert kept == [WRITERS["json"].write(outcome, matcher.skills).encode()]


@pytest.mark.parametrize("text", ["", " \n", "Robin", resume(), "a\0b " * 40, "\N{GRINNING FACE} " * 40])
def test_texts_too(client: FlaskClient, matcher: Matcher, text: str) -> None:
    expected = WRITERS["json"].write(matcher.match_text(text), matcher.skills).encode()
    assert client.post("/match", json={"text": text}).data == expected
    batch = client.post("/match/batch", json={"documents": [{"text": text}] * 2})
    assert json.loads(batch.data)["outcomes"] == [json.loads(expected)] * 2
