"""A question as it is read: which characters are understood already, which are still its topic."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from corpus import Document, han_value, simplified

_HAN = re.compile(r"[\u3400-\u9fff]")
_BLANK = re.compile(r"\s+")
_OPEN = re.compile(rb"\x00+")
# Left at the ends of a topic they say nothing; inside it they may be part of a word. 请 and 被 do
# say something there: 请不起律师, 被打的律师.
_PARTICLES = ",，。.!！?？:：;；、…~\"'“”()（）的了呢吗嘛啊呀吧咧噻哈哦是我你您都那"
# A preposition is left out at the head, but not the first half of a word: 和解, 在线, 对口, 就近.
# So is 里的 behind a paper's name: 那份要点里的普法.
_LEADING = re.compile(
    r"^(?:和(?![解谐事平])|[与把]|跟(?!踪)|在(?!线|押|社会|戒毒所|矫|编|职|岗|校)|对(?![口外接讲策待象])|就(?![近业地医学])"
    r"|里[面头]?(?:的|$)|[中上](?:的|$))+"
)
# 那 for 哪, the commonest slip of all: 负责那些任务, 由那个部门牵头, 那个处管得; not 我问的是那个.
_WHICH = re.compile(
    r"(?<=[有由归管责头与担是给])(?<![问说指讲想]的是)(?<![就还也]是)那(?=[些个几家各])"
    r"|(?<=给了)那(?=[些个家])"
    r"|(?<![就还也]是)那(?=[个家](?:处室?|部门|单位)(?:来)?(?:管|负责|牵头)(?:的|得|滴)?(?:[?？。]*$|[\s,，、]+(?:谁|哪|有没|还)))"
    r"|(?<=定[在于])那(?=一?[天年月])"
)
# The same where nothing else asks: 是那天挂到网上的, 跟那个医院搞的.
_WHICH_ALONE = re.compile(
    r"(?<=[跟在])那(?=[个家](?:处|部门|单位|医院|局|厅|网|学校)[^,，。?？]{0,6}的[?？。]*$)"
    r"|(?<=是)那(?=(?:天|年|个?月)(?:挂|发|印|开|办|成立|举|召开|出台|完成|建成))"
)
_ASKS = re.compile(r"[谁什啥哪几怎咋吗呢吧么何]|多少|[没不][?？。]*$")
_CONTROL = re.compile(r"[\u0000-\u0008\u000b-\u001f\u007f\u200b-\u200f\u202a-\u202e\u2066-\u2069]")


# 2O23, 2l: letters that look like digits beside digits.
_LIKE_DIGITS = re.compile(r"(?<=\d)[ol](?=\d)|(?<=\d)[ol](?=[年号项条点)）])")
# 立法1处, 二零二一年, 二一年那份, 廿七: numbers as they are spoken. 一二年 is one year or two.
_SPOKEN_YEAR = re.compile(
    r"(?<![零〇一二三四五六七八九十百千第])(?P<tens>[一二])(?P<ones>[零〇一二三四五六七八九])(?=年)"
)
_LONG_YEAR = re.compile(r"二[零〇0](?P<tens>[一二])(?P<ones>[零〇一二三四五六七八九])(?=年)")
_ABOUT = ("一二", "二三")
_TENS = str.maketrans({"廿": "二十", "卅": "三十"})
# 第24像第6典, 第三部份, 地三十四条, 弟33条: the unit, or 第, by its sound.
_TYPED_UNIT = re.compile(
    r"(?P<number>第\s*[(（]?[一二三四五六七八九十百\d]+[)）]?\s*)(?P<unit>部份|像(?!样)|向(?![\u4e00-\u9fff])|断(?!了)|典(?![型范])|跳|调(?![解研查])|迢)"
)
_UNIT_MEANT = {
    "部份": "部分",
    "像": "项",
    "向": "项",
    "断": "段",
    "典": "点",
    "跳": "条",
    "调": "条",
    "迢": "条",
}
_NUMBERED_OFFICE = re.compile(r"(?<=[\u4e00-\u9fff])(?<![第有共约近超达])[1-9](?=处)")
_TYPED_NUMBER = re.compile(
    r"(?:[地弟低]|(?<![年月到彻])底(?!几))(?=(?:[一二三四五六七八九十百\d]{1,4}|几)(?:条|项|点|款|部分|大项|小节))"
)
# Cantonese 嗰条, as OpenCC writes it too, and 呢条; 四川呢 is no 这.
_THAT = re.compile("[嗰𠮶]")
_THIS = re.compile(r"(?:^|(?<=[,，。?？\s喺系对按睇同咁]))呢(?=一?[条份个项点段句部篇度啲])")
# 要几各, 那陪审员捏, 是将什么的, 有几分文件: words around a question by their sounds
_TYPED_WORDS = {
    "个": re.compile(r"(?<=[几哪])各(?![自地有])"),
    "呢": re.compile(r"(?<=[\u4e00-\u9fff])[捏涅](?=[?？。,，!！\s]|$)"),
    "讲": re.compile(r"将(?=(?:了)?(?:什么|啥子?)的?(?:[?？。,，\s呢啊]|$))"),
    "牵": re.compile(
        r"[千迁铅](?=头的?(?:是|单位|部门|处|谁|哪|那|人|有|列|给|呢|都|[,，?？。]|$))"
    ),
    "负": re.compile(r"付(?=责(?!任编))"),
    "么": re.compile(r"(?<=[什怎])[末莫](?!过于)"),
    "部": re.compile(r"(?<=司法)步(?![骤伐调])"),
    "己": re.compile(r"(?<=自)已(?!经)"),
    "没": re.compile(r"莫(?=得(?!罪))"),
    "什么": re.compile(r"什吗"),
    "留": re.compile(r"(?<=[只光仅])流(?=[牵配有带下])"),
    "段": re.compile(r"(?<=[上下前后]一)断(?!了)"),
    "条": re.compile(r"(?<=[上下前后][面头]一)跳|(?<=[上下前后]一)跳(?=[呢?？。说讲写是]|$)"),
    "再": re.compile(r"^在(?=[上下前后往][面头]?一?[条项点段款])"),
    "吗": re.compile(r"(?<=[配合参与办管头家])马(?=[?？]?$)"),
    "吧": re.compile(r"(?<=[一家合头是对])把(?=[?？]?$)"),
    "第": re.compile(r"地(?=几[届次批条项点])"),
    "份": re.compile(r"(?<=[几两二三四五六七八九十])分(?=文件|意见|要点|方案)"),
}
_NO_CHARACTER = re.compile(r"[\ufdd0-\ufdef]")


def whole(text: str) -> str:
    """The text without what no text holds: halves of characters and noncharacters."""
    return _NO_CHARACTER.sub("", text.encode("utf-8", "replace").decode("utf-8"))


def fold_compatible(text: str) -> str:
    """NFKC and lower case, for matching: half width, ① as 1; the length may change."""
    return unicodedata.normalize("NFKC", text).lower()


@lru_cache(maxsize=256)
def folded_text(document: Document) -> str:
    """A document's text by :func:`fold_compatible`, the latest ones kept."""
    return fold_compatible(document.text)


