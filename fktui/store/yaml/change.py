"""The difference between two states of a record, laid upon the data that a file holds.

Data only, no text: which item of a list is which, and what a file has to hold after a change.
`yaml_patch` makes that change in the text and checks it against this.
"""

from typing import TypeAlias

from fktui.store.yaml.nodes import Data
from fktui.store.yaml.style import is_list, same

# For each item of the new list: its index in the file and what it was, or None for a new item.
Pairing: TypeAlias = list[tuple[int, Data] | None]
Items: TypeAlias = list[Data] | tuple[Data, ...]


def applied(found: Data, old: Data, new: Data) -> Data:
    """The data of a file with exactly the difference from `old` to `new`; the rest stays."""
    if same(old, new):
        return found
    if isinstance(found, dict) and isinstance(old, dict) and isinstance(new, dict):
        kept = {key: value for key, value in found.items() if key in new or key not in old}
        for key, value in new.items():
            if key in found:
                kept[key] = applied(found[key], was(old, key, value), value)
            elif key not in old or not same(old[key], value):
                kept[key] = value
        return kept
    if isinstance(found, list) and is_list(old) and is_list(new):
        pairs = pairing(found, old, new)
        if pairs is not None:
            return [
                applied(found[pair[0]], pair[1], item) if pair else item
                for pair, item in zip(pairs, new, strict=True)
            ]
    return new


def was(old: dict[str, Data], key: str, new: Data) -> Data:
    """What a key held; a collection that was left out, because empty is its default, was empty."""
    if key in old:
        return old[key]
    if isinstance(new, dict):
        return {}
    return [] if is_list(new) else None


def pairing(found: list[Data], old: list[Data] | tuple[Data, ...], new: Items) -> Pairing | None:
    """Which item of the new list is which in the file: by id, else by place, else by value.

    None when the file's list is not the one that `old` was read from.
    """
    places, before, after = by_id(found), by_id(old), by_id(new)
    if places is not None and after is not None:
        states: dict[str, Data] = {key: old[index] for key, index in (before or {}).items()}
        return [(places[key], states.get(key, {})) if key in places else None for key in after]
    if len(found) != len(old):
        return None
    if len(old) == len(new):
        return list(enumerate(old))
    head = 0
    while head < min(len(old), len(new)) and same(old[head], new[head]):
        head += 1
    tail = 0
    while tail < min(len(old), len(new)) - head and same(old[-1 - tail], new[-1 - tail]):
        tail += 1
    pairs: Pairing = list(enumerate(old[:head]))
    pairs += [None] * (len(new) - head - tail)
    pairs += [(index, old[index]) for index in range(len(old) - tail, len(old))]
    return pairs


def by_id(items: Items) -> dict[str, int] | None:
    """The place of each id; None when an item has none or two have the same."""
    places: dict[str, int] = {}
    for index, item in enumerate(items):
        name = item.get("id") if isinstance(item, dict) else None
        if not isinstance(name, str) or name in places:
            return None
        places[name] = index
    return places
