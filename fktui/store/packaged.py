"""What travels with the program: document templates and the invented families."""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent.parent


def packaged(name: str) -> Path:
    """The folder `templates` or `cases`: inside an installed package, or beside a checkout."""
    inside = _PACKAGE / f"_{name}"
    return inside if inside.is_dir() else _PACKAGE.parent / name


def packaged_files(folder: Path) -> dict[str, bytes]:
    """Every file below a packaged folder, by its path with "/"."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
