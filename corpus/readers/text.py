"""Plain text, in whatever encoding it comes."""

import unicodedata
from collections import Counter

from corpus.errors import UnreadableFile
from corpus.readers.writing import unify_line_ends
from corpus.source import SourceText

_TOO_MANY_CONTROLS = 0.01


def read_text(text: str) -> SourceText:
    """Take in decoded text. Control characters stay in the source; many mean that it is no text."""
    counts = Counter(text)
    controls = sum(
        count
        for character, count in counts.items()
        if unicodedata.category(character) in ("Cc", "Cn") and not character.isspace()
    )
    if controls > 20 + _TOO_MANY_CONTROLS * len(text):
        raise UnreadableFile(
            f"文件的 {len(text):,} 个字符里有 {controls:,} 个控制字符，不是文本；"
            "请另存为 .docx、PDF 或文本文件后再添加。"
        )
    return SourceText(text=unify_line_ends(text))
