"""The places of Việt Nam that a new store is given."""

from __future__ import annotations

import json

from knowledge.text.language import Language, language
from knowledge.text.vietnamese import fold, normalize


def known_places() -> list[tuple[str, str, str]]:
    """The places of today and as they stood before July 2025: type, name without it, and province."""
    from vietnam_provinces import NESTED_DIVISIONS_JSON_PATH  # noqa: PLC0415  only a new store needs it

    known = dict.fromkeys(Language().old_places())
    types = sorted(language().place_levels, key=len, reverse=True)
    for province in json.loads(NESTED_DIVISIONS_JSON_PATH.read_text(encoding="utf-8")):
        own = _without_type(province["name"], types)
        known[province["division_type"], own, ""] = None
        for ward in province["wards"]:
            known[ward["division_type"], _without_type(ward["name"], types), own] = None
    return list(known)


def _without_type(name: str, types: list[str]) -> str:
    spelled = normalize(name)
    for kind in types:
        if spelled.startswith(f"{kind} ") and fold(spelled) != fold(kind):
            return name[len(kind) + 1 :]
    return name
