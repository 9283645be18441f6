"""`fk doctor` looks, tells, and changes nothing."""

from pathlib import Path

from fktui.store import computer
from fktui.usecases.desk import Desk
from fktui.usecases.doctor import Finding, examine, repair
from fktui.words import language
from fktui.words.doctor import say_finding


def found(desk: Desk) -> dict[str, Finding]:
    return {finding.code: finding for finding in examine(desk)}


def snapshot(root: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in root.rglob("*") if path.is_file()}


def test_a_new_store_is_in_order_and_stays_as_it_is(desk: Desk, koolmees: str) -> None:
    before = snapshot(desk.store.places.root)
    findings = found(desk)
    assert [code for code, finding in findings.items() if finding.good is False] == []
    assert [code for code, finding in findings.items() if finding.good is None] == [
        "disk-encryption"
    ]
    assert snapshot(desk.store.places.root) == before
    assert koolmees in desk.store.case_ids()


def test_everything_is_said_in_both_languages(desk: Desk) -> None:
    for finding in examine(desk):
        for good in (True, False, None):
            said = set()
            for spoken in ("en", "nl"):
                language.use(spoken)
                said.add(say_finding(finding.code, good, finding.facts))
            assert len(said) == 2


def test_a_folder_that_others_may_look_into(desk: Desk) -> None:
    desk.store.places.private.chmod(0o755)
    assert found(desk)["private-folder"].good is False
    desk.store.places.private.chmod(0o700)
    assert found(desk)["private-folder"].good is True


def test_families_that_others_may_look_into(desk: Desk, monkeypatch) -> None:
    assert found(desk)["families-folder"].good is True
    monkeypatch.setattr(computer, "shows_families", lambda _places: True)
    finding = found(desk)["families-folder"]
    assert finding.good is False
    assert f"chmod 700 {desk.store.places.root}" in say_finding(finding.code, False, finding.facts)


def test_things_that_are_no_families(desk: Desk) -> None:
    (desk.store.places.cases / "notes.txt").write_text("x", encoding="utf-8")
    finding = found(desk)["foreign-folders"]
    assert (finding.good, finding.facts) == (False, {"count": 1})


def test_somebody_who_is_not_in_the_team(desk: Desk) -> None:
    desk.colleague = "t-00000"
    assert found(desk)["who-you-are"].good is False


def test_a_damaged_history_names_its_family_and_no_other(desk: Desk, koolmees: str) -> None:
    objects = desk.store.places.case(koolmees) / ".git" / "objects"
    for path in sorted(objects.glob("??/*"))[:2]:
        path.chmod(0o644)
        path.write_bytes(b"torn")
    finding = found(desk)["histories"]
    assert (finding.good, finding.facts) == (False, {"cases": koolmees})


def test_an_unsafe_family_is_told_and_hides_nothing(desk: Desk, koolmees: str) -> None:
    config = desk.store.places.case(koolmees) / ".git" / "config"
    config.write_text('[core]\n\tsshCommand = "touch evil"\n', encoding="utf-8")
    findings = found(desk)
    assert findings["histories"].facts == {"cases": koolmees}
    assert findings["team-history"].good is True


def test_without_git_the_rest_is_still_looked_at(desk: Desk, monkeypatch, tmp_path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    findings = list(_until_git_is_needed(desk))
    assert findings[0] == Finding("git", False, {"version": ""})
    assert "disk-room" in [finding.code for finding in findings]


def _until_git_is_needed(desk: Desk):
    for finding in examine(desk):
        yield finding
        if finding.code == "foreign-folders":
            return


def test_a_store_that_is_synchronised(desk: Desk, tmp_path) -> None:
    synced = tmp_path / "OneDrive - Demo" / "store"
    synced.parent.mkdir()
    desk.store.places.root.rename(synced)
    desk.store.places = desk.store.places._replace(root=synced)
    finding = found(desk)["synced-folder"]
    assert (finding.good, finding.facts) == (False, {"part": "OneDrive - Demo"})


def test_a_damaged_history_is_repaired_and_the_files_stay(desk, koolmees):
    repository = desk.store.repository(koolmees)
    before = repository.read().files
    newest = max((repository.folder / ".git/objects").glob("??/*"), key=lambda p: p.stat().st_mtime)
    newest.chmod(0o644)
    newest.write_bytes(b"")
    [mended] = repair(desk)
    assert mended.case_id == koolmees
    assert repository.fsck() == ()
    assert repository.read().files == before
    assert list(repair(desk)) == []
