"""Every failure of a request as one JSON sentence: ``{"error": "…"}``."""

from __future__ import annotations

import logging

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from starlette.exceptions import HTTPException

from assistant.errors import AssistantError, StillOpening
from corpus import CorpusError, UnknownClause, UnknownDocument
from index import IndexingError

_log = logging.getLogger(__name__)
_SENTENCES = {
    404: "没有这个地址；接口都在 /api/v1/ 之下。",
    405: "这个地址不接受这种请求方法。",
    413: "请求太大，请缩短内容后再试。",
    500: "服务器内部出错，已记入日志；请换一种说法再试。",
}


def sentence(status: int, text: str) -> JSONResponse:
    """The body that every failed request gets."""
    return JSONResponse({"error": text}, status_code=status)


def failure(status: int) -> JSONResponse:
    """The same for a failure of which no more is known than its status."""
    return sentence(status, _SENTENCES.get(status, "请求无法完成。"))


def answer_errors(app: FastAPI) -> None:
    """Let ``app`` answer errors of ours, of the request and of the framework in one form."""

    async def known(request: Request, error: Exception) -> JSONResponse:
        status = 400
        if isinstance(error, UnknownDocument | UnknownClause):
            status = 404
        elif isinstance(error, StillOpening):
            status = 503
        return sentence(status, str(error))

    async def malformed(request: Request, error: Exception) -> JSONResponse:
        assert isinstance(error, RequestValidationError)
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"] if part not in ("body", "query"))
        return sentence(422, f"请求里的 {where or '内容'} 不合要求：{_reason(first)}。")

    async def framework(request: Request, error: Exception) -> JSONResponse:
        assert isinstance(error, HTTPException)
        return failure(error.status_code)

    async def unforeseen(request: Request, error: Exception) -> JSONResponse:
        _log.error("request to %s failed", request.url.path, exc_info=error)
        return failure(500)

    for kind in (AssistantError, CorpusError, IndexingError):
        app.add_exception_handler(kind, known)
    app.add_exception_handler(RequestValidationError, malformed)
    app.add_exception_handler(HTTPException, framework)
    app.add_exception_handler(Exception, unforeseen)


def _reason(fault: dict[str, object]) -> str:
    limits = fault.get("ctx")
    bound = limits if isinstance(limits, dict) else {}
    reasons = {
        "missing": "缺少这一项",
        "string_too_long": f"最多 {bound.get('max_length')} 个字",
        "string_too_short": "不能为空",
        "too_long": f"最多 {bound.get('max_length')} 项",
        "json_invalid": "不是 JSON",
        "extra_forbidden": "没有这一项",
        "less_than_equal": f"最大 {bound.get('le')}",
        "greater_than_equal": f"最小 {bound.get('ge')}",
    }
    return reasons.get(str(fault["type"]), "类型或取值不对")
