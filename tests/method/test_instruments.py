import pytest
from hypothesis import given
from hypothesis import strategies as st

from fktui.errors import WrongUse
from fktui.method.instruments import checked_answers, on_scale, scores_of
from fktui.model.instrument import Instrument, Items, Scale

ITEMS = Items(count=9, low=0, high=5)


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
        checked_answers(answers, ITEMS)
    assert (refused.value.code, refused.value.facts["items"]) == (code, items)


def test_ten_answers_are_too_many():
    with pytest.raises(WrongUse, match="sdm-too-many"):
        checked_answers([1] * 10, ITEMS)


SDM = Instrument(
    name="sdm-q-9",
    title="SDM-Q-9",
    items=ITEMS,
    scales=(
        Scale(name="raw", low=0, high=45, of="items"),
        Scale(name="score", low=0, high=100, of="raw", times=100 / 45),
    ),
)
PARTS = Instrument(
    name="parts",
    title="Parts",
    items=Items(count=3, low=1, high=4),
    scales=(
        Scale(name="first", low=1, high=8, of="items", item_numbers=(1, 3)),
        Scale(name="own", low=-2, high=2),
        Scale(name="total", low=-1, high=10, of="first + own"),
    ),
)


@pytest.mark.parametrize(
    ("raw", "score"),
    [(0, 0), (45, 100), (31, 68.9), (38, 84.4), (34, 75.6), (29, 64.4), (17, 37.8), (33, 73.3)],
)
def test_a_definition_counts_like_the_formula(raw, score):
    assert scores_of(SDM, {"raw": raw}) == {"raw": raw, "score": score}


@given(st.lists(st.integers(0, 5), min_size=9, max_size=9))
def test_answers_count_like_the_formula_in_any_order(answers):
    found = scores_of(SDM, {}, answers)
    assert found["raw"] == sum(answers)
    assert found["score"] == pytest.approx(sum(answers) * 20 / 9, abs=0.05)
    assert scores_of(SDM, {}, sorted(answers)) == found


@given(st.integers(0, 44))
def test_a_higher_sum_is_a_higher_score(raw):
    assert scores_of(SDM, {"raw": raw})["score"] < scores_of(SDM, {"raw": raw + 1})["score"]


@pytest.mark.parametrize(
    ("figures", "answers", "scores"),
    [
        ({"score": 70}, (), {"score": 70}),
        ({"raw": 31, "score": 68.9}, (), {"raw": 31, "score": 68.9}),
        ({"raw": 31, "score": 69}, (), {"raw": 31, "score": 68.9}),
        ({"raw": 31}, (5, 5, 5, 4, 3, 3, 2, 2, 2), {"raw": 31, "score": 68.9}),
    ],
)
def test_what_is_typed_stands_and_what_follows_is_added(figures, answers, scores):
    assert scores_of(SDM, figures, answers) == scores


def test_a_scale_may_be_a_sum_of_scales_or_of_some_answers():
    assert scores_of(PARTS, {"own": -1}, (4, 1, 2)) == {"first": 6, "own": -1, "total": 5}
    assert scores_of(PARTS, {}, (4, 1, 2)) == {"first": 6}
    assert scores_of(PARTS, {"own": 0}) == {"own": 0}


@pytest.mark.parametrize(
    ("figures", "answers", "code", "facts"),
    [
        ({"raw": 46}, (), "scale-outside", {"scale": "raw", "given": 46, "low": 0, "high": 45}),
        ({"raw": -0.5}, (), "scale-outside", {"scale": "raw", "given": -0.5, "low": 0, "high": 45}),
        ({"raw": float("nan")}, (), "scale-outside", None),
        ({"raw": float("inf")}, (), "scale-outside", None),
        ({"raw": 31, "score": 70}, (), "scale-differs", None),
        ({"raw": 31}, (5,) * 9, "scale-differs", None),
        ({"total": 31}, (), "scale-unknown", {"given": "total", "known": ("raw", "score")}),
        ({}, (), "no-scores", None),
        ({}, (5, None, 5, 5, 5, 5, 5, 5), "sdm-items-missing", {"items": [2, 9]}),
        ({}, (5, 5, 5, 5, 5, 5, 5, 5, 5.5), "sdm-item-outside", None),
        ({}, (5,) * 10, "sdm-too-many", {"given": 10, "wanted": 9}),
    ],
)
def test_what_cannot_be_is_refused(figures, answers, code, facts):
    with pytest.raises(WrongUse) as refused:
        scores_of(SDM, figures, answers)
    assert refused.value.code == code
    assert facts is None or refused.value.facts == facts


def test_an_instrument_without_answers_takes_none():
    only = Instrument(name="exit", title="EXIT", scales=(Scale(name="result", low=0, high=10),))
    with pytest.raises(WrongUse, match="no-answers"):
        scores_of(only, {}, (1, 2))


def test_a_visual_scale_has_answers_with_a_fraction():
    assert checked_answers((1.5, 9.9), Items(count=2, low=0, high=10)) == (1.5, 9.9)


@pytest.mark.parametrize(("value", "fits"), [(-3, False), (-2, True), (2, True), (2.1, False)])
def test_the_ends_are_on_the_scale(value, fits):
    assert on_scale(Scale(name="x", low=-2, high=2), value) is fits
