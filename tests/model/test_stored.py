"""What the store hands out says by itself whether a family may be written."""

import pytest
from samples import empty_case

from fktui.model.issue import Issue, Level, Place
from fktui.model.stored import Loaded


@pytest.mark.parametrize(("level", "broken"), [("error", 1), ("warning", 0), ("notice", 0)])
def test_only_errors_make_a_family_read_only(level: str, broken: int) -> None:
    issue = Issue(level=Level(level), code="tab", place=Place("plan.yaml", 3, 1))
    loaded = Loaded(case=empty_case(), issues=(issue,))
    assert loaded.broken == (issue,) * broken