def plain(question: str) -> str:
    """Fold a question for matching: NFKC, Simplified, lower case, single blanks, no controls.

    Only questions are folded, never a document: （一） and (一) are the same question.
    """
    folded = fold_compatible(_CONTROL.sub("", question))
    folded = _LIKE_DIGITS.sub(lambda m: "0" if m.group() == "o" else "1", folded)
    if _HAN.search(folded):
        folded = _THAT.sub("那", simplified(folded))
        folded = _THIS.sub("这", folded)
    folded = _as_numbers(folded)
    for meant, typed in _TYPED_WORDS.items():
        folded = typed.sub(meant, folded)
    text = _WHICH.sub("哪", _BLANK.sub(" ", folded).strip())
    return text if _ASKS.search(text) else _WHICH_ALONE.sub("哪", text, count=1)


def _as_numbers(text: str) -> str:
    """Years and clause numbers as they are spoken or mistyped, in the form that rules look for."""
    text = _LONG_YEAR.sub(lambda m: f"20{_digits(m)}", text)
    text = _SPOKEN_YEAR.sub(
        lambda m: m.group() if m.group() in _ABOUT else _digits(m),
        text,
    )
    text = _NUMBERED_OFFICE.sub(lambda m: "零一二三四五六七八九"[int(m.group())], text)
    text = _TYPED_NUMBER.sub("第", text.translate(_TENS))
    return _TYPED_UNIT.sub(lambda m: m["number"] + _UNIT_MEANT[m["unit"]], text)


def _digits(year: re.Match[str]) -> str:
    return str(han_value(year["tens"] + year["ones"]))


class Reading:
    """The folded question and the spans of it that some rule has understood.

    Rules look at :attr:`text` and :meth:`take` what they understand; what nobody takes is the
    topic.
    """

    def __init__(self, folded: str) -> None:
        """Begin with a question that :func:`plain` has folded."""
        self.text = folded
        self._taken = bytearray(len(self.text))
        self._closed = bytearray(len(self.text))  # taken or kept

    def take(self, start: int, end: int) -> str:
        """Mark ``text[start:end]`` as understood and return it."""
        self._taken[start:end] = self._closed[start:end] = b"\x01" * (end - start)
        return self.text[start:end]

    def keep(self, start: int, end: int) -> None:
        """Let no pattern take any of ``text[start:end]``: the 参与 in 人民参与和促进法治处."""
        self._closed[start:end] = b"\x01" * (end - start)

    @property
    def taken(self) -> bytes:
        """For each character 1 if some rule has understood it."""
        return bytes(self._taken)

    def take_all(self, pattern: re.Pattern[str]) -> tuple[str, ...]:
        """Take every match of ``pattern`` that touches nothing taken before."""
        return tuple(self.take(*match.span()) for match in self.free(pattern))

    def free(self, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
        """Yield the matches of ``pattern`` within the stretches that are neither taken nor kept.

        Each stretch is searched by itself, so that a longer phrase that reaches into what is
        taken does not hide a shorter one beside it.
        """
        for stretch in _OPEN.finditer(self._closed):
            yield from (m for m in pattern.finditer(self.text, *stretch.span()) if m.group())

    def topic(self) -> str:
        """The characters that no rule has taken, in order, with a blank where something was cut."""
        pieces = [
            " " if taken else character
            for character, taken in zip(self.text, self._taken, strict=True)
        ]
        words = (word.strip(_PARTICLES) for word in "".join(pieces).split())
        return " ".join(bare for word in words if (bare := _LEADING.sub("", word)))
