"""Figures of instruments: from answers, from each other, and whether they can be.

Only how to count: what the questions are is licensed and not in this program. Goal Attainment
Scaling, which has no questions but the family's own goals, is in `plan`.
"""

from collections.abc import Mapping, Sequence

from fktui.errors import WrongUse
from fktui.model.instrument import ANSWERS, Instrument, Items, Scale

_DECIMALS = 1
_ROUNDING = 0.5
"""How far a figure that was typed may lie from what is computed: people round."""

Answers = Sequence[float | None]


def checked_answers(answers: Answers, items: Items) -> tuple[float, ...]:
    """All answers, each of them within the range; none is guessed (domain.md §4).

    Raises:
        WrongUse: `sdm-too-many`, or `sdm-items-missing` or `sdm-item-outside`, with the numbers
            of the items.
    """
    if len(answers) > items.count:
        raise WrongUse("sdm-too-many", given=len(answers), wanted=items.count)
    given = (*answers, *(None,) * (items.count - len(answers)))
    if missing := [number for number, answer in enumerate(given, 1) if answer is None]:
        raise WrongUse("sdm-items-missing", items=missing)
    known = tuple(answer for answer in given if answer is not None)
    odd = [n for n, answer in enumerate(known, 1) if not items.low <= answer <= items.high]
    if odd:
        raise WrongUse("sdm-item-outside", items=odd, low=items.low, high=items.high)
    return known


def scores_of(
    instrument: Instrument, given: Mapping[str, float], answers: Answers = ()
) -> dict[str, float]:
    """The figures by scale: what was typed, what the answers give, and what follows from these.

    The answers themselves are not kept. A computed figure has one decimal.

    Raises:
        WrongUse: `scale-unknown`, `scale-outside` with the lowest and the highest, `scale-differs`
            from what is computed, `no-scores`, `no-answers` for an instrument that is not counted
            from answers, and what `checked_answers` refuses.
    """
    known = tuple(scale.name for scale in instrument.scales)
    if unknown := [name for name in given if name not in known]:
        raise WrongUse("scale-unknown", given=unknown[0], known=known)
    if answers and not instrument.counts_answers:
        raise WrongUse("no-answers", given=instrument.name)
    counted: tuple[float, ...] = ()
    if answers and instrument.items is not None:
        counted = checked_answers(answers, instrument.items)
    scores: dict[str, float] = {}
    for scale in instrument.scales:
        value = _value(scale, given.get(scale.name), _computed(scale, scores, counted))
        if value is not None:
            scores[scale.name] = value
    if not scores:
        raise WrongUse("no-scores", given=instrument.name, known=known)
    return scores


def on_scale(scale: Scale, value: float) -> bool:
    """Whether this figure can be one of the scale; its ends can."""
    return scale.low <= value <= scale.high


def checked_figure(scale: Scale, value: float) -> float:
    """The figure, when it can be one of the scale.

    Raises:
        WrongUse: `scale-outside` with the lowest and the highest.
    """
    if not on_scale(scale, value):
        low, high = plain(scale.low), plain(scale.high)
        raise WrongUse("scale-outside", scale=scale.name, given=plain(value), low=low, high=high)
    return value


def plain(value: float) -> float:
    """A figure as people write it: 7 and not 7.0."""
    return int(value) if float(value).is_integer() else value


def _computed(
    scale: Scale, scores: Mapping[str, float], answers: tuple[float, ...]
) -> float | None:
    """What follows from the answers or from the scales above; None when it is not known."""
    if scale.of == ANSWERS and answers:
        numbers = scale.item_numbers or range(1, len(answers) + 1)
        whole = sum(answers[number - 1] for number in numbers)
    elif scale.parts and all(part in scores for part in scale.parts):
        whole = sum(scores[part] for part in scale.parts)
    else:
        return None
    return round(whole * (1 if scale.times is None else scale.times), _DECIMALS)


def _value(scale: Scale, given: float | None, computed: float | None) -> float | None:
    for value in (given, computed):
        if value is not None:
            checked_figure(scale, value)
    if given is not None and computed is not None and abs(given - computed) > _ROUNDING:
        facts = {"scale": scale.name, "given": plain(given), "computed": plain(computed)}
        raise WrongUse("scale-differs", **facts)
    return given if computed is None else computed
