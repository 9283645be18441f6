"""Definitions of instruments: the team's own wins, what does not fit in itself is not used."""

import re

import pytest

from fktui.errors import NotFound, Unreadable
from fktui.model.instrument import Better, Cutoff, Fault, Instrument, Items, Moment, Scale, faults
from fktui.store.instruments import instrument_names, read_instrument
from fktui.store.packaged import packaged
from fktui.store.places import Places
from fktui.words.tables.instrument_words import INSTRUMENT_TEXTS

SHIPPED = (
    *("arij", "exit", "obvl", "ors", "sdm-q-9", "sdm-q-doc", "sdq", "srs", "wellbeing", "zrm"),
)
NAMES = {
    *("ARIJ", "EXIT Jeugd & Opvoedhulp", "OBVL", "ORS / CORS", "SDM-Q-9", "SDM-Q-Doc", "SDQ"),
    *("SRS / CSRS", "ZRM 2017"),
}
"""Titles that are names of their own, the same in every language."""
OWN = "name: {name}\ntitle: Eigen lijst\nscales:\n  - name: total\n    low: 0\n    high: 9\n"


@pytest.fixture
def places(tmp_path):
    found = Places(tmp_path / "store")
    found.instruments.mkdir(parents=True)
    return found


def put(places, file, text):
    (places.instruments / file).write_text(text, encoding="utf-8")


def test_what_travels_with_the_program(places):
    assert instrument_names(places) == SHIPPED
    for name in SHIPPED:
        found = read_instrument(places, name)
        assert (found.source, found.instrument.name) == ("packaged", name)


@pytest.mark.parametrize("name", SHIPPED)
def test_each_says_whose_it_is_and_holds_no_question(places, name):
    found = read_instrument(places, name).instrument
    assert found.rights
    assert found.measures
    assert found.source
    assert found.filled_by
    assert found.items is None or found.items.texts == ()


def test_every_text_of_them_can_be_translated_and_no_other_stands_in_the_table(places):
    wanted = set()
    for name in SHIPPED:
        found = read_instrument(places, name).instrument
        wanted |= {found.measures, found.rights, *(scale.title for scale in found.scales)}
        wanted |= {found.title} - NAMES
    assert wanted == set(INSTRUMENT_TEXTS)


def test_the_figures_of_the_sources(places):
    definitions = {name: read_instrument(places, name).instrument for name in SHIPPED}
    for name in ("sdm-q-9", "sdm-q-doc"):
        raw, score = definitions[name].scales
        assert (definitions[name].items.count, raw.high, score.high) == (9, 45, 100)
        assert score.times == 100 / 45
    assert len(definitions["zrm"].scales) == 13
    assert {(scale.low, scale.high) for scale in definitions["zrm"].scales} == {(1, 5)}
    own = {scale.name: scale.better for scale in definitions["wellbeing"].scales}
    assert own.pop("stress") is Better.LOWER
    assert own == dict.fromkeys(("resilience", "coping", "control", "calm"), Better.HIGHER)
    assert [one for one in definitions.values() if one.team_level] == []
    assert definitions["exit"].due == (Moment.END_OF_HELP,)


def test_a_cutoff_is_the_teams_own_to_set(places):
    own = OWN.format(name="ors") + "    cutoffs:\n      - {value: 5, from_age: 13, to_age: 17}\n"
    put(places, "ors.yaml", own)
    (scale,) = read_instrument(places, "ors").instrument.scales
    assert scale.cutoffs == (Cutoff(value=5, from_age=13, to_age=17),)
    shipped = [read_instrument(places, name).instrument for name in SHIPPED if name != "ors"]
    assert [one for found in shipped for scale in found.scales for one in scale.cutoffs] == []


def test_the_teams_own_wins(places):
    put(places, "exit.yaml", OWN.format(name="exit"))
    put(places, "eigen.yaml", OWN.format(name="eigen"))
    assert read_instrument(places, "exit").source == "team"
    assert read_instrument(places, "exit").instrument.title == "Eigen lijst"
    assert "eigen" in instrument_names(places)


