"""Places that questions name, from ``assistant/data/places.toml``."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from assistant.data_files import DataForm, read_data


class _Place(DataForm):
    region: str
    body: str = ""
    says: tuple[str, ...]
    cities: tuple[str, ...] = ()
    weak: tuple[str, ...] = ()
    abroad: bool = False


class _File(DataForm):
    place: tuple[_Place, ...]


@dataclass(frozen=True, slots=True)
class Places:
    """``region`` maps every way to say a place to the region it lies in."""

    region: dict[str, str]
    pattern: re.Pattern[str]
    # Cities and the like: they narrow the region and stay part of the topic.
    cities: frozenset[str]
    # Single characters and nicknames that are a place only beside other signs of it (川、吉、粤).
    weak: frozenset[str]
    # Regions of other countries, and what these countries are called.
    abroad: frozenset[str]
    countries: frozenset[str]
    # Of names that stand for one body's papers (部里) this body, as an issuer is called.
    body: dict[str, str]


@cache
def places() -> Places:
    """Read the file once; longer names are matched before shorter ones."""
    listed = read_data("places.toml", _File).place
    region: dict[str, str] = {}
    for place in listed:
        for name in (*place.says, *place.cities):
            region.setdefault(name.lower(), place.region)
    for place in listed:
        for name in place.weak:
            region.setdefault(name, place.region)
    ordered = sorted(region, key=len, reverse=True)
    return Places(
        region,
        re.compile("|".join(map(re.escape, ordered))),
        cities=frozenset(name.lower() for place in listed for name in place.cities),
        weak=frozenset(name for place in listed for name in place.weak),
        abroad=frozenset(place.region for place in listed if place.abroad),
        body={name.lower(): p.body for p in listed if p.body for name in (*p.says, *p.weak)},
        countries=frozenset(name for place in listed if place.abroad for name in place.says),
    )
