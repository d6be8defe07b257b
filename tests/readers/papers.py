"""Jilin's paper of 2019 as its authors had it, lead departments in bold: Word file and web page."""

import html
import io
import re
from pathlib import Path

import docx
from docx.shared import Pt

JILIN = next((Path(__file__).parents[2] / "corpus" / "documents").glob("jilin-2019-*.txt"))
Runs = list[tuple[str, bool]]

# （公共法律服务管理处，省法援中心）: the first of the departments at a clause's end leads
_RESPONSIBLE = re.compile(
    r"(.*（)([^（）]*?[处局部室办院心会])((?:[、，][^（）]*)?）\s*)$", re.DOTALL
)


def jilin_lines() -> list[Runs]:
    """The paper's lines in runs, each bold or not."""
    lines: list[Runs] = []
    for line in JILIN.read_text("utf-8").split("\n"):
        found = _RESPONSIBLE.match(line)
        if found is None or not re.match(r"\s*(?:\d+\.|（\d+）)", line):
            lines.append([(line, False)])
            continue
        first = re.split("[、，]", found[2])[0]
        rest = found[2][len(first) :] + found[3]
        lines.append([(found[1], False), (first, True), (rest, False)])
    return lines


def jilin_docx() -> bytes:
    """The paper as a Word file."""
    document = docx.Document()
    document.styles["Normal"].font.size = Pt(16)
    for line in jilin_lines():
        paragraph = document.add_paragraph()
        for text, bold in line:
            paragraph.add_run(text).bold = bold or None
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def jilin_html() -> bytes:
    """The paper as the page of a portal, with menu, metadata block and footer around it."""
    paragraphs = []
    for place, line in enumerate(jilin_lines()):
        shown = "".join(
            (
                f"<strong>{text}</strong>"
                if place % 2
                else f'<span style="font-weight:700">{text}</span>'
            )
            if bold
            else html.escape(text)
            for text, bold in line
        )
        paragraphs.append(f"<p>{shown}</p>")
    return _PAGE.replace("PARAGRAPHS", "\n".join(paragraphs)).encode()


_PAGE = """<!DOCTYPE html><html><head><meta charset="utf-8"><title>吉林省司法厅_方案</title>
<style>.tip{display:none} @media print {.article{display:none}}</style>
<script>document.write("（省财政厅）")</script></head><body>
<div class="nav"><ul><li><a href="/">首页</a></li>
<li><a href="/zw">政务公开</a></li></ul></div>
<div class="crumbs">当前位置：<a href="/">首页</a> &gt; <a href="/zw">政务公开</a></div>
<table class="xxgk"><tr><td>索 引 号：</td><td>11220000/2019-00021</td>
<td>主题分类：</td><td>司法</td></tr>
<tr><td>发文机关：</td><td>吉林省司法厅</td><td>成文日期：</td><td>2019年06月24日</td></tr>
<tr><td>发文字号：</td><td>吉司发〔2019〕21号</td><td>发布日期：</td><td>2019年07月01日</td></tr></table>
<div class="article"><div class="tip">此处为隐藏文字</div>
PARAGRAPHS
<p style="display:none">（隐藏的部门）</p></div>
<div class="share">分享到：<a href="#">微信</a> <a href="#">微博</a></div>
<div class="footer">版权所有：吉林省司法厅 主办单位：吉林省司法厅 吉ICP备05000000号</div>
</body></html>"""