@pytest.mark.parametrize("name", ["nothing", "", "../exit", "/etc/passwd", "EXIT"])
def test_what_is_none_is_not_found(places, name):
    with pytest.raises(NotFound) as caught:
        read_instrument(places, name)
    assert caught.value.code == "instrument-unknown"
    assert "wellbeing" in caught.value.facts["known"]


def test_a_link_is_none(places, tmp_path):
    secret = tmp_path / "secret.yaml"
    secret.write_text(OWN.format(name="exit"), encoding="utf-8")
    (places.instruments / "exit.yaml").symlink_to(secret)
    assert read_instrument(places, "exit").source == "packaged"


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("name: other\ntitle: x\nscales: []\n", "name"),
        (OWN.format(name="eigen").replace("high: 9", "high: nine"), "scales.high"),
        (OWN.format(name="eigen") + "rights: [x\n", None),
        ("", "name"),
        (OWN.format(name="eigen").replace("total", "=cmd"), "scales.=cmd.name"),
    ],
)
def test_one_that_does_not_fit_says_where(places, text, where):
    put(places, "eigen.yaml", text)
    with pytest.raises(Unreadable) as caught:
        read_instrument(places, "eigen")
    assert caught.value.code == "instrument-broken"
    assert caught.value.facts["given"] == "eigen"
    first = caught.value.issues[0]
    assert first.place.file == "instruments/eigen.yaml"
    assert where is None or re.sub(r"\[\d+\]|\.\d+", "", first.place.field) == where


def scale(name="total", low=0, high=9, **changes):
    return Scale(name=name, low=low, high=high, **changes)


@pytest.mark.parametrize(
    ("changes", "fields"),
    [
        ({}, []),
        ({"name": "other"}, ["name"]),
        ({"scales": ()}, ["scales"]),
        ({"scales": (), "team_level": True}, []),
        ({"scales": (scale(), scale())}, ["scales.total.name"]),
        ({"scales": (scale("a b"),)}, ["scales.a b.name"]),
        ({"scales": (scale(low=9),)}, ["scales.total.high"]),
        ({"scales": (scale(of="items"),)}, ["scales.total.of"]),
        ({"scales": (scale(of="items"),), "items": Items(count=1, low=0, high=9)}, []),
        ({"scales": (scale(of="part"), scale("part"))}, ["scales.total.of"]),
        ({"scales": (scale("part"), scale(of="part"))}, []),
        ({"scales": (scale("a"), scale("b"), scale(of="a + b"))}, []),
        ({"scales": (scale("a"), scale(of="a + b"))}, ["scales.total.of"]),
        ({"scales": (scale(item_numbers=(1,)),)}, ["scales.total.item_numbers"]),
        (
            {
                "scales": (scale(of="items", item_numbers=(0, 2)),),
                "items": Items(count=2, low=0, high=9),
            },
            ["scales.total.item_numbers"],
        ),
        ({"scales": (scale(cutoffs=(Cutoff(value=0), Cutoff(value=9))),)}, []),
        ({"scales": (scale(cutoffs=(Cutoff(value=9.5),)),)}, ["scales.total.cutoffs.value"]),
        (
            {"scales": (scale(cutoffs=(Cutoff(value=5, from_age=18, to_age=17),)),)},
            ["scales.total.cutoffs.to_age"],
        ),
    ],
)
def test_a_definition_fits_in_itself(changes, fields):
    given = {"name": "eigen", "title": "Eigen", "scales": (scale(),)} | changes
    found = list(faults(Instrument(**given), "eigen"))
    assert [fault.field for fault in found] == fields
    assert all(isinstance(fault, Fault) for fault in found)


def test_the_folder_travels_with_the_program():
    assert {path.stem for path in (packaged("templates") / "instruments").iterdir()} == set(SHIPPED)
