"""Places that questions name, from ``assistant/data/places.toml``."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Places:
    """``region`` maps every way to say a place to the region it lies in."""

    region: dict[str, str]
    pattern: re.Pattern[str]
    # Cities and the like: they narrow the region and stay part of the topic.
    cities: frozenset[str]
    # Single characters and nicknames that are a place only beside other signs of it (川、吉、粤).
    weak: frozenset[str]
    # Regions of other countries.
    abroad: frozenset[str]


@cache
def places() -> Places:
    """Read the file once; longer names are matched before shorter ones."""
    table = tomllib.loads(
        files("assistant").joinpath("data/places.toml").read_text(encoding="utf-8")
    )
    region: dict[str, str] = {}
    cities: set[str] = set()
    weak: set[str] = set()
    for place in table["place"]:
        for name in [*place["says"], *place.get("cities", [])]:
            region.setdefault(name.lower(), place["region"])
        cities.update(name.lower() for name in place.get("cities", []))
        weak.update(place.get("weak", []))
    for place in table["place"]:
        for name in place.get("weak", []):
            region.setdefault(name, place["region"])
    ordered = sorted(region, key=len, reverse=True)
    pattern = re.compile("|".join(map(re.escape, ordered)))
    abroad = frozenset(place["region"] for place in table["place"] if place.get("abroad"))
    return Places(region, pattern, frozenset(cities), frozenset(weak), abroad)
