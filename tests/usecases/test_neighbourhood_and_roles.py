"""Places in the neighbourhood and roles, with what stands in the lists of the team."""

import pytest

from fktui.errors import NotFound
from fktui.model.knowledge import CommunityService, Organisation
from fktui.model.network import CommunityUse, RoleAgreement
from fktui.model.stored import Act, TeamChange
from fktui.model.team import put_in_team
from fktui.usecases.entries import add_entry
from fktui.usecases.fields import read_values
from fktui.usecases.subjects import SUBJECTS

CHOIR = CommunityService(id="o-ch01r", name="Buurtkoor")
TEAM = Organisation(id="o-buvrt", name="Buurtteam Demo")


@pytest.fixture
def lists(desk):
    """The team knows a choir and an organisation."""

    def edit(loaded):
        folder = put_in_team(loaded.folder, "service", CHOIR)
        folder = put_in_team(folder, "organisation", TEAM)
        return TeamChange(folder=folder, act=Act(action="service.add", subject="Lists"))

    return desk.change_team(edit)


def read(desk, home, kind, **typed):
    return read_values(desk, desk.load(home.case).case, kind, typed)


@pytest.mark.usefixtures("lists")
def test_a_place_is_looked_up_in_the_list_of_the_team(desk, ijsvogel):
    fields = read(desk, ijsvogel, CommunityUse, service="buurtk", about="Mila")
    assert fields == {"service": CHOIR.id, "about": (ijsvogel.mila,)}
    subject = SUBJECTS["community"]
    add_entry(desk, ijsvogel.case, subject, {"what": "Zingen", **fields})
    (use,) = desk.load(ijsvogel.case).case.network.community
    assert (use.service, use.on) == (CHOIR.id, desk.today)
    assert desk.load(ijsvogel.case).issues == ()


@pytest.mark.usefixtures("lists")
def test_organisations_and_colleagues_can_have_a_role(desk, ijsvogel):
    typed = read(desk, ijsvogel, RoleAgreement, who="Buurtteam, Ali,Yara", by="Mila")
    assert typed["who"] == (TEAM.id, ijsvogel.ali, desk.colleague)
    add_entry(desk, ijsvogel.case, SUBJECTS["role"], {"role": "Betaalplan", **typed})
    loaded = desk.load(ijsvogel.case)
    assert loaded.issues == ()
    assert desk.names(loaded.case)[TEAM.id] == "Buurtteam Demo"


def test_who_is_in_no_list_has_no_role(desk, ijsvogel):
    with pytest.raises(NotFound):
        read(desk, ijsvogel, RoleAgreement, who="Buurtteam")
    with pytest.raises(NotFound):
        read(desk, ijsvogel, CommunityUse, service="Buurtkoor")
