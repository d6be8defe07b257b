"""Doubles in place of characters: what many PDF files give for 一, 行, 民 or 长.

A font may draw a character and its double (a radical, a compatibility form) with one glyph, and the
file then names the double: ⼀ (U+2F00) for 一 (U+4E00). Most are Unicode's compatibility forms;
those of the radicals' supplement come from Unicode's EquivalentUnifiedIdeograph.txt.
"""

import re
import unicodedata

_STAND_IN = re.compile("[\u2e80-\u2fdf\u2329\u232a\uf900-\ufaff]")
# Unicode gives 戶 for ⼾, which mainland fonts draw as 户.
_MAINLAND = {"⼾": "户"}
_SUPPLEMENT = (
    "⺁厂⺄乙⺅亻⺆冂⺉刂⺊卜⺌小⺍小⺎兀⺐尢⺒巳⺓幺⺔彑⺕彐⺖忄⺘扌⺙攵⺛旡⺜日⺝月⺞歺⺟母⺠民⺡氵⺢氺⺣灬"
    "⺤爫⺥爫⺦丬⺧牛⺨犭⺩王⺪疋⺫目⺬示⺭礻⺮竹⺯糹⺰纟⺱罓⺲罒⺳网⺶羊⺷羊⺸羊⺹耂⺺聿⺻聿⺼肉⺽臼⺾艹⺿艹"
    "⻀艹⻁虎⻂衤⻃覀⻄西⻅见⻆角⻇角⻈讠⻉贝⻊足⻋车⻌辶⻍辶⻎辶⻏阝⻐钅⻑長⻒镸⻓长⻔门⻕阜⻖阝⻗雨⻘青"
    "⻙韦⻚页⻛风⻜飞⻝食⻞食⻟飠⻠饣⻡首⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻱龜⻲亀⻳龟"
)


def replace_radicals(text: str) -> str:
    """The text with the character in place of every stand-in; its length stays.

    >>> replace_radicals("⼀、司法⾏政⻓效机制")
    '一、司法行政长效机制'
    """
    return _STAND_IN.sub(lambda found: _character(found[0]), text)


def _character(stand_in: str) -> str:
    place = _SUPPLEMENT.find(stand_in)
    if place % 2 == 0:
        return _SUPPLEMENT[place + 1]
    return _MAINLAND.get(stand_in) or unicodedata.normalize("NFKC", stand_in)
