"""The eight effective factors and the six elements of the help, with what was counted of each."""

from collections.abc import Mapping

from fktui.method.factors import Factors
from fktui.model.journal import Element, PlaceKind
from fktui.words.labels import label
from fktui.words.language import N_, _
from fktui.words.time.hours import hours_in_figures

_FACTORS: tuple[tuple[str, str], ...] = (
    (N_("Intensive and lasting"), N_("hours {hours}, weeks {weeks}, hours a week {per_week}")),
    (N_("Problems and strengths"), N_("strengths {strengths}, worries {worries}")),
    (N_("Practical help"), N_("contacts: {practical} of {contacts}")),
    (N_("In the family's own world"), N_("contacts: {near} of {contacts}{places}")),
    (
        N_("The wider surroundings"),
        N_("people around the family {network}, places in the neighbourhood {community}"),
    ),
    (
        N_("Working together"),
        N_(
            "professionals {professionals}, agreements on roles {roles}, family meetings "
            "{meetings}, consultations {consultations}"
        ),
    ),
    (
        N_("Help for everybody"),
        N_(
            "members {members}: spoken to alone {alone}, with a strength {with_strength}, "
            "with a worry {with_worry}, with a goal {with_goal}"
        ),
    ),
    (N_("Staying involved"), N_("aftercare talks held: {aftercare_held} of {aftercare_due}")),
)
"""In the order of the literature (S0:L46-58): the name of each, and what is counted."""


def say_factors(found: Factors) -> list[tuple[str, str]]:
    """Each factor with what the records show of it."""
    places = ", ".join(
        f"{label(PlaceKind(code))} {count}"
        for code, count in sorted(found.places.items(), key=lambda item: -item[1])
    )
    facts = {name: getattr(found, name) for name in found.__struct_fields__} | {
        "hours": hours_in_figures(round(found.hours * 2) / 2),
        "weeks": round(found.weeks),
        "per_week": hours_in_figures(round(found.hours_per_week * 2) / 2),
        "places": f" ({places})" if places else "",
    }
    return [(_(name), _(counted).format(**facts)) for name, counted in _FACTORS]


_SHOWN: dict[Element, str] = {
    Element.WHOLE_FAMILY: N_("members with a goal: {count}"),
    Element.JOINING: N_("contacts in their own world: {count}"),
    Element.TOGETHER: N_("agreements on roles: {count}"),
    Element.PRIORITISING: N_("goals with a priority: {count}"),
    Element.AREA_BASED: N_("places in the neighbourhood, asked or joined: {count}"),
    Element.NORMALISING: N_("steps done by family, network or neighbourhood: {count}"),
}


def say_elements(found: Factors) -> list[tuple[str, str, str]]:
    """Each element of the help, the contacts that were tagged with it, and what the files show."""
    return [
        (
            label(element),
            str(found.tagged.get(element.value, 0)),
            _(_SHOWN[element]).format(count=found.shown.get(element.value, 0)),
        )
        for element in Element
    ]


def say_principles(found: Factors, names: Mapping[str, str]) -> list[tuple[str, str]]:
    """Each principle that contacts were an example of, and of how many; most often first."""
    by_number = sorted(found.principles.items(), key=lambda item: (-item[1], item[0]))
    return [(names.get(one, one), str(count)) for one, count in by_number]
