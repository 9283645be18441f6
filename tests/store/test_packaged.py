"""What travels with the program, in a checkout and in an installed package."""

from pathlib import Path

from fktui.store import packaged as module
from fktui.store.packaged import packaged, packaged_files


def test_a_checkout_has_its_templates_and_families() -> None:
    assert (packaged("templates") / "documents" / "nl" / "future-plan.md").is_file()
    files = packaged_files(packaged("cases"))
    assert "team/fk.yaml" in files
    assert any(path.startswith("stories/") for path in files)
    assert all("\\" not in path for path in files)
    assert list(files) == sorted(files)


def test_an_installed_package_has_them_inside(tmp_path, monkeypatch) -> None:
    (tmp_path / "fktui" / "_cases" / "team").mkdir(parents=True)
    (tmp_path / "fktui" / "_cases" / "team" / "fk.yaml").write_bytes(b"format: 1\n")
    monkeypatch.setattr(module, "_PACKAGE", tmp_path / "fktui")
    assert packaged_files(packaged("cases")) == {"team/fk.yaml": b"format: 1\n"}
    assert packaged("templates") == tmp_path / "templates"


def test_the_wheel_is_told_to_carry_them() -> None:
    import tomllib

    root = Path(__file__).parents[2]
    settings = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))
    carried = settings["tool"]["hatch"]["build"]["targets"]["wheel"]["force-include"]
    assert carried == {"templates": "fktui/_templates", "cases": "fktui/_cases"}
    assert all((root / folder).is_dir() for folder in carried)
