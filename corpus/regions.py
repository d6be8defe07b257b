"""Which region a paper is for, judged by the places its title, issuer or number names."""

import re
from functools import cache

from pydantic import RootModel

from corpus.data_files import read_data

# 北京工业大学 is where a school is, not whom a paper is for
_NO_PLACE = re.compile(r"[\u4e00-\u9fff]{2,8}(?:大学|学院|研究院|公司|集团)")


class _Regions(RootModel[dict[str, tuple[str, ...]]]):
    """Region -> what names it, besides its own name."""


def region_of(*texts: str | None) -> str | None:
    """The province (吉林, 四川 …) or 全国, from the first of `texts` that tells, else None.

    >>> region_of(None, "吉林省司法厅"), region_of("国务院关于促进综合保税区发展的意见")
    ('吉林', '全国')
    """
    for text in texts:
        if not text:
            continue
        plain = _NO_PLACE.sub("", text)
        found = [(plain.find(n), -len(n), region) for n, region in _places() if n in plain]
        if found:
            return min(found)[2]
    return None


@cache
def _places() -> tuple[tuple[str, str], ...]:
    regions = read_data("regions.toml", _Regions).root
    return tuple((name, region) for region, names in regions.items() for name in (region, *names))
