from __future__ import annotations

import pytest

from matcher.entrypoints.web.strict_json import loads
from matcher.errors import UsageError

REFUSED = {
    b"": "Expecting value",
    b"{": "Expecting property name",
    b"\xff": "UTF-8",
    b'"\xed\xa0\xbd"': "UTF-8",
    b"\xef\xbb\xbf{}": "BOM",
    '{"text": "x"}'.encode("utf-16"): "UTF-8",
    b"[" * 200_000: "nested",
    b"[" * 200_000 + b"]" * 200_000: "nested",
    b'{"a":' * 200_000: "nested",
    b'{"text": NaN}': "NaN",
    b'{"text": -Infinity}': "-Infinity",
    b'{"text": "a", "text": "b"}': "twice",
    b'{"a": {"b": 1, "b": 1}}': "twice",
    rb'{"text": "\ud83d"}': "half",
    rb'{"text": "\udca9\ud83d"}': "half",
    rb'{"\uDCA9": 1}': "half",
    b"9" * 5000: "too long",
    b'{"text": "a\nb"}': "control character",
    b"{} {}": "Extra data",
}


@pytest.mark.parametrize(("body", "said"), REFUSED.items(), ids=[repr(body[:24]) for body in REFUSED])
def test_what_two_readers_could_understand_differently_is_refused(body: bytes, said: str) -> None:
    with pytest.raises(UsageError, match=said):
        loads(body)


@pytest.mark.parametrize(
    ("body", "value"),
    [
        (rb'{"text": "\ud83d\ude00 \u00e9"}', {"text": "\U0001f600 é"}),
        (rb'{"text": "\\ud83d"}', {"text": r"\ud83d"}),
        (b"[1.5, null, true]", [1.5, None, True]),
    ],
)
def test_what_is_json_is_read(body: bytes, value: object) -> None:
    assert loads(body) == value
