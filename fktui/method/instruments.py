"""Scores of instruments. Only how to count: item texts are licensed and not in this program.

Goal Attainment Scaling, which has no items but the family's own goals, is in `plan`.
"""

from collections.abc import Sequence

from fktui.errors import WrongUse

SDM_Q_ITEMS = 9
SDM_Q_TOP = 5
"""The highest answer to an item; the lowest is 0."""
_RAW_TOP = SDM_Q_ITEMS * SDM_Q_TOP


def sdm_q9(answers: Sequence[int | None]) -> float:
    """The score (0-100) of the nine answers of the SDM-Q-9 or the SDM-Q-Doc, each 0 to 5.

    The sum times 20/9 (domain.md §4). An answer that is missing is not guessed.

    Raises:
        WrongUse: `sdm-items-missing` or `sdm-item-outside`, with the numbers of the items.
    """
    if len(answers) > SDM_Q_ITEMS:
        raise WrongUse("sdm-too-many", given=len(answers), wanted=SDM_Q_ITEMS)
    given = (*answers, *(None,) * (SDM_Q_ITEMS - len(answers)))
    if missing := [number for number, answer in enumerate(given, 1) if answer is None]:
        raise WrongUse("sdm-items-missing", items=missing)
    known = [answer for answer in given if answer is not None]
    if odd := [n for n, answer in enumerate(known, 1) if not 0 <= answer <= SDM_Q_TOP]:
        raise WrongUse("sdm-item-outside", items=odd, low=0, high=SDM_Q_TOP)
    return sdm_q9_of_raw(sum(known))


def sdm_q9_of_raw(raw: int) -> float:
    """The score (0-100) that belongs to a sum of nine answers (0-45).

    Raises:
        WrongUse: `sdm-sum-outside`.
    """
    if not 0 <= raw <= _RAW_TOP:
        raise WrongUse("sdm-sum-outside", given=raw, low=0, high=_RAW_TOP)
    return raw * 100 / _RAW_TOP
