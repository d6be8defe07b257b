"""Web pages: the paper without menus, scripts and hidden text, and the portal's metadata."""

from corpus.errors import EmptyDocument
from corpus.portal import blocks, find_block, fold, is_furniture
from corpus.readers.html_page import Page
from corpus.readers.html_walk import Content, Line, Walker, text_of
from corpus.readers.limits import check_markup
from corpus.readers.writing import SourceWriter
from corpus.source import SourceText

_SHORTEST_TITLE = 5


def read_html(markup: str) -> SourceText:
    """Read a web page as decoded.

    Raises:
        UnreadableFile: nested beyond measure, or without any text of its own.
    """
    check_markup(markup)
    page = Page(markup)
    article = page.article()
    if article is None or page.weight(article) == 0:
        raise EmptyDocument(
            "网页里没有正文（可能由脚本生成）；"
            "请在浏览器里打开，把正文另存为文本或 .docx 后再添加。"
        )
    walker = Walker(page, article)
    walker.walk(page.tree.body or article)
    writer = SourceWriter()
    _write_metadata(writer, page, walker)
    _write_article(writer, walker.inside)
    if walker.pictures:
        writer.warn(f"网页正文里有 {walker.pictures} 张图片，图片里的文字没有读入。")
    return writer.finish()


def _write_metadata(writer: SourceWriter, page: Page, walker: Walker) -> None:
    """Keep what the page says about the paper, and its title if the article lacks it."""
    above = [line.text for line in walker.above if isinstance(line, Line)]
    pairs = [*walker.pairs, *(pair for block in blocks(above) for pair in block.told)]
    for label, name in (("标题", "ArticleTitle"), ("发布日期", "PubDate")):
        if page.meta(name):
            pairs.append((label, page.meta(name)))
    block = find_block([text_of(line) for line in walker.inside])
    if block is not None:
        pairs += block.told
        del walker.inside[block.first : block.last]
    told: dict[str, str] = {}
    for label, value in pairs:
        told.setdefault(label, value)
    for label, value in told.items():
        writer.metadata(label, value)
    title = page.meta("ArticleTitle") or _title_among(above, page) or walker.title
    start = fold("".join(text_of(line) for line in walker.inside[:60]))
    if title and fold(title) not in start:
        writer.write(title)
        writer.end_line()


def _title_among(lines: list[str], page: Page) -> str:
    """The longest line above the article that the window's title repeats."""
    title = page.tree.css_first("title")
    shown = fold(title.text()) if title is not None else ""
    repeated = [line for line in lines if len(fold(line)) > _SHORTEST_TITLE and fold(line) in shown]
    return max(repeated, key=len, default="")


def _write_article(writer: SourceWriter, content: list[Content]) -> None:
    for piece in content:
        if isinstance(piece, list):
            writer.table(piece)
        elif not is_furniture(piece.text):
            for text, bold in piece.runs:
                writer.write(text, bold)
            writer.end_line()
