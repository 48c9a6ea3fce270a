from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matcher.core.folding import Forms
from matcher.core.tokens import CLAUSE, JOIN, LINE, PARAGRAPH, SPACE, STOP, WRAP, raw_words_of, tokenise, words_of


@given(st.text(max_size=300))
def test_every_word_is_found_where_its_offsets_say(text: str) -> None:
    tokens = tokenise(text)
    assert all(0 <= a < b <= len(text) for a, b in zip(tokens.starts, tokens.ends, strict=True))
    assert tokens.starts == sorted(tokens.starts)
    assert len({len(tokens.raw), len(tokens.words), len(tokens.starts), len(tokens.ends), len(tokens.gaps)}) == 1


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("C++ and C#", ["c++", "and", "c#"]),
        (".NET, Node.js", ["net", "node", "js"]),
        ("Python-based", ["python", "based"]),
        ("ISO/IEC 27001:2022", ["iso", "iec", "27001", "2022"]),
        ("R&D", ["r", "&", "d"]),
        ("S K I L L S", ["skills"]),
    ],
)
def test_words_people_write_are_kept_apart_or_together(text: str, words: list[str]) -> None:
    assert tokenise(text).raw == words


@pytest.mark.parametrize(
    ("text", "gap"),
    [
        ("one two", SPACE),
        ("one-two", JOIN),
        ("one/two", JOIN),
        ("one, two", CLAUSE),
        ("one; two", CLAUSE),
        ("one. Two", STOP),
        ("(one). Two", STOP),
        ("“one”. Two", STOP),
        ("one\ntwo", LINE),
        ("one\n\nTwo", PARAGRAPH),
        ("one\n- two", STOP),
        ("a line that is long enough to have been wrapped by the word processor\nwithout a stop", WRAP),
        ("Head of Security Operations, Example Bank plc         2019 - present\nLed", LINE),
        ("one\ttwo", CLAUSE),
    ],
)
def test_words_are_parted_as_firmly_as_a_reader_parts_them(text: str, gap: int) -> None:
    assert tokenise(text).gaps[-1] == gap or gap in tokenise(text).gaps[1:]


@pytest.mark.parametrize(
    ("text", "gap"),
    [
        ("Example Works Ltd. Leeds", SPACE),
        ("Example Works, INC. – Leeds", CLAUSE),
        ("Example Works Inc., 2019", CLAUSE),
        ("U.S. Army", SPACE),
        ("Robin Q. Beispiel", SPACE),
        ("LL.M. in law", SPACE),
        ("e.g. tests", SPACE),
        ("Example Works Ltd.\nLeeds", LINE),
        ("vitamin c. then", STOP),
    ],
)
def test_the_full_stop_of_a_shortened_word_ends_no_sentence(text: str, gap: int) -> None:
    assert tokenise(text).gaps[-1] == gap


def test_a_short_line_with_a_colon_opens_anew() -> None:
    head = "Since April 2019: Example Works, Leeds, as the lead of all technical training (Academy)"
    assert parting(f"{head}\nRoles & Responsibilities:\n* Trained 40 people", "roles") == LINE


WRAPPED = """\
• Retired three warehouses of the group into one Teradata then
Snowflake platform in fourteen months, and nobody missed a report
"""


def parting(text: str, word: str) -> int:
    tokens = tokenise(text)
    return tokens.gaps[tokens.raw.index(word)]


def test_a_line_of_a_narrow_column_runs_on_within_a_bulleted_item() -> None:
    assert parting(WRAPPED, "snowflake") == WRAP
    later = WRAPPED.replace("Snowflake", "one, whatever the vendors said, and all of it in a\nSnowflake")
    assert parting(later, "snowflake") == WRAP


def test_without_a_bullet_a_short_line_that_begins_with_a_capital_is_a_line_of_its_own() -> None:
    assert parting(WRAPPED.replace("• ", "").replace(" of the group", ""), "snowflake") == LINE


@pytest.mark.parametrize(
    "line",
    ["Education", "## Snowflake platform work in fourteen months, all told", "Snowflake Inc., Bern      2013 – 2019"],
)
def test_a_heading_and_the_head_of_a_job_open_anew_after_a_full_line(line: str) -> None:
    text = WRAPPED.replace("Snowflake platform in fourteen months, and nobody missed a report", line)
    assert parting(text, tokenise(line).raw[0]) == LINE


