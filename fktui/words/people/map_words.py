"""The network map as sentences: for who hears it, for plain text, and beside the picture."""

from collections.abc import Iterator, Mapping
from datetime import date

from fktui.method.around.network import on_the_map, summary
from fktui.method.around.then_and_now import Moved, ThenAndNow, Tied
from fktui.model.case import Case
from fktui.model.network import NetworkPerson, Sector, Tie
from fktui.words.labels import label
from fktui.words.language import N_, _, ngettext
from fktui.words.naming import names_of
from fktui.words.people.around import say_ring, say_supports, say_ties, tie_mark, ties_of

NEW, GONE, CLOSER, FURTHER, OTHER_SECTOR, OTHER_TIE = "+-▲▼→~"
"""What is different on a map since an earlier day."""

CHANGES = {
    NEW: N_("new"),
    GONE: N_("gone"),
    CLOSER: N_("closer"),
    FURTHER: N_("further away"),
    OTHER_SECTOR: N_("another sector"),
    OTHER_TIE: N_("another tie"),
}


def say_changes(counts: Mapping[str, int]) -> tuple[str, ...]:
    """What the marks of a difference mean, each with how many there are: `+ new 3`."""
    return tuple(f"{mark} {_(CHANGES[mark])} {count}" for mark, count in counts.items())


def say_count(case: Case, on: date) -> str:
    """How many people stand around the family: `9 people: 8 own, 1 professional`."""
    counted = summary(case, on)
    total = counted.own + counted.professional
    said = ngettext("{count} person", "{count} people", total).format(count=total)
    if total:
        parts = _("{own} own, {professional} professional")
        said += ": " + parts.format(own=counted.own, professional=counted.professional)
    return said


def map_in_words(case: Case, on: date, sectors: Mapping[Sector, str]) -> Iterator[str]:
    """Everybody on the map, from close to far and by sector, with their ties in words."""
    names, here = names_of(case), on_the_map(case, on)
    for ring in (1, 2, 3):
        if not any(one.ring == ring for one in here):
            continue
        yield say_ring(ring)
        for sector, called in sectors.items():
            for one in here:
                if (one.ring, one.sector) == (ring, sector):
                    told = say_ties(ties_of(case, one), names) or _("no tie noted")
                    star = "★ " if one.jim_of else ""
                    told = "; ".join(filter(None, (told, say_supports(one))))
                    yield f"  {called}: {star}{one.name} – {told}"


def say_then_and_now(
    found: ThenAndNow,
    people: Mapping[str, NetworkPerson],
    names: Mapping[str, str],
    sectors: Mapping[Sector, str],
) -> Iterator[str]:
    """What changed on the map, a sentence for each thing.

    Args:
        found: the difference.
        people: everybody on either map, by id.
        names: of members and people, by id.
        sectors: what the team calls them.
    """

    def placed(one: NetworkPerson) -> str:
        return f"{one.name} ({sectors[one.sector]}, {say_ring(one.ring)})"

    for key in found.growth.added:
        yield _("+ {who} came on the map.").format(who=placed(people[key]))
    for key in found.growth.gone:
        one = people[key]
        why = f": {one.until_reason}" if one.until_reason else ""
        yield _("- {who} left the map{why}.").format(who=placed(one), why=why)
    for move in found.rings:
        yield _say_ring_change(move)
    for move in found.sectors:
        yield _("→ {who}: {old} → {new}.").format(
            who=move.now.name, old=sectors[move.was.sector], new=sectors[move.now.sector]
        )
    for tied in found.ties:
        yield _say_tie_change(tied, people, names)


def _say_ring_change(move: Moved) -> str:
    closer = move.now.ring < move.was.ring
    said = (
        _("▲ {who} stands closer: {old} → {new}.")
        if closer
        else _("▼ {who} stands further away: {old} → {new}.")
    )
    return said.format(who=move.now.name, old=say_ring(move.was.ring), new=say_ring(move.now.ring))


def _say_tie_change(
    tied: Tied, people: Mapping[str, NetworkPerson], names: Mapping[str, str]
) -> str:
    whose = names.get(tied.person, tied.person) if tied.person else _("family")
    return _("· {who} and {whose}: {old} → {new}.").format(
        who=people[tied.network].name, whose=whose, old=_tie(tied.was), new=_tie(tied.now)
    )


def _tie(tie: Tie | None) -> str:
    return f"{tie_mark(tie)} {label(tie.quality)}" if tie else _("no tie noted")
