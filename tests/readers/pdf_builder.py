"""A small PDF with a Chinese text layer, each line set where the test wants it."""

from collections.abc import Sequence
from dataclasses import dataclass

_FONTS = {"F1": "STSong-Light", "F2": "SimHei"}


@dataclass(frozen=True)
class Line:
    """A line of text; places are in points from the left and the bottom of a page of 595 x 842."""

    x: float
    y: float
    text: str
    size: float = 16
    font: str = "F1"


@dataclass(frozen=True)
class Rule:
    """A straight line from (x0, y0) to (x1, y1), as tables are drawn with."""

    x0: float
    y0: float
    x1: float
    y1: float


def build_pdf(pages: Sequence[Sequence[Line | Rule]], encrypt: bool = False) -> bytes:
    """A PDF file of these pages."""
    objects: list[bytes] = [b"<< /Type /Catalog /Pages 2 0 R >>", b""]
    fonts = []
    for name, face in _FONTS.items():
        objects.append(
            b"<< /Type /Font /Subtype /Type0 /BaseFont /%b /Encoding /UniGB-UCS2-H"
            b" /DescendantFonts [%d 0 R] >>" % (face.encode(), len(objects) + 2)
        )
        fonts.append(b"/%b %d 0 R" % (name.encode(), len(objects)))
        objects.append(
            b"<< /Type /Font /Subtype /CIDFontType0 /BaseFont /%b /DW 1000 /CIDSystemInfo"
            b" << /Registry (Adobe) /Ordering (GB1) /Supplement 4 >> /FontDescriptor %d 0 R >>"
            % (face.encode(), len(objects) + 2)
        )
        objects.append(
            b"<< /Type /FontDescriptor /FontName /%b /Flags 6 /FontBBox [-25 -254 1000 880]"
            b" /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>" % face.encode()
        )
    kids = []
    for page in pages:
        content = b"\n".join(_drawn(piece) for piece in page)
        objects.append(b"<< /Length %d >>\nstream\n%b\nendstream" % (len(content), content))
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R"
            b" /Resources << /Font << %b >> >> >>" % (len(objects), b" ".join(fonts))
        )
        kids.append(b"%d 0 R" % len(objects))
    objects[1] = b"<< /Type /Pages /Kids [%b] /Count %d >>" % (b" ".join(kids), len(kids))
    return _file(objects)


def _drawn(piece: Line | Rule) -> bytes:
    if isinstance(piece, Rule):
        return b"%g %g m %g %g l S" % (piece.x0, piece.y0, piece.x1, piece.y1)
    codes = piece.text.encode("utf-16-be").hex().encode()
    return b"BT /%b %g Tf 1 0 0 1 %g %g Tm <%b> Tj ET" % (
        piece.font.encode(), piece.size, piece.x, piece.y, codes,
    )  # fmt: skip


def _file(objects: Sequence[bytes]) -> bytes:
    written = b"%PDF-1.5\n"
    places = []
    for number, content in enumerate(objects, 1):
        places.append(len(written))
        written += b"%d 0 obj\n%b\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(places) + 1
    return (
        written
        + b"xref\n0 %d\n0000000000 65535 f \n%b" % (size, table)
        + b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (size, len(written))
    )
