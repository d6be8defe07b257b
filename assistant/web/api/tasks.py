"""The table of tasks: as JSON, CSV or a workbook."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Response

from assistant.web.bodies import TaskBody
from assistant.web.opening import Opening
from corpus import TaskRow, task_rows, tasks_csv, tasks_xlsx

_Words = Annotated[str | None, Query(max_length=200)]
_Documents = Annotated[list[str] | None, Query(max_length=200)]
_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def router(opening: Opening) -> APIRouter:
    """Addresses of the table."""
    routes = APIRouter()

    def rows(
        document: list[str] | None, department: str | None, words: str | None
    ) -> list[TaskRow]:
        library = opening.assistant().library
        chosen = [library.document(each) for each in document or []] or library.documents()
        return list(task_rows(chosen, department or None, words or None))

    @routes.get("/tasks")
    def tasks(
        document: _Documents = None, department: _Words = None, words: _Words = None
    ) -> list[TaskBody]:
        return [_task(row) for row in rows(document, department, words)]

    @routes.get("/tasks.csv")
    def as_csv(
        document: _Documents = None, department: _Words = None, words: _Words = None
    ) -> Response:
        content = tasks_csv(rows(document, department, words))
        return _download(content, "text/csv; charset=utf-8", "csv")

    @routes.get("/tasks.xlsx")
    def as_xlsx(
        document: _Documents = None, department: _Words = None, words: _Words = None
    ) -> Response:
        return _download(tasks_xlsx(rows(document, department, words)), _XLSX, "xlsx")

    return routes


def _download(content: bytes, media_type: str, ending: str) -> Response:
    # 任务分工表 in the form that RFC 5987 gives to names beyond ASCII.
    name = "%E4%BB%BB%E5%8A%A1%E5%88%86%E5%B7%A5%E8%A1%A8"
    disposition = f"attachment; filename=\"tasks.{ending}\"; filename*=UTF-8''{name}.{ending}"
    return Response(content, media_type=media_type, headers={"content-disposition": disposition})


def _task(row: TaskRow) -> TaskBody:
    return TaskBody(
        clause_id=row.clause.id,
        document_id=row.document_id,
        document_title=row.document_title,
        label=row.label,
        task=row.task,
        lead=row.lead,
        support=row.support,
        basis=row.basis,
        deadlines=tuple(deadline.text for deadline in row.deadlines),
        inherited=row.inherited,
    )
