"""The network map as sentences: for who hears it, for plain text, and beside the picture."""

from collections.abc import Iterator, Mapping
from datetime import date

from fktui.method.network import on_the_map, summary
from fktui.model.case import Case
from fktui.model.network import Sector
from fktui.words.language import _, ngettext
from fktui.words.naming import names_of
from fktui.words.people.around import say_ring, say_ties, ties_of


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
                    yield f"  {called}: {star}{one.name} – {told}"
