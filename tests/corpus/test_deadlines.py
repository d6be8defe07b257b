"""Deadlines as data: times set for the work, not years that are only mentioned."""

import pytest

from corpus.deadlines import find_deadlines


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("到2018年底前基本实现全覆盖", [("到2018年底前", 2018)]),
        ("2018年底前推动建立机制", [("2018年底前", 2018)]),
        ("到2020年，初步建立体制", [("到2020年", 2020)]),
        ("到2025 年，建立标准体系", [("到2025 年", 2025)]),
        ("在2020年前实现目标", [("2020年前", 2020)]),
        ("2019年底前完成改造", [("2019年底前", 2019)]),
        ("2019年6月底前出台", [("2019年6月底前", 2019)]),
        ("2022年实现质量全面提升", [("2022年", 2022)]),
        ("推动建立制度，2018年制定统一标准", [("2018年", 2018)]),
        ("（5月底完成，牵头单位：市公安局）", [("5月底", 2018)]),
        ("年底前，网上可办率不低于90%", [("年底前", 2018)]),
        ("（完成时限：2021年12月底）", [("2021年12月底", 2021)]),
        ("（长期坚持）", [("长期坚持", None)]),
        (
            "2019年底前实现规范，2020年实现统领，2022年实现提升",
            [("2019年底前", 2019), ("2020年", 2020), ("2022年", 2022)],
        ),
    ],
)
def test_deadlines(words: str, expected: list[tuple[str, int | None]]) -> None:
    found = find_deadlines(words, year=2018)
    assert [(d.text, d.year) for d in found] == expected
    assert all(words[d.start : d.end] == d.text for d in found)
    assert all(d.standing == (d.year is None) for d in found)


@pytest.mark.parametrize(
    "words",
    [
        "落实《全面深化司法行政改革纲要（2018-2022年）》",
        "截至2019年12月底已经制定108项文件",
        "已经2019年第14次厅党组会议讨论通过",
        "已于2018年完成职能整合",
        "2021年是中国共产党成立100周年",
        "要长期坚持党的领导，持续推进改革",
        "做好全省2020年度法治政府建设年度报告",
        "到2010年建成",  # before the paper's own year
    ],
)
def test_mentions_are_no_deadlines(words: str) -> None:
    assert find_deadlines(words, year=2018) == ()
