"""Which template it is: the team's own wins, and nothing outside the folders is read."""

from pathlib import Path

import pytest

from fktui.errors import Missing
from fktui.store.places import Places
from fktui.store.templates import read_template, template_languages, template_names

PACKAGED = template_names(Places(Path("nowhere")))
HEAD = "---\ntitle: {title}\n---\n"


@pytest.fixture
def team(tmp_path):
    """The templates folder of a team, and how to put one in it."""
    places = Places(tmp_path / "store")

    def put(path, title="Eigen"):
        place = places.templates / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(HEAD.format(title=title) + "tekst\n", encoding="utf-8")
        return places

    put("keep/me.txt")
    return put


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_packaged_template_is_there_in_both_languages(tmp_path, language):
    found = read_template(Places(tmp_path), "future-plan", language)
    assert (found.source, found.name, found.language) == ("packaged", "future-plan", language)
    assert found.head["language"] == language
    assert "{%" in found.body
    assert found.first_line > len(found.head)


def test_the_teams_own_wins_and_that_of_the_language_first(team):
    places = team("future-plan.md", "Voor elke taal")
    assert read_template(places, "future-plan", "nl").head == {"title": "Voor elke taal"}
    places = team("nl/future-plan.md", "Alleen Nederlands")
    assert read_template(places, "future-plan", "nl").head == {"title": "Alleen Nederlands"}
    assert read_template(places, "future-plan", "en").head == {"title": "Voor elke taal"}
    assert read_template(places, "future-plan", "en").source == "team"


def test_all_names_and_their_languages(team):
    team("nl/brief.md")
    places = team("kaart.md")
    assert template_names(places) == tuple(sorted(("brief", *PACKAGED, "kaart")))
    assert template_languages(places, "brief") == ("nl",)
    assert template_languages(places, "kaart") == ("nl", "en")
    assert template_languages(places, "nothing") == ()


def test_the_body_starts_where_it_says(team):
    places = team("nl/brief.md")
    found = read_template(places, "brief", "nl")
    lines = (places.templates / "nl" / "brief.md").read_text(encoding="utf-8").splitlines()
    assert lines[found.first_line - 1] == found.body.splitlines()[0]


@pytest.mark.parametrize(
    "name", ["nothing", "", "../future-plan", "keep/me", "/etc/passwd", "..", "brief"]
)
def test_what_is_no_template_in_this_language_is_missing(team, name):
    places = team("nl/brief.md")
    with pytest.raises(Missing) as caught:
        read_template(places, name, "en")
    assert caught.value.code == "template-missing"
    assert caught.value.facts["known"] == ", ".join(sorted(("brief", *PACKAGED)))


@pytest.mark.parametrize(
    "text", ["no head", "---\ntitle: [x\n---\ny\n", "---\na: &a [*a]\n---\n", "---\ntitle: x\n", ""]
)
def test_a_head_that_cannot_be_read_names_its_line(team, text):
    places = team("nl/brief.md")
    (places.templates / "nl" / "brief.md").write_text(text, encoding="utf-8")
    with pytest.raises(Missing) as caught:
        read_template(places, "brief", "nl")
    assert caught.value.code == "template-broken"
    assert caught.value.facts["template"] == "brief"


def test_a_template_that_is_not_text_is_broken(team):
    places = team("nl/brief.md")
    (places.templates / "nl" / "brief.md").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(Missing) as caught:
        read_template(places, "brief", "nl")
    assert caught.value.code == "template-broken"


def test_a_link_is_no_template(team, tmp_path):
    secret = tmp_path / "secret.md"
    secret.write_text(HEAD + "geheim\n", encoding="utf-8")
    places = team("kaart.md")
    (places.templates / "future-plan.md").symlink_to(secret)
    assert read_template(places, "future-plan", "nl").source == "packaged"
