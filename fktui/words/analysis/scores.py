"""Figures of instruments with the names of their scales.

A measurement may be by an instrument that is defined no longer; then it is called as it is written.
"""

from collections.abc import Mapping

from fktui.method.measures import scale_of
from fktui.model.instrument import Instrument
from fktui.model.measures import Measurement
from fktui.words.labels import instrument_label, scale_label
from fktui.words.time.hours import in_figures

Defined = Mapping[str, Instrument]
"""The instruments by name."""


def say_scores(one: Measurement, known: Defined) -> str:
    """All figures of a measurement."""
    return ", ".join(
        f"{say_scale(one.instrument, name, known)} {in_figures(value)}"
        for name, value in one.scores.items()
    )


def say_instrument(name: str, known: Defined) -> str:
    """The title of an instrument."""
    return instrument_label(known[name]) if name in known else name


def say_scale(instrument: str, name: str, known: Defined) -> str:
    """The title of a scale."""
    scale = scale_of(known, instrument, name)
    return scale_label(scale) if scale else name
