"""Every failure as OpenAI's error body, whatever raised it."""

from __future__ import annotations

import logging

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import Response
from sqlalchemy.exc import OperationalError
from starlette.exceptions import HTTPException

from app.core.errors import StorageFailed
from app.engine.api.http import json_response
from app.engine.errors import ApiError

__all__ = ["ApiError", "error_response", "install"]

log = logging.getLogger(__name__)

INTERNAL = "The server had an error while processing your request. The engine's log has the details."


def error_response(error: ApiError) -> Response:
    """The answer for an error."""
    return json_response(error.body, status=error.status, headers=error.headers)


def internal_error() -> ApiError:
    """500 without anything of the inside."""
    return ApiError(INTERNAL, status=500, type="server_error")


def install(app: FastAPI) -> None:
    """Let ``app`` answer its errors in OpenAI's shape."""

    async def api_error(_request: Request, error: Exception) -> Response:
        assert isinstance(error, ApiError)
        return error_response(error)

    async def http_error(request: Request, error: Exception) -> Response:
        assert isinstance(error, HTTPException)
        return error_response(_from_http(request, error))

    async def invalid(_request: Request, error: Exception) -> Response:
        assert isinstance(error, RequestValidationError)
        first = error.errors()[0]
        place = ".".join(str(part) for part in first["loc"][1:])
        return error_response(
            ApiError(f"Invalid '{place}': {first['msg']}.", param=place or None, code="invalid_value")
        )

    async def storage(_request: Request, error: Exception) -> Response:
        assert isinstance(error, StorageFailed)
        log.error("storage failed: %s (%s)", error, error.details)
        return error_response(ApiError(error.message, status=507, type="server_error", code="storage_failed"))

    async def busy(_request: Request, error: Exception) -> Response:
        assert isinstance(error, OperationalError)
        log.error("the database cannot be used", exc_info=error)
        return error_response(
            ApiError(
                "The engine's database cannot be used right now. Please try again.",
                status=503,
                type="server_error",
                code="storage_failed",
                headers={"retry-after": "1"},
            )
        )

    app.add_exception_handler(ApiError, api_error)
    app.add_exception_handler(HTTPException, http_error)
    app.add_exception_handler(RequestValidationError, invalid)
    app.add_exception_handler(StorageFailed, storage)
    app.add_exception_handler(OperationalError, busy)


def _from_http(request: Request, error: HTTPException) -> ApiError:
    method, path = request.method, request.url.path
    shown = path if len(path) <= 200 else f"{path[:200]}…"
    headers = dict(error.headers or {})
    if error.status_code == 404:
        hint = "" if path.startswith("/v1/") else " The API's paths begin with /v1."
        return ApiError(
            f"Unknown request URL: {method} {shown}. Please check the URL for typos.{hint}",
            status=404,
            code="unknown_url",
            headers=headers,
        )
    if error.status_code == 405:
        return ApiError(
            f"Not allowed to {method} on {shown}.", status=405, code="method_not_supported", headers=headers
        )
    kind = "server_error" if error.status_code >= 500 else "invalid_request_error"
    return ApiError(str(error.detail), status=error.status_code, type=kind, headers=headers)
