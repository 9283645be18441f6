"""The network map as files: pictures, a copy that leaves the family, and data."""

from fktui.model.case import Case
from fktui.pictures.copies import with_initials, without_energy
from fktui.pictures.network_tables import HEADER, graphml_of, table_of
from fktui.pictures.picture import Picture
from fktui.usecases.desk import Desk
from fktui.usecases.measures.codebook import csv_file
from fktui.usecases.paper.pictures import FileKind, keep_data, keep_picture, picture_files
from fktui.usecases.people.network_history import earlier_wishes
from fktui.usecases.people.network_maps import MapOfDays, Seen, map_of_day, map_of_two_days
from fktui.words.language import _


def files_of(days: tuple[Seen, ...], eyes: str = "") -> list[FileKind]:
    """What can be made of the map.

    Args:
        days: one day, or two that are compared.
        eyes: the member through whose eyes it is seen.
    """
    now = days[-1]
    title = _("Network map") if len(days) == 1 else _("Network then and now")

    def draw(desk: Desk) -> Picture:
        return _map(desk, days, eyes).picture(earlier_wishes(desk, now.case.id, now.on))

    def draw_copy(desk: Desk) -> Picture:
        copies = tuple(Seen(_copy(seen.case), seen.on) for seen in days)
        return _map(desk, copies, eyes).picture()

    files = picture_files(title, draw)
    leaves = _("PDF to give away: letters for names, without energy")
    files.append(
        FileKind("copy", leaves, lambda desk: keep_picture(desk, draw_copy(desk), title, "pdf"))
    )
    if len(days) > 1:
        return files
    return [
        *files,
        FileKind(
            "csv",
            _("CSV: a table for a spreadsheet"),
            lambda desk: keep_data(desk, csv_file(HEADER, table_of(*now)), title, "csv"),
        ),
        FileKind(
            "graphml",
            _("GraphML: for a program that draws networks"),
            lambda desk: keep_data(desk, graphml_of(*now, title).encode(), title, "graphml"),
        ),
    ]


def _map(desk: Desk, days: tuple[Seen, ...], eyes: str) -> MapOfDays:
    if len(days) == 1:
        return map_of_day(desk, days[0], eyes)
    return map_of_two_days(desk, days[0], days[-1], eyes)


def _copy(case: Case) -> Case:
    return with_initials(without_energy(case))
