"""A file as each commit left it."""

from family_folder import AT, put

from fktui.store.repository import Version


def test_a_file_after_each_commit_that_touched_it(family):
    put(family, {"network.yaml": b"people: []\n"})
    put(family, {"plan.yaml": b"goals: []\n"})
    put(family, {"network.yaml": b"people: [] # none\n"})
    put(family, {"network.yaml": None})
    put(family, {"network.yaml": b"people: []\n"})
    found = family.versions("network.yaml")
    assert [one.data for one in found] == [
        b"people: []\n",
        b"people: [] # none\n",
        b"people: []\n",
    ]
    assert found[0] == Version(AT, b"people: []\n")


def test_a_file_that_never_was_has_no_versions(family):
    assert family.versions("nothing.yaml") == []
