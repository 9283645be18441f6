import pytest

from fktui.errors import WrongUse
from fktui.method.instruments import sdm_q9, sdm_q9_of_raw


@pytest.mark.parametrize(
    ("raw", "score"),
    [(0, 0), (45, 100), (31, 68.9), (38, 84.4), (34, 75.6), (29, 64.4), (17, 37.8), (33, 73.3)],
)
def test_the_vectors_of_the_literature(raw, score):
    assert round(sdm_q9_of_raw(raw), 1) == score


def test_nine_answers_are_summed():
    assert sdm_q9([5, 4, 3, 2, 1, 0, 5, 5, 5]) == sdm_q9_of_raw(30)


@pytest.mark.parametrize(
    ("answers", "code", "items"),
    [
        ([5, None, 3, 2, 1, 0, 5, 5, None], "sdm-items-missing", [2, 9]),
        ([5] * 7, "sdm-items-missing", [8, 9]),
        ([5, 5, 5, 5, 5, 5, 5, 6, -1], "sdm-item-outside", [8, 9]),
    ],
)
def test_a_missing_or_odd_answer_is_not_guessed(answers, code, items):
    with pytest.raises(WrongUse) as refused:
        sdm_q9(answers)
    assert (refused.value.code, refused.value.facts["items"]) == (code, items)


def test_ten_answers_are_too_many():
    with pytest.raises(WrongUse, match="sdm-too-many"):
        sdm_q9([1] * 10)


@pytest.mark.parametrize("raw", [-1, 46])
def test_a_sum_that_cannot_be_is_refused(raw):
    with pytest.raises(WrongUse, match="sdm-sum-outside"):
        sdm_q9_of_raw(raw)
