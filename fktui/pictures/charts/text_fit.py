"""Texts in so many columns."""

from rich.cells import cell_len, chop_cells, set_cell_size


def fit(text: str, width: int) -> str:
    """The text in so many columns; cut with … where it is longer."""
    if cell_len(text) <= width:
        return text
    return set_cell_size(text, max(0, width - 1)).rstrip() + "…"[: max(0, width)]


def wrapped(text: str, width: int) -> list[str]:
    """The words of a text in rows; a word that is longer than a row goes on in the next."""
    rows = [""]
    for word in text.split():
        longer = f"{rows[-1]} {word}" if rows[-1] else word
        if cell_len(longer) <= width:
            rows[-1] = longer
        else:
            rows += chop_cells(word, width)
    return [fit(row, width) for row in rows if row]
