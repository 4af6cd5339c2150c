"""Loads the SDK beside the event loop: importing it and its resources takes about 1.6 s of CPU, which no window can wait for."""

from __future__ import annotations

import asyncio
import threading
from concurrent.futures import Future

_guard = threading.Lock()
_loading: Future[None] | None = None


def begin_loading() -> Future[None]:
    """Begin to load the SDK in a thread, once; the result is there when it is loaded (or could not be)."""
    global _loading  # noqa: PLW0603 - a process has one set of modules
    with _guard:
        if _loading is None:
            _loading = Future()
            threading.Thread(target=_load, args=(_loading,), name="sdk", daemon=True).start()
        return _loading


async def loaded() -> None:
    """Wait until the SDK is loaded; begin it if nobody has.

    Raises:
        ImportError: it is not installed, or damaged.
    """
    loading = begin_loading()
    if not loading.done():
        await asyncio.wrap_future(loading)
    loading.result()


def _load(done: Future[None]) -> None:
    done.set_running_or_notify_cancel()
    try:
        import httpx2
        import openai

        # An HTTP client without certificates: it is never used, and reading the system's takes 50 ms.
        http = httpx2.AsyncClient(verify=False)
        client = openai.AsyncOpenAI(api_key="none", base_url="http://127.0.0.1:9/v1", http_client=http)
        for resource in (
            client.beta.threads.runs.steps,
            client.beta.threads.messages,
            client.beta.assistants,
            client.chat.completions,
            client.models,
            client.files,
        ):
            assert resource is not None
        from openai.types.beta import AssistantStreamEvent
        from openai.types.chat import ChatCompletionChunk

        assert AssistantStreamEvent
        assert ChatCompletionChunk.model_fields
    except BaseException as error:  # noqa: BLE001 - belongs to whoever waits
        done.set_exception(error)
    else:
        done.set_result(None)
