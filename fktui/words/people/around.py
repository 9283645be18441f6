"""The people around a family in words and in marks: closeness, ties, whether they were asked.

The marks say the same as the words, for a map that is read without colour and without lines.
"""

from collections.abc import Iterable, Mapping

from fktui.model.case import Case
from fktui.model.network import Energy, NetworkPerson, Quality, Sector, Tie
from fktui.words.labels import label
from fktui.words.language import N_, _
from fktui.words.time.say_dates import say_day

RINGS = {1: N_("1 close"), 2: N_("2 familiar"), 3: N_("3 at a distance")}

MARKS = {
    Quality.STRONG: "■",
    Quality.ORDINARY: "□",
    Quality.WEAK: "·",
    Quality.STRESSFUL: "≈",
    Quality.BROKEN: "×",
    Quality.CHANGING: "±",
}
ENERGY_MARKS = {Energy.GIVES: "+", Energy.TAKES: "-", Energy.BOTH: "+-", Energy.NONE: ""}

SECTOR_LETTERS = {
    Sector.FAMILY: ("f",),
    Sector.FRIENDS: ("v",),
    Sector.NEIGHBOURHOOD: ("b",),
    Sector.SCHOOL_WORK: ("s",),
    Sector.LEISURE_FAITH: ("l",),
    Sector.PROFESSIONALS: ("p",),
}
"""One letter to type for each, the same in every language."""
QUALITY_LETTERS = {
    Quality.STRONG: ("s", "■"),
    Quality.ORDINARY: ("g", "□"),
    Quality.WEAK: ("z", "·", "."),
    Quality.STRESSFUL: ("≈", "~"),
    Quality.BROKEN: ("×", "x"),
    Quality.CHANGING: ("w", "±"),
}
"""One letter or sign to type for each, the same in every language."""
ENERGY_SIGNS = {
    Energy.GIVES: ("+",),
    Energy.TAKES: ("-", "−"),
    Energy.BOTH: ("+-", "±", "-+"),
    Energy.NONE: ("0",),
}


def tie_mark(tie: Tie) -> str:
    """A tie in two signs: `■+`, `≈-`."""
    return MARKS[tie.quality] + ENERGY_MARKS[tie.energy]


def legend() -> tuple[str, ...]:
    """What the marks mean, each with its word."""
    said = [f"{mark} {label(quality)}" for quality, mark in MARKS.items()]
    return (*said, _("+ gives, - costs energy"), "★ JIM")


def say_ring(ring: int) -> str:
    """How close somebody stands: `1 close`."""
    return _(RINGS[ring])


def say_asked(one: NetworkPerson) -> str:
    """Whether somebody was asked to take part, and what the answer was."""
    if one.willing is not None:
        return label(one.willing)
    if one.asked_on is None:
        return "–"
    return _("{day}, no answer yet").format(day=say_day(one.asked_on))


def ties_of(case: Case, one: NetworkPerson) -> tuple[Tie, ...]:
    """The ties of somebody around the family."""
    return tuple(tie for tie in case.network.ties if tie.network == one.id)


def say_whose(tie: Tie, names: Mapping[str, str]) -> str:
    """Whose tie it is, a member's or that of the family as a whole; and the ring, if another."""
    said = names.get(tie.person, tie.person) if tie.person else _("family")
    return f"{said} ({tie.ring})" if tie.ring else said


def say_ties(ties: Iterable[Tie], names: Mapping[str, str]) -> str:
    """Ties in words: `Mila: strong, gives energy; family: ordinary`."""
    said = []
    for tie in ties:
        who = names.get(tie.person, tie.person) if tie.person else _("family")
        energy = "" if tie.energy is Energy.NONE else f", {label(tie.energy)}"
        ring = f", {say_ring(tie.ring)}" if tie.ring else ""
        said.append(f"{who}: {label(tie.quality)}{energy}{ring}")
    return "; ".join(said)


def say_supports(one: NetworkPerson) -> str:
    """What kinds of support somebody gives: `gives practical support`; empty for none noted."""
    kinds = ", ".join(label(kind) for kind in one.supports)
    return _("gives {kinds}").format(kinds=kinds) if kinds else ""


def mark_ties(ties: Iterable[Tie], names: Mapping[str, str]) -> str:
    """Ties in marks, those that are alike together: `■+ Mila, Jaylen · ≈- Ruben`."""
    alike: dict[str, list[str]] = {}
    for tie in ties:
        alike.setdefault(tie_mark(tie), []).append(say_whose(tie, names))
    return "  ".join(f"{mark} {', '.join(people)}" for mark, people in alike.items())
