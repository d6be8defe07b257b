"""``yiju documents``, ``add``, ``replace``, ``amend``, ``remove``, ``check``: keeping a library."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from assistant.commands.asking import LibraryOption, open_assistant
from corpus import Status

if TYPE_CHECKING:
    from corpus import Document

_DATES = ["%Y-%m-%d", "%Y年%m月%d日"]
_MOST_NOTES = 20

IdOption = Annotated[
    str | None,
    typer.Option("--id", help="Id of the document; made from place and year if left out."),
]
TitleOption = Annotated[str | None, typer.Option(help="Title, instead of the one read.")]
NumberOption = Annotated[str | None, typer.Option(help="Document number (发文字号).")]
RegionOption = Annotated[str | None, typer.Option(help="Province, or 全国.")]
IssuerOption = Annotated[str | None, typer.Option(help="Issuing body (发文机关).")]
DateOption = Annotated[dt.datetime | None, typer.Option(formats=_DATES, help="Date of issue.")]
StatusOption = Annotated[Status | None, typer.Option(help="Standing of the document.")]
SupersededOption = Annotated[
    str | None, typer.Option(help="Id of the document that takes its place.")
]
IndexOption = Annotated[bool, typer.Option(help="Index what was added at once.")]


def register(app: typer.Typer) -> None:
    """Add the commands of this file to ``app``."""
    for command in (documents, add, replace, amend, remove, check):
        app.command()(command)


def documents(
    as_json: Annotated[bool, typer.Option("--json", help="Print the list as JSON.")] = False,
    library: LibraryOption = None,
) -> None:
    """List the documents of a library."""
    from corpus import Library

    found = Library.open(library).documents()
    if as_json:
        print(json.dumps([_row(each) for each in found], ensure_ascii=False, indent=2))
        return
    for each in found:
        date = each.date.isoformat() if each.date else None
        told = (each.region, each.number, date, _status_of(each))
        print(f"{each.id:20}  《{each.title}》  {'  '.join(filter(None, told))}")


def add(
    files: Annotated[list[str], typer.Argument(help="Files, folders, or - for standard input.")],
    *,
    document_id: IdOption = None,
    title: TitleOption = None,
    number: NumberOption = None,
    region: RegionOption = None,
    issuer: IssuerOption = None,
    date: DateOption = None,
    status: StatusOption = None,
    superseded_by: SupersededOption = None,
    replace: Annotated[
        bool, typer.Option("--replace", help="Replace the document of the same title or --id.")
    ] = False,
    index: IndexOption = True,
    library: LibraryOption = None,
) -> None:
    """Add documents; a file that cannot be read is left out, and the status is then 1."""
    from corpus import LibraryFolder, Overrides, add_files

    if len(files) > 1 and (document_id or title or number):
        raise typer.BadParameter("--id, --title and --number go with one file only.")
    known = Overrides(
        title=title,
        number=number,
        region=region,
        issuer=issuer,
        date=date.date() if date else None,
        status=status,
        superseded_by=superseded_by,
    )
    added = left_out = 0
    for outcome in add_files(LibraryFolder(library), files, document_id, known, replace):
        if outcome.document is None:
            left_out += 1
            typer.echo(f"未加入  {outcome.problem}", err=True)
        else:
            added += 1
            print(f"已加入  {outcome.file}")
            print(_summary(outcome.document))
    print(f"共加入 {added} 份，未加入 {left_out} 份。")
    if added and index:
        open_assistant(library)
    if left_out or not added:
        raise typer.Exit(1)


def replace(
    document_id: Annotated[str, typer.Argument(help="Id of the document to replace.")],
    file: Annotated[str, typer.Argument(help="The new file, or - for standard input.")],
    index: IndexOption = True,
    library: LibraryOption = None,
) -> None:
    """Put a new version in the place of a document."""
    add([file], document_id=document_id, replace=True, index=index, library=library)


def amend(
    document_id: Annotated[str, typer.Argument(help="Id of the document.")],
    *,
    title: TitleOption = None,
    number: NumberOption = None,
    region: RegionOption = None,
    issuer: IssuerOption = None,
    date: DateOption = None,
    status: StatusOption = None,
    superseded_by: SupersededOption = None,
    library: LibraryOption = None,
) -> None:
    """Change what is known of a document, such as its status."""
    from corpus import LibraryFolder, Overrides

    known = Overrides(
        title=title,
        number=number,
        region=region,
        issuer=issuer,
        date=date.date() if date else None,
        status=status,
        superseded_by=superseded_by,
    )
    print(_summary(LibraryFolder(library).amend(document_id, known)))


def remove(
    document_ids: Annotated[list[str], typer.Argument(help="Ids of the documents.")],
    library: LibraryOption = None,
) -> None:
    """Remove documents from the library, with their files."""
    from corpus import LibraryFolder

    for document_id in document_ids:
        LibraryFolder(library).remove(document_id)
        print(f"已删除  {document_id}")


def check(
    documents: Annotated[list[str], typer.Argument(help="Files to try, or ids of documents.")],
    library: LibraryOption = None,
) -> None:
    """Print what is understood of a document: metadata, counts, gaps, repairs, unread parts."""
    from corpus import Library, printable, read_document

    for name in documents:
        path = Path(name)
        if path.is_file():
            print(f"文件  {printable(path.name)}")
            print(_summary(read_document(path), named=False))
        else:
            print(_summary(Library.open(library).document(name)))


def _summary(document: Document, *, named: bool = True) -> str:
    """What was understood of a document, for its owner to hold against the paper."""
    from corpus import BASIS, KIND_NAMES
    from corpus import check as check_document

    report = check_document(document)
    counts = "，".join(f"{KIND_NAMES[kind]} {n}" for kind, n in report.counts.items() if n)
    bases = "，".join(f"{BASIS[basis]} {n}" for basis, n in report.bases.items())
    told = {
        "编号": document.id if named else None,
        "标题": document.title,
        "发文机关": document.issuer,
        "文号": document.number,
        "成文日期": document.date and document.date.isoformat(),
        "发布日期": document.published and document.published.isoformat(),
        "地区": document.region,
        "状态": _status_of(document),
        "条款": counts or "无",
        "写明单位的条款": f"{report.with_departments}，共 {report.departments} 个单位",
        "牵头单位的依据": bases,
        "时限": report.deadlines or None,
        "字数": f"{len(document.text):,}",
    }
    notes = {
        "编号有误": report.numbering,
        "已修复": report.repairs,
        "注意": report.warnings,
        "未读作分工": report.unread,
        "没有单位": report.without,
    }
    lines = [f"  {name}：{text}" for name, text in told.items() if text]
    for name, found in notes.items():
        lines += [f"  {name}：{note}" for note in found[:_MOST_NOTES]]
        if len(found) > _MOST_NOTES:
            lines.append(f"  {name}：还有 {len(found) - _MOST_NOTES} 处。")
    return "\n".join(lines)


def _status_of(document: Document) -> str:
    by = f"（由 {document.superseded_by} 替代）" if document.superseded_by else ""
    return document.status + by


def _row(document: Document) -> dict[str, str | None]:
    return {
        "id": document.id,
        "title": document.title,
        "issuer": document.issuer,
        "number": document.number,
        "date": document.date.isoformat() if document.date else None,
        "region": document.region,
        "status": document.status,
        "superseded_by": document.superseded_by,
        "source_name": document.source_name,
    }
