"""Calls that a Python snippet answers, in a sandbox of its own that is thrown away afterwards."""

from __future__ import annotations

import json

from app.connections.failures import translate
from app.core.entities import ENGINE
from app.core.errors import AppError, InvalidInput, ServiceUnavailable
from app.core.ids import new_id
from app.workbench.clients import ClientSource
from app.workbench.tools.interpreter import Cell, run_cell
from app.workbench.tools.specs import Call, HandlerSpec

_AFTER = """
if callable(globals().get("run")) and "result" not in globals():
    result = run(arguments)
__mark, __json = {mark!r}, __import__("json")
print("\\n" + __mark + __json.dumps(globals().get("result"), ensure_ascii=False, default=str), flush=True)
"""


class PythonHandler:
    """Runs a snippet in the engine's sandbox.

    Args:
        clients: how the engine is reached.
    """

    def __init__(self, clients: ClientSource) -> None:
        self._clients = clients

    async def answer(self, spec: HandlerSpec, call: Call) -> str:
        """See :class:`Handler`."""
        key, mark = new_id("snippet"), new_id("result")
        given = json.dumps(json.dumps(call.arguments, ensure_ascii=True))
        code = (
            f"arguments = __import__('json').loads({given})\n"
            f"exec(compile({spec.code!r}, 'snippet', 'exec'), globals())\n" + _AFTER.format(mark=mark)
        )
        client = await self._clients.client(ENGINE)
        try:
            cell = await run_cell(client, key, code, seconds=spec.timeout)
        except AppError:
            raise
        except Exception as error:  # noqa: BLE001 - translated, all of it
            raise translate(error, service="The interpreter") from None
        finally:
            await _forget(client, key)
        return _result(cell, mark)


def _result(cell: Cell, mark: str) -> str:
    logs = "".join(str(one.get("logs") or "") for one in cell.outputs if one.get("type") == "logs")
    said, found, result = logs.rpartition(mark)
    if cell.status == "completed" and found:
        return result.splitlines()[0] if result.strip() else "null"
    if cell.status == "completed":
        return logs.strip() or "null"
    if cell.status == "failed":
        raise InvalidInput("The snippet failed.", details=(said or logs).strip()[-4000:])
    raise ServiceUnavailable(
        cell.exit_reason or f"The snippet was ended ({cell.status.replace('_', ' ')}).",
        details=logs.strip()[-2000:],
    )


async def _forget(client: object, key: str) -> None:
    import asyncio
    import contextlib

    async def delete() -> None:
        await client.delete(f"/interpreter/sessions/{key}", cast_to=object)  # type: ignore[attr-defined]

    with contextlib.suppress(Exception):  # it is swept with other idle sessions then
        await asyncio.shield(asyncio.ensure_future(asyncio.wait_for(delete(), 5)))
