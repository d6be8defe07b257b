"""Radicals in place of characters: what many PDF files give for 一, 行, 民 or 长.

A font may draw a character and the radical of the same shape with one glyph, and the file then
says the radical: ⼀ (U+2F00) for 一 (U+4E00). Pairs of the Kangxi block are Unicode's compatibility
mappings, those of the supplement come from Unicode's EquivalentUnifiedIdeograph.txt.
"""

import re
import unicodedata
from functools import cache

_RADICAL = re.compile("[\u2e80-\u2fdf]")
_SUPPLEMENT = (
    "⺁厂⺄乙⺅亻⺆冂⺉刂⺊卜⺌小⺍小⺎兀⺐尢⺒巳⺓幺⺔彑⺕彐⺖忄⺘扌⺙攵⺛旡⺜日⺝月⺞歺⺟母⺠民⺡氵⺢氺⺣灬"
    "⺤爫⺥爫⺦丬⺧牛⺨犭⺩王⺪疋⺫目⺬示⺭礻⺮竹⺯糹⺰纟⺱罓⺲罒⺳网⺶羊⺷羊⺸羊⺹耂⺺聿⺻聿⺼肉⺽臼⺾艹⺿艹"
    "⻀艹⻁虎⻂衤⻃覀⻄西⻅见⻆角⻇角⻈讠⻉贝⻊足⻋车⻌辶⻍辶⻎辶⻏阝⻐钅⻑長⻒镸⻓长⻔门⻕阜⻖阝⻗雨⻘青"
    "⻙韦⻚页⻛风⻜飞⻝食⻞食⻟飠⻠饣⻡首⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻱龜⻲亀⻳龟"
)


def replace_radicals(text: str) -> str:
    """The text with the character in place of every radical; its length stays.

    >>> replace_radicals("⼀、司法⾏政⻓效机制")
    '一、司法行政长效机制'
    """
    return _RADICAL.sub(lambda found: _pairs().get(found[0], found[0]), text)


@cache
def _pairs() -> dict[str, str]:
    kangxi = {chr(code): unicodedata.normalize("NFKC", chr(code)) for code in range(0x2F00, 0x2FD6)}
    return kangxi | dict(zip(_SUPPLEMENT[::2], _SUPPLEMENT[1::2], strict=True))