def test_a_line_that_ends_a_sentence_in_a_year_opens_nothing() -> None:
    end = "Snowflake platform, and had it paid before January 2025."
    assert (
        parting(WRAPPED.replace("Snowflake platform in fourteen months, and nobody missed a report", end), "snowflake")
        == WRAP
    )


def test_dates_at_the_start_of_a_line_open_anew() -> None:
    row = "2013 – 2016 Military service, signals unit, network traffic"
    text = WRAPPED.replace("Snowflake platform in fourteen months, and nobody missed a report", row).replace("• ", "")
    assert parting(text, "2013") == LINE


@pytest.mark.parametrize("mark", ["3. ", "3) ", "12. ", "3.\t"])
def test_numbers_open_items_as_bullets_do(mark: str) -> None:
    text = (
        f"Work\n{mark}Retired three warehouses into one Teradata then\nSnowflake platform, and that in summer 2025.\n"
    )
    tokens = tokenise(text)
    assert [tokens.raw[i] for i in tokens.bullets] == ["retired"]
    assert parting(text, "snowflake") == WRAP


@pytest.mark.parametrize("line", ["2013. Retired it", "Version 3. Retired it", "3.5 Retired it"])
def test_other_numbers_open_none(line: str) -> None:
    assert not tokenise(f"Work\n{line}\n").bullets


@pytest.mark.parametrize(
    ("line", "gap"),
    [
        ("That the front office and the people of risk agree on now", WRAP),
        ("Wrote the strategy of the house, which was approved in 2020", WRAP),
        ("Example Insurance, Head of the Front Office, 2016 – 2020", LINE),
        ("Example Insurance, Head of the Front Office, 2016 to now", LINE),
        ("Example Insurance, Head of the Front Office, until May 2020", LINE),
        ("Example Insurance, Head of the Front Office (2016 to now)", LINE),
    ],
)
def test_only_dates_of_a_job_keep_a_line_from_running_on_in_small_letters(line: str, gap: int) -> None:
    assert parting(f"{line}\nargue and refresh", "argue") == gap


def test_words_hyphenated_at_a_line_end_are_joined_if_that_makes_a_word() -> None:
    text = "risk manage-\nment and AI-\nbased tools"
    assert tokenise(text, Forms({"management"})).raw == ["risk", "management", "and", "ai", "based", "tools"]


def test_a_word_that_a_soft_hyphen_breaks_at_a_line_end_is_one_word() -> None:
    tokens = tokenise("risk manage\u00ad\nment and cyber\u00adsecurity", Forms({"management"}))
    assert tokens.raw == ["risk", "management", "and", "cybersecurity"]
    assert tokens.slice(1, 1) == "manage\u00ad\nment"


@pytest.mark.parametrize("sign", ["🚀 ", "✏️ ", "⭐️ ", "➜ ", "✅", "🧑‍🏫 "])
def test_pictures_open_items_as_bullets_do(sign: str) -> None:
    tokens = tokenise(f"Work\n{sign}Led the council\n{sign}cut the cost of the cloud\n")
    assert [tokens.raw[i] for i in sorted(tokens.bullets)] == ["led", "cut"]


def test_bulleted_lines_are_known() -> None:
    tokens = tokenise("Work\n• led\n- built\n* ran\nplain")
    assert [tokens.raw[i] for i in sorted(tokens.bullets)] == ["led", "built", "ran"]


@given(st.lists(st.from_regex(r"[A-Za-z]{1,8}( [A-Za-z]{1,8}){0,4}", fullmatch=True), max_size=8))
def test_many_texts_are_cut_like_one(texts: list[str]) -> None:
    assert raw_words_of(texts) == [tokenise(text).raw for text in texts] or any(
        len(word) == 1 for text in texts for word in text.split()
    )
    assert [len(words) for words in words_of(texts)] == [len(text.split()) for text in texts]


def test_no_text_stands_in_the_repr() -> None:
    assert "canary" not in repr(tokenise("canary"))
