"""A family for a map that leaves it: letters for names, and no word of who costs energy."""

from msgspec import structs

from fktui.model.case import Case
from fktui.model.network import Energy


def with_initials(case: Case) -> Case:
    """The same family, with the first letters in the place of every name that a map shows."""
    family = structs.replace(
        case.family,
        people=tuple(structs.replace(p, name=initials(p.name)) for p in case.family.people),
        # A home is called after who lives there.
        households=tuple(structs.replace(h, name=initials(h.name)) for h in case.family.households),
    )
    around = structs.replace(
        case.network,
        people=tuple(
            # Why somebody left is told in words of one's own, names among them.
            structs.replace(p, name=initials(p.name), until_reason=None)
            for p in case.network.people
        ),
    )
    head = structs.replace(case.trajectory, name=initials(case.trajectory.name))
    return structs.replace(case, family=family, network=around, trajectory=head)


def without_energy(case: Case) -> Case:
    """The same family, without who gives energy and who costs it."""
    ties = tuple(structs.replace(tie, energy=Energy.NONE) for tie in case.network.ties)
    return structs.replace(case, network=structs.replace(case.network, ties=ties))


def of_home(case: Case, household: str) -> Case:
    """The same family, with the network of one home: its own people, and those of all homes."""
    own = tuple(
        one for one in case.network.people if not one.households or household in one.households
    )
    return structs.replace(case, network=structs.replace(case.network, people=own))


def initials(name: str) -> str:
    """The first letter of each word, each with a full stop."""
    return "".join(f"{word[0]}." for word in name.split())
