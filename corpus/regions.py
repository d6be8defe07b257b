"""Which region a paper is for, judged by the places its title, issuer or number names."""

import tomllib
from functools import cache
from pathlib import Path

_DATA = Path(__file__).parent / "data" / "regions.toml"


def region_of(*texts: str | None) -> str | None:
    """The province (吉林, 四川 …) or 全国, from the first of `texts` that tells; None when none does.

    >>> region_of(None, "吉林省司法厅"), region_of("国务院关于促进综合保税区发展的意见")
    ('吉林', '全国')
    """
    for text in texts:
        if not text:
            continue
        places = [
            (text.find(name), -len(name), region) for name, region in _places() if name in text
        ]
        if places:
            return min(places)[2]
    return None


@cache
def _places() -> tuple[tuple[str, str], ...]:
    data = tomllib.loads(_DATA.read_text(encoding="utf-8"))
    return tuple((name, region) for region, names in data.items() for name in (region, *names))
