"""Numbers as Word draws them."""

import pytest

from corpus.readers.counting import draw


@pytest.mark.parametrize(
    ("number", "number_format", "drawn"),
    [
        (3, "decimal", "3"),
        (3, "chineseCounting", "三"),
        (10, "chineseCountingThousand", "十"),
        (12, "chineseCountingThousand", "十二"),
        (20, "chineseCountingThousand", "二十"),
        (101, "chineseCountingThousand", "一百零一"),
        (110, "chineseCountingThousand", "一百一十"),
        (1001, "chineseCountingThousand", "一千零一"),
        (12, "chineseLegalSimplified", "壹拾贰"),
        (2022, "ideographDigital", "二〇二二"),
        (3, "ideographTraditional", "丙"),
        (3, "decimalEnclosedCircle", "③"),
        (21, "decimalEnclosedCircle", "21"),
        (2, "decimalEnclosedParen", "⑵"),
        (7, "decimalFullWidth", "７"),
        (4, "upperRoman", "IV"),
        (28, "lowerLetter", "bb"),
        (5, "none", ""),
        (5, "aFormatOfTomorrow", "5"),
        (123_456, "chineseCounting", "123456"),
    ],
)
def test_draw(number: int, number_format: str, drawn: str) -> None:
    assert draw(number, number_format) == drawn
