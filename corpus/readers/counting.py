"""Numbers as Word draws them: the counting formats of ECMA-376, 17.18.59 (ST_NumberFormat).

>>> draw(12, "chineseCountingThousand"), draw(3, "decimalEnclosedCircle"), draw(4, "upperRoman")
('十二', '③', 'IV')
"""

from collections.abc import Callable

_DIGITS = "零一二三四五六七八九"
_SIMPLIFIED = "零壹贰叁肆伍陆柒捌玖"
_TRADITIONAL = "零壹貳參肆伍陸柒捌玖"
_FULL_WIDTH = {ord("0") + digit: 0xFF10 + digit for digit in range(10)}
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip


def draw(number: int, number_format: str) -> str:
    """A number in a format; decimal where the format is unknown or has no sign for the number."""
    if number_format == "none":
        return ""
    if not 0 <= number <= _MAX or number_format not in _FORMATS:
        return str(number)
    return _FORMATS[number_format](number) or str(number)


def _count(number: int, digits: str, units: str, drop_one: bool = True) -> str:
    """Chinese counting up to 9,999: 一百零五, 一千零一十; ten to nineteen without 一."""
    if number == 0:
        return digits[0]
    written, gap = "", ""
    for power, digit in zip(range(len(str(number)) - 1, -1, -1), str(number), strict=True):
        if digit == "0":
            gap = digits[0]
            continue
        written += gap + digits[int(digit)] + (units[power - 1] if power else "")
        gap = ""
    return written[1:] if drop_one and 10 <= number < 20 else written


def _roman(number: int) -> str:
    written = ""
    for worth, letters in _ROMAN:
        count, number = divmod(number, worth)
        written += letters * count
    return written


def _sign(signs: str, number: int) -> str:
    """The sign at a place of a row, none beyond its end."""
    return signs[number - 1] if 1 <= number <= len(signs) else ""


def _letter(number: int) -> str:
    return chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1) if number else ""


def _enclosed(first: str) -> Callable[[int], str]:
    """Signs for 1 to 20 that stand in a row in Unicode."""
    return lambda number: chr(ord(first) + number - 1) if 1 <= number <= 20 else ""


def _chinese(number: int) -> str:
    return _count(number, _DIGITS, "十百千")


_MAX = 9_999
_FORMATS: dict[str, Callable[[int], str]] = {
    "decimalZero": lambda number: f"{number:02}",
    "decimalFullWidth": lambda number: str(number).translate(_FULL_WIDTH),
    "decimalFullWidth2": lambda number: str(number).translate(_FULL_WIDTH),
    "decimalEnclosedCircle": _enclosed("①"),
    "decimalEnclosedCircleChinese": _enclosed("①"),
    "decimalEnclosedParen": _enclosed("⑴"),
    "decimalEnclosedFullstop": _enclosed("⒈"),
    "numberInDash": lambda number: f"- {number} -",
    "chineseCounting": _chinese,
    "chineseCountingThousand": _chinese,
    "japaneseCounting": _chinese,
    "taiwaneseCounting": _chinese,
    "taiwaneseCountingThousand": _chinese,
    "chineseLegalSimplified": lambda number: _count(number, _SIMPLIFIED, "拾佰仟", False),
    "ideographLegalTraditional": lambda number: _count(number, _TRADITIONAL, "拾佰仟", False),
    "ideographDigital": lambda number: "".join("〇一二三四五六七八九"[int(d)] for d in str(number)),
    "ideographTraditional": lambda number: _sign("甲乙丙丁戊己庚辛壬癸", number),
    "ideographZodiac": lambda number: _sign("子丑寅卯辰巳午未申酉戌亥", number),
    "lowerLetter": _letter,
    "upperLetter": lambda number: _letter(number).upper(),
    "lowerRoman": _roman,
    "upperRoman": lambda number: _roman(number).upper(),
}
