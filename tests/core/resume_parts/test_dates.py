"""Dates are told only as precisely as they are written, and what can be something else is no date."""

from __future__ import annotations

import pytest

from matcher.core.resume_parts.dates import dated_range, single_dates


@pytest.mark.parametrize(
    ("line", "start", "end"),
    [
        ("Mar 2022 – present", "2022-03", None),
        ("Aug 2016 – Feb 2022", "2016-08", "2022-02"),
        ("2019 - now", "2019", None),
        ("2012–2015", "2012", "2015"),
        ("2014–16", "2014", "2016"),
        ("05/2021 – today", "2021-05", None),
        ("2019-03 – 2020-11", "2019-03", "2020-11"),
        ("2019-03-01 – 2020-11-30", "2019-03", "2020-11"),
        ("September 2001 to June 2004", "2001-09", "2004-06"),
        ("March – June 2019", "2019-03", "2019-06"),
        ("(Mar 2024 – present)", "2024-03", None),
        ("since 2015", "2015", None),
        ("from May 2015", "2015-05", None),
        ("2016-", "2016", None),
        ("15/09/2016 – 28/02/2022", "2016-09", "2022-02"),
        ("01/03/2022 – CURRENT", "2022", None),  # 1 March, or 3 January
        ("Jul'14 - Mar'19", "2014-07", "2019-03"),
        ("Mar 2020 - Till Date", "2020-03", None),
    ],
)
def test_ranges_are_read_as_written(line: str, start: str, end: str | None) -> None:
    found = dated_range(f"Analyst, {line}")
    assert found is not None
    assert found.dates.start is not None
    assert (found.dates.start.iso, found.dates.end and found.dates.end.iso) == (start, end)


@pytest.mark.parametrize(
    "line",
    [
        "2008-10",  # October, or until 2010
        "2020 – 2015",
        "£2019 – 2021",
        "42001 – 42005",
        "grew from 1100 to 1900",
        "ISO 27001:2022",
        "March – June",
        "in 2019",
    ],
)
def test_what_can_be_something_else_is_no_range(line: str) -> None:
    assert dated_range(line) is None


def test_single_dates_are_found_each() -> None:
    found = [dated.dates.end for dated in single_dates("CDMP, 2019; CIPP/E, May 2021; 2,015 pages; €2018")]
    assert [date and date.iso for date in found] == ["2019", "2021-05"]
